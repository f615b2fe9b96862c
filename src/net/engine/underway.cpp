// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/underway.h"

#include "base/clock.h"
#include "net/engine/dispatcher.h"
#include "net/recordedurl.h"

#include <algorithm>
#include <vector>

namespace linnet::net {

namespace {

UnderWay waiting(const Task &task, UnderWay::Wait wait, qint64 heldNs)
{
    UnderWay result;
    result.id = task.id;
    result.wait = wait;
    result.attempt.run = task.request().run;
    result.attempt.url = recordedUrl(task.url());
    result.attempt.host = task.host;
    result.attempt.method = task.method;
    result.attempt.number = task.number;
    const bool isPause = wait == UnderWay::Wait::Retry;
    result.attempt.queuedNs = isPause ? task.pausedSinceNs : task.queuedNs;
    result.attempt.pausedNs = isPause ? 0 : task.pausedNs();
    result.attempt.limitedNs = heldNs;
    return result;
}

UnderWay inFlight(const Task &task)
{
    const Transfer::Times &times = task.transfer->times();
    UnderWay result{task.id, task.attempt, UnderWay::Wait::Connection};
    result.attempt.connectingNs = times.connecting;
    result.attempt.sentNs = times.sent;
    result.attempt.headersNs = times.headers;
    if (times.headers > 0)
        result.wait = UnderWay::Wait::Body;
    else if (times.sent > 0)
        result.wait = UnderWay::Wait::Headers;
    return result;
}

} // namespace

QList<UnderWay> Dispatcher::underWay(qsizetype most) const
{
    struct Found
    {
        UnderWay::Wait wait;
        const Task *task;
    };
    std::vector<Found> found;
    for (const auto &[id, task] : m_tasks) {
        if (task->stage == Task::Stage::InFlight) {
            found.push_back({UnderWay::Wait::Connection, task.get()});
        } else if (task->stage == Task::Stage::Delayed) {
            found.push_back({UnderWay::Wait::Retry, task.get()});
        } else if (task->stage == Task::Stage::Queued) {
            const bool isNext = m_admission.queues().head(task->host) == id &&
                                m_admission.inFlight(task->host) < m_admission.pace().perHost &&
                                m_admission.inFlight() < m_admission.pace().total;
            found.push_back({isNext ? UnderWay::Wait::Limiter : UnderWay::Wait::Queue, task.get()});
        }
    }
    // What moves comes before what only waits for its turn; only what is told is put into words.
    std::ranges::sort(found, {}, [](const Found &one) {
        return std::pair(one.wait == UnderWay::Wait::Queue, one.task->id);
    });
    if (qsizetype(found.size()) > most)
        found.resize(size_t(most));
    QList<UnderWay> result;
    const qint64 now = m_clock.nowNs();
    for (const auto &[wait, task] : found) {
        if (wait == UnderWay::Wait::Connection)
            result.append(inFlight(*task));
        else
            result.append(waiting(*task, wait, m_admission.queues().heldNs(task->id, now)));
    }
    return result;
}

} // namespace linnet::net
