// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/workspace.h"

#include "gui/activity/activitypage.h"
#include "gui/activity/problemspage.h"
#include "gui/proxies/proxylistspage.h"
#include "gui/proxies/proxytestpage.h"
#include "gui/shell/navigatorpanel.h"
#include "gui/shell/startpage.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/vacanciespage.h"
#include "session/access.h"
#include "session/runkinds.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::NavigatorModel;
using models::RunEntry;
using Kind = NavigatorModel::Kind;

namespace {

QString stateWords(const RunEntry &run, bool underWay)
{
    if (run.isInterrupted() && !underWay)
        return Workspace::tr("interrupted");
    return RunPresenter::stateText(run.info.state, run.info.counts["stopped_by"_L1].toString());
}

QList<NavigatorModel::Section> sections(const QList<TaskKind> &kinds)
{
    QList<NavigatorModel::Section> result;
    for (const TaskKind &kind : kinds)
        result.append({kind.id, kind.icon, kind.title, kind.newText});
    return result;
}

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

Workspace::Workspace(const Services &services, const QList<TaskKind> &kinds, const RecentProjects &recent,
                     const models::RunList &runs, QWidget *parent)
    : QSplitter(parent)
    , m_services(services)
    , m_recent(recent)
    , m_runs(runs)
    , m_navigatorModel(
          runs, sections(kinds), [this](const store::RunInfo &run) { return runTitle(run); },
          [this](const RunEntry &run, bool) { return rowsText(run); }, stateWords)
{
    makePages(kinds);
    connectPages();
}

Workspace::~Workspace()
{
    // Pages that are being taken apart still report; half a workspace must not listen.
    for (const Task &task : m_tasks) {
        task.page->disconnect(this);
        task.page->results().disconnect(this);
    }
    for (QWidget *page : std::initializer_list<QWidget *>{m_navigator, m_activity, m_problems, m_proxies})
        page->disconnect(this);
    delete m_pages;
    delete m_navigator;
}

void Workspace::makePages(const QList<TaskKind> &kinds)
{
    m_navigator = new NavigatorPanel(m_navigatorModel, this);
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(m_recent, m_services.session.projectSlot().unsaved(), kinds, m_pages);
    m_problems = new ProblemsPage(m_services.session, m_pages);
    m_pages->addWidget(m_start);
    m_activity = new ActivityPage(m_services, m_pages);
    m_pages->addWidget(m_problems);
    m_pages->addWidget(m_activity);
    m_proxies = new ProxyListsPage(m_services, m_pages);
    m_pages->addWidget(m_proxies);
    for (const TaskKind &kind : kinds) {
        m_tasks.push_back({kind, kind.makePage(m_services, m_pages)});
        m_pages->addWidget(m_tasks.back().page);
    }
    m_task = &m_tasks.front();
    addWidget(m_navigator);
    addWidget(m_pages);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
}

void Workspace::connectPages()
{
    connect(m_navigator, &NavigatorPanel::chosen, this, &Workspace::navigate);
    connect(m_start, &StartPage::newTaskRequested, this, &Workspace::newTask);
    connect(m_problems, &ProblemsPage::counted, this,
            [this](qint64 count) { m_navigatorModel.setProblems(count); });
    connect(m_activity, &ActivityPage::message, this, &Workspace::message);
    connect(m_problems, &ProblemsPage::message, this, &Workspace::message);
    connect(m_problems, &ProblemsPage::retryRequested, this, &Workspace::retry);
    connect(&m_runs, &models::RunList::changed, this, &Workspace::takeRuns);
    for (const Task &task : m_tasks)
        connectTask(task);
    connectProxies();
}

void Workspace::connectTask(const Task &task)
{
    const auto isFront = [this, &task] { return m_task == &task; };
    connect(task.page, &RunPage::problemsRequested, this, &Workspace::showProblems);
    connect(task.page, &RunPage::proxyListsRequested, this, &Workspace::showProxies);
    connect(task.page, &RunPage::runShown, this, [this, &task, isFront](store::RunId run) {
        // A long list takes a moment to begin; meanwhile the user may have gone elsewhere.
        const QWidget *shown = m_pages->currentWidget();
        if (!isFront() && shown == m_task->page)
            return;
        m_task = &task;
        if (shown == task.page)
            m_navigator->selectRun(run);
        const RunEntry *entry = m_runs.run(run);
        tellRun(run, entry ? runTitle(entry->info) : task.page->summary());
        Q_EMIT moved();
    });
    connect(task.page, &RunPage::progressed, this, [this, isFront](const jobs::Progress &progress) {
        if (isFront())
            Q_EMIT progressed(progress);
    });
    connect(task.page, &RunPage::failed, this,
            [this, &task](const Error &error) { Q_EMIT failed(task.kind.words.cannotBegin, error); });
    const ResultsView &results = task.page->results();
    connect(&results, &ResultsView::statusChanged, this,
            [this, isFront](qint64 shown, qint64 total, const QString &statistics) {
                if (isFront() && m_pages->currentWidget() == m_task->page)
                    Q_EMIT rowsShown(shown, total, statistics);
            });
    connect(&results, &ResultsView::message, this, &Workspace::message);
}

void Workspace::connectProxies()
{
    connect(m_proxies, &ProxyListsPage::message, this, &Workspace::message);
    connect(m_proxies, &ProxyListsPage::shown, this, [this] { showPage(m_proxies); });
    connect(m_proxies, &ProxyListsPage::goodCounted, this, [this](const QString &list, int good) {
        if (m_goodProxies.value(list) == good)
            return;
        m_goodProxies.insert(list, good);
        fillProxyLists();
    });
    connect(m_proxies, &ProxyListsPage::testRequested, this, [this](const QList<proxies::Proxy> &list) {
        auto *page = qobject_cast<ProxyTestPage *>(task(session::runkind::Proxies));
        m_task = taskOf(session::runkind::Proxies);
        showTask();
        page->test(list);
    });
    connect(&m_services.access.proxyBook(), &session::ProxyBook::changed, this, &Workspace::fillProxyLists);
    fillProxyLists();
}

void Workspace::fillProxyLists()
{
    QList<NavigatorModel::Entry> entries{{{}, tr("New list of proxies"), {}}};
    for (const proxies::KeptList &list : m_services.access.proxyBook().lists()) {
        const int good = m_goodProxies.value(list.id);
        entries.append({list.id, list.name,
                        good > 0 ? tr("%n good", nullptr, good) : QLocale().toString(list.proxies.size()),
                        good > 0 ? NavigatorModel::Tone::Good : NavigatorModel::Tone::Muted});
    }
    m_navigatorModel.setEntries(session::runkind::Proxies, entries);
}

const Workspace::Task *Workspace::taskOf(const QString &kind) const
{
    const auto found = std::ranges::find(m_tasks, kind, [](const Task &task) { return task.kind.id; });
    return found == m_tasks.end() ? nullptr : &*found;
}

const TaskKind *Workspace::kindOf(const store::RunInfo &run) const
{
    const Task *task = taskOf(run.kind);
    return task ? &task->kind : nullptr;
}

RunPage *Workspace::task(const QString &kind) const
{
    const Task *task = taskOf(kind);
    return task ? task->page : nullptr;
}

VacanciesPage &Workspace::vacancies() const
{
    return *qobject_cast<VacanciesPage *>(task(session::runkind::Vacancies));
}

QString Workspace::runTitle(const store::RunInfo &run) const
{
    const TaskKind *kind = kindOf(run);
    return kind ? kind->runTitle(run) : QString();
}

QString Workspace::rowsText(const RunEntry &run) const
{
    const TaskKind *kind = kindOf(run.info);
    return kind ? kind->words.rows(run.rows) : QString();
}

void Workspace::retry(store::RunId run, const std::vector<qint64> &units)
{
    showRun(run);
    if (task().run() != run)
        return;
    m_services.session.retry(run, units, [this](const Result<session::RunHandle *> &handle) {
        if (handle)
            task().follow(*handle);
        else
            Q_EMIT failed(m_task->kind.words.cannotBegin, handle.error());
    });
}

void Workspace::tellRun(store::RunId run, const QString &title)
{
    m_problems->showRun(run, title);
    m_activity->showRun(run, title);
}

// Runs are read in the background, after a project was opened or one has begun.
void Workspace::takeRuns()
{
    if (const RunEntry *told = m_runs.run(m_activity->run())) {
        m_problems->setTitle(runTitle(told->info));
        m_activity->setTitle(runTitle(told->info));
    }
    const bool newest = std::exchange(m_showNewest, false);
    if (const auto state = std::exchange(m_bringBack, std::nullopt)) {
        bringBack(*state);
        return;
    }
    if (!newest || std::ranges::any_of(m_tasks, [](const Task &task) { return task.page->run() != 0; }))
        return;
    const auto known = std::find_if(m_runs.runs().rbegin(), m_runs.runs().rend(),
                                    [this](const RunEntry &run) { return kindOf(run.info) != nullptr; });
    if (known == m_runs.runs().rend())
        newTask(m_task->kind.id);
    else
        showRun(known->info.id);
}

Workspace::State Workspace::state() const
{
    State result{{}, m_task->kind.id, m_pages->currentIndex()};
    for (const Task &task : m_tasks)
        result.tasks.insert(task.kind.id, task.page->state());
    return result;
}

void Workspace::restore(const State &state)
{
    for (const Task &task : m_tasks) {
        const RunPage::State before = state.tasks.value(task.kind.id);
        task.page->restore(before);
        if (session::RunHandle *run = m_services.session.handle(before.run))
            task.page->follow(run);
        else if (before.run != 0)
            m_bringBack = state;
    }
    if (const Task *task = taskOf(state.task))
        m_task = task;
    showPage(m_pages->widget(state.page));
}

// Runs of former sessions, once they are read.
void Workspace::bringBack(const State &state)
{
    for (const Task &task : m_tasks) {
        const RunPage::State before = state.tasks.value(task.kind.id);
        const RunEntry *run = m_runs.run(before.run);
        if (!run || task.page->run() != 0)
            continue;
        task.page->showRun(*run);
        task.page->restore(before); // what was typed since
    }
    if (const Task *task = taskOf(state.task))
        m_task = task;
    showPage(m_pages->widget(state.page));
}

void Workspace::navigate(Kind kind, const QString &task, store::RunId run)
{
    switch (kind) {
    case Kind::Start:
        return showStart();
    case Kind::NewTask:
        return newTask(task);
    case Kind::Requests:
        return showActivity();
    case Kind::Problems:
        return showProblems();
    case Kind::List:
        return showProxyList(task);
    case Kind::Task:
    case Kind::Run:
        return showRun(run);
    case Kind::Heading:
        return;
    }
}

void Workspace::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    if (page == m_start)
        m_navigator->selectKind(Kind::Start);
    else if (page == m_activity)
        m_navigator->selectKind(Kind::Requests);
    else if (page == m_problems)
        m_navigator->selectKind(Kind::Problems);
    else if (page == m_proxies)
        m_navigator->selectKind(Kind::List, m_proxies->list());
    else if (task().run() == 0)
        m_navigator->selectKind(Kind::NewTask, m_task->kind.id);
    else
        m_navigator->selectRun(task().run());
    const ResultsView &results = task().results();
    if (page == m_task->page)
        Q_EMIT rowsShown(results.shown(), results.total(), results.summary());
    else
        Q_EMIT rowsShown(0, 0, {});
    Q_EMIT moved();
}

