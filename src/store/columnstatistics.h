// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace linnet::store {

/// How the numbers of a column are spread over the rows of a query.
struct ColumnStatistics
{
    qint64 rows = 0;   ///< rows of the query
    qint64 lastId = 0; ///< the highest of their ids; 0 = there are none
    qint64 known = 0;  ///< of these, how many have a number; everything below is 0 or empty when none has
    double sum = 0;
    double min = 0;
    double max = 0;
    double median = 0; ///< mean of the two middle numbers when known is even
    /// Counts in equally wide ranges from min to max; the last one includes max. A single one when min = max.
    std::vector<qint64> buckets;

    /// Of the known numbers, which need no order; at least one bucket.
    static ColumnStatistics of(qint64 rows, std::vector<double> numbers, int buckets);

    double mean() const { return known > 0 ? sum / double(known) : 0; }
    double bucketWidth() const { return buckets.empty() ? 0 : (max - min) / double(buckets.size()); }
    bool operator==(const ColumnStatistics &) const = default;
};

} // namespace linnet::store
