// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/admission.h"

#include <algorithm>

namespace linnet::net {

namespace {

/// A selector that asks to wait until a moment that has passed is asked again soon, not at once.
constexpr qint64 ShortestWait = 1'000'000;

} // namespace

Admission::Admission(ProxySelector &selector, std::function<const QUrl &(Id)> urlOf,
                     std::function<Traits(Id)> traitsOf)
    : m_selector(selector)
    , m_urlOf(std::move(urlOf))
    , m_traitsOf(std::move(traitsOf))
{
    setPace({});
}

void Admission::setPace(const Pace &pace)
{
    m_pace.delay = std::max(pace.delay, std::chrono::nanoseconds(0));
    m_pace.perHost = std::clamp(pace.perHost, 1, 64);
    m_pace.total = std::clamp(pace.total, 1, 256);
    m_pace.burst = std::clamp(pace.burst, 1, 100);
    m_pace.adaptive = pace.adaptive;
    m_limiter.setInterval(m_pace.delay);
    m_pace.scaledByProxy = pace.scaledByProxy;
    m_limiter.setBurst(m_pace.burst);
    m_limiter.setScaledByProxy(m_pace.scaledByProxy);
    m_queues.wakeAll();
}

Admission::Decision Admission::next(qint64 nowNs)
{
    m_limiter.expire(nowNs);
    m_queues.wakeDue(nowNs);
    while (m_inFlight < m_pace.total && m_queues.hasReady()) {
        Decision decision = consider(m_queues.nextReady(), nowNs);
        if (!std::holds_alternative<std::monostate>(decision))
            return decision;
    }
    return {};
}

Admission::Decision Admission::consider(const HostKey &host, qint64 nowNs)
{
    const std::optional<Id> id = m_queues.head(host);
    if (!id || inFlight(host) >= m_pace.perHost)
        return {};
    const qint64 held = heldUntil(host, nowNs);
    if (held > nowNs) {
        m_queues.park(host, *id, nowNs, held);
        return {};
    }
    const auto readyNs = [this, &host, nowNs](const ProxyKey &proxy) {
        return std::max(m_limiter.readyAt(host, proxy), proxyReadyAt(proxy, nowNs));
    };
    const auto readiness = [&readyNs](const ProxyKey &proxy) { return momentAt(readyNs(proxy)); };
    m_behindProxy.remove(host);
    const QUrl &url = m_urlOf(*id);
    const Traits traits = m_traitsOf ? m_traitsOf(*id) : Traits();
    ProxySelector &selector = m_selector.forRun(traits.run);
    const Moment now = momentAt(nowNs);
    ProxySelector::Choice choice =
        traits.secret ? selector.chooseForSecret(url, readiness, now) : selector.choose(url, readiness, now);
    if (auto *none = std::get_if<ProxySelector::None>(&choice)) {
        return refuse(*id, host, std::move(none->error));
    }
    qint64 until = 0;
    if (const auto *wait = std::get_if<ProxySelector::Wait>(&choice))
        until = std::max(nsOf(wait->until), nowNs + ShortestWait);
    else
        until = readyNs(std::get<ProxySelector::Use>(choice).key);
    if (const auto *use = std::get_if<ProxySelector::Use>(&choice)) {
        if (m_logins.isRefused(use->key))
            return refuse(*id, host, {Reason::CredentialsNeeded, 0, use->key.toString()});
        if (proxyReadyAt(use->key, nowNs) > nowNs)
            m_behindProxy.insert(host);
    }
    if (until > nowNs) {
        m_queues.park(host, *id, nowNs, until);
        return {};
    }
    auto &use = std::get<ProxySelector::Use>(choice);
    const qint64 heldNs = m_queues.take(*id, nowNs);
    m_limiter.take(host, use.key, nowNs);
    selector.committed(url, use.key);
    m_health.started(host, nowNs);
    m_proxies.started(use.key, nowNs);
    ++m_lanes[host].inFlight;
    ++m_inFlight;
    m_queues.wake(host);
    return Start{*id, std::move(use), heldNs};
}

Admission::Refusal Admission::refuse(Id id, const HostKey &host, Error error)
{
    m_queues.remove(id);
    m_queues.wake(host);
    return {id, std::move(error)};
}

/// Retry-After and the breaker of the host.
qint64 Admission::heldUntil(const HostKey &host, qint64 nowNs) const
{
    return std::max(m_lanes.value(host).restUntil, m_health.readyAt(host, nowNs));
}

qint64 Admission::readyAt(const HostKey &host, const ProxyKey &proxy, qint64 nowNs) const
{
    return std::max({heldUntil(host, nowNs), m_limiter.readyAt(host, proxy), proxyReadyAt(proxy, nowNs)});
}

qint64 Admission::proxyReadyAt(const ProxyKey &proxy, qint64 nowNs) const
{
    // While the user is asked for the login there is no time limit; the answer wakes the queue.
    return m_logins.isAwaited(proxy) ? Breaker::Rule::Endless : m_proxies.readyAt(proxy, nowNs);
}

void Admission::sent(const HostKey &host, const ProxyKey &proxy, qint64 nowNs)
{
    m_limiter.sent(host, proxy, nowNs);
    m_queues.wake(host);
}

void Admission::release(const HostKey &host, const ProxyKey &proxy, bool wasSent)
{
    if (!wasSent)
        m_limiter.dropped(host, proxy);
    --m_inFlight;
    const auto lane = m_lanes.find(host);
    if (--lane->inFlight == 0 && lane->restUntil == 0)
        m_lanes.erase(lane);
    m_queues.wake(host);
}

FailureStreak::Finding Admission::ended(const End &end, qint64 nowNs, double chance)
{
    if (end.status == 403 || end.status == 429)
        m_limiter.refuseScaling(end.host);
    FailureStreak::Finding finding;
    if (end.status > 0 && end.reason != Reason::ProxyFailed && end.reason != Reason::CredentialsNeeded) {
        finding.changed = m_health.answered(end.host, end.status, nowNs, chance);
        finding.changed = m_proxies.answered(end.proxy) || finding.changed;
    } else if (end.isProxysWord) {
        finding = m_health.failed(end.host, end.id, end.reason, nowNs, chance, true);
        finding.changed = m_proxies.answered(end.proxy) || finding.changed;
    } else {
        ProxyHealth::Finding blame = m_proxies.failed(end.proxy, end.host, end.id, end.reason,
                                                      HostHealth::isSilence(end.reason), nowNs, chance);
        // Either the proxy is to blame or the host, never both.
        if (blame.isProxysFault)
            m_health.released(end.host);
        finding = blame.isProxysFault ? std::move(blame.streak)
                                      : m_health.failed(end.host, end.id, end.reason, nowNs, chance);
    }
    if (finding.changed)
        m_queues.wakeAll();
    return finding;
}

void Admission::withdrawn(const HostKey &host, const ProxyKey &proxy)
{
    m_health.released(host);
    m_proxies.released(proxy);
    m_queues.wakeAll();
}

void Admission::setOnline(bool online, qint64 nowNs, double chance)
{
    if (m_health.setOnline(online, nowNs, chance))
        m_queues.wakeAll();
}

void Admission::postpone(qint64 ns)
{
    m_health.postpone(ns);
    m_proxies.postpone(ns);
}

void Admission::rest(const HostKey &host, qint64 untilNs)
{
    HostLane &lane = m_lanes[host];
    lane.restUntil = std::max(lane.restUntil, untilNs);
}

QList<HostState> Admission::states(qint64 nowNs) const
{
    const QList<HostKey> queued = m_queues.hosts();
    QSet<HostKey> names(queued.begin(), queued.end());
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend(); ++lane)
        names.insert(lane.key());
    QList<HostState> result;
    for (const HostKey &name : std::as_const(names))
        result.append(state(name, nowNs));
    return result;
}

HostState Admission::state(const HostKey &host, qint64 nowNs) const
{
    const HostLane lane = m_lanes.value(host);
    return {host,
            m_queues.queued(host),
            lane.inFlight,
            m_queues.isHostPaused(host),
            lane.restUntil > nowNs ? momentAt(lane.restUntil) : Moment(),
            m_health.isHeld(host, nowNs) || m_behindProxy.contains(host),
            m_health.overloadStatus(host)};
}

void Admission::sweep(qint64 nowNs)
{
    m_lanes.removeIf(
        [nowNs](const auto &lane) { return lane.value().inFlight == 0 && lane.value().restUntil <= nowNs; });
    m_limiter.sweep(nowNs);
    m_health.sweep();
    m_proxies.sweep();
    m_behindProxy.removeIf([this](const HostKey &host) { return m_queues.queued(host) == 0; });
}

} // namespace linnet::net
