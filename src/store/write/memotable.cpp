// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/memotable.h"

#include "store/sqlite/database.h"

namespace linnet::store {

MemoTable::MemoTable(Database &database)
    : m_database(&database)
{
}

Result<void> MemoTable::set(const QString &key, const QString &value)
{
    Result<Statement> statement =
        m_database->prepare(value.isEmpty() ? "DELETE FROM memo WHERE key = ?"
                                            : "INSERT OR REPLACE INTO memo (key, value) VALUES (?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, key);
    if (!value.isEmpty())
        statement->bind(2, value);
    return statement->run();
}

} // namespace linnet::store
