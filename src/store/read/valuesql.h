// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/schema/columnsql.h"
#include "table/filter.h"

#include <QByteArray>

namespace linnet::store {

/// One value in SQL, and the tests of it: of a column in each row, or of any value that is bound.
class ValueSql
{
public:
    /// What users type, in the order of the "?" that stand for it.
    using Operands = QList<table::Value>;

    /// `key` names it in messages; `value` is an expression; isExact: equal texts are equal letter by letter.
    ValueSql(QLatin1StringView key, QByteArray value, table::ColumnType type, bool isExact = false);
    /// A column of the row r, as people see it.
    static ValueSql of(const table::Schema &schema, const table::Column &column);
    /// A column whose value stands elsewhere, as `value` there.
    static ValueSql at(const ColumnSql::Home &home, const table::Column &column, const QByteArray &value);
    /// The same, empty texts as nothing.
    ValueSql orNull() const;

    const QByteArray &value() const { return m_value; }
    QByteArray compared() const; ///< the value as it is compared
    QByteArray isEmpty() const;
    /// 1 for the values, else 0; without parameters, which an order cannot have.
    QByteArray isOneOf(const QList<table::Value> &values) const;

    /// Whether the operands of a condition are as many as its operator wants, else BadValue.
    static Result<void> check(const table::Condition &condition);
    /// The condition, but for its negation, as an expression that begins with the value; its operands are
    /// appended. BadValue for operands that do not fit and regular expressions that are none.
    Result<QByteArray> test(const table::Condition &condition, Operands &operands) const;

    bool isOneText() const; ///< neither a number nor a list
    bool isFolded() const;  ///< one text, compared by its folded form as a whole

private:
    bool isNumeric() const;
    Result<QByteArray> textTest(const table::Condition &condition, Operands &operands) const;
    Result<QByteArray> numberTest(const table::Condition &condition, Operands &operands) const;
    QByteArray anyItem(const QList<table::Value> &items, Operands &operands) const;
    Result<QByteArray> hasWords(const table::Value &operand, Operands &operands) const;
    Result<QByteArray> pattern(const table::Value &operand, Operands &operands) const;

    QLatin1StringView m_key;
    QByteArray m_value;
    table::ColumnType m_type;
    bool m_isExact;
};

} // namespace linnet::store
