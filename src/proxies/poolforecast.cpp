// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/proxypool.h"

#include "base/clock.h"

#include <algorithm>

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

PoolView ProxyPool::view() const
{
    const qint64 now = m_clock.nowNs();
    PoolView view;
    for (const PoolMember &member : m_members) {
        if (member.succeededCount() > 0 || member.failedCount() > 0 || member.inFlight() > 0)
            view.members.append(viewOf(member, now));
    }
    view.next = forecast(now);
    return view;
}

/// As pick() would decide, but for the limiter, which only says when.
Forecast ProxyPool::forecast(qint64 nowNs) const
{
    Forecast next;
    next.host = m_lastHost;
    next.rotation = m_rules.rotation;
    for (const PoolMember &member : m_members) {
        const MemberState state = member.state(nowNs);
        next.unsupported += member.proxy().isSupported() ? 0 : 1;
        next.off += state == MemberState::Off ? 1 : 0;
        next.dead += state == MemberState::Dead ? 1 : 0;
        next.cooling += state == MemberState::Cooling ? 1 : 0;
        next.banned += member.isEnabled() && member.isBanned(m_lastHost, nowNs) ? 1 : 0;
    }
    const auto [usable, earliest] = candidates(m_lastHost, false, nowNs);
    next.usable = int(usable.size());
    if (!usable.empty()) {
        const auto place = inTurn(usable, m_lastHost);
        next.way = place ? Forecast::Way::Through : Forecast::Way::AnyOf;
        next.proxy = place ? m_members[*place].proxy().address() : QString();
    } else if (m_rules.allowDirect) {
        next.way = Forecast::Way::Direct;
    } else if (earliest < PoolMember::Never && !hasGivenUp(m_lastHost, nowNs)) {
        next.way = Forecast::Way::Wait;
        next.waitMs = leftMs(earliest, nowNs);
    }
    return next;
}

} // namespace linnet::proxies
