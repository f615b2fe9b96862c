// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/spread.h"

#include <algorithm>
#include <cmath>

namespace linnet::analysis {

double quantile(const std::vector<double> &sorted, double part)
{
    const double place = part * double(sorted.size() - 1);
    const auto below = size_t(place);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - double(below));
}

std::optional<Spread> Spread::of(std::vector<double> numbers)
{
    if (numbers.empty())
        return std::nullopt;
    std::ranges::sort(numbers);
    // Kahan's sum: the mean of a million amounts is exact to the last digit that is shown.
    double sum = 0;
    double lost = 0;
    for (const double number : numbers) {
        const double next = number - lost;
        const double reached = sum + next;
        lost = (reached - sum) - next;
        sum = reached;
    }
    return Spread{quantile(numbers, 0.1),  quantile(numbers, 0.25), quantile(numbers, 0.5),
                  quantile(numbers, 0.75), quantile(numbers, 0.9),  sum / double(numbers.size())};
}

} // namespace linnet::analysis
