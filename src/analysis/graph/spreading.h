// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/point.h"
#include "base/dice.h"
#include "base/graph/linkgraph.h"

#include <stop_token>

namespace linnet::analysis {

/// How far nodes are pushed apart, as a part of spacingOf().
inline constexpr float RoomPart = 0.5f;

/// The room of a point when all share the plane that they take; at least one point.
float spacingOf(const Points &points);

/// Moves each node by a part of the way to the middle of its neighbours, so that these lie nearer to it than
/// others do. Linear.
void gather(const LinkGraph &graph, Points &points, float part);

/// Pushes points apart that are nearer than `distance`, so that none lies on another; each looks at its
/// neighbours in a grid only, and at a bounded number of them. False: a stop was requested.
bool spread(Points &points, float distance, int rounds, Dice &dice, const std::stop_token &stop);

} // namespace linnet::analysis
