// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/underwayfilter.h"

#include "base/textfold.h"
#include "table/requestschema.h"
#include "table/wordquery.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace linnet::models {

namespace {

using table::Condition;
using table::FilterOp;
using table::RequestColumn;
using table::Value;

/// None for what is not known before the end.
std::optional<Value> cell(const net::Attempt &attempt, RequestColumn column)
{
    switch (column) {
    case RequestColumn::Url:
        return attempt.url;
    case RequestColumn::Host:
        return attempt.host.toString();
    case RequestColumn::Method:
        return QString(net::nameOf(attempt.method));
    case RequestColumn::Attempt:
        return qint64(attempt.number);
    case RequestColumn::Proxy:
        return attempt.proxy.toString();
    default:
        return std::nullopt;
    }
}

/// Three-way, as the table compares: numbers by value, texts folded.
int compare(const Value &cell, const Value &operand)
{
    if (const auto *number = std::get_if<qint64>(&cell)) {
        const double other = table::toText(operand).toDouble();
        return double(*number) < other ? -1 : double(*number) > other ? 1 : 0;
    }
    return foldText(table::toText(cell)).compare(foldText(table::toText(operand)));
}

bool holds(const Condition &condition, const Value &cell)
{
    const auto against = [&](int operand) { return compare(cell, condition.operands[operand]); };
    const auto equals = [&](const Value &operand) { return compare(cell, operand) == 0; };
    const QString text = table::toText(cell);
    if (condition.op == FilterOp::Empty)
        return text.isEmpty();
    if (text.isEmpty())
        return condition.op == FilterOp::OneOf && std::ranges::any_of(condition.operands, table::isNull);
    switch (condition.op) {
    case FilterOp::Contains:
        return containsFolded(text, foldText(table::toText(condition.operands[0])));
    case FilterOp::HasWords:
        return table::WordQuery::parse(table::toText(condition.operands[0]))
            .value_or(table::WordQuery())
            .matches(foldText(text));
    case FilterOp::Matches:
        return QRegularExpression(table::toText(condition.operands[0]),
                                  QRegularExpression::CaseInsensitiveOption |
                                      QRegularExpression::UseUnicodePropertiesOption)
            .match(text)
            .hasMatch();
    case FilterOp::Equals:
        return against(0) == 0;
    case FilterOp::OneOf:
        return std::ranges::any_of(condition.operands, equals);
    case FilterOp::Less:
        return against(0) < 0;
    case FilterOp::AtMost:
        return against(0) <= 0;
    case FilterOp::Greater:
        return against(0) > 0;
    case FilterOp::AtLeast:
        return against(0) >= 0;
    case FilterOp::Between:
        return against(0) >= 0 && against(1) <= 0;
    case FilterOp::Empty:
        break;
    }
    return false;
}

bool holds(const Condition &condition, const net::Attempt &attempt)
{
    if (condition.column.isEmpty()) {
        constexpr RequestColumn Read[] = {RequestColumn::Url, RequestColumn::Host, RequestColumn::Proxy};
        return condition.negated != std::ranges::any_of(Read, [&](RequestColumn column) {
                   return holds(condition, *cell(attempt, column));
               });
    }
    const auto index = table::requestSchema().indexOf(condition.column);
    const auto known = index ? cell(attempt, RequestColumn(int(*index))) : std::nullopt;
    return !known || holds(condition, *known) != condition.negated;
}

} // namespace

bool UnderWayFilter::passes(const net::UnderWay &request) const
{
    return isOfRuns(request) && (!m_wait || request.wait == *m_wait) &&
           std::ranges::all_of(m_filter.conditions,
                               [&](const Condition &condition) { return holds(condition, request.attempt); });
}

} // namespace linnet::models
