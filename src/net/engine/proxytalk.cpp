// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/proxytalk.h"

#include "net/proxy/proxyanswer.h"

namespace linnet::net {

// Left to Qt, a proxy that offers NTLM beside Basic, and then does not go on with it, would be asked
// thousands of times a second.
void sendLoginAtOnce(Transfer::Order &order)
{
    QNetworkProxy &proxy = order.use.proxy;
    if (proxy.type() == QNetworkProxy::Socks5Proxy)
        return;
    const QByteArray name = "Proxy-Authorization";
    const QByteArray value = "Basic " + (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
    if (order.origin.isSecure())
        proxy.setRawHeader(name, value);
    else
        order.request.setRawHeader(name, value);
    proxy.setUser({});
    proxy.setPassword({});
    order.hasSentBasic = true;
}

void hearProxy(Ending &ending)
{
    const ProxyWord word = proxysWord(ending.status, ending.phrase, ending.headers, ending.body);
    if (word.reason == Reason::None)
        return;
    ending.reason = word.reason;
    ending.detail = word.detail;
    ending.isProxysWord = word.isAboutOrigin();
    if (!ending.isProxysWord)
        return;
    // It is no answer of the origin.
    ending.status = 0;
    ending.headers.clear();
    ending.body.clear();
}

} // namespace linnet::net
