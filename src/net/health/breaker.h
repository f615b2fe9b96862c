// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>

namespace linnet::net {

/// Holds back what keeps failing and lets one probe through from time to time. It delays and never drops:
/// after its patience everything passes again until something succeeds. Pure; monotonic nanoseconds are
/// handed in.
class Breaker
{
public:
    struct Rule
    {
        int consecutive = 5;                 ///< failures in a row that open it
        qint64 firstWait = 2'000'000'000;    ///< before the first probe; doubles with each that fails
        qint64 longestWait = 60'000'000'000; ///< between probes
        qint64 patience = 120'000'000'000;   ///< held back for at most this long without a success
        static constexpr qint64 Endless = std::numeric_limits<qint64>::max() / 4;
    };

    explicit Breaker(const Rule &rule)
        : m_rule(rule)
    {
    }

    void succeeded();
    /// True when this failure opens it. chance: 0 to below 1, spreads the wait over its upper half.
    bool failed(qint64 now, double chance);
    void open(qint64 now, double chance);
    /// Something starts; it is the probe when one is due.
    void started(qint64 now);
    /// What started ended without telling anything.
    void released() { m_probing = false; }

    bool isOpen() const { return m_openedAt > 0; }
    /// Open for so long that it no longer holds anything back.
    bool isExhausted(qint64 now) const { return isOpen() && now - m_openedAt >= m_rule.patience; }
    /// When something may start; Rule::Endless while a probe is under way.
    qint64 readyAt(qint64 now) const;
    void postpone(qint64 ns);

private:
    Rule m_rule;
    int m_failures = 0;
    qint64 m_openedAt = 0; ///< 0 = closed
    qint64 m_wait = 0;
    qint64 m_until = 0;
    bool m_probing = false;
};

} // namespace linnet::net
