// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/point.h"

#include <span>

namespace linnet::analysis {

/// Moves groups of points beside one another so that they do not overlap, with `gap` between them: rows from
/// the top, the first group at the left of the first row; together they are wider than high. The groups stand
/// one after the other in the list.
void pack(std::span<const std::span<Point>> groups, float gap);

} // namespace linnet::analysis
