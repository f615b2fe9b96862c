// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/querylines.h"
#include "vacancies/search/regionwords.h"

#include <QList>

namespace linnet::vacancies {

/// A list of queries as a search asks it: each once, in the order in which they were written.
struct QueryList
{
    struct Repeated
    {
        int line = 0;
        int firstLine = 0; ///< 0 = it was given otherwise
    };

    std::vector<ListedQuery> queries;
    std::vector<RefusedQuery> refused;
    QList<Repeated> repeated; ///< lines that ask nothing new
    QStringList ignored;      ///< names of columns that say nothing to it

    static constexpr size_t Most = 1'000'000; ///< queries; what comes behind is refused

    /// texts: asked before the lines; with lines that have regions only, in each of these. places: where
    /// texts are asked that name no region, each place on its own; none = everywhere. Takes some microseconds
    /// a query.
    static QueryList of(const QueryLines &lines, const QStringList &texts,
                        const std::vector<ListedPlace> &places, RegionWords &regions);
};

} // namespace linnet::vacancies
