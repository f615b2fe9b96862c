// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/facetmodel.h"

#include <algorithm>
#include <utility>

namespace linnet::models {

namespace {

constexpr qint64 MinDistanceMs = 1500;
constexpr int BusyShare = 4; ///< at most a fourth of the time goes into counting

constexpr auto isEmptyEntry = [](const store::FacetEntry &entry) { return table::isNull(entry.value); };

} // namespace

FacetModel::FacetModel(FilterState &state, QObject *parent)
    : QAbstractItemModel(parent)
    , m_state(state)
{
    for (const int column : state.schema().facets()) {
        m_facets.emplace_back();
        m_facets.back().column = column;
    }
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &FacetModel::ask);
    connect(&state, &FilterState::changed, this, &FacetModel::updateAll);
}

void FacetModel::setReaders(store::QueryThread *queries)
{
    if (m_queries)
        m_queries->disconnect(this);
    m_queries = queries;
    m_again.stop();
    m_query = {};
    for (int i = 0; i < int(m_facets.size()); ++i) {
        m_facets[size_t(i)].ticket = 0;
        m_facets[size_t(i)].entries.clear();
        updateLines(i);
    }
    if (queries)
        connect(queries, &store::QueryThread::facetReady, this, &FacetModel::take);
}

void FacetModel::setQuery(const store::RowQuery &query)
{
    store::RowQuery unsorted = query;
    unsorted.sort.clear();
    if (unsorted == m_query)
        return;
    m_query = unsorted;
    m_outdated = true;
    if (m_active)
        ask();
}

void FacetModel::setActive(bool active)
{
    m_active = active;
    if (active && m_outdated)
        ask();
}

void FacetModel::rowsChanged()
{
    m_outdated = true;
    if (!m_active || m_again.isActive())
        return;
    const qint64 distance = std::max(MinDistanceMs, BusyShare * m_answerMs);
    const qint64 since = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : distance;
    m_again.start(int(std::clamp<qint64>(distance - since, 0, 60'000)));
}

void FacetModel::ask()
{
    m_again.stop();
    if (!m_queries || !m_query.schema)
        return;
    m_outdated = false;
    m_sinceAsked.start();
    QStringList columns;
    std::vector<Facet *> asked;
    for (Facet &facet : m_facets) {
        facet.ticket = 0;
        if (columnOf(facet).storage == table::Storage::OverTime && !m_isCompared)
            continue;
        columns.append(columnOf(facet).key);
        asked.push_back(&facet);
    }
    const QList<quint64> tickets = m_queries->facets(m_query, columns, Asked);
    for (size_t i = 0; i < asked.size(); ++i)
        asked[i]->ticket = tickets[qsizetype(i)];
}

void FacetModel::take(quint64 ticket, const QString &column,
                      const Result<std::vector<store::FacetEntry>> &entries)
{
    const auto asked = [&](const Facet &facet) { return facet.ticket == ticket && ticket != 0; };
    const auto facet = std::find_if(m_facets.begin(), m_facets.end(), asked);
    if (facet == m_facets.end())
        return;
    facet->ticket = 0;
    if (std::none_of(m_facets.begin(), m_facets.end(), [](const Facet &other) { return other.ticket != 0; }))
        m_answerMs = m_sinceAsked.elapsed();
    // An error here is an error of the filter or the file, which the table shows.
    facet->entries = entries ? *entries : std::vector<store::FacetEntry>();
    updateLines(int(facet - m_facets.begin()));
    Q_EMIT loaded(column);
}

std::vector<FacetModel::Line> FacetModel::makeLines(const Facet &facet) const
{
    std::vector<Line> lines;
    qint64 more = 0;
    qint64 empty = 0;
    QList<table::Value> picked = m_state.picked(facet.column);
    for (const store::FacetEntry &entry : facet.entries) {
        const bool isPicked = picked.removeAll(entry.value) > 0;
        if (isEmptyEntry(entry))
            empty = entry.count;
        else if (isPicked || int(lines.size()) < m_firstShown + facet.more)
            lines.push_back({Kind::Value, entry.value, entry.count});
        else
            ++more;
    }
    bool emptyPicked = false;
    for (const table::Value &value : picked) {
        if (table::isNull(value))
            emptyPicked = true;
        else
            lines.push_back({Kind::Value, value, facet.entries.empty() ? -1 : 0});
    }
    if (more > 0)
        lines.push_back({Kind::More, {}, more});
    if (empty > 0 || emptyPicked)
        lines.push_back({Kind::Empty, {}, empty});
    return lines;
}

// Lines are replaced in place, so that the view keeps its position while counts change: first as many as
// there will be, then all contents.
void FacetModel::updateLines(int facetIndex)
{
    Facet &facet = m_facets[size_t(facetIndex)];
    std::vector<Line> lines = makeLines(facet);
    const QModelIndex title = index(facetIndex, 0);
    const int before = int(facet.lines.size());
    const int after = int(lines.size());
    if (after > before) {
        beginInsertRows(title, before, after - 1);
        facet.lines.insert(facet.lines.end(), lines.begin() + before, lines.end());
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows(title, after, before - 1);
        facet.lines.resize(size_t(after));
        endRemoveRows();
    }
    facet.lines = std::move(lines);
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0, title), index(after - 1, 0, title));
    Q_EMIT dataChanged(title, title);
}

void FacetModel::updateAll()
{
    for (int i = 0; i < int(m_facets.size()); ++i)
        updateLines(i);
}

void FacetModel::setFirstShown(int values)
{
    if (std::exchange(m_firstShown, values) != values)
        updateAll();
}

void FacetModel::showMore(const QModelIndex &index)
{
    if (!index.parent().isValid())
        return;
    m_facets[index.internalId() - 1].more += MoreShown;
    updateLines(index.parent().row());
}

const std::vector<store::FacetEntry> &FacetModel::entries(const QString &column) const
{
    static const std::vector<store::FacetEntry> none;
    for (const Facet &facet : m_facets) {
        if (columnOf(facet).key == column)
            return facet.entries;
    }
    return none;
}

const table::Column &FacetModel::columnOf(const Facet &facet) const
{
    return m_state.schema().columns[size_t(facet.column)];
}

// The internal id of a title is 0, that of a line the number of its title + 1.
QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex FacetModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0
               ? createIndex(int(child.internalId()) - 1, 0, quintptr(0))
               : QModelIndex();
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_facets.size());
    return parent.internalId() == 0 ? int(m_facets[size_t(parent.row())].lines.size()) : 0;
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0)
        return titleData(m_facets[size_t(index.row())], role);
    const Facet &facet = m_facets[index.internalId() - 1];
    return lineData(facet, facet.lines[size_t(index.row())], role);
}

