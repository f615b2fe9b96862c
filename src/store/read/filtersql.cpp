// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/filtersql.h"

#include "base/textfold.h"
#include "store/read/valuesql.h"
#include "store/schema/columnsql.h"
#include "store/schema/relation.h"
#include "store/schema/rowwordsql.h"
#include "store/schema/sortedbeginning.h"
#include "store/schema/wordsql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"
#include "table/changes/changeschema.h"
#include "table/listvalue.h"
#include "table/wordquery.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace linnet::store {

using table::Column;
using table::ColumnType;
using table::Condition;
using table::FilterOp;
using table::isNull;
using table::toText;
using table::Value;

namespace {

/// From so many numbers on it is faster to look at each row than to follow each number to its rows.
constexpr qint64 Many = 20'000;
/// So many texts or rows with some words are found by an index within the time that people do not notice, and
/// so many texts can be looked through for them.
constexpr qint64 ManyByIndex = 100'000;
constexpr qint64 ManyToLookThrough = 500;
/// Counting them takes no longer: what does is much.
constexpr std::chrono::milliseconds LongestCount{60};

/// Whether a SELECT gives so many rows, or so slowly. The expression is its only parameter, if it has one.
Result<bool> areMany(Database &database, const QByteArray &found, const QString &expression, qint64 many)
{
    Result<Statement> count = database.prepare("SELECT count(*) FROM (" + found + " LIMIT ?2)");
    if (!count)
        return std::unexpected(count.error());
    count->bind(1, expression);
    count->bind(2, many);
    database.stopAt(std::chrono::steady_clock::now() + LongestCount);
    const Result<bool> row = count->step();
    database.stopAt({});
    if (!row && row.error().reason == Reason::Cancelled && !database.isStopped())
        return true;
    return row ? Result<bool>(count->integer(0) == many) : row;
}

// Where a search over "any text column" looks: in what people read. Codes are not what they see.
bool isSearched(const Column &column)
{
    if (column.storage == table::Storage::Computed || column.storage == table::Storage::Joined ||
        ColumnSql::isOfAllRows(column))
        return false;
    return column.type == ColumnType::Text || column.type == ColumnType::LongText ||
           column.type == ColumnType::Url || column.type == ColumnType::List;
}

/// A column of the mark h.
ValueSql ofMark(const Column &column)
{
    return {column.key, "h." + Relation::quoted(column.key), column.type};
}

} // namespace

QByteArray FilterSql::value(const table::Schema &schema, const Column &column)
{
    return ValueSql::of(schema, column).value();
}

QByteArray FilterSql::compared(const table::Schema &schema, const Column &column)
{
    return ValueSql::of(schema, column).compared();
}

Result<FilterSql> FilterSql::compile(const RowQuery &query, Among among)
{
    return compile(query, among, Index::None);
}

Result<FilterSql> FilterSql::compileTests(const RowQuery &query, std::span<const table::Filter> filters)
{
    return compile(query, Among::Few, Index::None, filters);
}

Result<FilterSql> FilterSql::compile(const RowQuery &query, Among among, Index index,
                                     std::span<const table::Filter> selected)
{
    FilterSql result;
    result.m_among = among;
    result.m_index = index;
    result.m_schema = query.schema;
    result.m_runs = query.runs;
    for (const table::Filter &filter : selected) { // whose operands are bound first
        const Result<QList<QByteArray>> tests = result.tests(filter);
        if (!tests)
            return std::unexpected(tests.error());
        result.m_tests.append(tests->isEmpty() ? "1" : '(' + tests->join(" AND ") + ')');
    }
    QList<QByteArray> tests;
    // The rows of several runs would be put into order when all are known.
    const bool isOrdered = among == Among::First && query.runs.size() > 1;
    if (!query.runs.isEmpty())
        tests.append(result.ofRuns(isOrdered ? "+r" : "r"));
    const Result<QList<QByteArray>> filter = result.tests(query.filter);
    if (!filter)
        return std::unexpected(filter.error());
    tests += *filter;
    if (!tests.isEmpty())
        result.m_where = " WHERE " + tests.join(" AND ");
    if (const Result<void> sorted = result.addSort(*query.schema, query.sort); !sorted)
        return std::unexpected(sorted.error());
    return result;
}

