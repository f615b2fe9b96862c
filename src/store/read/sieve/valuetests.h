// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/foldedtext.h"
#include "store/sqlite/statement.h"
#include "table/filter.h"
#include "table/schema.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>

#include <span>
#include <vector>

namespace linnet::store {

class Database;
class ValueSql;

/// Conditions on one column, asked of values instead of rows. Used by one thread, no longer than its
/// database.
class ValueTests
{
public:
    static constexpr qsizetype Most = 64;

    /// At most so many; all are on this column. BadValue for operands that do not fit and regular expressions
    /// that are none.
    static Result<ValueTests> prepare(Database &database, const table::Schema &schema,
                                      const table::Column &column,
                                      std::span<const table::Condition> conditions);

    /// Bit i: a row with this value passes condition i.
    Result<quint64> passed(const table::CellView &value);

private:
    /// Whether texts, which most values are, need no SQL for it: each is asked millions of times.
    bool takeOver(const table::Condition &condition, const ValueSql &tested, quint64 bit);
    Result<quint64> askSql(const table::CellView &value);

    Statement m_tests;               ///< all of them
    std::vector<QByteArray> m_texts; ///< of the operands, which stay bound
    int m_count = 0;
    quint64 m_negated = 0;
    quint64 m_ofSql = 0;                 ///< of texts
    QHash<QByteArray, quint64> m_equals; ///< folded texts, by the conditions that they pass
    std::vector<std::pair<QRegularExpression, quint64>> m_patterns;
    FoldedText m_folded;
};

} // namespace linnet::store
