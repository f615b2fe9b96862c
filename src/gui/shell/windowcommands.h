// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "gui/shell/taskkinds.h"
#include "models/command.h"

#include <QObject>

class QModelIndex;

namespace linnet::gui {

class CommandPopup;
class ProjectActions;
class RecentProjects;
class WindowDialogs;
class Workspace;

/// All that can be done in the window and all places that it has, as one list to search: actions, pages, tabs
/// of the open run, saved searches, runs, lists, projects, terms of the sources.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object; window is its parent.
    WindowCommands(const Services &services, const QList<TaskKind> &kinds, const RecentProjects &recent,
                   ProjectActions &projects, Workspace &workspace, WindowDialogs &dialogs, QWidget &window);

    void open(); ///< shows the list
    std::vector<models::Command> all() const;

private:
    using Commands = std::vector<models::Command>;

    void addActions(Commands &into) const;
    void addPages(Commands &into) const;
    void addTabs(Commands &into) const;
    void addPlaces(Commands &into, const QModelIndex &below, const QString &task) const;
    void addProjects(Commands &into) const;
    void addTerms(Commands &into) const;
    void remember(const QString &id);

    Services m_services;
    const QList<TaskKind> &m_kinds;
    const RecentProjects &m_recent;
    ProjectActions &m_projects;
    Workspace &m_workspace;
    WindowDialogs &m_dialogs;
    CommandPopup *m_popup;
    QStringList m_used; ///< ids, the last one first
};

} // namespace linnet::gui
