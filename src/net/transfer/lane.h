// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/origin.h"
#include "net/proxykey.h"
#include "net/request.h"
#include "net/transfer/laneproxy.h"

#include <QHash>
#include <QNetworkAccessManager>

#include <utility>

namespace linnet::net {

/// One QNetworkAccessManager with its connections. Requests that must not share connections or logins are in
/// different lanes; within a lane at most six are in flight per origin and proxy, so nothing ever waits
/// inside Qt.
struct Lane
{
    using Route = std::pair<ProxyKey, Origin>;
    using Login = std::pair<ProxyKey, int>; ///< of a proxy, and which of those that it was given

    TlsPolicy tls = TlsPolicy::Verify;
    Login login;                ///< whose credentials it may hold; the proxy is empty without
    LaneProxy *proxy = nullptr; ///< the manager's
    QNetworkAccessManager manager;
    QHash<Route, int> inFlight;
    int total = 0;
    int passers = 0;      ///< requests it has been given to hosts that keep no connections
    bool passing = false; ///< it is only for these
    bool retired = false; ///< takes no more requests
    qint64 idleSinceNs = 0;
};

} // namespace linnet::net