void Workspace::showStart()
{
    m_start->refresh();
    showPage(m_start);
}

void Workspace::showTask()
{
    showPage(m_task->page);
}

void Workspace::showActivity()
{
    showPage(m_activity);
}

void Workspace::showProblems()
{
    showPage(m_problems);
}

void Workspace::showProxies()
{
    const QList<proxies::KeptList> &lists = m_services.access.proxyBook().lists();
    showProxyList(m_proxies->list().isEmpty() && !lists.isEmpty() ? lists.first().id : m_proxies->list());
}

void Workspace::showProxyList(const QString &id)
{
    m_proxies->showList(id);
    showPage(m_proxies);
}

void Workspace::newTask(const QString &kind)
{
    const Task *wanted = taskOf(kind);
    if (!wanted)
        return;
    m_task = wanted;
    task().newTask();
    tellRun(0, {});
    showTask();
    task().focusForm();
}

void Workspace::showRun(store::RunId run)
{
    const RunEntry *entry = m_runs.run(run);
    const Task *wanted = entry ? taskOf(entry->info.kind) : nullptr;
    if (!wanted)
        return;
    const bool sameTask = std::exchange(m_task, wanted) == wanted;
    if (run != task().run())
        task().showRun(*entry);
    else if (!sameTask)
        tellRun(run, runTitle(entry->info));
    showTask();
}

