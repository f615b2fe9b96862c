// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/runid.h"

#include <sqlite3.h>

namespace linnet::store {

/// For what an SQL function reckons of the rows of a run: reads them on the connection that asks, which
/// outlives this object, in its thread.
class RunRows
{
public:
    int failed() const { return m_failed; } ///< SQLite's code, such as SQLITE_INTERRUPT; 0 = all was read

protected:
    RunRows(sqlite3 *connection, RunId run)
        : m_connection(connection)
        , m_run(run)
    {
    }

    /// Calls `visit` with the statement at each row; parameter 1 is the run. False: failed() says why.
    template <typename Visit> bool read(const char *sql, Visit visit);
    /// The connection knows whom to ask, and asks every thousand steps of a statement.
    bool isStopped()
    {
        return !read("WITH RECURSIVE step(n) AS (SELECT ?1 * 0 UNION ALL SELECT n + 1 FROM step LIMIT 500) "
                     "SELECT max(n) FROM step",
                     [](sqlite3_stmt *) {});
    }

    sqlite3 *m_connection;
    RunId m_run;
    int m_failed = 0;
};

template <typename Visit> bool RunRows::read(const char *sql, Visit visit)
{
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(m_connection, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_int64(statement, 1, m_run);
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            visit(statement);
    }
    sqlite3_finalize(statement);
    m_failed = code == SQLITE_DONE ? 0 : code;
    return m_failed == 0;
}

} // namespace linnet::store
