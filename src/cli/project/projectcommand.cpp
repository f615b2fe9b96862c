// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project/projectcommand.h"

#include "cli/options/commonoptions.h"
#include "cli/options/filerole.h"
#include "cli/output/courseoutput.h"
#include "cli/output/madetable.h"
#include "cli/output/projectrows.h"
#include "cli/output/runtable.h"
#include "session/runkinds.h"
#include "session/saved/keptruns.h"
#include "store/project/projectcompact.h"
#include "store/removedrows.h"
#include "store/rescue/damagewords.h"

#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>
#include <limits>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

} // namespace

QString ProjectCommand::summary() const
{
    return tr("Sizes and care of a project: delete, keep counts, compact, check, rescue.");
}

void ProjectCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file; alone, its runs are listed with their sizes."),
                          u"PROJECT"_s);
    options.add({u"delete"_s}, tr("Delete these runs with all their rows, for good."), u"1,2,…"_s);
    options.add({u"keep"_s},
                tr("Of each task (runs that asked for the same) the last N stay as they are; of older ones "
                   "that are over, the rows go for good and only the counts stay."),
                u"N"_s);
    options.add({u"compact"_s},
                tr("Give the room of what was removed back; needs about the size of the project meanwhile."));
    options.add({u"check"_s}, tr("Look at every page of the file for damage; changes nothing."));
    options.add({u"rescue"_s},
                tr("Bring all that can be read of a damaged project into a new one; the damaged file is only "
                   "read."),
                u"NEW"_s);
    OutputOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    if (const auto read = readArguments(options); !read) {
        endWith(BadUsage, read.error());
        return;
    }
    const QStringList deeds{u"delete"_s, u"keep"_s, u"compact"_s, u"check"_s, u"rescue"_s};
    if (std::ranges::none_of(deeds, [&](const QString &deed) { return options.isSet(deed); })) {
        list(options);
        return;
    }
    chooseSteps(options);
    next();
}

Result<void> ProjectCommand::readArguments(const Options &options)
{
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        return fail(Reason::BadValue, u"PROJECT "_s + projects.join(u' '));
    m_project = projects.front();
    const bool changes =
        options.isSet(u"delete"_s) || options.isSet(u"keep"_s) || options.isSet(u"compact"_s);
    if (int(changes) + int(options.isSet(u"check"_s)) + int(options.isSet(u"rescue"_s)) > 1)
        return fail(Reason::BadValue, u"--delete, --keep, --compact; --check; --rescue"_s);
    for (const QString &word : options.text(u"delete"_s).split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        m_toDelete.append(word.trimmed().toLongLong(&isNumber));
        if (!isNumber)
            return fail(Reason::BadValue, u"--delete "_s + word);
    }
    if (options.isSet(u"delete"_s) && m_toDelete.isEmpty())
        return fail(Reason::BadValue, u"--delete"_s);
    if (options.isSet(u"keep"_s)) {
        const auto keep = options.integer(u"keep"_s, 1, std::numeric_limits<int>::max());
        if (!keep)
            return std::unexpected(keep.error());
        m_keep = int(*keep);
    }
    m_rescued = options.text(u"rescue"_s);
    if (options.isSet(u"rescue"_s) && (m_rescued.isEmpty() || QFileInfo::exists(m_rescued)))
        return fail(Reason::BadValue,
                    m_rescued.isEmpty() ? u"--rescue"_s : tr("%1 exists already").arg(m_rescued));
    return {};
}

