// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/process/networkwatch.h"

#include <algorithm>

namespace linnet::cli {

NetworkWatch::NetworkWatch(session::Session &session, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
    connect(&session.network(), &session::NetworkControl::hostsChanged, this, &NetworkWatch::look);
    session.network().watchHosts(true);
}

void NetworkWatch::setHeld(bool held)
{
    m_held = held;
    if (held)
        m_silence.invalidate();
}

void NetworkWatch::look(const QList<net::HostState> &hosts)
{
    const auto isAsked = [](const net::HostState &host) { return host.queued + host.inFlight > 0; };
    // A server that says that it is overloaded has answered.
    const auto isSilent = [&](const net::HostState &host) {
        return !isAsked(host) || (host.unreachable && host.overloadStatus == 0);
    };
    const bool nobody =
        !m_held && std::ranges::any_of(hosts, isAsked) && std::ranges::all_of(hosts, isSilent);
    if (!nobody)
        m_silence.invalidate();
    else if (!m_silence.isValid())
        m_silence.start();
    if (m_hasGivenUp || !nobody || m_patience.count() == 0 || !m_silence.hasExpired(m_patience.count()))
        return;
    m_hasGivenUp = true;
    Q_EMIT gaveUp();
}

} // namespace linnet::cli
