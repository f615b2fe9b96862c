// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/shell/recentprojects.h"
#include "gui/shell/taskkinds.h"
#include "models/navigatormodel.h"
#include "models/runlist.h"

#include <QSplitter>

#include <optional>

class QStackedWidget;

namespace linnet::gui {

class ActivityPage;
class NavigatorPanel;
class ProblemsPage;
class ProxyListsPage;
class StartPage;
class VacanciesPage;

/// The middle of the window: the navigator on the left, the page that it leads to on the right.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    /// recent and runs outlive the workspace.
    Workspace(const Services &services, const QList<TaskKind> &kinds, const RecentProjects &recent,
              const models::RunList &runs, QWidget *parent = nullptr);
    ~Workspace() override;

    /// What is shown and typed, for a window that takes the place of this one.
    struct State
    {
        QHash<QString, RunPage::State> tasks; ///< by kind
        QString task;                         ///< kind of the task page in front or last in front
        int page = 0;
    };
    State state() const;
    void restore(const State &state);

    void showStart();
    void showTask(); ///< the page of a task that was in front last
    void showActivity();
    void showProblems();
    void showProxies(); ///< the list shown last, else the first one, else a new one
    void newTask(const QString &kind);
    void showRun(store::RunId run);
    void showPractice(); ///< the practice server runs and the project is open
    /// The newest run of the project, once its runs are read; a new task when there is none.
    void showNewest();
    void goOn();
    void cyclePanes();
    void letGo(); ///< the project goes
    bool hasRows() const;

    NavigatorPanel &navigator() { return *m_navigator; }
    StartPage &startPage() { return *m_start; }
    /// The page of a task that is in front or was last.
    RunPage &task() const { return *m_task->page; }
    /// Null for a kind that is not known.
    RunPage *task(const QString &kind) const;
    VacanciesPage &vacancies() const;
    ActivityPage &activity() { return *m_activity; }
    ProblemsPage &problems() { return *m_problems; }
    ProxyListsPage &proxyLists() { return *m_proxies; }

Q_SIGNALS:
    void moved(); ///< another page or run; what can be done may have changed
    /// Of the task in front.
    void progressed(const linnet::jobs::Progress &progress);
    void rowsShown(qint64 shown, qint64 total, const QString &statistics);
    void message(const QString &text);
    void failed(const QString &what, const linnet::Error &error);

private:
    struct Task
    {
        TaskKind kind;
        RunPage *page;
    };

    void makePages(const QList<TaskKind> &kinds);
    void connectPages();
    void connectTask(const Task &task);
    void navigate(models::NavigatorModel::Kind kind, const QString &task, store::RunId run);
    void showPage(QWidget *page);
    void retry(store::RunId run, const std::vector<qint64> &units);
    void tellRun(store::RunId run, const QString &title); ///< to the pages beside those of tasks
    void takeRuns();
    void connectProxies();
    void fillProxyLists();
    void showProxyList(const QString &id);
    void bringBack(const State &state);
    const Task *taskOf(const QString &kind) const;
    const TaskKind *kindOf(const store::RunInfo &run) const;
    QString runTitle(const store::RunInfo &run) const;
    QString rowsText(const models::RunEntry &run) const;

    Services m_services;
    const RecentProjects &m_recent;
    const models::RunList &m_runs;
    std::vector<Task> m_tasks; ///< never changes after the constructor
    const Task *m_task = nullptr;
    models::NavigatorModel m_navigatorModel;
    NavigatorPanel *m_navigator;
    QStackedWidget *m_pages;
    StartPage *m_start;
    ActivityPage *m_activity;
    ProblemsPage *m_problems;
    ProxyListsPage *m_proxies;
    QHash<QString, int> m_goodProxies; ///< by list, where it is known
    bool m_showNewest = false;         ///< a project was opened; its runs are being read
    std::optional<State> m_bringBack;  ///< of the window before; the project's runs are being read
};

} // namespace linnet::gui
