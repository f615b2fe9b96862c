// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <variant>
#include <vector>

namespace linnet::table {

/// One cell: nothing, yes/no, whole number, real number or text. Dates are text as the source sent it; lists
/// are text joined by ";".
using Value = std::variant<std::monostate, bool, qint64, double, QString>;

/// The cells of one row in the order of its Schema's columns.
using Cells = std::vector<Value>;

inline bool isNull(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}
inline Value textOrNull(QString text)
{
    return text.isNull() ? Value() : Value(std::move(text));
}

/// The value as text without grouping, locale or quoting: "" for nothing, true/false, shortest exact numbers.
QString toText(const Value &value);

} // namespace linnet::table
