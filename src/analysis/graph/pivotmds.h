// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/pivots.h"
#include "analysis/graph/point.h"

namespace linnet::analysis {

/// Where nodes lie by their distances to pivots: classical scaling of the part of the distances that is known
/// (PivotMDS, Brandes and Pich 2007). A first picture whose shape as a whole is right; nodes that are equally
/// far from all pivots lie on one another. `use` pivots are looked at, at most all of them. Nothing
/// after a stop was requested.
std::optional<Points> pivotMds(const Pivots &pivots, quint32 nodes, quint32 use, const std::stop_token &stop);

} // namespace linnet::analysis
