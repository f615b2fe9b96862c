// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "store/sqlite/transaction.h"
#include "table/cellview.h"
#include "table/schema.h"

#include <QList>

#include <functional>
#include <memory>
#include <span>

namespace linnet::store {

class Database;

/// Reads chosen columns of rows, and only what these need: every export, copy and page goes through it. What
/// stands in other tables (addresses, what became of a link's target) is looked up once for each number and
/// kept. All rows are read as of one moment, that of the opening. Used by one thread, before its Database
/// goes.
class RowCursor
{
public:
    /// What stands in the cells of LongText columns.
    enum class LongTexts : quint8
    {
        Whole,
        /// A text that is stored apart is a number, which is the same for equal texts: to compare rows.
        ByNumber,
    };
    /// The columns are indexes into the schema, each once, in the order of the cells.
    static Result<std::unique_ptr<RowCursor>> open(Database &database, const table::Schema &schema,
                                                   const QList<int> &columns,
                                                   LongTexts longTexts = LongTexts::Whole);
    ~RowCursor();

    /// Called with the place among the ids and the cells, which are good until it returns; false = enough.
    using Visit = std::function<bool(size_t place, table::CellViews cells)>;
    /// The rows that are there, in the order of the ids.
    Result<void> read(std::span<const qint64> ids, const Visit &visit);

    /// How often rows had been written by the moment that is read: two cursors with the same number read the
    /// same. An error in files of earlier versions, which do not count.
    Result<qint64> writes();

    /// Bytes of looked-up values that are kept; above, all are looked up anew.
    static constexpr qsizetype MostKept = 32 * 1024 * 1024;

private:
    class Private;
    explicit RowCursor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
