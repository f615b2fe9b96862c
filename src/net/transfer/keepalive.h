// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostkey.h"

#include <QHash>

#include <chrono>
#include <set>

namespace linnet::net {

/// Says how long idle connections to a host are kept, so that a few hosts keep theirs between paced starts
/// and thousands of hosts do not eat the descriptors of the process. Pure; monotonic nanoseconds are handed
/// in.
class KeepAlive
{
public:
    static constexpr int MostConnections = 64; ///< that may be idle at once, roughly

    /// For a request that starts now. interval: between starts at the host; inFlight: there, this one
    /// included.
    std::chrono::seconds secondsFor(const HostKey &host, std::chrono::nanoseconds interval, int inFlight,
                                    qint64 nowNs);
    /// As of the last call for it: some of its connections are kept.
    bool keeps(const HostKey &host) const { return m_hosts.contains(host); }

private:
    struct Kept
    {
        qint64 until;
        int connections;
    };

    void expire(qint64 nowNs);
    void remove(const HostKey &host);

    QHash<HostKey, Kept> m_hosts;
    std::set<std::pair<qint64, HostKey>> m_order;
    int m_connections = 0;
};

} // namespace linnet::net
