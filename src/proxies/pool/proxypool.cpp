// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/pool/proxypool.h"

#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/proxy/directselector.h"

#include <algorithm>
#include <map>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An answer through another proxy that is older says nothing about now.
constexpr qint64 Memory = 300'000'000'000;
constexpr qsizetype MostPlaced = 10'000;
constexpr qint64 ShortestGap = 1'000'000'000;

/// The exchange broke somewhere behind the connection to the proxy.
bool isUnclear(Reason reason)
{
    switch (reason) {
    case Reason::Dns:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
    case Reason::Network:
    case Reason::Tls:
    case Reason::Undecodable:
        return true;
    default:
        return false;
    }
}

} // namespace

ProxyPool::ProxyPool(const Clock &clock, const QList<Proxy> &proxies, PoolRules rules, QObject *parent)
    : ProxySelector(parent)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_random(QRandomGenerator::global()->generate())
{
    replace(proxies);
}

ProxyPool::~ProxyPool() = default;

void ProxyPool::replace(const QList<Proxy> &proxies, const QSet<QString> &off)
{
    std::vector<PoolMember> next;
    QHash<QString, size_t> places;
    for (const Proxy &proxy : proxies) {
        if (places.contains(proxy.key()))
            continue;
        places.insert(proxy.key(), next.size());
        const PoolMember *known = find(proxy.key());
        if (known && known->proxy() == proxy)
            next.push_back(*known);
        else
            next.emplace_back(proxy);
        next.back().setEnabled(!off.contains(proxy.key()));
    }
    m_members = std::move(next);
    m_places = std::move(places);
    m_last = 0;
    m_fresh = true;
    m_stuckSince.clear();
    Q_EMIT changed();
}

void ProxyPool::learnFrom(const ProxyPool &other)
{
    for (const PoolMember &known : other.m_members) {
        PoolMember *member = find(known.key());
        if (!member || member->proxy() != known.proxy())
            continue;
        const bool enabled = member->isEnabled();
        *member = known.atRest();
        member->setEnabled(enabled);
    }
    m_lastHost = other.m_lastHost;
}

void ProxyPool::setEnabled(const QString &key, bool enabled)
{
    if (PoolMember *member = find(key)) {
        member->setEnabled(enabled);
        m_stuckSince.clear();
        Q_EMIT changed();
    }
}

PoolMember *ProxyPool::find(const QString &key)
{
    const auto place = m_places.constFind(key);
    return place == m_places.constEnd() ? nullptr : &m_members[*place];
}

ProxyPool::Choice ProxyPool::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    return pick(url, false, readiness, nsOf(now));
}

ProxyPool::Choice ProxyPool::chooseForSecret(const QUrl &url, const Readiness &readiness, Moment now)
{
    return pick(url, true, readiness, nsOf(now));
}

ProxyPool::Candidates ProxyPool::candidates(const QString &host, bool onlyMine, qint64 nowNs) const
{
    Candidates found;
    std::vector<size_t> doubtful;
    const size_t count =
        m_rules.rotation == Rotation::Pinned ? std::min<size_t>(1, m_members.size()) : m_members.size();
    for (size_t i = 0; i < count; ++i) {
        const PoolMember &member = m_members[i];
        if (onlyMine && !member.proxy().mine)
            continue;
        const qint64 ready = member.readyAt(host);
        found.earliest = std::min(found.earliest, ready);
        if (ready <= nowNs)
            (member.isDoubtful(host, nowNs) ? doubtful : found.places).push_back(i);
    }
    if (found.places.empty())
        found.places = std::move(doubtful);
    if (!found.places.empty())
        return found;
    // Nobody is left: whoever rests is tried earlier than it would be otherwise, one request at a time.
    const qint64 gap = std::max<qint64>(ShortestGap, std::chrono::nanoseconds(m_rules.patience).count() / 10);
    found.earliest = PoolMember::Never;
    for (size_t i = 0; i < count && found.places.empty(); ++i) {
        const PoolMember &member = m_members[i];
        if (onlyMine && !member.proxy().mine)
            continue;
        const qint64 ready = member.earlyAt(host, nowNs, gap);
        found.earliest = std::min(found.earliest, ready);
        if (ready <= nowNs && !hasGivenUp(host, nowNs))
            found.places.push_back(i);
    }
    return found;
}

ProxyPool::Choice ProxyPool::pick(const QUrl &url, bool onlyMine, const Readiness &readiness, qint64 nowNs)
{
    if (m_rules.bypass.matches(url.host(), url.port(url.scheme() == "https"_L1 ? 443 : 80)))
        return net::DirectSelector::direct();
    const QString host = net::HostKey(url).toString();
    const auto [usable, earliest] = candidates(host, onlyMine, nowNs);
    if (usable.empty())
        return none(host, earliest, onlyMine, nowNs);
    // Those that the limiter lets go first; when there is none, the one whose turn comes soonest.
    std::vector<size_t> ready;
    size_t soonest = usable.front();
    qint64 soonestNs = PoolMember::Never;
    for (const size_t place : usable) {
        const qint64 at = nsOf(readiness(net::ProxyKey::restored(m_members[place].key())));
        if (at <= nowNs)
            ready.push_back(place);
        if (at < soonestNs) {
            soonestNs = at;
            soonest = place;
        }
    }
    return m_members[ready.empty() ? soonest : rotate(ready, host)].proxy().use();
}

