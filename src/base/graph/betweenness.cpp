// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/graph/betweenness.h"

#include "base/dice.h"
#include "base/graph/graphmeasures.h"

#include <algorithm>

namespace linnet {

namespace {

constexpr quint64 Seed = 20260101;
/// Nodes and edges that are looked at in a large graph, for all its starts together; some seconds.
constexpr quint64 MostSteps = 200'000'000;
constexpr quint64 FewestStarts = 50;
/// Nodes between two questions whether to stop.
constexpr quint32 NodesPerLook = 1 << 14;

/// The nodes whose ways are looked at.
std::vector<quint32> startsOf(const LinkGraph &graph)
{
    Dice dice(Seed);
    std::vector<quint32> starts = shuffled(graph.size(), dice);
    if (graph.size() <= Betweenness::MostExact)
        return starts;
    const quint64 can = MostSteps / (quint64(graph.size()) + graph.edges());
    starts.resize(size_t(std::min<quint64>(graph.size(), std::max(FewestStarts, can))));
    return starts;
}

/// Shortest ways from one node after the other.
class WayCounter
{
public:
    WayCounter(const LinkGraph &graph, const std::function<bool()> &isStopped)
        : m_graph(graph)
        , m_isStopped(isStopped)
        , m_steps(graph.size(), Unreached)
        , m_ways(graph.size())
        , m_through(graph.size())
    {
        m_order.reserve(graph.size());
    }

    /// Adds to each node how much it is passed. False: stopped.
    bool add(quint32 start, std::vector<double> &sums);

private:
    bool isTime() { return ++m_looked % NodesPerLook == 0 && m_isStopped && m_isStopped(); }

    const LinkGraph &m_graph;
    const std::function<bool()> &m_isStopped;
    quint32 m_looked = 0;
    std::vector<quint32> m_order; ///< as nodes are met
    std::vector<quint32> m_steps;
    std::vector<double> m_ways; ///< how many shortest ones lead there
    std::vector<double> m_through;
};

bool WayCounter::add(quint32 start, std::vector<double> &sums)
{
    m_order.assign(1, start);
    m_steps[start] = 0;
    m_ways[start] = 1;
    for (size_t next = 0; next < m_order.size(); ++next) {
        if (isTime())
            return false;
        const quint32 node = m_order[next];
        for (const quint32 target : m_graph.out(node)) {
            if (m_steps[target] == Unreached) {
                m_steps[target] = m_steps[node] + 1;
                m_ways[target] = 0;
                m_order.push_back(target);
            }
            if (m_steps[target] == m_steps[node] + 1)
                m_ways[target] += m_ways[node];
        }
    }
    for (size_t i = m_order.size(); i-- > 0;) {
        if (isTime())
            return false;
        const quint32 node = m_order[i];
        double through = 0;
        for (const quint32 target : m_graph.out(node)) {
            if (m_steps[target] == m_steps[node] + 1)
                through += m_ways[node] / m_ways[target] * (1 + m_through[target]);
        }
        m_through[node] = through;
        sums[node] += node == start ? 0 : through;
    }
    for (const quint32 node : m_order)
        m_steps[node] = Unreached;
    return true;
}

} // namespace

std::optional<std::vector<double>> Betweenness::of(const LinkGraph &graph,
                                                   const std::function<bool()> &isStopped)
{
    std::vector<double> sums(graph.size());
    const std::vector<quint32> starts = startsOf(graph);
    WayCounter counter(graph, isStopped);
    for (const quint32 start : starts) {
        if (!counter.add(start, sums))
            return std::nullopt;
    }
    for (double &sum : sums)
        sum *= double(graph.size()) / double(starts.size());
    return sums;
}

} // namespace linnet
