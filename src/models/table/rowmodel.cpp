// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowmodel.h"

#include "store/schema/columnsql.h"
#include "store/schema/sortedbeginning.h"
#include "table/markcolumns.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int RereadMs = 2000;

bool isComputed(const table::Column &column)
{
    return column.storage == table::Storage::Computed;
}

bool isDerived(const table::Column &column)
{
    return column.storage == table::Storage::Derived;
}

} // namespace

RowModel::RowModel(const table::Schema &schema, QObject *parent)
    : QAbstractTableModel(parent)
    , m_schema(schema)
    , m_earlier(schema)
{
    m_query.schema = &schema;
    m_reread.setSingleShot(true);
    m_reread.setInterval(RereadMs);
    connect(&m_reread, &QTimer::timeout, this, &RowModel::rereadCells);
}

void RowModel::setReaders(store::QueryThread *queries, store::PageReader *pages)
{
    if (m_queries)
        m_queries->disconnect(this);
    if (m_pages)
        m_pages->disconnect(this);
    m_queries = queries;
    m_pages = pages;
    m_query.runs.clear();
    m_generation = m_totalTicket = 0;
    m_total = -1;
    m_outdated = false;
    m_reread.stop();
    show({});
    if (!queries || !pages)
        return;
    connect(queries, &store::QueryThread::begun, this, &RowModel::takeFirst);
    connect(queries, &store::QueryThread::built, this, &RowModel::takeBuilt);
    connect(queries, &store::QueryThread::appended, this, &RowModel::takeAppended);
    connect(
        queries, &store::QueryThread::statisticsReady, this,
        [this](quint64 ticket, const QString &, const auto &statistics) { takeTotal(ticket, statistics); });
    connect(pages, &store::PageReader::pageReady, this, &RowModel::takePage);
}

void RowModel::setQuery(const QList<store::RunId> &runs, const table::Filter &filter, const table::Sort &sort)
{
    const store::RowQuery query{&m_schema, runs, filter, sort};
    if (query == m_query && m_generation > 0)
        return;
    if (runs != m_query.runs) {
        m_total = -1;
        m_totalTicket = 0;
    }
    m_query = query;
    build();
}

void RowModel::refresh()
{
    if (m_generation > 0)
        build();
}

void RowModel::build()
{
    if (!m_queries)
        return;
    m_generation = m_queries->build(m_query);
    m_outdated = false;
    if (!m_query.filter.isEmpty())
        askTotal();
    if (!std::exchange(m_building, true))
        Q_EMIT buildingChanged(true);
}

// The statistics of any numeric column count the rows, too. The last one is taken because facets ask about
// the first.
void RowModel::askTotal()
{
    const auto &columns = m_schema.columns;
    // One that is stored: others would be worked out for every row only to be counted.
    const auto numeric = std::find_if(columns.rbegin(), columns.rend(), [](const table::Column &column) {
        return CellFormat::isNumber(column) && column.storage == table::Storage::Cell;
    });
    if (numeric == columns.rend())
        return;
    const store::RowQuery everything{&m_schema, m_query.runs, {}, {}};
    m_arrivedMeanwhile = false;
    m_totalTicket = m_queries->statistics(everything, numeric->key, 1);
}

void RowModel::takeTotal(quint64 ticket, const Result<store::ColumnStatistics> &statistics)
{
    if (ticket != m_totalTicket || !statistics)
        return;
    m_total = statistics->rows;
    // It may have seen rows whose commit is only told later.
    m_countedTo = std::max(m_countedTo, statistics->lastId);
    m_totalTicket = 0;
    if (m_arrivedMeanwhile)
        askTotal();
    Q_EMIT countsChanged();
}

void RowModel::takeFirst(quint64 generation, const store::IdVectorPtr &ids)
{
    if (generation == m_generation && m_building)
        showNewest(*ids);
}

void RowModel::showNewest(const store::IdVector &ids)
{
    m_shown = m_generation;
    m_shownFiltered = !m_query.filter.isEmpty();
    m_shownSorted = !m_query.sort.isEmpty();
    if (m_pages)
        m_pages->forget(m_shown);
    show(ids);
    Q_EMIT countsChanged();
}

