// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/underway.h"

#include "net/dispatcher.h"
#include "net/recordedurl.h"

#include <algorithm>

namespace linnet::net {

namespace {

UnderWay waiting(const Task &task, UnderWay::Wait wait, qint64 sinceNs)
{
    UnderWay result;
    result.id = task.id;
    result.wait = wait;
    result.attempt.run = task.request().run;
    result.attempt.url = recordedUrl(task.url());
    result.attempt.host = task.host;
    result.attempt.method = task.method;
    result.attempt.number = task.number;
    result.attempt.queuedNs = sinceNs;
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
    QList<UnderWay> result;
    for (const auto &[id, task] : m_tasks) {
        if (task->stage == Task::Stage::InFlight) {
            result.append(inFlight(*task));
        } else if (task->stage == Task::Stage::Delayed) {
            result.append(waiting(*task, UnderWay::Wait::Retry, task->attempt.doneNs));
        } else if (task->stage == Task::Stage::Queued) {
            const bool isNext = m_admission.queues().head(task->host) == id &&
                                m_admission.inFlight(task->host) < m_admission.pace().perHost &&
                                m_admission.inFlight() < m_admission.pace().total;
            result.append(
                waiting(*task, isNext ? UnderWay::Wait::Limiter : UnderWay::Wait::Queue, task->queuedNs));
        }
    }
    // What moves comes before what only waits for its turn.
    const auto rank = [](const UnderWay &one) {
        return std::pair(one.wait == UnderWay::Wait::Queue, one.id);
    };
    std::sort(result.begin(), result.end(),
              [&](const UnderWay &one, const UnderWay &other) { return rank(one) < rank(other); });
    if (result.size() > most)
        result.resize(most);
    return result;
}

} // namespace linnet::net
