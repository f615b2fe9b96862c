// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/communities.h"

#ifdef LINNET_HAS_IGRAPH
#include <igraph.h>
#endif

#include <algorithm>
#include <mutex>
#include <numeric>

namespace linnet::models {

#ifndef LINNET_HAS_IGRAPH

bool canFindCommunities()
{
    return false;
}

std::optional<Communities> communitiesOf(const LinkGraph &, const std::stop_token &)
{
    return std::nullopt;
}

#else

namespace {

constexpr int Seed = 20260101;

/// Of the call under way, for igraph's handler; only one runs at a time.
const std::stop_token *underWay = nullptr;

igraph_error_t interrupted(void *)
{
    return underWay && underWay->stop_requested() ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

struct UnderWay
{
    explicit UnderWay(const std::stop_token &stop) { underWay = &stop; }
    UnderWay(const UnderWay &) = delete;
    UnderWay &operator=(const UnderWay &) = delete;
    ~UnderWay() { underWay = nullptr; }
};

/// Things of igraph that go with their scope.
struct IntVector
{
    IntVector() { isMade = igraph_vector_int_init(&vector, 0) == IGRAPH_SUCCESS; }
    IntVector(const IntVector &) = delete;
    IntVector &operator=(const IntVector &) = delete;
    ~IntVector()
    {
        if (isMade)
            igraph_vector_int_destroy(&vector);
    }

    igraph_vector_int_t vector;
    bool isMade = false;
};

struct Graph
{
    Graph(const IntVector &edges, igraph_integer_t nodes)
    {
        isMade = igraph_create(&graph, &edges.vector, nodes, IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS;
    }
    Graph(const Graph &) = delete;
    Graph &operator=(const Graph &) = delete;
    ~Graph()
    {
        if (isMade)
            igraph_destroy(&graph);
    }

    igraph_t graph;
    bool isMade = false;
};

/// Numbers them anew, the largest first.
std::vector<quint32> bySize(const igraph_vector_int_t &membership)
{
    std::vector<quint32> found(size_t(igraph_vector_int_size(&membership)));
    std::vector<quint32> sizes;
    for (size_t node = 0; node < found.size(); ++node) {
        found[node] = quint32(VECTOR(membership)[node]);
        if (found[node] >= sizes.size())
            sizes.resize(size_t(found[node]) + 1);
        ++sizes[found[node]];
    }
    std::vector<quint32> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&sizes](quint32 one) { return sizes[one]; });
    std::vector<quint32> places(order.size());
    for (quint32 place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    for (quint32 &community : found)
        community = places[community];
    return found;
}

} // namespace

bool canFindCommunities()
{
    return true;
}

std::optional<Communities> communitiesOf(const LinkGraph &graph, const std::stop_token &stop)
{
    static std::mutex oneAtATime; // igraph keeps its state for the whole program
    const std::lock_guard lock(oneAtATime);
    if (graph.edges() > Communities::MostEdges || stop.stop_requested())
        return std::nullopt;
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_interruption_handler(&interrupted);
    igraph_rng_seed(igraph_rng_default(), Seed);
    const UnderWay guard(stop);

    IntVector edges;
    if (!edges.isMade ||
        igraph_vector_int_resize(&edges.vector, 2 * igraph_integer_t(graph.edges())) != IGRAPH_SUCCESS)
        return std::nullopt;
    igraph_integer_t next = 0;
    for (quint32 node = 0; node < graph.size(); ++node) {
        for (const quint32 target : graph.out(node)) {
            VECTOR(edges.vector)[next++] = node;
            VECTOR(edges.vector)[next++] = target;
        }
    }
    Graph made(edges, graph.size());
    IntVector membership;
    if (!made.isMade || !membership.isMade ||
        igraph_simplify(&made.graph, true, true, nullptr) != IGRAPH_SUCCESS ||
        igraph_community_multilevel(&made.graph, nullptr, 1, &membership.vector, nullptr, nullptr) !=
            IGRAPH_SUCCESS ||
        stop.stop_requested())
        return std::nullopt;
    Communities result;
    result.ofNodes = bySize(membership.vector);
    igraph_real_t modularity = 0;
    if (igraph_modularity(&made.graph, &membership.vector, nullptr, 1, IGRAPH_UNDIRECTED, &modularity) ==
        IGRAPH_SUCCESS)
        result.modularity = modularity;
    return result;
}

#endif

} // namespace linnet::models
