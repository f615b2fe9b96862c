// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/worktable.h"

#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"

namespace linnet::store {

WorkTable::WorkTable(Database &database)
    : m_database(&database)
{
}

Result<WorkTable> WorkTable::open(Database &database)
{
    WorkTable result(database);
    const Result<qint64> last = database.integer("SELECT max(id) FROM work");
    if (!last)
        return std::unexpected(last.error());
    result.m_lastId = *last;
    Result<Statement> add =
        database.prepare("INSERT INTO work (id, run_id, key, kind, host, ref, depth, address) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run_id, key) DO NOTHING",
                         true);
    if (!add)
        return std::unexpected(add.error());
    Result<Statement> end =
        database.prepare("UPDATE work SET state = ?1, attempts = attempts + ?2, reason = ?3, status = ?4, "
                         "detail = ?5, failed_at = CASE ?1 WHEN " +
                             storedSql(WorkState::Failed) + " THEN coalesce(failed_at, nullif(?8, 0)) WHEN " +
                             storedSql(WorkState::Done) +
                             " THEN NULL ELSE failed_at END "
                             "WHERE id = ?6 AND run_id = ?7",
                         true);
    if (!end)
        return std::unexpected(end.error());
    result.m_add = std::move(*add);
    result.m_end = std::move(*end);
    return result;
}

Result<bool> WorkTable::add(RunId run, const WorkAdd &work, qint64 newId)
{
    m_add.bind(1, newId);
    m_add.bind(2, run);
    m_add.bind(3, work.key);
    m_add.bind(4, work.kind);
    m_add.bind(5, work.host);
    m_add.bind(6, work.ref);
    m_add.bind(7, work.depth);
    m_add.bind(8, work.address);
    if (const Result<void> done = m_add.run(); !done)
        return std::unexpected(done.error());
    return m_database->changes() > 0;
}

Result<bool> WorkTable::end(RunId run, const WorkEnd &end)
{
    m_end.bind(1, storedNumber(end.state));
    m_end.bind(2, end.attempts);
    m_end.bind(3, reasonCode(end.error.reason));
    m_end.bind(4, end.error.status);
    m_end.bind(5, end.error.detail);
    m_end.bind(6, end.id);
    m_end.bind(7, run);
    m_end.bind(8, end.at);
    if (const Result<void> done = m_end.run(); !done)
        return std::unexpected(done.error());
    return m_database->changes() > 0;
}

} // namespace linnet::store
