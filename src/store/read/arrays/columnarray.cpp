// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arrays/columnarray.h"

#include "base/textfold.h"
#include "store/read/filtersql.h"
#include "store/read/sieve/valuetests.h"
#include "store/read/valueranks.h"
#include "store/read/valuesql.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/foldedtext.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace linnet::store {

using table::CellView;
using table::Column;
using table::ColumnType;

namespace {

/// Up to so many numbers are asked for one by one, which takes less time than to read all there are.
constexpr qsizetype Few = 2'000;
/// So many values are worked on between two looks whether to stop.
constexpr size_t Look = 4096;

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real || type == ColumnType::Bool;
}

QByteArrayView kept(QByteArrayView text, std::pmr::memory_resource &memory)
{
    if (text.isEmpty())
        return {"", 0};
    auto *copy = static_cast<char *>(memory.allocate(size_t(text.size()), 1));
    std::memcpy(copy, text.data(), size_t(text.size()));
    return {copy, text.size()};
}

std::unexpected<Error> stopped()
{
    return fail(Reason::Cancelled, QStringLiteral("stopped"));
}

/// Sorts positions stably by their places.
void sortBy(std::vector<quint32> &order, const ColumnArray::Places &by)
{
    std::vector<quint32> starts(size_t(by.count) + 1);
    for (const quint32 position : order)
        ++starts[by.ofRows[position] + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<quint32> sorted(order.size());
    for (const quint32 position : order)
        sorted[starts[by.ofRows[position]]++] = position;
    order = std::move(sorted);
}

} // namespace

ColumnArray::ColumnArray(Database &database, const table::Schema &schema, const Column &column,
                         IdVectorPtr ids)
    : m_database(database)
    , m_schema(schema)
    , m_column(column)
    , m_ids(std::move(ids))
{
}

Result<std::shared_ptr<const ColumnArray>> ColumnArray::read(Database &database, const RowQuery &query,
                                                             const Column &column, IdVectorPtr ids)
{
    const auto arrays = readTogether(database, query, std::array{&column}, std::move(ids));
    if (!arrays)
        return std::unexpected(arrays.error());
    return arrays->front();
}

Result<std::vector<std::shared_ptr<const ColumnArray>>>
ColumnArray::readTogether(Database &database, const RowQuery &query, std::span<const Column *const> columns,
                          IdVectorPtr ids)
{
    std::vector<std::shared_ptr<ColumnArray>> arrays;
    std::vector<ColumnArray *> own; // what stands in the rows, or is made of them
    for (const Column *column : columns) {
        arrays.emplace_back(new ColumnArray(database, *query.schema, *column, {}));
        if (!ColumnSql(*query.schema).home(*column) && column->storage != table::Storage::Mark)
            own.push_back(arrays.back().get());
    }
    if (!own.empty()) {
        const Result<IdVectorPtr> read = readOwn(query, own, ids);
        if (!read)
            return std::unexpected(read.error());
        ids = *read;
    }
    std::vector<std::shared_ptr<const ColumnArray>> result;
    for (const auto &array : arrays) {
        array->m_ids = ids;
        const auto home = ColumnSql(*query.schema).home(array->m_column);
        const bool isMark = array->m_column.storage == table::Storage::Mark;
        Result<bool> fits = isMark ? array->readMarks(query)
                            : home ? array->readHome(query, *home)
                                   : Result<bool>(array->m_fits);
        if (fits && *fits)
            fits = array->complete();
        if (!fits)
            return std::unexpected(fits.error());
        ids = array->m_ids;
        result.push_back(*fits ? array : nullptr);
    }
    return result;
}

qsizetype ColumnArray::bytes() const
{
    return qsizetype(m_codes.capacity() * sizeof(quint32) + m_entries.capacity() * sizeof(Entry)) +
           m_textBytes + m_items.bytes();
}

