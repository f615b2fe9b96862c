// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxykey.h"

#include <QNetworkProxy>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

ProxyKey::ProxyKey(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy) {
        *this = direct();
        return;
    }
    QString host = proxy.hostName().toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
    m_text = (socks ? "socks5://"_L1 : "http://"_L1) + host + u':' + QString::number(proxy.port());
}

ProxyKey ProxyKey::restored(const QString &text)
{
    ProxyKey key;
    key.m_text = text;
    return key;
}

ProxyKey ProxyKey::direct()
{
    return restored(u"direct"_s);
}

bool ProxyKey::isDirect() const
{
    return m_text == "direct"_L1;
}

} // namespace linnet::net