void ProjectCommand::list(const Options &options)
{
    auto output = OutputOptions::read(options, runSchema());
    if (output && !output->summary.isEmpty())
        output = fail(Reason::BadValue, u"--summary"_s);
    const auto distinct =
        output ? checkDistinct(QList<FileRole>{{u"PROJECT"_s, m_project, FileRole::Use::Project}} +
                               output->files())
               : std::unexpected(output.error());
    if (!distinct) {
        endWith(BadUsage, distinct.error());
        return;
    }
    m_output = std::move(*output);
    auto opened = ReadProject::open(m_project, console());
    if (!opened) {
        endWith(statusOfUnreadable(opened.error()), opened.error());
        return;
    }
    m_read = std::move(*opened);
    auto *watcher = new QFutureWatcher<Result<store::ProjectSizes>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        onSizes(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(
        QtConcurrent::run([project = m_project, course = courseFor(this, console(), m_stop.get_token(),
                                                                   tr("reading the sizes: %1%"))] {
            return store::readSizes(project, course);
        }));
}

void ProjectCommand::onSizes(const Result<store::ProjectSizes> &sizes)
{
    console().endProgress();
    if (!sizes && sizes.error().reason == Reason::Cancelled)
        end(Interrupted);
    else
        end(tellRuns(sizes));
}

int ProjectCommand::tellRuns(const Result<store::ProjectSizes> &sizes)
{
    const auto runs = sizes ? makeRunTable(m_read->reader(), *sizes) : std::unexpected(sizes.error());
    if (!runs) {
        console().complain(runs.error());
        return statusOfUnreadable(runs.error());
    }
    const auto written = writeTable(runSchema(), runs->rows, m_output, console());
    if (!written) {
        console().complain(written.error());
        return NotStored;
    }
    console().say(tr("The file has %1; %2 of it are free and would be given back by --compact.")
                      .arg(sizeText(runs->sizes.file), sizeText(runs->sizes.free)));
    return Done;
}

void ProjectCommand::chooseSteps(const Options &options)
{
    if (options.isSet(u"check"_s)) {
        const auto check = [project = m_project](const store::Course &course) -> Result<Outcome> {
            const auto report = store::checkProject(project, course);
            if (!report)
                return std::unexpected(report.error());
            return Outcome{store::DamageWords::of(*report) + report->details, !report->isWhole()};
        };
        m_steps.push_back({tr("checking: %1%"), check});
    }
    if (!m_rescued.isEmpty()) {
        const auto rescue = [project = m_project,
                             to = m_rescued](const store::Course &course) -> Result<Outcome> {
            const auto report = store::rescueProject(project, to, session::kindThatFills, course);
            if (!report)
                return std::unexpected(report.error());
            return Outcome{store::DamageWords::of(*report), !report->isWhole()};
        };
        m_steps.push_back({tr("rescuing: %1%"), rescue});
    }
    if (options.isSet(u"compact"_s)) {
        if (const auto needs = store::compactNeeds(m_project))
            console().say(tr("Compacting needs up to %1 for a while; %2 are free.")
                              .arg(sizeText(needs->bytes), sizeText(needs->available)));
        const auto compact = [project = m_project](const store::Course &course) -> Result<Outcome> {
            const auto report = store::compactProject(project, course);
            if (!report)
                return std::unexpected(report.error());
            return Outcome{{tr("%1 before, %2 now.").arg(sizeText(report->before), sizeText(report->after))},
                           false};
        };
        m_steps.push_back({tr("compacting: %1%"), compact});
    }
}

// What is removed is removed before the room is given back.
void ProjectCommand::next()
{
    if (!m_toDelete.isEmpty() || m_keep > 0) {
        if (const auto removed = removeRuns(m_toDelete, m_keep); !removed) {
            const bool isUsage = removed.error().reason == Reason::BadValue;
            endWith(isUsage ? BadUsage : statusOfUnreadable(removed.error()), removed.error());
            return;
        }
        m_toDelete.clear();
        m_keep = 0;
    }
    if (m_steps.empty()) {
        end(m_isDamaged ? DoneWithFailures : Done);
        return;
    }
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    auto *watcher = new QFutureWatcher<Result<Outcome>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        onStep(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run(
        [work = step.work, course = courseFor(this, console(), m_stop.get_token(), step.text)] {
            return work(course);
        }));
}

void ProjectCommand::onStep(const Result<Outcome> &outcome)
{
    console().endProgress();
    if (!outcome && outcome.error().reason == Reason::Cancelled) {
        end(Interrupted);
        return;
    }
    if (!outcome) {
        endWith(statusOfUnreadable(outcome.error()), outcome.error());
        return;
    }
    for (const QString &line : outcome->lines)
        console().out(line);
    m_isDamaged = m_isDamaged || outcome->isDamaged;
    next();
}

// The window's and other commands' runs are safe: they hold the lock.
Result<void> ProjectCommand::removeRuns(const QList<store::RunId> &runs, int keep)
{
    const auto project = store::Project::open(m_project);
    const auto reader = project ? (*project)->reader() : std::unexpected(project.error());
    auto known = reader ? (*reader)->runs() : std::unexpected(reader.error());
    if (!known)
        return std::unexpected(known.error());
    tellCopy(**project, console());
    for (const store::RunId run : runs) {
        if (std::ranges::find(*known, run, &store::RunInfo::id) == known->end())
            return fail(Reason::BadValue, u"--delete %1"_s.arg(run));
    }
    for (const store::RunId run : runs)
        (*project)->writer().removeRun(run);
    std::erase_if(*known, [&runs](const store::RunInfo &run) { return runs.contains(run.id); });
    const QList<store::RunId> beyond = keep > 0 ? session::runsBeyond(*known, keep) : QList<store::RunId>();
    for (const store::RunId run : beyond)
        (*project)->writer().removeRows(run);
    if (const auto closed = (*project)->close(); !closed)
        return closed;
    if (!runs.isEmpty())
        console().out(tr("%n run(s) deleted.", nullptr, int(runs.size())));
    if (keep > 0)
        console().out(tr("%n run(s) kept as counts only.", nullptr, int(beyond.size())));
    return {};
}

void ProjectCommand::interrupt()
{
    m_stop.request_stop();
}

} // namespace linnet::cli
