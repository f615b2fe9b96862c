// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resumecommand.h"

#include "cli/options/storedrunoptions.h"
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
    StoredRunOptions::addTo(options);
    options.add({u"failed"_s}, tr("Ask again what failed in the last run with failures, finished or not."));
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
    auto stored = StoredRunOptions::read(options, sourcesOf(wanted));
    if (endedByErrors(output, stored))
        return;
    stored->requests.setProject(u"PROJECT"_s, projects.front());
    if (!prepare(*output, stored->requests, CrawlSecretOptions::files(options)))
        return;
    stored->giveSecrets(session());
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
