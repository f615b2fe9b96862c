// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/selectorfactory.h"

#include "net/directselector.h"
#include "proxies/proxyline.h"
#include "proxies/proxypool.h"

namespace linnet::session {

QList<proxies::Proxy> proxiesOf(const QStringList &keys, const KnownProxies &known)
{
    QList<proxies::Proxy> list;
    list.reserve(keys.size());
    for (const QString &key : keys) {
        if (const auto found = known.constFind(key); found != known.constEnd())
            list.append(*found);
        else
            list.append(proxies::readProxyLine(key.section(u'#', 0, 0), proxies::ProxyScheme::Http).proxies);
    }
    return list;
}

std::unique_ptr<net::ProxySelector> makeSelector(const jobs::RequestSpec &requests, const KnownProxies &known,
                                                 const Clock &clock)
{
    using Mode = jobs::ProxyChoice::Mode;
    const jobs::ProxyChoice &choice = requests.proxy;
    switch (choice.mode) {
    case Mode::System:
        return nullptr;
    case Mode::None:
        return std::make_unique<net::DirectSelector>();
    case Mode::List:
        break;
    }
    proxies::PoolRules rules;
    rules.rotation = proxies::rotationByName(choice.rotation).value_or(proxies::Rotation::RoundRobin);
    rules.every = choice.every;
    rules.patience = requests.timeout;
    rules.allowDirect = choice.allowDirect;
    rules.bypass = net::NoProxyList(choice.bypass);
    return std::make_unique<proxies::ProxyPool>(clock, proxiesOf(choice.keys, known), rules);
}

} // namespace linnet::session
