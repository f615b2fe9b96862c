// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runlist.h"
#include "models/savedsearches.h"

#include <QObject>
#include <QUndoStack>

namespace linnet::gui {

/// Renames, saves and deletes what the project holds, with undo; nothing of one that is only read. Runs that
/// are deleted are only hidden until the project closes, so that they can be brought back; after a crash they
/// are there again.
class TaskEdits : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    TaskEdits(session::Session &session, models::RunList &runs, models::SavedSearches &searches,
              QUndoStack &history, QObject *parent = nullptr);
    /// What was done cannot be undone without it.
    ~TaskEdits() override;

    void rename(const store::RunInfo &run, const QString &name);
    void rename(const session::SavedSearch &search, const QString &name);
    /// What is said of a task; before: what was said, of the same task.
    void change(const session::SavedSearch &before, const session::SavedSearch &after, const QString &text);
    /// False, and nothing is done, while one of them is under way. text says what was deleted; search goes
    /// with them.
    bool remove(const QList<store::RunId> &runs, const QString &text,
                const std::optional<session::SavedSearch> &search = {});

    QUndoStack &stack() { return m_stack; }

private:
    void removeForGood();

    session::Session &m_session;
    models::RunList &m_runs;
    models::SavedSearches &m_searches;
    QUndoStack &m_stack;
};

} // namespace linnet::gui
