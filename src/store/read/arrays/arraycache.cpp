// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arrays/arraycache.h"

#include "store/read/filtersql.h"
#include "store/read/runreader.h"
#include "store/read/sieve/rowsieve.h"
#include "store/sqlite/database.h"

#include <algorithm>

namespace linnet::store {

using table::Column;
using table::Condition;

namespace {

/// Rows that bits are made for before it is known how many there are.
constexpr qsizetype FirstPlaces = 4096;

/// Looks a value up in a list and makes it the first of it; null when it is not there.
template <typename Key, typename Value> Value *used(std::list<std::pair<Key, Value>> &list, const Key &key)
{
    const auto found = std::ranges::find(list, key, &std::pair<Key, Value>::first);
    if (found == list.end())
        return nullptr;
    list.splice(list.begin(), list, found);
    return &list.front().second;
}

/// The rows that SQL finds, among those with these ids in rising order.
Result<QBitArray> foundBySql(Database &database, const RowQuery &query, const IdVector &ids)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        database.prepare("SELECT r.row_id FROM " + filter->source() + filter->where());
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    QBitArray result(qsizetype(ids.size()));
    auto next = ids.begin(); // most are found in order
    const Result<void> all = statement->forEachRow([&] {
        const qint64 id = statement->integer(0);
        if (next == ids.end() || *next != id)
            next = std::ranges::lower_bound(ids, id);
        if (next != ids.end() && *next == id)
            result.setBit(next++ - ids.begin());
    });
    if (!all)
        return std::unexpected(all.error());
    return result;
}

/// It costs no more than to look at each row, which is read for others anyway.
bool isFoundByLooking(const table::Schema &schema, const Condition &condition)
{
    const std::optional<int> column = schema.indexOf(condition.column);
    return column && condition.op != table::FilterOp::HasWords &&
           schema.columns[size_t(*column)].type != table::ColumnType::LongText;
}

} // namespace

ArrayCache::ArrayCache(const QString &path)
    : m_file(SharedColumns::fileKey(path))
{
}

Result<std::optional<ArrayCache::Selection>> ArrayCache::select(Database &database, const RowQuery &query,
                                                                std::span<const Column *const> columns)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return std::unexpected(forgotten.error());
    Selection result;
    Rows *rows = &rowsOf(query);
    if (filter->isNarrow() && !knows(*rows, query.filter))
        rows = nullptr;
    Result<Arrays> arrays =
        rows ? arraysOf(database, *rows, columns) : ColumnArray::readTogether(database, query, columns);
    if (!arrays)
        return std::unexpected(arrays.error());
    if (std::ranges::find(*arrays, nullptr) != arrays->end())
        return std::nullopt;
    result.ids = arrays->front()->ids();
    result.columns = std::move(*arrays);
    if (rows && !query.filter.isEmpty()) {
        Result<QBitArray> among = passing(database, *rows, query.filter);
        if (!among)
            return std::unexpected(among.error());
        result.among = std::move(*among);
    }
    return result;
}

Result<std::optional<ArrayCache::Selection>> ArrayCache::recall(Database &database, const RowQuery &query)
{
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return std::unexpected(forgotten.error());
    Rows &rows = rowsOf(query);
    if (!knows(rows, query.filter))
        return std::nullopt;
    Result<QBitArray> among = passing(database, rows, query.filter);
    if (!among)
        return std::unexpected(among.error());
    return Selection{rows.ids, {}, std::move(*among)};
}

Result<void> ArrayCache::learn(Database &database, const RowQuery &query,
                               std::span<const Condition> conditions)
{
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return forgotten;
    Rows &rows = rowsOf(query);
    QList<table::Filter> unknown;
    for (const Condition &condition : conditions) {
        if (isFoundByLooking(*query.schema, condition) && !unknown.contains(table::Filter{{condition}}) &&
            !used(rows.conditions, condition) && !columnOf(rows, condition))
            unknown.append({{condition}});
    }
    if (unknown.isEmpty())
        return {};
    Result<RowSieve> sieve = RowSieve::open(database, {rows.schema, rows.runs, {}, {}}, unknown);
    if (!sieve)
        return std::unexpected(sieve.error());
    auto ids = std::make_shared<IdVector>();
    QList<QBitArray> passing(unknown.size());
    const Result<void> all = sieve->forEachRow([&](qint64 id) {
        const auto place = qsizetype(ids->size());
        ids->push_back(id);
        if (place == passing.front().size()) {
            for (QBitArray &bits : passing)
                bits.resize(std::max<qsizetype>(2 * place, FirstPlaces));
        }
        for (qsizetype i = 0; i < passing.size(); ++i) {
            if (sieve->passes(size_t(i)))
                passing[i].setBit(place);
        }
    });
    if (!all)
        return all;
    for (qsizetype i = 0; i < unknown.size(); ++i) {
        passing[i].resize(qsizetype(ids->size()));
        rows.conditions.emplace_front(unknown[i].conditions.front(), std::move(passing[i]));
    }
    if (!rows.ids)
        rows.ids = std::move(ids);
    keepWithinBound();
    return {};
}

