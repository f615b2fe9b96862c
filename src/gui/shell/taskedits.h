// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/projectmemory.h"
#include "models/runlist.h"

#include <QObject>
#include <QUndoStack>

namespace linnet::gui {

/// Renames and deletes what the project holds, with undo. What is deleted is only hidden until the project
/// closes, so that it can be brought back; after a crash it is there again.
class TaskEdits : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    TaskEdits(session::Session &session, models::RunList &runs, models::ProjectMemory &memory,
              QObject *parent = nullptr);

    /// What the user calls the task of a run; "" = as it calls itself.
    QString name(const store::RunInfo &run) const;
    void rename(const store::RunInfo &run, const QString &name);
    /// False, and nothing is done, while one of them is under way. text says what was deleted.
    bool remove(const QList<store::RunId> &runs, const QString &text);

    QUndoStack &stack() { return m_stack; }

private:
    void removeForGood();

    session::Session &m_session;
    models::RunList &m_runs;
    models::ProjectMemory &m_memory;
    QUndoStack m_stack;
};

} // namespace linnet::gui
