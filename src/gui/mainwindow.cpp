// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/aboutdialog.h"
#include "gui/appsettings.h"
#include "gui/dictionarychoices.h"
#include "gui/icons.h"
#include "gui/keysdialog.h"
#include "gui/mainmenu.h"
#include "gui/navigatorpanel.h"
#include "gui/problemspage.h"
#include "gui/projectactions.h"
#include "gui/resultspane.h"
#include "gui/resultsview.h"
#include "gui/runpresenter.h"
#include "gui/settingsdialog.h"
#include "gui/sourcetermsdialog.h"
#include "gui/startpage.h"
#include "gui/statusstrip.h"
#include "gui/tokendialog.h"
#include "gui/vacanciespage.h"
#include "session/access.h"
#include "session/practicehost.h"
#include "table/vacancyschema.h"
#include "vacancies/vacancysource.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::NavigatorModel;
using models::RunEntry;

namespace {

/// Gives the focus to the first part of a pane that takes it.
void focusFirst(QWidget *pane)
{
    for (QWidget *next = pane; next; next = next->nextInFocusChain()) {
        if (next != pane && !pane->isAncestorOf(next))
            break;
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace

MainWindow::MainWindow(const Services &services)
    : m_services(services)
    , m_presenter(dictionaryNames())
    , m_recent(services.settings)
    , m_runs(services.session)
    , m_navigatorModel(
          m_runs, [this](const store::RunInfo &run) { return runTitle(run); },
          [](const RunEntry &run, bool) { return RunPresenter::rowsText(run.rows); },
          [](const RunEntry &run, bool underWay) {
              return run.isInterrupted() && !underWay
                         ? tr("interrupted")
                         : RunPresenter::stateText(run.info.state,
                                                   run.info.counts["stopped_by"_L1].toString());
          })
    , m_projects(new ProjectActions(services, m_recent, m_runs, *this))
    , m_menu(new MainMenu(*this))
    , m_strip(new StatusStrip(this))
{
    setWindowIcon(QIcon(u":/icons/linnet.svg"_s));
    setStatusBar(m_strip);
    makePages();
    connectMenu();
    connectEditAndHelp();
    connectPages();
    connectSession();
    restoreGeometryOrDefault();
    showTitle();
    showStart();
}

MainWindow::~MainWindow()
{
    // Pages that are being taken apart still report; half a window must not listen.
    const QList<QWidget *> widgets = m_splitter->findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        widget->disconnect(this);
    delete takeCentralWidget();
}

void MainWindow::makePages()
{
    m_splitter = new QSplitter(this);
    m_navigator = new NavigatorPanel(m_navigatorModel, m_splitter);
    m_pages = new QStackedWidget(m_splitter);
    m_start = new StartPage(m_recent, m_services.session.unsavedProjects(), m_pages);
    m_vacancies = new VacanciesPage(m_services, m_presenter, m_pages);
    m_results = new ResultsView(m_services.session, m_services.settings, m_vacancies);
    m_problems = new ProblemsPage(m_services.session, m_pages);
    m_vacancies->setResults(m_results,
                            [this](store::RunId run) { m_results->showRuns(table::vacancySchema(), {run}); });
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_vacancies, m_problems})
        m_pages->addWidget(page);
    m_splitter->addWidget(m_navigator);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    setCentralWidget(m_splitter);
}

void MainWindow::restoreGeometryOrDefault()
{
    resize(1280, 720);
    restoreGeometry(setting::Geometry.read(m_services.settings));
    if (!m_splitter->restoreState(setting::Splitter.read(m_services.settings)))
        m_splitter->setSizes({220, width() - 220});
}

void MainWindow::connectMenu()
{
    connect(m_menu->newSearch, &QAction::triggered, this, &MainWindow::newSearch);
    connect(m_menu->open, &QAction::triggered, m_projects, &ProjectActions::askOpen);
    connect(m_menu->recent, &QMenu::aboutToShow, this,
            [this] { m_projects->fillRecentMenu(*m_menu->recent); });
    connect(m_menu->saveAs, &QAction::triggered, m_projects, &ProjectActions::askSave);
    connect(m_menu->closeProject, &QAction::triggered, m_projects, &ProjectActions::close);
    connect(m_menu->exportRows, &QAction::triggered, m_results, &ResultsView::openExport);
    connect(m_menu->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menu->startPage, &QAction::triggered, this, &MainWindow::showStart);
    connect(m_menu->problems, &QAction::triggered, this, &MainWindow::showProblems);
    connect(m_menu->navigator, &QAction::toggled, m_navigator, &QWidget::setVisible);
    connect(m_menu->nextPane, &QAction::triggered, this, &MainWindow::cyclePanes);
    connect(m_menu->fullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_menu->search, &QAction::triggered, this, [this] {
        showPage(m_vacancies);
        m_vacancies->pressMain();
    });
    connect(m_menu->finish, &QAction::triggered, m_vacancies, &VacanciesPage::finish);
    connect(m_menu->retryNow, &QAction::triggered, m_vacancies, &VacanciesPage::retryNow);
    connect(m_menu->goOn, &QAction::triggered, this, &MainWindow::goOn);
    connect(m_menu->practice, &QAction::triggered, this, &MainWindow::startPractice);
    connect(m_menu->connectHh, &QAction::triggered, this, &MainWindow::openToken);
}

void MainWindow::connectEditAndHelp()
{
    connect(m_menu->copy, &QAction::triggered, this, [] {
        if (QWidget *focus = QApplication::focusWidget())
            QMetaObject::invokeMethod(focus, "copy"); // fields have it, and so has the table
    });
    connect(m_menu->filterRows, &QAction::triggered, m_results, &ResultsView::focusFilter);
    connect(m_menu->settings, &QAction::triggered, this, &MainWindow::openSettings);
    m_menu->showTheme(m_services.theme.choice());
    connect(m_menu->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        setting::Theme.write(m_services.settings, action->data().toString());
        m_services.theme.setChoice(Theme::choiceByName(action->data().toString()));
    });
    connect(&m_services.theme, &Theme::changed, this,
            [this] { m_menu->showTheme(m_services.theme.choice()); });
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        m_menu->terms->addAction(source->title(), this, [this, source] {
            auto *dialog = new SourceTermsDialog(*source, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setReadOnly();
            dialog->open();
        });
    }
    connect(m_menu->shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new KeysDialog(*this, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_menu->about, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_menu->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::connectPages()
{
    connect(m_navigator, &NavigatorPanel::chosen, this, &MainWindow::navigate);
    connect(m_start, &StartPage::newSearchRequested, this, &MainWindow::newSearch);
    connect(m_start, &StartPage::openRequested, m_projects, &ProjectActions::askOpen);
    connect(m_start, &StartPage::projectChosen, m_projects, &ProjectActions::open);
    connect(m_start, &StartPage::practiceRequested, this, &MainWindow::startPractice);
    connect(m_start, &StartPage::connectRequested, this, &MainWindow::openToken);
    connect(m_vacancies, &VacanciesPage::connectRequested, this, &MainWindow::openToken);
    connect(m_vacancies, &VacanciesPage::problemsRequested, this, &MainWindow::showProblems);
    connect(m_vacancies, &VacanciesPage::progressed, this, &MainWindow::showProgress);
    connect(m_vacancies, &VacanciesPage::failed, this,
            [this](const Error &error) { m_projects->showError(tr("The search cannot begin."), error); });
    connect(m_vacancies, &VacanciesPage::runShown, this, [this](store::RunId run) {
        m_navigator->selectRun(run);
        const RunEntry *entry = m_runs.run(run);
        m_problems->showRun(run, entry ? runTitle(entry->info) : m_presenter.summary(m_vacancies->values()));
        showActions();
    });
    connect(m_problems, &ProblemsPage::counted, this, [this](qint64 count) {
        m_strip->setProblems(count);
        m_navigatorModel.setProblems(count);
    });
    connect(m_strip, &StatusStrip::problemsClicked, this, &MainWindow::showProblems);
    connect(m_results, &ResultsView::statusChanged, this,
            [this](qint64 shown, qint64 total, const QString &more) {
                m_strip->setRows(shown, total, more);
                showActions();
            });
    connect(m_results, &ResultsView::message, this,
            [this](const QString &text) { m_strip->showMessage(text, 8000); });
}

void MainWindow::connectSession()
{
    connect(m_projects, &ProjectActions::changed, this, [this] {
        showTitle();
        m_start->refresh();
        m_showNewest = m_services.session.hasProject();
        if (!m_showNewest)
            showStart();
    });
    connect(&m_runs, &models::RunList::changed, this, [this] {
        if (!std::exchange(m_showNewest, false) || m_vacancies->run() != 0)
            return;
        if (m_runs.runs().empty())
            newSearch();
        else
            showRun(m_runs.runs().back().info.id);
    });
    connect(&m_services.session, &session::Session::projectAboutToClose, this, [this] {
        m_results->clear();
        m_vacancies->clear();
    });
    connect(&m_services.access, &session::Access::changed, m_start,
            [this] { m_start->setHasToken(m_services.access.hasToken(u"hh"_s)); });
    m_start->setHasToken(m_services.access.hasToken(u"hh"_s));
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

MainWindow::State MainWindow::state() const
{
    return {m_vacancies->values(), m_vacancies->run(), m_pages->currentIndex()};
}

void MainWindow::restore(const State &state)
{
    if (session::RunHandle *run = m_services.session.handle(state.run); run && state.run != 0)
        m_vacancies->follow(run);
    else
        m_showNewest = state.run != 0;
    m_vacancies->setValues(state.form);
    showPage(m_pages->widget(state.page));
    showTitle();
}

void MainWindow::navigate(NavigatorModel::Kind kind, store::RunId run)
{
    switch (kind) {
    case NavigatorModel::Kind::Start:
        showStart();
        return;
    case NavigatorModel::Kind::NewSearch:
        newSearch();
        return;
    case NavigatorModel::Kind::Problems:
        showProblems();
        return;
    case NavigatorModel::Kind::Search:
    case NavigatorModel::Kind::Run:
        showRun(run);
        return;
    case NavigatorModel::Kind::Heading:
        return;
    }
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    if (page == m_start)
        m_navigator->selectKind(NavigatorModel::Kind::Start);
    else if (page == m_problems)
        m_navigator->selectKind(NavigatorModel::Kind::Problems);
    else if (m_vacancies->run() == 0)
        m_navigator->selectKind(NavigatorModel::Kind::NewSearch);
    else
        m_navigator->selectRun(m_vacancies->run());
    showActions();
}

void MainWindow::showStart()
{
    m_start->refresh();
    showPage(m_start);
}

void MainWindow::showProblems()
{
    showPage(m_problems);
}

void MainWindow::newSearch()
{
    m_vacancies->newSearch();
    m_problems->showRun(0, {});
    showPage(m_vacancies);
    m_vacancies->focusForm();
}

void MainWindow::showRun(store::RunId run)
{
    const RunEntry *entry = m_runs.run(run);
    if (entry && run != m_vacancies->run())
        m_vacancies->showRun(*entry);
    showPage(m_vacancies);
}

void MainWindow::startPractice()
{
    m_projects->whenNothingRuns(tr("Start practising?"), [this] {
        if (const Result<void> started = m_services.practice.start(); !started)
            return m_projects->showError(tr("The practice server cannot be started."), started.error());
        if (const Result<void> made = m_services.session.newProject(); !made)
            return m_projects->showError(tr("A project for practising cannot be made."), made.error());
        m_showNewest = false;
        m_vacancies->preparePractice();
        showPage(m_vacancies);
        showTitle();
    });
}

void MainWindow::goOn()
{
    if (!m_services.session.hasProject())
        return;
    if (m_vacancies->run() == 0) {
        const auto unfinished = std::ranges::find_if(
            m_runs.runs(), [](const RunEntry &run) { return run.info.state != store::RunState::Finished; });
        if (unfinished == m_runs.runs().end())
            return;
        showRun(unfinished->info.id);
    }
    showPage(m_vacancies);
    m_vacancies->goOn();
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChanged, this, &MainWindow::languageChanged);
    connect(dialog, &SettingsDialog::connectRequested, this, &MainWindow::openToken);
    dialog->open();
}

void MainWindow::openToken()
{
    auto *dialog = new TokenDialog(m_services.session, m_services.access, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showTitle()
{
    const QString project = m_projects->title();
    setWindowTitle(project.isEmpty() ? tr("Linnet") : tr("%1 - Linnet").arg(project));
    m_strip->setProject(project.isEmpty() ? tr("No project open") : project);
    showActions();
}

void MainWindow::showActions()
{
    const bool project = m_services.session.hasProject();
    const bool rows = !m_results->isEmpty() && m_pages->currentWidget() == m_vacancies;
    m_menu->saveAs->setEnabled(project);
    m_menu->closeProject->setEnabled(project);
    m_menu->exportRows->setEnabled(rows);
    m_menu->filterRows->setEnabled(rows);
    m_menu->finish->setEnabled(m_vacancies->isUnderWay());
    m_menu->retryNow->setEnabled(m_vacancies->isUnderWay());
    m_menu->goOn->setEnabled(project && !m_vacancies->isUnderWay() && !m_runs.runs().empty());
}

void MainWindow::showProgress(const jobs::Progress &progress)
{
    m_strip->setPace(RunPresenter::paceText(progress));
    showActions();
}

QString MainWindow::runTitle(const store::RunInfo &run) const
{
    const auto search = session::VacancySpec::fromJson(run.params["search"_L1].toObject());
    return search ? m_presenter.summary(m_presenter.values(*search, {})) : tr("Search %1").arg(run.id);
}

void MainWindow::cyclePanes()
{
    const QList<QWidget *> panes = m_pages->currentWidget() == m_vacancies
                                       ? QList<QWidget *>{m_navigator, m_vacancies->form(), m_results}
                                       : QList<QWidget *>{m_navigator, m_pages->currentWidget()};
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            next = (i + 1) % panes.size();
    }
    focusFirst(panes[next]);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || m_services.session.runsUnderWay().isEmpty()) {
        setting::Geometry.write(m_services.settings, saveGeometry());
        setting::Splitter.write(m_services.settings, m_splitter->saveState());
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
