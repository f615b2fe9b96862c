// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/ratelimiter.h"

#include <algorithm>

namespace linnet::net {

namespace {

/// Below this the connection's set-up is not waited for: it would cost more than it evens out.
constexpr qint64 GatedInterval = 5'000'000;
/// How long a start that is still connecting holds back the next one.
constexpr qint64 ConnectGrace = 1'000'000'000;

/// How much closer than the interval a start may follow the moment at which the last one was sent. A start
/// takes about half a millisecond to get there itself, so the distance on the wire shrinks by less. From 50
/// ms on that half millisecond is too little of the interval to be made up for.
qint64 slack(qint64 interval)
{
    return interval < 50'000'000 ? std::min(RateCell::Tick, interval / 2) : 0;
}

} // namespace

void RateCell::setInterval(qint64 interval)
{
    if (m_last > 0)
        m_next += interval - m_interval;
    m_interval = interval;
}

qint64 RateCell::readyAt() const
{
    const qint64 scheduled = m_next - (m_burst - 1) * m_interval;
    if (m_burst > 1)
        return scheduled;
    const qint64 spaced = std::max(scheduled, m_last + m_interval - slack(m_interval));
    // A kept-alive connection would overtake one that is being set up, and the server would see both at once.
    const bool gated = m_unsentSince > 0 && m_interval >= GatedInterval;
    return gated ? std::max(spaced, m_unsentSince + ConnectGrace) : spaced;
}

void RateCell::take(qint64 now)
{
    m_next = std::max(m_next, now - std::min(Tick, m_interval)) + m_interval;
    m_last = now;
    m_unsentSince = now;
}

void RateCell::sent(qint64 now)
{
    m_unsentSince = 0;
    m_last = now;
}

void RateLimiter::setGlobalInterval(std::chrono::nanoseconds interval)
{
    m_global.setInterval(interval.count());
}

void RateLimiter::setInterval(std::chrono::nanoseconds interval)
{
    m_interval = interval;
}

void RateLimiter::setBurst(int burst)
{
    m_burst = std::max(1, burst);
}

void RateLimiter::setHostInterval(const QString &host, std::chrono::nanoseconds interval)
{
    if (interval.count() > 0)
        m_own.insert(host, interval);
    else
        m_own.remove(host);
}

std::chrono::nanoseconds RateLimiter::interval(const QString &host) const
{
    std::chrono::nanoseconds longest = m_interval;
    if (!m_own.isEmpty())
        longest = std::max(longest, m_own.value(host));
    if (!m_advice.isEmpty())
        longest = std::max(longest, m_advice.value(host).interval);
    return longest;
}

void RateLimiter::advise(const QString &host, std::chrono::nanoseconds interval, qint64 untilNs)
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

QString RateLimiter::cellKey(const QString &host, const QString &proxy) const
{
    return m_scaled && !m_unscaled.contains(host) ? host + u' ' + proxy : host;
}

qint64 RateLimiter::readyAt(const QString &host, const QString &proxy) const
{
    qint64 ready = m_global.interval() > 0 ? m_global.readyAt() : 0;
    const auto found = m_cells.constFind(cellKey(host, proxy));
    if (found != m_cells.constEnd()) {
        RateCell current = *found;
        current.setInterval(interval(host).count());
        current.setBurst(m_burst);
        ready = std::max(ready, current.readyAt());
    }
    return ready;
}

RateCell &RateLimiter::cell(const QString &host, const QString &proxy)
{
    RateCell &result = m_cells[cellKey(host, proxy)];
    result.setInterval(interval(host).count());
    result.setBurst(m_burst);
    return result;
}

void RateLimiter::take(const QString &host, const QString &proxy, qint64 now)
{
    if (m_global.interval() > 0)
        m_global.take(now);
    m_global.dropped();
    cell(host, proxy).take(now);
}

void RateLimiter::sent(const QString &host, const QString &proxy, qint64 now)
{
    cell(host, proxy).sent(now);
}

void RateLimiter::dropped(const QString &host, const QString &proxy)
{
    cell(host, proxy).dropped();
}

void RateLimiter::sweep(qint64 now)
{
    m_cells.removeIf([now](const auto &entry) { return entry.value().isIdle(now); });
}

} // namespace linnet::net
