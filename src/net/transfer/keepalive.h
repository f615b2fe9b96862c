// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

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
    std::chrono::seconds secondsFor(const QString &host, std::chrono::nanoseconds interval, int inFlight,
                                    qint64 nowNs);

private:
    struct Kept
    {
        qint64 until;
        int connections;
    };

    void expire(qint64 nowNs);
    void remove(const QString &host);

    QHash<QString, Kept> m_hosts;
    std::set<std::pair<qint64, QString>> m_order;
    int m_connections = 0;
};

} // namespace linnet::net
