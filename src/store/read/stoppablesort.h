// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace linnet::store {

/// Sorts as std::sort does, and asks isStopped() every few ten milliseconds even for millions of values.
/// False when it was stopped: the order is then any.
template <typename T, typename Less, typename IsStopped>
bool sortStoppable(std::vector<T> &values, Less less, IsStopped isStopped)
{
    constexpr size_t Piece = 65'536;
    const size_t count = values.size();
    const auto at = [&](size_t place) { return values.begin() + std::ptrdiff_t(std::min(place, count)); };
    for (size_t from = 0; from < count; from += Piece) {
        if (isStopped())
            return false;
        std::sort(at(from), at(from + Piece), less);
    }
    for (size_t sorted = Piece; sorted < count; sorted *= 2) {
        for (size_t from = 0; from + sorted < count; from += 2 * sorted) {
            if (isStopped())
                return false;
            std::inplace_merge(at(from), at(from + sorted), at(from + 2 * sorted), less);
        }
    }
    return true;
}

} // namespace linnet::store