Result<std::optional<qint64>> ArrayCache::countOf(Database &database, const RowQuery &query)
{
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return std::unexpected(forgotten.error());
    if (const qint64 *known = used(rowsOf(query).counts, query.filter))
        return *known;
    if (query.runs.size() != 1)
        return std::nullopt;
    const Result<const KeptCounts *> kept = keptCounts(database, query.runs.front());
    if (!kept)
        return std::unexpected(kept.error());
    const auto count = (*kept)->counts.constFind(KeptCounts::keyOf(query));
    return count == (*kept)->counts.constEnd() ? std::nullopt : std::optional(*count);
}

Result<const KeptCounts *> ArrayCache::keptCounts(Database &database, RunId run)
{
    const auto known = m_kept.constFind(run);
    if (known != m_kept.constEnd())
        return &*known;
    const Result<QByteArray> packed = RunReader(database).keptCounts(run);
    if (!packed)
        return std::unexpected(packed.error());
    KeptCounts kept = KeptCounts::unpack(*packed);
    if (kept.writes != m_writes)
        kept = {m_writes, {}};
    return &*m_kept.insert(run, std::move(kept));
}

Result<ArrayCache::Counts> ArrayCache::countsOf(Database &database, RunId run)
{
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return std::unexpected(forgotten.error());
    const Result<const KeptCounts *> kept = keptCounts(database, run);
    if (!kept)
        return std::unexpected(kept.error());
    Counts result{**kept, (*kept)->counts.size()};
    for (const Rows &rows : m_rows) {
        if (rows.runs != QList{run})
            continue;
        for (const auto &[filter, count] : rows.counts)
            result.known.counts.insert(KeptCounts::keyOf({rows.schema, rows.runs, filter, {}}), count);
    }
    return result;
}

void ArrayCache::remember(const RowQuery &query, qint64 count)
{
    auto &counts = rowsOf(query).counts;
    counts.emplace_front(query.filter, count);
    if (counts.size() > MostCounts)
        counts.pop_back();
}

Result<void> ArrayCache::forgetOldMoments(Database &database)
{
    // Changes when another connection has written something, which need not be rows.
    const Result<qint64> version = database.integer("PRAGMA data_version");
    if (!version)
        return std::unexpected(version.error());
    if (std::exchange(m_version, *version) == *version)
        return {};
    // Files of earlier versions do not count, but nothing is written to them either.
    const Result<qint64> writes = database.integer("SELECT writes FROM moment");
    if (!writes || std::exchange(m_writes, *writes) != *writes) {
        m_rows.clear();
        m_kept.clear();
    }
    return {};
}

ArrayCache::Rows &ArrayCache::rowsOf(const RowQuery &query)
{
    const auto known = std::ranges::find_if(m_rows, [&query](const Rows &rows) {
        return rows.schema == query.schema && rows.runs == query.runs;
    });
    if (known != m_rows.end())
        m_rows.splice(m_rows.begin(), m_rows, known);
    else
        m_rows.push_front({query.schema, query.runs, {}, {}, {}, {}});
    return m_rows.front();
}

Result<void> ArrayCache::readAhead(Database &database, const RowQuery &query,
                                   std::span<const Column *const> columns)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    if (const Result<void> forgotten = forgetOldMoments(database); !forgotten)
        return forgotten;
    Rows &rows = rowsOf(query);
    if (filter->isNarrow() && !knows(rows, query.filter))
        return {};
    const Result<Arrays> read = arraysOf(database, rows, columns);
    return read ? Result<void>() : std::unexpected(read.error());
}

