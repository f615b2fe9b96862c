// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/pool/poolmember.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::proxies {

namespace {

constexpr qint64 Second = 1'000'000'000;
constexpr qint64 FirstCooling = 5 * Second;
constexpr qint64 LongestCooling = 3600 * Second;
constexpr qint64 DoubtLasts = 30 * Second;
constexpr qint64 FirstBan = 300 * Second;
constexpr qint64 LongestBan = 3600 * Second;
constexpr int RefusalsForBan = 3;
constexpr int FaultsForDead = 6;
constexpr qint64 SlowNs = 5 * Second;
constexpr qsizetype MostHosts = 5000;

/// Doubles with each time, and lies somewhere in its upper half, so that a whole list does not come back at
/// once.
qint64 spread(qint64 first, qint64 longest, int times, double chance)
{
    const qint64 whole = std::min(longest, first << std::clamp(times - 1, 0, 20));
    return whole / 2 + qint64(double(whole) / 2 * chance);
}

} // namespace

PoolMember::PoolMember(Proxy proxy)
    : m_proxy(std::move(proxy))
    , m_key(m_proxy.key())
{
}

MemberState PoolMember::state(qint64 nowNs) const
{
    if (!m_enabled)
        return MemberState::Off;
    if (m_hopeless || m_faultsInRow >= FaultsForDead)
        return MemberState::Dead;
    if (m_coolUntil > nowNs || m_faultsInRow > 0)
        return MemberState::Cooling;
    if (m_succeeded == 0)
        return MemberState::Untried;
    return m_latencyNs > double(SlowNs) ? MemberState::Slow : MemberState::Good;
}

qint64 PoolMember::readyAt(const QString &host) const
{
    if (!m_enabled || !m_proxy.isSupported() || m_probing)
        return Never;
    const auto record = m_hosts.constFind(host);
    const qint64 banned = record == m_hosts.constEnd() ? 0 : record->bannedUntil;
    return std::max(banned, m_coolUntil);
}

qint64 PoolMember::earlyAt(const QString &host, qint64 nowNs, qint64 gapNs) const
{
    const qint64 ready = readyAt(host);
    // A ban by the host and a refused login are no matter of patience.
    const bool cooling = !m_hopeless && ready == m_coolUntil;
    return cooling ? std::min(ready, std::max(nowNs, m_faultNs + gapNs)) : ready;
}

bool PoolMember::isDoubtful(const QString &host, qint64 nowNs) const
{
    const auto doubt = m_doubts.constFind(host);
    return doubt != m_doubts.constEnd() && nowNs - *doubt < DoubtLasts;
}

void PoolMember::started()
{
    ++m_inFlight;
    // After a fault one request goes ahead, and the others wait for what becomes of it.
    if (m_faultsInRow > 0)
        m_probing = true;
}

void PoolMember::released()
{
    m_inFlight = std::max(0, m_inFlight - 1);
    m_probing = false;
}

void PoolMember::succeeded(const QString &host, qint64 nowNs, qint64 tookNs)
{
    released();
    ++m_succeeded;
    m_faultsInRow = 0;
    m_coolUntil = 0;
    m_hopeless = false;
    m_fault = {};
    m_doubts.clear();
    constexpr double Weight = 0.2;
    m_latencyNs = m_latencyNs == 0 ? double(tookNs) : m_latencyNs * (1 - Weight) + double(tookNs) * Weight;
    if (m_hosts.size() > MostHosts)
        m_hosts.clear();
    m_hosts[host].goodNs = nowNs;
}

void PoolMember::faulted(const Error &error, qint64 nowNs, double chance)
{
    // Those that started before it was known tell nothing new.
    const bool late = m_coolUntil > nowNs;
    released();
    ++m_failed;
    m_fault = error;
    m_faultNs = nowNs;
    if (late)
        return;
    m_hopeless = error.reason == Reason::CredentialsNeeded || error.status == 407 || error.status == 401;
    ++m_faultsInRow;
    const int times = m_hopeless ? std::max(m_faultsInRow, 7) : m_faultsInRow;
    m_coolUntil = nowNs + spread(FirstCooling, LongestCooling, times, chance);
}

void PoolMember::worked()
{
    m_faultsInRow = 0;
    m_coolUntil = 0;
    m_hopeless = false;
    m_fault = {};
    m_doubts.clear();
}

void PoolMember::doubted(const QString &host, qint64 nowNs)
{
    released();
    ++m_failed;
    m_doubts.insert(host, nowNs);
}

bool PoolMember::refused(const QString &host, qint64 nowNs, double chance, bool othersAreWelcome)
{
    HostRecord &record = m_hosts[host];
    if (++record.refusals < RefusalsForBan || !othersAreWelcome)
        return false;
    banned(host, nowNs, chance);
    return true;
}

void PoolMember::banned(const QString &host, qint64 nowNs, double chance)
{
    HostRecord &record = m_hosts[host];
    record.refusals = 0;
    record.bannedUntil = nowNs + spread(FirstBan, LongestBan, ++record.bans, chance);
}

void PoolMember::welcomed(const QString &host, qint64 nowNs)
{
    HostRecord &record = m_hosts[host];
    record.refusals = record.bans = 0;
    record.welcomeNs = nowNs;
}

bool PoolMember::welcomedSince(const QString &host, qint64 sinceNs) const
{
    const auto record = m_hosts.constFind(host);
    return record != m_hosts.constEnd() && record->welcomeNs > 0 && record->welcomeNs >= sinceNs;
}

bool PoolMember::isBanned(const QString &host, qint64 nowNs) const
{
    const auto record = m_hosts.constFind(host);
    return record != m_hosts.constEnd() && record->bannedUntil > nowNs;
}

QList<std::pair<QString, qint64>> PoolMember::bans(qint64 nowNs) const
{
    QList<std::pair<QString, qint64>> result;
    for (auto record = m_hosts.cbegin(); record != m_hosts.cend(); ++record) {
        if (record->bannedUntil > nowNs)
            result.append({record.key(), record->bannedUntil});
    }
    std::ranges::sort(result);
    return result;
}

PoolMember PoolMember::atRest() const
{
    PoolMember member = *this;
    member.m_inFlight = 0;
    member.m_probing = false;
    return member;
}

bool PoolMember::answeredSince(const QString &host, qint64 sinceNs) const
{
    const auto record = m_hosts.constFind(host);
    return record != m_hosts.constEnd() && record->goodNs >= sinceNs;
}

} // namespace linnet::proxies
