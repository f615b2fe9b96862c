// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/formpresenter.h"
#include "gui/recentprojects.h"
#include "gui/services.h"
#include "models/navigatormodel.h"
#include "models/runlist.h"

#include <QSplitter>

class QStackedWidget;

namespace linnet::gui {

class NavigatorPanel;
class ProblemsPage;
class ResultsView;
class StartPage;
class VacanciesPage;

/// The middle of the window: the navigator on the left, the page that it leads to on the right.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    /// recent and runs outlive the workspace.
    Workspace(const Services &services, const RecentProjects &recent, const models::RunList &runs,
              QWidget *parent = nullptr);
    ~Workspace() override;

    /// What is shown and typed, for a window that takes the place of this one.
    struct State
    {
        FormValues form;
        store::RunId run = 0;
        int page = 0;
    };
    State state() const;
    void restore(const State &state);

    void showStart();
    void showVacancies();
    void showProblems();
    void newSearch();
    void showRun(store::RunId run);
    void showPractice(); ///< the practice server runs and the project is open
    /// The newest run of the project, once its runs are read; a new search when there is none.
    void showNewest();
    void goOn();
    void cyclePanes();
    void letGo(); ///< the project goes
    bool hasRows() const;

    NavigatorPanel &navigator() { return *m_navigator; }
    StartPage &startPage() { return *m_start; }
    VacanciesPage &vacancies() { return *m_vacancies; }
    ResultsView &results() { return *m_results; }
    ProblemsPage &problems() { return *m_problems; }

Q_SIGNALS:
    void moved(); ///< another page or run; what can be done may have changed

private:
    void makePages();
    void connectPages();
    void navigate(models::NavigatorModel::Kind kind, store::RunId run);
    void showPage(QWidget *page);
    QString runTitle(const store::RunInfo &run) const;

    Services m_services;
    const RecentProjects &m_recent;
    const models::RunList &m_runs;
    FormPresenter m_presenter;
    models::NavigatorModel m_navigatorModel;
    NavigatorPanel *m_navigator;
    QStackedWidget *m_pages;
    StartPage *m_start;
    VacanciesPage *m_vacancies;
    ResultsView *m_results;
    ProblemsPage *m_problems;
    bool m_showNewest = false; ///< a project was opened; its runs are being read
};

} // namespace linnet::gui
