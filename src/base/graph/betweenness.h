// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"

#include <functional>

namespace linnet {

/// On how many shortest ways between two others each node lies, as links lead; of several ways between the
/// same two each counts for its part (Brandes 2001). Exact up to MostExact nodes. Of larger graphs the ways
/// from some nodes are looked at, drawn by chance but the same every time, and counted for all: as many as a
/// bounded number of steps allows, 50 at least. isStopped is asked every few milliseconds; nothing comes of
/// it when it says so. Any thread.
struct Betweenness
{
    static constexpr quint32 MostExact = 5'000;

    static std::optional<std::vector<double>> of(const LinkGraph &graph,
                                                 const std::function<bool()> &isStopped = {});
};

} // namespace linnet
