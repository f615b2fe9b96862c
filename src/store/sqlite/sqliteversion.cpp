// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/sqliteversion.h"

#include <sqlite3.h>

namespace linnet::store {

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

} // namespace linnet::store
