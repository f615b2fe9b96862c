// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/valuesql.h"

#include "base/textfold.h"
#include "table/listvalue.h"
#include "table/wordquery.h"

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
Result<Value> number(QLatin1StringView key, ColumnType type, const Value &operand)
{
    if (const auto *yes = std::get_if<bool>(&operand))
        return qint64(*yes);
    const auto *text = std::get_if<QString>(&operand);
    if (!text)
        return operand;
    if (type == ColumnType::Bool && (*text == u"true" || *text == u"false"))
        return qint64(*text == u"true");
    bool isNumber = false;
    const double result = text->toDouble(&isNumber);
    if (!isNumber)
        return fail(Reason::BadValue, QStringLiteral("%1: \"%2\" is no number").arg(key, *text));
    return result;
}

QByteArray parameter(ValueSql::Operands &operands, Value value)
{
    operands.append(std::move(value));
    return "?";
}

} // namespace

ValueSql::ValueSql(QLatin1StringView key, QByteArray value, ColumnType type, bool isExact)
    : m_key(key)
    , m_value(std::move(value))
    , m_type(type)
    , m_isExact(isExact)
{
}

ValueSql ValueSql::of(const table::Schema &schema, const Column &column)
{
    return {column.key, ColumnSql(schema).expression(column, "r"), column.type};
}

ValueSql ValueSql::at(const ColumnSql::Home &home, const Column &column, const QByteArray &value)
{
    return {column.key, value, home.type, column.storage == table::Storage::Address};
}

Result<void> ValueSql::check(const Condition &condition)
{
    if (condition.op != FilterOp::OneOf && condition.operands.size() != operandsOf(condition.op))
        return fail(Reason::BadValue,
                    QStringLiteral("%1: %2 operands").arg(condition.column).arg(condition.operands.size()));
    if (condition.op != FilterOp::OneOf && std::ranges::any_of(condition.operands, isNull))
        return fail(Reason::BadValue, QStringLiteral("%1: nothing to compare with").arg(condition.column));
    return {};
}

ValueSql ValueSql::orNull() const
{
    return isNumeric() ? *this : ValueSql(m_key, "nullif(" + m_value + ", '')", m_type, m_isExact);
}

bool ValueSql::isNumeric() const
{
    return m_type == ColumnType::Integer || m_type == ColumnType::Real || m_type == ColumnType::Bool;
}

bool ValueSql::isOneText() const
{
    return !isNumeric() && m_type != ColumnType::List;
}

bool ValueSql::isFolded() const
{
    return isOneText() && !m_isExact && m_type != ColumnType::Time;
}

QByteArray ValueSql::compared() const
{
    // Times are compared as they stand.
    return isNumeric() || m_type == ColumnType::Time ? m_value : "linnet_fold(" + m_value + ')';
}

QByteArray ValueSql::isEmpty() const
{
    const QByteArray null = m_value + " IS NULL";
    return isNumeric() ? null : '(' + null + " OR " + m_value + " = '')";
}

Result<QByteArray> ValueSql::test(const Condition &condition, Operands &operands) const
{
    if (condition.op == FilterOp::Empty)
        return isEmpty();
    // Numbers are looked at as texts by what can be asked of any text.
    const bool isNumber = isNumeric() && !table::isOfAnyText(condition.op);
    Result<QByteArray> result;
    if (condition.op == FilterOp::Contains)
        result = "linnet_contains(" + m_value + ", " +
                 parameter(operands, foldText(toText(condition.operands[0]))) + ')';
    else if (condition.op == FilterOp::HasWords)
        result = hasWords(condition.operands[0], operands);
    else if (condition.op == FilterOp::Matches)
        result = pattern(condition.operands[0], operands);
    else
        result = isNumber ? numberTest(condition, operands) : textTest(condition, operands);
    if (!result)
        return result;
    const bool emptyToo = condition.op == FilterOp::OneOf && std::ranges::any_of(condition.operands, isNull);
    // Functions are not asked about empty cells.
    if (!isNumber)
        *result = '(' + m_value + (isNumeric() ? " IS NOT NULL AND " : " <> '' AND ") + *result + ')';
    return emptyToo ? '(' + *result + " OR " + isEmpty() + ')' : *result;
}

Result<QByteArray> ValueSql::hasWords(const Value &operand, Operands &operands) const
{
    if (const Result<table::WordQuery> words = table::WordQuery::parse(toText(operand)); !words)
        return fail(Reason::BadValue, QStringLiteral("%1: %2").arg(m_key, words.error().detail));
    return "linnet_has_words(" + parameter(operands, toText(operand)) + ", " + m_value + ')';
}

