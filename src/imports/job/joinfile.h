// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/tablefile.h"
#include "store/course.h"
#include "store/joinedtable.h"

namespace linnet::imports {

/// A file whose columns are to be looked up by the value of a column of rows.
struct JoinSpec
{
    QString path;
    TableChoice choice = {};           ///< sheet, encoding, separator
    const table::Schema *of = nullptr; ///< the rows, with the columns that were joined before
    QString by;                        ///< key of their column
    QString key = {}; ///< the file's column with the same values; "" = see JoinFile::keyOf(), else the first
    QStringList columns = {}; ///< the file's columns that are wanted; empty = all but the key
    QString name = {};        ///< of the table; "" = the file's, without its ending

    QString tableName() const;
};

/// Reads a table of any rows as one that is joined to rows of the program.
namespace JoinFile {

inline constexpr qsizetype MostColumns = 100;
inline constexpr qint64 MostCells = 10'000'000;
inline constexpr qint64 MostBytes = 256LL * 1024 * 1024; ///< of texts, in memory

struct Read
{
    std::shared_ptr<const store::JoinedTable> table;
    qint64 rows = 0;       ///< of the file
    qint64 withoutKey = 0; ///< that were left out for it
    qint64 repeated = 0;   ///< whose key came before, so that they were left out
    QStringList problems;  ///< translated, each with its place; of the first MostProblems rows left out
};
inline constexpr qsizetype MostProblems = 100;

/// Whichever of a file's columns is called like the rows' column, by its own name before others'.
std::optional<int> keyOf(const QStringList &names, const table::Schema &of, int by);

/// Takes long: for the pool. A column is of numbers or of times when all its cells are, but for those that
/// say that nothing is known. BadValue: a column that the file or the rows do not have, or cannot be joined
/// by. TooLarge, Io, BadFile as TableFile; Cancelled.
Result<Read> read(const JoinSpec &spec, const store::Course &course = {});

} // namespace JoinFile

} // namespace linnet::imports
