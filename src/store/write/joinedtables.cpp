// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/joinedtables.h"

#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"

namespace linnet::store {

JoinedTables::JoinedTables(Database &database)
    : m_database(&database)
{
}

Result<void> JoinedTables::set(const JoinedTable &table)
{
    if (const Result<void> gone = remove(table.name); !gone)
        return gone;
    Result<Statement> added =
        m_database->prepare("INSERT INTO joined_table (name, of, by, file) VALUES (?, ?, ?, ?)");
    if (!added)
        return std::unexpected(added.error());
    added->bind(1, table.name);
    added->bind(2, QString(table.of->key));
    added->bind(3, table.by);
    added->bind(4, table.file);
    if (const Result<void> done = added->run(); !done)
        return done;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        if (const Result<void> done = addColumn(table, column); !done)
            return done;
    }
    return {};
}

Result<void> JoinedTables::addColumn(const JoinedTable &table, qsizetype column)
{
    const table::JoinedColumn &described = table.columns[column];
    Result<Statement> name =
        m_database->prepare("INSERT INTO joined_column (name, key, title, type) VALUES (?, ?, ?, ?)");
    if (!name)
        return std::unexpected(name.error());
    name->bind(1, table.name);
    name->bind(2, QString::fromLatin1(described.key));
    name->bind(3, described.title);
    name->bind(4, int(described.type));
    if (const Result<void> done = name->run(); !done)
        return done;
    const Result<qint64> id = m_database->integer("SELECT last_insert_rowid()");
    if (!id)
        return std::unexpected(id.error());
    Result<Statement> value =
        m_database->prepare("INSERT OR IGNORE INTO joined_value (column, key, value) VALUES (?, ?, ?)");
    if (!value)
        return std::unexpected(value.error());
    // An empty cell is a row as well: it was found.
    for (const JoinedTable::Row &row : table.rows) {
        value->bind(1, *id);
        value->bind(2, row.key);
        value->bind(3, row.cells[size_t(column)]);
        if (const Result<void> done = value->run(); !done)
            return done;
    }
    return {};
}

Result<void> JoinedTables::remove(const QString &name)
{
    for (const char *sql :
         {"DELETE FROM joined_value WHERE column IN (SELECT id FROM joined_column WHERE name = ?)",
          "DELETE FROM joined_column WHERE name = ?", "DELETE FROM joined_table WHERE name = ?"}) {
        Result<Statement> gone = m_database->prepare(sql);
        if (!gone)
            return std::unexpected(gone.error());
        gone->bind(1, name);
        if (const Result<void> done = gone->run(); !done)
            return done;
    }
    return {};
}

// Their columns get numbers behind those that there are, so that none of their values is taken for another's.
Result<void> JoinedTables::takeFromOther()
{
    const Result<qint64> last = m_database->integer("SELECT coalesce(max(id), 0) FROM main.joined_column");
    if (!last)
        return std::unexpected(last.error());
    const QByteArray shift = QByteArray::number(*last);
    const QByteArray isNew = "name NOT IN (SELECT name FROM main.joined_table)";
    return m_database->exec("INSERT INTO main.joined_value SELECT column + " + shift +
                            ", key, value FROM other.joined_value WHERE column IN (SELECT id FROM "
                            "other.joined_column WHERE " +
                            isNew + "); INSERT INTO main.joined_column SELECT id + " + shift +
                            ", name, key, title, type FROM other.joined_column WHERE " + isNew +
                            "; INSERT INTO main.joined_table SELECT * FROM other.joined_table WHERE " +
                            isNew);
}

} // namespace linnet::store
