// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace linnet {

/// A link from one place of a list to another.
struct PlaceLink
{
    quint32 from = 0;
    quint32 to = 0;
};

/// PageRank (Brin and Page 1998, damping 0.85): the share of readers at each place who follow links at
/// random. Equal links count once, links of a place to itself not at all; who finds no link begins anywhere.
/// The sum is 1. Linear in places and links for each of at most 100 rounds. isStopped is asked in each;
/// nothing comes of it when it says so. Any thread.
std::optional<std::vector<double>> pageRank(size_t places, std::span<const PlaceLink> links,
                                            const std::function<bool()> &isStopped = {});

} // namespace linnet
