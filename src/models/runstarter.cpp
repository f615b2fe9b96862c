// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runstarter.h"

#include "session/saved/runagain.h"

#include <utility>

namespace linnet::models {

using session::RunParams;

RunStarter::RunStarter(session::Session &session, std::function<Result<QUrl>()> practice, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_practice(std::move(practice))
    , m_task([this](Result<RunParams> params) {
        const Waiting done = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        begin();
        if (params)
            done.then(m_session.start(std::move(*params)));
        else
            done.then(std::unexpected(params.error()));
    })
{
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_task.stop();
        m_waiting.clear();
    });
}

void RunStarter::runAgain(const store::RunInfo &run, Then then)
{
    prepare(
        run.kind, run.params,
        [path = m_session.project().path(), run] { return session::firstAddresses(path, run); },
        std::move(then));
}

void RunStarter::runFirst(const session::SavedSearch &search, Then then)
{
    prepare(
        search.kind, search.params, [list = search.addresses] { return Result<QStringList>(list); },
        std::move(then));
}

void RunStarter::prepare(const QString &kind, const QJsonObject &params,
                         std::function<Result<QStringList>()> addresses, Then then)
{
    const session::ProjectSlot &slot = m_session.projectSlot();
    if (slot.isReadOnly()) {
        then(std::unexpected(Error{slot.whyReadOnly(), 0, slot.project().path()}));
        return;
    }
    QUrl practice;
    if (!RunParams::practice(params).isEmpty()) {
        const Result<QUrl> started = m_practice();
        if (!started) {
            then(std::unexpected(started.error()));
            return;
        }
        practice = *started;
    }
    m_waiting.push_back({[kind, params, practice, addresses = std::move(addresses)] {
                             const Result<QStringList> list = addresses();
                             return list ? session::runAgain(kind, params, *list, practice)
                                         : Result<RunParams>(std::unexpected(list.error()));
                         },
                         std::move(then)});
    if (m_waiting.size() == 1)
        begin();
}

void RunStarter::begin()
{
    if (!m_waiting.empty())
        m_task.start(m_waiting.front().read);
}

} // namespace linnet::models
