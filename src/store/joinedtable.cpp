// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/joinedtable.h"

#include "base/textfold.h"

namespace linnet::store {

QString joinKey(const table::Column &by, const QString &value)
{
    const QString bare = value.trimmed();
    return by.type == table::ColumnType::Url ? bare : foldText(bare);
}

const table::Schema &withTables(const table::Schema &rows, const std::vector<JoinedTable> &tables,
                                const QString &except)
{
    QList<table::JoinedColumn> columns;
    for (const JoinedTable &table : tables) {
        if (table.of == &rows.rows() && table.name != except)
            columns += table.columns;
    }
    return columns.isEmpty() ? rows.rows() : table::joinedSchema(rows, columns);
}

} // namespace linnet::store
