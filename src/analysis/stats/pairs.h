// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// Two items of a list column that stand together in rows, or of two columns.
struct Pair
{
    table::Value one; ///< of one column: the one that comes first in its order
    table::Value other;
    qint64 rows = 0;  ///< that have both
    double share = 0; ///< of all rows, 0 to 1
    /// How many times as often they stand together as they would if they had nothing to do with each other,
    /// among the rows that have any item. It goes with both ways of reading: neither comes from the other.
    double lift = 0;
    qint64 rowsOfOne = 0; ///< that have it, with the other or without
    qint64 rowsOfOther = 0;
};

struct PairsAnswer
{
    qint64 rows = 0;       ///< all that pass
    qint64 known = 0;      ///< that have any item, of both columns
    std::vector<Pair> top; ///< most frequent first, then in the order of the columns
};

/// column: a List. top: so many of the most frequent pairs; 0 = all. Cancelled soon after a stop is asked
/// for.
Result<PairsAnswer> pairsOf(store::RowReader &reader, const store::RowQuery &rows, int column, qsizetype top,
                            std::stop_token stop);
/// The same of an item of one column and one of another, either of which may be a List. Only the
/// MostCrossed most frequent items of each are looked at.
Result<PairsAnswer> crossPairsOf(store::RowReader &reader, const store::RowQuery &rows, int column, int other,
                                 qsizetype top, std::stop_token stop);
inline constexpr quint32 MostCrossed = 2048;

} // namespace linnet::analysis