/// Gives the ids of the rows, which are those given when there are any.
Result<IdVectorPtr> ColumnArray::readOwn(const RowQuery &query, std::span<ColumnArray *const> arrays,
                                         IdVectorPtr ids)
{
    Database &database = arrays.front()->m_database;
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    QByteArray values;
    for (const ColumnArray *array : arrays) {
        const Column &column = array->m_column;
        values += ", " + (column.isStoredLong() ? filter->beginning(column)
                                                : FilterSql::value(*query.schema, column));
    }
    Result<Statement> statement = database.prepare("SELECT r.row_id" + values + " FROM " + filter->source() +
                                                   filter->where() + " ORDER BY r.row_id");
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    const auto found = ids ? nullptr : std::make_shared<IdVector>();
    for (size_t rows = 1;; ++rows) {
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        if (found)
            found->push_back(statement->integer(0));
        for (size_t i = 0; i < arrays.size(); ++i) {
            ColumnArray &array = *arrays[i];
            if (array.m_fits)
                array.m_codes.push_back(array.codeOf(statement->view(int(i) + 1)));
            if (rows % Look == 0 && array.bytes() > MostBytes)
                array.m_fits = false;
        }
    }
    return found ? IdVectorPtr(found) : ids;
}

// Most rows have no mark.
Result<bool> ColumnArray::readMarks(const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, m_database);
    if (!filter)
        return std::unexpected(filter.error());
    const auto read = [&](const QByteArray &select, const QByteArray &rest, auto take) -> Result<void> {
        Result<Statement> statement = m_database.prepare("SELECT r.row_id" + select + " FROM " +
                                                         filter->source() + filter->where() + rest);
        if (!statement)
            return std::unexpected(statement.error());
        filter->bind(*statement);
        return statement->forEachRow([&] { take(*statement); });
    };
    if (!m_ids) {
        auto ids = std::make_shared<IdVector>();
        if (const Result<void> all =
                read({}, " ORDER BY r.row_id", [&](const Statement &row) { ids->push_back(row.integer(0)); });
            !all)
            return std::unexpected(all.error());
        m_ids = std::move(ids);
    }
    m_codes.assign(m_ids->size(), codeOf({}));
    QByteArray runs;
    for (const RunId run : query.runs)
        runs += (runs.isEmpty() ? "u.run_id IN (" : ", ") + QByteArray::number(run);
    const QByteArray marked = ColumnSql(m_schema).markedRows(
        "h." + Relation::quoted(m_column.key) + " IS NOT NULL", runs.isEmpty() ? runs : runs + ')');
    const Result<void> all =
        read(", " + FilterSql::value(m_schema, m_column),
             (filter->where().isEmpty() ? " WHERE r.row_id IN (" : " AND r.row_id IN (") + marked + ')',
             [&](const Statement &row) {
                 const auto place = std::lower_bound(m_ids->begin(), m_ids->end(), row.integer(0));
                 m_codes[size_t(place - m_ids->begin())] = codeOf(row.view(1));
             });
    if (!all)
        return std::unexpected(all.error());
    return bytes() <= MostBytes;
}

