// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainwindow.h"

#include "gui/activity/problemspage.h"
#include "gui/appsettings.h"
#include "gui/run/runpresenter.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/navigatorpanel.h"
#include "gui/shell/projectactions.h"
#include "gui/shell/startpage.h"
#include "gui/shell/statusstrip.h"
#include "gui/shell/windowdialogs.h"
#include "gui/vacancies/vacanciespage.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/runkinds.h"
#include "vacancies/search/sources.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(const Services &services)
    : m_services(services)
    , m_kinds(taskKinds())
    , m_recent(services.settings)
    , m_runs(services.session, schemasOfRuns(m_kinds))
    , m_projects(new ProjectActions(services, m_recent, m_runs, *this))
    , m_dialogs(new WindowDialogs(services, *this))
    , m_menu(new MainMenu(*this, m_kinds))
    , m_strip(new StatusStrip(this))
    , m_workspace(new Workspace(services, m_kinds, m_recent, m_runs, this))
{
    setWindowIcon(QIcon(u":/icons/linnet.svg"_s));
    setStatusBar(m_strip);
    setCentralWidget(m_workspace);
    connectFileMenu();
    connectEditAndView();
    connectRunAndTools();
    connectHelp();
    connectPages();
    connectSession();
    restoreGeometryOrDefault();
    showTitle();
    m_workspace->showStart();
}

MainWindow::~MainWindow()
{
    // Pages that are being taken apart still report; half a window must not listen.
    m_workspace->vacancies().disconnect(this);
    m_workspace->disconnect(this);
    delete takeCentralWidget();
}

void MainWindow::restoreGeometryOrDefault()
{
    constexpr int NavigatorWidth = 220;
    resize(1280, 720);
    restoreGeometry(setting::Geometry.read(m_services.settings));
    if (!m_workspace->restoreState(setting::Splitter.read(m_services.settings)))
        m_workspace->setSizes({NavigatorWidth, width() - NavigatorWidth});
}

