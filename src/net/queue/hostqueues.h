// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hostkey.h"
#include "net/queue/hostqueue.h"

#include <QList>

#include <unordered_map>

namespace linnet::net {

/// All that waits, host by host, and whose turn it is: hosts take turns in a ring; one that must wait is
/// parked until its time or until it is woken. It knows how long an entry was the first of a parked host.
/// Pure; monotonic nanoseconds are handed in.
class HostQueues
{
public:
    using Id = HostQueue::Id;

    void push(const HostKey &host, Id id, RunId run, int priority, bool front = false);
    bool remove(Id id); ///< false when it is not here
    /// Takes out an entry that starts; how long it was held.
    qint64 take(Id id, qint64 nowNs);
    /// How long an entry was held so far: the first of its host while that was parked. Ends with the moment
    /// until which it was parked, whatever holds the entry back after that.
    qint64 heldNs(Id id, qint64 nowNs) const;
    std::optional<Id> head(const HostKey &host) const;
    int queued(const HostKey &host) const;
    QList<HostKey> hosts() const; ///< those with entries, and paused ones

    void pauseRun(RunId run) { m_pausedRuns.insert(run); }
    void resumeRun(RunId run);
    void pauseHost(const HostKey &host);
    void resumeHost(const HostKey &host);
    bool isHostPaused(const HostKey &host) const { return m_pausedHosts.contains(host); }

    /// The host whose turn it is, taken out of the ring: then wake(), park() or nothing (an event will wake
    /// it). Empty when none is ready.
    HostKey nextReady();
    bool hasReady() const { return !m_ring.empty(); }
    /// first: its head. Another one that becomes the head wakes the host, to be held in its own name.
    void park(const HostKey &host, Id first, qint64 nowNs, qint64 untilNs);
    void wake(const HostKey &host);
    void wakeAll();
    void wakeDue(qint64 nowNs);
    std::optional<qint64> nextDue() const;

private:
    struct Entry;
    struct Host
    {
        HostKey key;
        HostQueue queue;
        bool ready = false;
        std::optional<qint64> parkedUntil;
        Entry *held = nullptr; ///< the head when it was parked last
        qint64 heldSince = 0;
        qint64 heldUntil = 0;
        std::list<Host *>::iterator inRing;
    };
    struct Entry
    {
        Host *host;
        HostQueue::Place place;
        qint64 heldNs = 0; ///< before its host was parked last
    };
    using Parked = std::map<std::pair<qint64, const Host *>, Host *>;

    Host *find(const HostKey &host);
    const Host *find(const HostKey &host) const;
    void makeReady(Host &host);
    void unpark(Host &host);
    static qint64 heldNow(const Entry &entry, qint64 nowNs);
    static void settle(Host &host, qint64 nowNs);
    void forgetIfEmpty(Host &host);

    std::unordered_map<HostKey, Host> m_hosts; ///< nodes stay where they are
    std::unordered_map<Id, Entry> m_entries;
    std::list<Host *> m_ring;
    Parked m_parked;
    QSet<RunId> m_pausedRuns;
    QSet<HostKey> m_pausedHosts;
};

} // namespace linnet::net
