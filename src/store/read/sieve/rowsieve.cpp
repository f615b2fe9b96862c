// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/sieve/rowsieve.h"

#include "store/read/filtersql.h"
#include "store/read/valuesql.h"
#include "store/sqlite/database.h"

#include <algorithm>

namespace linnet::store {

using table::CellView;
using table::Column;
using table::ColumnType;
using table::Condition;
using table::Filter;
using table::FilterOp;
using table::Storage;

namespace {

/// What is remembered of a column whose values all differ.
constexpr qsizetype MostValues = 65'536;
constexpr qsizetype MostBytesOfValues = 4 * 1024 * 1024;

const Column *columnOf(const table::Schema &schema, const Condition &condition)
{
    const std::optional<int> index = schema.indexOf(condition.column);
    return index ? &schema.columns[size_t(*index)] : nullptr;
}

/// What a test of nothing but the row's own value, or of what its number names, can say. What is reckoned of
/// other rows takes longer to select than a test that comes first may spare.
bool isByValue(const RowQuery &query, const Condition &condition, bool isAlone)
{
    const Column *column = columnOf(*query.schema, condition);
    if (!column || column->type == ColumnType::LongText || condition.op == FilterOp::HasWords)
        return false;
    if (ColumnSql(*query.schema).home(*column))
        return query.runs.size() == 1 &&
               (condition.op != FilterOp::OneOf || std::ranges::none_of(condition.operands, table::isNull));
    return column->storage == Storage::Cell || (column->storage == Storage::Derived && isAlone);
}

} // namespace

bool RowSieve::isByValues(const RowQuery &query, const Filter &filter)
{
    const bool isAlone = filter.conditions.size() == 1;
    return std::ranges::all_of(
        filter.conditions, [&](const Condition &condition) { return isByValue(query, condition, isAlone); });
}

/// Gives conditions their bits and writes the statement.
class RowSieve::Maker
{
public:
    Maker(Database &database, const RowQuery &query)
        : m_database(database)
        , m_query(query)
        , m_sql(*query.schema)
    {
    }

    Result<RowSieve> make(std::span<const Filter> filters);

private:
    struct Group
    {
        QByteArray selected;
        const Column *column = nullptr; ///< null: by number
        QList<Condition> conditions;
        Place place;
    };
    void add(const Condition &condition);
    Result<void> makeGroup(Group &group);
    Result<void> findNumbers(const Group &group);
    Result<void> askAddresses(const QList<Condition> &all, const Column &column, ByNumber &found);
    Result<void> findRows(const Condition &condition, quint64 bit, ByNumber &found);
    Needs needsOf(const Filter &filter) const;

