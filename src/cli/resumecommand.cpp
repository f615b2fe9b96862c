// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resumecommand.h"

#include "cli/options/crawlsecretoptions.h"
#include "cli/options/tokenoptions.h"
#include "session/runkinds.h"
#include "session/runparams.h"
#include "table/vacancyschema.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The project's last unfinished run, or the last with failures; an empty one when that cannot be told:
/// opening it says why.
store::RunInfo runOf(const QString &project, bool withFailures)
{
    const auto reader = store::RowReader::open(project);
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    store::RunInfo found;
    for (const store::RunInfo &run : runs ? *runs : std::vector<store::RunInfo>()) {
        const auto work = withFailures ? (*reader)->workCounts(run.id) : store::WorkCounts();
        if (withFailures ? work && work->failed > 0 : run.state != store::RunState::Finished)
            found = run;
    }
    return found;
}

QStringList sourcesOf(const store::RunInfo &run)
{
    const auto spec = session::RunParams::search(run.params);
    return spec ? spec->sourceIds() : QStringList();
}

} // namespace

ResumeCommand::ResumeCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

QString ResumeCommand::summary() const
{
    return tr("Go on with the last unfinished run of a project.");
}

void ResumeCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    TokenOptions::addTo(options);
    CrawlSecretOptions::addLoginTo(options);
    ProxyOptions::addTo(options);
    options.add({u"failed"_s}, tr("Ask again what failed in the last run with failures, finished or not."));
    RequestOptions::addPatienceTo(options);
    options.add({u"quiet"_s}, tr("No progress."));
    options.add({u"log"_s}, tr("Write messages to FILE as well."), u"FILE"_s);
    OutputOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile()) {
        endWith(BadUsage, {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')});
        return;
    }
    const bool again = options.isSet(u"failed"_s);
    const store::RunInfo wanted = runOf(projects.front(), again);
    const table::Schema *rows = session::rowsOf(wanted.kind);
    setSchema(rows ? *rows : table::vacancySchema());
    if (wanted.params.contains(session::runparam::Import)) {
        if (const auto import = session::RunParams::import(wanted.params))
            setSchema(*import->table);
    }
    const auto output = OutputOptions::read(options, schema());
    const auto proxies = ProxyOptions::read(options);
    const auto tokens = TokenOptions::read(options, sourcesOf(wanted));
    const auto logins = CrawlSecretOptions::readLogin(options);
    const auto patience = RequestOptions::readPatience(options);
    if (endedByErrors(output, proxies, tokens, logins, patience))
        return;
    RequestOptions requests;
    requests.project = projects.front();
    requests.patience = *patience;
    // The run keeps its own choice; a list given again brings the logins that were not stored.
    requests.proxies = proxies->list;
    requests.direct = proxies->choice.mode == jobs::ProxyChoice::Mode::None;
    requests.quiet = options.isSet(u"quiet"_s);
    requests.log = options.text(u"log"_s);
    requests.files = {{u"PROJECT"_s, requests.project, FileRole::Use::Project},
                      {u"--log"_s, requests.log, FileRole::Use::Write},
                      {u"--proxies"_s, options.text(u"proxies"_s), FileRole::Use::Read},
                      {u"--token-file"_s, options.text(u"token-file"_s), FileRole::Use::Read}};
    if (!prepare(*output, requests, CrawlSecretOptions::files(options)))
        return;
    for (auto token = tokens->begin(); token != tokens->end(); ++token)
        session().setToken(token.key(), token.value());
    for (auto login = logins->tokens.cbegin(); login != logins->tokens.cend(); ++login)
        session().setToken(login.key(), *login);
    if (again)
        retry(wanted.id);
    else
        resume();
}

void ResumeCommand::resume()
{
    const auto run = session().lastUnfinished();
    if (!run) {
        endWith(statusOfUnreadable(run.error()), run.error());
        return;
    }
    if (*run == 0) {
        console().say(tr("There is no unfinished run in this project."));
        end(BadUsage);
        return;
    }
    followIfGood(session().resume(*run));
}

void ResumeCommand::retry(store::RunId run)
{
    if (run == 0) {
        console().say(tr("Nothing has failed in this project."));
        end(BadUsage);
        return;
    }
    const auto reader = session().project().reader();
    const auto failures = reader ? (*reader)->failures(run) : std::unexpected(reader.error());
    if (!failures) {
        endWith(statusOfUnreadable(failures.error()), failures.error());
        return;
    }
    std::vector<qint64> units;
    for (const store::WorkFailure &failure : *failures)
        units.push_back(failure.id);
    session().retry(run, units, [this](const Result<session::RunHandle *> &handle) { followIfGood(handle); });
}

int ResumeCommand::statusOfUnopened(const Error &error) const
{
    return statusOfUnreadable(error);
}

void ResumeCommand::followIfGood(const Result<session::RunHandle *> &handle)
{
    if (!handle)
        endWith(NotStored, handle.error());
    else
        follow(*handle);
}

} // namespace linnet::cli
