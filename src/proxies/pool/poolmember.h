// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "proxies/proxy.h"

#include <QHash>
#include <QList>

#include <limits>
#include <utility>

namespace linnet::proxies {

enum class MemberState : quint8
{
    Untried,
    Good,
    Slow,
    Cooling, ///< failed; tried again with one request when its time has come
    Dead,    ///< its login is wrong, or it failed again and again; still tried from time to time
    Off,     ///< by the user
};

/// One proxy of a pool and what is believed about it. Pure; monotonic nanoseconds are handed in.
class PoolMember
{
public:
    explicit PoolMember(Proxy proxy);

    const Proxy &proxy() const { return m_proxy; }
    const QString &key() const { return m_key; }
    MemberState state(qint64 nowNs) const;
    const Error &lastFault() const { return m_fault; }
    double latencyNs() const { return m_latencyNs; } ///< smoothed; 0 = unknown
    qint64 succeededCount() const { return m_succeeded; }
    qint64 failedCount() const { return m_failed; }
    int inFlight() const { return m_inFlight; }

    void setEnabled(bool enabled) { m_enabled = enabled; }
    bool isEnabled() const { return m_enabled; }

    /// When it may take a request for the host; Never while its one probe is under way or it is off.
    qint64 readyAt(const QString &host) const;
    /// When it may be probed early because no other is left: so long after its last fault.
    qint64 earlyAt(const QString &host, qint64 nowNs, qint64 gapNs) const;
    static constexpr qint64 Never = std::numeric_limits<qint64>::max() / 2;
    /// Failed at this host lately, without it being clear whose fault that is: others first.
    bool isDoubtful(const QString &host, qint64 nowNs) const;

    void started();
    void released();
    void succeeded(const QString &host, qint64 nowNs, qint64 tookNs);
    /// Its own fault. chance: 0 to below 1, spreads the wait.
    void faulted(const Error &error, qint64 nowNs, double chance);
    /// It answered, but only to say that the host cannot be reached.
    void worked();
    bool hasFaults() const { return m_faultsInRow > 0; }
    bool hasCarried() const { return m_succeeded > 0; }
    /// Nobody knows whose fault.
    void doubted(const QString &host, qint64 nowNs);
    /// How many hosts in a row it failed at without an answer in between.
    int doubtfulHosts() const { return int(m_doubts.size()); }
    /// The host refused it; true when it is banned there from now on.
    bool refused(const QString &host, qint64 nowNs, double chance, bool othersAreWelcome);
    /// For long, at once.
    void banned(const QString &host, qint64 nowNs, double chance);
    void welcomed(const QString &host, qint64 nowNs);
    bool answeredSince(const QString &host, qint64 sinceNs) const;
    bool welcomedSince(const QString &host, qint64 sinceNs) const;
    bool isBanned(const QString &host, qint64 nowNs) const;
    /// Hosts that do not want it now, and until when.
    QList<std::pair<QString, qint64>> bans(qint64 nowNs) const;
    qint64 coolUntil() const { return m_coolUntil; }
    /// What is known of it, without what is under way.
    PoolMember atRest() const;

private:
    struct HostRecord
    {
        qint64 goodNs = 0;    ///< last answer
        qint64 welcomeNs = 0; ///< last one that was no refusal
        int refusals = 0;     ///< in a row
        int bans = 0;
        qint64 bannedUntil = 0;
    };

    Proxy m_proxy;
    QString m_key;
    bool m_enabled = true;
    bool m_probing = false;
    bool m_hopeless = false; ///< its login was refused
    int m_faultsInRow = 0;
    int m_inFlight = 0;
    qint64 m_coolUntil = 0;
    qint64 m_faultNs = 0;
    qint64 m_succeeded = 0;
    qint64 m_failed = 0;
    double m_latencyNs = 0;
    Error m_fault;
    QHash<QString, HostRecord> m_hosts;
    QHash<QString, qint64> m_doubts; ///< by host: since when
};

} // namespace linnet::proxies
