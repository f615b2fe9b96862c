// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/wordconditions.h"

#include <algorithm>

namespace linnet::models::WordConditions {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;
using table::Condition;
using table::FilterOp;

namespace {

bool isLong(const table::Column &column)
{
    return column.isStoredLong();
}

bool looksAtLongText(const table::Schema &schema, const Condition &condition)
{
    if (condition.column.isEmpty())
        return std::ranges::any_of(schema.columns, isLong);
    const auto index = schema.indexOf(condition.column);
    return index && isLong(schema.columns[size_t(*index)]);
}

/// As it would be typed; "" when there is no word in it.
QString wordsOf(const QString &part)
{
    QString plain;
    for (const QChar c : part)
        plain += c == u'*' || c == u'"' ? QChar(u' ') : c;
    plain = plain.simplified();
    // Behind a sign no word begins that a star could belong to.
    const bool isWordLast = !plain.isEmpty() && (plain.back().isLetterOrNumber() || plain.back() == u'+');
    const QString words = u'"' + plain + (isWordLast ? u"*\""_s : u"\""_s);
    return table::WordQuery::parse(words) ? words : QString();
}

} // namespace

std::vector<table::WordQuery> wanted(const table::Filter &filter)
{
    std::vector<table::WordQuery> result;
    for (const Condition &condition : filter.conditions) {
        if (condition.op != FilterOp::HasWords || condition.negated)
            continue;
        if (auto query = table::WordQuery::parse(table::toText(condition.operands.value(0))))
            result.push_back(std::move(*query));
    }
    return result;
}

bool useIndex(const table::Schema &schema, const table::Filter &filter)
{
    return std::ranges::any_of(filter.conditions, [&](const Condition &condition) {
        return condition.op == FilterOp::HasWords && looksAtLongText(schema, condition);
    });
}

std::optional<table::Filter> insteadOfParts(const table::Schema &schema, const table::Filter &filter)
{
    table::Filter result = filter;
    bool isOther = false;
    for (Condition &condition : result.conditions) {
        if (condition.op != FilterOp::Contains || !looksAtLongText(schema, condition))
            continue;
        const QString words = wordsOf(table::toText(condition.operands.value(0)));
        if (words.isEmpty())
            continue;
        condition.op = FilterOp::HasWords;
        condition.operands = {words};
        isOther = true;
    }
    return isOther ? std::optional(result) : std::nullopt;
}

} // namespace linnet::models::WordConditions
