// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/workspace.h"

#include "gui/activity/activitypage.h"
#include "gui/activity/problemspage.h"
#include "gui/navigator/navigatoractions.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/navigator/scheduledruns.h"
#include "gui/navigator/searchactions.h"
#include "gui/run/tasklists.h"
#include "gui/shell/panecycle.h"
#include "gui/shell/startpage.h"
#include "gui/table/detailpane.h"
#include "gui/table/facetpanel.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/actionregistry.h"
#include "session/runparams.h"
#include "store/project/projectmerge.h"
#include "store/removedrows.h"

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

} // namespace

Workspace::Workspace(const Services &services, const QList<TaskKind> &kinds, const RecentProjects &recent,
                     models::RunList &runs, QWidget *parent)
    : QSplitter(parent)
    , m_services(services)
    , m_recent(recent)
    , m_runs(runs)
    , m_memory(services.memory)
    , m_searches(m_memory)
    , m_views(m_memory)
    , m_navigatorModel(
          runs, sections(kinds), [this](const store::RunInfo &run) { return runTitle(run); },
          [this](const RunEntry &run, bool) { return rowsText(run); },
          [this](const RunEntry &run, bool underWay) { return stateWords(run, underWay || isOthers()); })
{
    makePages(kinds);
    connectPages();
    m_import = new ImportFlow(this);
    connect(m_import, &ImportFlow::wanted, this, &Workspace::beginImport);
    connect(m_import, &ImportFlow::failed, this,
            [this](const Error &error) { Q_EMIT failed(tr("The file cannot be imported"), error); });
}

Workspace::~Workspace() = default;

