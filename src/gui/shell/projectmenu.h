// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/projectactions.h"
#include "gui/shell/taskkinds.h"

class QMainWindow;

namespace linnet::gui {

class Workspace;

/// What the menus of the window do with the open project: its file, its care, and what is not done while it
/// is only read.
class ProjectMenu : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    ProjectMenu(const Services &services, const QList<TaskKind> &kinds, const models::RunList &runs,
                ProjectActions &projects, Workspace &workspace, QMainWindow &window);

    void showKeys(); ///< another project is open, or none

private:
    void provideActions();
    void openDialog();
    void openOwnTables();
    void showAgain(const QList<store::RunId> &runs); ///< their rows are others now

    Services m_services;
    const QList<TaskKind> &m_kinds;
    const models::RunList &m_runs;
    ProjectActions &m_projects;
    Workspace &m_workspace;
    QMainWindow &m_window;
};

} // namespace linnet::gui
