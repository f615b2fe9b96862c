// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <memory>
#include <vector>

namespace linnet::net {

/// Tells a QNetworkAccessManager the proxy of the request that is about to be handed to it.
class LaneProxy final : public QNetworkProxyFactory
{
public:
    void set(const QNetworkProxy &proxy);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return m_proxies; }

private:
    QList<QNetworkProxy> m_proxies;
};

/// One QNetworkAccessManager with its connections. Requests that must not share connections or logins are in
/// different lanes; within a lane at most six are in flight per origin and proxy, so nothing ever waits
/// inside Qt.
struct Lane
{
    TlsPolicy tls = TlsPolicy::Verify;
    QString login; ///< the proxy whose credentials it may hold, and which; empty for proxies without
    LaneProxy *proxy = nullptr; ///< the manager's
    QNetworkAccessManager manager;
    QHash<QString, int> inFlight; ///< by origin and proxy
    int total = 0;
    bool retired = false;
    qint64 idleSinceNs = 0;
};

/// The lanes there are; makes more when one origin is allowed more than six at once.
class Lanes
{
public:
    static constexpr int PerOrigin =
        6; ///< QNAM's own connection limit, which it does not let us change on 6.4

    /// A lane with room for one more request to the origin; call release() when that is over.
    /// login: of the proxy's, see ProxyLogins; Qt would use an old one again.
    Lane &take(TlsPolicy tls, const QNetworkProxy &proxy, const QString &proxyKey, int login,
               const QString &origin);
    void release(Lane &lane, const QString &proxyKey, const QString &origin, qint64 nowNs);
    /// Deletes lanes without requests that have been idle for a minute, with their threads and connections.
    void evict(qint64 nowNs);
    /// No new requests for the lanes there are.
    void retire();
    void clear() { m_lanes.clear(); }
    int count() const { return int(m_lanes.size()); }

private:
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace linnet::net
