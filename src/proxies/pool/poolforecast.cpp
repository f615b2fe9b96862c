// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/pool/poolforecast.h"

#include "proxies/pool/proxypool.h"

#include <algorithm>
#include <ranges>

namespace linnet::proxies {

namespace {

/// Whole milliseconds until then, at least 0.
qint64 leftMs(qint64 untilNs, qint64 nowNs)
{
    return untilNs > nowNs && untilNs < PoolMember::Never ? (untilNs - nowNs + 999'999) / 1'000'000 : 0;
}

MemberView memberViewOf(const PoolMember &member, qint64 nowNs)
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

/// As the pool would decide when the limiter lets the request start.
Forecast forecastOf(const ProxyPool &pool, const HostReadiness &readiness, qint64 nowNs)
{
    const QString &host = pool.lastHost();
    Forecast next;
    next.host = host;
    next.rotation = pool.rules().rotation;
    next.every = pool.rules().every;
    next.bypass = pool.rules().bypass.entries();
    next.allowDirect = pool.rules().allowDirect;
    for (const PoolMember &member : pool.members()) {
        const MemberState state = member.state(nowNs);
        next.unsupported += member.proxy().isSupported() ? 0 : 1;
        next.off += state == MemberState::Off ? 1 : 0;
        next.dead += state == MemberState::Dead ? 1 : 0;
        next.cooling += state == MemberState::Cooling ? 1 : 0;
        next.banned += member.isEnabled() && member.isBanned(host, nowNs) ? 1 : 0;
    }
    const auto readyAt = [&](size_t place) {
        return readiness && !host.isEmpty() ? readiness(host, pool.members()[place].key()) : nowNs;
    };
    auto [usable, earliest] = pool.candidates(host, false, nowNs);
    if (!usable.empty()) {
        const qint64 at = std::max(nowNs, std::ranges::min(usable | std::views::transform(readyAt)));
        // Whoever rests now may be back by then.
        if (at > nowNs && at < PoolMember::Never)
            usable = pool.candidates(host, false, at).places;
        std::erase_if(usable, [&](size_t place) { return readyAt(place) > at; });
        const auto place = pool.inTurn(usable, host);
        next.way = place ? Forecast::Way::Through : Forecast::Way::AnyOf;
        next.proxy = place ? pool.members()[*place].proxy().address() : QString();
        next.waitMs = leftMs(at, nowNs);
    } else if (pool.rules().allowDirect) {
        next.way = Forecast::Way::Direct;
    } else if (earliest < PoolMember::Never && !pool.hasGivenUp(host, nowNs)) {
        next.way = Forecast::Way::Wait;
        next.waitMs = leftMs(earliest, nowNs);
    }
    next.usable = int(usable.size());
    return next;
}

} // namespace

PoolView viewOf(const ProxyPool &pool, qint64 nowNs, const HostReadiness &readiness)
{
    PoolView view;
    for (const PoolMember &member : pool.members()) {
        if (member.succeededCount() > 0 || member.failedCount() > 0 || member.inFlight() > 0)
            view.members.append(memberViewOf(member, nowNs));
    }
    view.next = forecastOf(pool, readiness, nowNs);
    return view;
}

} // namespace linnet::proxies
