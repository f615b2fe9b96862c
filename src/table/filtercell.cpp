// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filtercell.h"

#include "table/filtervalue.h"
#include "table/wordquery.h"

#include <QRegularExpression>

#include <algorithm>
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

// Text that the cell language would take for something else, or not take whole, has to be quoted.
QString literal(const QString &text, bool isBare)
{
    const bool isSpecial =
        text.isEmpty() || text.trimmed() != text || isQuoted(text) ||
        (isBare && (QStringView(u"=<>!").contains(text.front()) || isPattern(text) || text.contains(u'~')));
    return isSpecial ? FilterValue::quoted(text) : text;
}

} // namespace

bool FilterCell::isExact() const
{
    return FilterValue::isNumeric(m_column) || m_column.type == ColumnType::Bool;
}

Result<Condition> FilterCell::compare(FilterOp op, QStringView text, bool negated) const
{
    text = text.trimmed();
    if (text.isEmpty())
        return fail(Reason::BadValue, u"expected a value"_s);
    const Result<Value> value = FilterValue::read(m_column, unquoted(text));
    if (!value)
        return std::unexpected(value.error());
    return Condition{m_column.key, op, {*value}, negated};
}

Result<Condition> FilterCell::match(QStringView text, bool negated) const
{
    const QString pattern = text.sliced(1, text.size() - 2).toString();
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid())
        return fail(Reason::BadValue,
                    u"at %1: %2"_s.arg(expression.patternErrorOffset() + 1).arg(expression.errorString()));
    return Condition{m_column.key, FilterOp::Matches, {pattern}, negated};
}

Result<Condition> FilterCell::words(QStringView text, bool negated) const
{
    if (const Result<WordQuery> query = WordQuery::parse(text); !query)
        return std::unexpected(query.error());
    return Condition{m_column.key, FilterOp::HasWords, {text.toString()}, negated};
}

Result<Condition> FilterCell::span(QStringView text) const
{
    const qsizetype at = text.indexOf(u'~');
    const QStringView from = text.first(at).trimmed();
    const QStringView to = text.sliced(at + 1).trimmed();
    if (from.isEmpty() || to.isEmpty())
        return compare(to.isEmpty() ? FilterOp::AtLeast : FilterOp::AtMost, to.isEmpty() ? from : to, false);
    Result<Condition> result = compare(FilterOp::Between, from, false);
    if (!result)
        return result;
    const Result<Condition> upper = compare(FilterOp::Between, to, false);
    if (!upper)
        return upper;
    result->operands += upper->operands;
    return result;
}

// What is neither a comparison nor an empty test.
Result<Condition> FilterCell::plain(QStringView text, bool negated) const
{
    if (isPattern(text))
        return match(text, negated);
    if (isExact())
        return compare(FilterOp::Equals, text, negated);
    if (text.startsWith(u'~') && !FilterValue::isSpan(m_column))
        return words(text.sliced(1).trimmed(), negated);
    if (text.isEmpty())
        return fail(Reason::BadValue, u"expected the text that should not be contained"_s);
    return Condition{m_column.key, FilterOp::Contains, {unquoted(text)}, negated};
}

Result<Condition> FilterCell::read(QStringView text) const
{
    // Excel's way to say it.
    if (text.startsWith(u"<>"))
        return read(u"!="_s.append(text.sliced(2)));
    for (const auto &[prefix, op] : Prefixes) {
        if (text.startsWith(prefix))
            return compare(op, text.sliced(prefix.size()), false);
    }
    if (const std::optional<Condition> found = hundreds(m_column, text))
        return *found;
    const bool negated = text.startsWith(u'!');
    const QStringView rest = negated ? text.sliced(1).trimmed() : text;
    if (rest == u"=")
        return Condition{m_column.key, FilterOp::Empty, {}, negated};
    if (rest.startsWith(u'='))
        return compare(FilterOp::Equals, rest.sliced(1), negated);
    if (!negated && FilterValue::isSpan(m_column) && text.contains(u'~') && !isQuoted(text) &&
        !isPattern(text))
        return span(text);
    return plain(rest, negated);
}

Result<QList<Condition>> FilterCell::parse(QStringView text) const
{
    text = text.trimmed();
    if (text.isEmpty())
        return QList<Condition>();
    const Result<Condition> condition = read(text);
    if (!condition)
        return std::unexpected(condition.error());
    return QList<Condition>{*condition};
}

QString FilterCell::toText(const Condition &condition) const
{
    const QString text = written(condition);
    const auto again = text.isNull() ? Result<QList<Condition>>() : parse(text);
    // Signs within texts may mean something where they stand.
    const bool isSame = again && again->size() == 1 && again->front().op == condition.op &&
                        again->front().negated == condition.negated &&
                        std::ranges::equal(
                            again->front().operands, condition.operands, {},
                            [](const Value &value) { return table::toText(value); },
                            [](const Value &value) { return table::toText(value); });
    return isSame ? text : QString();
}

/// Null when there is no way to say it.
QString FilterCell::written(const Condition &condition) const
{
    const QString no = condition.negated ? u"!"_s : QString();
    const auto operand = [&](qsizetype i) { return table::toText(condition.operands.value(i)); };
    switch (condition.op) {
    case FilterOp::Empty:
        return no + u'=';
    case FilterOp::Contains:
        return isExact() ? QString() : no + literal(operand(0), true);
    case FilterOp::Equals:
        return isExact() && !condition.negated ? operand(0) : no + u'=' + literal(operand(0), false);
    case FilterOp::HasWords:
        return isExact() || FilterValue::isSpan(m_column) ? QString() : no + u'~' + operand(0);
    case FilterOp::Matches:
        return operand(0).isEmpty() ? QString() : no + u'/' + operand(0) + u'/';
    case FilterOp::Between:
        return condition.negated || !FilterValue::isSpan(m_column)
                   ? QString()
                   : literal(operand(0), true) + u'~' + literal(operand(1), true);
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