Result<ArrayCache::Arrays> ArrayCache::arraysOf(Database &database, Rows &rows,
                                                std::span<const Column *const> columns)
{
    Arrays result(columns.size());
    std::vector<const Column *> missing;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (const auto *known = used(rows.columns, columns[i]))
            result[i] = *known;
        else if (auto array = borrowed(rows, *columns[i]))
            keep(rows, *columns[i], result[i] = std::move(array));
        else if (std::ranges::find(missing, columns[i]) == missing.end())
            missing.push_back(columns[i]);
    }
    if (missing.empty())
        return result;
    const Result<Arrays> read =
        ColumnArray::readTogether(database, {rows.schema, rows.runs, {}, {}}, missing, rows.ids);
    if (!read)
        return read;
    for (size_t i = 0; i < missing.size(); ++i) {
        const auto &array = (*read)[i];
        if (!array)
            continue;
        if (!m_file.isEmpty() && m_writes >= 0)
            SharedColumns::add(sharedKey(rows, *missing[i]), array);
        keep(rows, *missing[i], array);
        for (size_t place = 0; place < columns.size(); ++place) {
            if (columns[place] == missing[i])
                result[place] = array;
        }
    }
    return result;
}

SharedColumns::Key ArrayCache::sharedKey(const Rows &rows, const Column &column) const
{
    return {m_file, m_writes, rows.schema, rows.runs, &column};
}

/// Null: nobody has it, or of other rows, as when another file came to this path.
std::shared_ptr<const ColumnArray> ArrayCache::borrowed(const Rows &rows, const Column &column) const
{
    if (m_file.isEmpty() || m_writes < 0)
        return nullptr;
    auto array = SharedColumns::find(sharedKey(rows, column));
    const bool isOfTheRows = array && (!rows.ids || rows.ids == array->ids() || *rows.ids == *array->ids());
    return isOfTheRows ? array : nullptr;
}

std::shared_ptr<const ColumnArray> ArrayCache::columnOf(Rows &rows, const Condition &condition)
{
    const std::optional<int> index = rows.schema->indexOf(condition.column);
    const Column *column = index ? &rows.schema->columns[size_t(*index)] : nullptr;
    if (!column || column->isStoredLong()) // of which it has the beginnings only
        return nullptr;
    if (const auto *known = used(rows.columns, column))
        return *known;
    auto array = borrowed(rows, *column);
    if (array)
        keep(rows, *column, array);
    return array;
}

bool ArrayCache::knows(Rows &rows, const table::Filter &filter)
{
    const auto isKnown = [&](const Condition &condition) {
        return used(rows.conditions, condition) || columnOf(rows, condition);
    };
    return std::ranges::all_of(filter.conditions, isKnown) && rows.ids;
}

void ArrayCache::keep(Rows &rows, const Column &column, const std::shared_ptr<const ColumnArray> &array)
{
    if (!rows.ids)
        rows.ids = array->ids();
    rows.columns.emplace_front(&column, array);
    keepWithinBound();
}

Result<QBitArray> ArrayCache::passing(Database &database, Rows &rows, const table::Filter &filter)
{
    QBitArray result(qsizetype(rows.ids->size()), true);
    for (const Condition &condition : filter.conditions) {
        const Result<QBitArray> one = passing(database, rows, condition);
        if (!one)
            return one;
        result &= *one;
    }
    return result;
}

Result<QBitArray> ArrayCache::passing(Database &database, Rows &rows, const Condition &condition)
{
    if (const QBitArray *known = used(rows.conditions, condition))
        return *known;
    const auto column = columnOf(rows, condition);
    Result<QBitArray> found =
        column ? column->passing(database, condition)
               : foundBySql(database, {rows.schema, rows.runs, {{condition}}, {}}, *rows.ids);
    if (found) {
        rows.conditions.emplace_front(condition, *found);
        keepWithinBound();
    }
    return found;
}

qsizetype ArrayCache::Rows::bytes() const
{
    qsizetype sum = ids ? qsizetype(ids->capacity() * sizeof(qint64)) : 0;
    for (const auto &[column, array] : columns)
        sum += array->bytes();
    for (const auto &[condition, among] : conditions)
        sum += among.size() / 8;
    return sum;
}

void ArrayCache::keepWithinBound()
{
    while (bytes() > MostBytes) {
        Rows &oldest = m_rows.back();
        const bool isNewest = m_rows.size() == 1;
        if (oldest.columns.size() > (isNewest ? 1 : 0))
            oldest.columns.pop_back();
        else if (oldest.conditions.size() > (isNewest ? 1 : 0))
            oldest.conditions.pop_back();
        else if (!isNewest)
            m_rows.pop_back();
        else
            return;
    }
}

qsizetype ArrayCache::bytes() const
{
    qsizetype sum = 0;
    for (const Rows &rows : m_rows)
        sum += rows.bytes();
    return sum;
}

} // namespace linnet::store
