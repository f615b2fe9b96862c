// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/headerfields.h"

namespace linnet::net {

/// What a proxy says in an answer of its own, instead of the origin's.
struct ProxyWord
{
    Reason reason = Reason::None; ///< None = the answer is the origin's; ProxyFailed = the proxy's own fault
    QString detail;
    bool isDenial = false; ///< a rule of the proxy forbids it

    bool isAboutOrigin() const { return reason != Reason::None && reason != Reason::ProxyFailed; }
};

/// Reads the error pages by which proxies say that they could not reach the origin, or would not: squid
/// (X-Squid-Error), tinyproxy, privoxy, HAProxy, Varnish, and Proxy-Status (RFC 9209). Only for answers that
/// came through a proxy; phrase is that of the status line.
ProxyWord proxysWord(int status, QByteArrayView phrase, const HeaderFields &headers, QByteArrayView body);

} // namespace linnet::net
