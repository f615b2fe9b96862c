// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/pool/proxypool.h"

#include "base/clock.h"

#include <algorithm>
#include <ranges>

namespace linnet::proxies {

namespace {

/// Whole milliseconds until then, at least 0.
qint64 leftMs(qint64 untilNs, qint64 nowNs)
{
    return untilNs > nowNs && untilNs < PoolMember::Never ? (untilNs - nowNs + 999'999) / 1'000'000 : 0;
}

MemberView viewOf(const PoolMember &member, qint64 nowNs)
{
    MemberView view{.key = member.key(),
                    .state = member.state(nowNs),
                    .waitMs = leftMs(member.coolUntil(), nowNs),
                    .bans = {},
                    .latency = member.latencyNs() / 1e9,
                    .succeeded = member.succeededCount(),
                    .failed = member.failedCount(),
                    .inFlight = member.inFlight(),
                    .fault = member.lastFault()};
    for (const auto &[host, until] : member.bans(nowNs))
        view.bans.append({host, leftMs(until, nowNs)});
    return view;
}

} // namespace

PoolView ProxyPool::view(const HostReadiness &readiness) const
{
    const qint64 now = m_clock.nowNs();
    PoolView view;
    for (const PoolMember &member : m_members) {
        if (member.succeededCount() > 0 || member.failedCount() > 0 || member.inFlight() > 0)
            view.members.append(viewOf(member, now));
    }
    view.next = forecast(readiness, now);
    return view;
}

/// As pick() would decide when the limiter lets the request start.
Forecast ProxyPool::forecast(const HostReadiness &readiness, qint64 nowNs) const
{
    Forecast next;
    next.host = m_lastHost;
    next.rotation = m_rules.rotation;
    next.every = m_rules.every;
    next.bypass = m_rules.bypass.entries();
    next.allowDirect = m_rules.allowDirect;
    for (const PoolMember &member : m_members) {
        const MemberState state = member.state(nowNs);
        next.unsupported += member.proxy().isSupported() ? 0 : 1;
        next.off += state == MemberState::Off ? 1 : 0;
        next.dead += state == MemberState::Dead ? 1 : 0;
        next.cooling += state == MemberState::Cooling ? 1 : 0;
        next.banned += member.isEnabled() && member.isBanned(m_lastHost, nowNs) ? 1 : 0;
    }
    const auto readyAt = [&](size_t place) {
        return readiness && !m_lastHost.isEmpty() ? readiness(m_lastHost, m_members[place].key()) : nowNs;
    };
    auto [usable, earliest] = candidates(m_lastHost, false, nowNs);
    if (!usable.empty()) {
        const qint64 at = std::max(nowNs, std::ranges::min(usable | std::views::transform(readyAt)));
        // Whoever rests now may be back by then.
        if (at > nowNs && at < PoolMember::Never)
            usable = candidates(m_lastHost, false, at).places;
        std::erase_if(usable, [&](size_t place) { return readyAt(place) > at; });
        const auto place = inTurn(usable, m_lastHost);
        next.way = place ? Forecast::Way::Through : Forecast::Way::AnyOf;
        next.proxy = place ? m_members[*place].proxy().address() : QString();
        next.waitMs = leftMs(at, nowNs);
    } else if (m_rules.allowDirect) {
        next.way = Forecast::Way::Direct;
    } else if (earliest < PoolMember::Never && !hasGivenUp(m_lastHost, nowNs)) {
        next.way = Forecast::Way::Wait;
        next.waitMs = leftMs(earliest, nowNs);
    }
    next.usable = int(usable.size());
    return next;
}

} // namespace linnet::proxies
