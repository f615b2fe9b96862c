// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/resultsview.h"

#include "base/errortext.h"
#include "base/inenglish.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowmarks.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/retranslate.h"
#include "table/markcolumns.h"

#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace linnet::gui {

namespace {

/// What was asked of columns that went is not asked any more.
void keepWhatThereIs(ResultsView::State::Table &table, const table::Schema &schema)
{
    const auto isGone = [&schema](const auto &part) {
        return !part.column.isEmpty() && !schema.indexOf(part.column);
    };
    table.filter.conditions.removeIf(isGone);
    table.sort.removeIf(isGone);
}

} // namespace

ResultsView::ResultsView(session::Session &session, QSettings &settings, ActionRegistry &actions,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_actions(actions)
    , m_marks(new models::MarkEdits(session, actions.history(), this))
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_middle(new QHBoxLayout)
{
    auto *empty = new QLabel(this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty = empty;
    m_stack->addWidget(empty);
    keepTranslated(this, [this, empty] {
        empty->setText(tr("No results yet.\nStart a search, or choose an earlier one on the left."));
        m_bar->setAccessibleName(tr("Tables of the run"));
    });
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(true);
    m_bar->setExpanding(false);
    m_bar->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_middle, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_bar);
    right->addWidget(m_stack, 1);
    m_middle->setSpacing(0);
    m_middle->addLayout(right, 1);

    connect(m_bar, &QTabBar::currentChanged, this, &ResultsView::showTab);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, &ResultsView::clear);
    connect(&session, &session::Session::runStarted, this, &ResultsView::watch);
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        for (ResultsPane *pane : std::as_const(m_panes))
            pane->commit(change);
    });
    connect(&session, &session::Session::indexed, this, [this](const store::IndexedTexts &texts) {
        for (ResultsPane *pane : std::as_const(m_panes))
            pane->setIndexed(texts);
    });
    connect(&session.projectSlot(), &session::ProjectSlot::joinedChanged, this, &ResultsView::makeAgain);
    connect(&session.projectSlot(), &session::ProjectSlot::readAgainWanted, this, [this] {
        for (ResultsPane *pane : std::as_const(m_panes))
            pane->model().refresh();
    });
    connect(m_marks, &models::MarkEdits::failed, this,
            [this](const Error &error) { Q_EMIT message(ErrorText::sentence(error)); });
    for (session::RunHandle *run : session.runsUnderWay())
        watch(run);
}

void ResultsView::watch(session::RunHandle *run)
{
    connect(run, &session::RunHandle::ended, this, [this, id = run->id()] {
        if (!m_runs.isEmpty() && !m_runs.contains(id))
            return;
        for (ResultsPane *pane : std::as_const(m_panes))
            pane->settle();
        updateRunning();
    });
    updateRunning();
}

bool ResultsView::isSame(const QList<ResultsTable> &tables) const
{
    const auto isTable = [](const Tab &tab) { return tab.table.schema != nullptr; };
    return std::ranges::count_if(m_tabs, isTable) == tables.size() &&
           std::ranges::equal(
               m_tabs | std::views::filter(isTable), tables, {},
               [](const Tab &tab) { return tab.table.schema; }, &ResultsTable::schema);
}

void ResultsView::makeTabs(const QList<ResultsTable> &tables)
{
    QList<Tab> tabs;
    for (const ResultsTable &table : tables)
        tabs.append({table, nullptr, table.title, {}});
    for (const Tab &tab : std::as_const(m_tabs)) {
        if (tab.page)
            tabs.append(tab);
    }
    const QSignalBlocker quiet(m_bar);
    m_tabs = tabs;
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    for (const Tab &tab : std::as_const(m_tabs))
        m_bar->addTab(tab.title);
    showBar();
}

