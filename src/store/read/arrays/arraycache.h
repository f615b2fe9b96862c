// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/arrays/rowcolumns.h"
#include "store/read/arrays/sharedcolumns.h"
#include "store/read/sieve/keptcounts.h"

#include <list>
#include <span>

namespace linnet::store {

/// What was asked last of the rows of some runs, in memory, as long as nothing is written to the project:
/// arrays of columns, which rows pass which condition, and how many pass which filter. For one connection, so
/// for one thread; arrays are shared with the other connections to the file.
class ArrayCache
{
public:
    /// path: of the project.
    explicit ArrayCache(const QString &path);
    /// Columns are made by other rules here than for others.
    void shareNothing() { m_file.clear(); }

    /// Of all of it, in bytes; what was used least recently goes first, what was asked last stays whatever it
    /// takes.
    static constexpr qsizetype MostBytes = 192 * 1024 * 1024;

    using Selection = RowColumns;
    /// The rows of the query, whose sort means nothing, and at least one column of them. Nothing when a
    /// column is left to SQL, see ColumnArray::read(). The caller has begun to read: all is of one moment.
    Result<std::optional<Selection>> select(Database &database, const RowQuery &query,
                                            std::span<const table::Column *const> columns);
    /// For columns that select() will be asked for one by one: they are read in one go. Nothing is done where
    /// few rows pass, which are found sooner.
    Result<void> readAhead(Database &database, const RowQuery &query,
                           std::span<const table::Column *const> columns);
    /// The same without columns. Nothing when a part of it would have to be read from the file first.
    Result<std::optional<Selection>> recall(Database &database, const RowQuery &query);
    /// What conditions say of the rows of a query, whose filter and sort mean nothing, found in one reading
    /// of them: select() and recall() know it then. What is found by an index, or in long texts, is left out.
    Result<void> learn(Database &database, const RowQuery &query,
                       std::span<const table::Condition> conditions);

    /// How many rows the query has, if that was told since something was written to the project, here or by
    /// whoever let the project keep it.
    Result<std::optional<qint64>> countOf(Database &database, const RowQuery &query);
    void remember(const RowQuery &query, qint64 count);
    /// What countOf() knows of the rows of a run, and what the project does.
    struct Counts
    {
        KeptCounts known;
        qsizetype kept = 0; ///< so many of them

        /// Empty when the project has them all.
        QByteArray toKeep() const { return known.counts.size() > kept ? known.pack() : QByteArray(); }
    };
    Result<Counts> countsOf(Database &database, RunId run);

    qsizetype bytes() const;

private:
    static constexpr size_t MostCounts = 1000; ///< of the rows of some runs

    /// The rows of some runs. The last used comes first.
    struct Rows
    {
        const table::Schema *schema = nullptr;
        QList<RunId> runs;
        IdVectorPtr ids;
        std::list<std::pair<const table::Column *, std::shared_ptr<const ColumnArray>>> columns;
        std::list<std::pair<table::Condition, QBitArray>> conditions;
        std::list<std::pair<table::Filter, qint64>> counts;

        qsizetype bytes() const;
    };
    Result<void> forgetOldMoments(Database &database);
    Result<const KeptCounts *> keptCounts(Database &database, RunId run);
    Rows &rowsOf(const RowQuery &query);
    /// Null: not in memory.
    std::shared_ptr<const ColumnArray> columnOf(Rows &rows, const table::Condition &condition);
    bool knows(Rows &rows, const table::Filter &filter); ///< nothing has to be read for it
    using Arrays = std::vector<std::shared_ptr<const ColumnArray>>;
    /// Null in place of those that are left to SQL.
    Result<Arrays> arraysOf(Database &database, Rows &rows, std::span<const table::Column *const> columns);
    void keep(Rows &rows, const table::Column &column, const std::shared_ptr<const ColumnArray> &array);
    std::shared_ptr<const ColumnArray> borrowed(const Rows &rows, const table::Column &column) const;
    SharedColumns::Key sharedKey(const Rows &rows, const table::Column &column) const;
    Result<QBitArray> passing(Database &database, Rows &rows, const table::Filter &filter);
    Result<QBitArray> passing(Database &database, Rows &rows, const table::Condition &condition);
    void keepWithinBound();

    QString m_file;        ///< SharedColumns::fileKey(); "" = nothing is shared
    qint64 m_version = -1; ///< of the file
    qint64 m_writes = -1;  ///< of rows
    std::list<Rows> m_rows;
    QHash<RunId, KeptCounts> m_kept; ///< of this moment
};

} // namespace linnet::store
