// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arraycache.h"

#include "store/sqlite/database.h"

#include <algorithm>

namespace linnet::store {

Result<std::shared_ptr<const ColumnArray>> ArrayCache::array(Database &database, const RowQuery &query,
                                                             const table::Column &column)
{
    // Changes when another connection has written something.
    const Result<qint64> version = database.integer("PRAGMA data_version");
    if (!version)
        return std::unexpected(version.error());
    if (std::exchange(m_version, *version) != *version)
        m_kept.clear();
    RowQuery rows = query;
    rows.sort.clear();
    const auto known = std::ranges::find_if(
        m_kept, [&](const Kept &kept) { return kept.column == &column && kept.query == rows; });
    if (known != m_kept.end()) {
        m_kept.splice(m_kept.begin(), m_kept, known);
        return known->array;
    }
    const auto read = ColumnArray::read(database, rows, column);
    if (!read || !*read)
        return read;
    m_kept.push_front({std::move(rows), &column, *read});
    while (m_kept.size() > 1 && bytes() > MostBytes)
        m_kept.pop_back();
    return read;
}

qsizetype ArrayCache::bytes() const
{
    qsizetype sum = 0;
    for (const Kept &kept : m_kept)
        sum += kept.array->bytes();
    return sum;
}

} // namespace linnet::store
