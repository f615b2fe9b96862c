// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"
#include "store/sqlite/runrows.h"

#include <QHash>

#include <optional>

namespace linnet::store {

/// What the links of a whole site say of one of its pages. Nodes are its addresses that were asked and are
/// pages, redirects or errors, as in a drawn graph that leaves nothing out; an edge says that a page names an
/// address, or that an address leads on to another. Reckoned from the rows when it is first asked for, and
/// kept; for SQL functions, in the thread of the connection.
class SiteGraph : public RunRows
{
public:
    /// The connection outlives this object, whose answers are those of the moment of the first question.
    SiteGraph(sqlite3 *connection, RunId run)
        : RunRows(connection, run)
    {
    }

    /// Each takes the number of an address; nothing of what is no node, or when it could not be read, which
    /// failed() says. The part that hangs together, whichever way links lead: 1 is the largest.
    std::optional<qint64> component(qint64 page);
    /// See coresOf().
    std::optional<qint64> core(qint64 page);
    /// See Betweenness, with one decimal.
    std::optional<double> betweenness(qint64 page);

private:
    bool readGraph();
    std::optional<quint32> nodeOf(qint64 page);

    std::optional<LinkGraph> m_graph;
    QHash<qint64, quint32> m_nodes; ///< by the number of the address
    std::optional<std::vector<quint32>> m_components;
    std::optional<std::vector<quint32>> m_cores;
    std::optional<std::vector<double>> m_betweenness;
};

} // namespace linnet::store
