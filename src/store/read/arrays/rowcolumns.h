// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/arrays/columnarray.h"

namespace linnet::store {

/// Rows that pass a filter, and columns of theirs.
struct RowColumns
{
    IdVectorPtr ids; ///< in order of arrival; of rows that do not pass, too
    std::vector<std::shared_ptr<const ColumnArray>> columns; ///< of these rows
    QBitArray among;                                         ///< those that pass; empty: all
};

} // namespace linnet::store
