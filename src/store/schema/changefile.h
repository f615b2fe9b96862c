// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"
#include "table/schema.h"

#include <QString>

#include <memory>
#include <optional>

namespace linnet::store {

/// What changed between two runs of a project: a small SQLite file beside the project, with the number of
/// each row that changed and what happened to it, and of rows when they were seen first and last. RowReader
/// opens it in the project's place and joins both, so that filters, sorts, facets, pages and exports work on
/// changes as on any rows, and the rows themselves have their OverTime columns. The project is never
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
    /// Over the runs of a task.
    struct Seen
    {
        QString first; ///< when the run began, ISO 8601 UTC
        QString last;
        std::optional<qint64> days; ///< its age when it was seen last
    };
    Result<void> addSeen(qint64 row, const Seen &seen); ///< as add()
    /// Before it, a reader finds no changes.
    Result<void> commit();

    /// A new file that RowReader opens in the project's place, in a transaction: with what it is about, and
    /// no tables yet.
    static Result<Database> begin(const QString &path, const QString &projectPath, QLatin1StringView of);

    /// The file at `path` is one of these, and no project.
    static Result<bool> isOne(const QString &path);

    /// A connection for reading to a project, or to the project of such a file with its changes.
    static Result<Database> openProject(const QString &path);

private:
    explicit ChangeFile(Database database);

    Database m_database;
    Statement m_insert;
    Statement m_insertSeen;
};

} // namespace linnet::store
