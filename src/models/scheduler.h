// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runlist.h"
#include "models/savedsearches.h"

#include <QTimer>

namespace linnet::models {

/// Tells when a saved search of the open project is due: looks at the clock twice a minute, so that a
/// computer that slept catches up once, soon after it woke. Nothing is due while a run of the search is under
/// way.
class Scheduler : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    /// All outlive this object. now: for tests; the real clock by default.
    Scheduler(
        const RunList &runs, const SavedSearches &searches,
        Now now = [] { return QDateTime::currentDateTimeUtc(); }, QObject *parent = nullptr);

    void look(); ///< at the clock, now
    /// When the next search of the project is due; invalid: none has a schedule.
    QDateTime next() const;

Q_SIGNALS:
    /// missed: due moments that have passed besides the one of this run. last: its newest run, 0 = none.
    void due(int searchNumber, linnet::store::RunId last, int missed);

private:
    const RunEntry *newestRun(const session::SavedSearch &search) const;

    const RunList &m_runs;
    const SavedSearches &m_searches;
    Now m_now;
    QTimer m_timer;
    /// When a search was told last: its run may not stand in the list yet, or could not be begun.
    QHash<int, QDateTime> m_told;
};

} // namespace linnet::models