Result<bool> ColumnArray::readHome(const RowQuery &query, const ColumnSql::Home &home)
{
    const Result<FilterSql> filter = FilterSql::compile(query, m_database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        m_database.prepare("SELECT r.row_id, r.run_id, r." + home.via + " FROM " + filter->source(&m_column) +
                           filter->where() + " ORDER BY r.row_id");
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    const auto ids = m_ids ? nullptr : std::make_shared<IdVector>();
    QHash<std::pair<RunId, qint64>, quint32> numbers; // by the order in which they were met
    const Result<void> all = statement->forEachRow([&] {
        if (ids)
            ids->push_back(statement->integer(0));
        const std::pair number(statement->integer(1), statement->isNull(2) ? -1 : statement->integer(2));
        const auto known = numbers.constFind(number);
        m_codes.push_back(known == numbers.cend() ? *numbers.insert(number, quint32(numbers.size()))
                                                  : *known);
    });
    if (!all)
        return std::unexpected(all.error());
    if (ids)
        m_ids = ids;
    std::vector<quint32> values;
    if (const Result<void> found = lookUp(home, numbers, values); !found)
        return std::unexpected(found.error());
    for (quint32 &code : m_codes)
        code = values[code];
    return bytes() <= MostBytes;
}

/// values: the entry of each number.
Result<void> ColumnArray::lookUp(const ColumnSql::Home &home,
                                 const QHash<std::pair<RunId, qint64>, quint32> &numbers,
                                 std::vector<quint32> &values)
{
    values.assign(size_t(numbers.size()), codeOf({}));
    const QByteArray from = " FROM " + home.table + " AS h";
    if (numbers.size() > Few) {
        Result<Statement> all =
            m_database.prepare("SELECT h.run_id, h." + home.key + ", " + home.value + from);
        if (!all)
            return std::unexpected(all.error());
        return all->forEachRow([&] {
            const auto number = numbers.constFind({all->integer(0), all->integer(1)});
            if (number != numbers.cend())
                values[*number] = codeOf(all->view(2));
        });
    }
    Result<Statement> one =
        m_database.prepare("SELECT " + home.value + from + " WHERE h.run_id = ? AND h." + home.key + " = ?");
    if (!one)
        return std::unexpected(one.error());
    for (auto number = numbers.cbegin(); number != numbers.cend(); ++number) {
        one->bind(1, number.key().first);
        one->bind(2, number.key().second);
        const Result<bool> row = one->step();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            values[*number] = codeOf(one->view(0));
        one->reset();
    }
    return {};
}

quint32 ColumnArray::codeOf(const CellView &value)
{
    const auto next = quint32(m_entries.size());
    quint32 code = next;
    if (const auto *text = std::get_if<QByteArrayView>(&value)) {
        if (const auto known = m_texts.constFind(*text); known != m_texts.cend())
            return *known;
        const QByteArrayView copy = kept(*text, m_memory);
        m_textBytes += copy.size();
        m_texts.insert(copy, code);
        m_entries.push_back({copy, 0, copy.isEmpty()});
        return code;
    }
    if (const auto *whole = std::get_if<qint64>(&value))
        code = m_integers.value(*whole, next);
    else if (const auto *real = std::get_if<double>(&value))
        code = m_reals.value(*real, next);
    else
        code = m_nothing.value_or(next);
    if (code < next)
        return code;
    if (const auto *whole = std::get_if<qint64>(&value))
        m_integers.insert(*whole, code);
    else if (const auto *real = std::get_if<double>(&value))
        m_reals.insert(*real, code);
    else
        m_nothing = code;
    m_entries.push_back({value, 0, std::holds_alternative<std::monostate>(value)});
    return code;
}

/// Once all values are known. False: too large.
Result<bool> ColumnArray::complete()
{
    m_texts = {};
    m_integers = {};
    m_reals = {};
    if (const Result<void> ranked = rank(); !ranked)
        return std::unexpected(ranked.error());
    if (m_column.type == ColumnType::List) {
        if (const Result<void> taken = takeApart(); !taken)
            return std::unexpected(taken.error());
    }
    return bytes() <= MostBytes;
}

Result<void> ColumnArray::takeApart()
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (i % Look == 0 && m_database.isStopped())
            return stopped();
        const auto *text = std::get_if<QByteArrayView>(&m_entries[i].value);
        m_items.add(text ? *text : QByteArrayView());
    }
    return {};
}

