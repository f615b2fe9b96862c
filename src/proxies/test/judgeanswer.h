// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyfault.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace linnet::proxies {

enum class Anonymity : quint8
{
    Unknown,
    Transparent, ///< the judge saw our own address
    Anonymous,   ///< the judge saw that it is a proxy
    Elite,
};

/// "elite"; "" for Unknown.
QLatin1StringView anonymityCode(Anonymity anonymity);

/// What a judge saw of a request: it answers as httpbin.org/get does, or as the CGI script azenv. Pure.
struct JudgeAnswer
{
    static constexpr const char *MarkerHeader = "X-Linnet-Marker";

    net::ProxyFault fault = net::ProxyFault::None; ///< NotEchoed, Changed
    QString exitAddress;                           ///< of who called the judge
    QHash<QString, QString> headers;               ///< names in lower case, the marker left out
    QStringList frame;                             ///< what surrounds the variables in azenv's page

    /// The judge's address with the marker as an argument.
    static QUrl marked(const QUrl &judge, const QByteArray &marker);
    static JudgeAnswer read(const QByteArray &body, const QByteArray &marker);
    /// The same, and compared with the answer to a request without a proxy.
    static JudgeAnswer read(const QByteArray &body, const QByteArray &marker, const JudgeAnswer &baseline);

    Anonymity anonymity(const JudgeAnswer &baseline) const;
};

} // namespace linnet::proxies
