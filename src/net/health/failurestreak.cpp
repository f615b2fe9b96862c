// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/failurestreak.h"

#include <utility>

namespace linnet::net {

namespace {

constexpr Breaker::Rule KnownRule{5, 2'000'000'000, 30'000'000'000, 60'000'000'000};
constexpr Breaker::Rule UnknownRule{8, 1'000'000'000, 10'000'000'000, 15'000'000'000};
constexpr int Longest = 64;

} // namespace

FailureStreak::FailureStreak(bool known)
    : m_known(known)
    , m_breaker(known ? KnownRule : UnknownRule)
{
}

FailureStreak::Finding FailureStreak::failed(Id id, qint64 now, double chance)
{
    Finding finding;
    const bool wasOpen = m_breaker.isOpen();
    finding.changed = m_breaker.failed(now, chance) || wasOpen;
    if (m_breaker.isExhausted(now))
        return finding;
    if (m_known && m_breaker.isOpen()) {
        finding.charge = false;
        finding.refund = std::exchange(m_ids, {});
        return finding;
    }
    m_ids.append(id);
    if (m_ids.size() > Longest)
        m_ids.removeFirst();
    return finding;
}

void FailureStreak::succeeded()
{
    m_breaker.succeeded();
    m_ids.clear();
}

} // namespace linnet::net
