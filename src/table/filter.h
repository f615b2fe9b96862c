// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QList>

namespace linnet::table {

enum class FilterOp : quint8
{
    Contains, ///< folded substring
    Equals,   ///< folded text, number or bool
    OneOf,    ///< equals any operand; for List columns: any item equals any operand
    Less,
    AtMost,
    Greater,
    AtLeast,
    Between, ///< inclusive, two operands
    Matches, ///< regular expression, case-insensitive, Unicode
    Empty,
    HasWords, ///< all words of a WordQuery
};

/// Whether a test can be one of any text column.
constexpr bool isOfAnyText(FilterOp op)
{
    return op == FilterOp::Contains || op == FilterOp::HasWords || op == FilterOp::Matches;
}

/// One test of one column; an empty column means "any text column" (see isOfAnyText()).
/// A row whose cell is empty passes only Empty and negated tests.
struct Condition
{
    QString column;
    FilterOp op = FilterOp::Contains;
    QList<Value> operands;
    bool negated = false;

    bool operator==(const Condition &) const = default;
};

/// The one filter of filter row, facets, chips, --where and saved views: all conditions hold.
struct Filter
{
    QList<Condition> conditions;

    bool isEmpty() const { return conditions.isEmpty(); }
    Filter without(const QString &column) const;
    QList<Condition> of(const QString &column) const;
    bool operator==(const Filter &) const = default;
};

struct SortKey
{
    QString column;
    bool descending = false;
    /// Texts, or yes and no, that come before all others, equal among themselves, whichever way is sorted;
    /// nothing stands for empty cells.
    QList<Value> first = {};

    bool operator==(const SortKey &) const = default;
};

/// Sorting keys, strongest first; ties and an empty Sort keep the order of arrival. Empty cells come last
/// both ways.
using Sort = QList<SortKey>;

} // namespace linnet::table