QVariant FacetModel::titleData(const Facet &facet, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnTitle(columnOf(facet));
    case KindRole:
        return int(Kind::Title);
    case UsefulRole: {
        const auto values = std::count_if(facet.lines.begin(), facet.lines.end(),
                                          [](const Line &line) { return line.kind != Kind::Empty; });
        return values > 1 || !m_state.picked(facet.column).isEmpty() ||
               (values == 1 && facet.lines.size() > 1);
    }
    default:
        return {};
    }
}

QString FacetModel::lineText(const Facet &facet, const Line &line) const
{
    switch (line.kind) {
    case Kind::Empty:
        return tr("not stated");
    case Kind::More:
        return tr("%Ln more…", nullptr, int(line.count));
    default:
        return m_format.display(columnOf(facet), line.value);
    }
}

QVariant FacetModel::lineData(const Facet &facet, const Line &line, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return lineText(facet, line);
    case Qt::ToolTipRole:
        return line.kind == Kind::Value ? QVariant(m_format.toolTip(columnOf(facet), line.value))
                                        : QVariant();
    case Qt::AccessibleTextRole:
        return line.kind == Kind::More
                   ? lineText(facet, line)
                   : tr("%1, %Ln row(s)", nullptr, int(line.count)).arg(lineText(facet, line));
    case Qt::CheckStateRole:
        if (line.kind == Kind::More)
            return {};
        return int(m_state.picked(facet.column).contains(line.value) ? Qt::Checked : Qt::Unchecked);
    case KindRole:
        return int(line.kind);
    case CountRole:
        return line.count;
    case ShareRole: {
        const qint64 largest = facet.entries.empty() ? 0 : facet.entries.front().count;
        return line.kind == Kind::Value && largest > 0 ? double(line.count) / double(largest) : 0.0;
    }
    case RawRole:
        return toVariant(line.value);
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const Facet &facet = m_facets[index.internalId() - 1];
    const table::Value picked = facet.lines[size_t(index.row())].value;
    m_state.setPicked(facet.column, picked, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return Qt::ItemIsEnabled;
    const Kind kind = m_facets[index.internalId() - 1].lines[size_t(index.row())].kind;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (kind != Kind::More)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace linnet::models
