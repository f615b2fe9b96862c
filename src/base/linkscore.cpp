// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/linkscore.h"

#include <algorithm>
#include <cmath>

namespace linnet {

std::optional<std::vector<double>> pageRank(size_t places, std::span<const PlaceLink> links,
                                            const std::function<bool()> &isStopped)
{
    constexpr double Damping = 0.85;
    constexpr double Still = 1e-9; // of a place's share
    constexpr int MostRounds = 100;
    std::vector<PlaceLink> sorted;
    sorted.reserve(links.size());
    std::ranges::copy_if(links, std::back_inserter(sorted),
                         [](const PlaceLink &link) { return link.from != link.to; });
    const auto key = [](const PlaceLink &link) { return quint64(link.to) << 32 | link.from; };
    std::ranges::sort(sorted, {}, key);
    sorted.erase(std::ranges::unique(sorted, {}, key).begin(), sorted.end());
    std::vector<quint32> leaving(places, 0);
    for (const PlaceLink &link : sorted)
        ++leaving[link.from];
    const double start = places > 0 ? 1.0 / double(places) : 0;
    std::vector<double> rank(places, start);
    std::vector<double> next(places);
    for (int round = 0; round < MostRounds; ++round) {
        if (isStopped && isStopped())
            return std::nullopt;
        double lost = 0;
        for (size_t place = 0; place < places; ++place)
            lost += leaving[place] == 0 ? rank[place] : 0;
        std::ranges::fill(next, (1 - Damping + Damping * lost) * start);
        for (const PlaceLink &link : sorted)
            next[link.to] += Damping * rank[link.from] / leaving[link.from];
        double moved = 0;
        for (size_t place = 0; place < places; ++place)
            moved = std::max(moved, std::abs(next[place] - rank[place]));
        rank.swap(next);
        if (moved <= Still * start)
            break;
    }
    return rank;
}

} // namespace linnet
