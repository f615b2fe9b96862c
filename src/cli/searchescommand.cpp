// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/searchescommand.h"

#include "base/boundedfile.h"
#include "cli/options/options.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "session/saved/runagain.h"
#include "session/saved/schedulelines.h"
#include "session/saved/searchfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using session::SavedSearch;

namespace {

/// Lines with columns as wide as their cells.
QStringList aligned(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(row.size());
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        lines.append(line.trimmed());
    }
    return lines;
}

} // namespace

QString SearchesCommand::summary() const
{
    return tr("Saved searches of a project: list, save, share, schedule.");
}

void SearchesCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"save"_s}, tr("Save what a run asked for under this name."), u"NAME"_s);
    options.add({u"run"_s}, tr("With --save: the run's number, or last."), u"ID"_s, u"last"_s);
    options.add({u"schedule"_s},
                tr("With --save: when to run it again, for example 6h, \"1d 09:00\" or \"7d 18:30\"."),
                u"WHEN"_s);
    options.add({u"into"_s}, tr("With --save: each run by schedule leaves an XLSX file in this folder."),
                u"FOLDER"_s);
    options.add(
        {u"only-new"_s},
        tr("With --save: that file, and what is said of the run, tell only what is new (of a crawl what "
           "is newly broken or mended)."));
    options.add({u"lines"_s},
                tr("Print what to paste into cron, systemd or the Task Scheduler of Windows, for the search "
                   "of this name or number."),
                u"NAME"_s);
    options.add({u"token-file"_s}, tr("With --lines: the file with the access token."), u"FILE"_s);
    options.add({u"give"_s}, tr("Write the search of this name or number into --file, for a colleague."),
                u"NAME"_s);
    options.add({u"take"_s}, tr("Take the search of --file into the project."));
    options.add({u"take-all"_s}, tr("With --take: also its proxies, addresses and haste; it tells which."));
    options.add({u"file"_s}, tr("The file of --give and --take."), u"FILE"_s);
    if (!endedByParsing(options, args))
        end(run(options));
}

Result<SearchesCommand::Known> SearchesCommand::read(const QString &project)
{
    const auto opened = ReadProject::open(project, console());
    const auto memos = opened ? opened->reader().memos() : std::unexpected(opened.error());
    auto runs = memos ? opened->reader().runs() : std::unexpected(memos.error());
    if (!runs)
        return std::unexpected(runs.error());
    return Known{session::savedSearches(*memos), std::move(*runs)};
}

