// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "session/session.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace linnet::models {

/// A run as the navigator shows it.
struct RunEntry
{
    store::RunInfo info;
    qint64 rows = 0;
    qint64 failed = 0;

    bool operator==(const RunEntry &) const = default;
    /// Nobody works on it, but not everything was asked.
    bool isInterrupted() const
    {
        return info.state == store::RunState::Running || info.state == store::RunState::Paused;
    }
};

/// The runs of the open project with their counts, kept up to date: from the file a few times a second at
/// most, from the handles of runs under way in between.
class RunList : public QObject
{
    Q_OBJECT

public:
    /// Whose rows a run of a kind counts; null = none. Called in any thread.
    using SchemaOf = std::function<const table::Schema *(const QString &kind)>;

    /// session outlives the list.
    RunList(session::Session &session, SchemaOf schemaOf, QObject *parent = nullptr);

    const std::vector<RunEntry> &runs() const { return m_runs; }
    const RunEntry *run(store::RunId id) const; ///< null when there is none
    bool isUnderWay(store::RunId id) const;
    bool isRead() const { return m_isRead; } ///< of the open project; before, there are none
    /// Hidden ones are not among runs(), as if they were not there.
    void hide(const QList<store::RunId> &runs, bool hidden);
    QList<store::RunId> hidden() const { return m_hidden.values(); }

Q_SIGNALS:
    void changed();

private:
    void read();
    void follow(session::RunHandle *run);
    void update(const jobs::Progress &progress);

    session::Session &m_session;
    SchemaOf m_schemaOf;
    void show(); ///< those that are not hidden

    std::vector<RunEntry> m_all;  ///< oldest first
    std::vector<RunEntry> m_runs; ///< without those hidden
    QSet<store::RunId> m_hidden;
    bool m_isRead = false;
    QTimer m_rest; ///< between two readings
    ReaderTask<std::vector<RunEntry>> m_task;
};

} // namespace linnet::models