void ResultsView::showBar()
{
    int visible = 0;
    for (int tab = 0; tab < m_tabs.size(); ++tab) {
        const Tab &each = m_tabs[tab];
        const bool isVisible = each.isShown && (!each.table.onlyWithRows || each.rows > 0);
        if (m_bar->isTabVisible(tab) != isVisible) // else the bar forgets to lay out those that changed
            m_bar->setTabVisible(tab, isVisible);
        visible += int(m_bar->isTabVisible(tab));
    }
    m_bar->setVisible(!m_panes.isEmpty() && visible > 1);
}

void ResultsView::addTab(QWidget *page, const Title &title, ResultsPane *pane)
{
    m_stack->addWidget(page);
    m_tabs.append({{}, page, title(), title, -1, pane});
    if (pane)
        connectPane(pane);
    const QSignalBlocker quiet(m_bar);
    m_bar->addTab(title());
}

void ResultsView::setTabShown(QWidget *page, bool shown)
{
    const auto found = std::ranges::find(m_tabs, page, &Tab::page);
    if (found == m_tabs.end() || found->isShown == shown)
        return;
    found->isShown = shown;
    const int tab = int(found - m_tabs.begin());
    if (!shown && m_bar->currentIndex() == tab)
        m_bar->setCurrentIndex(0);
    showBar();
}

void ResultsView::setSide(QWidget *side)
{
    m_side = side;
    m_middle->insertWidget(0, side);
    side->hide();
}

void ResultsView::showTables(const QList<ResultsTable> &tables, const QList<store::RunId> &runs)
{
    if (!m_session.hasProject()) {
        clear();
        return;
    }
    if (!isSame(tables)) {
        clear();
        makeTabs(tables);
    }
    const bool first = m_panes.isEmpty();
    if (std::exchange(m_runs, runs) != runs) {
        for (Tab &tab : m_tabs)
            tab.rows = tab.table.onlyWithRows ? -1 : tab.rows;
    }
    if (m_comparison && runs != QList{m_comparison->runs().newer.id})
        setComparison(nullptr);
    for (ResultsPane *pane : std::as_const(m_panes)) {
        pane->setProject(m_session.project().path());
        pane->setRuns(runs);
    }
    if (m_side)
        m_side->show();
    if (first) {
        const QSignalBlocker quiet(m_bar);
        m_bar->setCurrentIndex(std::clamp(m_wanted.tab, 0, int(m_tabs.size()) - 1));
        pane(*tables.first().schema);
    }
    showBar();
    showTab(m_bar->currentIndex());
    m_wanted.tab = 0;
    updateRunning();
}

void ResultsView::setComparable(bool comparable)
{
    m_isComparable = comparable;
    for (ResultsPane *pane : std::as_const(m_panes))
        pane->setComparable(comparable);
}

void ResultsView::setComparison(std::shared_ptr<const session::RunChanges> changes)
{
    // The file of the one before goes when nobody reads it any more.
    const auto before = std::exchange(m_comparison, std::move(changes));
    for (ResultsPane *pane : std::as_const(m_panes))
        showComparison(*pane);
}

void ResultsView::showComparison(ResultsPane &pane)
{
    pane.setComparable(m_isComparable);
    const bool isOfThem = m_comparison && m_comparison->runs().rows == &pane.schema().rows();
    pane.setComparison(isOfThem ? m_comparison->path() : QString());
}

bool ResultsView::wantsComparison() const
{
    return std::ranges::any_of(m_panes, &ResultsPane::wantsComparison);
}

ResultsPane *ResultsView::makePane(const ResultsTable &table)
{
    ResultsTable whole = table;
    whole.schema = &m_session.projectSlot().withJoined(*table.schema);
    auto *pane = new ResultsPane(whole, m_settings, m_actions, m_stack);
    connectPane(pane);
    connect(pane, &ResultsPane::comparisonWanted, this, &ResultsView::comparisonWanted);
    connect(pane, &ResultsPane::viewChanged, this, [this] {
        if (!m_restoring)
            Q_EMIT viewChanged();
    });
    if (!linnet::table::marksOf(*table.schema).isEmpty())
        new RowMarks(*pane, *m_marks, m_actions);
    m_stack->addWidget(pane);
    m_panes[table.schema] = pane;
    const QScopedValueRollback guard(m_restoring, true);
    showAsWanted(*pane);
    pane->setProject(m_session.project().path());
    pane->setRuns(m_runs);
    showComparison(*pane);
    updateRunning();
    Q_EMIT paneMade(pane);
    return pane;
}

