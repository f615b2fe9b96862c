// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/course.h"

namespace linnet::store {

class Database;

/// Looks now and then, while a connection's statements run, how far they are and whether they are to be
/// stopped: then they end with Reason::Cancelled. While it lives, Database::stopOn() has no effect. Used by
/// the thread of the connection.
class StatementWatch
{
public:
    /// 0 to 1; must not use the connection for a statement. Asked every so many steps of SQLite's machine.
    using Share = std::function<double()>;
    static constexpr int StepsBetween = 1000; // well below a millisecond

    /// The database outlives the watch; share {}: only the stop is looked for.
    StatementWatch(Database &database, Course course, Share share = {});
    /// The share is the number of pages that were read of the files since now, of so many.
    StatementWatch(Database &database, Course course, qint64 pages);
    ~StatementWatch();
    StatementWatch(const StatementWatch &) = delete;
    StatementWatch &operator=(const StatementWatch &) = delete;

private:
    static int look(void *self);

    Database &m_database;
    Course m_course;
    Share m_share;
};

} // namespace linnet::store
