// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ratelimiter.h"

#include <algorithm>

namespace linnet::net {

namespace {

constexpr qint64 Millisecond = 1'000'000;
/// Below this the connection's set-up is not waited for: it would cost more than it evens out.
constexpr qint64 GatedInterval = 5 * Millisecond;
/// How long a start that is still connecting holds back the next one.
constexpr qint64 ConnectGrace = 1000 * Millisecond;

} // namespace

qint64 RateCell::tolerance(qint64 interval)
{
    return interval < 50 * Millisecond ? std::min(Millisecond, interval) : Millisecond / 4;
}

void RateCell::setInterval(qint64 interval)
{
    m_next += interval - m_interval;
    m_interval = interval;
}

qint64 RateCell::readyAt() const
{
    const qint64 scheduled = m_next - (m_burst - 1) * m_interval;
    // A kept-alive connection would overtake one that is being set up, and the server would see both at once.
    const bool gated = m_unsentSince > 0 && m_burst == 1 && m_interval >= GatedInterval;
    return gated ? std::max(scheduled, m_unsentSince + ConnectGrace) : scheduled;
}

void RateCell::take(qint64 now)
{
    m_next = std::max(m_next, now - tolerance(m_interval)) + m_interval;
    m_unsentSince = now;
}

void RateCell::sent(qint64 now)
{
    m_unsentSince = 0;
    if (m_burst == 1)
        m_next = std::max(m_next, now - tolerance(m_interval) + m_interval);
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
    return m_own.isEmpty() ? m_interval : std::max(m_interval, m_own.value(host));
}

QString RateLimiter::cellKey(const QString &host, const QString &proxy) const
{
    return m_scaled ? host + u' ' + proxy : host;
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
