// SPDX-License-Identifier: GPL-3.0-or-later
// The cell language of FilterParser: one column, as people type it into the filter row.
#include "table/filterparser.h"
#include "table/filtervalue.h"

#include <QRegularExpression>

#include <optional>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<QStringView, FilterOp> Prefixes[] = {
    {u"<=", FilterOp::AtMost},
    {u">=", FilterOp::AtLeast},
    {u"<", FilterOp::Less},
    {u">", FilterOp::Greater},
};

bool isQuoted(QStringView text)
{
    return text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
}

bool isPattern(QStringView text)
{
    return text.size() > 2 && text.startsWith(u'/') && text.endsWith(u'/');
}

QString unquoted(QStringView text)
{
    if (!isQuoted(text))
        return text.toString();
    return u""_s + text.sliced(1, text.size() - 2).toString().replace(u"\"\""_s, u"\""_s);
}

bool isExact(const Column &column)
{
    return FilterValue::isNumeric(column) || column.type == ColumnType::Bool;
}

Result<Condition> compare(const Column &column, FilterOp op, QStringView text, bool negated)
{
    text = text.trimmed();
    if (text.isEmpty())
        return fail(Reason::BadValue, u"expected a value"_s);
    const Result<Value> value = FilterValue::read(column, unquoted(text));
    if (!value)
        return std::unexpected(value.error());
    return Condition{column.key, op, {*value}, negated};
}

Result<Condition> match(const Column &column, QStringView text, bool negated)
{
    const QString pattern = text.sliced(1, text.size() - 2).toString();
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid())
        return fail(Reason::BadValue,
                    u"at %1: %2"_s.arg(expression.patternErrorOffset() + 1).arg(expression.errorString()));
    return Condition{column.key, FilterOp::Matches, {pattern}, negated};
}

Result<Condition> span(const Column &column, QStringView text)
{
    const qsizetype at = text.indexOf(u'~');
    const QStringView from = text.first(at).trimmed();
    const QStringView to = text.sliced(at + 1).trimmed();
    if (from.isEmpty() || to.isEmpty())
        return compare(column, to.isEmpty() ? FilterOp::AtLeast : FilterOp::AtMost, to.isEmpty() ? from : to,
                       false);
    Result<Condition> result = compare(column, FilterOp::Between, from, false);
    if (!result)
        return result;
    const Result<Condition> upper = compare(column, FilterOp::Between, to, false);
    if (!upper)
        return upper;
    result->operands += upper->operands;
    return result;
}

// What is neither a comparison nor an empty test.
Result<Condition> plain(const Column &column, QStringView text, bool negated)
{
    if (isPattern(text))
        return match(column, text, negated);
    if (isExact(column))
        return compare(column, FilterOp::Equals, text, negated);
    if (text.isEmpty())
        return fail(Reason::BadValue, u"expected the text that should not be contained"_s);
    return Condition{column.key, FilterOp::Contains, {unquoted(text)}, negated};
}

/// "<>" as spreadsheets have it: not this whole value, and alone not empty.
Result<Condition> unlike(const Column &column, QStringView text)
{
    if (text.isEmpty())
        return Condition{column.key, FilterOp::Empty, {}, true};
    return compare(column, FilterOp::Equals, text, true);
}

/// "4xx" of a whole number: 400 to 499.
std::optional<Condition> hundreds(const Column &column, QStringView text)
{
    static const QRegularExpression pattern(u"^([0-9]{1,6})(x{1,6})$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text.toString());
    if (column.type != ColumnType::Integer || !match.hasMatch())
        return std::nullopt;
    qint64 unit = 1;
    for (qsizetype i = 0; i < match.capturedLength(2); ++i)
        unit *= 10;
    const qint64 from = match.captured(1).toLongLong() * unit;
    return Condition{column.key, FilterOp::Between, {from, from + unit - 1}, false};
}

Result<Condition> read(const Column &column, QStringView text)
{
    if (text.startsWith(u"<>"))
        return unlike(column, text.sliced(2).trimmed());
    for (const auto &[prefix, op] : Prefixes) {
        if (text.startsWith(prefix))
            return compare(column, op, text.sliced(prefix.size()), false);
    }
    const bool negated = text.startsWith(u'!');
    const QStringView rest = negated ? text.sliced(1).trimmed() : text;
    if (const std::optional<Condition> digits = hundreds(column, rest); digits && !negated)
        return *digits;
    if (rest == u"=")
        return Condition{column.key, FilterOp::Empty, {}, negated};
    if (rest.startsWith(u'='))
        return compare(column, FilterOp::Equals, rest.sliced(1), negated);
    if (!negated && FilterValue::isSpan(column) && text.contains(u'~') && !isQuoted(text) && !isPattern(text))
        return span(column, text);
    return plain(column, rest, negated);
}

// Text that the cell language would take for something else, or not take whole, has to be quoted.
QString literal(const QString &text, bool isBare)
{
    const bool isSpecial =
        text.isEmpty() || text.trimmed() != text || isQuoted(text) ||
        (isBare && (QStringView(u"=<>!").contains(text.front()) || isPattern(text) || text.contains(u'~')));
    return isSpecial ? FilterValue::quoted(text) : text;
}

} // namespace

Result<QList<Condition>> FilterParser::parseCell(const Column &column, QStringView text) const
{
    text = text.trimmed();
    if (text.isEmpty())
        return QList<Condition>();
    const Result<Condition> condition = read(column, text);
    if (!condition)
        return std::unexpected(condition.error());
    return QList<Condition>{*condition};
}

QString FilterParser::toCell(const Column &column, const Condition &condition) const
{
    const QString no = condition.negated ? u"!"_s : QString();
    const auto operand = [&](qsizetype i) { return table::toText(condition.operands.value(i)); };
    switch (condition.op) {
    case FilterOp::Empty:
        return no + u'=';
    case FilterOp::Contains:
        return isExact(column) ? QString() : no + literal(operand(0), true);
    case FilterOp::Equals:
        return isExact(column) && !condition.negated ? operand(0) : no + u'=' + literal(operand(0), false);
    case FilterOp::Matches:
        return operand(0).isEmpty() ? QString() : no + u'/' + operand(0) + u'/';
    case FilterOp::Between:
        return condition.negated || !FilterValue::isSpan(column) ? QString() : operand(0) + u'~' + operand(1);
    default:
        break;
    }
    for (const auto &[prefix, op] : Prefixes) {
        if (op == condition.op && !condition.negated)
            return prefix.toString() + literal(operand(0), false);
    }
    return {};
}

} // namespace linnet::table
