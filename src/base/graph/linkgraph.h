// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/linkscore.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace linnet {

/// A directed graph of nodes numbered from 0: each pair at most once, no node to itself. Eight bytes an edge,
/// which is known at both of its ends, and eight a node; making it takes as much again. A value that any
/// number of threads may read.
class LinkGraph
{
public:
    LinkGraph() = default;
    /// Links that name no node are left out, as are repeated ones and those of a node to itself.
    LinkGraph(quint32 nodes, const std::vector<PlaceLink> &links);
    /// The same; nothing after a stop was requested, which is heard within some 20 ms.
    static std::optional<LinkGraph> of(quint32 nodes, const std::vector<PlaceLink> &links,
                                       const std::stop_token &stop);

    quint32 size() const { return m_nodes; }
    quint32 edges() const { return quint32(m_targets.size()); }
    /// In rising order.
    std::span<const quint32> out(quint32 node) const { return row(m_targets, m_outStarts, node); }
    std::span<const quint32> in(quint32 node) const { return row(m_sources, m_inStarts, node); }
    /// Ends of edges at a node, whichever way they lead; two nodes that name each other count twice.
    quint32 degree(quint32 node) const { return quint32(out(node).size() + in(node).size()); }
    template <typename Visit> void forEachNeighbour(quint32 node, Visit visit) const
    {
        for (const quint32 other : out(node))
            visit(other);
        for (const quint32 other : in(node))
            visit(other);
    }

    std::vector<PlaceLink> links() const;
    /// The same nodes without the links to some of them, of which there is a flag for each.
    LinkGraph withoutLinksTo(const std::vector<bool> &targets) const;
    /// Some of the nodes, given once each, and the links among them. The new numbers are the places in the
    /// list.
    LinkGraph among(std::span<const quint32> nodes) const;

    size_t bytes() const;

private:
    bool make(const std::vector<PlaceLink> &links, const std::stop_token &stop);
    static std::span<const quint32> row(const std::vector<quint32> &ends, const std::vector<quint32> &starts,
                                        quint32 node)
    {
        return std::span(ends).subspan(starts[node], starts[node + 1] - starts[node]);
    }

    quint32 m_nodes = 0;
    std::vector<quint32> m_outStarts;
    std::vector<quint32> m_targets;
    std::vector<quint32> m_inStarts;
    std::vector<quint32> m_sources;
};

} // namespace linnet
