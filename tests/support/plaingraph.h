// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/point.h"
#include "base/dice.h"
#include "base/graph/graphmeasures.h"

#include <algorithm>
#include <cmath>

namespace linnet::test {

/// A site as an invented graph: folders in folders, pages that link to their neighbours in the folder, fewer
/// links to farther ones, few anywhere. The same every time.
inline LinkGraph inventedSite(quint32 pages, size_t links)
{
    Dice dice(3);
    std::vector<PlaceLink> made;
    for (quint32 page = 1; page < pages; ++page) {
        const quint32 folder = (page - 1) / 12;
        made.push_back({folder, page});
        made.push_back({page, folder});
    }
    const auto within = [&](quint32 page, quint32 width) {
        const quint32 first = page > width / 2 ? page - width / 2 : 0;
        return std::min(pages - 1, first + dice.below(width));
    };
    while (made.size() < links) {
        const quint32 page = dice.below(pages);
        const quint32 kind = dice.below(100);
        made.push_back({page, kind < 70   ? within(page, 60)
                              : kind < 97 ? within(page, 2000)
                                          : dice.below(pages)});
    }
    return LinkGraph(pages, std::move(made));
}

/// Steps from a node to all others, whichever way links lead.
inline std::vector<quint32> stepsFrom(const LinkGraph &graph, quint32 node)
{
    std::vector<quint32> steps(graph.size(), Unreached);
    std::vector<quint32> queue{node};
    steps[node] = 0;
    for (size_t next = 0; next < queue.size(); ++next) {
        graph.forEachNeighbour(queue[next], [&](quint32 other) {
            if (steps[other] != Unreached)
                return;
            steps[other] = steps[queue[next]] + 1;
            queue.push_back(other);
        });
    }
    return steps;
}

/// Normalised stress at the best scale, over pairs drawn by chance, the same every time: 0 = each distance in
/// the picture is what the graph says.
inline double sampledStress(const LinkGraph &graph, const analysis::Points &points)
{
    Dice dice(9);
    std::vector<std::pair<double, double>> pairs; // steps, length
    double wanted = 0;
    double squares = 0;
    for (int source = 0; source < 40; ++source) {
        const quint32 one = dice.below(graph.size());
        const std::vector<quint32> steps = stepsFrom(graph, one);
        for (int target = 0; target < 2000; ++target) {
            const quint32 other = dice.below(graph.size());
            if (other == one || steps[other] == Unreached)
                continue;
            const double length =
                std::hypot(double(points[one].x - points[other].x), double(points[one].y - points[other].y));
            pairs.emplace_back(steps[other], length);
            wanted += length / steps[other];
            squares += length * length / steps[other] / steps[other];
        }
    }
    const double scale = squares > 0 ? wanted / squares : 1;
    double stress = 0;
    for (const auto &[steps, length] : pairs)
        stress += (scale * length - steps) * (scale * length - steps) / (steps * steps);
    return stress / double(std::max<size_t>(1, pairs.size()));
}

/// Of nodes drawn by chance: the share of those nearest in the picture, as many as a node has neighbours,
/// that are its neighbours in the graph. 0 to 1.
inline double neighboursKept(const LinkGraph &graph, const analysis::Points &points)
{
    Dice dice(11);
    double kept = 0;
    constexpr int Drawn = 200;
    for (int i = 0; i < Drawn; ++i) {
        const quint32 node = dice.below(graph.size());
        std::vector<quint32> neighbours;
        graph.forEachNeighbour(node, [&](quint32 other) { neighbours.push_back(other); });
        std::ranges::sort(neighbours);
        neighbours.erase(std::ranges::unique(neighbours).begin(), neighbours.end());
        std::vector<quint32> order(graph.size());
        std::iota(order.begin(), order.end(), 0);
        std::swap(order[node], order.back());
        order.pop_back();
        const auto length = [&](quint32 other) {
            return std::hypot(points[node].x - points[other].x, points[node].y - points[other].y);
        };
        const auto end = order.begin() + qsizetype(neighbours.size());
        std::ranges::nth_element(order, end, {}, length);
        const auto common = std::count_if(
            order.begin(), end, [&](quint32 other) { return std::ranges::binary_search(neighbours, other); });
        kept += neighbours.empty() ? 1 : double(common) / double(neighbours.size());
    }
    return kept / Drawn;
}

} // namespace linnet::test
