// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/resultspane.h"

#include "base/errortext.h"
#include "gui/appsettings.h"
#include "gui/look/textscale.h"
#include "gui/table/cellmenu.h"
#include "gui/table/chipbar.h"
#include "gui/table/columnchooser.h"
#include "gui/table/detailpane.h"
#include "gui/table/exportdialog.h"
#include "gui/table/facetpanel.h"
#include "gui/table/filterrow.h"
#include "gui/table/findfield.h"
#include "gui/table/rowcopier.h"
#include "gui/table/rowheader.h"
#include "gui/table/rowtableview.h"
#include "gui/table/shortcutbutton.h"
#include "gui/table/wordsearch.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/retranslate.h"
#include "models/table/sortcycle.h"
#include "models/table/wordconditions.h"
#include "table/changes/changeschema.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LeastDetails = 110;
constexpr int MostDetails = 220;

const Setting<bool> &valuesSetting(const ResultsTable &table)
{
    return table.facets ? setting::Values : setting::ExtraValues;
}

} // namespace

ResultsPane::ResultsPane(const ResultsTable &table, QSettings &settings, ActionRegistry &actions,
                         QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_kind(table)
    , m_model(*table.schema)
    , m_filter(*table.schema)
    , m_columns(*table.schema, settings)
    , m_facetModel(m_filter)
    , m_spread(m_facetModel, m_filter)
    , m_amounts(*table.schema)
    , m_selection(*table.schema)
    , m_find(new FindField(m_filter, this))
    , m_chips(new ChipBar(m_filter, this))
    , m_words(new WordSearch(m_filter, m_model, this))
    , m_shortcut(new ShortcutButton(m_filter, table.shortcut, this))
    , m_news(new ShortcutButton(m_filter, table.news, this))
    , m_columnsButton(new QToolButton(this))
    , m_facetsButton(new QToolButton(this))
    , m_exportButton(new QToolButton(this))
    , m_table(new RowTableView(m_model, m_filter, m_columns, this))
    , m_facets(new FacetPanel(m_facetModel, m_spread, this))
    , m_details(new DetailPane(m_model, table.textTitle, table.openText, this))
    , m_copier(new RowCopier(*m_table, m_model, m_columns, this))
    , m_sideways(new QSplitter(Qt::Horizontal, this))
    , m_upright(new QSplitter(Qt::Vertical, this))
    , m_lower(new QSplitter(Qt::Horizontal, this))
{
    makeSplitters();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_upright, 1);
    provideActions();
    connectModels();
    connectTable();
    keepTranslated(this, [this] { showTexts(); });
}

// What looks at the models goes before them; the readers go with them. Nothing is emptied first: that would
// be told to whoever holds the pane and is perhaps half gone itself.
ResultsPane::~ResultsPane()
{
    const std::initializer_list<QObject *> going{m_copier,   m_upright, m_chips, m_words,
                                                 m_shortcut, m_news,    m_find};
    qDeleteAll(going);
}

void ResultsPane::showTexts()
{
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setToolTip(tr("Choose which columns are shown"));
    m_facetsButton->setText(tr("Values"));
    m_facetsButton->setToolTip(tr("Show what the rows are made of, to filter by it (Ctrl+Shift+V)"));
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setText(tr("Export…"));
    m_exportButton->setToolTip(tr("Write these rows to a file (Ctrl+E)"));
    for (QToolButton *button : {m_columnsButton, m_facetsButton, m_exportButton})
        button->setAccessibleDescription(button->toolTip());
    showCounts();
    showSelection();
}

void ResultsPane::setTitles(const ResultsTable &table)
{
    m_kind = table;
    m_details->setTitles(table.textTitle, table.openText);
    m_shortcut->setTexts(table.shortcut);
    m_news->setTexts(table.news);
    showEmptyText();
}

