// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/columnarray.h"

#include "base/textfold.h"
#include "store/read/filtersql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/foldedtext.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace linnet::store {

using table::CellView;
using table::Column;
using table::ColumnType;

namespace {

/// Up to so many numbers are asked for one by one, which takes less time than to read all there are.
constexpr qsizetype Few = 2'000;

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

/// A value as SQLite orders values: numbers before texts, texts by their bytes.
struct Ordered
{
    QByteArrayView text;
    long double number = 0;
    bool isText = false;
    quint32 entry = 0;

    static int compare(const Ordered &a, const Ordered &b)
    {
        if (a.isText != b.isText)
            return a.isText ? 1 : -1;
        if (!a.isText)
            return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
        const auto common = size_t(std::min(a.text.size(), b.text.size()));
        const int start = common > 0 ? std::memcmp(a.text.data(), b.text.data(), common) : 0;
        return start != 0                      ? start
               : a.text.size() < b.text.size() ? -1
               : a.text.size() > b.text.size() ? 1
                                               : 0;
    }
};

/// Sorts positions stably by their places.
void sortBy(std::vector<quint32> &order, const ColumnArray::Places &by)
{
    std::vector<quint32> starts(size_t(by.count) + 1);
    for (const quint32 place : by.ofRows)
        ++starts[place + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<quint32> sorted(order.size());
    for (const quint32 position : order)
        sorted[starts[by.ofRows[position]]++] = position;
    order = std::move(sorted);
}

} // namespace

Result<std::shared_ptr<const ColumnArray>> ColumnArray::read(Database &database, const RowQuery &query,
                                                             const Column &column)
{
    if (column.type == ColumnType::LongText)
        return nullptr;
    std::shared_ptr<ColumnArray> array(new ColumnArray(column));
    const auto home = ColumnSql(*query.schema).home(column);
    const Result<bool> fits =
        home ? array->readHome(database, query, *home) : array->readOwn(database, query);
    if (!fits)
        return std::unexpected(fits.error());
    if (!*fits)
        return nullptr;
    array->rank();
    return array;
}

qsizetype ColumnArray::bytes() const
{
    return qsizetype(m_ids.capacity() * sizeof(qint64) + m_codes.capacity() * sizeof(quint32) +
                     m_entries.capacity() * sizeof(Entry)) +
           m_textBytes;
}

Result<bool> ColumnArray::readOwn(Database &database, const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        database.prepare("SELECT r.row_id, " + FilterSql::value(*query.schema, m_column) + " FROM " +
                         filter->source(&m_column) + filter->where() + " ORDER BY r.row_id");
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return true;
        m_ids.push_back(statement->integer(0));
        m_codes.push_back(codeOf(statement->view(1)));
        if (m_ids.size() % 4096 == 0 && bytes() > MostBytes)
            return false;
    }
}

Result<bool> ColumnArray::readHome(Database &database, const RowQuery &query, const ColumnSql::Home &home)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        database.prepare("SELECT r.row_id, r.run_id, r." + home.via + " FROM " + filter->source(&m_column) +
                         filter->where() + " ORDER BY r.row_id");
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    QHash<std::pair<RunId, qint64>, quint32> numbers; // by the order in which they were met
    const Result<void> all = statement->forEachRow([&] {
        m_ids.push_back(statement->integer(0));
        const std::pair number(statement->integer(1), statement->isNull(2) ? -1 : statement->integer(2));
        const auto known = numbers.constFind(number);
        m_codes.push_back(known == numbers.cend() ? *numbers.insert(number, quint32(numbers.size()))
                                                  : *known);
    });
    if (!all)
        return std::unexpected(all.error());
    std::vector<quint32> values;
    if (const Result<void> found = lookUp(database, home, numbers, values); !found)
        return std::unexpected(found.error());
    for (quint32 &code : m_codes)
        code = values[code];
    return bytes() <= MostBytes;
}

/// values: the entry of each number.
Result<void> ColumnArray::lookUp(Database &database, const ColumnSql::Home &home,
                                 const QHash<std::pair<RunId, qint64>, quint32> &numbers,
                                 std::vector<quint32> &values)
{
    values.assign(size_t(numbers.size()), codeOf({}));
    const QByteArray from = " FROM " + home.table + " AS h";
    if (numbers.size() > Few) {
        Result<Statement> all = database.prepare("SELECT h.run_id, h." + home.key + ", " + home.value + from);
        if (!all)
            return std::unexpected(all.error());
        return all->forEachRow([&] {
            const auto number = numbers.constFind({all->integer(0), all->integer(1)});
            if (number != numbers.cend())
                values[*number] = codeOf(all->view(2));
        });
    }
    Result<Statement> one =
        database.prepare("SELECT " + home.value + from + " WHERE h.run_id = ? AND h." + home.key + " = ?");
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

/// Once all values are known.
void ColumnArray::rank()
{
    m_texts = {};
    m_integers = {};
    m_reals = {};
    std::pmr::monotonic_buffer_resource memory;
    FoldedText folding;
    std::vector<Ordered> order;
    order.reserve(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (entry.isEmpty)
            continue;
        Ordered one;
        one.entry = quint32(i);
        if (const auto *text = std::get_if<QByteArrayView>(&entry.value)) {
            one.isText = true;
            // Times and texts in columns of numbers are compared as they stand.
            one.text = isNumeric(m_column.type) || m_column.type == ColumnType::Time
                           ? *text
                           : kept(folding.utf8(*text), memory);
        } else if (const auto *whole = std::get_if<qint64>(&entry.value)) {
            one.number = static_cast<long double>(*whole);
        } else if (const auto *real = std::get_if<double>(&entry.value)) {
            one.number = *real;
        }
        order.push_back(one);
    }
    std::ranges::sort(order, [](const Ordered &a, const Ordered &b) { return Ordered::compare(a, b) < 0; });
    for (size_t i = 0; i < order.size(); ++i) {
        m_ranks += i == 0 || Ordered::compare(order[i - 1], order[i]) != 0 ? 1 : 0;
        m_entries[order[i].entry].rank = m_ranks - 1;
    }
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

std::vector<FacetEntry> ColumnArray::facet(int limit) const
{
    // The same code is always spelled the same.
    const bool asItStands = m_column.type == ColumnType::Code;
    struct Group
    {
        qint64 count = 0;
        quint32 entry = 0; ///< as it was met first
    };
    std::vector<Group> groups(asItStands ? m_entries.size() : m_ranks);
    qint64 empty = 0;
    for (const quint32 code : m_codes) {
        const Entry &entry = m_entries[code];
        if (entry.isEmpty) {
            ++empty;
            continue;
        }
        Group &group = groups[asItStands ? code : entry.rank];
        if (group.count++ == 0)
            group.entry = code;
    }
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

IdVector sortedIds(const std::vector<std::shared_ptr<const ColumnArray>> &arrays, const table::Sort &sort)
{
    const IdVector &ids = arrays.front()->ids();
    std::vector<quint32> order(ids.size());
    std::iota(order.begin(), order.end(), 0);
    // From the weakest key to the strongest, each leaving what it takes for equal as it is.
    for (size_t key = arrays.size(); key-- > 0;) {
        const table::SortKey &by = sort.at(qsizetype(key));
        sortBy(order, by.first.isEmpty() ? arrays[key]->places(by.descending)
                                         : arrays[key]->places(by.descending, by.first));
    }
    IdVector result;
    result.reserve(ids.size());
    for (const quint32 position : order)
        result.push_back(ids[position]);
    return result;
}

} // namespace linnet::store
