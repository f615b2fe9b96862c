// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/columns/columnmap.h"
#include "imports/sourcerow.h"

#include <span>

namespace linnet::imports {

/// The row of a table that names its columns: not always the first, there may be titles above it.
struct HeaderRow
{
    static constexpr size_t LooksAt = 30; ///< rows

    size_t index = 0; ///< among the rows looked at
    QStringList names;
    const table::Schema *schema = nullptr; ///< whose columns it names; null = none of them

    /// wanted: null = whichever fits best.
    static HeaderRow find(std::span<const SourceRow> rows, const table::Schema *wanted,
                          const ColumnChoices &choices);
    /// The table whose columns these names are; null when not one of them is known.
    static const table::Schema *schemaOf(const QStringList &names, const table::Schema *wanted,
                                         const ColumnChoices &choices);
};

} // namespace linnet::imports
