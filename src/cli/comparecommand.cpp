// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparecommand.h"

#include "cli/confirmcommand.h"
#include "cli/options/options.h"
#include "cli/output/rowoutput.h"
#include "cli/output/summary.h"
#include "cli/process/interruptwatcher.h"
#include "cli/trendrows.h"
#include "store/project/project.h"
#include "store/project/projectcopy.h"
#include "table/changes/changeschema.h"
#include "table/filterparser.h"
#include "table/vacancyschema.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QUrl>
#include <QtConcurrentRun>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList tableNames()
{
    QStringList names;
    for (const table::Schema *schema : table::allSchemas()) {
        if (table::changeSchema(*schema))
            names.append(schema->key);
    }
    return names;
}

/// "https://staging.example=https://www.example"; without a scheme both http and https.
Result<session::RunChanges::MovedServers> readMoved(const QStringList &words)
{
    session::RunChanges::MovedServers result;
    for (const QString &word : words) {
        const QStringList sides = word.split(u'=');
        const Error bad{Reason::BadValue, 0, u"--map-host "_s + word};
        if (sides.size() != 2)
            return std::unexpected(bad);
        const bool hasScheme = sides[0].contains(u"://");
        if (hasScheme != sides[1].contains(u"://"))
            return std::unexpected(bad);
        for (const QString &scheme :
             hasScheme ? QStringList{QString()} : QStringList{u"http://"_s, u"https://"_s}) {
            QByteArray roots[2];
            for (int i = 0; i < 2; ++i) {
                const QUrl url(scheme + sides[i], QUrl::StrictMode);
                const bool isRoot = url.path().isEmpty() || url.path() == "/"_L1;
                if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !isRoot)
                    return std::unexpected(bad);
                roots[i] = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
            }
            result.append({roots[0], roots[1]});
        }
    }
    return result;
}

QJsonObject toJson(const QMap<QString, qint64> &counts)
{
    QJsonObject result;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        result[count.key()] = count.value();
    return result;
}

QJsonObject summaryOf(const session::RunChanges &changes, qint64 rows)
{
    const session::ComparedRuns &runs = changes.runs();
    const analysis::ComparisonCounts &counts = changes.counts();
    return {{u"command"_s, u"compare"_s},
            {u"rows"_s, rows},
            {u"table"_s, QString(runs.rows->key)},
            {u"runs"_s, QJsonArray{runs.older.id, runs.newer.id}},
            {u"compared"_s, QJsonArray{counts.older, counts.newer}},
            {u"changes"_s, toJson(counts.changes)},
            {u"fields"_s, toJson(counts.fields)},
            {u"warnings"_s, QJsonArray::fromStringList(runs.warnings())},
            {u"failed"_s, 0},
            {u"stopped_by"_s, QJsonValue()},
            {u"failures"_s, QJsonArray()}};
}

} // namespace

CompareCommand::~CompareCommand() = default;

QString CompareCommand::summary() const
{
    return tr("Tell what changed between two runs of a project.");
}

void CompareCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"runs"_s},
                tr("The earlier and the later run by number, or last; alone, last is the last run and the "
                   "complete one before it."),
                u"OLD,NEW"_s, u"last"_s);
    options.add({u"table"_s}, tableNames().join(u", "), u"NAME"_s);
    options.add({u"where"_s},
                tr("Only changes that pass this filter, for example: change = gone, or fields in "
                   "(salary_from)."),
                u"FILTER"_s);
    options.add({u"map-host"_s},
                tr("The server NEW is what the server OLD was in the earlier run (repeatable), as in "
                   "staging.example.org=www.example.org."),
                u"OLD=NEW"_s);
    options.add({u"trends"_s},
                tr("How a search for vacancies went over all its runs: a row for each run and each week."));
    options.add({u"confirm"_s},
                tr("Ask for the ads that are gone or were not seen, one by one, as a run of the project: the "
                   "rows are theirs, with state and archived as the source says them now."));
    OutputOptions::addTo(options);
    StoredRunOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    read(options);
    if (!hasEnded())
        compare();
}