QWidget *ResultsPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *margins = new QHBoxLayout(bar);
    margins->setContentsMargins(12, 6, 12, 6);
    auto *row = new FlowLayout(8); // large letters need two lines
    margins->addLayout(row, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_find, m_chips, m_words, m_shortcut, m_news})
        row->addWidget(part);
    m_news->setOffered(false);
    m_facetsButton->setCheckable(true);
    m_facetsButton->setChecked(valuesSetting(m_kind).read(m_settings));
    for (QToolButton *button : {m_columnsButton, m_facetsButton, m_exportButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    connect(m_columnsButton, &QToolButton::clicked, this, &ResultsPane::openColumns);
    connect(m_exportButton, &QToolButton::clicked, this, &ResultsPane::openExport);
    connect(m_facetsButton, &QToolButton::toggled, this, [this](bool on) {
        giveWay();
        valuesSetting(m_kind).write(m_settings, on);
    });
    return bar;
}

void ResultsPane::makeSplitters()
{
    m_sideways->addWidget(m_table);
    m_sideways->addWidget(m_facets);
    m_sideways->setStretchFactor(0, 1);
    m_sideways->setCollapsible(0, false);
    m_sideways->setCollapsible(1, false);
    m_upright->addWidget(m_sideways);
    m_lower->addWidget(m_details);
    m_lower->setCollapsible(0, false);
    m_upright->addWidget(m_lower);
    m_upright->setStretchFactor(0, 1);
    m_upright->setCollapsible(0, false);
    m_upright->setSizes({400, MostDetails});
    m_sideways->setSizes({700, m_facets->sizeHint().width()});
    for (QSplitter *splitter : {m_sideways, m_upright, m_lower})
        splitter->setHandleWidth(1);
    m_sideways->restoreState(setting::TableAndValues.read(m_settings));
    m_ownHeights = m_upright->restoreState(setting::TableAndDetails.read(m_settings));
    connect(m_sideways, &QSplitter::splitterMoved, this,
            [this] { setting::TableAndValues.write(m_settings, m_sideways->saveState()); });
    connect(m_upright, &QSplitter::splitterMoved, this, [this] {
        m_ownHeights = true;
        setting::TableAndDetails.write(m_settings, m_upright->saveState());
        m_actions.refresh();
    });
}

void ResultsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

// Where there is little room, it is the table's.
void ResultsPane::giveWay()
{
    constexpr int LeastForValues = 560;
    constexpr int LeastForDetails = 330;
    m_facets->setVisible(m_facetsButton->isChecked() && width() >= scaled(LeastForValues));
    m_lower->setVisible(height() >= scaled(LeastForDetails));
    if (!m_ownHeights && !m_lower->isHidden())
        m_upright->setSizes({tableRoom() - usualDetails(), usualDetails()});
}

/// For table and details, before they have it.
int ResultsPane::tableRoom() const
{
    return height() - layout()->itemAt(0)->heightForWidth(width());
}

// A quarter: the rows are what people look at.
int ResultsPane::usualDetails() const
{
    return std::clamp(tableRoom() / 4, LeastDetails, MostDetails);
}

bool ResultsPane::areDetailsShown() const
{
    return m_upright->sizes().value(1) > 0;
}

// A pane that was dragged shut has nothing left to be pulled at.
void ResultsPane::setDetailsShown(bool shown)
{
    const int all = m_upright->height();
    const int lower = shown ? usualDetails() : 0;
    m_ownHeights = true;
    m_upright->setSizes({std::max(1, all - lower), lower});
    setting::TableAndDetails.write(m_settings, m_upright->saveState());
    m_actions.refresh();
}

void ResultsPane::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ResultsPane::addBesideDetails(QWidget *widget)
{
    m_lower->insertWidget(0, widget);
    m_lower->setCollapsible(0, false);
    m_lower->setStretchFactor(0, 3);
    m_lower->setStretchFactor(1, 2);
    m_lower->setSizes({3000, 2000});
}

void ResultsPane::provideActions()
{
    const auto provide = [this](const QString &id, std::function<void()> run,
                                std::function<bool()> isEnabled = {}) {
        m_actions.provide(id, this, {std::move(run), std::move(isEnabled), {}});
    };
    const auto hasRows = [this] { return m_model.rowCount() > 0 || m_model.total() > 0; };
    // In fields the same keys are for their text.
    const auto isInTable = [this] { return m_table->hasFocus(); };
    provide(
        u"file.export"_s, [this] { openExport(); }, hasRows);
    provide(
        u"edit.copy"_s, [this] { m_copier->copyRows(); }, isInTable);
    provide(
        u"edit.copyCell"_s, [this] { m_copier->copyCell(m_table->currentIndex()); }, isInTable);
    provide(
        u"edit.selectAll"_s, [this] { m_table->selectAll(); }, isInTable);
    provide(
        u"edit.find"_s, [this] { focusFind(); }, hasRows);
    provide(
        u"edit.filter"_s, [this] { focusFilter(); }, hasRows);
    provide(
        u"edit.clearFilter"_s, [this] { m_filter.clear(); }, [this] { return !m_filter.filter().isEmpty(); });
    provide(
        u"edit.openRow"_s, [this] { openLink(); }, [this] { return m_details->hasLink(); });
    provide(u"view.columns"_s, [this] { openColumns(); });
    m_actions.provide(
        u"view.details"_s, this,
        {[this] { setDetailsShown(!areDetailsShown()); }, {}, [this] { return areDetailsShown(); }});
    m_actions.provide(
        u"view.values"_s, this,
        {[this] { m_facetsButton->toggle(); }, {}, [this] { return m_facetsButton->isChecked(); }});
}

void ResultsPane::connectModels()
{
    connect(&m_filter, &models::FilterState::changed, this, [this] {
        if (m_limiting)
            return;
        keepToOneUnit();
        ask();
        Q_EMIT viewChanged();
    });
    connect(&m_model, &models::RowModel::countsChanged, this, &ResultsPane::showCounts);
    connect(&m_model, &models::RowModel::buildingChanged, this, &ResultsPane::showCounts);
    connect(&m_model, &models::RowModel::failed, this,
            [this](const Error &error) { Q_EMIT message(ErrorText::sentence(error)); });
    connect(&m_amounts, &models::ShownAmounts::changed, this, &ResultsPane::takeUnit);
    connect(&m_selection, &models::SelectionSummary::changed, this, &ResultsPane::statusChanged);
    connect(&m_columns, &models::ColumnState::visibleChanged, this, [this] {
        if (wantsComparison())
            Q_EMIT comparisonWanted();
    });
    connect(m_chips, &ChipBar::refreshRequested, this, &ResultsPane::settle);
    connect(m_chips, &ChipBar::stopRequested, this, [this] { setSort({}); });
    connect(m_copier, &RowCopier::message, this, &ResultsPane::message);
    m_find->setWords(setting::FindWords.read(m_settings));
    connect(m_find, &FindField::wordsChosen, this,
            [this](bool words) { setting::FindWords.write(m_settings, words); });
    connect(m_find, &FindField::leftDown, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

void ResultsPane::connectTable()
{
    connect(m_table->rowHeader(), &RowHeader::sortRequested, this, [this](int column, bool keepOthers) {
        setSort(models::nextSort(m_sort, schema().columns[size_t(column)].key, keepOthers));
    });
    connect(m_table->rowHeader(), &QWidget::customContextMenuRequested, this, &ResultsPane::showHeaderMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ResultsPane::showCellMenu);
    connect(m_table, &RowTableView::currentRowChanged, m_details, &DetailPane::setRow);
    connect(m_details, &DetailPane::rowShown, &m_actions, &ActionRegistry::refresh);
    connect(m_table, &RowTableView::selectionMoved, this, &ResultsPane::showSelection);
}

void ResultsPane::setProject(const QString &path)
{
    if (path == m_project)
        return;
    m_project = path;
    setComparable(false);
    open({});
}

void ResultsPane::setComparable(bool comparable)
{
    m_news->setOffered(comparable);
}

void ResultsPane::setComparison(const QString &path)
{
    if (m_project.isEmpty() || m_path == (path.isEmpty() ? m_project : path))
        return;
    const qint64 current = m_table->currentId();
    const QList<store::RunId> runs = m_runs;
    open(path);
    setRuns(runs);
    showRow(current);
}

/// The project, or a comparison of its runs in its place.
void ResultsPane::open(const QString &comparison)
{
    const QString path = comparison.isEmpty() ? m_project : comparison;
    m_path = path;
    m_columns.setCompared(!comparison.isEmpty() || table::rowsOfChanges(schema()));
    m_facetModel.setCompared(m_columns.isCompared());
    m_model.setReaders(nullptr, nullptr);
    m_facetModel.setReaders(nullptr);
    m_spread.setReaders(nullptr);
    m_amounts.setProject(path);
    m_selection.setProject(path);
    m_copier->setProject(path);
    m_queries.reset();
    m_pages.reset();
    m_runs.clear();
    if (path.isEmpty())
        return;
    m_queries = std::make_unique<store::QueryThread>(path);
    m_pages = std::make_unique<store::PageReader>(path);
    m_model.setReaders(m_queries.get(), m_pages.get());
    m_facetModel.setReaders(m_queries.get());
    m_spread.setReaders(m_queries.get());
}

void ResultsPane::setRuns(const QList<store::RunId> &runs)
{
    m_runs = runs;
    ask();
}

void ResultsPane::setSort(const table::Sort &sort)
{
    m_sort = sort;
    m_table->rowHeader()->setSort(sort);
    ask();
    Q_EMIT viewChanged();
}

// A limit of the amount means one of a unit; which one is said, and can be changed or taken away.
bool ResultsPane::keepToOneUnit()
{
    const table::Filter filter = m_filter.filter();
    const bool limits = std::ranges::any_of(filter.conditions, [](const table::Condition &condition) {
        return models::AmountUnit::isAmount(condition.column) && condition.op != table::FilterOp::Empty;
    });
    const bool was = std::exchange(m_isLimited, limits);
    m_owesUnit = limits && (m_owesUnit || !was);
    if (!m_owesUnit || !m_unit.isKnown())
        return false;
    m_owesUnit = false;
    const QScopedValueRollback guard(m_limiting, true);
    m_filter.limit(m_unit.conditions());
    return m_filter.filter() != filter;
}

void ResultsPane::takeUnit()
{
    const bool other = std::exchange(m_unit, m_amounts.unit()) != m_amounts.unit();
    const bool limited = other && keepToOneUnit();
    if (limited ||
        (other && std::ranges::any_of(m_sort, models::AmountUnit::isAmount, &table::SortKey::column)))
        ask();
    if (limited)
        Q_EMIT viewChanged();
    Q_EMIT statusChanged();
}

void ResultsPane::ask()
{
    m_passing = -1;
    m_details->setWords(models::WordConditions::wanted(m_filter.filter()));
    if (!m_queries)
        return;
    m_model.setQuery(m_runs, m_filter.filter(), m_unit.fair(m_sort));
    m_facetModel.setQuery(m_model.query());
    showCounts();
    if (wantsComparison())
        Q_EMIT comparisonWanted();
}

void ResultsPane::commit(const store::Committed &change)
{
    m_model.commit(change);
    const auto concerns = [this](const store::Committed::Rows &rows) {
        return rows.schema == &schema().rows() && (m_runs.isEmpty() || m_runs.contains(rows.run));
    };
    if (change.rules || std::any_of(change.rows.begin(), change.rows.end(), concerns))
        m_facetModel.rowsChanged();
}

void ResultsPane::setPassing(qint64 rows)
{
    m_passing = rows;
    if (rows > 0 && m_model.rowCount() == 0 && !m_model.isBuilding() && m_model.isOutdated())
        m_model.refresh();
    showCounts();
}

void ResultsPane::setIndexed(const store::IndexedTexts &texts)
{
    m_words->setIndexed(texts);
}

void ResultsPane::settle()
{
    if (m_model.lateRows() > 0 || m_model.changedRows() > 0 || m_model.isOutdated())
        m_model.refresh();
}

void ResultsPane::setRunning(bool running)
{
    m_running = running;
    showEmptyText();
}

void ResultsPane::setFilterName(const QString &name)
{
    m_chips->setName(name);
}

void ResultsPane::setNoneText(const QString &text)
{
    m_noneText = text;
    showEmptyText();
}

void ResultsPane::showCounts()
{
    const qint64 missing = m_model.isOutdated() ? m_passing - m_model.rowCount() : 0;
    m_chips->setCounts(m_model.rowCount(), m_model.total(), m_model.isBuilding());
    m_chips->setSorting(m_model.isBuilding() && !m_model.query().sort.isEmpty());
    m_chips->setNews(m_model.lateRows(), m_model.changedRows(), std::max<qint64>(missing, 0));
    m_exportButton->setEnabled(m_model.rowCount() > 0 || m_model.total() > 0);
    showEmptyText();
    if (!m_model.isBuilding())
        m_amounts.setRows(m_model.query(), m_model.rowCount());
    m_actions.refresh();
    Q_EMIT statusChanged();
}

void ResultsPane::showEmptyText()
{
    QString text;
    if (m_model.rowCount() == 0 && !m_model.isBuilding()) {
        if (m_model.error().reason != Reason::None)
            text = ErrorText::sentence(m_model.error());
        else if (m_running && !m_filter.filter().isEmpty() && m_model.total() != 0)
            text = tr("No row passes the filter so far.");
        else if (!m_filter.filter().isEmpty() && m_model.total() != 0 && !m_noneText.isEmpty())
            text = m_noneText;
        else if (!m_filter.filter().isEmpty() && m_model.total() != 0)
            text = tr("No row passes the filter.\nTake away one of the conditions above the table.");
        else if (m_running)
            text = tr("The first rows are on their way.");
        else
            text = m_kind.nothing;
    }
    m_table->setEmptyText(text);
}

void ResultsPane::showSelection()
{
    const qint64 count = m_table->selectedCount();
    m_selection.setSelection(m_table->selectedIds(models::SelectionSummary::MaxRows + 1), count,
                             m_columns.visibleColumns());
}

QString ResultsPane::summary() const
{
    const QString rows =
        m_model.isBuilding() ? QString() : m_shortcut->said(m_model.rowCount(), m_model.total());
    const QString amounts = m_selection.text().isEmpty() ? m_amounts.text() : m_selection.text();
    return rows.isEmpty() || amounts.isEmpty() ? rows + amounts : rows + u" · "_s + amounts;
}

void ResultsPane::showCellMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    // Several chosen rows stay chosen.
    m_table->selectionModel()->setCurrentIndex(index, m_table->selectionModel()->isSelected(index)
                                                          ? QItemSelectionModel::NoUpdate
                                                          : QItemSelectionModel::ClearAndSelect |
                                                                QItemSelectionModel::Rows);
    auto *menu = new CellMenu(index, m_model, m_filter, this);
    connect(menu, &CellMenu::sortChosen, this, &ResultsPane::setSort);
    connect(menu, &CellMenu::copyRowsChosen, m_copier, &RowCopier::copyRows);
    connect(menu, &CellMenu::copyCellChosen, m_copier,
            [this] { m_copier->copyCell(m_table->currentIndex()); });
    connect(menu, &CellMenu::openChosen, this, &ResultsPane::openLink);
    connect(menu, &CellMenu::columnsChosen, this, &ResultsPane::openColumns);
    Q_EMIT cellMenuOpening(menu, index.row());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void ResultsPane::showHeaderMenu(const QPoint &position)
{
    const int column = m_table->rowHeader()->logicalIndexAt(position);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        const QString key = schema().columns[size_t(column)].key;
        menu->addAction(tr("Sort ascending"), this, [this, key] { setSort({{key, false}}); });
        menu->addAction(tr("Sort descending"), this, [this, key] { setSort({{key, true}}); });
        m_table->addColumnActions(*menu, column);
        menu->addSeparator();
    }
    QAction *natural = menu->addAction(tr("Order of arrival"), this, [this] { setSort({}); });
    natural->setEnabled(!m_sort.isEmpty());
    menu->addAction(tr("Columns…"), this, &ResultsPane::openColumns);
    menu->addAction(tr("Columns as at first"), &m_columns, &models::ColumnState::reset);
    menu->popup(m_table->rowHeader()->mapToGlobal(position));
}

void ResultsPane::openColumns()
{
    auto *dialog = new ColumnChooser(m_columns, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ColumnChooser::ownTablesWanted, this, [this] { m_actions.run(u"view.ownTables"_s); });
    dialog->open();
}

void ResultsPane::openExport()
{
    if (m_project.isEmpty())
        return;
    models::ExportSource source;
    source.projectPath = m_path;
    source.query = m_model.query();
    source.shown = m_model.ids();
    source.selected = std::make_shared<const store::IdVector>(m_table->selectedIds());
    source.total = m_model.total();
    source.visibleColumns = m_columns.visibleColumns();
    source.title = schema().key;
    auto *dialog = new ExportDialog(std::move(source), m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &path, qint64 rows) {
        Q_EMIT message(tr("%Ln row(s) saved to %1", nullptr, int(rows)).arg(path));
    });
    dialog->open();
}

void ResultsPane::focusFilter()
{
    m_table->filterRow()->focusColumn(m_table->currentIndex().column());
}

bool ResultsPane::showRow(qint64 id)
{
    return m_table->setCurrentId(id);
}

void ResultsPane::openLink()
{
    m_details->openLink();
}

} // namespace linnet::gui