void RowModel::takeBuilt(quint64 generation, const Result<store::IdVectorPtr> &ids)
{
    if (generation != m_generation)
        return;
    m_error = ids ? Error() : ids.error();
    m_building = false;
    // The first rows are shown already: the others come below, so that nobody loses the place.
    const bool isBegun = m_shown == generation && ids && (*ids)->size() >= m_ids.size() &&
                         std::equal(m_ids.begin(), m_ids.end(), (*ids)->begin());
    if (isBegun)
        showBelow(std::span(**ids).subspan(m_ids.size()));
    else
        showNewest(ids ? **ids : store::IdVector());
    if (ids && !m_shownFiltered) {
        m_total = qint64(m_ids.size());
        m_countedTo = m_ids.empty() ? 0 : *std::max_element(m_ids.begin(), m_ids.end());
    }
    Q_EMIT buildingChanged(false);
    Q_EMIT countsChanged();
    if (!ids)
        Q_EMIT failed(m_error);
}

void RowModel::show(const store::IdVector &ids)
{
    beginResetModel();
    m_ids = ids;
    m_cache.clear();
    m_lateRows = 0;
    m_changedRows = 0;
    endResetModel();
}

void RowModel::takeAppended(quint64 generation, const Result<store::IdVectorPtr> &ids)
{
    if (generation != m_shown || generation != m_generation)
        return;
    if (!ids) {
        Q_EMIT failed(ids.error());
        return;
    }
    if ((*ids)->empty())
        return;
    showBelow(**ids);
    if (m_shownSorted)
        m_lateRows += int((*ids)->size());
    Q_EMIT countsChanged();
}

void RowModel::showBelow(std::span<const qint64> ids)
{
    if (ids.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(ids.size()) - 1);
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    // The last page was asked for before it was full: it has to be asked for again.
    m_cache.invalidate(first / PageRows);
    endInsertRows();
}

void RowModel::commit(const store::Committed &change)
{
    if (!m_queries || m_generation == 0)
        return;
    commitMarks(change);
    if (change.rules && std::ranges::any_of(m_schema.columns, isComputed)) {
        if (asks(table::Storage::Computed))
            refresh();
        else
            rereadCells();
    }
    const qint64 countedBefore = m_countedTo;
    bool isConcerning = false;
    for (const store::Committed::Rows &rows : change.rows) {
        if (!isConcerned(rows))
            continue;
        isConcerning = true;
        if (rows.schema == &m_schema.rows())
            commitRows(rows, countedBefore);
    }
    if (!isConcerning || std::ranges::none_of(m_schema.columns, isDerived))
        return;
    m_outdated = m_outdated || asksDerived();
    if (!m_reread.isActive())
        m_reread.start();
}

bool RowModel::isConcerned(const store::Committed::Rows &rows) const
{
    return m_query.runs.isEmpty() || m_query.runs.contains(rows.run);
}

// Shown at once; nothing moves until refresh().
void RowModel::commitMarks(const store::Committed &change)
{
    const auto known =
        std::ranges::find(change.marks, table::marksOf(m_schema), &store::Committed::Marks::of);
    if (known == change.marks.end() || known->of.isEmpty())
        return;
    rereadCells();
    if (asks(table::Storage::Mark)) {
        m_changedRows += int(known->count);
        Q_EMIT countsChanged();
    }
}

bool RowModel::asksDerived() const
{
    return asks(table::Storage::Derived);
}

bool RowModel::asks(table::Storage storage) const
{
    const auto isOfOthers = [this, storage](const auto &part) {
        const std::optional<int> column = m_schema.indexOf(part.column);
        // no column = all that hold text
        return !column || m_schema.columns[size_t(*column)].storage == storage;
    };
    return std::ranges::any_of(m_query.filter.conditions, isOfOthers) ||
           std::ranges::any_of(m_query.sort, isOfOthers);
}

void RowModel::rereadCells()
{
    for (const int page : m_cache.knownPages()) {
        if (m_cache.invalidate(page))
            pageChanged(page);
    }
}

void RowModel::commitRows(const store::Committed::Rows &rows, qint64 countedBefore)
{
    if (rows.lastId > 0) {
        m_queries->appendNew(m_generation, m_query, rows.firstId, rows.lastId);
        m_arrivedMeanwhile = true;
        // A transaction is in the total as a whole or not at all.
        if (m_total >= 0 && rows.firstId > countedBefore)
            m_total += rows.added;
        m_countedTo = std::max(m_countedTo, rows.lastId);
    }
    if (rows.updated.empty())
        return;
    std::vector<qint64> updated = rows.updated;
    std::sort(updated.begin(), updated.end());
    const auto isUpdated = [&](qint64 id) { return std::binary_search(updated.begin(), updated.end(), id); };
    for (const int page : m_cache.knownPages()) {
        const auto first =
            m_ids.begin() + std::min<ptrdiff_t>(ptrdiff_t(page) * PageRows, m_ids.end() - m_ids.begin());
        const auto last = first + std::min<ptrdiff_t>(PageRows, m_ids.end() - first);
        if (std::any_of(first, last, isUpdated) && m_cache.invalidate(page))
            pageChanged(page);
    }
    if (m_shownFiltered || m_shownSorted)
        m_changedRows += int(updated.size());
    Q_EMIT countsChanged();
}

