// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "table/schema.h"

#include <QElapsedTimer>

#include <chrono>

namespace linnet::store {

class Database;

/// Puts the words of the rows of one schema into their index (RowWordSql), for WordIndexer.
class RowWordIndexer
{
public:
    /// The database outlives it.
    static Result<RowWordIndexer> open(Database &database, const table::Schema &schema);

    /// Within a transaction: the next rows, until the time is over.
    Result<void> work(const QElapsedTimer &time, std::chrono::milliseconds most);
    Result<bool> isLeft();
    /// Within a transaction: all rows are to be indexed again.
    Result<void> startOver();

private:
    RowWordIndexer(Database &database, const table::Schema &schema);
    Result<void> prepare();
    Result<bool> indexChanged();

    Database *m_database;
    const table::Schema *m_schema;
    Statement m_left;
    Statement m_changed; ///< a row that was changed
    Statement m_forget;  ///< that it was
    Statement m_through;
    Statement m_setThrough;
    Statement m_rows; ///< behind an id
    Statement m_add;
};

} // namespace linnet::store
