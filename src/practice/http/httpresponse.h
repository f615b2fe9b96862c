// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"

#include <QJsonObject>

#include <chrono>

namespace linnet::practice {

/// What leaves the server of an answer.
enum class Delivery : quint8
{
    Whole,
    CutShort, ///< the head promises the whole body, half of it comes, then the connection ends
    Never,    ///< no byte at all; the connection stays open
    Nothing,  ///< no byte at all; the connection ends
};

/// One answer; HttpConnection sends it with the right Content-Length.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json; charset=UTF-8";
    HttpHeaders headers;
    QByteArray body;
    QByteArray server = "linnet-practice";
    std::chrono::milliseconds delay{0}; ///< wait that long before the first byte
    Delivery delivery = Delivery::Whole;

    static HttpResponse json(const QJsonObject &object, int status = 200);
    static HttpResponse json(const QByteArray &document, int status = 200);
    static HttpResponse html(const QString &page, int status = 200);
    static HttpResponse redirect(const QByteArray &location);

    void addHeader(const QByteArray &name, const QByteArray &value);
    /// Status line and headers, the empty line included (RFC 9112 §4, §5).
    QByteArray head(bool keepAlive) const;
};

} // namespace linnet::practice
