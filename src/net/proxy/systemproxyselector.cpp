// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/systemproxyselector.h"

#include "net/origin.h"
#include "net/proxy/directselector.h"

#include <QNetworkProxyFactory>

#include <limits>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QNetworkProxy> askSystem(const QUrl &url)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
}

ProxySelector::Choice firstUsable(const QList<QNetworkProxy> &proxies)
{
    if (proxies.isEmpty())
        return DirectSelector::direct();
    for (const QNetworkProxy &proxy : proxies) {
        const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
        if (proxy.type() == QNetworkProxy::NoProxy)
            return DirectSelector::direct();
        if (socks || proxy.type() == QNetworkProxy::HttpProxy ||
            proxy.type() == QNetworkProxy::HttpCachingProxy)
            return ProxySelector::Use{proxy, ProxyKey(proxy)};
    }
    return ProxySelector::None{
        {Reason::NoProxy, 0, u"the system names a proxy of a kind that is not supported"_s}};
}

} // namespace

SystemProxySelector::SystemProxySelector(QObject *parent)
    : SystemProxySelector(QProcessEnvironment::systemEnvironment(), askSystem, parent)
{
}

SystemProxySelector::SystemProxySelector(const QProcessEnvironment &environment, Query query, QObject *parent)
    : ProxySelector(parent)
    , m_environment(environment)
    , m_query(std::move(query))
{
    m_pool.setMaxThreadCount(2);
}

SystemProxySelector::~SystemProxySelector()
{
    m_pool.clear();
    m_pool.waitForDone();
}

ProxySelector::Choice SystemProxySelector::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    Q_UNUSED(readiness)
    Q_UNUSED(now)
    if (isLoopback(url.host()))
        return DirectSelector::direct();
    if (auto named = m_environment.choose(url))
        return *std::move(named);
    const Origin origin(url);
    const auto known = m_known.constFind(origin);
    if (known != m_known.constEnd())
        return *known;
    // changed() wakes the engine; until then there is no moment worth naming.
    const Wait wait{momentAt(std::numeric_limits<qint64>::max() / 2)};
    m_known.insert(origin, wait);
    ask(url, origin);
    return wait;
}

void SystemProxySelector::ask(const QUrl &url, const Origin &origin)
{
    m_pool.start([this, url, origin] {
        const QList<QNetworkProxy> proxies = m_query(url);
        QMetaObject::invokeMethod(
            this, [this, origin, proxies] { answered(origin, proxies); }, Qt::QueuedConnection);
    });
}

void SystemProxySelector::answered(const Origin &origin, const QList<QNetworkProxy> &proxies)
{
    m_known.insert(origin, firstUsable(proxies));
    Q_EMIT changed();
}

} // namespace linnet::net
