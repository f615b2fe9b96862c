// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changesfinder.h"
#include "models/scheduler.h"

#include <QList>

namespace linnet::gui {

class SearchActions;

/// Runs saved searches when they are due, in the background, and says what is new then. In a project that is
/// only read whoever writes it does so.
class ScheduledRuns : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    ScheduledRuns(session::Session &session, SearchActions &actions, const models::RunList &runs,
                  const models::SavedSearches &searches, QObject *parent = nullptr);

    /// Whether a search of the open project runs by itself.
    bool isWaiting() const { return !m_session.projectSlot().isReadOnly() && m_scheduler.next().isValid(); }
    void look() { m_scheduler.look(); } ///< at the clock, which happens by itself, too

Q_SIGNALS:
    void told(const QString &title, const QString &text); ///< for whoever does not look at the window

private:
    /// A run that has ended well.
    struct Ended
    {
        store::RunId run = 0;
        QString title;
        qint64 rows = 0;
        bool onlyNew = false; ///< SavedSearch::onlyNew
    };
    void begin(int searchNumber, store::RunId last, int missed);
    void follow(session::RunHandle *run, const Ended &told, int missed);
    void tellNews();
    void compare();

    session::Session &m_session;
    SearchActions &m_actions;
    const models::SavedSearches &m_searches;
    models::Scheduler m_scheduler;
    models::ChangesFinder m_finder;
    QList<Ended> m_ended; ///< the first is being compared with the run before it
};

} // namespace linnet::gui
