// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/hostqueues.h"

#include <algorithm>

namespace linnet::net {

void HostQueues::push(const HostKey &host, Id id, RunId run, int priority, bool front)
{
    Host &target = m_hosts[host];
    target.key = host;
    m_entries.emplace(id, Entry{&target, target.queue.push(id, run, priority, front)});
    // A parked host waits for a moment, not for entries; but whom it holds must be known.
    if (!target.parkedUntil || target.queue.head(m_pausedRuns) == id)
        makeReady(target);
}

bool HostQueues::remove(Id id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return false;
    Host &host = *found->second.host;
    if (host.held == &found->second) {
        host.held = nullptr;
        makeReady(host);
    }
    host.queue.remove(found->second.place);
    m_entries.erase(found);
    forgetIfEmpty(host);
    return true;
}

qint64 HostQueues::take(Id id, qint64 nowNs)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return 0;
    settle(*found->second.host, nowNs);
    const qint64 held = found->second.heldNs;
    remove(id);
    return held;
}

qint64 HostQueues::heldNs(Id id, qint64 nowNs) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? 0 : found->second.heldNs + heldNow(found->second, nowNs);
}

/// Since its host was parked last.
qint64 HostQueues::heldNow(const Entry &entry, qint64 nowNs)
{
    const Host &host = *entry.host;
    return host.held == &entry ? std::max<qint64>(0, std::min(nowNs, host.heldUntil) - host.heldSince) : 0;
}

void HostQueues::settle(Host &host, qint64 nowNs)
{
    if (host.held)
        host.held->heldNs += heldNow(*host.held, nowNs);
    host.held = nullptr;
}

std::optional<HostQueues::Id> HostQueues::head(const HostKey &host) const
{
    const Host *found = find(host);
    if (!found || isHostPaused(host))
        return std::nullopt;
    return found->queue.head(m_pausedRuns);
}

int HostQueues::queued(const HostKey &host) const
{
    const Host *found = find(host);
    return found ? found->queue.size() : 0;
}

QList<HostKey> HostQueues::hosts() const
{
    QList<HostKey> result;
    for (const auto &[key, host] : m_hosts)
        result.append(key);
    for (const HostKey &host : m_pausedHosts) {
        if (!find(host))
            result.append(host);
    }
    return result;
}

void HostQueues::resumeRun(RunId run)
{
    if (m_pausedRuns.remove(run))
        wakeAll();
}

void HostQueues::pauseHost(const HostKey &host)
{
    m_pausedHosts.insert(host);
}

void HostQueues::resumeHost(const HostKey &host)
{
    if (m_pausedHosts.remove(host))
        wake(host);
}

HostKey HostQueues::nextReady()
{
    if (m_ring.empty())
        return {};
    Host *host = m_ring.front();
    m_ring.pop_front();
    host->ready = false;
    return host->key;
}

void HostQueues::park(const HostKey &host, Id first, qint64 nowNs, qint64 untilNs)
{
    Host *found = find(host);
    const auto entry = m_entries.find(first);
    if (!found || entry == m_entries.end())
        return;
    settle(*found, nowNs);
    found->held = &entry->second;
    found->heldSince = nowNs;
    found->heldUntil = untilNs;
    unpark(*found);
    if (found->ready) {
        m_ring.erase(found->inRing);
        found->ready = false;
    }
    found->parkedUntil = untilNs;
    m_parked.emplace(std::pair(untilNs, found), found);
}

void HostQueues::wake(const HostKey &host)
{
    if (Host *found = find(host))
        makeReady(*found);
}

void HostQueues::wakeAll()
{
    for (auto &[key, host] : m_hosts)
        makeReady(host);
}

void HostQueues::wakeDue(qint64 nowNs)
{
    while (!m_parked.empty() && m_parked.begin()->first.first <= nowNs)
        makeReady(*m_parked.begin()->second);
}

std::optional<qint64> HostQueues::nextDue() const
{
    if (m_parked.empty())
        return std::nullopt;
    return m_parked.begin()->first.first;
}

HostQueues::Host *HostQueues::find(const HostKey &host)
{
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? nullptr : &found->second;
}

const HostQueues::Host *HostQueues::find(const HostKey &host) const
{
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? nullptr : &found->second;
}

void HostQueues::makeReady(Host &host)
{
    unpark(host);
    if (host.ready)
        return;
    host.ready = true;
    host.inRing = m_ring.insert(m_ring.end(), &host);
}

void HostQueues::unpark(Host &host)
{
    if (!host.parkedUntil)
        return;
    m_parked.erase(std::pair(*host.parkedUntil, &host));
    host.parkedUntil.reset();
}

void HostQueues::forgetIfEmpty(Host &host)
{
    if (host.queue.size() > 0)
        return;
    unpark(host);
    if (host.ready)
        m_ring.erase(host.inRing);
    m_hosts.erase(m_hosts.find(host.key));
}

} // namespace linnet::net
