// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrlQuery>

namespace linnet::practice {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// One request as it was received, already taken apart.
struct HttpRequest
{
    QByteArray method;
    QByteArray target;   ///< path and query as sent, without scheme and host
    QByteArray proxied;  ///< the host of a whole address, as proxies are asked for it; "" = none was sent
    QString path;        ///< percent-decoded, without the query
    QUrlQuery query;     ///< "+" means a space; read values with QUrl::FullyDecoded
    HttpHeaders headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;
    QString peer;           ///< the address it came from
    qint64 firstByteNs = 0; ///< std::chrono::steady_clock, nanoseconds

    /// The first header of that lower-case name, trimmed; null when there is none.
    QByteArray header(QByteArrayView name) const;
    QString parameter(const QString &name) const;
    QStringList parameters(const QString &name) const;
};

} // namespace linnet::practice
