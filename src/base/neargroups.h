// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace linnet {

/// Finds which numbers of 64 bits (SimHash marks of texts) differ in few bits, and the groups that such pairs
/// make: who is near a member belongs to the group. Exact; a million marks take a few seconds and 40 MB, also
/// when all are equal.
class NearGroups
{
public:
    /// distance: bits in which two may differ, 0 to 5. isStopped is asked every few milliseconds; nothing
    /// comes of it when it says so. Any thread.
    static std::optional<NearGroups> of(std::span<const quint64> marks, int distance,
                                        const std::function<bool()> &isStopped = {});

    /// The place of the first member of its group; its own when nothing is near.
    quint32 firstOf(size_t place) const { return m_firsts[place]; }
    /// In how many bits the nearest of the others differs; nothing when none is near.
    std::optional<int> distanceOf(size_t place) const;

private:
    static constexpr quint8 None = 255;

    std::vector<quint32> m_firsts;
    std::vector<quint8> m_distances;
};

} // namespace linnet
