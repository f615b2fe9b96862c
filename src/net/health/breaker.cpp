// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/breaker.h"

#include <algorithm>

namespace linnet::net {

void Breaker::succeeded()
{
    *this = Breaker(m_rule);
}

bool Breaker::failed(qint64 now, double chance)
{
    ++m_failures;
    if (!isOpen()) {
        if (m_failures < m_rule.consecutive)
            return false;
        open(now, chance);
        return true;
    }
    // Late failures of what was under way when it opened say nothing new.
    if (m_probing) {
        m_probing = false;
        m_wait = std::min(m_wait * 2, m_rule.longestWait);
        m_until = now + m_wait / 2 + qint64(double(m_wait / 2) * chance);
    }
    return false;
}

void Breaker::open(qint64 now, double chance)
{
    m_openedAt = now;
    m_wait = m_rule.firstWait;
    m_until = now + m_wait / 2 + qint64(double(m_wait / 2) * chance);
    m_probing = false;
}

void Breaker::started(qint64 now)
{
    if (isOpen() && !isExhausted(now))
        m_probing = true;
}

qint64 Breaker::readyAt(qint64 now) const
{
    if (!isOpen() || isExhausted(now))
        return 0;
    return m_probing ? Rule::Endless : m_until;
}

void Breaker::postpone(qint64 ns)
{
    if (!isOpen())
        return;
    m_openedAt += ns;
    m_until += ns;
}

} // namespace linnet::net
