// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/chosenrows.h"

#include <algorithm>

namespace linnet::analysis {

void keepOnly(store::RowColumns &selection, const store::IdVector &ids)
{
    store::IdVector sorted = ids;
    std::ranges::sort(sorted);
    const store::IdVector &all = *selection.ids; // in order of arrival, which is that of the ids
    QBitArray kept(qsizetype(all.size()));
    auto next = sorted.cbegin();
    for (size_t place = 0; place < all.size(); ++place) {
        while (next != sorted.cend() && *next < all[place])
            ++next;
        if (next == sorted.cend())
            break;
        if (*next == all[place])
            kept.setBit(qsizetype(place));
    }
    if (selection.among.isEmpty())
        selection.among = std::move(kept);
    else
        selection.among &= kept;
}

} // namespace linnet::analysis
