// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/breaker.h"
#include "net/retrybudget.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace linnet::net {

/// What the engine believes about the hosts and about the network itself, from how attempts end: who is held
/// back, whether an attempt counts, whether a retry is within the budget. Pure; monotonic nanoseconds are
/// handed in.
class HostHealth
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

    HostHealth();

    Finding failed(const QString &host, Id id, Reason reason, qint64 now, double chance);
    /// An answer came, whatever its status. True when who may start has changed.
    bool answered(const QString &host, int status, qint64 now, double chance);
    void started(const QString &host, qint64 now);
    /// An attempt was taken back.
    void released(const QString &host);

    /// When something may start at the host; in the past when nothing holds it back.
    qint64 readyAt(const QString &host, qint64 now) const;
    bool isNetworkGone() const { return m_network.isOpen(); }
    bool isHeld(const QString &host, qint64 now) const;

    void firstAttempt(const QString &host);
    bool mayRetryNow(const QString &host);
    /// For time in which the program did not run.
    void postpone(qint64 ns);
    void sweep();

private:
    struct Record
    {
        explicit Record(bool known = false);

        Breaker silence;
        Breaker overload; ///< answers, but only to say that it cannot
        QList<Id> streak; ///< failures in a row
    };
    struct Failure
    {
        QString host;
        Id id;
        bool networkLike;
    };

    Record &record(const QString &host);
    bool looksLikeNoNetwork() const;

    QHash<QString, Record> m_hosts;
    QSet<QString> m_alive; ///< have answered before
    Breaker m_network;
    QList<Failure> m_streak; ///< failures of any host since the last answer
    QHash<QString, RetryBudget> m_budgets;
};

} // namespace linnet::net
