// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"

#include <QtGlobal>

#include <stop_token>
#include <vector>

namespace linnet {

/// What is not reached.
inline constexpr quint32 Unreached = 0xffffffff;

/// Clicks from the nearest of some nodes, along links; Unreached where none leads. Linear.
std::vector<quint32> clicksFrom(const LinkGraph &graph, std::span<const quint32> starts);
/// The nodes of a shortest way along links, both ends included; empty when there is none. Of several the one
/// with the smallest numbers, from its end on. Linear.
std::vector<quint32> shortestWay(const LinkGraph &graph, quint32 from, quint32 to);
/// The same from the nearest of some nodes, along the links of two graphs of the same nodes.
std::vector<quint32> shortestWay(const LinkGraph &graph, const LinkGraph &more,
                                 std::span<const quint32> starts, quint32 to);
/// A node, and what is at most so many steps away, whichever way links lead; nearest first, at most `most`.
std::vector<quint32> around(const LinkGraph &graph, quint32 node, int steps, size_t most);

/// Nodes that hang together, whichever way links lead.
struct Components
{
    std::vector<quint32> ofNodes; ///< the largest is 0; equal ones by their first node
    std::vector<quint32> sizes;
};
Components componentsOf(const LinkGraph &graph); // linear

/// The k-core of each node: the largest k so that it belongs to nodes which have at least k neighbours among
/// themselves. Both directions count, so two that name each other are two neighbours. Linear
/// (Batagelj and Zaversnik 2003).
std::vector<quint32> coresOf(const LinkGraph &graph);

/// Targets that more than half of the nodes name, as menus do; none in graphs of fewer than ten nodes.
std::vector<bool> navigationTargets(const LinkGraph &graph);

} // namespace linnet
