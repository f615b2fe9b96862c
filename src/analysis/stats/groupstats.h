// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/spread.h"
#include "store/read/rowreader.h"

#include <stop_token>

namespace linnet::analysis {

/// What is counted and measured.
struct StatsQuestion
{
    store::RowQuery rows;       ///< its order means nothing
    QList<int> by;              ///< columns, none of long texts; two at most, none = all rows are one group
    std::optional<int> measure; ///< a column whose numbers are measured
    qsizetype top = 0;          ///< so many of the most frequent groups; 0 = all
    store::IdVectorPtr among = {}; ///< only these of the rows; null = all
};

/// Rows that have the same in the columns they are grouped by. A row counts in the group of each item of its
/// lists, so these may add up to more than all.
struct GroupStats
{
    std::vector<table::Value> of; ///< in each column; nothing = an empty cell
    qint64 rows = 0;
    double share = 0;             ///< of all rows, 0 to 1
    qint64 known = 0;             ///< rows that have a number
    std::optional<Spread> spread; ///< of these; nothing when there are none
};

struct StatsAnswer
{
    GroupStats all;
    qint64 groups = 0;           ///< how many there are, with those that are not among the top
    std::vector<GroupStats> top; ///< most frequent first, then in the order of the columns
};

/// Cancelled soon after a stop is asked for.
Result<StatsAnswer> groupStats(store::RowReader &reader, const StatsQuestion &question, std::stop_token stop);

} // namespace linnet::analysis
