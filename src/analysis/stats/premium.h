// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// What goes with a value of a column, such as a skill: the numbers of rows that have it beside those of rows
/// that do not. It goes with it; nothing says that it comes from it. Rows without a number are no part of it.
struct Premium
{
    /// The same among rows that are alike in other columns: of each stratum the difference of its
    /// medians, weighted by how many of them have the value.
    struct Matched
    {
        qint64 strata = 0; ///< that have FewestForMedian of both
        qint64 with = 0;   ///< rows in these
        qint64 without = 0;
        double difference = 0;
        double low = 0; ///< the middle 95 % of what rows drawn anew would give (bootstrap within the strata)
        double high = 0;
    };

    table::Value of;
    qint64 with = 0; ///< rows
    qint64 without = 0;
    double medianWith = 0;
    std::optional<double> medianWithout; ///< nothing when every row has it
    std::optional<Matched> matched{}; ///< nothing when not asked for, or no sort of rows has enough of both
};

/// Of what is asked.
struct PremiumQuestion
{
    store::RowQuery rows; ///< its order means nothing
    int of = 0;           ///< columns as in StatsQuestion
    int measure = 0;
    QList<int> alike;  ///< rows are of one sort when they have the same in these; none = nothing is matched
    qsizetype top = 0; ///< of the most frequent so many; 0 = all
};

/// Of each value, or item, that a row with a number has: most frequent first, then in the order of the
/// column. The same rows give the same intervals each time.
Result<std::vector<Premium>> premiums(store::RowReader &reader, const PremiumQuestion &question,
                                      std::stop_token stop);

} // namespace linnet::analysis
