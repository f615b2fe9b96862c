// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/pivots.h"
#include "analysis/graph/point.h"
#include "base/dice.h"

#include <stop_token>

namespace linnet::analysis {

/// Moves the nodes of a connected graph so that they lie as far apart as there are steps between them: each
/// in turn goes where its links, and the pivots with the nodes that each of them stands for, want it on
/// average (localized majorization of the sparse stress model of Ortmann, Klimenta and Brandes 2016). Each
/// round makes the picture better, and costs as much as links plus nodes times pivots.
class SparseStress
{
public:
    SparseStress(const LinkGraph &graph, const Pivots &pivots);

    /// One round. False: a stop was requested, heard within some milliseconds.
    bool improve(Points &points, Dice &dice, const std::stop_token &stop) const;

private:
    float weight(quint32 pivot, quint16 distance) const { return m_weights[pivot][distance]; }

    const LinkGraph &m_graph;
    const Pivots &m_pivots;
    std::vector<std::vector<float>> m_weights; ///< of each pivot, by distance
};

} // namespace linnet::analysis
