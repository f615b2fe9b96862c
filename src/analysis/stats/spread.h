// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace linnet::analysis {

/// How numbers are spread. Quantiles are those of type 7 (Hyndman and Fan 1996), which R, NumPy and
/// spreadsheets take: between the two nearest numbers in the order, by distance.
struct Spread
{
    double p10 = 0;
    double p25 = 0;
    double median = 0;
    double p75 = 0;
    double p90 = 0;
    double mean = 0;

    bool operator==(const Spread &) const = default;
    /// Nothing for no numbers. Each is finite.
    static std::optional<Spread> of(std::vector<double> numbers);
};

/// Of numbers in order, at least one; part: 0 to 1.
double quantile(const std::vector<double> &sorted, double part);

} // namespace linnet::analysis
