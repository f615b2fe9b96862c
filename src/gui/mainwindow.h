// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/formpresenter.h"
#include "gui/recentprojects.h"
#include "gui/services.h"
#include "models/navigatormodel.h"
#include "models/runlist.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace linnet::gui {

class MainMenu;
class NavigatorPanel;
class ProblemsPage;
class ProjectActions;
class ResultsView;
class StartPage;
class StatusStrip;
class VacanciesPage;

/// The window: navigator, pages and status strip, and what the menus do.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services &services);
    ~MainWindow() override;

    void openProject(const QString &path); ///< made when absent
    void openLast();                       ///< the project of last time, if it is still there
    /// What is shown and typed, for a window that takes the place of this one.
    struct State
    {
        FormValues form;
        store::RunId run = 0;
        int page = 0;
    };
    State state() const;
    void restore(const State &state);

    VacanciesPage &vacancies() { return *m_vacancies; }
    StartPage &startPage() { return *m_start; }
    ProblemsPage &problems() { return *m_problems; }
    MainMenu &menus() { return *m_menu; }
    StatusStrip &strip() { return *m_strip; }

    void showStart();
    void newSearch();
    void startPractice();
    void showProblems();
    void openSettings();
    void openToken();

Q_SIGNALS:
    void languageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void connectMenu();
    void connectEditAndHelp();
    void connectPages();
    void connectSession();
    void navigate(models::NavigatorModel::Kind kind, store::RunId run);
    void showRun(store::RunId run);
    void showPage(QWidget *page);
    void showTitle();
    void showActions();
    void showProgress(const jobs::Progress &progress);
    void goOn();
    void cyclePanes();
    QString runTitle(const store::RunInfo &run) const;
    void restoreGeometryOrDefault();

    Services m_services;
    FormPresenter m_presenter;
    RecentProjects m_recent;
    models::RunList m_runs;
    models::NavigatorModel m_navigatorModel;
    ProjectActions *m_projects;
    MainMenu *m_menu;
    StatusStrip *m_strip;
    QSplitter *m_splitter;
    NavigatorPanel *m_navigator;
    QStackedWidget *m_pages;
    StartPage *m_start;
    VacanciesPage *m_vacancies;
    ResultsView *m_results;
    ProblemsPage *m_problems;
    bool m_mayClose = false;
    bool m_showNewest = false; ///< a project was opened; its runs are being read
};

} // namespace linnet::gui
