// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/requests.h"

#include <QPointer>

#include <algorithm>

namespace linnet::net {

Task &Requests::add(Fetch *fetch)
{
    const Id id = ++m_lastId;
    auto task = std::make_unique<Task>();
    task->id = id;
    task->fetch = fetch;
    task->method = fetch->request().method;
    return *m_tasks.emplace(id, std::move(task)).first->second;
}

Task *Requests::find(Id id) const
{
    const auto found = m_tasks.find(id);
    return found == m_tasks.end() ? nullptr : found->second.get();
}

void Requests::moveTo(Task &task, const Address &address)
{
    leaveHost(task);
    task.visited.append(address);
    task.host = HostKey(address.url());
    ++m_load[task.host];
}

void Requests::leaveHost(Task &task)
{
    if (!task.visited.isEmpty() && --m_load[task.host] == 0)
        m_load.remove(task.host);
}

void Requests::finish(Task &task, Result<Response> result)
{
    task.stage = Task::Stage::Over;
    leaveHost(task);
    m_results.emplace_back(task.id, std::move(result));
}

void Requests::deliver()
{
    for (auto &[id, result] : std::exchange(m_results, {})) {
        const auto found = m_tasks.find(id);
        if (found == m_tasks.end()) // its owner died meanwhile
            continue;
        const QPointer<Fetch> fetch = found->second->fetch;
        fetch->setAttempts(found->second->number);
        fetch->setContent(std::move(found->second->content));
        m_tasks.erase(found);
        Q_EMIT fetch->done(result);
        delete fetch;
    }
}

void Requests::abandon(Id id)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end())
        return;
    if (found->second->stage != Task::Stage::Over)
        leaveHost(*found->second);
    m_tasks.erase(found);
}

QList<Requests::Id> Requests::open() const
{
    return openIf([](const Task &) { return true; });
}

QList<Requests::Id> Requests::open(RunId run) const
{
    return openIf([run](const Task &task) { return task.request().run == run; });
}

template <typename Wanted> QList<Requests::Id> Requests::openIf(Wanted isWanted) const
{
    QList<Id> ids;
    for (const auto &[id, task] : m_tasks) {
        if (task->stage != Task::Stage::Over && isWanted(*task))
            ids.append(id);
    }
    std::ranges::sort(ids);
    return ids;
}

} // namespace linnet::net
