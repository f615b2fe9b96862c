// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"

#include <optional>
#include <stop_token>

namespace linnet::analysis {

/// Some nodes of a connected graph, and how far each node is from them,
/// whichever way links lead. Two bytes a node and pivot.
class Pivots
{
public:
    /// At most `count`. The first is the node with most links, the next are farthest from those before, which
    /// shows the shape of the whole; most are chosen by chance, so that they lie where nodes lie. Linear in
    /// edges for each. Nothing after a stop was requested.
    static std::optional<Pivots> of(const LinkGraph &graph, quint32 count, const std::stop_token &stop);

    quint32 count() const { return quint32(m_nodes.size()); }
    const std::vector<quint32> &nodes() const { return m_nodes; }
    /// Of a node to each of them. Ways of 65,535 steps and more count as 65,535.
    const quint16 *distances(quint32 node) const { return m_distances.data() + size_t(node) * count(); }
    /// The pivot that is nearest to a node, as a place in nodes(); of several any.
    quint32 nearest(quint32 node) const { return m_nearest[node]; }

private:
    std::vector<quint32> m_nodes;
    std::vector<quint16> m_distances;
    std::vector<quint16> m_nearest;
};

} // namespace linnet::analysis