Result<FilterSql> FilterSql::compile(const RowQuery &query, Database &database)
{
    const Result<Index> index = indexFor(query, database);
    if (!index)
        return std::unexpected(index.error());
    Result<FilterSql> result = compile(query, Among::All, *index);
    if (!result)
        return result;
    for (const Found &found : std::as_const(result->m_found)) {
        const Result<bool> many = result->isMany(found, database);
        if (!many)
            return std::unexpected(many.error());
        if (*many)
            return compile(query, Among::Few, *index);
    }
    return result;
}

Result<FilterSql> FilterSql::compileForFirst(const RowQuery &query, Database &database)
{
    const Result<Index> index = indexFor(query, database);
    return index ? compile(query, Among::First, *index) : std::unexpected(index.error());
}

Result<bool> FilterSql::beginsLate(Database &database) const
{
    for (const Asked &asked : m_asked) {
        const QByteArray found = "SELECT 1 FROM " + asked.index + " WHERE " + asked.index + " MATCH ?1";
        const Result<bool> many = areMany(database, found, asked.expression, ManyByIndex);
        if (!many || *many)
            return many;
    }
    return m_asked.isEmpty() ? Result<bool>(false)
                             : areMany(database, WordSql::late(), {}, ManyToLookThrough);
}

/// Which words can be asked for in this file.
Result<FilterSql::Index> FilterSql::indexFor(const RowQuery &query, Database &database)
{
    const auto wantsWords = [](const Condition &condition) { return condition.op == FilterOp::HasWords; };
    // Changes are looked at one by one: an index would find rows in which nothing changed as well.
    if (std::ranges::none_of(query.filter.conditions, wantsWords) || table::rowsOfChanges(*query.schema))
        return Index::None;
    const Result<bool> texts = WordSql::isIndexed(database);
    if (!texts || !*texts)
        return texts ? Result<Index>(Index::None) : std::unexpected(texts.error());
    const Result<bool> rows = RowWordSql(*query.schema).isThere(database);
    if (!rows)
        return std::unexpected(rows.error());
    return *rows ? Index::RowsToo : Index::Texts;
}

Result<bool> FilterSql::isMany(const Found &found, Database &database) const
{
    Result<Statement> statement = database.prepare("SELECT count(*) FROM (" + found.numbers + " LIMIT ?)");
    if (!statement)
        return std::unexpected(statement.error());
    int next = 1;
    for (const Value &operand : m_operands.sliced(found.firstOperand, found.operands))
        statement->bind(next++, operand);
    statement->bind(next, Many);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0) == Many;
}

QByteArray FilterSql::source(const Column *selected) const
{
    const Relation relation(*m_schema);
    const bool isLong = m_looksAtLongText || (selected && selected->isStoredLong());
    const auto isNumber = [](const Column &column) { return column.storage == table::Storage::Address; };
    if (isLong && std::ranges::any_of(m_schema->columns, isNumber))
        return relation.withTexts() + " AS r";
    return (isLong || relation.isRecord() ? relation.view() : relation.table()) + " AS r";
}

QByteArray FilterSql::ofRuns(QByteArrayView alias)
{
    QByteArray runs;
    for (const RunId run : m_runs)
        runs += (runs.isEmpty() ? "" : ", ") + parameter(run);
    return alias.toByteArray() + ".run_id IN (" + runs + ')';
}

int FilterSql::bind(Statement &statement, int from) const
{
    for (const Value &operand : m_operands)
        statement.bind(from++, operand);
    return from;
}

QByteArray FilterSql::parameter(Value value)
{
    m_operands.append(std::move(value));
    return "?";
}

Result<QList<QByteArray>> FilterSql::tests(const table::Filter &filter)
{
    QList<QByteArray> result;
    for (const Condition &condition : filter.conditions) {
        const Result<QByteArray> one = test(*m_schema, condition);
        if (!one)
            return std::unexpected(one.error());
        result.append(condition.negated ? "NOT ifnull(" + *one + ", 0)" : *one);
    }
    return result;
}

