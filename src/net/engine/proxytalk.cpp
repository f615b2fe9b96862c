// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/proxytalk.h"

#include "net/proxy/proxyanswer.h"
#include "net/proxy/proxylogin.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

void sendLoginAtOnce(Transfer::Order &order)
{
    QNetworkProxy &proxy = order.use.proxy;
    if (proxy.type() == QNetworkProxy::Socks5Proxy)
        return;
    order.hasSentBasic = true;
    if (order.origin.isSecure()) {
        sendLoginWithConnect(proxy);
        return;
    }
    order.request.setRawHeader("Proxy-Authorization", proxyLogin(proxy));
    proxy.setUser({});
    proxy.setPassword({});
}

bool mustGreet(const Transfer::Order &order, const ProxyLogins &logins)
{
    const QNetworkProxy &proxy = order.use.proxy;
    // A login that is left to Qt is for a proxy that was heard to want Digest.
    return order.origin.isSecure() && proxy.type() == QNetworkProxy::HttpProxy && proxy.user().isEmpty() &&
           proxy.password().isEmpty() && !logins.isWelcome(order.use.key, order.login);
}

ProbeOrder greetingOf(const Transfer::Order &order)
{
    ProbeOrder greeting;
    greeting.proxy = order.use.proxy;
    greeting.url = order.request.url();
    greeting.tunnelOnly = true;
    return greeting;
}

void hearProxy(Ending &ending)
{
    const ProxyWord word = proxysWord(ending.status, ending.phrase, ending.headers, ending.body);
    if (word.reason == Reason::None)
        return;
    ending.reason = word.reason;
    ending.detail = word.detail;
    ending.isDenied = word.isDenial;
    ending.isProxysWord = word.isAboutOrigin() || word.isDenial;
    if (ending.isDenied)
        ending.detail = u"a rule of the proxy forbids it: "_s + word.detail;
    if (!ending.isProxysWord)
        return;
    // It is no answer of the origin.
    ending.status = 0;
    ending.headers.clear();
    ending.body.clear();
}

} // namespace linnet::net
