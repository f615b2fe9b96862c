// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/graph/graphmeasures.h"

#include <algorithm>
#include <numeric>

namespace linnet {

namespace {

constexpr quint32 FewestForNavigation = 10;

std::span<const quint32> sourcesIn(const LinkGraph &graph, quint32 node)
{
    return node < graph.size() ? graph.in(node) : std::span<const quint32>();
}

/// `more` may be empty.
std::vector<quint32> clicksAlong(const LinkGraph &graph, const LinkGraph &more,
                                 std::span<const quint32> starts)
{
    std::vector<quint32> clicks(graph.size(), Unreached);
    std::vector<quint32> queue;
    queue.reserve(graph.size());
    for (const quint32 start : starts) {
        if (start >= graph.size() || clicks[start] == 0)
            continue;
        clicks[start] = 0;
        queue.push_back(start);
    }
    for (size_t next = 0; next < queue.size(); ++next) {
        const quint32 node = queue[next];
        for (const LinkGraph *one : {&graph, &more}) {
            if (node >= one->size())
                continue;
            for (const quint32 target : one->out(node)) {
                if (clicks[target] != Unreached)
                    continue;
                clicks[target] = clicks[node] + 1;
                queue.push_back(target);
            }
        }
    }
    return clicks;
}

} // namespace

std::vector<quint32> clicksFrom(const LinkGraph &graph, std::span<const quint32> starts)
{
    return clicksAlong(graph, LinkGraph(), starts);
}

std::vector<quint32> shortestWay(const LinkGraph &graph, quint32 from, quint32 to)
{
    return shortestWay(graph, LinkGraph(), std::span(&from, 1), to);
}

std::vector<quint32> shortestWay(const LinkGraph &graph, const LinkGraph &more,
                                 std::span<const quint32> starts, quint32 to)
{
    if (to >= graph.size())
        return {};
    const std::vector<quint32> clicks = clicksAlong(graph, more, starts);
    if (clicks[to] == Unreached)
        return {};
    std::vector<quint32> way{to};
    while (clicks[way.back()] > 0) {
        quint32 before = Unreached;
        for (const LinkGraph *one : {&graph, &more}) {
            for (const quint32 source : sourcesIn(*one, way.back()))
                before = clicks[source] + 1 == clicks[way.back()] ? std::min(before, source) : before;
        }
        way.push_back(before);
    }
    std::ranges::reverse(way);
    return way;
}

std::vector<quint32> around(const LinkGraph &graph, quint32 node, int steps, size_t most)
{
    std::vector<quint32> found;
    if (node >= graph.size() || most == 0)
        return found;
    std::vector<bool> isFound(graph.size());
    const auto take = [&](quint32 one) {
        if (isFound[one] || found.size() >= most)
            return;
        isFound[one] = true;
        found.push_back(one);
    };
    take(node);
    size_t from = 0;
    for (int step = 0; step < steps; ++step) {
        const size_t end = found.size();
        for (; from < end; ++from)
            graph.forEachNeighbour(found[from], take);
    }
    return found;
}

Components componentsOf(const LinkGraph &graph)
{
    Components found{std::vector<quint32>(graph.size(), Unreached), {}};
    std::vector<quint32> queue;
    for (quint32 start = 0; start < graph.size(); ++start) {
        if (found.ofNodes[start] != Unreached)
            continue;
        const auto component = quint32(found.sizes.size());
        queue.assign(1, start);
        found.ofNodes[start] = component;
        for (size_t next = 0; next < queue.size(); ++next) {
            graph.forEachNeighbour(queue[next], [&](quint32 other) {
                if (found.ofNodes[other] != Unreached)
                    return;
                found.ofNodes[other] = component;
                queue.push_back(other);
            });
        }
        found.sizes.push_back(quint32(queue.size()));
    }
    std::vector<quint32> order(found.sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](quint32 one) { return found.sizes[one]; });
    std::vector<quint32> places(order.size());
    for (quint32 place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    for (quint32 &component : found.ofNodes)
        component = places[component];
    std::ranges::sort(found.sizes, std::greater());
    return found;
}

std::vector<quint32> coresOf(const LinkGraph &graph)
{
    const quint32 nodes = graph.size();
    std::vector<quint32> degree(nodes);
    quint32 most = 0;
    for (quint32 node = 0; node < nodes; ++node) {
        degree[node] = graph.degree(node);
        most = std::max(most, degree[node]);
    }
    // Nodes by degree, kept in order while degrees fall.
    std::vector<quint32> starts(size_t(most) + 2);
    for (const quint32 one : degree)
        ++starts[one + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<quint32> order(nodes);
    std::vector<quint32> places(nodes);
    std::vector<quint32> next(starts.begin(), starts.end());
    for (quint32 node = 0; node < nodes; ++node) {
        places[node] = next[degree[node]]++;
        order[places[node]] = node;
    }
    for (const quint32 node : order) {
        graph.forEachNeighbour(node, [&](quint32 other) {
            if (degree[other] <= degree[node])
                return;
            const quint32 first = starts[degree[other]]++;
            std::swap(order[places[other]], order[first]);
            std::swap(places[other], places[order[places[other]]]);
            --degree[other];
        });
    }
    return degree;
}

std::vector<bool> navigationTargets(const LinkGraph &graph)
{
    std::vector<bool> result(graph.size());
    for (quint32 node = 0; node < graph.size() && graph.size() >= FewestForNavigation; ++node)
        result[node] = 2 * graph.in(node).size() > graph.size();
    return result;
}

} // namespace linnet
