// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"
#include "table/filter.h"
#include "table/schema.h"

#include <QList>

#include <memory>
#include <vector>

namespace linnet::store {

/// Which rows, in which order: the one question that table, facets, charts, exports and command line ask.
struct RowQuery
{
    const table::Schema *schema = nullptr;
    QList<RunId> runs; ///< empty = all
    table::Filter filter;
    table::Sort sort;

    bool operator==(const RowQuery &) const = default;
};

/// Row ids in the order of a query; shared, never changed after it was published.
using IdVector = std::vector<qint64>;
using IdVectorPtr = std::shared_ptr<const IdVector>;

/// One entry of a facet: a value (an item, for List columns) and how many rows have it.
struct FacetEntry
{
    table::Value value;
    qint64 count = 0;

    bool operator==(const FacetEntry &) const = default;
};

} // namespace linnet::store
