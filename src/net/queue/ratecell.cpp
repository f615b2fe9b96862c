// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/ratecell.h"

#include <algorithm>

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

/// Below this the connection's set-up is not waited for: it would cost more than it evens out.
constexpr std::chrono::nanoseconds GatedInterval = 5ms;
/// How long a start that is still connecting holds back the next one.
constexpr std::chrono::nanoseconds ConnectGrace = 1s;

/// How much closer than the interval a start may follow the moment at which the last one was sent. A start
/// takes about half a millisecond to get there itself, so the distance on the wire shrinks by less. From 50
/// ms on that half millisecond is too little of the interval to be made up for.
std::chrono::nanoseconds slack(std::chrono::nanoseconds interval)
{
    return interval < 50ms ? std::min(RateCell::Tick, interval / 2) : 0ns;
}

} // namespace

void RateCell::setInterval(std::chrono::nanoseconds interval)
{
    if (m_last > Moment())
        m_next += interval - m_interval;
    m_interval = interval;
}

Moment RateCell::readyAt() const
{
    const Moment scheduled = m_next - (m_burst - 1) * m_interval;
    if (m_burst > 1)
        return scheduled;
    const Moment spaced = std::max(scheduled, m_last + m_interval - slack(m_interval));
    // A kept-alive connection would overtake one that is being set up, and the server would see both at once.
    const bool gated = m_unsentSince > Moment() && m_interval >= GatedInterval;
    return gated ? std::max(spaced, m_unsentSince + ConnectGrace) : spaced;
}

void RateCell::take(Moment now)
{
    m_next = std::max(m_next, now - std::min(Tick, m_interval)) + m_interval;
    m_last = now;
    m_unsentSince = now;
}

void RateCell::sent(Moment now)
{
    m_unsentSince = {};
    m_last = now;
}

} // namespace linnet::net
