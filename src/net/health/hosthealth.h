// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/health/failurestreak.h"
#include "net/health/retrybudget.h"
#include "net/hostkey.h"

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
    using Id = FailureStreak::Id;
    using Finding = FailureStreak::Finding;

    HostHealth();

    /// Nobody answered: not the origin's doing as long as others fail in the same way.
    static bool isSilence(Reason reason);

    /// networkWorks: somebody answered, who says that the host cannot be reached.
    Finding failed(const HostKey &host, Id id, Reason reason, qint64 now, double chance,
                   bool networkWorks = false);
    /// An answer came, whatever its status. True when who may start has changed.
    bool answered(const HostKey &host, int status, qint64 now, double chance);
    void started(const HostKey &host, qint64 now);
    /// An attempt was taken back.
    void released(const HostKey &host);

    /// When something may start at the host; in the past when nothing holds it back.
    qint64 readyAt(const HostKey &host, qint64 now) const;
    /// The system says that there is no network, or that there is one again. It is believed until something
    /// answers. True when who may start has changed.
    bool setOnline(bool online, qint64 now, double chance);
    bool isNetworkGone() const { return m_network.isOpen(); }
    bool isHeld(const HostKey &host, qint64 now) const;
    /// With what a host that is held back for it says that it cannot; 0 = it does not.
    int overloadStatus(const HostKey &host) const;

    void firstAttempt(const HostKey &host);
    bool mayRetryNow(const HostKey &host);
    /// For time in which the program did not run.
    void postpone(qint64 ns);
    void sweep();

private:
    struct Record
    {
        explicit Record(bool known = false);

        FailureStreak silence;
        Breaker overload; ///< answers, but only to say that it cannot
        int overloadStatus = 0;
    };
    struct Failure
    {
        HostKey host;
        Id id;
        bool networkLike;
    };

    Record &record(const HostKey &host);
    bool isCutOff(const HostKey &host) const;
    bool looksLikeNoNetwork() const;

    QHash<HostKey, Record> m_hosts;
    QSet<HostKey> m_alive; ///< have answered before
    Breaker m_network;
    bool m_saidOffline = false; ///< by the system, which does not mean this computer itself
    QList<Failure> m_streak;    ///< failures of any host since the last answer
    QHash<HostKey, RetryBudget> m_budgets;
};

} // namespace linnet::net
