// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/histogram.h"

#include "analysis/stats/spread.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linnet::analysis {

namespace {

double niceWidth(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= least * (1 - 1e-9))
            return times * power;
    }
    return 10 * power;
}

} // namespace

Histogram Histogram::of(std::vector<double> numbers, int steps)
{
    Histogram result;
    if (numbers.empty())
        return result;
    std::ranges::sort(numbers);
    double low = quantile(numbers, 0.01);
    double high = quantile(numbers, 0.99);
    // What lies within reach of the others stays in steps of its own.
    const double reach = (high - low) / 4;
    low = std::max(numbers.front(), low - reach);
    high = std::min(numbers.back(), high + reach);
    const double range = high - low;
    result.width =
        range > 0 ? niceWidth(range / std::max(steps, 1)) : niceWidth(std::max(std::abs(high), 1.0) / 10);
    const double first = std::floor(low / result.width);
    const auto count = size_t(std::floor(high / result.width) - first) + 1;
    for (size_t i = 0; i < count; ++i)
        result.steps.push_back(
            {(first + double(i)) * result.width, (first + double(i) + 1) * result.width, 0});
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    Step below{-Infinity, result.steps.front().from, 0};
    Step above{result.steps.back().to, Infinity, 0};
    for (const double number : numbers) {
        if (number < below.to)
            ++below.count;
        else if (number >= above.from)
            ++above.count;
        else
            ++result.steps[std::min(size_t(number / result.width - first), count - 1)].count;
    }
    if (below.count > 0)
        result.steps.insert(result.steps.begin(), below);
    if (above.count > 0)
        result.steps.push_back(above);
    return result;
}

} // namespace linnet::analysis
