// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/response.h"

namespace linnet::net {

/// How one attempt ended.
struct Ending
{
    Reason reason = Reason::None; ///< None = a whole answer came, whatever its status
    int status = 0;
    QString detail;
    HeaderFields headers;
    QByteArray body;       ///< after a fault: what came of it
    bool headOnly = false; ///< its body was not wanted
    qint64 length = 0;     ///< of the unpacked body
    qint64 received = 0;   ///< body bytes as they came
    Certificate certificate;
    /// What came out of a proxy's tunnel is no TLS: either end may be to blame, another try may tell.
    bool isStrange = false;
    QByteArray phrase; ///< of the status line, of errors that came through a proxy
    /// The proxy says so about the origin: it works itself.
    bool isProxysWord = false;
    /// A rule of the proxy forbids it, which another proxy may not have.
    bool isDenied = false;
    /// The proxy answered CONNECT with a status that Qt does not tell.
    bool isTunnelRefused = false;
    /// More of this answer may still come on its connection.
    bool spoilsConnection = false;

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
};

} // namespace linnet::net
