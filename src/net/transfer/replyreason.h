// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QNetworkReply>

namespace linnet::net {

/// What Qt tells about a failed exchange.
struct ReplyFault
{
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString text;
    bool headersCame = false;
    bool throughProxy = false;
    bool tunnel = false; ///< the proxy opens a tunnel: https, or SOCKS
    bool socks = false;
    bool namedByAddress = false; ///< the URL's host is an IP address
};

/// The Reason behind Qt's error code. Only for exchanges that ended by themselves: what the engine breaks off
/// has a reason of its own, since Qt reports every such end as the same "cancelled". An HTTP error status is
/// no fault.
Reason reasonOf(const ReplyFault &fault);

/// The proxy has answered and says that it cannot reach the origin.
bool isProxysWord(const ReplyFault &fault);
/// A rule of the proxy forbids the tunnel.
bool isDenied(const ReplyFault &fault);
/// What is known, where Qt's text claims more; empty = Qt's text.
QString detailOf(const ReplyFault &fault);
/// It has answered CONNECT with some other status than 200, 403, 404, 405, 407 or 503.
bool refusesTunnel(const ReplyFault &fault);

} // namespace linnet::net
