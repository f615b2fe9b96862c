// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqlerror.h"

#include <sqlite3.h>

namespace linnet::store {

namespace {

Reason reasonOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Reason::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Reason::Io;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Reason::Locked;
    case SQLITE_INTERRUPT:
        return Reason::Cancelled;
    case SQLITE_NOTADB:
        return Reason::NotAProject;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
        return Reason::BadValue;
    default:
        return Reason::Storage;
    }
}

} // namespace

Error sqlError(sqlite3 *connection, int code)
{
    const int extended = connection ? sqlite3_extended_errcode(connection) : code;
    const char *text = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return {reasonOf(code), 0, QStringLiteral("SQLite %1: %2").arg(extended).arg(QString::fromUtf8(text))};
}

} // namespace linnet::store