std::optional<size_t> ProxyPool::inTurn(const std::vector<size_t> &usable, const QString &host) const
{
    const auto next = [&] {
        if (m_fresh)
            return usable.front();
        const auto after = std::upper_bound(usable.begin(), usable.end(), m_last);
        return after == usable.end() ? usable.front() : *after;
    };
    const auto has = [&](size_t place) { return std::binary_search(usable.begin(), usable.end(), place); };
    switch (m_rules.rotation) {
    case Rotation::RoundRobin:
    case Rotation::Pinned:
        return next();
    case Rotation::Random:
    case Rotation::Fastest:
        return usable.size() == 1 ? std::optional(usable.front()) : std::nullopt;
    case Rotation::Sticky: {
        const auto known = m_places.constFind(m_sticky.value(host));
        return known != m_places.constEnd() && has(*known) ? *known : next();
    }
    case Rotation::EveryN:
        return !m_fresh && m_used < m_rules.every && has(m_last) ? m_last : next();
    }
    return usable.front();
}

size_t ProxyPool::rotate(const std::vector<size_t> &usable, const QString &host)
{
    if (const auto next = inTurn(usable, host))
        return *next;
    const auto any = [&] { return usable[m_random.bounded(quint32(usable.size()))]; };
    const size_t first = any();
    if (m_rules.rotation == Rotation::Random)
        return first;
    const size_t second = any();
    return m_members[second].latencyNs() < m_members[first].latencyNs() ? second : first;
}

bool ProxyPool::hasGivenUp(const QString &host, qint64 nowNs) const
{
    const auto since = m_stuckSince.constFind(host);
    return since != m_stuckSince.constEnd() &&
           nowNs - *since >= std::chrono::nanoseconds(m_rules.patience).count();
}

ProxyPool::Choice ProxyPool::none(const QString &host, qint64 earliest, bool onlyMine, qint64 nowNs)
{
    if (m_rules.allowDirect && !onlyMine)
        return net::DirectSelector::direct();
    if (m_stuckSince.size() > MostPlaced)
        m_stuckSince.clear();
    // A secret that no proxy may carry will not find one by waiting; one that is off may be switched on.
    const bool hopeless = std::ranges::none_of(m_members, [&](const PoolMember &member) {
        return member.proxy().isSupported() && (!onlyMine || member.proxy().mine);
    });
    const auto since = m_stuckSince.constFind(host);
    const qint64 begin = since == m_stuckSince.constEnd() ? nowNs : *since;
    const qint64 giveUp = begin + std::chrono::nanoseconds(m_rules.patience).count();
    if (hopeless || nowNs >= giveUp)
        return None{{Reason::NoProxy, 0, complaint(onlyMine)}};
    m_stuckSince.insert(host, begin);
    return Wait{momentAt(std::min(std::max(earliest, nowNs), giveUp))};
}

void ProxyPool::committed(const QUrl &url, const net::ProxyKey &proxy)
{
    PoolMember *member = find(proxy.toString());
    if (!member)
        return;
    member->started();
    const size_t place = m_places.value(proxy.toString());
    m_used = !m_fresh && place == m_last ? m_used + 1 : 1;
    m_last = place;
    m_fresh = false;
    m_lastHost = net::HostKey(url).toString();
    if (m_rules.rotation != Rotation::Sticky)
        return;
    if (m_sticky.size() > MostPlaced)
        m_sticky.clear();
    m_sticky.insert(m_lastHost, proxy.toString());
}

void ProxyPool::released(const net::ProxyKey &proxy)
{
    if (PoolMember *member = find(proxy.toString())) {
        member->released();
        Q_EMIT changed();
    }
}

bool ProxyPool::attemptEnded(const QUrl &url, const net::ProxyKey &proxy, const Error &outcome,
                             std::chrono::nanoseconds took)
{
    PoolMember *member = find(proxy.toString());
    if (!member)
        return false;
    const QString host = net::HostKey(url).toString();
    const qint64 now = m_clock.nowNs();
    const bool wasHeld =
        member->state(now) == MemberState::Cooling || member->state(now) == MemberState::Dead;
    if (isProxysFault(*member, host, outcome, now)) {
        member->faulted(outcome, now, m_random.generateDouble());
        Q_EMIT changed();
        return true;
    }
    if (isUnclear(outcome.reason)) {
        member->doubted(host, now);
    } else {
        const bool refused = m_rules.banStatuses.contains(outcome.status);
        member->succeeded(host, now, took.count());
        m_stuckSince.clear();
        if (refused)
            member->refused(host, now, m_random.generateDouble(), othersAreWelcome(*member, host, now));
        else
            member->welcomed(host, now);
    }
    if (wasHeld)
        Q_EMIT changed();
    return false;
}