Result<QByteArray> FilterSql::test(const table::Schema &schema, const Condition &condition)
{
    if (const Result<void> checked = ValueSql::check(condition); !checked)
        return std::unexpected(checked.error());
    if (!condition.column.isEmpty()) {
        const std::optional<int> index = schema.indexOf(condition.column);
        if (!index)
            return fail(Reason::BadValue, QStringLiteral("no column \"%1\"").arg(condition.column));
        return test(schema, schema.columns[size_t(*index)], condition);
    }
    if (!table::isOfAnyText(condition.op))
        return fail(Reason::BadValue,
                    QStringLiteral("a test of any column can only be contains, has words or matches"));
    return condition.op == FilterOp::HasWords ? anyHasWords(schema, condition) : anyTest(schema, condition);
}

Result<QByteArray> FilterSql::anyTest(const table::Schema &schema, const Condition &condition)
{
    QByteArray any;
    for (const Column &column : schema.columns) {
        if (!isSearched(column))
            continue;
        const Result<QByteArray> one = test(schema, column, condition);
        if (!one)
            return one;
        any += (any.isEmpty() ? "(" : " OR ") + *one;
    }
    return any.isEmpty() ? QByteArray("0") : any + ')';
}

// All short texts of a row in one call; the long ones by their index, where there is one.
Result<QByteArray> FilterSql::anyHasWords(const table::Schema &schema, const Condition &condition)
{
    const QString typed = toText(condition.operands[0]);
    const Result<table::WordQuery> words = table::WordQuery::parse(typed);
    if (!words)
        return std::unexpected(words.error());
    if (m_index == Index::RowsToo && m_among != Among::First)
        return anyByIndex(schema, condition, *words);
    QList<QByteArray> tests;
    for (const Column &column : schema.columns) {
        const bool isAlone = column.type == ColumnType::LongText || column.storage != table::Storage::Cell;
        if (!isSearched(column) || !isAlone)
            continue;
        const Result<QByteArray> one = test(schema, column, condition);
        if (!one)
            return one;
        tests.append(*one);
    }
    if (const QByteArray together = shortTexts(schema, "r"); !together.isEmpty())
        tests.append("linnet_has_words(" + parameter(typed) + together + ')');
    return tests.isEmpty() ? QByteArray("0") : '(' + tests.join(" OR ") + ')';
}

/// ", r.a, r.b"
QByteArray FilterSql::shortTexts(const table::Schema &schema, QByteArrayView alias)
{
    QByteArray result;
    for (const Column *column : RowWordSql(schema).columns())
        result += ", " + ColumnSql(schema).expression(*column, alias);
    return result;
}

QByteArray FilterSql::rowHasWords(const table::Schema &schema, const Column &column,
                                  const table::WordQuery &words, const QString &typed)
{
    const QByteArray reference = "w.\"" + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
    const QByteArray own = "w." + Relation::quoted(column.key);
    // Operands are bound in the order in which parameter() was called.
    QByteArray inText;
    if (std::ranges::any_of(words.terms(), &table::WordQuery::Term::isBeginning)) {
        inText = WordSql::hasWords(reference, parameter(typed));
    } else {
        const QByteArray expression = parameter(WordSql::expression(words));
        inText = WordSql::hasWords(reference, expression, parameter(typed));
    }
    return "EXISTS (SELECT 1 FROM " + Relation(schema).table() + " AS w WHERE w.row_id = r.row_id AND (" +
           inText + " OR (" + own + " <> '' AND linnet_has_words(" + parameter(typed) + ", " + own + "))))";
}

// Operands are bound in the order in which parameter() was called.
QByteArray FilterSql::rowsByIndex(const table::Schema &schema, const Column &column,
                                  const table::WordQuery &words, const QString &typed)
{
    const QByteArray rows = Relation(schema).table() + " AS w";
    const QByteArray reference = "w.\"" + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
    const QByteArray own = "w." + Relation::quoted(column.key);
    m_asked.append({"text_word", WordSql::expression(words)});
    const QByteArray expression = parameter(WordSql::expression(words));
    const QByteArray late = parameter(typed);
    return "SELECT w.row_id FROM (" + WordSql::texts(expression, late) + ") AS t CROSS JOIN " + rows +
           " ON " + reference + " = t.id UNION ALL SELECT w.row_id FROM " + rows + " WHERE " + own +
           " <> '' AND linnet_has_words(" + parameter(typed) + ", " + own + ')';
}

