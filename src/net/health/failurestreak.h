// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/health/breaker.h"

#include <QList>

namespace linnet::net {

/// Failures in a row of one host or one proxy, and the breaker that they open. When what has worked before
/// stops working, the attempts that failed on the way there were not the requests' fault and are given back.
/// Pure; monotonic nanoseconds are handed in.
class FailureStreak
{
public:
    using Id = quint64;

    /// What a failed attempt means for the attempts that requests have.
    struct Finding
    {
        bool charge = true;   ///< false: it failed to an outage, not to itself
        QList<Id> refund;     ///< earlier attempts that turn out to have failed to the same outage
        bool changed = false; ///< who may start has changed
    };

    /// known: it has worked before, so it will come back; what never did is probably just dead.
    explicit FailureStreak(bool known = false);

    Finding failed(Id id, qint64 now, double chance);
    void succeeded();
    bool contains(Id id) const { return m_ids.contains(id); }

    Breaker &breaker() { return m_breaker; }
    const Breaker &breaker() const { return m_breaker; }

private:
    bool m_known;
    Breaker m_breaker;
    QList<Id> m_ids;
};

} // namespace linnet::net
