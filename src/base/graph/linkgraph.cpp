// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/graph/linkgraph.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace linnet {

namespace {

/// Links or nodes between two looks whether to stop.
constexpr quint32 LinksPerLook = 1 << 16;

} // namespace

LinkGraph::LinkGraph(quint32 nodes, const std::vector<PlaceLink> &links)
    : m_nodes(nodes)
{
    make(links, {});
}

std::optional<LinkGraph> LinkGraph::of(quint32 nodes, const std::vector<PlaceLink> &links,
                                       const std::stop_token &stop)
{
    LinkGraph graph;
    graph.m_nodes = nodes;
    if (!graph.make(links, stop))
        return std::nullopt;
    return graph;
}

// By counting, since sorting ten millions would take more than a second in which nobody could stop it.
bool LinkGraph::make(const std::vector<PlaceLink> &links, const std::stop_token &stop)
{
    const auto isLink = [this](const PlaceLink &link) {
        return link.from != link.to && link.from < m_nodes && link.to < m_nodes;
    };
    quint32 step = 0;
    const auto isStopped = [&] { return step++ % LinksPerLook == 0 && stop.stop_requested(); };
    m_outStarts.assign(size_t(m_nodes) + 1, 0);
    m_inStarts.assign(size_t(m_nodes) + 1, 0);
    for (const PlaceLink &link : links) {
        if (isStopped())
            return false;
        m_outStarts[isLink(link) ? link.from + 1 : 0] += isLink(link) ? 1 : 0;
    }
    std::partial_sum(m_outStarts.begin(), m_outStarts.end(), m_outStarts.begin());
    m_targets.resize(m_outStarts.back());
    std::vector<quint32> next(m_outStarts.begin(), m_outStarts.end() - 1);
    for (const PlaceLink &link : links) {
        if (isStopped())
            return false;
        if (isLink(link))
            m_targets[next[link.from]++] = link.to;
    }
    quint32 kept = 0;
    quint32 begin = 0;
    for (quint32 node = 0; node < m_nodes; ++node) {
        if (isStopped())
            return false;
        const auto row = std::span(m_targets).subspan(begin, m_outStarts[node + 1] - begin);
        begin = m_outStarts[node + 1];
        std::ranges::sort(row);
        for (size_t i = 0; i < row.size(); ++i) {
            if (i > 0 && row[i] == row[i - 1])
                continue;
            ++m_inStarts[row[i] + 1];
            m_targets[kept++] = row[i];
        }
        m_outStarts[node + 1] = kept;
    }
    m_targets.resize(kept);
    m_targets.shrink_to_fit();
    std::partial_sum(m_inStarts.begin(), m_inStarts.end(), m_inStarts.begin());
    m_sources.resize(kept);
    next.assign(m_inStarts.begin(), m_inStarts.end() - 1);
    for (quint32 node = 0; node < m_nodes; ++node) {
        if (isStopped())
            return false;
        for (const quint32 target : out(node))
            m_sources[next[target]++] = node;
    }
    return true;
}

std::vector<PlaceLink> LinkGraph::links() const
{
    std::vector<PlaceLink> result;
    result.reserve(m_targets.size());
    for (quint32 node = 0; node < m_nodes; ++node) {
        for (const quint32 target : out(node))
            result.push_back({node, target});
    }
    return result;
}

LinkGraph LinkGraph::withoutLinksTo(const std::vector<bool> &targets) const
{
    std::vector<PlaceLink> kept = links();
    std::erase_if(kept, [&targets](const PlaceLink &link) { return targets[link.to]; });
    return LinkGraph(m_nodes, kept);
}

LinkGraph LinkGraph::among(std::span<const quint32> nodes) const
{
    constexpr quint32 None = std::numeric_limits<quint32>::max();
    std::vector<quint32> numbers(m_nodes, None);
    for (quint32 place = 0; place < nodes.size(); ++place)
        numbers[nodes[place]] = place;
    std::vector<PlaceLink> links;
    for (quint32 place = 0; place < nodes.size(); ++place) {
        for (const quint32 target : out(nodes[place])) {
            if (numbers[target] != None)
                links.push_back({place, numbers[target]});
        }
    }
    return LinkGraph(quint32(nodes.size()), links);
}

size_t LinkGraph::bytes() const
{
    return (m_outStarts.capacity() + m_inStarts.capacity() + m_targets.capacity() + m_sources.capacity()) *
           sizeof(quint32);
}

} // namespace linnet