void RowModel::requestPage(int page) const
{
    const size_t first = size_t(page) * PageRows;
    const size_t last = std::min(first + PageRows, m_ids.size());
    m_pages->request(m_shown, page, &m_schema,
                     std::vector<qint64>(m_ids.begin() + ptrdiff_t(first), m_ids.begin() + ptrdiff_t(last)),
                     m_wantsOfAllRows);
}

void RowModel::askOfAllRows() const
{
    m_wantsOfAllRows = true;
    for (const int page : m_cache.knownPages()) {
        if (m_cache.invalidate(page) && m_cache.shouldAsk(page))
            requestPage(page);
    }
}

void RowModel::takePage(quint64 generation, int page, const Result<std::vector<table::Cells>> &rows)
{
    if (generation != m_shown)
        return;
    // A page that cannot be read stays "…" and is not asked for again and again.
    m_cache.store(page, rows ? *rows : std::vector<table::Cells>());
    pageChanged(page);
    if (!rows)
        Q_EMIT failed(rows.error());
}

void RowModel::pageChanged(int page)
{
    const int last = std::min((page + 1) * PageRows, rowCount()) - 1;
    if (page * PageRows <= last)
        Q_EMIT dataChanged(index(page * PageRows, 0), index(last, columnCount() - 1));
}

void RowModel::setVisibleRows(int first, int last)
{
    if (!m_pages || first > last)
        return;
    m_pages->keepOnly(m_shown, first / PageRows, last / PageRows);
    m_cache.giveUpOutside(first / PageRows, last / PageRows);
}

store::IdVectorPtr RowModel::ids() const
{
    return std::make_shared<const store::IdVector>(m_ids);
}

int RowModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

const table::Cells *RowModel::cells(int row) const
{
    if (row < 0 || row >= rowCount() || !m_pages)
        return nullptr;
    const int page = row / PageRows;
    if (m_cache.shouldAsk(page))
        requestPage(page);
    return m_cache.cells(row);
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_schema.columns.size());
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const table::Column &column = m_schema.columns[size_t(index.column())];
    if (role == Qt::TextAlignmentRole)
        return int(CellFormat::alignment(column));
    if (role == IdRole)
        return m_ids[size_t(index.row())];
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole &&
        role != RawRole && role != LoadedRole && role != DiffersRole)
        return {};
    const table::Cells *row = cells(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(u"…"_s) : QVariant();
    // Read only when somebody looks at such a column, since reckoning it takes long in large crawls.
    if (role == Qt::DisplayRole && !m_wantsOfAllRows && store::ColumnSql::isOfAllRows(column))
        askOfAllRows();
    return loadedData(column, *row, role);
}

QVariant RowModel::loadedData(const table::Column &column, const table::Cells &row, int role) const
{
    const table::Value &value = row[size_t(&column - m_schema.columns.data())];
    if (role == RawRole)
        return toVariant(value);
    const bool isWas = m_earlier.isWas(column);
    const std::optional<QString> before =
        m_earlier.areKept() && !isWas && role != Qt::DisplayRole ? m_earlier.of(row, column) : std::nullopt;
    const QString shown = isWas ? m_earlier.all(row) : m_format.display(column, value);
    switch (role) {
    case Qt::ToolTipRole: {
        const QString tip = m_format.toolTip(column, isWas ? table::Value(shown) : value);
        return before ? tip + "<p>"_L1 + EarlierValues::was(*before).toHtmlEscaped() + "</p>"_L1 : tip;
    }
    case Qt::AccessibleTextRole: {
        const QString text = columnTitle(column) + ": "_L1 + shown;
        return before ? text + ", "_L1 + EarlierValues::was(*before) : text;
    }
    case DiffersRole:
        return before.has_value();
    default:
        return shown;
    }
}

QString RowModel::headerHint(const table::Column &column)
{
    QString hint = columnHint(column);
    if (!column.isStoredLong())
        return hint;
    const QString sorted = tr("Sorted by the first %1 characters").arg(store::SortedBeginning::Length);
    return hint.isEmpty() ? sorted : hint + u'\n' + sorted;
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const table::Column &column = m_schema.columns[size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::ToolTipRole:
        return headerHint(column);
    case Qt::TextAlignmentRole:
        return int(CellFormat::alignment(column));
    default:
        return {};
    }
}

} // namespace linnet::models