Result<void> ColumnArray::rank()
{
    std::pmr::monotonic_buffer_resource memory;
    FoldedText folding;
    ValueRanks ranks;
    // Times and texts in columns of numbers are compared as they stand.
    const bool asItStands = isNumeric(m_column.type) || m_column.type == ColumnType::Time;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (i % Look == 0 && m_database.isStopped())
            return stopped();
        const Entry &entry = m_entries[i];
        if (entry.isEmpty)
            continue;
        if (const auto *text = std::get_if<QByteArrayView>(&entry.value))
            ranks.add(asItStands ? *text : kept(folding.utf8(*text), memory), quint32(i));
        else if (const auto *whole = std::get_if<qint64>(&entry.value))
            ranks.add(static_cast<long double>(*whole), quint32(i));
        else if (const auto *real = std::get_if<double>(&entry.value))
            ranks.add(static_cast<long double>(*real), quint32(i));
    }
    if (!ranks.sort([this] { return m_database.isStopped(); }))
        return stopped();
    m_ranks = ranks.forEach([this](quint32 entry, quint32 rank) { m_entries[entry].rank = rank; });
    return {};
}

template <typename Place> ColumnArray::Places ColumnArray::placesBy(Place placeOfEntry, quint32 count) const
{
    std::vector<quint32> ofEntries;
    ofEntries.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        ofEntries.push_back(placeOfEntry(entry));
    Places result{{}, count};
    result.ofRows.reserve(m_codes.size());
    for (const quint32 code : m_codes)
        result.ofRows.push_back(ofEntries[code]);
    return result;
}

ColumnArray::Places ColumnArray::places(bool descending) const
{
    return placesBy(
        [this, descending](const Entry &entry) {
            return entry.isEmpty ? m_ranks : descending ? m_ranks - 1 - entry.rank : entry.rank;
        },
        m_ranks + 1);
}

ColumnArray::Places ColumnArray::places(bool descending, const QList<table::Value> &first) const
{
    FoldedText folding;
    std::vector<QByteArray> wanted;
    std::vector<double> numbers;
    bool isEmptyFirst = false;
    for (const table::Value &value : first) {
        if (table::isNull(value))
            isEmptyFirst = true;
        else if (const auto *yes = std::get_if<bool>(&value))
            numbers.push_back(*yes ? 1 : 0);
        else
            wanted.push_back(foldText(table::toText(value)).toUtf8());
    }
    const auto isWanted = [&](const Entry &entry) {
        const auto *whole = std::get_if<qint64>(&entry.value);
        if (whole)
            return std::ranges::find(numbers, double(*whole)) != numbers.end();
        const auto *text = std::get_if<QByteArrayView>(&entry.value);
        if (!text)
            return false;
        const QByteArrayView folded = folding.utf8(*text);
        return std::ranges::any_of(wanted, [folded](const QByteArray &each) { return folded == each; });
    };
    return placesBy(
        [&](const Entry &entry) -> quint32 {
            if (entry.isEmpty)
                return isEmptyFirst ? 0 : m_ranks + 1;
            if (isWanted(entry))
                return 0;
            return 1 + (descending ? m_ranks - 1 - entry.rank : entry.rank);
        },
        m_ranks + 2);
}

template <typename Visit> void ColumnArray::forEachRow(const QBitArray &among, Visit visit) const
{
    for (size_t place = 0; place < m_codes.size(); ++place) {
        if (among.isEmpty() || among.testBit(qsizetype(place)))
            visit(place);
    }
}

Result<QBitArray> ColumnArray::passing(Database &database, const table::Condition &condition) const
{
    Result<ValueTests> tests = ValueTests::prepare(database, m_schema, m_column, {&condition, 1});
    if (!tests)
        return std::unexpected(tests.error());
    std::vector<bool> isPassed(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (i % Look == 0 && database.isStopped())
            return stopped();
        const Result<quint64> passed = tests->passed(m_entries[i].value);
        if (!passed)
            return std::unexpected(passed.error());
        isPassed[i] = *passed != 0;
    }
    QBitArray result(qsizetype(m_codes.size()));
    for (size_t place = 0; place < m_codes.size(); ++place) {
        if (isPassed[m_codes[place]])
            result.setBit(qsizetype(place));
    }
    return result;
}

