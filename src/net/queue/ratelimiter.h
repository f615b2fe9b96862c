// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostkey.h"
#include "net/proxykey.h"
#include "net/queue/ratecell.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <utility>

namespace linnet::net {

/// Decides when a request to a host through a proxy may start: by the cell of the host, or of host and proxy.
/// Pure: time is handed in. Monotonic nanoseconds throughout.
class RateLimiter
{
public:
    void setInterval(std::chrono::nanoseconds interval); ///< of every host
    void setBurst(int burst);
    /// Raises one host's interval above the common one; 0 removes it.
    void setHostInterval(const HostKey &host, std::chrono::nanoseconds interval);
    /// An interval for one host until a moment, besides the others; the longest counts.
    void advise(const HostKey &host, std::chrono::nanoseconds interval, qint64 untilNs);
    /// Drops advice whose time is over.
    void expire(qint64 nowNs);
    /// Each proxy has the host's rate for itself, instead of all sharing it.
    void setScaledByProxy(bool scaled) { m_scaled = scaled; }
    /// From now on all proxies share this host's rate again: it has refused somebody.
    void refuseScaling(const HostKey &host) { m_unscaled.insert(host); }

    std::chrono::nanoseconds interval(const HostKey &host) const;
    qint64 readyAt(const HostKey &host, const ProxyKey &proxy) const;
    void take(const HostKey &host, const ProxyKey &proxy, qint64 now);
    void sent(const HostKey &host, const ProxyKey &proxy, qint64 now);
    void dropped(const HostKey &host, const ProxyKey &proxy);
    /// Forgets cells that hold nothing back; for programs that see many hosts.
    void sweep(qint64 now);

private:
    struct Advice
    {
        std::chrono::nanoseconds interval;
        qint64 until;
    };

    RateCell &cell(const HostKey &host, const ProxyKey &proxy);
    /// The proxy is empty where all share the host's rate.
    using CellKey = std::pair<HostKey, ProxyKey>;
    CellKey cellKey(const HostKey &host, const ProxyKey &proxy) const;

    std::chrono::nanoseconds m_interval{0};
    int m_burst = 1;
    bool m_scaled = false;
    QSet<HostKey> m_unscaled;
    QHash<HostKey, std::chrono::nanoseconds> m_own;
    QHash<HostKey, Advice> m_advice;
    qint64 m_nextExpiry = 0;
    QHash<CellKey, RateCell> m_cells;
};

} // namespace linnet::net
