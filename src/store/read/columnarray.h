// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rowquery.h"
#include "store/schema/columnsql.h"
#include "table/cellview.h"

#include <QHash>

#include <memory_resource>
#include <optional>
#include <vector>

namespace linnet::store {

class Database;
class Statement;

/// One column of the rows of a query, in memory: a number for each row into the list of the values that
/// differ. Sorting and counting work on these numbers. It shows the moment of its reading; one thread.
class ColumnArray
{
public:
    /// More than this, in bytes, is not taken into memory.
    static constexpr qsizetype MostBytes = 256 * 1024 * 1024;

    /// query.sort means nothing. No array when it would be too large, or when the column holds long texts.
    static Result<std::shared_ptr<const ColumnArray>> read(Database &database, const RowQuery &query,
                                                           const table::Column &column);

    /// Of the rows, in order of arrival.
    const IdVector &ids() const { return m_ids; }
    qsizetype bytes() const;

    /// A place for each row, from 0 and below `count`: sorting by it sorts by the values as people compare
    /// them; empty cells come last either way.
    struct Places
    {
        std::vector<quint32> ofRows;
        quint32 count = 0;
    };
    Places places(bool descending) const;
    /// The rows that have this text, then the others, then those without any; see table::SortKey::first.
    Places placesOfFirst(const QString &first) const;

    /// See RowReader::facet(); not for List columns.
    std::vector<FacetEntry> facet(int limit) const;

private:
    /// A value that differs from the others by its bytes.
    struct Entry
    {
        table::CellView value;
        quint32 rank = 0; ///< among the values; equal for those that people take for equal
        bool isEmpty = false;
    };

    explicit ColumnArray(const table::Column &column)
        : m_column(column)
    {
    }
    Result<bool> readOwn(Database &database, const RowQuery &query);
    Result<bool> readHome(Database &database, const RowQuery &query, const ColumnSql::Home &home);
    Result<void> lookUp(Database &database, const ColumnSql::Home &home,
                        const QHash<std::pair<RunId, qint64>, quint32> &numbers,
                        std::vector<quint32> &values);
    quint32 codeOf(const table::CellView &value);
    void rank();
    template <typename Place> Places placesBy(Place placeOfEntry, quint32 count) const;

    const table::Column &m_column; ///< of a schema, which lasts
    IdVector m_ids;
    std::vector<quint32> m_codes; ///< of the rows, into m_entries
    std::vector<Entry> m_entries; ///< in the order in which they were met
    quint32 m_ranks = 0;
    QHash<QByteArrayView, quint32> m_texts;
    QHash<qint64, quint32> m_integers;
    QHash<double, quint32> m_reals;
    std::optional<quint32> m_nothing; ///< the entry of empty cells
    std::pmr::monotonic_buffer_resource m_memory;
    qsizetype m_textBytes = 0;
};

/// The rows of a query in its order: one array for each key, all of the same rows.
IdVector sortedIds(const std::vector<std::shared_ptr<const ColumnArray>> &arrays, const table::Sort &sort);

} // namespace linnet::store
