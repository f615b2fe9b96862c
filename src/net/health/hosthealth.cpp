// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/hosthealth.h"

#include <algorithm>

namespace linnet::net {

namespace {

/// The network's own probes start early and go on for as long as it takes.
constexpr Breaker::Rule NetworkRule{1, 1'000'000'000, 30'000'000'000, Breaker::Rule::Endless};
/// Retries have their own waits already, so this is only for a host that says nothing else any more.
constexpr Breaker::Rule OverloadRule{20, 1'000'000'000, 30'000'000'000, 60'000'000'000};
constexpr int LongestStreak = 64;

bool isOverload(int status)
{
    return status == 502 || status == 503 || status == 504;
}

} // namespace

bool HostHealth::isSilence(Reason reason)
{
    switch (reason) {
    case Reason::Dns:
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Deadline:
    case Reason::Network:
        return true;
    default:
        return false;
    }
}

HostHealth::Record::Record(bool known)
    : silence(known)
    , overload(OverloadRule)
{
}

HostHealth::Record &HostHealth::record(const HostKey &host)
{
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? *m_hosts.insert(host, Record(m_alive.contains(host))) : *found;
}

HostHealth::HostHealth()
    : m_network(NetworkRule)
{
}

HostHealth::Finding HostHealth::failed(const HostKey &host, Id id, Reason reason, qint64 now, double chance,
                                       bool networkWorks)
{
    Finding finding;
    if (!isSilence(reason)) {
        released(host);
        return finding;
    }
    if (networkWorks && m_network.isOpen())
        m_network.succeeded();
    if (isCutOff(host)) {
        m_network.failed(now, chance);
        finding.charge = false;
        finding.changed = true;
        return finding;
    }
    FailureStreak &silence = record(host).silence;
    finding = silence.failed(id, now, chance);
    if (silence.breaker().isExhausted(now) || networkWorks)
        return finding;
    m_streak.append({host, id, reason == Reason::Dns || reason == Reason::Network});
    if (m_streak.size() > LongestStreak)
        m_streak.removeFirst();
    if (looksLikeNoNetwork()) {
        m_network.open(now, chance);
        finding.charge = false;
        finding.changed = true;
        for (const Failure &failure : std::exchange(m_streak, {})) {
            if (failure.id != id && m_hosts.value(failure.host).silence.contains(failure.id))
                finding.refund.append(failure.id);
        }
        m_hosts.clear();
    }
    return finding;
}

bool HostHealth::looksLikeNoNetwork() const
{
    QSet<HostKey> known;
    int networkLike = 0;
    bool knownNetworkLike = false;
    for (const Failure &failure : m_streak) {
        const bool alive = m_alive.contains(failure.host);
        if (alive)
            known.insert(failure.host);
        networkLike += failure.networkLike ? 1 : 0;
        knownNetworkLike = knownNetworkLike || (alive && failure.networkLike);
    }
    // A name that could be looked up before and cannot now, or several hosts that fell silent together.
    return (networkLike >= 3 && knownNetworkLike) || (m_streak.size() >= 6 && known.size() >= 3);
}

bool HostHealth::answered(const HostKey &host, int status, qint64 now, double chance)
{
    const bool wasGone = isCutOff(host);
    if (wasGone)
        m_network.succeeded();
    m_streak.clear();
    m_alive.insert(host);
    if (isOverload(status)) {
        Record &record = this->record(host);
        const bool wasHeld = record.silence.breaker().isOpen() || record.overload.isOpen();
        record.silence.succeeded();
        record.overloadStatus = status;
        return record.overload.failed(now, chance) || wasHeld || wasGone;
    }
    const auto found = m_hosts.find(host);
    const bool wasHeld =
        found != m_hosts.end() && (found->silence.breaker().isOpen() || found->overload.isOpen());
    if (found != m_hosts.end())
        m_hosts.erase(found);
    return wasHeld || wasGone;
}

bool HostHealth::setOnline(bool online, qint64 now, double chance)
{
    m_saidOffline = !online;
    if (online == !m_network.isOpen())
        return false;
    if (online)
        m_network.succeeded();
    else
        m_network.open(now, chance);
    return true;
}

bool HostHealth::isCutOff(const HostKey &host) const
{
    return m_network.isOpen() && !(m_saidOffline && host.isLoopback());
}

void HostHealth::started(const HostKey &host, qint64 now)
{
    if (isCutOff(host))
        m_network.started(now);
    const auto found = m_hosts.find(host);
    if (found != m_hosts.end()) {
        found->silence.breaker().started(now);
        found->overload.started(now);
    }
}

void HostHealth::released(const HostKey &host)
{
    if (isCutOff(host))
        m_network.released();
    const auto found = m_hosts.find(host);
    if (found != m_hosts.end()) {
        found->silence.breaker().released();
        found->overload.released();
    }
}

qint64 HostHealth::readyAt(const HostKey &host, qint64 now) const
{
    const qint64 network = isCutOff(host) ? m_network.readyAt(now) : 0;
    const auto found = m_hosts.constFind(host);
    return found == m_hosts.constEnd() ? network
                                       : std::max(network, std::max(found->silence.breaker().readyAt(now),
                                                                    found->overload.readyAt(now)));
}

bool HostHealth::isHeld(const HostKey &host, qint64 now) const
{
    return readyAt(host, now) > now;
}

int HostHealth::overloadStatus(const HostKey &host) const
{
    const auto found = m_hosts.constFind(host);
    return found != m_hosts.constEnd() && found->overload.isOpen() ? found->overloadStatus : 0;
}

void HostHealth::firstAttempt(const HostKey &host)
{
    m_budgets[host].firstAttempt();
}

bool HostHealth::mayRetryNow(const HostKey &host)
{
    return m_budgets[host].spend();
}

void HostHealth::postpone(qint64 ns)
{
    m_network.postpone(ns);
    for (Record &record : m_hosts) {
        record.silence.breaker().postpone(ns);
        record.overload.postpone(ns);
    }
}

void HostHealth::sweep()
{
    // A budget that is forgotten starts again with its floor; the host was not asked for a long time.
    constexpr int Many = 10'000;
    if (m_hosts.size() > Many)
        m_hosts.removeIf([](const auto &entry) {
            return !entry->silence.breaker().isOpen() && !entry->overload.isOpen();
        });
    if (m_budgets.size() > Many)
        m_budgets.clear();
    if (m_alive.size() > Many)
        m_alive.clear();
}

} // namespace linnet::net
