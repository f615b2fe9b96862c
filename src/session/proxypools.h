// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/requestspec.h"
#include "net/proxy/proxyselector.h"
#include "proxies/list/keptlist.h"
#include "proxies/pool/poolforecast.h"
#include "proxies/pool/proxypool.h"
#include "session/runkinds.h"
#include "store/unit.h"

#include <QHash>
#include <QPointer>

#include <map>
#include <memory>

namespace linnet {
class Clock;
}

namespace linnet::session {

/// How a kind of run goes through a pool.
proxies::PoolRules poolRules(const QString &kind, const jobs::RequestSpec &requests);

/// The kept lists of proxies as the network thread knows them, and the pools that runs make of them. What a
/// run learns of the proxies of a list is there for the next run, and can be shown. A run that names proxies
/// instead of a list leaves out those that are switched off wherever they are kept.
class ProxyPools
{
public:
    /// clock outlives this object.
    explicit ProxyPools(const Clock &clock);
    ~ProxyPools();

    /// Logins and marks besides those of the lists, for runs that start from now on.
    void addProxies(const KnownProxies &proxies) { m_known.insert(proxies); }
    /// With those of the lists.
    KnownProxies known() const;
    /// Also for the runs under way that go through it.
    void setList(const proxies::KeptList &list);
    void dropList(const QString &id);

    /// The selector that a run's choice asks for; null when it follows the system. A list that is kept is
    /// taken as it is now, else as the choice names it.
    std::unique_ptr<net::ProxySelector> selectorFor(store::RunId run, const QString &kind,
                                                    const jobs::RequestSpec &requests);
    /// Before its selector goes.
    void runEnded(store::RunId run);
    /// readiness: as the engine has it now.
    proxies::PoolView view(const QString &list, const proxies::HostReadiness &readiness = {});

private:
    struct InUse
    {
        QString list; ///< "" = proxies by name
        QPointer<proxies::ProxyPool> pool;
    };

    QList<proxies::Proxy> proxiesOf(const QStringList &keys) const;
    void switchNamed(proxies::ProxyPool &pool) const;
    proxies::ProxyPool &resting(const proxies::KeptList &list);

    const Clock &m_clock;
    KnownProxies m_known;
    QHash<QString, proxies::KeptList> m_lists;
    std::map<store::RunId, InUse> m_inUse;
    std::map<QString, std::unique_ptr<proxies::ProxyPool>>
        m_resting; ///< by list: what is known of its proxies
};

} // namespace linnet::session
