// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/ratelimiter.h"

#include <algorithm>

namespace linnet::net {

void RateLimiter::setInterval(std::chrono::nanoseconds interval)
{
    m_interval = interval;
}

void RateLimiter::setBurst(int burst)
{
    m_burst = std::max(1, burst);
}

void RateLimiter::setHostInterval(const HostKey &host, std::chrono::nanoseconds interval)
{
    if (interval.count() > 0)
        m_own.insert(host, interval);
    else
        m_own.remove(host);
}

std::chrono::nanoseconds RateLimiter::interval(const HostKey &host) const
{
    std::chrono::nanoseconds longest = m_interval;
    if (!m_own.isEmpty())
        longest = std::max(longest, m_own.value(host));
    if (!m_advice.isEmpty())
        longest = std::max(longest, m_advice.value(host).interval);
    return longest;
}

void RateLimiter::advise(const HostKey &host, std::chrono::nanoseconds interval, qint64 untilNs)
{
    m_nextExpiry = m_advice.isEmpty() ? untilNs : std::min(m_nextExpiry, untilNs);
    m_advice.insert(host, {interval, untilNs});
}

void RateLimiter::expire(qint64 nowNs)
{
    if (m_advice.isEmpty() || nowNs < m_nextExpiry)
        return;
    m_advice.removeIf([nowNs](const auto &entry) { return entry.value().until <= nowNs; });
    m_nextExpiry = nowNs + 1'000'000'000;
}

RateLimiter::CellKey RateLimiter::cellKey(const HostKey &host, const ProxyKey &proxy) const
{
    return {host, m_scaled && !m_unscaled.contains(host) ? proxy : ProxyKey()};
}

qint64 RateLimiter::readyAt(const HostKey &host, const ProxyKey &proxy) const
{
    const auto found = m_cells.constFind(cellKey(host, proxy));
    if (found == m_cells.constEnd())
        return 0;
    RateCell current = *found;
    current.setInterval(interval(host));
    current.setBurst(m_burst);
    return std::max<qint64>(0, nsOf(current.readyAt()));
}

RateCell &RateLimiter::cell(const HostKey &host, const ProxyKey &proxy)
{
    RateCell &result = m_cells[cellKey(host, proxy)];
    result.setInterval(interval(host));
    result.setBurst(m_burst);
    return result;
}

void RateLimiter::take(const HostKey &host, const ProxyKey &proxy, qint64 now)
{
    cell(host, proxy).take(momentAt(now));
}

void RateLimiter::sent(const HostKey &host, const ProxyKey &proxy, qint64 now)
{
    cell(host, proxy).sent(momentAt(now));
}

void RateLimiter::dropped(const HostKey &host, const ProxyKey &proxy)
{
    cell(host, proxy).dropped();
}

void RateLimiter::sweep(qint64 now)
{
    m_cells.removeIf([now](const auto &entry) { return entry.value().isIdle(momentAt(now)); });
}

} // namespace linnet::net
