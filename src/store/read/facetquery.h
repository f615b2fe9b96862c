// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/columnstatistics.h"
#include "store/read/arrays/arraycache.h"
#include "store/rowquery.h"
#include "store/schema/columnsql.h"

namespace linnet::store {

class Database;

/// Sums up one column over the rows of a query, for RowReader.
class FacetQuery
{
public:
    FacetQuery(Database &database, ArrayCache &arrays);

    Result<std::vector<FacetEntry>> facet(const RowQuery &query, const QString &column, int limit);
    Result<ColumnStatistics> statistics(const RowQuery &query, const QString &column, int buckets);

private:
    Result<std::optional<ArrayCache::Selection>> selection(const RowQuery &query,
                                                           const table::Column &column);
    Result<std::vector<FacetEntry>> ofValues(const RowQuery &query, const table::Column &column, int limit);
    Result<std::vector<FacetEntry>> ofItems(const RowQuery &query, const table::Column &column, int limit);
    Result<ColumnStatistics> ofNumbers(const RowQuery &query, const table::Column &column, int buckets);

    Database &m_database;
    ArrayCache &m_arrays;
};

} // namespace linnet::store
