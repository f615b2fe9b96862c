// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rowquery.h"

#include <QByteArray>

namespace linnet::store {

class Statement;

/// A RowQuery as SQL over its schema's view. What users type is always bound, never part of the SQL.
class FilterSql
{
public:
    /// BadValue for unknown columns, operands that do not fit and regular expressions that are none.
    static Result<FilterSql> compile(const RowQuery &query);

    /// What to select from: the table alone when nothing looks at a long text, and neither does the column to
    /// be selected; else the view, which has to look each long text up.
    QByteArray source(const table::Column *selected = nullptr) const;
    const QByteArray &where() const { return m_where; }     ///< " WHERE …" or ""
    const QByteArray &orderBy() const { return m_orderBy; } ///< " ORDER BY …", never empty
    /// Binds the operands from a parameter on; gives the first free one.
    int bind(Statement &statement, int from = 1) const;

    /// For code that adds to a query: the column's quoted name, its value as it is compared, and when it is
    /// empty.
    static QByteArray name(const table::Column &column);
    static QByteArray compared(const table::Column &column);
    static QByteArray isEmpty(const table::Column &column);

private:
    Result<QByteArray> test(const table::Schema &schema, const table::Condition &condition);
    Result<QByteArray> test(const table::Column &column, const table::Condition &condition);
    Result<QByteArray> textTest(const table::Column &column, const table::Condition &condition);
    Result<QByteArray> numberTest(const table::Column &column, const table::Condition &condition);
    Result<QByteArray> pattern(const table::Column &column, const table::Value &operand);
    QByteArray parameter(table::Value value);
    Result<void> addSort(const table::Schema &schema, const table::Sort &sort);

    const table::Schema *m_schema = nullptr;
    bool m_looksAtLongText = false;
    QByteArray m_where;
    QByteArray m_orderBy;
    QList<table::Value> m_operands;
};

} // namespace linnet::store