int SearchesCommand::run(const Options &options)
{
    const QStringList projects = options.positional();
    const QStringList deeds{u"save"_s, u"lines"_s, u"give"_s, u"take"_s};
    const auto asked = std::ranges::count_if(deeds, [&](const QString &deed) { return options.isSet(deed); });
    Error usage;
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        usage = {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')};
    else if (asked > 1)
        usage = {Reason::BadValue, 0, u"--save, --lines, --give, --take"_s};
    else if ((options.isSet(u"give"_s) || options.isSet(u"take"_s)) && options.text(u"file"_s).isEmpty())
        usage = {Reason::BadValue, 0, u"--file"_s};
    if (usage.reason != Reason::None) {
        console().complain(usage);
        return BadUsage;
    }
    const QString project = projects.front();
    const auto known = read(project);
    if (!known) {
        console().complain(known.error());
        return statusOfUnreadable(known.error());
    }
    if (asked == 0)
        return list(*known);
    const Result<void> done = options.isSet(u"save"_s)    ? save(options, project, *known)
                              : options.isSet(u"lines"_s) ? tellLines(options, project, *known)
                              : options.isSet(u"give"_s)  ? give(options, project, *known)
                                                          : take(options, project, *known);
    if (done)
        return console().lost() ? NotStored : Done;
    console().complain(done.error());
    const Reason reason = done.error().reason;
    return reason == Reason::BadValue || reason == Reason::BadFile ? BadUsage : NotStored;
}

int SearchesCommand::list(const Known &known)
{
    if (known.searches.empty()) {
        console().say(tr("No search is saved in this project; --save NAME saves that of its last run."));
        return Done;
    }
    QList<QStringList> rows{
        {u"number"_s, u"name"_s, u"kind"_s, u"folder"_s, u"schedule"_s, u"last_run"_s, u"note"_s}};
    for (const SavedSearch &search : known.searches) {
        const store::RunInfo *last = session::newestRun(known.runs, search);
        rows.append({QString::number(search.number), search.name, search.kind, search.folder,
                     search.schedule ? search.schedule->toText() : QString(),
                     last ? last->started : QString(), search.note.simplified()});
    }
    for (const QString &line : aligned(rows))
        console().out(line);
    return console().lost() ? NotStored : Done;
}

Result<void> SearchesCommand::save(const Options &options, const QString &project, const Known &known)
{
    const QString which = options.text(u"run"_s);
    const auto run = std::find_if(known.runs.rbegin(), known.runs.rend(), [&which](const auto &each) {
        return which == "last"_L1 || QString::number(each.id) == which;
    });
    if (run == known.runs.rend())
        return fail(Reason::BadValue, u"--run "_s + which);
    SavedSearch search{
        .number = session::nextNumber(known.searches), .kind = run->kind, .params = run->params};
    const auto before = std::ranges::find(known.searches, search.task(), &SavedSearch::task);
    if (before != known.searches.end())
        search = *before;
    search.name = options.text(u"save"_s).simplified();
    if (search.name.isEmpty())
        return fail(Reason::BadValue, u"--save"_s);
    if (options.isSet(u"schedule"_s)) {
        auto schedule = session::Schedule::fromText(options.text(u"schedule"_s));
        if (!schedule)
            return fail(Reason::BadValue, u"--schedule "_s + schedule.error().detail);
        schedule->since = QDateTime::currentDateTimeUtc();
        search.schedule = *schedule;
    }
    if (options.isSet(u"into"_s))
        search.files = QFileInfo(options.text(u"into"_s)).absoluteFilePath();
    search.onlyNew = search.onlyNew || options.isSet(u"only-new"_s);
    return write(project, search);
}

Result<void> SearchesCommand::write(const QString &project, const SavedSearch &search)
{
    const auto opened = store::Project::open(project);
    if (!opened)
        return std::unexpected(opened.error());
    tellCopy(**opened, console());
    (*opened)->writer().postMemo(SavedSearch::memoKey(search.task()), search.memo());
    if (const Result<void> closed = (*opened)->close(); !closed)
        return closed;
    console().say(tr("Saved as number %1.").arg(search.number));
    return {};
}

Result<void> SearchesCommand::give(const Options &options, const QString &project, const Known &known)
{
    const auto search = session::findSearch(known.searches, options.text(u"give"_s));
    if (!search)
        return std::unexpected(search.error());
    const store::RunInfo *last = session::newestRun(known.runs, *search);
    const auto addresses = session::firstAddresses(project, *search, last);
    const auto bytes =
        addresses ? session::SearchFile::write(*search, *addresses) : std::unexpected(addresses.error());
    if (!bytes)
        return std::unexpected(bytes.error());
    QSaveFile file(options.text(u"file"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(Reason::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

Result<void> SearchesCommand::take(const Options &options, const QString &project, const Known &known)
{
    const auto bytes = readBounded(options.text(u"file"_s), session::SearchFile::MostBytes);
    const auto file = bytes ? session::SearchFile::read(*bytes) : std::unexpected(bytes.error());
    if (!file)
        return std::unexpected(file.error());
    const bool all = options.isSet(u"take-all"_s);
    for (const QString &question : file->questions)
        console().say(all ? question : tr("Left out: %1").arg(question));
    SavedSearch search = all ? file->asWritten : file->search;
    const auto same = std::ranges::find(known.searches, search.task(), &SavedSearch::task);
    if (same == known.searches.end()) {
        search.number = session::nextNumber(known.searches);
        return write(project, search);
    }
    // What this project says of the same task by itself stays.
    SavedSearch kept = *same;
    kept.name = search.name.isEmpty() ? kept.name : search.name;
    kept.note = search.note.isEmpty() ? kept.note : search.note;
    kept.params = search.params;
    kept.addresses = search.addresses;
    kept.onlyNew = kept.onlyNew || search.onlyNew;
    return write(project, kept);
}

Result<void> SearchesCommand::tellLines(const Options &options, const QString &project, const Known &known)
{
    const auto search = session::findSearch(known.searches, options.text(u"lines"_s));
    if (!search)
        return std::unexpected(search.error());
    if (!search->schedule)
        return fail(Reason::BadValue, tr("“%1” has no schedule; --save gives it one.").arg(search->name));
    const QString token = options.text(u"token-file"_s);
    const session::ScheduleLines lines{
        .program = QDir::toNativeSeparators(QCoreApplication::applicationFilePath()),
        .project = QDir::toNativeSeparators(QFileInfo(project).absoluteFilePath()),
        .number = search->number,
        .schedule = *search->schedule,
        .files = search->files,
        .onlyNew = search->onlyNew,
        .tokenFile = token.isEmpty() ? QString() : QFileInfo(token).absoluteFilePath()};
    console().say(
        tr("The system's scheduler sees no keychain: an access token must stand in a file that only "
           "you can read (mode 0600), named by --token-file."));
    console().out(u"# cron: crontab -e"_s);
    console().out(lines.cron());
    for (const session::ScheduleLines::Unit &unit : lines.systemd()) {
        console().out(u"\n# systemd: ~/.config/systemd/user/"_s + unit.fileName);
        for (const QString &line : unit.text.trimmed().split(u'\n'))
            console().out(line);
    }
    console().out(u"\n# systemctl --user enable --now linnet-%1.timer"_s.arg(search->number));
    console().out(u"\n# Windows"_s);
    console().out(lines.windows());
    return {};
}

} // namespace linnet::cli
