// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/importflow.h"
#include "gui/run/runpage.h"
#include "gui/shell/placehistory.h"
#include "gui/shell/recentprojects.h"
#include "gui/shell/taskkinds.h"
#include "gui/shell/viewmemory.h"
#include "models/navigatormodel.h"
#include "models/runlist.h"
#include "models/savedsearches.h"

#include <QSplitter>

class QStackedWidget;

namespace linnet::gui {

class ActivityPage;
class NavigatorActions;
class NavigatorPanel;
class ProblemsPage;
class ScheduledRuns;
class SearchActions;
class StartPage;
class TaskLists;

/// The middle of the window: the navigator on the left, the page that it leads to on the right.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    /// recent and runs outlive the workspace.
    Workspace(const Services &services, const QList<TaskKind> &kinds, const RecentProjects &recent,
              models::RunList &runs, QWidget *parent = nullptr);
    ~Workspace() override;

    /// Their texts in another language.
    void setKinds(const QList<TaskKind> &kinds);

    void showStart();
    void showTask() { showPage(m_task->page); } ///< the page of a task that was in front last
    void showTask(const QString &kind);         ///< the page of this kind, as it is
    void showActivity();
    void showProblems();
    void showLists(const QString &kind);                   ///< what tasks of this kind work with
    void showList(const QString &kind, const QString &id); ///< one of them
    void newTask(const QString &kind);
    void showRun(store::RunId run);
    /// Of the first kind that can be practised; the practice server runs and the project is open.
    void showPractice();
    /// Asks for files whose rows become a run.
    void askImport() { m_import->ask(); }
    ImportFlow &importFlow() { return *m_import; }
    /// The newest run of the project, once its runs are read; a new task when there is none.
    void showNewest();
    void goOn();
    void goBack(); ///< to the page and run before
    void letGo();  ///< the project goes
    const models::NavigatorModel &places() const { return m_navigatorModel; }
    /// What people call a run; "" for one of a kind that this version does not know.
    QString runTitle(const store::RunInfo &run) const;

    NavigatorPanel &navigator() { return *m_navigator; }
    NavigatorActions &edits() { return *m_edits; }
    StartPage &startPage() { return *m_start; }
    /// The page of a task that is in front or was last.
    RunPage &task() const { return *m_task->page; }
    /// Null for a kind that is not known.
    RunPage *task(const QString &kind) const;
    ActivityPage &activity() { return *m_activity; }
    ProblemsPage &problems() { return *m_problems; }
    ScheduledRuns &scheduled() { return *m_scheduled; }
    models::SavedSearches &searches() { return m_searches; }

Q_SIGNALS:
    void moved(); ///< another page or run; what can be done may have changed
    /// Of the task in front.
    void progressed(const linnet::jobs::Progress &progress);
    void rowsShown(qint64 shown, qint64 total, const QString &statistics);
    void message(const QString &text);
    void failed(const QString &what, const linnet::Error &error);
    void accountRequested(const QString &sourceId);
    void problemsCounted(qint64 count); ///< of the run that is told of, those that are not its results

private:
    struct Task
    {
        TaskKind kind;
        RunPage *page;
        TaskLists *lists;           ///< null when it works with none
        store::RunId viewOf = 0;    ///< whose filter and sorting the tables have
        bool isViewTouched = false; ///< by the user, before it was known what the run asks for
    };

    /// The open project is written by another program.
    bool isOthers() const { return m_services.session.projectSlot().whyReadOnly() == Reason::Locked; }
    void makePages(const QList<TaskKind> &kinds);
    void connectPages();
    void connectTask(const Task &task);
    void connectLists(const Task &task);
    void beginImport(const imports::ImportSpec &spec);
    void provideActions();
    void forget(const QList<store::RunId> &runs); ///< they were deleted
    void duplicate(store::RunId run);
    void takeView(Task &task);
    void keepView(Task &task);
    QList<QWidget *> panes() const;
    void navigate(models::NavigatorModel::Kind kind, const QString &task, const QString &list,
                  store::RunId run);
    void showPage(QWidget *page);
    void retry(store::RunId run, const std::vector<qint64> &units);
    void followAnew(const session::SavedSearch &search, store::RunId shown,
                    const Result<session::RunHandle *> &run);
    void countProblems(qint64 count);
    void tellRun(store::RunId run, const QString &title); ///< to the pages beside those of tasks
    void takeRuns();
    void showTitles(); ///< of the run that those pages show
    const Task *taskOf(const QString &kind) const;
    const TaskKind *kindOf(const store::RunInfo &run) const
    {
        const Task *task = taskOf(run.kind);
        return task ? &task->kind : nullptr;
    }
    QString rowsText(const models::RunEntry &run) const;

    Services m_services;
    const RecentProjects &m_recent;
    models::RunList &m_runs;
    models::ProjectMemory &m_memory;
    models::SavedSearches m_searches;
    ViewMemory m_views;
    std::vector<Task> m_tasks; ///< never changes after the constructor
    const Task *m_task = nullptr;
    models::NavigatorModel m_navigatorModel;
    NavigatorPanel *m_navigator;
    NavigatorActions *m_edits;
    SearchActions *m_searchActions;
    ScheduledRuns *m_scheduled;
    QStackedWidget *m_pages;
    StartPage *m_start;
    ActivityPage *m_activity;
    ProblemsPage *m_problems;
    ImportFlow *m_import;
    PlaceHistory m_history;
    bool m_showNewest = false; ///< a project was opened; its runs are being read
};

} // namespace linnet::gui
