// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/columnarray.h"

#include <list>

namespace linnet::store {

/// The column arrays that were asked for last, as long as nothing was written to the project. For one
/// connection, so for one thread.
class ArrayCache
{
public:
    /// Of all arrays, in bytes; the least recently used go first, the newest one stays whatever it takes.
    static constexpr qsizetype MostBytes = 192 * 1024 * 1024;

    /// No array: see ColumnArray::read().
    Result<std::shared_ptr<const ColumnArray>> array(Database &database, const RowQuery &query,
                                                     const table::Column &column);
    qsizetype bytes() const;

private:
    struct Kept
    {
        RowQuery query; ///< without sort
        const table::Column *column;
        std::shared_ptr<const ColumnArray> array;
    };

    qint64 m_version = -1;  ///< of the data
    std::list<Kept> m_kept; ///< the last used first
};

} // namespace linnet::store
