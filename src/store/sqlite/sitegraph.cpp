// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sitegraph.h"

#include "base/graph/betweenness.h"
#include "base/graph/graphmeasures.h"

#include <sqlite3.h>

#include <cmath>

namespace linnet::store {

namespace {

// In the order of their addresses: numbers of parts and sums must not depend on which page came first.
constexpr auto AskedPages =
    "SELECT p.url FROM page AS p JOIN address AS a ON a.run_id = p.run_id AND a.number = p.url "
    "WHERE p.run_id = ?1 AND p.internal AND ifnull(p.state, '') NOT IN ('', 'skipped') "
    "AND NOT (p.state = 'fetched' AND ifnull(p.type, '') NOT IN ('', 'text/html', 'application/xhtml+xml')) "
    "ORDER BY a.url";
// As MentionReader has them.
constexpr auto MentionsAndHops = "SELECT page, target FROM mention WHERE run_id = ?1 UNION ALL SELECT url, "
                                 "redirect_to FROM page WHERE run_id = ?1 AND redirect_to IS NOT NULL";

} // namespace

bool SiteGraph::readGraph()
{
    m_failed = 0;
    if (m_graph)
        return true;
    m_nodes.clear();
    if (!read(AskedPages, [this](sqlite3_stmt *row) {
            m_nodes.insert(sqlite3_column_int64(row, 0), quint32(m_nodes.size()));
        }))
        return false;
    std::vector<PlaceLink> links;
    const bool areLinksRead = read(MentionsAndHops, [&](sqlite3_stmt *row) {
        const auto from = m_nodes.constFind(sqlite3_column_int64(row, 0));
        const auto to = m_nodes.constFind(sqlite3_column_int64(row, 1));
        if (from != m_nodes.cend() && to != m_nodes.cend() && *from != *to)
            links.push_back({*from, *to});
    });
    if (areLinksRead)
        m_graph.emplace(quint32(m_nodes.size()), links);
    return areLinksRead;
}

std::optional<quint32> SiteGraph::nodeOf(qint64 page)
{
    const auto found = readGraph() ? m_nodes.constFind(page) : m_nodes.cend();
    return found != m_nodes.cend() ? std::optional(*found) : std::nullopt;
}

std::optional<qint64> SiteGraph::component(qint64 page)
{
    const std::optional<quint32> node = nodeOf(page);
    if (!node)
        return std::nullopt;
    if (!m_components)
        m_components = componentsOf(*m_graph).ofNodes;
    return qint64((*m_components)[*node]) + 1;
}

std::optional<qint64> SiteGraph::core(qint64 page)
{
    const std::optional<quint32> node = nodeOf(page);
    if (!node)
        return std::nullopt;
    if (!m_cores)
        m_cores = coresOf(*m_graph);
    return (*m_cores)[*node];
}

std::optional<double> SiteGraph::betweenness(qint64 page)
{
    const std::optional<quint32> node = nodeOf(page);
    if (!node)
        return std::nullopt;
    if (!m_betweenness)
        m_betweenness = Betweenness::of(*m_graph, [this] { return isStopped(); });
    return m_betweenness ? std::optional(std::round((*m_betweenness)[*node] * 10) / 10) : std::nullopt;
}

} // namespace linnet::store
