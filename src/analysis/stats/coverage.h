// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// Of how many rows each of some columns is filled, by the values of another one.
struct Coverage
{
    struct Group
    {
        table::Value of; ///< nothing: of rows without a value
        qint64 rows = 0;
        std::vector<qint64> filled; ///< of them, by the columns that were asked for
    };

    qint64 rows = 0;
    std::vector<Group> groups; ///< the largest first
};

/// Some columns at a time, so that a million rows need the arrays of few. Long texts are counted by
/// filters. For any thread; Cancelled when stopped.
Result<Coverage> coverage(store::RowReader &reader, const store::RowQuery &rows, int by,
                          const std::vector<int> &columns, std::stop_token stop);

} // namespace linnet::analysis
