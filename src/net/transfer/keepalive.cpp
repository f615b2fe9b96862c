// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/keepalive.h"

#include <algorithm>

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

/// Nothing is written down again for less.
constexpr qint64 Precision = 1'000'000'000;

} // namespace

std::chrono::seconds KeepAlive::secondsFor(const HostKey &host, std::chrono::nanoseconds interval,
                                           int inFlight, qint64 nowNs)
{
    expire(nowNs);
    // Until the next start is due, and long enough for a job to think of one.
    const std::chrono::seconds keep =
        std::clamp(std::chrono::ceil<std::chrono::seconds>(interval) + 2s, 20s, 120s);
    const qint64 until = nowNs + std::chrono::nanoseconds(keep).count();
    const Kept before = m_hosts.value(host, {0, 0});
    if (before.connections >= inFlight && until - before.until < Precision)
        return keep;
    const int connections = std::max(before.connections, inFlight);
    if (m_connections - before.connections + connections > MostConnections)
        return 0s;
    remove(host);
    m_hosts.insert(host, {until, connections});
    m_order.emplace(until, host);
    m_connections += connections;
    return keep;
}

void KeepAlive::expire(qint64 nowNs)
{
    while (!m_order.empty() && m_order.begin()->first <= nowNs)
        remove(HostKey(m_order.begin()->second));
}

void KeepAlive::remove(const HostKey &host)
{
    const auto found = m_hosts.find(host);
    if (found == m_hosts.end())
        return;
    m_connections -= found->connections;
    m_order.erase({found->until, host});
    m_hosts.erase(found);
}

} // namespace linnet::net
