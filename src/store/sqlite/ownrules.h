// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct sqlite3;

namespace linnet::store {

/// The lines that a project's owner put over a table of built-in rules: a memo of the project or, in its
/// place, a view of the connection's own with one value. For SQL functions, in the connection's thread.
class OwnRules
{
public:
    /// name: of the memo and of the view. The connection outlives this object.
    OwnRules(sqlite3 *connection, const char *name)
        : m_connection(connection)
        , m_name(name)
    {
    }

    /// Looks again when `writes` of the table moment is another than before; whether there is another text.
    bool readAgain(long long writes);
    const QByteArray &text() const { return m_text; }

private:
    sqlite3 *m_connection;
    const char *m_name;
    long long m_writes = -1;
    QByteArray m_text;
};

} // namespace linnet::store
