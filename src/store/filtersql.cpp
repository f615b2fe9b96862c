// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filtersql.h"

#include "base/textfold.h"
#include "store/relation.h"
#include "store/statement.h"

#include <QRegularExpression>

#include <algorithm>

namespace linnet::store {

using table::Column;
using table::ColumnType;
using table::Condition;
using table::FilterOp;
using table::isNull;
using table::toText;
using table::Value;

namespace {

bool isNumeric(const Column &column)
{
    return column.type == ColumnType::Integer || column.type == ColumnType::Real ||
           column.type == ColumnType::Bool;
}

// Where a search over "any text column" looks: in what people read. Codes are not what they see.
bool isSearched(const Column &column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::LongText ||
           column.type == ColumnType::Url || column.type == ColumnType::List;
}

const char *comparison(FilterOp op)
{
    switch (op) {
    case FilterOp::Less:
        return " < ";
    case FilterOp::AtMost:
        return " <= ";
    case FilterOp::Greater:
        return " > ";
    case FilterOp::AtLeast:
        return " >= ";
    default:
        return " = ";
    }
}

qsizetype operandsOf(FilterOp op)
{
    return op == FilterOp::Empty ? 0 : op == FilterOp::Between ? 2 : 1;
}

// Numbers for numeric columns, whatever the operand was given as.
Result<Value> number(const Column &column, const Value &operand)
{
    if (const auto *yes = std::get_if<bool>(&operand))
        return qint64(*yes);
    const auto *text = std::get_if<QString>(&operand);
    if (!text)
        return operand;
    if (column.type == ColumnType::Bool && (*text == u"true" || *text == u"false"))
        return qint64(*text == u"true");
    bool isNumber = false;
    const double result = text->toDouble(&isNumber);
    if (!isNumber)
        return fail(Reason::BadValue, QStringLiteral("%1: \"%2\" is no number").arg(column.key, *text));
    return result;
}

} // namespace

QByteArray FilterSql::name(const Column &column)
{
    return Relation::quoted(column.key);
}

QByteArray FilterSql::compared(const Column &column)
{
    // Times are compared as they stand.
    return isNumeric(column) || column.type == ColumnType::Time ? name(column)
                                                                : "linnet_fold(" + name(column) + ')';
}

QByteArray FilterSql::isEmpty(const Column &column)
{
    const QByteArray null = name(column) + " IS NULL";
    return isNumeric(column) ? null : '(' + null + " OR " + name(column) + " = '')";
}

Result<FilterSql> FilterSql::compile(const RowQuery &query)
{
    FilterSql result;
    result.m_schema = query.schema;
    QList<QByteArray> tests;
    if (!query.runs.isEmpty()) {
        QByteArray runs;
        for (const RunId run : query.runs)
            runs += (runs.isEmpty() ? "" : ", ") + result.parameter(run);
        tests.append("run_id IN (" + runs + ')');
    }
    for (const Condition &condition : query.filter.conditions) {
        const Result<QByteArray> test = result.test(*query.schema, condition);
        if (!test)
            return std::unexpected(test.error());
        tests.append(condition.negated ? "NOT ifnull(" + *test + ", 0)" : *test);
    }
    if (!tests.isEmpty())
        result.m_where = " WHERE " + tests.join(" AND ");
    if (const Result<void> sorted = result.addSort(*query.schema, query.sort); !sorted)
        return std::unexpected(sorted.error());
    return result;
}

QByteArray FilterSql::source(const Column *selected) const
{
    const Relation relation(*m_schema);
    const bool isLong = m_looksAtLongText || (selected && selected->type == ColumnType::LongText);
    return isLong ? relation.view() : relation.table();
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

Result<QByteArray> FilterSql::test(const table::Schema &schema, const Condition &condition)
{
    if (condition.op != FilterOp::OneOf && condition.operands.size() != operandsOf(condition.op))
        return fail(Reason::BadValue,
                    QStringLiteral("%1: %2 operands").arg(condition.column).arg(condition.operands.size()));
    const auto isMissing = [](const Value &operand) { return isNull(operand); };
    if (condition.op != FilterOp::OneOf && std::ranges::any_of(condition.operands, isMissing))
        return fail(Reason::BadValue, QStringLiteral("%1: nothing to compare with").arg(condition.column));
    if (!condition.column.isEmpty()) {
        const std::optional<int> index = schema.indexOf(condition.column);
        if (!index)
            return fail(Reason::BadValue, QStringLiteral("no column \"%1\"").arg(condition.column));
        return test(schema.columns[size_t(*index)], condition);
    }
    if (condition.op != FilterOp::Contains && condition.op != FilterOp::Matches)
        return fail(Reason::BadValue, QStringLiteral("a test of any column can only be contains or matches"));
    QByteArray any;
    for (const Column &column : schema.columns) {
        if (!isSearched(column))
            continue;
        const Result<QByteArray> one = test(column, condition);
        if (!one)
            return one;
        any += (any.isEmpty() ? "(" : " OR ") + *one;
    }
    return any.isEmpty() ? QByteArray("0") : any + ')';
}

Result<QByteArray> FilterSql::test(const Column &column, const Condition &condition)
{
    m_looksAtLongText = m_looksAtLongText || column.type == ColumnType::LongText;
    if (condition.op == FilterOp::Empty)
        return isEmpty(column);
    Result<QByteArray> result;
    if (condition.op == FilterOp::Contains)
        result = "linnet_contains(" + name(column) + ", " +
                 parameter(foldText(toText(condition.operands[0]))) + ')';
    else if (condition.op == FilterOp::Matches)
        result = pattern(column, condition.operands[0]);
    else
        result = isNumeric(column) ? numberTest(column, condition) : textTest(column, condition);
    if (!result)
        return result;
    const bool emptyToo =
        condition.op == FilterOp::OneOf &&
        std::ranges::any_of(condition.operands, [](const Value &operand) { return isNull(operand); });
    // Functions are not asked about empty cells.
    *result = '(' + name(column) + (isNumeric(column) ? " IS NOT NULL AND " : " <> '' AND ") + *result + ')';
    return emptyToo ? '(' + *result + " OR " + isEmpty(column) + ')' : *result;
}

Result<QByteArray> FilterSql::pattern(const Column &column, const Value &operand)
{
    const QRegularExpression expression(toText(operand), QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid())
        return fail(Reason::BadValue, QStringLiteral("/%1/ at %2: %3")
                                          .arg(expression.pattern())
                                          .arg(expression.patternErrorOffset())
                                          .arg(expression.errorString()));
    const QByteArray function = column.type == ColumnType::List ? "linnet_item_matches(" : "linnet_matches(";
    return function + name(column) + ", " + parameter(expression.pattern()) + ')';
}

Result<QByteArray> FilterSql::numberTest(const Column &column, const Condition &condition)
{
    QByteArray places;
    for (const Value &operand : condition.operands) {
        if (isNull(operand))
            continue;
        Result<Value> value = number(column, operand);
        if (!value)
            return std::unexpected(value.error());
        places += (places.isEmpty()                    ? ""
                   : condition.op == FilterOp::Between ? " AND "
                                                       : ", ") +
                  parameter(*value);
    }
    if (condition.op == FilterOp::Between)
        return name(column) + " BETWEEN " + places;
    if (condition.op == FilterOp::OneOf)
        return name(column) + " IN (" + places + ')';
    return name(column) + comparison(condition.op) + places;
}

// A part of a time stands for all of it: created <= 2026-11-21 includes that day.
Result<QByteArray> FilterSql::textTest(const Column &column, const Condition &condition)
{
    // Operands are bound in the order in which parameter() was called.
    const auto one = [&](FilterOp op, const Value &operand) -> QByteArray {
        const QString text = toText(operand);
        if (column.type == ColumnType::Time) {
            const QByteArray part = "substr(" + name(column) + ", 1, " + parameter(qint64(text.size())) + ')';
            return part + comparison(op) + parameter(text);
        }
        if (column.type == ColumnType::List && op == FilterOp::Equals)
            return "linnet_item(" + name(column) + ", " + parameter(foldText(text)) + ')';
        return compared(column) + comparison(op) + parameter(foldText(text));
    };
    if (condition.op == FilterOp::Between) {
        const QByteArray from = one(FilterOp::AtLeast, condition.operands[0]);
        return '(' + from + " AND " + one(FilterOp::AtMost, condition.operands[1]) + ')';
    }
    if (condition.op != FilterOp::OneOf)
        return one(condition.op, condition.operands[0]);
    QByteArray any;
    for (const Value &operand : condition.operands) {
        if (!isNull(operand))
            any += (any.isEmpty() ? "(" : " OR ") + one(FilterOp::Equals, operand);
    }
    return any.isEmpty() ? QByteArray("0") : any + ')';
}

Result<void> FilterSql::addSort(const table::Schema &schema, const table::Sort &sort)
{
    QByteArray keys;
    for (const table::SortKey &key : sort) {
        const std::optional<int> index = schema.indexOf(key.column);
        if (!index)
            return fail(Reason::BadValue, QStringLiteral("no column \"%1\"").arg(key.column));
        Column column = schema.columns[size_t(*index)];
        QByteArray value = compared(column);
        // The beginning decides; whole descriptions would make keys of hundreds of megabytes.
        m_looksAtLongText = m_looksAtLongText || column.type == ColumnType::LongText;
        if (column.type == ColumnType::LongText)
            value = "linnet_fold(substr(" + name(column) + ", 1, 200))";
        keys += isEmpty(column) + ", " + value + (key.descending ? " DESC, " : ", ");
    }
    m_orderBy = " ORDER BY " + keys + "row_id";
    return {};
}

} // namespace linnet::store