// Those with a long text that has the words, and of the others those whose words say that it is worth
// looking.
Result<QByteArray> FilterSql::anyByIndex(const table::Schema &schema, const Condition &condition,
                                         const table::WordQuery &words)
{
    const QString typed = toText(condition.operands[0]);
    QByteArray byLong;
    for (const Column &column : schema.columns) {
        if (column.isStoredLong())
            byLong += (byLong.isEmpty() ? "" : " UNION ALL ") + rowsByIndex(schema, column, words, typed);
        if (column.storage != table::Storage::Mark || !isSearched(column))
            continue;
        const Result<QByteArray> test = ofMark(column).test(condition, m_operands);
        if (!test)
            return test;
        byLong += (byLong.isEmpty() ? "" : " UNION ALL ") + ColumnSql(schema).markedRows(*test, {});
    }
    m_asked.append({RowWordSql(schema).words(), RowWordSql::expression(words)});
    const QByteArray candidates = RowWordSql(schema).candidates(parameter(RowWordSql::expression(words)));
    return "r.row_id IN (WITH long(id) AS MATERIALIZED (" + byLong +
           ") SELECT id FROM long UNION ALL SELECT w.row_id FROM " + Relation(schema).table() +
           " AS w WHERE w.row_id IN (" + candidates +
           ") AND w.row_id NOT IN (SELECT id FROM long) AND linnet_has_words(" + parameter(typed) +
           shortTexts(schema, "w") + "))";
}

// Of all rows those that are marked are found first, which are few; a few rows are looked at one by one.
Result<QByteArray> FilterSql::markTest(const table::Schema &schema, const Column &column,
                                       const Condition &condition)
{
    if (m_among != Among::All)
        return ValueSql::of(schema, column).test(condition, m_operands);
    const ColumnSql sql(schema);
    const ValueSql mark = ofMark(column);
    Condition inside = condition;
    const bool isEmptyTest = condition.op == FilterOp::Empty;
    const bool emptyToo =
        isEmptyTest || (condition.op == FilterOp::OneOf && inside.operands.removeIf(isNull) > 0);
    const auto ofTheRuns = [&] { return m_runs.isEmpty() ? QByteArray() : ofRuns("u"); };
    QByteArray result;
    if (!isEmptyTest) {
        const qsizetype firstOperand = m_operands.size();
        const Result<QByteArray> test = mark.test(inside, m_operands);
        if (!test)
            return test;
        if (!condition.column.isEmpty() && !condition.negated && !emptyToo)
            m_found.append({"SELECT h.key FROM mark AS h WHERE " + sql.isMarkOf("h") + " AND " + *test,
                            firstOperand, m_operands.size() - firstOperand});
        result = "r.row_id IN (" + sql.markedRows(*test, ofTheRuns()) + ')';
    }
    if (!emptyToo)
        return result;
    const QByteArray empty = "r.row_id NOT IN (" + sql.markedRows("NOT " + mark.isEmpty(), ofTheRuns()) + ')';
    return result.isEmpty() ? empty : '(' + result + " OR " + empty + ')';
}

