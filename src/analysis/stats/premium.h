// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <stop_token>

namespace linnet::analysis {

/// What goes with a value of a column, such as a skill: the numbers of rows that have it beside those of rows
/// that do not. It goes with it; nothing says that it comes from it. Rows without a number are no part of it.
struct Premium
{
    table::Value of;
    qint64 with = 0; ///< rows
    qint64 without = 0;
    double medianWith = 0;
    std::optional<double> medianWithout; ///< nothing when every row has it
};

/// Of each value, or item, that a row with a number has: most frequent first, then in the order of the
/// column; at most `top`, 0 = all. Columns as in StatsQuestion.
Result<std::vector<Premium>> premiums(store::RowReader &reader, const store::RowQuery &rows, int of,
                                      int measure, qsizetype top, std::stop_token stop);

} // namespace linnet::analysis
