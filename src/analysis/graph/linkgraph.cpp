// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/linkgraph.h"

#include <algorithm>
#include <limits>

namespace linnet::analysis {

LinkGraph::LinkGraph(quint32 nodes, std::vector<PlaceLink> links)
    : m_nodes(nodes)
{
    std::erase_if(links, [nodes](const PlaceLink &link) {
        return link.from == link.to || link.from >= nodes || link.to >= nodes;
    });
    const auto key = [](const PlaceLink &link) { return quint64(link.from) << 32 | link.to; };
    if (!std::ranges::is_sorted(links, {}, key))
        std::ranges::sort(links, {}, key);
    links.erase(std::ranges::unique(links, {}, key).begin(), links.end());

    m_outStarts.assign(size_t(nodes) + 1, 0);
    m_inStarts.assign(size_t(nodes) + 1, 0);
    for (const PlaceLink &link : links) {
        ++m_outStarts[link.from + 1];
        ++m_inStarts[link.to + 1];
    }
    for (size_t node = 0; node < nodes; ++node) {
        m_outStarts[node + 1] += m_outStarts[node];
        m_inStarts[node + 1] += m_inStarts[node];
    }
    m_targets.reserve(links.size());
    m_sources.resize(links.size());
    std::vector<quint32> next(m_inStarts.begin(), m_inStarts.end() - 1);
    for (const PlaceLink &link : links) {
        m_targets.push_back(link.to);
        m_sources[next[link.to]++] = link.from;
    }
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
    return LinkGraph(m_nodes, std::move(kept));
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
    return LinkGraph(quint32(nodes.size()), std::move(links));
}

size_t LinkGraph::bytes() const
{
    return (m_outStarts.capacity() + m_inStarts.capacity() + m_targets.capacity() + m_sources.capacity()) *
           sizeof(quint32);
}

} // namespace linnet::analysis
