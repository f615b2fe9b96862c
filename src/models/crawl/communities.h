// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"

#include <optional>
#include <stop_token>

namespace linnet::models {

/// Nodes that link to one another more than to others.
struct Communities
{
    /// More are not looked at: igraph takes some hundred bytes for each.
    static constexpr quint32 MostEdges = 2'000'000;

    std::vector<quint32> ofNodes; ///< the largest is 0
    double modularity = 0;        ///< how much more there is within than by chance; below 1
};

/// Whether the program was built with igraph.
bool canFindCommunities();

/// By modularity, whichever way links lead (the multilevel algorithm of Blondel et al. 2008, as igraph has
/// it); the same graph gives the same. Nothing after a stop was requested, or with more edges than MostEdges.
/// Any thread; one call at a time, others wait. igraph is linked by the window alone, since its libraries
/// would make every command start a third slower.
std::optional<Communities> communitiesOf(const LinkGraph &graph, const std::stop_token &stop);

} // namespace linnet::models
