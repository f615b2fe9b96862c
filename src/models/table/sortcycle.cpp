// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/sortcycle.h"

#include <algorithm>

namespace linnet::models {

table::Sort nextSort(table::Sort sort, const QString &column, bool keepOthers)
{
    const auto of = [&](const table::SortKey &key) { return key.column == column; };
    const auto found = std::find_if(sort.begin(), sort.end(), of);
    if (found == sort.end()) {
        if (!keepOthers)
            sort.clear();
        return sort << table::SortKey{column, false};
    }
    const bool wasDescending = found->descending;
    if (keepOthers) {
        if (wasDescending)
            sort.erase(found);
        else
            found->descending = true;
        return sort;
    }
    // A plain click on one of several keys starts over with it.
    if (sort.size() > 1)
        return {table::SortKey{column, false}};
    return wasDescending ? table::Sort() : table::Sort{table::SortKey{column, true}};
}

} // namespace linnet::models
