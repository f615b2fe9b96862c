// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/confirmcommand.h"

#include "table/vacancyschema.h"

#include <QJsonObject>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

ConfirmCommand::ConfirmCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

void ConfirmCommand::begin(const QString &project, session::RunParams params, const OutputOptions &output,
                           StoredRunOptions options)
{
    options.requests.setProject(u"PROJECT"_s, project);
    if (!prepare(output, options.requests))
        return;
    options.giveSecrets(session());
    session::RunHandle *run = session().start(std::move(params));
    m_run = run->id();
    follow(run);
}

session::Confirmed ConfirmCommand::confirmed() const
{
    const auto reader = session().project().reader();
    return reader ? session::confirmedBy(**reader, m_run).value_or(session::Confirmed())
                  : session::Confirmed();
}

void ConfirmCommand::amend(QJsonObject &summary) const
{
    const session::Confirmed answers = confirmed();
    summary.insert(u"confirmed"_s, QJsonObject{{u"open"_s, answers.open},
                                               {u"archived"_s, answers.archived},
                                               {u"not_found"_s, answers.notFound},
                                               {u"failed"_s, answers.failed},
                                               {u"not_asked"_s, answers.notAsked}});
}

void ConfirmCommand::conclude()
{
    console().say(session::confirmedInWords(confirmed()));
}

} // namespace linnet::cli
