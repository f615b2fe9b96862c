// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/graphlayout.h"
#include "base/graph/graphmeasures.h"

#include <algorithm>
#include <cmath>

namespace linnet::analysis {

namespace {

/// The shortest ways from some nodes as a tree.
struct WayTree
{
    std::vector<quint32> order;   ///< as they are met; the starts first
    std::vector<quint32> parents; ///< itself for a start, Unreached for what is not reached
    std::vector<quint32> clicks;
    std::vector<quint32> leaves; ///< below each node, itself included when it is one
};

WayTree treeOf(const LinkGraph &graph, std::span<const quint32> starts)
{
    WayTree tree;
    tree.parents.assign(graph.size(), Unreached);
    tree.clicks.assign(graph.size(), 0);
    tree.leaves.assign(graph.size(), 0);
    for (const quint32 start : starts) {
        if (start >= graph.size() || tree.parents[start] != Unreached)
            continue;
        tree.parents[start] = start;
        tree.order.push_back(start);
    }
    for (size_t next = 0; next < tree.order.size(); ++next) {
        const quint32 node = tree.order[next];
        for (const quint32 target : graph.out(node)) {
            if (tree.parents[target] != Unreached)
                continue;
            tree.parents[target] = node;
            tree.clicks[target] = tree.clicks[node] + 1;
            tree.order.push_back(target);
        }
    }
    for (size_t i = tree.order.size(); i-- > 0;) {
        const quint32 node = tree.order[i];
        tree.leaves[node] = std::max(tree.leaves[node], 1u);
        if (tree.parents[node] != node)
            tree.leaves[tree.parents[node]] += tree.leaves[node];
    }
    return tree;
}

} // namespace

Points layOutByClicks(const LinkGraph &graph, std::span<const quint32> starts)
{
    constexpr double Turn = 6.283185307179586;
    const WayTree tree = treeOf(graph, starts);
    quint32 deepest = 0;
    double leaves = 0;
    for (const quint32 node : tree.order) {
        deepest = std::max(deepest, tree.clicks[node]);
        leaves += tree.parents[node] == node ? tree.leaves[node] : 0;
    }
    // Wide enough for the leaves to stand beside one another on the outer ring.
    const double gap = std::max(1.0, leaves / Turn / std::max(deepest, 1u) / 4);
    // Several starts stand on a ring of their own.
    const double inner = starts.size() > 1 ? 1 : 0;
    Points points(graph.size());
    std::vector<double> begins(graph.size()); // of the sector that is still free in each node's own
    double begin = 0;
    for (const quint32 node : tree.order) {
        const double share = Turn * tree.leaves[node] / std::max(leaves, 1.0);
        double &from = tree.parents[node] == node ? begin : begins[tree.parents[node]];
        begins[node] = from;
        const double angle = from + share / 2;
        from += share;
        const double radius = gap * (tree.clicks[node] + inner);
        points[node] = {float(radius * std::cos(angle)), float(radius * std::sin(angle))};
    }
    const auto alone = quint32(graph.size() - tree.order.size());
    const auto columns = std::max(1u, quint32(std::sqrt(2.0 * alone)));
    const double outer = gap * (deepest + inner + 1.5);
    quint32 placed = 0;
    for (quint32 node = 0; node < graph.size(); ++node) {
        if (tree.parents[node] != Unreached)
            continue;
        points[node] = {float(double(placed % columns) - columns / 2.0),
                        float(outer + double(placed / columns))};
        ++placed;
    }
    return points;
}

} // namespace linnet::analysis