void MainWindow::connectFileMenu()
{
    for (const QAction *action : std::as_const(m_menu->newTasks))
        connect(action, &QAction::triggered, this,
                [this, action] { m_workspace->newTask(action->data().toString()); });
    connect(m_menu->open, &QAction::triggered, m_projects, &ProjectActions::askOpen);
    connect(m_menu->recent, &QMenu::aboutToShow, this,
            [this] { m_projects->fillRecentMenu(*m_menu->recent); });
    connect(m_menu->saveAs, &QAction::triggered, m_projects, &ProjectActions::askSave);
    connect(m_menu->closeProject, &QAction::triggered, m_projects, &ProjectActions::close);
    connect(m_menu->exportRows, &QAction::triggered, this,
            [this] { m_workspace->task().results().openExport(); });
    connect(m_menu->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectEditAndView()
{
    connect(m_menu->copy, &QAction::triggered, this, [] {
        if (QWidget *focus = QApplication::focusWidget())
            QMetaObject::invokeMethod(focus, "copy"); // fields have it, and so has the table
    });
    connect(m_menu->filterRows, &QAction::triggered, this,
            [this] { m_workspace->task().results().focusFilter(); });
    connect(m_menu->settings, &QAction::triggered, m_dialogs, &WindowDialogs::openSettings);
    connect(m_menu->startPage, &QAction::triggered, m_workspace, &Workspace::showStart);
    connect(m_menu->activity, &QAction::triggered, m_workspace, &Workspace::showActivity);
    connect(m_menu->problems, &QAction::triggered, m_workspace, &Workspace::showProblems);
    connect(m_menu->navigator, &QAction::toggled, &m_workspace->navigator(), &QWidget::setVisible);
    connect(m_menu->nextPane, &QAction::triggered, m_workspace, &Workspace::cyclePanes);
    connect(m_menu->fullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    m_menu->showTheme(m_services.theme.choice());
    connect(m_menu->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        setting::Theme.write(m_services.settings, action->data().toString());
        m_services.theme.setChoice(Theme::choiceByName(action->data().toString()));
    });
    connect(&m_services.theme, &Theme::changed, this,
            [this] { m_menu->showTheme(m_services.theme.choice()); });
}

void MainWindow::connectRunAndTools()
{
    connect(m_menu->start, &QAction::triggered, this, [this] {
        m_workspace->showTask();
        m_workspace->task().pressMain();
    });
    connect(m_menu->finish, &QAction::triggered, this, [this] { m_workspace->task().finish(); });
    connect(m_menu->retryNow, &QAction::triggered, this, [this] { m_workspace->task().retryNow(); });
    connect(m_menu->goOn, &QAction::triggered, m_workspace, &Workspace::goOn);
    connect(m_menu->practice, &QAction::triggered, this, &MainWindow::startPractice);
    for (const QAction *action : std::as_const(m_menu->connects))
        connect(action, &QAction::triggered, m_dialogs,
                [this, action] { m_dialogs->openToken(action->data().toString()); });
    connect(m_menu->proxies, &QAction::triggered, m_workspace, [this] { m_workspace->showProxies(); });
    for (const vacancies::VacancySource *source : vacancies::allSources())
        m_menu->terms->addAction(source->title(), m_dialogs,
                                 [this, source] { m_dialogs->openTerms(*source); });
}

void MainWindow::connectHelp()
{
    connect(m_menu->shortcuts, &QAction::triggered, m_dialogs, &WindowDialogs::openKeys);
    connect(m_menu->about, &QAction::triggered, m_dialogs, &WindowDialogs::openAbout);
    connect(m_menu->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    connect(m_dialogs, &WindowDialogs::languageChanged, this, &MainWindow::languageChanged);
}

void MainWindow::connectPages()
{
    const StartPage &start = m_workspace->startPage();
    connect(&start, &StartPage::openRequested, m_projects, &ProjectActions::askOpen);
    connect(&start, &StartPage::projectChosen, m_projects, &ProjectActions::open);
    connect(&start, &StartPage::practiceRequested, this, &MainWindow::startPractice);
    connect(&start, &StartPage::connectRequested, m_dialogs, &WindowDialogs::openToken);
    connect(&vacancies(), &VacanciesPage::connectRequested, m_dialogs, &WindowDialogs::openToken);
    connect(m_workspace, &Workspace::progressed, this, [this](const jobs::Progress &progress) {
        m_strip->setPace(RunPresenter::paceText(progress));
        showActions();
    });
    const session::Session &session = m_services.session;
    connect(&session, &session::Session::keptAwakeChanged, m_strip, &StatusStrip::setKeptAwake);
    m_strip->setKeptAwake(session.isKeptAwake());
    connect(m_workspace, &Workspace::failed, m_projects, &ProjectActions::showError);
    connect(&m_workspace->problems(), &ProblemsPage::counted, m_strip, &StatusStrip::setProblems);
    connect(m_strip, &StatusStrip::problemsClicked, m_workspace, &Workspace::showProblems);
    connect(m_workspace, &Workspace::moved, this, &MainWindow::showActions);
    connect(m_workspace, &Workspace::rowsShown, this,
            [this](qint64 shown, qint64 total, const QString &statistics) {
                m_strip->setRows(shown, total, statistics);
                showActions();
            });
    connect(m_workspace, &Workspace::message, this, [this](const QString &text) {
        constexpr int ReadingTimeMs = 8000;
        m_strip->showMessage(text, ReadingTimeMs);
    });
}

void MainWindow::connectSession()
{
    connect(m_projects, &ProjectActions::changed, this, [this] {
        showTitle();
        m_workspace->startPage().refresh();
        if (m_services.session.hasProject())
            m_workspace->showNewest();
        else
            m_workspace->showStart();
    });
    connect(&m_services.session.projectSlot(), &session::ProjectSlot::aboutToClose, m_workspace,
            &Workspace::letGo);
    const auto showToken = [this] {
        m_workspace->startPage().setSourcesWithToken(m_services.access.sourcesWithToken());
    };
    connect(&m_services.access, &session::Access::changed, this, showToken);
    showToken();
}

void MainWindow::openProject(const QString &path)
{
    m_projects->openOrMake(path);
}

void MainWindow::openLast()
{
    if (const auto known = m_recent.entries(); !known.isEmpty())
        m_projects->open(known.first().path);
}

Workspace::State MainWindow::state() const
{
    return m_workspace->state();
}

void MainWindow::restore(const Workspace::State &state)
{
    m_workspace->restore(state);
    showTitle();
}

void MainWindow::newSearch()
{
    m_workspace->newTask(session::runkind::Vacancies);
}

void MainWindow::startPractice()
{
    m_projects->whenNothingRuns(tr("Start practising?"), [this] {
        if (const Result<void> started = m_services.practice.start(); !started)
            return m_projects->showError(tr("The practice server cannot be started."), started.error());
        if (const Result<void> made = m_services.session.projectSlot().openNew(); !made)
            return m_projects->showError(tr("A project for practising cannot be made."), made.error());
        m_workspace->showPractice();
        showTitle();
    });
}

void MainWindow::showTitle()
{
    const QString project = m_projects->title();
    setWindowTitle(project.isEmpty() ? tr("Linnet") : tr("%1 — Linnet").arg(project));
    m_strip->setProject(project.isEmpty() ? tr("No project open") : project);
    showActions();
}

void MainWindow::showActions()
{
    const bool project = m_services.session.hasProject();
    const bool rows = m_workspace->hasRows();
    const bool runs = m_workspace->task().isUnderWay();
    m_menu->saveAs->setEnabled(project);
    m_menu->closeProject->setEnabled(project);
    m_menu->exportRows->setEnabled(rows);
    m_menu->filterRows->setEnabled(rows);
    m_menu->finish->setEnabled(runs);
    m_menu->retryNow->setEnabled(runs);
    m_menu->goOn->setEnabled(project && !runs && !m_runs.runs().empty());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || m_services.session.runsUnderWay().isEmpty()) {
        setting::Geometry.write(m_services.settings, saveGeometry());
        setting::Splitter.write(m_services.settings, m_workspace->saveState());
        event->accept();
        return;
    }
    event->ignore();
    m_projects->whenNothingRuns(tr("Quit Linnet?"), [this] {
        m_mayClose = true;
        close();
    });
}

} // namespace linnet::gui