void Workspace::showPractice()
{
    m_showNewest = false;
    m_task = taskOf(session::runkind::Vacancies);
    vacancies().preparePractice();
    tellRun(0, {});
    showTask();
}

void Workspace::showNewest()
{
    m_showNewest = true;
}

void Workspace::goOn()
{
    if (task().run() == 0) {
        const auto unfinished =
            std::find_if(m_runs.runs().rbegin(), m_runs.runs().rend(), [this](const RunEntry &run) {
                return run.info.state != store::RunState::Finished && kindOf(run.info);
            });
        if (unfinished == m_runs.runs().rend())
            return;
        showRun(unfinished->info.id);
    }
    showTask();
    task().goOn();
}

void Workspace::cyclePanes()
{
    QWidget *page = m_pages->currentWidget();
    const QList<QWidget *> panes = page == m_task->page
                                       ? QList<QWidget *>{m_navigator, task().form(), &task().results()}
                                       : QList<QWidget *>{m_navigator, page};
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            next = (i + 1) % panes.size();
    }
    focusFirst(panes[next]);
}

void Workspace::letGo()
{
    for (const Task &task : m_tasks) {
        task.page->results().clear();
        task.page->clear();
    }
}

bool Workspace::hasRows() const
{
    return !task().results().isEmpty() && m_pages->currentWidget() == m_task->page;
}

} // namespace linnet::gui