    Database &m_database;
    const RowQuery &m_query;
    const ColumnSql m_sql;
    std::vector<Group> m_groups;
    QList<QByteArray> m_selected;
    size_t m_words = 0;
    int m_used = 0; ///< bits of the last word
    RowSieve m_sieve;
};

void RowSieve::Maker::add(const Condition &condition)
{
    const Column &column = *columnOf(*m_query.schema, condition);
    const auto home = m_sql.home(column);
    const QByteArray selected = home ? "r." + home->via : m_sql.expression(column, "r");
    const Column *ofValue = home ? nullptr : &column;
    const auto isSame = [&](const Group &group) {
        return group.selected == selected && group.column == ofValue &&
               (group.conditions.size() < ValueTests::Most || group.conditions.contains(condition));
    };
    const auto known = std::ranges::find_if(m_groups, isSame);
    Group &group = known == m_groups.end() ? m_groups.emplace_back(Group{selected, ofValue, {}, {}}) : *known;
    if (!group.conditions.contains(condition))
        group.conditions.append(condition);
}

Result<void> RowSieve::Maker::makeGroup(Group &group)
{
    const auto count = int(group.conditions.size());
    if (m_words == 0 || m_used + count > ValueTests::Most) {
        ++m_words;
        m_used = 0;
    }
    m_selected.append(group.selected);
    group.place = {int(m_selected.size()), m_words - 1, std::exchange(m_used, m_used + count)};
    if (!group.column)
        return findNumbers(group);
    Result<ValueTests> tests =
        ValueTests::prepare(m_database, *m_query.schema, *group.column, group.conditions);
    if (!tests)
        return std::unexpected(tests.error());
    m_sieve.m_values.emplace_back(group.place, std::move(*tests));
    return {};
}

Result<void> RowSieve::Maker::findNumbers(const Group &group)
{
    ByNumber found{group.place, 0, {}};
    QList<const Column *> known;
    for (qsizetype i = 0; i < group.conditions.size(); ++i) {
        const Condition &condition = group.conditions[i];
        // Rows that name nothing are empty.
        if (condition.negated != (condition.op == FilterOp::Empty))
            found.nothing |= quint64(1) << i;
    }
    for (qsizetype i = 0; i < group.conditions.size(); ++i) {
        const Column *column = columnOf(*m_query.schema, group.conditions[i]);
        const bool isText = column->storage == Storage::Address;
        if (isText && known.contains(column))
            continue;
        known.append(column);
        const Result<void> done = isText ? askAddresses(group.conditions, *column, found)
                                         : findRows(group.conditions[i], quint64(1) << i, found);
        if (!done)
            return done;
    }
    m_sieve.m_numbers.push_back(std::move(found));
    return {};
}

/// Nothing leads to the texts that fit: each is looked at, once for all conditions on the column.
Result<void> RowSieve::Maker::askAddresses(const QList<Condition> &all, const Column &column, ByNumber &found)
{
    QList<Condition> conditions;
    std::vector<qsizetype> bits;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].column == column.key) {
            conditions.append(all[i]);
            bits.push_back(i);
        }
    }
    Result<ValueTests> tests = ValueTests::prepare(m_database, *m_query.schema, column, conditions);
    if (!tests)
        return std::unexpected(tests.error());
    const ColumnSql::Home home = *m_sql.home(column);
    Result<Statement> statement = m_database.prepare("SELECT h." + home.key + ", " + home.value + " FROM " +
                                                     home.table + " AS h WHERE h.run_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_query.runs.front());
    Result<void> asked;
    const Result<void> read = statement->forEachRow([&] {
        if (!asked)
            return;
        const Result<quint64> passed = tests->passed(statement->view(1));
        if (!passed) {
            asked = std::unexpected(passed.error());
            return;
        }
        quint64 said = 0;
        quint64 about = 0;
        for (size_t i = 0; i < bits.size(); ++i) {
            about |= quint64(1) << bits[i];
            said |= (*passed >> i & 1) << bits[i];
        }
        if (said != (found.nothing & about))
            found.change(statement->integer(0), said ^ (found.nothing & about));
    });
    return asked ? read : asked;
}

Result<void> RowSieve::Maker::findRows(const Condition &condition, quint64 bit, ByNumber &found)
{
    const Column &column = *columnOf(*m_query.schema, condition);
    const ColumnSql::Home home = *m_sql.home(column);
    if (const Result<void> checked = ValueSql::check(condition); !checked)
        return checked;
    ValueSql::Operands operands;
    const Result<QByteArray> test = ValueSql::at(home, column, home.value).test(condition, operands);
    if (!test)
        return std::unexpected(test.error());
    Result<Statement> statement =
        m_database.prepare("SELECT h." + home.key + " FROM " + home.table + " AS h WHERE h.run_id = ? AND " +
                           (condition.op == FilterOp::Empty ? "NOT " : "") + '(' + *test + ')');
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_query.runs.front());
    int next = 2;
    for (const table::Value &operand : std::as_const(operands))
        statement->bind(next++, operand);
    return statement->forEachRow([&] { found.change(statement->integer(0), bit); });
}

RowSieve::Needs RowSieve::Maker::needsOf(const Filter &filter) const
{
    Needs needs;
    std::vector<quint64> words(m_words);
    for (const Condition &condition : filter.conditions) {
        const auto group = std::ranges::find_if(
            m_groups, [&condition](const Group &one) { return one.conditions.contains(condition); });
        const auto place = group->conditions.indexOf(condition);
        words[group->place.word] |= quint64(1) << (group->place.shift + int(place));
    }
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] != 0)
            needs.bits.emplace_back(i, words[i]);
    }
    return needs;
}

