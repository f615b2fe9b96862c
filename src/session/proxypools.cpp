// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxypools.h"

#include "base/clock.h"
#include "net/proxy/directselector.h"
#include "proxies/list/proxyline.h"

#include <ranges>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptList;
using proxies::ProxyPool;

proxies::PoolRules poolRules(const QString &kind, const jobs::RequestSpec &requests)
{
    const jobs::ProxyChoice &choice = requests.proxy;
    proxies::PoolRules rules;
    rules.rotation = proxies::rotationByName(choice.rotation).value_or(proxies::Rotation::RoundRobin);
    rules.every = choice.every;
    rules.patience = requests.timeout;
    rules.allowDirect = choice.allowDirect;
    rules.bypass = net::NoProxyList(choice.bypass);
    if (const RunKind *known = runKindById(kind))
        rules.banStatuses = known->banStatuses;
    return rules;
}

ProxyPools::ProxyPools(const Clock &clock)
    : m_clock(clock)
{
}

ProxyPools::~ProxyPools() = default;

KnownProxies ProxyPools::known() const
{
    // Whoever is the user's own in one list is it in all.
    KnownProxies kept;
    for (const KeptList &list : m_lists) {
        for (const proxies::KeptProxy &one : list.proxies) {
            proxies::Proxy &proxy = kept[one.key];
            const bool mine = proxy.mine || one.proxy.mine;
            if (!proxy.hasLogin())
                proxy = one.proxy.hasLogin() ? one.proxy : m_known.value(one.key, one.proxy);
            proxy.mine = mine;
        }
    }
    KnownProxies known = m_known;
    known.insert(kept);
    return known;
}

QList<proxies::Proxy> ProxyPools::proxiesOf(const QStringList &keys) const
{
    const KnownProxies known = this->known();
    QList<proxies::Proxy> list;
    list.reserve(keys.size());
    for (const QString &key : keys) {
        if (const auto found = known.constFind(key); found != known.constEnd())
            list.append(*found);
        else // its login is not known, or it has none
            list.append(proxies::readProxyLine(key.section(u'#', 0, 0), proxies::ProxyScheme::Http).proxies);
    }
    return list;
}

/// Proxies that a run names follow the lists that have them: one that is off in all of these is off.
void ProxyPools::switchNamed(ProxyPool &pool) const
{
    QHash<QString, bool> enabled;
    for (const proxies::PoolMember &member : pool.members())
        enabled.insert(member.key(), member.isEnabled());
    QHash<QString, bool> wanted;
    for (const KeptList &list : m_lists) {
        for (const proxies::KeptProxy &kept : list.proxies) {
            if (enabled.contains(kept.key))
                wanted[kept.key] = wanted.value(kept.key) || kept.enabled;
        }
    }
    for (auto entry = enabled.cbegin(); entry != enabled.cend(); ++entry) {
        if (const bool on = wanted.value(entry.key(), true); on != entry.value())
            pool.setEnabled(entry.key(), on);
    }
}

void ProxyPools::setList(const KeptList &list)
{
    m_lists.insert(list.id, list);
    for (const auto &[run, inUse] : m_inUse) {
        if (!inUse.pool)
            continue;
        if (inUse.list == list.id)
            inUse.pool->replace(list.all(), list.disabledKeys());
        else if (inUse.list.isEmpty())
            switchNamed(*inUse.pool);
    }
    if (const auto known = m_resting.find(list.id); known != m_resting.end()) {
        const std::unique_ptr<ProxyPool> before = std::move(known->second);
        m_resting.erase(known);
        resting(list).learnFrom(*before);
    }
}

void ProxyPools::dropList(const QString &id)
{
    // Runs that went through it may go on, by name.
    for (const proxies::KeptProxy &kept : m_lists.take(id).proxies) {
        if (kept.proxy.hasLogin())
            m_known.insert(kept.key, kept.proxy);
    }
    m_resting.erase(id);
}

ProxyPool &ProxyPools::resting(const KeptList &list)
{
    auto &pool = m_resting[list.id];
    if (!pool) {
        proxies::PoolRules rules;
        rules.rotation = list.rotation;
        rules.every = list.every;
        rules.bypass = net::NoProxyList(list.bypass);
        rules.allowDirect = list.allowDirect;
        pool = std::make_unique<ProxyPool>(m_clock, list.all(), rules);
        pool->replace(list.all(), list.disabledKeys());
    }
    return *pool;
}

std::unique_ptr<net::ProxySelector> ProxyPools::selectorFor(store::RunId run, const QString &kind,
                                                            const jobs::RequestSpec &requests)
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
    const auto list = m_lists.constFind(choice.list);
    const bool isKept = list != m_lists.constEnd();
    auto pool = std::make_unique<ProxyPool>(m_clock, isKept ? list->all() : proxiesOf(choice.keys),
                                            poolRules(kind, requests));
    if (isKept) {
        pool->replace(list->all(), list->disabledKeys());
        pool->learnFrom(resting(*list));
    } else {
        switchNamed(*pool);
    }
    m_inUse[run] = {isKept ? choice.list : QString(), pool.get()};
    return pool;
}

void ProxyPools::runEnded(store::RunId run)
{
    const auto inUse = m_inUse.find(run);
    if (inUse == m_inUse.end())
        return;
    const auto list = m_lists.constFind(inUse->second.list);
    if (list != m_lists.constEnd() && inUse->second.pool)
        resting(*list).learnFrom(*inUse->second.pool);
    m_inUse.erase(inUse);
}

proxies::PoolView ProxyPools::view(const QString &id, const proxies::HostReadiness &readiness)
{
    const auto list = m_lists.constFind(id);
    if (list == m_lists.constEnd())
        return {};
    // Of several runs the newest is shown.
    for (const auto &[run, inUse] : m_inUse | std::views::reverse) {
        if (inUse.list != id || !inUse.pool)
            continue;
        proxies::PoolView view = proxies::viewOf(*inUse.pool, m_clock.nowNs(), readiness);
        view.list = id;
        view.inUse = true;
        return view;
    }
    proxies::PoolView view = proxies::viewOf(resting(*list), m_clock.nowNs(), readiness);
    view.list = id;
    return view;
}

} // namespace linnet::session