void CompareCommand::read(const Options &options)
{
    const QString table = options.text(u"table"_s);
    const table::Schema *rows = table.isEmpty() ? nullptr : table::schemaByKey(table);
    if (!table.isEmpty() && (!rows || !table::changeSchema(*rows))) {
        endWith(BadUsage, {Reason::BadValue, 0, u"--table %1: %2"_s.arg(table, tableNames().join(u", "))});
        return;
    }
    auto moved = readMoved(options.texts(u"map-host"_s));
    const QStringList projects = options.positional();
    const bool isFile = projects.size() == 1 && QFileInfo(projects.front()).isFile();
    const Result<void> project =
        isFile ? Result<void>() : fail(Reason::BadValue, u"PROJECT "_s + projects.join(u' '));
    if (endedByErrors(moved, project))
        return;
    m_moved = std::move(*moved);
    if (const Result<void> opened = openProject(projects.front()); !opened) {
        endWith(statusOfUnreadable(opened.error()), opened.error());
        return;
    }
    const auto reader = store::RowReader::open(m_project);
    if (!reader) {
        endWith(statusOfUnreadable(reader.error()), reader.error());
        return;
    }
    if (options.isSet(u"trends"_s)) {
        if (!table.isEmpty() || !m_moved.isEmpty()) {
            endWith(BadUsage, {Reason::BadValue, 0, u"--trends: --table, --map-host"_s});
            return;
        }
        const auto run = runOfTrends(**reader, options.text(u"runs"_s));
        if (!endedByErrors(run))
            end(writeTrends(options, m_project, *run, console()));
        return;
    }
    auto chosen = session::chooseRuns(**reader, options.text(u"runs"_s), rows);
    if (!chosen && chosen.error().reason == Reason::BadValue) {
        console().say(u"linnet-cli: "_s + chosen.error().detail);
        end(BadUsage);
        return;
    }
    if (!chosen) {
        endWith(statusOfUnreadable(chosen.error()), chosen.error());
        return;
    }
    m_runs = std::move(*chosen);
    m_given = projects.front();
    const table::Schema &changes = *table::changeSchema(*m_runs.rows);
    const bool confirms = options.isSet(u"confirm"_s);
    if (confirms) {
        const auto spec = session::RunParams::search(m_runs.newer.params);
        auto stored = StoredRunOptions::read(options, spec ? spec->sourceIds() : QStringList());
        if (endedByErrors(stored))
            return;
        m_confirming = std::move(*stored);
    }
    auto output = OutputOptions::read(options, confirms ? *m_runs.rows : changes);
    auto filter = table::FilterParser(changes).parse(options.text(u"where"_s));
    if (!filter)
        filter = fail(Reason::BadValue, u"--where: "_s + filter.error().detail);
    if (endedByErrors(output, filter))
        return;
    m_output = std::move(*output);
    m_filter = std::move(*filter);
    const FileRole source{u"PROJECT"_s, projects.front(), FileRole::Use::Project};
    if (endedByErrors(checkDistinct(QList{source} + m_output.files())))
        return;
    if (const Result<void> writable = m_output.checkWritable(); !writable)
        endWith(NotStored, writable.error());
}

/// A project of an earlier version is brought up to date in a copy.
Result<void> CompareCommand::openProject(const QString &path)
{
    const auto reader = store::RowReader::open(path);
    if (!reader)
        return std::unexpected(reader.error());
    const Result<bool> outdated = (*reader)->isOutdated();
    if (!outdated)
        return std::unexpected(outdated.error());
    m_project = path;
    if (!*outdated)
        return {};
    m_copy = std::make_unique<QTemporaryDir>();
    if (!m_copy->isValid())
        return fail(Reason::Io, m_copy->errorString());
    m_project = m_copy->filePath(u"project.linnet"_s);
    if (const Result<void> copied = store::copyProject(path, m_project); !copied)
        return copied;
    const auto project = store::Project::open(m_project);
    return project ? Result<void>() : std::unexpected(project.error());
}

void CompareCommand::compare()
{
    for (const QString &warning : m_runs.warnings())
        console().say(warning);
    InterruptWatcher::beginSaving();
    using Found = Result<std::shared_ptr<const session::RunChanges>>;
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const Found found = watcher->future().takeResult();
        watcher->deleteLater();
        m_isComparing = false;
        if (found && m_confirming)
            confirm(**found);
        else if (found)
            write(**found);
        else if (found.error().reason == Reason::Cancelled)
            end(Interrupted);
        else
            endWith(statusOfUnreadable(found.error()), found.error());
    });
    m_isComparing = true;
    watcher->setFuture(QtConcurrent::run([this, stop = m_stop.get_token()] {
        return session::RunChanges::find(m_project, m_runs, m_moved, m_progress, stop);
    }));
}

void CompareCommand::interrupt()
{
    if (m_isComparing)
        m_stop.request_stop();
    else if (m_confirm)
        m_confirm->interrupt();
    else
        Command::interrupt();
}

void CompareCommand::confirm(const session::RunChanges &changes)
{
    auto params = session::confirmRun(m_project, changes, m_filter);
    if (!params) {
        const Error &error = params.error();
        console().say(u"linnet-cli: "_s + error.detail);
        end(error.reason == Reason::BadValue ? BadUsage : statusOfUnreadable(error));
        return;
    }
    if (params->first.newWork.empty()) {
        console().say(tr("No ad is gone or was not seen: there is nothing to ask for."));
        end(Done);
        return;
    }
    m_confirm = new ConfirmCommand(this);
    connect(m_confirm, &Command::finished, this, [this](int status) { end(status); });
    m_confirm->begin(m_given, std::move(*params), m_output, std::move(*m_confirming));
}

void CompareCommand::write(const session::RunChanges &changes)
{
    const store::RowQuery query{&changes.schema(), {m_runs.older.id, m_runs.newer.id}, m_filter, {}};
    const auto written = RowOutput(m_output, console()).write(changes.path(), query);
    if (!written && written.error().reason == Reason::Cancelled) {
        end(Interrupted);
        return;
    }
    const auto summed = written && !m_output.summary.isEmpty()
                            ? writeSummary(summaryOf(changes, *written), m_output.summary, console())
                            : Result<void>();
    if (!written || !summed)
        endWith(NotStored, !written ? written.error() : summed.error());
    else
        end(Done);
}

} // namespace linnet::cli
