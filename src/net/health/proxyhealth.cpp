// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/proxyhealth.h"

namespace linnet::net {

ProxyHealth::Finding ProxyHealth::failed(const ProxyKey &proxy, const HostKey &host, Id id, Reason reason,
                                         bool silent, qint64 now, double chance)
{
    Finding finding;
    if (proxy.isDirect())
        return finding;
    if (reason != Reason::ProxyFailed && !silent) {
        released(proxy);
        return finding;
    }
    auto record = m_troubled.find(proxy);
    if (record == m_troubled.end())
        record = m_troubled.insert(proxy, {FailureStreak(m_known.contains(proxy)), {}});
    if (silent)
        record->silent.insert(host);
    finding.isProxysFault = !silent || record->silent.size() > 1;
    if (finding.isProxysFault)
        finding.streak = record->streak.failed(id, now, chance);
    else
        record->streak.breaker().released();
    return finding;
}

bool ProxyHealth::answered(const ProxyKey &proxy)
{
    if (proxy.isDirect())
        return false;
    m_known.insert(proxy);
    const auto record = m_troubled.find(proxy);
    if (record == m_troubled.end())
        return false;
    const bool wasHeld = record->streak.breaker().isOpen();
    m_troubled.erase(record);
    return wasHeld;
}

void ProxyHealth::started(const ProxyKey &proxy, qint64 now)
{
    const auto record = m_troubled.find(proxy);
    if (record != m_troubled.end())
        record->streak.breaker().started(now);
}

void ProxyHealth::released(const ProxyKey &proxy)
{
    const auto record = m_troubled.find(proxy);
    if (record != m_troubled.end())
        record->streak.breaker().released();
}

qint64 ProxyHealth::readyAt(const ProxyKey &proxy, qint64 now) const
{
    const auto record = m_troubled.constFind(proxy);
    return record == m_troubled.constEnd() ? 0 : record->streak.breaker().readyAt(now);
}

void ProxyHealth::postpone(qint64 ns)
{
    for (Record &record : m_troubled)
        record.streak.breaker().postpone(ns);
}

void ProxyHealth::sweep()
{
    constexpr int Many = 10'000;
    if (m_troubled.size() > Many)
        m_troubled.removeIf([](const auto &entry) { return !entry->streak.breaker().isOpen(); });
    if (m_known.size() > Many)
        m_known.clear();
}

} // namespace linnet::net
