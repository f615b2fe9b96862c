// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resumecommand.h"

#include "cli/tokenoptions.h"
#include "session/runparams.h"
#include "table/vacancyschema.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The project's last unfinished run; an empty one when that cannot be told: opening it says why.
store::RunInfo unfinishedRun(const QString &project)
{
    const auto reader = store::RowReader::open(project);
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    store::RunInfo found;
    for (const store::RunInfo &run : runs ? *runs : std::vector<store::RunInfo>()) {
        if (run.state != store::RunState::Finished)
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
    ProxyOptions::addTo(options);
    options.add({u"quiet"_s}, tr("No progress."));
    options.add({u"log"_s}, tr("Write messages to FILE as well."), u"FILE"_s);
    OutputOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo::exists(projects.front())) {
        endWith(BadUsage, {Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')});
        return;
    }
    const store::RunInfo unfinished = unfinishedRun(projects.front());
    const table::Schema *rows = session::rowsOf(unfinished.kind);
    setSchema(rows ? *rows : table::vacancySchema());
    const auto output = OutputOptions::read(options, schema());
    const auto proxies = ProxyOptions::read(options);
    const auto tokens = TokenOptions::read(options, sourcesOf(unfinished));
    if (endedByErrors(output, proxies, tokens))
        return;
    RequestOptions requests;
    requests.project = projects.front();
    // The run keeps its own choice; a list given again brings the logins that were not stored.
    requests.proxies = proxies->list;
    requests.direct = proxies->choice.mode == jobs::ProxyChoice::Mode::None;
    requests.quiet = options.isSet(u"quiet"_s);
    requests.log = options.text(u"log"_s);
    if (!prepare(*output, requests))
        return;
    const auto run = session().lastUnfinished();
    if (!run) {
        endWith(NotStored, run.error());
        return;
    }
    if (*run == 0) {
        console().say(tr("There is no unfinished run in this project."));
        end(BadUsage);
        return;
    }
    for (auto token = tokens->begin(); token != tokens->end(); ++token)
        session().setToken(token.key(), token.value());
    const auto handle = session().resume(*run);
    if (!handle)
        endWith(NotStored, handle.error());
    else
        follow(*handle);
}

} // namespace linnet::cli
