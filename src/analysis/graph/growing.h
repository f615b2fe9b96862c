// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/point.h"
#include "base/dice.h"
#include "base/graph/linkgraph.h"

#include <stop_token>

namespace linnet::analysis {

/// Nodes that come into a picture whose other nodes stay where they are.
class Growing
{
public:
    Growing(const LinkGraph &graph, const Known &known);

    /// Beside a neighbour that has a place, nearest ones first. Those without a way to any are still
    /// without, see alone().
    void placeBeside(Dice &dice);
    const std::vector<quint32> &alone() const { return m_alone; }
    void place(quint32 node, const Point &point) { m_points[node] = point; }
    /// A few rounds in which the new ones find their places. False: a stop was requested.
    bool settle(Dice &dice, const std::stop_token &stop);
    const Points &points() const { return m_points; }

private:
    const LinkGraph &m_graph;
    const Known &m_known;
    Points m_points;
    std::vector<quint32> m_new;
    std::vector<quint32> m_alone;
};

} // namespace linnet::analysis
