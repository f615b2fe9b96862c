// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/health/failurestreak.h"
#include "net/hostkey.h"
#include "net/proxykey.h"

#include <QHash>
#include <QSet>

namespace linnet::net {

/// What the engine believes about proxies, apart from the hosts behind them: what fails at the proxy is its
/// own; silence is the host's, until a second host falls silent through the same proxy with no answer in
/// between. Direct connections are none of its business. Pure; monotonic nanoseconds are handed in.
class ProxyHealth
{
public:
    using Id = FailureStreak::Id;

    struct Finding
    {
        FailureStreak::Finding streak;
        bool isProxysFault = false; ///< the host must not be blamed
    };

    /// silent: nobody answered, which may be the host's or the proxy's doing.
    Finding failed(const ProxyKey &proxy, const HostKey &host, Id id, Reason reason, bool silent, qint64 now,
                   double chance);
    /// Something came through. True when who may start has changed.
    bool answered(const ProxyKey &proxy);
    bool hasWorked(const ProxyKey &proxy) const { return m_known.contains(proxy); }
    void started(const ProxyKey &proxy, qint64 now);
    /// An attempt told nothing about the proxy.
    void released(const ProxyKey &proxy);

    /// When something may start through the proxy; in the past when nothing holds it back.
    qint64 readyAt(const ProxyKey &proxy, qint64 now) const;
    void postpone(qint64 ns);
    void sweep();

private:
    struct Record
    {
        FailureStreak streak;
        QSet<HostKey> silent; ///< hosts, since the last answer
    };

    QHash<ProxyKey, Record> m_troubled;
    QSet<ProxyKey> m_known; ///< have let something through before
};

} // namespace linnet::net
