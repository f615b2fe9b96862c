// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hostkey.h"

#include <QHostAddress>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

int schemePort(const QUrl &url)
{
    return url.scheme() == "https"_L1 ? 443 : 80;
}

QString asciiHost(const QUrl &url)
{
    return url.host(QUrl::EncodeUnicode).toLower();
}

} // namespace

QString hostKey(const QUrl &url)
{
    const QString host = asciiHost(url);
    const int port = url.port(schemePort(url));
    return port == schemePort(url) ? host : host + u':' + QString::number(port);
}

QString originKey(const QUrl &url)
{
    return url.scheme() + "://"_L1 + asciiHost(url) + u':' + QString::number(url.port(schemePort(url)));
}

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    QHostAddress address;
    return address.setAddress(name) && address.isLoopback();
}

bool isLoopbackKey(const QString &key)
{
    if (isLoopback(key))
        return true;
    const qsizetype colon = key.lastIndexOf(u':');
    return colon > 0 && isLoopback(key.left(colon));
}

} // namespace linnet::net