bool ProxyPool::originFailed(const QUrl &url, const net::ProxyKey &proxy)
{
    PoolMember *member = find(proxy.toString());
    if (!member)
        return false;
    const QString host = net::HostKey(url).toString();
    const qint64 now = m_clock.nowNs();
    const bool wasHeld = member->hasFaults();
    member->worked();
    m_stuckSince.clear();
    if (wasHeld)
        Q_EMIT changed();
    // Another one that reaches the host is better for it; when none does any more, the host is down.
    const bool othersReachIt = std::ranges::any_of(m_members, [&](const PoolMember &other) {
        return &other != member && other.answeredSince(host, now - Memory) && !other.isDoubtful(host, now) &&
               other.readyAt(host) <= now;
    });
    if (othersReachIt)
        member->doubted(host, now);
    else
        member->released();
    return othersReachIt;
}

/// One that carries other hosts is left out for this one only. The last one there is for the host has the
/// last word, and asking it again changes nothing.
bool ProxyPool::denied(const QUrl &url, const net::ProxyKey &proxy)
{
    PoolMember *member = find(proxy.toString());
    if (!member)
        return false;
    const QString host = net::HostKey(url).toString();
    const qint64 now = m_clock.nowNs();
    const bool mayGoElsewhere = hasOtherFor(*member, host, now);
    if (mayGoElsewhere && !member->hasCarried()) {
        member->faulted({Reason::ProxyFailed, 0, u"forbidden by a rule of the proxy"_s}, now,
                        m_random.generateDouble());
    } else {
        member->released();
        member->worked();
        m_stuckSince.clear();
        if (mayGoElsewhere)
            member->banned(host, now, m_random.generateDouble());
    }
    Q_EMIT changed();
    return mayGoElsewhere;
}

bool ProxyPool::hasOtherFor(const PoolMember &member, const QString &host, qint64 nowNs) const
{
    return std::ranges::any_of(m_members, [&](const PoolMember &other) {
        return &other != &member && other.readyAt(host) <= nowNs;
    });
}

void ProxyPool::refused(const QUrl &url, const net::ProxyKey &proxy)
{
    PoolMember *member = find(proxy.toString());
    const QString host = net::HostKey(url).toString();
    const qint64 now = m_clock.nowNs();
    if (!member || !hasOtherFor(*member, host, now))
        return;
    member->banned(host, now, m_random.generateDouble());
    Q_EMIT changed();
}

bool ProxyPool::isProxysFault(const PoolMember &member, const QString &host, const Error &outcome,
                              qint64 nowNs) const
{
    if (outcome.reason == Reason::ProxyFailed || outcome.reason == Reason::CredentialsNeeded)
        return true;
    if (!isUnclear(outcome.reason))
        return false;
    if (othersAnswered(member, host, nowNs - Memory))
        return true;
    // Two hosts fail through it in a row, and others carry something.
    const bool another = member.doubtfulHosts() > 0 && !member.isDoubtful(host, nowNs);
    return another && std::ranges::any_of(m_members, [&](const PoolMember &other) {
               return &other != &member && other.state(nowNs) == MemberState::Good;
           });
}

bool ProxyPool::othersAnswered(const PoolMember &member, const QString &host, qint64 sinceNs) const
{
    return std::ranges::any_of(m_members, [&](const PoolMember &other) {
        return &other != &member && other.answeredSince(host, sinceNs);
    });
}

/// Whether a refusal is about the proxy: the host lets others in. A host that refuses all bans none.
bool ProxyPool::othersAreWelcome(const PoolMember &member, const QString &host, qint64 nowNs) const
{
    return std::ranges::any_of(m_members, [&](const PoolMember &other) {
        return &other != &member && other.isEnabled() && other.welcomedSince(host, nowNs - Memory) &&
               !other.isBanned(host, nowNs);
    });
}

QString ProxyPool::complaint(bool onlyMine) const
{
    const size_t supported = size_t(std::ranges::count_if(m_members, [&](const PoolMember &member) {
        return member.proxy().isSupported() && (!onlyMine || member.proxy().mine);
    }));
    if (onlyMine && supported == 0)
        return u"a token or login goes only through proxies marked as your own"_s;
    std::map<QString, int> reasons;
    for (const PoolMember &member : m_members) {
        if (!member.proxy().isSupported())
            ++reasons[u"not supported"_s];
        else if (!member.isEnabled())
            ++reasons[u"off"_s];
        else if (member.lastFault().reason != Reason::None)
            ++reasons[member.lastFault().detail.isEmpty() ? QString(reasonCode(member.lastFault().reason))
                                                          : member.lastFault().detail];
    }
    QStringList parts;
    for (const auto &[reason, count] : reasons)
        parts.append(u"%1 × %2"_s.arg(count).arg(reason));
    return u"%1 proxies: %2"_s.arg(m_members.size()).arg(parts.mid(0, 5).join(u", "));
}

} // namespace linnet::proxies
