// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/arrays/columnarray.h"

namespace linnet::store {

/// Columns in memory that the connections of this program to a project share: what one has read the others
/// take over, as long as nothing is written. Keeps nothing alive itself. Any thread.
class SharedColumns
{
public:
    struct Key
    {
        QString file;      ///< see fileKey()
        qint64 writes = 0; ///< of the table moment
        const table::Schema *schema = nullptr;
        QList<RunId> runs;
        const table::Column *column = nullptr;

        bool operator==(const Key &) const = default;
    };

    /// Of the file that stands at the path now; "" when there is none.
    static QString fileKey(const QString &path);
    /// Null when nobody has it. The array's ids are those of the rows at that moment.
    static std::shared_ptr<const ColumnArray> find(const Key &key);
    static void add(const Key &key, const std::shared_ptr<const ColumnArray> &array);
};

} // namespace linnet::store
