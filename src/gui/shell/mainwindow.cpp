// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainwindow.h"

#include "gui/activity/problemspage.h"
#include "gui/appsettings.h"
#include "gui/commands/layoutkeys.h"
#include "gui/help/helpdesk.h"
#include "gui/look/textscale.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/project/projectbanner.h"
#include "gui/run/runpresenter.h"
#include "gui/shell/firststeps.h"
#include "gui/shell/lookactions.h"
#include "gui/shell/mainmenu.h"
#include "gui/shell/projectmenu.h"
#include "gui/shell/startpage.h"
#include "gui/shell/statusstrip.h"
#include "gui/shell/trayicon.h"
#include "gui/shell/windowcommands.h"
#include "gui/shell/windowdialogs.h"
#include "gui/shell/workspace.h"
#include "gui/widgets/actionregistry.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "vacancies/search/sources.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSettings>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Calls a slot that fields have, where the user is; false when there is none.
bool callFocused(const char *slot)
{
    QWidget *focus = QApplication::focusWidget();
    const QByteArray signature = QByteArray(slot) + "()";
    return focus && focus->metaObject()->indexOfMethod(signature) >= 0 &&
           QMetaObject::invokeMethod(focus, slot);
}

void copyFocused()
{
    const auto *view = qobject_cast<const QAbstractItemView *>(QApplication::focusWidget());
    if (!callFocused("copy") && view && view->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(view->currentIndex().data().toString());
}

} // namespace

MainWindow::MainWindow(const Services &services)
    : m_services(services)
    , m_kinds(taskKinds())
    , m_recent(services.settings)
    , m_crashed(setting::Running.read(services.settings))
    , m_runs(services.session, schemasOfRuns(m_kinds))
    , m_projects(new ProjectActions(
          services, m_recent, m_runs,
          [this](const store::RunInfo &run) { return m_workspace->runTitle(run); }, *this))
    , m_dialogs(new WindowDialogs(services, *this))
    , m_menu(new MainMenu(*this, services.actions, m_kinds))
    , m_strip(new StatusStrip(this))
    , m_tray(new TrayIcon(*this))
    , m_workspace(new Workspace(services, m_kinds, m_recent, m_runs, this))
    , m_banner(new ProjectBanner(services.session, this))
    , m_menuOfProject(new ProjectMenu(services, m_kinds, m_runs, *m_projects, *m_workspace, *this))
    , m_firstSteps(new FirstSteps(services, *m_workspace, *this))
    , m_commands(
          new WindowCommands(services, m_kinds, m_recent, *m_projects, *m_workspace, *m_dialogs, *this))
{
    new LayoutKeys(this);
    setWindowIcon(QIcon(u":/icons/linnet.svg"_s));
    setStatusBar(m_strip);
    setCentralWidget(m_banner->above(*m_workspace));
    new LookActions(services, *m_menu, *this);
    provideActions();
    new HelpDesk(services.actions, *this);
    connectMenus();
    connectPages();
    connectSession();
    restoreGeometryOrDefault();
    showTitle();
    m_workspace->startPage().setCrashed(m_crashed);
    m_workspace->showStart();
    setting::Running.write(services.settings, true);
}

MainWindow::~MainWindow()
{
    m_firstSteps->stop(); // the tour looks at pages, which go one by one
}

void MainWindow::restoreGeometryOrDefault()
{
    constexpr int NavigatorWidth = 220;
    constexpr QSize Frame(16, 48); // what the desktop puts around a window
    resize(QSize(1280, 720).boundedTo(screen()->availableGeometry().size() - Frame));
    restoreGeometry(setting::Geometry.read(m_services.settings));
    if (!m_workspace->restoreState(setting::Splitter.read(m_services.settings))) {
        const int most = std::max(NavigatorWidth, width() / 4);
        const int navigator = std::min(scaled(NavigatorWidth), most);
        m_workspace->setSizes({navigator, width() - navigator});
    }
}

void MainWindow::provideActions()
{
    const auto provide = [this](const QString &id, std::function<void()> run) {
        m_services.actions.provide(id, this, {std::move(run), {}, {}});
    };
    for (const TaskKind &kind : std::as_const(m_kinds)) {
        provide(MainMenu::newTaskId(kind), [this, id = kind.id] { m_workspace->newTask(id); });
        if (kind.makeLists)
            provide(MainMenu::listsId(kind), [this, id = kind.id] { m_workspace->showLists(id); });
    }
    provide(u"file.import"_s, [this] { m_workspace->askImport(); });
    provide(u"file.quit"_s, [this] { quit(); });
    provide(u"view.commands"_s, [this] { m_commands->open(); });
    provide(u"edit.copy"_s, [] { copyFocused(); });
    provide(u"edit.selectAll"_s, [] { callFocused("selectAll"); });
    provide(u"tools.practice"_s, [this] { startPractice(); });
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken())
        provide(MainMenu::connectId(source->id()), [this, source] { m_dialogs->openToken(source->id()); });
    provide(u"help.aboutQt"_s, [] { QApplication::aboutQt(); });
    m_services.actions.provide(u"view.fullScreen"_s, this,
                               {[this] { setWindowState(windowState() ^ Qt::WindowFullScreen); },
                                {},
                                [this] { return isFullScreen(); }});
}

