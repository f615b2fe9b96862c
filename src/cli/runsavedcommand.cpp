// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runsavedcommand.h"

#include "cli/options/storedrunoptions.h"
#include "session/changes/newrows.h"
#include "session/runkinds.h"
#include "session/saved/datedfile.h"
#include "session/saved/runagain.h"
#include "table/changes/changeschema.h"
#include "table/vacancyschema.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList sourcesOf(const session::SavedSearch &search)
{
    const auto spec = session::RunParams::search(search.params);
    return spec ? spec->sourceIds() : QStringList();
}

} // namespace

RunSavedCommand::RunSavedCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

QString RunSavedCommand::summary() const
{
    return tr("Run a saved search of a project again.");
}

void RunSavedCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.addPositional(u"name"_s, tr("The search's name or number, as \"searches\" lists them."),
                          u"NAME"_s);
    options.add({u"if-due"_s}, tr("Only when its schedule says that it is time."));
    options.add({u"into"_s}, tr("Write an XLSX file into a folder of today's date below this one."),
                u"FOLDER"_s);
    options.add(
        {u"only-new"_s},
        tr("Write only what is new since the last complete run: new ads; of a crawl or a check what is "
           "newly broken and what is mended. The rows are those of \"compare\"."));
    StoredRunOptions::addTo(options);
    OutputOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    const QStringList named = options.positional();
    if (named.size() != 2 || !QFileInfo(named.front()).isFile()) {
        endWith(BadUsage, {Reason::BadValue, 0, u"PROJECT NAME: "_s + named.join(u' ')});
        return;
    }
    const auto wanted = find(named.front(), named.back());
    if (!wanted) {
        const Error &error = wanted.error();
        endWith(error.reason == Reason::BadValue ? BadUsage : statusOfUnreadable(error), error);
        return;
    }
    if (options.isSet(u"if-due"_s) && !isDue(*wanted)) {
        end(Done);
        return;
    }
    setSchema(*session::rowsOf(wanted->search.kind));
    m_onlyNew = options.isSet(u"only-new"_s);
    const auto output = outputOf(options, *wanted);
    auto stored = StoredRunOptions::read(options, sourcesOf(wanted->search));
    if (endedByErrors(output, stored))
        return;
    stored->requests.setProject(u"PROJECT"_s, named.front());
    if (!prepare(*output, stored->requests, CrawlSecretOptions::files(options)))
        return;
    stored->giveSecrets(session());
    begin(named.front(), *wanted);
}

Result<RunSavedCommand::Wanted> RunSavedCommand::find(const QString &project, const QString &nameOrNumber)
{
    const auto reader = store::RowReader::open(project);
    const auto memos = reader ? (*reader)->memos() : std::unexpected(reader.error());
    const auto runs = memos ? (*reader)->runs() : std::unexpected(memos.error());
    if (!runs)
        return std::unexpected(runs.error());
    auto search = session::findSearch(session::savedSearches(*memos), nameOrNumber);
    if (!search)
        return std::unexpected(search.error());
    if (!session::rowsOf(search->kind))
        return fail(Reason::BadValue, u"kind "_s + search->kind);
    Wanted wanted{std::move(*search), {}};
    if (const store::RunInfo *last = session::newestRun(*runs, wanted.search))
        wanted.last = *last;
    return wanted;
}

/// With --into a file of its own for each run, named for the search.
Result<OutputOptions> RunSavedCommand::outputOf(const Options &options, const Wanted &wanted)
{
    const table::Schema &rows = outputSchema(wanted.search.kind);
    auto output = OutputOptions::read(options, rows);
    if (!output || !options.isSet(u"into"_s))
        return output;
    if (!output->path.isEmpty())
        return fail(Reason::BadValue, u"--into, --output"_s);
    const auto path =
        session::datedFile(options.text(u"into"_s), wanted.search, QDateTime::currentDateTime());
    if (!path)
        return std::unexpected(path.error());
    const auto file = OutputOptions::forFile(u"into"_s, *path, rows, *output->csv);
    if (!file)
        return file;
    output->path = file->path;
    output->format = file->format;
    return output;
}

bool RunSavedCommand::isDue(const Wanted &wanted)
{
    if (!wanted.search.schedule) {
        console().say(tr("“%1” has no schedule.").arg(wanted.search.name));
        return false;
    }
    const QDateTime last =
        wanted.last ? QDateTime::fromString(wanted.last->started, Qt::ISODate) : QDateTime();
    const session::Schedule::Due due = wanted.search.schedule->due(last, QDateTime::currentDateTimeUtc());
    if (due.missed > 0)
        console().say(tr("%n run(s) were missed; this one makes up for them.", nullptr, due.missed));
    return due.isDue;
}

void RunSavedCommand::begin(const QString &project, const Wanted &wanted)
{
    const session::SavedSearch &search = wanted.search;
    const store::RunInfo *last = wanted.last ? &*wanted.last : nullptr;
    const auto addresses = session::firstAddresses(project, search, last);
    auto params = addresses ? session::runAgain(search.kind, search.params, *addresses)
                            : std::unexpected(addresses.error());
    if (!params) {
        endWith(BadUsage, params.error());
        return;
    }
    follow(session().start(std::move(*params)));
}

const table::Schema &RunSavedCommand::outputSchema(const QString &kind) const
{
    const table::Schema *compared = m_onlyNew ? session::comparedRows(kind) : nullptr;
    return compared ? *table::changeSchema(*compared) : schema();
}

Result<qint64> RunSavedCommand::writeRows(store::RunId run)
{
    if (!m_onlyNew)
        return RunCommand::writeRows(run);
    const auto reader = session().project().reader();
    const auto all = reader ? (*reader)->count(query(run)) : std::unexpected(reader.error());
    if (!all)
        return std::unexpected(all.error());
    m_hasRows = *all > 0;
    const auto news = session::newRows(session().project().path(), run);
    if (!news)
        return std::unexpected(news.error());
    if (!news->changes) {
        console().say(tr("There is no complete run before this one: nothing can be new yet."));
        return 0;
    }
    for (const QString &code : session::newsCodes(*news->changes->runs().rows))
        m_changes.insert(code, news->changes->counts().changes.value(code));
    return RowOutput(output(), console()).write(news->changes->path(), news->query);
}

void RunSavedCommand::amend(QJsonObject &summary) const
{
    if (m_onlyNew)
        summary.insert(u"changes"_s, m_changes);
}

int RunSavedCommand::statusOfUnopened(const Error &error) const
{
    return statusOfUnreadable(error);
}

} // namespace linnet::cli
