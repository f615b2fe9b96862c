// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/mergedsearches.h"

#include "session/saved/savedsearch.h"

namespace linnet::session {

QHash<QString, QString> mergedSearches(const QHash<QString, QString> &own,
                                       const QHash<QString, QString> &others)
{
    QHash<QString, QString> added;
    int number = nextNumber(savedSearches(own));
    for (SavedSearch search : savedSearches(others)) {
        const QString key = SavedSearch::memoKey(search.task());
        if (own.contains(key))
            continue;
        search.schedule.reset();
        search.files.clear();
        search.number = number++;
        added.insert(key, search.memo());
    }
    return added;
}

} // namespace linnet::session