Result<RowSieve> RowSieve::Maker::make(std::span<const Filter> filters)
{
    QList<Filter> leftToSql;
    for (const Filter &filter : filters) {
        if (!isByValues(m_query, filter)) {
            leftToSql.append(filter);
            continue;
        }
        for (const Condition &condition : filter.conditions)
            add(condition);
    }
    for (Group &group : m_groups) {
        if (const Result<void> made = makeGroup(group); !made)
            return std::unexpected(made.error());
    }
    const Result<FilterSql> sql = FilterSql::compileTests(m_query, leftToSql);
    if (!sql)
        return std::unexpected(sql.error());
    int next = int(m_selected.size());
    for (const Filter &filter : filters)
        m_sieve.m_filters.push_back(isByValues(m_query, filter) ? needsOf(filter) : Needs{{}, ++next});
    m_selected += sql->tests();
    m_selected.prepend("r.row_id");
    Result<Statement> rows = m_database.prepare("SELECT " + m_selected.join(", ") + " FROM " + sql->source() +
                                                sql->where() + " ORDER BY r.row_id");
    if (!rows)
        return std::unexpected(rows.error());
    sql->bind(*rows);
    m_sieve.m_rows = std::move(*rows);
    m_sieve.m_words.resize(m_words);
    return std::move(m_sieve);
}

Result<RowSieve> RowSieve::open(Database &database, const RowQuery &query, std::span<const Filter> filters)
{
    return Maker(database, query).make(filters);
}

RowSieve::ByValue::ByValue(const Place &place, ValueTests tests)
    : Place(place)
    , m_tests(std::move(tests))
{
}

template <typename Key, typename Kept>
Result<quint64> RowSieve::ByValue::passed(const CellView &value, const Key &key, QHash<Key, quint64> &known,
                                          Kept kept)
{
    if (const auto found = known.constFind(key); found != known.cend())
        return *found;
    const Result<quint64> passed = m_tests.passed(value);
    if (passed && known.size() < MostValues && m_bytes < MostBytesOfValues)
        known.insert(kept(key), *passed);
    return passed;
}

Result<quint64> RowSieve::ByValue::passed(const CellView &value)
{
    const auto same = [](auto key) { return key; };
    if (const auto *number = std::get_if<qint64>(&value))
        return passed(value, *number, m_integers, same);
    if (const auto *number = std::get_if<double>(&value))
        return passed(value, *number, m_reals, same);
    if (const auto *text = std::get_if<QByteArrayView>(&value))
        return passed(value, QByteArray::fromRawData(text->data(), text->size()), m_texts,
                      [this](const QByteArray &shared) {
                          m_bytes += shared.size();
                          return QByteArray(shared.constData(), shared.size());
                      });
    if (!m_nothing) {
        const Result<quint64> asked = m_tests.passed(value);
        if (!asked)
            return asked;
        m_nothing = *asked;
    }
    return *m_nothing;
}

void RowSieve::ByNumber::change(qint64 number, quint64 bits)
{
    const auto known = passed.find(number);
    if (known == passed.end())
        passed.insert(number, nothing ^ bits);
    else
        *known ^= bits;
}

/// Takes the row in.
Result<void> RowSieve::look()
{
    std::ranges::fill(m_words, 0);
    CellView cell;
    for (ByValue &column : m_values) {
        m_rows.view(column.selected, cell);
        const Result<quint64> passed = column.passed(cell);
        if (!passed)
            return std::unexpected(passed.error());
        m_words[column.word] |= *passed << column.shift;
    }
    for (const ByNumber &named : m_numbers) {
        const quint64 passed = m_rows.isNull(named.selected)
                                   ? named.nothing
                                   : named.passed.value(m_rows.integer(named.selected), named.nothing);
        m_words[named.word] |= passed << named.shift;
    }
    return {};
}

bool RowSieve::passes(size_t filter) const
{
    const Needs &needs = m_filters[filter];
    if (needs.selected >= 0)
        return m_rows.integer(needs.selected) != 0;
    return std::ranges::all_of(needs.bits, [this](const auto &needed) {
        return (m_words[needed.first] & needed.second) == needed.second;
    });
}

} // namespace linnet::store
