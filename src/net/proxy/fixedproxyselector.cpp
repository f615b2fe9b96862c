// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/fixedproxyselector.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

FixedProxySelector::FixedProxySelector(Use use, QObject *parent)
    : ProxySelector(parent)
    , m_use(std::move(use))
{
}

ProxySelector::Choice FixedProxySelector::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    Q_UNUSED(url)
    Q_UNUSED(readiness)
    Q_UNUSED(now)
    return m_use;
}

Result<ProxySelector::Use> FixedProxySelector::parse(const QString &address)
{
    const QString text = address.trimmed();
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text, QUrl::StrictMode);
    const QString shown = url.toDisplayString(QUrl::RemoveUserInfo);
    const QString scheme = url.scheme();
    const bool socks = scheme == "socks5"_L1 || scheme == "socks5h"_L1 || scheme == "socks"_L1;
    if (!url.isValid() || url.host().isEmpty())
        return fail(Reason::BadValue, u"this is no proxy address"_s);
    if (!socks && scheme != "http"_L1)
        return fail(Reason::BadValue, scheme + u" proxies are not supported: "_s + shown);
    const int port = url.port(scheme == "http"_L1 ? 80 : 1080);
    if (port < 1)
        return fail(Reason::BadValue, u"no port: "_s + shown);
    Use use;
    use.proxy =
        QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                      quint16(port), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    use.key = ProxyKey(use.proxy);
    return use;
}

} // namespace linnet::net
