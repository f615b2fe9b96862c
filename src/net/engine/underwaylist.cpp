// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/underwaylist.h"

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
    result.attempt.queued = isPause ? task.pausedSince : task.queued;
    result.attempt.paused = isPause ? std::chrono::nanoseconds(0) : task.paused();
    result.attempt.limited = std::chrono::nanoseconds(heldNs);
    return result;
}

UnderWay inFlight(const Task &task)
{
    const Transfer::Times &times = task.transfer->times();
    UnderWay result{task.id, task.attempt, UnderWay::Wait::Connection};
    result.attempt.connecting = momentAt(times.connecting);
    result.attempt.sent = momentAt(times.sent);
    result.attempt.headers = momentAt(times.headers);
    if (times.headers > 0)
        result.wait = UnderWay::Wait::Body;
    else if (times.sent > 0)
        result.wait = UnderWay::Wait::Headers;
    return result;
}

} // namespace

UnderWayList::UnderWayList(const Requests &requests, const Admission &admission)
    : m_requests(requests)
    , m_admission(admission)
{
}

std::optional<UnderWay::Wait> UnderWayList::waitOf(const Task &task) const
{
    if (task.stage == Task::Stage::InFlight)
        return UnderWay::Wait::Connection;
    if (task.stage == Task::Stage::Delayed)
        return UnderWay::Wait::Retry;
    if (task.stage != Task::Stage::Queued)
        return std::nullopt;
    const bool isNext = m_admission.queues().head(task.host) == task.id &&
                        m_admission.inFlight(task.host) < m_admission.pace().perHost &&
                        m_admission.inFlight() < m_admission.pace().total;
    return isNext ? UnderWay::Wait::Limiter : UnderWay::Wait::Queue;
}

QList<UnderWay> UnderWayList::first(qsizetype most, qint64 nowNs) const
{
    struct Found
    {
        UnderWay::Wait wait;
        const Task *task;
    };
    std::vector<Found> found;
    m_requests.forEach([&](const Task &task) {
        if (const auto wait = waitOf(task))
            found.push_back({*wait, &task});
    });
    // What moves comes before what only waits for its turn; texts are made only of what is shown.
    std::ranges::sort(found, {}, [](const Found &one) {
        return std::pair(one.wait == UnderWay::Wait::Queue, one.task->id);
    });
    if (qsizetype(found.size()) > most)
        found.resize(size_t(most));
    QList<UnderWay> result;
    for (const auto &[wait, task] : found) {
        if (wait == UnderWay::Wait::Connection)
            result.append(inFlight(*task));
        else
            result.append(waiting(*task, wait, m_admission.queues().heldNs(task->id, nowNs)));
    }
    return result;
}

} // namespace linnet::net
