// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/pairs.h"
#include "draw/graph/graphpicture.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace linnet::models {

/// Items of a list column, or of two columns, as a graph: an item is a dot, the larger the more rows have it;
/// a line joins two that stand together more often than by chance. A value.
struct PairPicture
{
    /// Lines; with more nobody sees anything.
    static constexpr size_t MostPairs = 150;

    std::shared_ptr<const draw::GraphPicture> picture;
    QStringList keys;            ///< of the nodes: values of their column as text
    std::vector<qint64> rows;    ///< of the nodes
    std::vector<bool> areOthers; ///< of the nodes: the second of each pair's column; empty when there is one

    using Label = std::function<QString(const table::Value &)>;
    /// pairs: most frequent first; of these as many as MostPairs with at least `fewest` rows. otherLabel: of
    /// the second of each pair, when that is of another column. Null when there is none, or a stop was
    /// requested. Any thread.
    static std::shared_ptr<const PairPicture> of(std::span<const analysis::Pair> pairs, qint64 fewest,
                                                 const Label &label, const Label &otherLabel,
                                                 const std::stop_token &stop);
};

} // namespace linnet::models
