// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resumecommand.h"

#include "cli/crawlsecretoptions.h"
#include "session/jobfactory.h"
#include "table/vacancyschema.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the rows of the project's last unfinished run; the vacancies' when that cannot be told: opening it says
/// why.
const table::Schema &schemaOf(const QString &project)
{
    const auto reader = store::RowReader::open(project);
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    const table::Schema *schema = nullptr;
    for (const store::RunInfo &run : runs ? *runs : std::vector<store::RunInfo>()) {
        if (run.state != store::RunState::Finished)
            schema = session::JobFactory::rowsOf(run.kind);
    }
    return schema ? *schema : table::vacancySchema();
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
    options.add({u"token-file"_s}, tr("File with the hh.ru access token (or variable LINNET_HH_TOKEN)."),
                u"FILE"_s);
    CrawlSecretOptions::addLoginTo(options);
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
    setSchema(schemaOf(projects.front()));
    const auto output = OutputOptions::read(options, schema());
    const auto proxies = ProxyOptions::read(options);
    const auto token = readToken(options);
    const auto logins = CrawlSecretOptions::read(options);
    if (endedByErrors(output, proxies, token, logins))
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
    session().setToken(u"hh"_s, *token);
    for (auto login = logins->tokens.cbegin(); login != logins->tokens.cend(); ++login)
        session().setToken(login.key(), *login);
    const auto handle = session().resume(*run);
    if (!handle)
        endWith(NotStored, handle.error());
    else
        follow(*handle);
}

} // namespace linnet::cli