Result<QByteArray> FilterSql::test(const table::Schema &schema, const Column &column,
                                   const Condition &condition)
{
    if (column.storage == table::Storage::Mark)
        return markTest(schema, column, condition);
    if (condition.op == FilterOp::HasWords && column.type == ColumnType::LongText && m_index != Index::None) {
        const QString typed = toText(condition.operands[0]);
        const Result<table::WordQuery> words = table::WordQuery::parse(typed);
        if (!words)
            return std::unexpected(words.error());
        if (m_among == Among::First)
            return rowHasWords(schema, column, *words, typed);
        return "r.row_id IN (" + rowsByIndex(schema, column, *words, typed) + ')';
    }
    m_looksAtLongText = m_looksAtLongText || column.type == ColumnType::LongText;
    const std::optional<ColumnSql::Home> home = ColumnSql(schema).home(column);
    if (!home)
        return ValueSql::of(schema, column).test(condition, m_operands);
    // The numbers that fit are found once, not once per row. Rows that name nothing are empty.
    Condition inside = condition;
    const bool isEmptyTest = condition.op == FilterOp::Empty;
    const bool emptyToo =
        isEmptyTest || (condition.op == FilterOp::OneOf && inside.operands.removeIf(isNull) > 0);
    const QByteArray via = "r." + home->via;
    const QByteArray rows = via + " IN (SELECT h." + home->key + " FROM " + home->table + " AS h WHERE ";
    const QByteArray anyRun = "(r.run_id, " + via + ") IN (SELECT h.run_id, h." + home->key + " FROM " +
                              home->table + " AS h WHERE ";
    const QByteArray begin = m_runs.size() == 1 ? rows : anyRun;
    const auto ofTheRuns = [&] { return m_runs.isEmpty() ? QByteArray() : ofRuns("h") + " AND "; };
    const ValueSql there = ValueSql::at(*home, column, home->value);
    QByteArray result;
    if (!isEmptyTest) {
        const qsizetype firstOperand = m_operands.size();
        const QByteArray runs = ofTheRuns();
        const Result<QByteArray> tested = there.test(inside, m_operands);
        if (!tested)
            return tested;
        const QByteArray numbers =
            "SELECT h.run_id, h." + home->key + " FROM " + home->table + " AS h WHERE " + runs + *tested;
        const QByteArray found =
            m_among == Among::All ? ColumnSql(schema).rowsAt(*home, numbers) : QByteArray();
        if (!found.isEmpty())
            m_found.append({numbers, firstOperand, m_operands.size() - firstOperand});
        result = found.isEmpty() ? begin + runs + *tested + ')' : "r.row_id IN (" + found + ')';
    }
    if (!emptyToo)
        return '(' + result + ')';
    const QByteArray empty = "NOT ifnull(" + begin + ofTheRuns() + "NOT " + there.isEmpty() + "), 0)";
    return '(' + (result.isEmpty() ? empty : result + " OR " + empty) + ')';
}

// In the table it stands beside the row, but for rows of earlier versions.
QByteArray FilterSql::beginning(const Column &column) const
{
    const QByteArray value = FilterSql::value(*m_schema, column);
    const QByteArray name = "r.\"" + QByteArray(column.key.data(), column.key.size());
    const bool isView = m_looksAtLongText || Relation(*m_schema).isRecord();
    const QByteArray text = isView ? value
                                   : "coalesce(" + value + ", " + name +
                                         "_start\", (SELECT body FROM text WHERE id = " + name + "_ref\"))";
    return "substr(" + text + ", 1, " + QByteArray::number(SortedBeginning::Length) + ')';
}

Result<void> FilterSql::addSort(const table::Schema &schema, const table::Sort &sort)
{
    QByteArray keys;
    for (const table::SortKey &key : sort) {
        const std::optional<int> index = schema.indexOf(key.column);
        if (!index)
            return fail(Reason::BadValue, QStringLiteral("no column \"%1\"").arg(key.column));
        const Column &column = schema.columns[size_t(*index)];
        const QByteArray value = column.isStoredLong() ? beginning(column) : FilterSql::value(schema, column);
        const ValueSql by = ValueSql(column.key, value, column.type).orNull();
        QByteArray compared = by.compared();
        if (!key.first.isEmpty()) {
            const QByteArray isFirst = by.isOneOf(key.first);
            keys += isFirst + " DESC, ";
            compared = "CASE WHEN " + isFirst + " THEN NULL ELSE " + compared + " END";
        }
        keys += compared + (key.descending ? " DESC NULLS LAST, " : " NULLS LAST, ");
    }
    m_orderBy = " ORDER BY " + keys + "r.row_id";
    return {};
}

} // namespace linnet::store
