// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/health/hosthealth.h"
#include "net/health/proxyhealth.h"
#include "net/hoststate.h"
#include "net/pace.h"
#include "net/proxy/proxylogins.h"
#include "net/proxy/proxyselector.h"
#include "net/queue/hostqueues.h"
#include "net/queue/ratelimiter.h"

#include <functional>
#include <variant>

namespace linnet::net {

/// Decides in one step what starts next, and through which proxy: queue, limiter, in-flight caps, pauses and
/// the proxy selector are asked together, and all of them are charged or none. Pure but for the selector;
/// monotonic nanoseconds are handed in.
class Admission
{
public:
    using Id = HostQueues::Id;

    struct Start
    {
        Id id;
        ProxySelector::Use use;
        qint64 heldNs; ///< how long pace, a rest or a breaker kept it waiting as the first of its host
    };
    struct Refusal
    {
        Id id;
        Error error;
    };
    /// Nothing can start now.
    using Decision = std::variant<std::monostate, Start, Refusal>;

    /// What the selector needs to know of a request besides its address.
    struct Traits
    {
        RunId run = 0;
        bool secret = false; ///< carries a token, a cookie or a login
    };

    /// urlOf gives the address of a queued id, traitsOf the rest.
    Admission(ProxySelector &selector, std::function<const QUrl &(Id)> urlOf,
              std::function<Traits(Id)> traitsOf = {});

    void setPace(const Pace &pace);
    const Pace &pace() const { return m_pace; }
    HostQueues &queues() { return m_queues; }
    const HostQueues &queues() const { return m_queues; }
    RateLimiter &limiter() { return m_limiter; }
    const RateLimiter &limiter() const { return m_limiter; }

    HostHealth &health() { return m_health; }
    ProxyLogins &logins() { return m_logins; }

    Decision next(qint64 nowNs);
    /// When next() may have an answer although nothing happens until then.
    std::optional<qint64> nextDue() const { return m_queues.nextDue(); }

    /// Whether something came through the proxy before.
    bool hasWorked(const ProxyKey &proxy) const { return m_proxies.hasWorked(proxy); }
    /// When a request to the host could start through the proxy, but for the queue and the caps.
    qint64 readyAt(const HostKey &host, const ProxyKey &proxy, qint64 nowNs) const;

    void sent(const HostKey &host, const ProxyKey &proxy, qint64 nowNs);
    /// An admitted attempt is over. wasSent: it had reached the wire.
    void release(const HostKey &host, const ProxyKey &proxy, bool wasSent);
    /// How an attempt ended: what that says about its host, its proxy and the network, and so about whether
    /// the attempt counts.
    struct End
    {
        const HostKey &host;
        const ProxyKey &proxy;
        Id id;
        Reason reason;
        int status;        ///< 0 = no answer
        bool isProxysWord; ///< the proxy says it, and works itself
    };
    FailureStreak::Finding ended(const End &end, qint64 nowNs, double chance);
    /// An attempt ended without saying anything about its host or its proxy: it was cancelled.
    void withdrawn(const HostKey &host, const ProxyKey &proxy);
    /// See Engine::setOnline().
    void setOnline(bool online, qint64 nowNs, double chance);
    /// For time in which the program did not run.
    void postpone(qint64 ns);
    /// Retry-After: nothing starts at the host before; never shortens an earlier rest.
    void rest(const HostKey &host, qint64 untilNs);

    int inFlight() const { return m_inFlight; }
    int inFlight(const HostKey &host) const { return m_lanes.value(host).inFlight; }
    QList<HostState> states(qint64 nowNs) const;
    HostState state(const HostKey &host, qint64 nowNs) const;
    void sweep(qint64 nowNs);

private:
    /// What one host is doing now.
    struct HostLane
    {
        int inFlight = 0;
        qint64 restUntil = 0;
    };

    Decision consider(const HostKey &host, qint64 nowNs);
    Refusal refuse(Id id, const HostKey &host, Error error);
    qint64 heldUntil(const HostKey &host, qint64 nowNs) const;
    qint64 proxyReadyAt(const ProxyKey &proxy, qint64 nowNs) const;

    ProxySelector &m_selector;
    std::function<const QUrl &(Id)> m_urlOf;
    std::function<Traits(Id)> m_traitsOf;
    Pace m_pace;
    HostQueues m_queues;
    RateLimiter m_limiter;
    HostHealth m_health;
    ProxyHealth m_proxies;
    ProxyLogins m_logins;
    QSet<HostKey> m_behindProxy; ///< hosts that wait for their proxy to come back
    QHash<HostKey, HostLane> m_lanes;
    int m_inFlight = 0;
};

} // namespace linnet::net
