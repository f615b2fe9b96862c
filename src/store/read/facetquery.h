// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/columnstatistics.h"
#include "store/rowquery.h"
#include "store/schema/columnsql.h"

namespace linnet::store {

class Database;
class Statement;

/// Sums up one column over the rows of a query, for RowReader.
class FacetQuery
{
public:
    explicit FacetQuery(Database &database);

    Result<std::vector<FacetEntry>> facet(const RowQuery &query, const QString &column, int limit);
    Result<ColumnStatistics> statistics(const RowQuery &query, const QString &column, int buckets);

private:
    Result<std::vector<FacetEntry>> ofValues(const RowQuery &query, const table::Column &column, int limit);
    Result<std::vector<FacetEntry>> ofNumbers(const RowQuery &query, const table::Column &column,
                                              const ColumnSql::Home &home, int limit);
    static Result<std::vector<FacetEntry>> entries(Statement &statement, const table::Column &column,
                                                   int limit);
    Result<std::vector<FacetEntry>> ofItems(const RowQuery &query, const table::Column &column, int limit);

    Database &m_database;
};

} // namespace linnet::store