// Columns came or went: a pane has the same ones for all its life.
void ResultsView::makeAgain()
{
    const session::ProjectSlot &slot = m_session.projectSlot();
    const bool isSame = std::ranges::all_of(
        m_panes, [&slot](ResultsPane *pane) { return &slot.withJoined(pane->schema()) == &pane->schema(); });
    if (m_panes.isEmpty() || isSame)
        return;
    QList<ResultsTable> tables;
    for (const Tab &tab : std::as_const(m_tabs)) {
        if (tab.table.schema)
            tables.append(tab.table);
    }
    const auto runs = m_runs;
    const auto comparison = m_comparison;
    const State wanted = state();
    clear();
    m_wanted = wanted;
    showTables(tables, runs);
    setComparison(comparison);
}

void ResultsView::connectPane(ResultsPane *pane)
{
    connect(pane, &ResultsPane::statusChanged, this, [this, pane] {
        if (this->pane() == pane)
            Q_EMIT statusChanged(shown(), total(), summary());
    });
    connect(pane, &ResultsPane::message, this, &ResultsView::message);
}

int ResultsView::tabOf(const table::Schema &schema) const
{
    const auto found =
        std::ranges::find(m_tabs, &schema.rows(), [](const Tab &tab) { return tab.table.schema; });
    return found == m_tabs.end() ? -1 : int(found - m_tabs.begin());
}

ResultsPane *ResultsView::pane(const table::Schema &schema)
{
    if (ResultsPane *made = m_panes.value(&schema.rows()))
        return made;
    const int tab = tabOf(schema);
    return tab < 0 || !m_session.hasProject() ? nullptr : makePane(m_tabs[tab].table);
}

ResultsPane *ResultsView::pane() const
{
    for (ResultsPane *pane : m_panes) {
        if (pane == m_stack->currentWidget())
            return pane;
    }
    for (const Tab &tab : m_tabs) {
        if (tab.pane && tab.page == m_stack->currentWidget())
            return tab.pane;
    }
    return nullptr;
}

void ResultsView::showTab(int index)
{
    if (index < 0 || index >= m_tabs.size())
        return;
    const Tab &tab = m_tabs[index];
    QWidget *front = tab.page ? tab.page : pane(*tab.table.schema);
    if (front)
        m_stack->setCurrentWidget(front);
    Q_EMIT shownChanged();
    Q_EMIT statusChanged(shown(), total(), summary());
}

void ResultsView::showTable(const table::Schema &schema)
{
    if (const int tab = tabOf(schema); tab >= 0)
        m_bar->setCurrentIndex(tab);
}

void ResultsView::showPage(QWidget *page)
{
    const auto found = std::ranges::find(m_tabs, page, &Tab::page);
    if (found != m_tabs.end())
        m_bar->setCurrentIndex(int(found - m_tabs.begin()));
}

void ResultsView::setCount(const table::Schema &schema, qint64 rows)
{
    if (const int tab = tabOf(schema); tab >= 0) {
        m_tabs[tab].rows = rows;
        showTitle(tab);
        showBar();
    }
}

void ResultsView::setTitles(const QList<ResultsTable> &tables)
{
    for (const ResultsTable &table : tables) {
        const int tab = tabOf(*table.schema);
        if (tab < 0)
            continue;
        m_tabs[tab].table = table;
        m_tabs[tab].title = table.title;
        showTitle(tab);
        if (ResultsPane *made = m_panes.value(table.schema))
            made->setTitles(table);
    }
}

