// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/scheduledruns.h"

#include "base/errortext.h"
#include "gui/navigator/searchactions.h"
#include "session/runhandle.h"

namespace linnet::gui {

ScheduledRuns::ScheduledRuns(SearchActions &actions, const models::RunList &runs,
                             const models::SavedSearches &searches, models::Scheduler::Now now,
                             QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_searches(searches)
    , m_scheduler(runs, searches, std::move(now))
{
    connect(&m_scheduler, &models::Scheduler::due, this, &ScheduledRuns::begin);
}

void ScheduledRuns::begin(int searchNumber, store::RunId last, int missed)
{
    const session::SavedSearch *search = m_searches.byNumber(searchNumber);
    if (!search)
        return;
    const QString title = search->name;
    m_actions.run(*search, last, [this, title, missed](const Result<session::RunHandle *> &run) {
        if (run)
            follow(*run, title, missed);
        else
            Q_EMIT told(title,
                        tr("The scheduled run could not begin: %1").arg(ErrorText::sentence(run.error())));
    });
}

void ScheduledRuns::follow(session::RunHandle *run, const QString &title, int missed)
{
    QString begun = tr("The scheduled run has begun.");
    if (missed > 0)
        begun += u' ' + tr("%n run(s) before it were missed; this one makes up for them.", nullptr, missed);
    Q_EMIT told(title, begun);
    connect(run, &session::RunHandle::ended, this, [this, title](const jobs::Progress &last) {
        if (last.error.reason != Reason::None)
            Q_EMIT told(title,
                        tr("The scheduled run has ended early: %1").arg(ErrorText::sentence(last.error)));
        else
            Q_EMIT told(title, tr("The scheduled run has ended: %n row(s).", nullptr, int(last.rows)));
    });
}

} // namespace linnet::gui
