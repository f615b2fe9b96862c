// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scheduler.h"

#include "session/saved/taskid.h"

#include <algorithm>

namespace linnet::models {

using namespace std::chrono_literals;
using session::SavedSearch;

Scheduler::Scheduler(const RunList &runs, const SavedSearches &searches, Now now, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_searches(searches)
    , m_now(std::move(now))
{
    connect(&m_timer, &QTimer::timeout, this, &Scheduler::look);
    connect(&runs, &RunList::changed, this, [this] {
        if (!m_runs.isRead())
            m_told.clear(); // another project
    });
    m_timer.start(30s);
}

const RunEntry *Scheduler::newestRun(const SavedSearch &search) const
{
    const QString task = search.task();
    const auto &runs = m_runs.runs();
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const RunEntry &run) {
        return run.info.kind == search.kind && session::taskId(run.info.kind, run.info.params) == task;
    });
    return found == runs.rend() ? nullptr : &*found;
}

void Scheduler::look()
{
    if (!m_runs.isRead())
        return;
    const QDateTime now = m_now();
    const std::vector<SavedSearch> searches = m_searches.all(); // what hears of it may change them
    for (const SavedSearch &search : searches) {
        if (!search.schedule)
            continue;
        const RunEntry *newest = newestRun(search);
        if (newest && m_runs.isUnderWay(newest->info.id))
            continue;
        QDateTime last = newest ? QDateTime::fromString(newest->info.started, Qt::ISODate) : QDateTime();
        const QDateTime told = m_told.value(search.number);
        if (told.isValid() && told <= now && (!last.isValid() || last < told))
            last = told;
        const session::Schedule::Due moment = search.schedule->due(last, now);
        if (!moment.isDue)
            continue;
        m_told[search.number] = now;
        Q_EMIT due(search.number, newest ? newest->info.id : 0, moment.missed);
    }
}

QDateTime Scheduler::next() const
{
    QDateTime first;
    for (const SavedSearch &search : m_searches.all()) {
        if (!search.schedule)
            continue;
        const QDateTime moment = search.schedule->next(m_now());
        if (!first.isValid() || moment < first)
            first = moment;
    }
    return first;
}

} // namespace linnet::models
