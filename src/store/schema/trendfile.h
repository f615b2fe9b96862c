// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"
#include "table/value.h"

#include <QString>

#include <memory>

namespace linnet::store {

/// How a search went over its runs: rows of table::trendSchema() in a small SQLite file beside the project,
/// which RowReader opens in the project's place, as it does a ChangeFile. Used by one thread at a time.
class TrendFile
{
public:
    /// The subject that such a file has in the place of a table of the project.
    static constexpr QLatin1StringView Subject{"trends"};

    /// An old file of that name is replaced. Errors as of any file: Io, DiskFull, Storage.
    static Result<std::unique_ptr<TrendFile>> create(const QString &path, const QString &projectPath);

    /// Cells in the order of the schema.
    Result<void> add(const table::Cells &row);
    /// Before it, a reader finds no rows.
    Result<void> commit();

private:
    explicit TrendFile(Database database);

    Database m_database;
    Statement m_insert;
};

} // namespace linnet::store
