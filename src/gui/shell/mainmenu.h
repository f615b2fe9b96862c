// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/theme.h"
#include "gui/shell/taskkinds.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace linnet::gui {

/// The menus of the window and their actions, with keys that do not depend on the desktop. What an action
/// does is connected by the window.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    MainMenu(QMainWindow &window, const QList<TaskKind> &kinds);

    QList<QAction *> newTasks; ///< data: kind of task
    QAction *open;
    QMenu *recent;
    QAction *saveAs;
    QAction *closeProject;
    QAction *exportRows;
    QAction *quit;

    QAction *copy;
    QAction *filterRows;
    QAction *settings;

    QAction *navigator;
    QAction *startPage;
    QAction *activity;
    QAction *problems;
    QAction *nextPane;
    QAction *fullScreen;
    QActionGroup *themes; ///< data: name of a Theme::Choice

    QAction *start; ///< start, pause or continue
    QAction *finish;
    QAction *retryNow;
    QAction *goOn;

    QAction *practice;
    QList<QAction *> connects; ///< data: id of a source that wants a token
    QAction *proxies;
    QMenu *terms;

    QAction *shortcuts;
    QAction *about;
    QAction *aboutQt;

    void showTheme(Theme::Choice choice);

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &key, QLatin1StringView icon = {});
    void makeFile(const QList<TaskKind> &kinds);
    void makeEdit();
    void makeView();
    void makeRun();
    void makeTools();
    void makeHelp();

    QMainWindow &m_window;
};

} // namespace linnet::gui
