// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columnstatistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::store {

namespace {

double medianOf(std::vector<double> &numbers)
{
    const auto middle = numbers.begin() + std::ptrdiff_t(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (numbers.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(numbers.begin(), middle), *middle);
}

} // namespace

ColumnStatistics ColumnStatistics::of(qint64 rows, std::vector<double> numbers, int buckets)
{
    ColumnStatistics result;
    result.rows = rows;
    std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
    result.known = qint64(numbers.size());
    if (numbers.empty())
        return result;
    const auto [min, max] = std::minmax_element(numbers.begin(), numbers.end());
    result.min = *min;
    result.max = *max;
    result.sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    result.buckets.resize(result.min < result.max ? size_t(std::max(buckets, 1)) : 1);
    const double width = result.bucketWidth();
    for (const double number : numbers) {
        const auto bucket = width > 0 && std::isfinite(width) ? size_t((number - result.min) / width) : 0;
        ++result.buckets[std::min(bucket, result.buckets.size() - 1)];
    }
    result.median = medianOf(numbers);
    return result;
}

} // namespace linnet::store
