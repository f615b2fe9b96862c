// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scheduler.h"

#include <QPointer>

namespace linnet::session {
class RunHandle;
}

namespace linnet::gui {

class SearchActions;

/// Runs saved searches when they are due, in the background, and says how it went.
class ScheduledRuns : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object; now: see models::Scheduler.
    ScheduledRuns(
        SearchActions &actions, const models::RunList &runs, const models::SavedSearches &searches,
        models::Scheduler::Now now = [] { return QDateTime::currentDateTimeUtc(); },
        QObject *parent = nullptr);

    /// Whether a search of the open project runs by itself.
    bool isWaiting() const { return m_scheduler.next().isValid(); }
    models::Scheduler &scheduler() { return m_scheduler; }

Q_SIGNALS:
    void told(const QString &title, const QString &text); ///< for whoever does not look at the window

private:
    void begin(int searchNumber, store::RunId last, int missed);
    void follow(session::RunHandle *run, const QString &title, int missed);

    SearchActions &m_actions;
    const models::SavedSearches &m_searches;
    models::Scheduler m_scheduler;
};

} // namespace linnet::gui
