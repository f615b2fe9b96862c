// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxylogin.h"

#include <QNetworkProxy>

namespace linnet::net {

namespace {
const QByteArray Field = "Proxy-Authorization";
}

QByteArray proxyLogin(const QNetworkProxy &proxy)
{
    if (proxy.hasRawHeader(Field))
        return proxy.rawHeader(Field);
    if (proxy.user().isEmpty() && proxy.password().isEmpty())
        return {};
    return "Basic " + (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
}

void sendLoginWithConnect(QNetworkProxy &proxy)
{
    const QByteArray login = proxyLogin(proxy);
    if (login.isEmpty() || proxy.type() != QNetworkProxy::HttpProxy)
        return;
    proxy.setRawHeader(Field, login);
    proxy.setUser({});
    proxy.setPassword({});
}

} // namespace linnet::net
