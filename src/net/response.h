// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/headerfields.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace linnet::net {

/// The certificate that an https server showed; empty for http.
struct Certificate
{
    QString subject;
    QString issuer;
    QDateTime validUntil;
    QString problem = {}; ///< why it is not trusted; the connection was not made then

    bool operator==(const Certificate &) const = default;
};

/// What the server finally answered, whatever its status.
struct Response
{
    QUrl url; ///< after redirects
    int status = 0;
    HeaderFields headers;
    QByteArray body;       ///< decompressed
    bool headOnly = false; ///< its body was not wanted, see Request::wantsBody
    qint64 length = 0;     ///< of the whole decompressed body; more than body has when not all was to be kept
    int attempts = 1;
    qint64 bytes = 0;                         ///< received on the wire for bodies, all attempts
    std::chrono::nanoseconds untilHeaders{0}; ///< from the request sent to the headers of the last attempt
    std::chrono::nanoseconds total{0};        ///< from hand-over to the last byte of the last attempt

    Certificate certificate = {};
    Error fault = {}; ///< with Request::acceptPartial: why the body is not whole

    /// First value of a header, name compared without case; null when absent.
    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    bool operator==(const Response &) const = default;
};

} // namespace linnet::net