void ResultsView::setTitle(QWidget *page, const Title &title)
{
    const auto found = std::ranges::find(m_tabs, page, &Tab::page);
    if (found == m_tabs.end())
        return;
    found->title = title();
    found->say = title;
    showTitle(int(found - m_tabs.begin()));
}

QList<ResultsView::TabName> ResultsView::tabNames(const QList<ResultsTable> &english) const
{
    QList<TabName> result;
    if (!m_bar->isVisibleTo(this))
        return result;
    const InEnglish speech;
    for (int tab = 0; tab < m_tabs.size(); ++tab) {
        const Tab &shown = m_tabs[tab];
        const auto table = std::ranges::find(english, shown.table.schema, &ResultsTable::schema);
        if (m_bar->isTabVisible(tab))
            result.append({tab, shown.title,
                           shown.say                ? shown.say()
                           : table == english.end() ? QString()
                                                    : table->title});
    }
    return result;
}

void ResultsView::goTo(const TabName &tab)
{
    m_bar->setCurrentIndex(tab.tab);
}

void ResultsView::showTitle(int tab)
{
    const Tab &shown = m_tabs[tab];
    m_bar->setTabText(tab, shown.rows < 0 ? shown.title
                                          : tr("%1 %2", "title of a table, its number of rows")
                                                .arg(shown.title, QLocale().toString(shown.rows)));
}

ResultsView::State ResultsView::state() const
{
    State result = m_wanted;
    result.tab = std::max(0, m_bar->currentIndex());
    for (ResultsPane *pane : m_panes) {
        const State::Table now{pane->filter().filter(), pane->sort()};
        if (now != m_usual.value(pane->schema().key))
            result.tables[pane->schema().key] = now;
    }
    return result;
}

void ResultsView::setUsual(const table::Schema &schema, const State::Table &usual)
{
    m_usual[schema.key] = usual;
}

void ResultsView::showAsWanted(ResultsPane &pane)
{
    const QString key = pane.schema().key;
    State::Table wanted = m_wanted.tables.contains(key) ? m_wanted.tables.take(key) : m_usual.value(key);
    keepWhatThereIs(wanted, pane.schema());
    pane.filter().setFilter(wanted.filter);
    pane.setSort(wanted.sort);
}

void ResultsView::restore(const State &state)
{
    const QScopedValueRollback guard(m_restoring, true);
    m_wanted = state;
    for (ResultsPane *pane : std::as_const(m_panes)) {
        showAsWanted(*pane);
    }
}

void ResultsView::clear()
{
    if (m_panes.isEmpty())
        return;
    // The readers must be gone at once; the widgets go when nobody stands in them any more.
    const auto panes = std::exchange(m_panes, {});
    m_runs.clear();
    m_stack->setCurrentWidget(m_empty);
    m_bar->hide();
    if (m_side)
        m_side->hide();
    for (ResultsPane *pane : panes) {
        Q_EMIT paneGoing(pane);
        pane->disconnect(this);
        pane->setProject({});
        m_stack->removeWidget(pane);
        pane->hide();
        pane->deleteLater();
    }
    m_comparison.reset();
    Q_EMIT shownChanged();
    Q_EMIT statusChanged(0, 0, {});
}

void ResultsView::updateRunning()
{
    bool running = false;
    for (const session::RunHandle *run : m_session.runsUnderWay())
        running = running || m_runs.isEmpty() || m_runs.contains(run->id());
    for (ResultsPane *pane : std::as_const(m_panes))
        pane->setRunning(running);
}

qint64 ResultsView::shown() const
{
    ResultsPane *front = pane();
    return front ? front->model().rowCount() : 0;
}

qint64 ResultsView::total() const
{
    ResultsPane *front = pane();
    return front ? front->model().total() : 0;
}

QString ResultsView::summary() const
{
    const ResultsPane *front = pane();
    return front ? front->summary() : QString();
}

void ResultsView::openExport()
{
    if (ResultsPane *front = pane())
        front->openExport();
}

} // namespace linnet::gui
