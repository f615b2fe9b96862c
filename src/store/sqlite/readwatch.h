// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

struct sqlite3_file;
struct sqlite3_io_methods;

namespace linnet::store {

class Database;

/// Counts what a connection reads of its file, also within one step of SQLite's machine: before SQLite 3.41 a
/// check of a tree is one step, however large the tree is. Used by the thread of the connection, one at a
/// time.
class ReadWatch
{
public:
    /// The database outlives the watch; read is called after each reading, and says whether it may go on:
    /// otherwise the statement fails.
    ReadWatch(Database &database, std::function<bool()> read);
    ~ReadWatch();
    ReadWatch(const ReadWatch &) = delete;
    ReadWatch &operator=(const ReadWatch &) = delete;

private:
    static int readFile(sqlite3_file *file, void *to, int bytes, long long from);

    static thread_local ReadWatch *t_current;

    std::function<bool()> m_read;
    sqlite3_file *m_file = nullptr; ///< null: it cannot be watched
    const sqlite3_io_methods *m_before = nullptr;
};

} // namespace linnet::store
