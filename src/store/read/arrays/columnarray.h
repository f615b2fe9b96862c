// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/columnstatistics.h"
#include "store/read/listitems.h"
#include "store/rowquery.h"
#include "store/schema/columnsql.h"
#include "table/cellview.h"

#include <QBitArray>
#include <QHash>

#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

namespace linnet::store {

class Database;

/// One column of the rows of a query, in memory: a number for each row into the list of the values that
/// differ. Sorting, counting and testing work on these. It shows the moment of its reading. Of a column of
/// long texts it has the beginnings (SortedBeginning), for sorting alone: nothing else may be asked of it.
///
/// `among` marks rows by their place in the order of arrival; an empty one means all of them. What takes long
/// ends with Reason::Cancelled when the database is stopped.
class ColumnArray
{
public:
    /// More than this, in bytes, is not taken into memory.
    static constexpr qsizetype MostBytes = 256 * 1024 * 1024;

    /// query.sort means nothing. `ids` are those of the query's rows in order of arrival, when they are
    /// known. No array when it would be too large.
    static Result<std::shared_ptr<const ColumnArray>> read(Database &database, const RowQuery &query,
                                                           const table::Column &column, IdVectorPtr ids = {});
    /// The same of several, each once, in one look at the rows: most of the time goes into that. Null in
    /// place of those that would be too large.
    static Result<std::vector<std::shared_ptr<const ColumnArray>>>
    readTogether(Database &database, const RowQuery &query, std::span<const table::Column *const> columns,
                 IdVectorPtr ids = {});

    /// Of the rows, in order of arrival.
    const IdVectorPtr &ids() const { return m_ids; }
    qsizetype bytes() const; ///< without the ids, which arrays share

    /// A place for each row, from 0 and below `count`: sorting by it sorts by the values as people compare
    /// them; empty cells come last either way.
    struct Places
    {
        std::vector<quint32> ofRows;
        quint32 count = 0;
    };
    Places places(bool descending) const;
    /// The rows that have one of these texts, or of yes and no, all in one place, then the others in that
    /// order; see table::SortKey::first.
    Places places(bool descending, const QList<table::Value> &first) const;

    /// The rows that pass a condition on this column, which is asked once for each value that differs.
    Result<QBitArray> passing(Database &database, const table::Condition &condition) const;
    /// See RowReader::facet().
    std::vector<FacetEntry> facet(int limit, const QBitArray &among) const;
    /// See RowReader::statistics().
    ColumnStatistics statistics(int buckets, const QBitArray &among) const;
    /// The number in a row, by its place in the order of arrival; nothing when there is none.
    std::optional<double> number(size_t place) const;

private:
    friend class RowGroups;

    /// A value that differs from the others by its bytes.
    struct Entry
    {
        table::CellView value;
        quint32 rank = 0; ///< among the values; equal for those that people take for equal
        bool isEmpty = false;
    };

    ColumnArray(Database &database, const table::Schema &schema, const table::Column &column,
                IdVectorPtr ids);
    static Result<IdVectorPtr> readOwn(const RowQuery &query, std::span<ColumnArray *const> arrays,
                                       IdVectorPtr ids);
    Result<bool> readMarks(const RowQuery &query);
    Result<bool> readHome(const RowQuery &query, const ColumnSql::Home &home);
    Result<void> lookUp(const ColumnSql::Home &home, const QHash<std::pair<RunId, qint64>, quint32> &numbers,
                        std::vector<quint32> &values);
    quint32 codeOf(const table::CellView &value);
    Result<bool> complete();
    Result<void> rank();
    Result<void> takeApart();
    template <typename Place> Places placesBy(Place placeOfEntry, quint32 count) const;
    template <typename Visit> void forEachRow(const QBitArray &among, Visit visit) const;
    std::vector<FacetEntry> facetOfItems(int limit, const QBitArray &among) const;

    Database &m_database;          ///< while it is read
    const table::Schema &m_schema; ///< lasts
    const table::Column &m_column;
    IdVectorPtr m_ids;
    std::vector<quint32> m_codes; ///< of the rows, into m_entries
    std::vector<Entry> m_entries; ///< in the order in which they were met
    quint32 m_ranks = 0;
    ListItems m_items; ///< of the entries of a List column
    QHash<QByteArrayView, quint32> m_texts;
    QHash<qint64, quint32> m_integers;
    QHash<double, quint32> m_reals;
    std::optional<quint32> m_nothing; ///< the entry of empty cells
    std::pmr::monotonic_buffer_resource m_memory;
    qsizetype m_textBytes = 0;
    bool m_fits = true;
};

/// The marked rows of a query in its order: one array for each key, all of the same rows.
IdVector sortedIds(const std::vector<std::shared_ptr<const ColumnArray>> &arrays, const table::Sort &sort,
                   const QBitArray &among);

} // namespace linnet::store