Result<QByteArray> ValueSql::pattern(const Value &operand, Operands &operands) const
{
    const QRegularExpression expression(toText(operand), QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid())
        return fail(Reason::BadValue, QStringLiteral("/%1/ at %2: %3")
                                          .arg(expression.pattern())
                                          .arg(expression.patternErrorOffset())
                                          .arg(expression.errorString()));
    const QByteArray function = m_type == ColumnType::List ? "linnet_item_matches(" : "linnet_matches(";
    return function + m_value + ", " + parameter(operands, expression.pattern()) + ')';
}

Result<QByteArray> ValueSql::numberTest(const Condition &condition, Operands &operands) const
{
    QByteArray places;
    for (const Value &operand : condition.operands) {
        if (isNull(operand))
            continue;
        Result<Value> value = number(m_key, m_type, operand);
        if (!value)
            return std::unexpected(value.error());
        places += (places.isEmpty()                    ? ""
                   : condition.op == FilterOp::Between ? " AND "
                                                       : ", ") +
                  parameter(operands, *value);
    }
    if (condition.op == FilterOp::Between)
        return m_value + " BETWEEN " + places;
    if (condition.op == FilterOp::OneOf)
        return m_value + " IN (" + places + ')';
    return m_value + comparison(condition.op) + places;
}

// A part of a time stands for all of it: created <= 2026-11-21 includes that day.
Result<QByteArray> ValueSql::textTest(const Condition &condition, Operands &operands) const
{
    // Operands are bound in the order in which parameter(operands, ) was called.
    const auto one = [&](FilterOp op, const Value &operand) -> QByteArray {
        const QString text = toText(operand);
        if (m_type == ColumnType::Time) {
            const QByteArray part =
                "substr(" + m_value + ", 1, " + parameter(operands, qint64(text.size())) + ')';
            return part + comparison(op) + parameter(operands, text);
        }
        if (m_type == ColumnType::List && op == FilterOp::Equals)
            return anyItem({operand}, operands);
        // Addresses that differ in upper and lower case are different pages.
        if (m_isExact && op == FilterOp::Equals)
            return m_value + " = " + parameter(operands, text);
        return compared() + comparison(op) + parameter(operands, foldText(text));
    };
    if (condition.op == FilterOp::Between) {
        const QByteArray from = one(FilterOp::AtLeast, condition.operands[0]);
        return '(' + from + " AND " + one(FilterOp::AtMost, condition.operands[1]) + ')';
    }
    if (condition.op != FilterOp::OneOf)
        return one(condition.op, condition.operands[0]);
    if (m_type == ColumnType::List)
        return anyItem(condition.operands, operands);
    const bool isTime = m_type == ColumnType::Time; // of which an operand is a part
    QByteArray any;
    for (const Value &operand : condition.operands) {
        if (isNull(operand))
            continue;
        any += any.isEmpty() ? "" : isTime ? " OR " : ", ";
        any += isTime ? one(FilterOp::Equals, operand)
                      : parameter(operands, m_isExact ? toText(operand) : foldText(toText(operand)));
    }
    if (any.isEmpty())
        return QByteArray("0");
    // Folded once for all of them.
    return isTime ? '(' + any + ')' : (m_isExact ? m_value : compared()) + " IN (" + any + ')';
}

// Each list is taken apart once for many items; SQLite's functions have up to 127 arguments.
QByteArray ValueSql::anyItem(const QList<Value> &items, Operands &operands) const
{
    constexpr int InACall = 100;
    QByteArray any;
    int count = 0;
    for (const Value &item : items) {
        if (isNull(item))
            continue;
        if (count++ % InACall == 0)
            any += (any.isEmpty() ? "linnet_item(" : ") OR linnet_item(") + m_value;
        any += ", " + parameter(operands, foldText(table::trimmedItem(toText(item))));
    }
    return any.isEmpty() ? QByteArray("0") : '(' + any + "))";
}

QByteArray ValueSql::isOneOf(const QList<Value> &values) const
{
    const auto is = [this](const Value &value) {
        if (isNull(value))
            return isEmpty();
        if (isNumeric()) {
            const Result<Value> operand = number(m_key, m_type, value);
            return operand ? m_value + " = " + toText(*operand).toUtf8() : QByteArray("0");
        }
        QString text = foldText(toText(value));
        return compared() + " = '" + text.replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
    };
    QList<QByteArray> any;
    for (const Value &value : values)
        any << is(value);
    return "ifnull(" + any.join(" OR ") + ", 0)";
}

} // namespace linnet::store
