// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"
#include "table/schema.h"

#include <QString>

#include <memory>

namespace linnet::store {

/// What changed between two runs of a project: a small SQLite file beside the project, with the number of
/// each row that changed and what happened to it. RowReader opens it in the project's place and joins both,
/// so that filters, sorts, facets, pages and exports work on changes as on any rows. The project is never
/// written. Used by one thread at a time.
class ChangeFile
{
public:
    /// `rows`: the schema of the project's rows. An old file of that name is replaced. Errors as of any file:
    /// Io, DiskFull, Storage.
    static Result<std::unique_ptr<ChangeFile>> create(const QString &path, const QString &projectPath,
                                                      const table::Schema &rows);

    /// Each row at most once, in any order.
    Result<void> add(qint64 row, QLatin1StringView change, const QString &fields, const QString &was);
    /// Before it, a reader finds no changes.
    Result<void> commit();

    /// A connection for reading to a project, or to the project of such a file with its changes.
    static Result<Database> openProject(const QString &path);

private:
    explicit ChangeFile(Database database);

    Database m_database;
    Statement m_insert;
};

} // namespace linnet::store
