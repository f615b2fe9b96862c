// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace linnet::analysis {

/// A place in the plane; the unit is the wanted length of a link.
struct Point
{
    float x = 0;
    float y = 0;

    bool operator==(const Point &) const = default;
};

using Points = std::vector<Point>;
/// Places of some.
using Known = std::vector<std::optional<Point>>;

} // namespace linnet::analysis