std::vector<FacetEntry> ColumnArray::facet(int limit, const QBitArray &among) const
{
    if (m_column.type == ColumnType::List)
        return facetOfItems(limit, among);
    // The same code is always spelled the same.
    const bool asItStands = m_column.type == ColumnType::Code;
    struct Group
    {
        qint64 count = 0;
        quint32 entry = 0; ///< as it was met first
    };
    std::vector<Group> groups(asItStands ? m_entries.size() : m_ranks);
    qint64 empty = 0;
    forEachRow(among, [&](size_t place) {
        const quint32 code = m_codes[place];
        const Entry &entry = m_entries[code];
        if (entry.isEmpty) {
            ++empty;
            return;
        }
        Group &group = groups[asItStands ? code : entry.rank];
        if (group.count++ == 0)
            group.entry = code;
    });
    std::erase_if(groups, [](const Group &group) { return group.count == 0; });
    const auto end = groups.begin() + std::min<qsizetype>(qsizetype(groups.size()), limit);
    std::partial_sort(groups.begin(), end, groups.end(), [this](const Group &a, const Group &b) {
        return a.count != b.count ? a.count > b.count : m_entries[a.entry].rank < m_entries[b.entry].rank;
    });
    std::vector<FacetEntry> result;
    for (auto group = groups.begin(); group != end; ++group) {
        const CellView &value = m_entries[group->entry].value;
        const auto *whole = std::get_if<qint64>(&value);
        const bool isYesNo = m_column.type == ColumnType::Bool && whole;
        result.push_back({isYesNo ? table::Value(*whole != 0) : table::toValue(value), group->count});
    }
    if (empty > 0)
        result.push_back({table::Value(), empty});
    return result;
}

std::vector<FacetEntry> ColumnArray::facetOfItems(int limit, const QBitArray &among) const
{
    ListItems::Count count(m_items);
    qint64 empty = 0;
    forEachRow(among, [&](size_t place) {
        if (m_entries[m_codes[place]].isEmpty)
            ++empty;
        else
            count.addRow(m_codes[place]);
    });
    std::vector<FacetEntry> result = count.mostFrequent(limit);
    if (empty > 0)
        result.push_back({table::Value(), empty});
    return result;
}

ColumnStatistics ColumnArray::statistics(int buckets, const QBitArray &among) const
{
    std::vector<double> numbers;
    qint64 rows = 0;
    qint64 lastId = 0;
    forEachRow(among, [&](size_t place) {
        ++rows;
        lastId = (*m_ids)[place];
        if (const std::optional<double> one = number(place))
            numbers.push_back(*one);
    });
    ColumnStatistics result = ColumnStatistics::of(rows, std::move(numbers), buckets);
    result.lastId = lastId;
    return result;
}

std::optional<double> ColumnArray::number(size_t place) const
{
    const CellView &value = m_entries[m_codes[place]].value;
    if (const auto *whole = std::get_if<qint64>(&value))
        return double(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

IdVector sortedIds(const std::vector<std::shared_ptr<const ColumnArray>> &arrays, const table::Sort &sort,
                   const QBitArray &among)
{
    const IdVector &ids = *arrays.front()->ids();
    std::vector<quint32> order;
    order.reserve(among.isEmpty() ? ids.size() : size_t(among.count(true)));
    for (quint32 place = 0; place < ids.size(); ++place) {
        if (among.isEmpty() || among.testBit(place))
            order.push_back(place);
    }
    // From the weakest key to the strongest, each leaving what it takes for equal as it is.
    for (size_t key = arrays.size(); key-- > 0;) {
        const table::SortKey &by = sort.at(qsizetype(key));
        sortBy(order, by.first.isEmpty() ? arrays[key]->places(by.descending)
                                         : arrays[key]->places(by.descending, by.first));
    }
    IdVector result;
    result.reserve(order.size());
    for (const quint32 place : order)
        result.push_back(ids[place]);
    return result;
}

} // namespace linnet::store
