// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/pivots.h"

#include "base/dice.h"

#include <algorithm>
#include <limits>

namespace linnet::analysis {

namespace {

constexpr quint16 Farthest = std::numeric_limits<quint16>::max();
/// To find a node that is no pivot yet; a double one does no harm.
constexpr int MostThrows = 8;

/// Steps from a node to all others.
void measure(const LinkGraph &graph, quint32 from, std::vector<quint32> &queue, std::vector<quint16> &steps)
{
    std::ranges::fill(steps, Farthest);
    std::vector<bool> isMet(graph.size());
    queue.assign(1, from);
    steps[from] = 0;
    isMet[from] = true;
    for (size_t next = 0; next < queue.size(); ++next) {
        const quint16 step = quint16(std::min(steps[queue[next]] + 1, int(Farthest)));
        graph.forEachNeighbour(queue[next], [&](quint32 other) {
            if (isMet[other])
                return;
            isMet[other] = true;
            steps[other] = step;
            queue.push_back(other);
        });
    }
}

} // namespace

std::optional<Pivots> Pivots::of(const LinkGraph &graph, quint32 count, const std::stop_token &stop)
{
    Pivots result;
    const quint32 nodes = graph.size();
    count = std::min(count, nodes);
    std::vector<quint32> queue;
    queue.reserve(nodes);
    std::vector<quint16> steps(nodes);
    std::vector<quint16> least(nodes, Farthest); // to any pivot
    std::vector<quint16> equal(nodes);           // pivots that are nearest
    Dice dice(nodes);
    result.m_distances.resize(size_t(nodes) * count);
    result.m_nearest.assign(nodes, 0);
    quint32 next = 0;
    for (quint32 node = 1; node < nodes; ++node)
        next = graph.degree(node) > graph.degree(next) ? node : next;
    for (quint32 pivot = 0; pivot < count; ++pivot) {
        if (stop.stop_requested())
            return std::nullopt;
        result.m_nodes.push_back(next);
        measure(graph, next, queue, steps);
        next = 0;
        for (quint32 node = 0; node < nodes; ++node) {
            result.m_distances[size_t(node) * count + pivot] = steps[node];
            if (pivot == 0 || steps[node] < least[node]) {
                least[node] = steps[node];
                result.m_nearest[node] = quint16(pivot);
                equal[node] = 1;
            } else if (steps[node] == least[node] && dice.below(++equal[node]) == 0) {
                result.m_nearest[node] = quint16(pivot); // else the first of many would take most nodes
            }
            next = least[node] > least[next] ? node : next;
        }
        if (pivot + 1 < count / 4)
            continue;
        next = dice.below(nodes);
        for (int again = 0; again < MostThrows && least[next] == 0; ++again)
            next = dice.below(nodes);
    }
    return result;
}

} // namespace linnet::analysis
