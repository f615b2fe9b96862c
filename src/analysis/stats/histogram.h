// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace linnet::analysis {

/// Numbers counted in steps of a width that people count in: 1, 2 or 5 times a power of ten. A hundredth at
/// either end is in one open step each when it lies far out, so that a few odd numbers do not flatten all
/// others.
struct Histogram
{
    struct Step
    {
        double from = 0; ///< included; the first may begin at minus infinity
        double to = 0;   ///< not included; the last may end at infinity
        qint64 count = 0;
    };
    std::vector<Step> steps; ///< side by side; empty for no numbers
    double width = 0;

    /// Of finite numbers, in any order; about so many steps.
    static Histogram of(std::vector<double> numbers, int steps);
};

} // namespace linnet::analysis
