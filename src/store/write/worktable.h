// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "store/unit.h"

namespace linnet::store {

class Database;

/// Writes units of work.
class WorkTable
{
public:
    static Result<WorkTable> open(Database &database);

    /// False when the run has one of that key already. newId must be above all ids in use.
    Result<bool> add(RunId run, const WorkAdd &work, qint64 newId);
    /// False when the run has no such unit.
    Result<bool> end(RunId run, const WorkEnd &end);

    qint64 lastId() const { return m_lastId; } ///< highest id in use when it was opened

private:
    explicit WorkTable(Database &database);

    Database *m_database;
    Statement m_add;
    Statement m_end;
    qint64 m_lastId = 0;
};

} // namespace linnet::store
