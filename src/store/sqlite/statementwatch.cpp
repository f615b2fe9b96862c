// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/statementwatch.h"

#include "store/sqlite/database.h"

#include <sqlite3.h>

namespace linnet::store {

namespace {

/// From the file, not from the connection's cache.
int pagesReadBy(sqlite3 *connection)
{
    int now = 0;
    int most = 0;
    sqlite3_db_status(connection, SQLITE_DBSTATUS_CACHE_MISS, &now, &most, 0);
    return now;
}

} // namespace

StatementWatch::StatementWatch(Database &database, Course course, Share share)
    : m_database(database)
    , m_course(std::move(course))
    , m_share(std::move(share))
{
    sqlite3_progress_handler(database.connection(), StepsBetween, look, this);
}

StatementWatch::StatementWatch(Database &database, Course course, qint64 pages)
    : StatementWatch(database, std::move(course),
                     [connection = database.connection(), before = pagesReadBy(database.connection()),
                      pages = double(pages)] { return (pagesReadBy(connection) - before) / pages; })
{
}

StatementWatch::~StatementWatch()
{
    sqlite3_progress_handler(m_database.connection(), 0, nullptr, nullptr);
}

int StatementWatch::look(void *self)
{
    const auto *watch = static_cast<const StatementWatch *>(self);
    if (watch->m_share)
        watch->m_course.at(watch->m_share());
    return int(watch->m_course.isStopped());
}

} // namespace linnet::store
