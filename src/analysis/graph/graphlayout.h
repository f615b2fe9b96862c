// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/point.h"
#include "base/graph/linkgraph.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

namespace linnet::analysis {

/// Most nodes that are laid out one by one; a larger graph is shown as groups of nodes.
inline constexpr quint32 MostLaidOut = 300'000;

struct LayoutHooks
{
    std::stop_token stop;
    std::function<void(double share)> progressed; ///< 0 to 1, in the thread that lays out
    /// Some places by now, in the same thread, some times a second at most; what has none yet is not placed.
    std::function<void(const Known &places)> moved;
};

/// Places for all nodes: what is few steps apart lies near. Parts that do not hang together stand side by
/// side, the largest first. The same graph gives the same places. Two bytes a node and pivot, of which there
/// are some hundred; 100,000 nodes and 1,000,000 links take seconds on one core. Nothing after a stop, which
/// is heard within some 50 ms. Any thread.
std::optional<Points> layOut(const LinkGraph &graph, const LayoutHooks &hooks = {});

/// Like layOut(), but nodes that have a place keep it: others come beside what they are linked with, or below
/// all when that is nothing.
std::optional<Points> layOutAround(const LinkGraph &graph, const Known &known, const LayoutHooks &hooks = {});

/// Rings by clicks from some nodes, those with a common way in one sector; what is not reached stands below.
/// Linear. Any thread.
Points layOutByClicks(const LinkGraph &graph, std::span<const quint32> starts);

/// Rings by the parts of addresses: what lies in a folder has a sector, the page of the folder itself stands
/// in its middle. Any thread.
Points layOutByFolders(const QStringList &urls);

} // namespace linnet::analysis