void Workspace::makePages(const QList<TaskKind> &kinds)
{
    m_navigator = new NavigatorPanel(m_navigatorModel, this);
    m_edits = new NavigatorActions(m_services, *m_navigator, m_navigatorModel, m_runs, m_searches);
    m_searchActions =
        new SearchActions(m_services, *m_navigator, m_navigatorModel, m_runs, m_searches, m_edits->edits());
    m_scheduled = new ScheduledRuns(m_services.session, *m_searchActions, m_runs, m_searches, this);
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(m_recent, m_services.session.projectSlot().unsaved(), kinds, m_pages);
    m_problems = new ProblemsPage(m_services.session, m_pages);
    m_pages->addWidget(m_start);
    m_activity = new ActivityPage(m_services, m_pages);
    m_pages->addWidget(m_problems);
    m_pages->addWidget(m_activity);
    for (const TaskKind &kind : kinds) {
        RunPage *page = kind.makePage(m_services, m_pages);
        TaskLists *lists = kind.makeLists ? kind.makeLists(m_services, *page, m_pages) : nullptr;
        m_tasks.push_back({kind, page, lists});
        m_pages->addWidget(page);
        if (lists)
            m_pages->addWidget(&lists->page());
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
    connect(m_problems, &ProblemsPage::counted, this, &Workspace::countProblems);
    connect(m_activity, &ActivityPage::message, this, &Workspace::message);
    connect(m_problems, &ProblemsPage::message, this, &Workspace::message);
    connect(m_problems, &ProblemsPage::retryRequested, this, &Workspace::retry);
    connect(&m_runs, &models::RunList::changed, this, &Workspace::takeRuns);
    connect(m_edits, &NavigatorActions::removed, this, &Workspace::forget);
    connect(m_edits, &NavigatorActions::duplicateWanted, this, &Workspace::duplicate);
    connect(m_edits, &NavigatorActions::message, this, &Workspace::message);
    connect(m_searchActions, &SearchActions::begun, this, &Workspace::followAnew);
    connect(m_searchActions, &SearchActions::message, this, &Workspace::message);
    connect(m_searchActions, &SearchActions::failed, this, &Workspace::failed);
    connect(m_edits, &NavigatorActions::changesWanted, this, [this](store::RunId older, store::RunId newer) {
        showRun(newer);
        if (task().run() == newer)
            task().showChanges(older);
    });
    connect(&m_memory, &models::ProjectMemory::changed, this, [this] {
        m_navigatorModel.setKept(keptTasks(m_searches.all()));
        showTitles();
    });
    connect(&m_memory, &models::ProjectMemory::loaded, this, [this] {
        for (Task &task : m_tasks) {
            task.viewOf = 0;
            takeView(task);
        }
    });
    for (Task &task : m_tasks) {
        connectTask(task);
        if (task.lists)
            connectLists(task);
        connect(&task.page->results(), &ResultsView::viewChanged, this, [this, &task] { keepView(task); });
        connect(task.page, &RunPage::runShown, this, [this, &task] {
            task.isViewTouched = false;
            takeView(task);
        });
        connect(task.page, &RunPage::emptied, this, [&task] { task.viewOf = 0; });
    }
    provideActions();
}

void Workspace::connectTask(const Task &task)
{
    const auto isFront = [this, &task] { return m_task == &task; };
    connect(task.page, &RunPage::problemsRequested, this, &Workspace::showProblems);
    connect(task.page, &RunPage::accountRequested, this, &Workspace::accountRequested);
    connect(task.page, &RunPage::proxyListsRequested, this, [this] {
        const auto kept = std::ranges::find_if(m_tasks, [](const Task &other) { return other.lists; });
        if (kept != m_tasks.end())
            showLists(kept->kind.id);
    });
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
        if (isFront() || !this->task().isUnderWay()) // else what goes on behind it
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

void Workspace::connectLists(const Task &task)
{
    const auto fill = [this, &task] { m_navigatorModel.setEntries(task.kind.id, task.lists->entries()); };
    connect(task.lists, &TaskLists::message, this, &Workspace::message);
    connect(task.lists, &TaskLists::shownChanged, this, [this, &task] { showPage(&task.lists->page()); });
    connect(task.lists, &TaskLists::entriesChanged, this, fill);
    connect(task.lists, &TaskLists::taskBegan, this, [this, &task] {
        m_task = &task;
        showTask();
    });
    fill();
}

void Workspace::provideActions()
{
    ActionRegistry &actions = m_services.actions;
    const auto provide = [this, &actions](const QString &id, std::function<void()> run,
                                          std::function<bool()> isEnabled = {}) {
        actions.provide(id, this, {std::move(run), std::move(isEnabled), {}});
    };
    const auto isUnderWay = [this] { return task().isUnderWay(); };
    provide(u"run.start"_s, [this] {
        showTask();
        task().pressMain();
    });
    provide(
        u"run.finish"_s, [this] { task().finish(); }, isUnderWay);
    provide(
        u"run.retryNow"_s, [this] { task().retryNow(); }, isUnderWay);
    provide(
        u"run.goOn"_s, [this] { goOn(); },
        [this, isUnderWay] { return !isUnderWay() && !m_runs.runs().empty(); });
    provide(u"view.start"_s, [this] { showStart(); });
    provide(u"view.activity"_s, [this] { showActivity(); });
    provide(u"view.problems"_s, [this] { showProblems(); });
    provide(u"view.nextPane"_s, [this] { cyclePanes(panes(), 1); });
    provide(u"view.previousPane"_s, [this] { cyclePanes(panes(), -1); });
    provide(
        u"view.back"_s, [this] { goBack(); }, [this] { return !m_history.isEmpty(); });
    actions.provide(u"view.navigator"_s, this,
                    {[this] { m_navigator->setVisible(m_navigator->isHidden()); },
                     {},
                     [this] { return !m_navigator->isHidden(); }});
}

void Workspace::forget(const QList<store::RunId> &runs)
{
    for (const Task &task : m_tasks) {
        if (!runs.contains(task.page->run()))
            continue;
        if (task.page == m_pages->currentWidget())
            newTask(task.kind.id);
        else
            task.page->newTask();
    }
    if (runs.contains(m_activity->run()))
        tellRun(0, {});
    m_navigator->setFocus(Qt::OtherFocusReason);
}

// The form as it was, and nothing asked yet.
void Workspace::duplicate(store::RunId run)
{
    if (!m_runs.run(run))
        return;
    showRun(run);
    task().clear();
    task().results().clear();
    showTask();
    task().focusForm();
}

/// Filter and sorting belong to what was asked for.
void Workspace::takeView(Task &task)
{
    const store::RunId run = task.page->run();
    const RunEntry *entry = m_runs.run(run);
    if (!entry || task.viewOf == run)
        return;
    task.viewOf = run;
    if (std::exchange(task.isViewTouched, false))
        m_views.keep(entry->info, task.page->results().state());
    else
        task.page->results().restore(m_views.of(entry->info));
}

void Workspace::keepView(Task &task)
{
    const RunEntry *entry = m_runs.run(task.page->run());
    if (entry && task.viewOf == task.page->run())
        m_views.keep(entry->info, task.page->results().state());
    else
        task.isViewTouched = true;
}

const Workspace::Task *Workspace::taskOf(const QString &kind) const
{
    const auto found = std::ranges::find(m_tasks, kind, [](const Task &task) { return task.kind.id; });
    return found == m_tasks.end() ? nullptr : &*found;
}

RunPage *Workspace::task(const QString &kind) const
{
    const Task *task = taskOf(kind);
    return task ? task->page : nullptr;
}

QString Workspace::runTitle(const store::RunInfo &run) const
{
    const TaskKind *kind = kindOf(run);
    const QString name = m_searches.name(run);
    if (!kind || !name.isEmpty())
        return name;
    const auto import = session::RunParams::import(run.params);
    const QString title = import ? tr("From %1").arg(import->title()) : kind->runTitle(run);
    const QString origin = run.params[store::RunOrigin].toString();
    return origin.isEmpty() ? title : tr("%1 · from the project %2").arg(title, origin);
}

QString Workspace::rowsText(const RunEntry &run) const
{
    const TaskKind *kind = kindOf(run.info);
    if (!kind)
        return {};
    const QString rows = kind->words.rows(run.rows);
    return store::RemovedRows::of(run.info.counts) ? tr("%1, kept as a count only").arg(rows) : rows;
}

// What a crawl looks for is no problem of the program; it stands in the crawl's own tables.
void Workspace::countProblems(qint64 count)
{
    const RunEntry *told = m_runs.run(m_activity->run());
    const TaskKind *kind = told ? kindOf(told->info) : &m_task->kind;
    const qint64 shown = kind && kind->words.failuresAreResults ? 0 : count;
    m_navigatorModel.setProblems(shown);
    Q_EMIT problemsCounted(shown);
}

void Workspace::retry(store::RunId run, const std::vector<qint64> &units)
{
    showRun(run);
    if (task().run() != run)
        return;
    m_services.session.retry(
        run, units, [this, run](const Result<session::RunHandle *> &handle) { followAnew({}, run, handle); });
}

/// In the form of an earlier run of the same task; where there is none, of what the search asks.
void Workspace::followAnew(const session::SavedSearch &search, store::RunId shown,
                           const Result<session::RunHandle *> &run)
{
    showRun(shown);
    if (const Task *wanted = taskOf(search.kind); shown == 0 && wanted && run) {
        m_task = wanted;
        RunEntry begun;
        begun.info.id = (*run)->id();
        begun.info.kind = search.kind;
        begun.info.params = search.params;
        task().showRun(begun);
        showTask();
    }
    if (run)
        task().follow(*run);
    else
        Q_EMIT failed(m_task->kind.words.cannotBegin, run.error());
}

void Workspace::tellRun(store::RunId run, const QString &title)
{
    m_problems->showRun(run, title);
    m_activity->showRun(run, title);
}

void Workspace::showTitles()
{
    const RunEntry *told = m_runs.run(m_activity->run());
    if (!told && m_activity->run() != 0)
        return; // it has just begun and is not read yet
    m_problems->setTitle(told ? runTitle(told->info) : QString());
    m_activity->setTitle(told ? runTitle(told->info) : QString());
}

// Runs are read in the background, after a project was opened or one has begun.
void Workspace::takeRuns()
{
    if (m_runs.run(m_activity->run())) // one that has just begun is not read yet
        showTitles();
    for (Task &task : m_tasks)
        takeView(task);
    const bool newest = std::exchange(m_showNewest, false);
    if (!newest || std::ranges::any_of(m_tasks, [](const Task &task) { return task.page->run() != 0; }))
        return;
    const auto known = std::find_if(m_runs.runs().rbegin(), m_runs.runs().rend(),
                                    [this](const RunEntry &run) { return kindOf(run.info) != nullptr; });
    if (known == m_runs.runs().rend())
        newTask(m_task->kind.id);
    else
        showRun(known->info.id);
}

void Workspace::setKinds(const QList<TaskKind> &kinds)
{
    for (Task &task : m_tasks) {
        const auto fresh = std::ranges::find(kinds, task.kind.id, &TaskKind::id);
        if (fresh != kinds.end())
            task.kind = *fresh;
        if (task.lists)
            m_navigatorModel.setEntries(task.kind.id, task.lists->entries());
    }
    m_start->setKinds(kinds);
    m_navigatorModel.setSections(sections(kinds));
    showTitles();
}

void Workspace::navigate(Kind kind, const QString &task, const QString &list, store::RunId run)
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
        return showList(task, list);
    case Kind::Task:
    case Kind::Run:
        return showRun(run);
    case Kind::Heading:
    case Kind::Folder:
        return;
    }
}

