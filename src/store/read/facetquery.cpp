// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/facetquery.h"

#include "base/textfold.h"
#include "store/read/filtersql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/transaction.h"

#include <QSet>

#include <algorithm>

namespace linnet::store {

using table::Column;
using table::ColumnType;
using table::isNull;
using table::Value;

namespace {

Result<const Column *> columnOf(const RowQuery &query, const QString &key)
{
    const std::optional<int> index = query.schema->indexOf(key);
    if (!index)
        return fail(Reason::BadValue, QStringLiteral("no column \"%1\"").arg(key));
    return &query.schema->columns[size_t(*index)];
}

bool isEmptyCell(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

/// An item of a list column while its rows are counted.
struct Item
{
    QString text; ///< as its first row spells it
    qint64 firstRow = 0;
    qint64 count = 0;
};

void countItems(QHash<QString, Item> &items, const QString &list, qint64 rows, qint64 firstRow)
{
    QSet<QString> seen; // an item counts once per row
    for (const QStringView part : QStringView(list).split(u';')) {
        const QStringView text = part.trimmed();
        const QString folded = foldText(text);
        if (folded.isEmpty() || seen.contains(folded))
            continue;
        seen.insert(folded);
        Item &item = items[folded];
        if (item.count == 0 || firstRow < item.firstRow) {
            item.text = text.toString();
            item.firstRow = firstRow;
        }
        item.count += rows;
    }
}

std::vector<FacetEntry> mostFrequent(const QHash<QString, Item> &items, int limit)
{
    std::vector<std::pair<QString, const Item *>> order;
    order.reserve(size_t(items.size()));
    for (auto it = items.begin(); it != items.end(); ++it)
        order.emplace_back(it.key(), &it.value());
    const auto end = order.begin() + std::min<qsizetype>(qsizetype(order.size()), limit);
    std::partial_sort(order.begin(), end, order.end(), [](const auto &a, const auto &b) {
        return a.second->count != b.second->count ? a.second->count > b.second->count : a.first < b.first;
    });
    std::vector<FacetEntry> result;
    for (auto it = order.begin(); it != end; ++it)
        result.push_back({it->second->text, it->second->count});
    return result;
}

} // namespace

FacetQuery::FacetQuery(Database &database, ArrayCache &arrays)
    : m_database(database)
    , m_arrays(arrays)
{
}

Result<std::vector<FacetEntry>> FacetQuery::facet(const RowQuery &query, const QString &key, int limit)
{
    const Result<const Column *> found = columnOf(query, key);
    if (!found)
        return std::unexpected(found.error());
    const Column *column = *found;
    RowQuery others = query;
    others.filter = query.filter.without(key);
    limit = std::max(limit, 0);
    const auto selected = selection(others, *column);
    if (!selected)
        return std::unexpected(selected.error());
    if (*selected)
        return (*selected)->columns.front()->facet(limit, (*selected)->among);
    return column->type == ColumnType::List ? ofItems(others, *column, limit)
                                            : ofValues(others, *column, limit);
}

/// Nothing: left to SQL.
Result<std::optional<ArrayCache::Selection>> FacetQuery::selection(const RowQuery &query,
                                                                   const Column &column)
{
    if (column.isStoredLong())
        return std::nullopt;
    const Result<Transaction> moment = Transaction::begin(m_database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    const Column *const columns[] = {&column};
    return m_arrays.select(m_database, query, columns);
}

Result<std::vector<FacetEntry>> FacetQuery::ofValues(const RowQuery &query, const Column &column, int limit)
{
    const Result<FilterSql> filter = FilterSql::compile(query, m_database);
    if (!filter)
        return std::unexpected(filter.error());
    const QByteArray value = FilterSql::value(*query.schema, column);
    const QByteArray by = FilterSql::compared(*query.schema, column);
    // With min() the other columns are those of the first row of the group: the spelling that was met first.
    Result<Statement> statement = m_database.prepare(
        "SELECT " + value + ", count(*) AS n, min(row_id) FROM " + filter->source(&column) + filter->where() +
        " GROUP BY " + by + " ORDER BY n DESC, " + by);
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    std::vector<FacetEntry> result;
    qint64 empty = 0;
    const Result<void> all = statement->forEachRow([&] {
        Value one = statement->value(0);
        if (const auto *whole = std::get_if<qint64>(&one); whole && column.type == ColumnType::Bool)
            one = *whole != 0;
        const qint64 count = statement->integer(1);
        if (isEmptyCell(one))
            empty += count;
        else if (qsizetype(result.size()) < limit)
            result.push_back({std::move(one), count});
    });
    if (!all)
        return std::unexpected(all.error());
    if (empty > 0)
        result.push_back({Value(), empty});
    return result;
}

Result<std::vector<FacetEntry>> FacetQuery::ofItems(const RowQuery &query, const Column &column, int limit)
{
    const Result<FilterSql> filter = FilterSql::compile(query, m_database);
    if (!filter)
        return std::unexpected(filter.error());
    const QByteArray name = FilterSql::value(*query.schema, column);
    Result<Statement> statement =
        m_database.prepare("SELECT " + name + ", count(*), min(row_id) FROM " + filter->source(&column) +
                           filter->where() + " GROUP BY " + name);
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    QHash<QString, Item> items;
    qint64 empty = 0;
    const Result<void> all = statement->forEachRow([&] {
        const QString list = statement->text(0);
        if (list.isEmpty())
            empty += statement->integer(1);
        else
            countItems(items, list, statement->integer(1), statement->integer(2));
    });
    if (!all)
        return std::unexpected(all.error());
    std::vector<FacetEntry> result = mostFrequent(items, limit);
    if (empty > 0)
        result.push_back({Value(), empty});
    return result;
}

Result<ColumnStatistics> FacetQuery::statistics(const RowQuery &query, const QString &key, int buckets)
{
    const Result<const Column *> found = columnOf(query, key);
    if (!found)
        return std::unexpected(found.error());
    const auto selected = selection(query, **found);
    if (!selected)
        return std::unexpected(selected.error());
    if (*selected)
        return (*selected)->columns.front()->statistics(buckets, (*selected)->among);
    return ofNumbers(query, **found, buckets);
}

Result<ColumnStatistics> FacetQuery::ofNumbers(const RowQuery &query, const Column &column, int buckets)
{
    const Result<FilterSql> filter = FilterSql::compile(query, m_database);
    if (!filter)
        return std::unexpected(filter.error());
    const QByteArray name = FilterSql::value(*query.schema, column);
    Result<Statement> statement = m_database.prepare("SELECT " + name + ", typeof(" + name +
                                                     ") IN ('integer', 'real'), r.row_id FROM " +
                                                     filter->source(&column) + filter->where());
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    std::vector<double> numbers;
    qint64 rows = 0;
    qint64 lastId = 0;
    const Result<void> all = statement->forEachRow([&] {
        ++rows;
        lastId = std::max(lastId, statement->integer(2));
        if (statement->integer(1) != 0)
            numbers.push_back(statement->real(0));
    });
    if (!all)
        return std::unexpected(all.error());
    ColumnStatistics result = ColumnStatistics::of(rows, std::move(numbers), buckets);
    result.lastId = lastId;
    return result;
}

} // namespace linnet::store
