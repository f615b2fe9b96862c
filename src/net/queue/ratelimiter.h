// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <chrono>

namespace linnet::net {

/// How often something may start: the generic cell rate algorithm (ITU-T I.371, annex A) in integer
/// nanoseconds. A virtual schedule of one start per interval, `burst` of which may come early; idle time
/// earns nothing more. A start that is late by up to one timer tick does not move the schedule, so that the
/// mean rate holds.
class RateCell
{
public:
    static constexpr qint64 Tick = 1'000'000; ///< ns, the resolution of the program's timers

    void setInterval(qint64 interval); ///< ns, 0 = no limit; counted from the last start
    void setBurst(int burst) { m_burst = burst; }
    qint64 interval() const { return m_interval; }

    qint64 readyAt() const; ///< monotonic ns; in the past when nothing holds it back
    void take(qint64 now);
    /// The start taken last reached the wire only now: the next one keeps its distance from this moment.
    void sent(qint64 now);
    /// The start taken last will not reach the wire.
    void dropped() { m_unsentSince = 0; }
    bool isIdle(qint64 now) const { return m_unsentSince == 0 && readyAt() <= now; }

private:
    qint64 m_interval = 0;
    int m_burst = 1;
    qint64 m_next = 0;        ///< the theoretical arrival time
    qint64 m_last = 0;        ///< when the last start was seen on the wire, or taken
    qint64 m_unsentSince = 0; ///< 0 = the last start is on the wire
};

/// Decides when a request to a host through a proxy may start: the cells of everything, of the host and of
/// the (proxy, host) pair, all or none. Pure: time is handed in. Monotonic nanoseconds throughout.
class RateLimiter
{
public:
    void setGlobalInterval(std::chrono::nanoseconds interval);
    void setInterval(std::chrono::nanoseconds interval); ///< of every host
    void setBurst(int burst);
    /// Raises one host's interval above the common one; 0 removes it.
    void setHostInterval(const QString &host, std::chrono::nanoseconds interval);
    /// An interval for one host until a moment, besides the others; the longest counts.
    void advise(const QString &host, std::chrono::nanoseconds interval, qint64 untilNs);
    /// Drops advice whose time is over.
    void expire(qint64 nowNs);
    /// Each proxy has the host's rate for itself, instead of all sharing it.
    void setScaledByProxy(bool scaled) { m_scaled = scaled; }
    /// From now on all proxies share this host's rate again: it has refused somebody.
    void refuseScaling(const QString &host) { m_unscaled.insert(host); }

    std::chrono::nanoseconds interval(const QString &host) const;
    qint64 readyAt(const QString &host, const QString &proxy) const;
    void take(const QString &host, const QString &proxy, qint64 now);
    void sent(const QString &host, const QString &proxy, qint64 now);
    void dropped(const QString &host, const QString &proxy);
    /// Forgets cells that hold nothing back; for programs that see many hosts.
    void sweep(qint64 now);

private:
    struct Advice
    {
        std::chrono::nanoseconds interval;
        qint64 until;
    };

    RateCell &cell(const QString &host, const QString &proxy);
    QString cellKey(const QString &host, const QString &proxy) const;

    RateCell m_global;
    std::chrono::nanoseconds m_interval{0};
    int m_burst = 1;
    bool m_scaled = false;
    QSet<QString> m_unscaled;
    QHash<QString, std::chrono::nanoseconds> m_own;
    QHash<QString, Advice> m_advice;
    qint64 m_nextExpiry = 0;
    QHash<QString, RateCell> m_cells;
};

} // namespace linnet::net
