// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/joinedtable.h"

namespace linnet::store {

class Database;

/// Writes tables of the user's, in which values of rows are looked up.
class JoinedTables
{
public:
    explicit JoinedTables(Database &database);

    /// In place of one of the same name.
    Result<void> set(const JoinedTable &table);
    Result<void> remove(const QString &name);
    /// Those of an attached project, called `other`, whose names this one does not have.
    Result<void> takeFromOther();

private:
    Result<void> addColumn(const JoinedTable &table, qsizetype column);

    Database *m_database;
};

} // namespace linnet::store