void MainWindow::connectMenus()
{
    connect(m_menu->recent(), &QMenu::aboutToShow, this,
            [this] { m_projects->fillRecentMenu(*m_menu->recent()); });
    connect(m_dialogs, &WindowDialogs::languageChosen, this, &MainWindow::languageChosen);
    connect(&m_services.theme, &Theme::changed, &m_services.actions, &ActionRegistry::refresh);
    connect(m_dialogs, &WindowDialogs::dataCleared, &m_workspace->startPage(), &StartPage::refresh);
    connect(m_dialogs, &WindowDialogs::layoutCleared, this, &MainWindow::restoreGeometryOrDefault);
    m_strip->showNews(m_dialogs->news());
    connect(m_strip, &StatusStrip::newsClicked, m_dialogs, &WindowDialogs::openNewer);
    fillTerms();
}

void MainWindow::fillTerms()
{
    m_menu->terms()->clear();
    for (const vacancies::VacancySource *source : vacancies::allSources())
        m_menu->terms()->addAction(source->title(), m_dialogs,
                                   [this, source] { m_dialogs->openTerms(*source); });
}

// The workspace and what it is made of hear of it after this.
void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_kinds = taskKinds();
        m_services.actions.retranslate();
        m_workspace->setKinds(m_kinds);
        fillTerms();
        showTitle();
        // Titles of columns and texts of cells are made when they are painted.
        for (QWidget *widget : findChildren<QWidget *>())
            widget->update();
    }
    if (event->type() == QEvent::WindowStateChange)
        m_services.actions.refresh();
    QMainWindow::changeEvent(event);
}

void MainWindow::connectPages()
{
    const StartPage &start = m_workspace->startPage();
    connect(&start, &StartPage::openRequested, m_projects, &ProjectActions::askOpen);
    connect(&start, &StartPage::projectChosen, m_projects, &ProjectActions::open);
    connect(&start, &StartPage::sampleRequested, m_projects, &ProjectActions::openSample);
    connect(&start, &StartPage::practiceRequested, this, &MainWindow::startPractice);
    connect(&start, &StartPage::connectRequested, m_dialogs, &WindowDialogs::openToken);
    connect(m_workspace, &Workspace::accountRequested, m_dialogs, &WindowDialogs::openToken);
    connect(m_workspace, &Workspace::progressed, this, [this](const jobs::Progress &progress) {
        m_strip->setPace(RunPresenter::paceText(progress));
        m_services.actions.refresh();
    });
    const session::Session &session = m_services.session;
    connect(&session, &session::Session::keptAwakeChanged, m_strip, &StatusStrip::setKeptAwake);
    m_strip->setKeptAwake(session.isKeptAwake());
    connect(m_workspace, &Workspace::failed, m_projects, &ProjectActions::showError);
    connect(m_workspace, &Workspace::problemsCounted, m_strip, &StatusStrip::setProblems);
    connect(m_strip, &StatusStrip::problemsClicked, m_workspace, &Workspace::showProblems);
    connect(m_workspace, &Workspace::moved, &m_services.actions, &ActionRegistry::refresh);
    connect(m_workspace, &Workspace::rowsShown, this,
            [this](qint64 shown, qint64 total, const QString &statistics) {
                m_strip->setRows(shown, total, statistics);
                m_services.actions.refresh();
            });
    const auto showMessage = [this](const QString &text) {
        constexpr int ReadingTimeMs = 8000;
        m_strip->showMessage(text, ReadingTimeMs);
    };
    connect(m_workspace, &Workspace::message, this, showMessage);
    connect(m_projects, &ProjectActions::message, this, showMessage);
    connect(m_banner, &ProjectBanner::saveAsWanted, m_projects, &ProjectActions::askSave);
}

void MainWindow::connectSession()
{
    m_tray->follow(m_workspace->scheduled(), m_workspace->searches());
    connect(m_tray, &TrayIcon::quitChosen, this, &MainWindow::quit);
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

void MainWindow::quit()
{
    const QScopedValueRollback quits(m_quits, true);
    close();
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

void MainWindow::startPractice()
{
    if (const Result<void> started = m_services.practice.start(); !started)
        return m_projects->showError(tr("The practice server cannot be started."), started.error());
    // What is open and not saved would be gone from sight, as if it had been lost.
    const session::ProjectSlot &slot = m_services.session.projectSlot();
    if (slot.isUnsaved() && !slot.isSample()) {
        m_workspace->showPractice();
        return;
    }
    m_projects->whenNothingRuns(tr("Start practising?"), [this] {
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
    m_menuOfProject->showKeys();
    m_services.actions.refresh();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quits && !m_mayClose && m_tray->takeOver())
        return event->ignore();
    if (m_mayClose || m_services.session.runsUnderWay().isEmpty()) {
        setting::Geometry.write(m_services.settings, saveGeometry());
        setting::Splitter.write(m_services.settings, m_workspace->saveState());
        setting::Running.write(m_services.settings, false);
        event->accept();
        return;
    }
    event->ignore();
    const auto stopAndQuit = [this] {
        m_mayClose = true;
        close();
    };
    m_projects->whenNothingRuns(tr("Quit Linnet?"), stopAndQuit, tr("Stop the run and quit"));
}

} // namespace linnet::gui
