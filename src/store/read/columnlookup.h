// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "store/sqlite/statement.h"
#include "table/cellview.h"

#include <QHash>

#include <deque>
#include <span>
#include <vector>

namespace linnet::store {

class Database;

/// Values of another table's rows by run and number, each row asked for once. Used by one thread.
class ColumnLookup
{
public:
    /// from: behind the selected values; parameters 1 and 2 are run and number. Values come by add().
    explicit ColumnLookup(QByteArray from);
    /// A whole query of so many values.
    ColumnLookup(QByteArray query, size_t values);

    /// An expression to select; its place among the values.
    int add(const QByteArray &expression);
    const QByteArray &from() const { return m_from; }
    Result<void> prepare(Database &database);

    using Values = std::span<const table::CellView>;
    /// All nothing when there is no such row. Good until clear(); texts are valid UTF-8, blobs are bytes.
    Result<void> find(RunId run, qint64 number, Values &values);

    qsizetype bytes() const { return m_bytes; } ///< kept, roughly
    void clear();

private:
    struct Row
    {
        std::vector<table::CellView> values;
        std::vector<QByteArray> texts;
    };

    QByteArray m_from;
    QByteArray m_query;
    QList<QByteArray> m_expressions;
    size_t m_count = 0;
    Statement m_statement;
    QHash<std::pair<RunId, qint64>, const Row *> m_known;
    const Row *m_last = nullptr; ///< columns of one table are asked for one after the other
    std::pair<RunId, qint64> m_lastKey;
    std::deque<Row> m_rows;
    qsizetype m_bytes = 0;
};

} // namespace linnet::store
