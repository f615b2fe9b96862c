// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/ownrules.h"

#include <sqlite3.h>

namespace linnet::store {

bool OwnRules::readAgain(long long writes)
{
    if (writes == m_writes)
        return false;
    m_writes = writes;
    const QByteArray sources[] = {QByteArray("SELECT value FROM temp.") + m_name,
                                  QByteArray("SELECT value FROM main.memo WHERE key = '") + m_name + '\''};
    QByteArray text;
    for (const QByteArray &sql : sources) {
        sqlite3_stmt *statement = nullptr;
        const bool isThere =
            sqlite3_prepare_v2(m_connection, sql.constData(), -1, &statement, nullptr) == SQLITE_OK;
        if (isThere && sqlite3_step(statement) == SQLITE_ROW)
            text = QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)),
                              sqlite3_column_bytes(statement, 0));
        sqlite3_finalize(statement);
        if (isThere)
            break;
    }
    if (text == m_text)
        return false;
    m_text = text;
    return true;
}

} // namespace linnet::store
