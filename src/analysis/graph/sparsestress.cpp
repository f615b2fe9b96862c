// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/sparsestress.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::analysis {

namespace {

/// Nodes between two looks whether to stop.
constexpr quint32 Look = 1024;
/// Of points that lie on one another; only that nothing is divided by zero.
constexpr float Shortest = 1e-6f;

} // namespace

SparseStress::SparseStress(const LinkGraph &graph, const Pivots &pivots)
    : m_graph(graph)
    , m_pivots(pivots)
    , m_weights(pivots.count())
{
    // The region of a pivot, those to which it is the nearest: how many of them lie within each distance.
    std::vector<std::vector<quint32>> within(pivots.count());
    std::vector<quint16> farthest(pivots.count());
    for (quint32 node = 0; node < graph.size(); ++node) {
        const quint16 *distances = pivots.distances(node);
        for (quint32 pivot = 0; pivot < pivots.count(); ++pivot)
            farthest[pivot] = std::max(farthest[pivot], distances[pivot]);
        std::vector<quint32> &counts = within[pivots.nearest(node)];
        const quint16 distance = distances[pivots.nearest(node)];
        if (counts.size() <= distance)
            counts.resize(size_t(distance) + 1);
        ++counts[distance];
    }
    for (quint32 pivot = 0; pivot < pivots.count(); ++pivot) {
        std::vector<quint32> &counts = within[pivot];
        std::partial_sum(counts.begin(), counts.end(), counts.begin());
        // It stands for those that are not much nearer to the node than itself.
        for (size_t distance = 0; distance <= farthest[pivot]; ++distance) {
            const double nodes = counts.empty() ? 0 : counts[std::min(distance / 2, counts.size() - 1)];
            m_weights[pivot].push_back(distance == 0 ? 0 : float(nodes / double(distance * distance)));
        }
    }
}

bool SparseStress::improve(Points &points, Dice &dice, const std::stop_token &stop) const
{
    const std::vector<quint32> order = shuffled(m_graph.size(), dice);
    for (quint32 i = 0; i < order.size(); ++i) {
        if (i % Look == 0 && stop.stop_requested())
            return false;
        const quint32 node = order[i];
        const Point at = points[node];
        float weights = 0;
        Point sum;
        const auto pull = [&](const Point &other, float distance, float weight) {
            const float x = at.x - other.x;
            const float y = at.y - other.y;
            const float away = distance / std::max(std::sqrt(x * x + y * y), Shortest);
            weights += weight;
            sum.x += weight * (other.x + away * x);
            sum.y += weight * (other.y + away * y);
        };
        const quint16 *distances = m_pivots.distances(node);
        for (quint32 pivot = 0; pivot < m_pivots.count(); ++pivot) {
            if (distances[pivot] > 1) // else it is itself, or a neighbour
                pull(points[m_pivots.nodes()[pivot]], distances[pivot], weight(pivot, distances[pivot]));
        }
        m_graph.forEachNeighbour(node, [&](quint32 other) { pull(points[other], 1, 1); });
        if (weights > 0)
            points[node] = {sum.x / weights, sum.y / weights};
    }
    return true;
}

} // namespace linnet::analysis
