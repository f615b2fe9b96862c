// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/task.h"

#include <QHash>
#include <QList>

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace linnet::net {

/// The requests that the engine has, how many there are for each host, and the results that wait to be
/// handed out. A task lives from add() until its result is delivered or its Fetch dies.
class Requests
{
public:
    using Id = quint64;

    /// The task of a new request; without an address until moveTo().
    Task &add(Fetch *fetch);
    Task *find(Id id) const; ///< null when there is none any more
    const Task &at(Id id) const { return *m_tasks.at(id); }
    /// Its current address from now on.
    void moveTo(Task &task, const Address &address);
    /// Stage::Over; the result waits for deliver().
    void finish(Task &task, Result<Response> result);
    /// Hands out the results that are there: Fetches end and delete themselves.
    void deliver();
    /// Removes a task whose Fetch is dying, without a result.
    void abandon(Id id);

    /// Queued or in flight for the host.
    int load(const HostKey &host) const { return m_load.value(host); }
    bool isEmpty() const { return m_tasks.empty(); }
    bool hasResults() const { return !m_results.empty(); }
    /// Those that have no result yet, oldest first; of all runs, or of one.
    QList<Id> open() const;
    QList<Id> open(RunId run) const;
    /// Calls visit(const Task &) for every task.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (const auto &[id, task] : m_tasks)
            visit(*task);
    }

private:
    void leaveHost(Task &task);
    template <typename Wanted> QList<Id> openIf(Wanted isWanted) const;

    std::unordered_map<Id, std::unique_ptr<Task>> m_tasks;
    QHash<HostKey, int> m_load;
    std::vector<std::pair<Id, Result<Response>>> m_results;
    Id m_lastId = 0;
};

} // namespace linnet::net
