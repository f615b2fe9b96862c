// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"

#include "store/read/facetquery.h"
#include "store/read/filtersql.h"
#include "store/read/runreader.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"

#include <QHash>

#include <algorithm>

namespace linnet::store {

using table::Cells;
using table::Column;
using table::ColumnType;
using table::Value;

namespace {

Value cell(const Statement &statement, int index, ColumnType type)
{
    Value value = statement.value(index);
    const auto *number = std::get_if<qint64>(&value);
    return type == ColumnType::Bool && number ? Value(*number != 0) : value;
}

Cells cellsOf(const Statement &statement, const table::Schema &schema, int from)
{
    Cells cells;
    cells.reserve(schema.columns.size());
    for (const Column &column : schema.columns)
        cells.push_back(cell(statement, from++, column.type));
    return cells;
}

QByteArray columnList(const table::Schema &schema)
{
    QByteArray names;
    for (const Column &column : schema.columns)
        names += ", " + Relation::quoted(column.key);
    return names;
}

// Rows in the order of arrival, few of them missing in between: an export of the unsorted table.
bool isNearlyAll(std::span<const qint64> ids)
{
    return ids.size() > 16 && std::is_sorted(ids.begin(), ids.end()) &&
           quint64(ids.back() - ids.front()) < 2 * ids.size();
}

} // namespace

class RowReader::Private
{
public:
    Result<IdVector> idsOf(const FilterSql &filter, const QByteArray &rest,
                           std::initializer_list<qint64> operands);
    Result<void> readRange(const table::Schema &schema, std::span<const qint64> ids,
                           std::vector<Cells> &rows);
    Result<void> readSingly(const table::Schema &schema, std::span<const qint64> ids,
                            std::vector<Cells> &rows);

    Database database;
};

RowReader::RowReader(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

RowReader::~RowReader() = default;

Result<std::unique_ptr<RowReader>> RowReader::open(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    if (const Result<void> ours = SchemaSteps::check(*database, false); !ours)
        return std::unexpected(ours.error());
    auto priv = std::make_unique<Private>();
    priv->database = std::move(*database);
    return std::unique_ptr<RowReader>(new RowReader(std::move(priv)));
}

Result<bool> RowReader::isOutdated()
{
    const Result<qint64> found = d->database.integer("PRAGMA user_version");
    if (!found)
        return std::unexpected(found.error());
    return *found < SchemaSteps::version();
}

void RowReader::interrupt()
{
    d->database.interrupt();
}

Result<IdVector> RowReader::ids(const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, d->database);
    return filter ? d->idsOf(*filter, filter->orderBy(), {}) : std::unexpected(filter.error());
}

Result<IdVector> RowReader::firstIds(const RowQuery &query, qint64 limit)
{
    const Result<FilterSql> filter = FilterSql::compile(query, d->database);
    return filter ? d->idsOf(*filter, filter->orderBy() + " LIMIT ?", {limit})
                  : std::unexpected(filter.error());
}

Result<IdVector> RowReader::newIds(const RowQuery &query, qint64 firstId, qint64 lastId)
{
    const Result<FilterSql> filter = FilterSql::compile(query, FilterSql::Among::Few);
    if (!filter)
        return std::unexpected(filter.error());
    const QByteArray among = filter->where().isEmpty() ? " WHERE " : " AND ";
    return d->idsOf(*filter, among + "row_id BETWEEN ? AND ? ORDER BY row_id", {firstId, lastId});
}

Result<IdVector> RowReader::Private::idsOf(const FilterSql &filter, const QByteArray &rest,
                                           std::initializer_list<qint64> operands)
{
    Result<Statement> statement =
        database.prepare("SELECT row_id FROM " + filter.source() + filter.where() + rest);
    if (!statement)
        return std::unexpected(statement.error());
    int next = filter.bind(*statement);
    for (const qint64 operand : operands)
        statement->bind(next++, operand);
    return statement->collect([&] { return statement->integer(0); });
}

Result<std::vector<Cells>> RowReader::rows(const table::Schema &schema, std::span<const qint64> ids)
{
    std::vector<Cells> rows(ids.size(), Cells(schema.columns.size()));
    const Result<void> read =
        isNearlyAll(ids) ? d->readRange(schema, ids, rows) : d->readSingly(schema, ids, rows);
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

Result<QStringList> RowReader::keys(const table::Schema &schema, std::span<const qint64> ids)
{
    Q_ASSERT(schema.identity == table::Identity::Key);
    const Relation relation(schema);
    Result<Statement> statement =
        d->database.prepare("SELECT " + relation.key() + " FROM " + relation.table() + " WHERE row_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    QStringList keys;
    for (const qint64 id : ids) {
        statement->bind(1, id);
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        keys.append(*row ? statement->text(0) : QString());
        statement->reset();
    }
    return keys;
}

Result<void> RowReader::Private::readRange(const table::Schema &schema, std::span<const qint64> ids,
                                           std::vector<Cells> &rows)
{
    Result<Statement> statement =
        database.prepare("SELECT row_id" + columnList(schema) + " FROM " + Relation(schema).view() +
                         " WHERE row_id BETWEEN ? AND ? ORDER BY row_id");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, ids.front());
    statement->bind(2, ids.back());
    size_t at = 0;
    return statement->forEachRow([&] {
        const qint64 id = statement->integer(0);
        while (at < ids.size() && ids[at] < id)
            ++at;
        for (; at < ids.size() && ids[at] == id; ++at)
            rows[at] = cellsOf(*statement, schema, 1);
    });
}

Result<void> RowReader::Private::readSingly(const table::Schema &schema, std::span<const qint64> ids,
                                            std::vector<Cells> &rows)
{
    Result<Statement> statement = database.prepare("SELECT row_id" + columnList(schema) + " FROM " +
                                                   Relation(schema).view() + " WHERE row_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    for (size_t i = 0; i < ids.size(); ++i) {
        statement->bind(1, ids[i]);
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            rows[i] = cellsOf(*statement, schema, 1);
        statement->reset();
    }
    return {};
}

Result<qint64> RowReader::count(const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, d->database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        d->database.prepare("SELECT count(*) FROM " + filter->source() + filter->where());
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

Result<std::vector<FacetEntry>> RowReader::facet(const RowQuery &query, const QString &column, int limit)
{
    return FacetQuery(d->database).facet(query, column, limit);
}

Result<ColumnStatistics> RowReader::statistics(const RowQuery &query, const QString &column, int buckets)
{
    return FacetQuery(d->database).statistics(query, column, buckets);
}

Result<QHash<QString, QString>> RowReader::memos()
{
    return RunReader(d->database).memos();
}

Result<std::vector<RunInfo>> RowReader::runs(const std::vector<RunInfo> &known)
{
    return RunReader(d->database).runs(known);
}

Result<WorkCounts> RowReader::workCounts(RunId run, const QString &kindPrefix)
{
    return RunReader(d->database).workCounts(run, kindPrefix);
}

Result<std::vector<WorkFailure>> RowReader::failures(RunId run, int limit)
{
    return RunReader(d->database).failures(run, limit);
}

Result<QStringList> RowReader::addresses(RunId run, qint64 count)
{
    return RunReader(d->database).addresses(run, count);
}

} // namespace linnet::store
