// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/readwatch.h"

#include "store/sqlite/database.h"

#include <sqlite3.h>

namespace linnet::store {

namespace {

/// SQLite's own, but for the reading; it keeps the address.
thread_local sqlite3_io_methods t_watched;

} // namespace

thread_local ReadWatch *ReadWatch::t_current = nullptr;

ReadWatch::ReadWatch(Database &database, std::function<bool()> read)
    : m_read(std::move(read))
{
    // SQLite opens the file with the first statement that looks into it.
    sqlite3_file *file = nullptr;
    if (t_current || !database.integer("PRAGMA schema_version") ||
        sqlite3_file_control(database.connection(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        !file || !file->pMethods)
        return;
    m_file = file;
    m_before = file->pMethods;
    t_watched = *m_before;
    t_watched.xRead = [](sqlite3_file *from, void *to, int bytes, sqlite3_int64 at) {
        return readFile(from, to, bytes, at);
    };
    file->pMethods = &t_watched;
    t_current = this;
}

ReadWatch::~ReadWatch()
{
    if (!m_file)
        return;
    m_file->pMethods = m_before;
    t_current = nullptr;
}

int ReadWatch::readFile(sqlite3_file *file, void *to, int bytes, long long from)
{
    const int code = t_current->m_before->xRead(file, to, bytes, from);
    return t_current->m_read() ? code : SQLITE_INTERRUPT;
}

} // namespace linnet::store
