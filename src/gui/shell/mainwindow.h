// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "gui/shell/recentprojects.h"
#include "gui/shell/taskkinds.h"
#include "models/runlist.h"

#include <QMainWindow>

namespace linnet::gui {

class FirstSteps;
class MainMenu;
class ProjectActions;
class ProjectBanner;
class ProjectMenu;
class StatusStrip;
class TrayIcon;
class WindowCommands;
class WindowDialogs;
class Workspace;

/// The window: menus, the workspace and the status strip, and what joins them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services &services);
    ~MainWindow() override;

    void openProject(const QString &path); ///< made when absent
    void openLast();                       ///< the project of last time, if it is still there

    Workspace &workspace() { return *m_workspace; }
    MainMenu &menus() { return *m_menu; }
    WindowDialogs &dialogs() { return *m_dialogs; }
    FirstSteps &firstSteps() { return *m_firstSteps; }

    void startPractice();

Q_SIGNALS:
    /// The user chose another language; whoever installs translators does so.
    void languageChosen();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void provideActions();
    void connectMenus();
    void connectPages();
    void connectSession();
    void restoreGeometryOrDefault();
    void fillTerms();
    void showTitle();
    void quit(); ///< also when the tray would keep the program

    Services m_services;
    QList<TaskKind> m_kinds;
    RecentProjects m_recent;
    bool m_crashed; ///< the program, last time
    models::RunList m_runs;
    ProjectActions *m_projects;
    WindowDialogs *m_dialogs;
    MainMenu *m_menu;
    StatusStrip *m_strip;
    TrayIcon *m_tray;
    Workspace *m_workspace;
    ProjectBanner *m_banner;
    ProjectMenu *m_menuOfProject;
    FirstSteps *m_firstSteps;
    WindowCommands *m_commands;
    bool m_mayClose = false;
    bool m_quits = false;
};

} // namespace linnet::gui