void Workspace::showPage(QWidget *page)
{
    // Only the page in front asks for room: the window is not as wide as the widest of all.
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = m_pages->widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentWidget(page);
    m_history.note({page, page == m_task->page ? task().run() : 0});
    if (page == m_start)
        m_navigator->selectKind(Kind::Start);
    else if (page == m_activity)
        m_navigator->selectKind(Kind::Requests);
    else if (page == m_problems)
        m_navigator->selectKind(Kind::Problems);
    else if (const auto of = std::ranges::find_if(
                 m_tasks, [page](const Task &task) { return task.lists && &task.lists->page() == page; });
             of != m_tasks.end())
        m_navigator->selectKind(Kind::List, of->kind.id, of->lists->shown());
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

void Workspace::showTask(const QString &kind)
{
    m_task = taskOf(kind) ? taskOf(kind) : m_task;
    showTask();
}

void Workspace::showActivity()
{
    showPage(m_activity);
}

void Workspace::showProblems()
{
    showPage(m_problems);
}

void Workspace::showLists(const QString &kind)
{
    if (const Task *task = taskOf(kind); task && task->lists)
        showList(kind, task->lists->usual());
}

void Workspace::showList(const QString &kind, const QString &id)
{
    const Task *task = taskOf(kind);
    if (!task || !task->lists)
        return;
    task->lists->show(id);
    showPage(&task->lists->page());
}

void Workspace::newTask(const QString &kind)
{
    const Task *wanted = taskOf(kind);
    if (!wanted)
        return;
    m_task = wanted;
    m_showNewest = false; // somebody has chosen before the runs were read
    task().newTask();
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
    const auto practised =
        std::ranges::find_if(m_tasks, [](const Task &task) { return bool(task.kind.practise); });
    if (practised == m_tasks.end())
        return;
    m_showNewest = false;
    m_task = &*practised;
    m_task->kind.practise(task());
    showTask();
}

void Workspace::beginImport(const imports::ImportSpec &spec)
{
    newTask(session::RunParams::of(spec, {}).kind);
    task().startImport(spec);
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

QList<QWidget *> Workspace::panes() const
{
    QWidget *page = m_pages->currentWidget();
    QList<QWidget *> all{m_navigator};
    if (page != m_task->page)
        return all << page;
    all << task().form();
    const ResultsPane *pane = task().results().pane();
    if (!pane)
        return all << &task().results();
    return all << pane->table() << pane->facets() << pane->details();
}

void Workspace::goBack()
{
    if (m_history.isEmpty())
        return;
    const PlaceHistory::Place back = m_history.takeBack();
    if (back.run != 0 && m_runs.run(back.run)) {
        showRun(back.run);
        return;
    }
    if (const auto of = std::ranges::find(m_tasks, back.page, &Task::page); of != m_tasks.end())
        m_task = &*of;
    showPage(back.page);
}

void Workspace::letGo()
{
    m_history.clear();
    for (Task &task : m_tasks)
        task.viewOf = 0;
    for (const Task &task : m_tasks) {
        task.page->results().clear();
        task.page->clear();
    }
}

} // namespace linnet::gui
