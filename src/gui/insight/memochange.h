// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

namespace linnet::models {
class ProjectMemory;
}

namespace linnet::gui {

/// Another text for what the open project remembers under a key. The history is emptied when the project
/// goes, so it is never that of another one.
class MemoChange : public QUndoCommand
{
public:
    /// text: what was done, for people. memory outlives the command.
    MemoChange(models::ProjectMemory &memory, const QString &text, const QString &key, QString after);

    void redo() override;
    void undo() override;

private:
    models::ProjectMemory &m_memory;
    QString m_key;
    QString m_before;
    QString m_after;
};

} // namespace linnet::gui
