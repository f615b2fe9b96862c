// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/rowwordindexer.h"

#include "store/schema/relation.h"
#include "store/schema/rowwordsql.h"
#include "store/sqlite/database.h"

#include <utility>

namespace linnet::store {

RowWordIndexer::RowWordIndexer(Database &database, const table::Schema &schema)
    : m_database(&database)
    , m_schema(&schema)
{
}

Result<RowWordIndexer> RowWordIndexer::open(Database &database, const table::Schema &schema)
{
    RowWordIndexer result(database, schema);
    if (const Result<void> prepared = result.prepare(); !prepared)
        return std::unexpected(prepared.error());
    return result;
}

Result<void> RowWordIndexer::prepare()
{
    const RowWordSql sql(*m_schema);
    const QByteArray table = Relation(*m_schema).table();
    const std::pair<Statement *, QByteArray> statements[] = {
        {&m_left, "SELECT EXISTS (SELECT 1 FROM " + sql.changed() + ") OR EXISTS (SELECT 1 FROM " + table +
                      " WHERE row_id > (SELECT through FROM " + sql.state() + "))"},
        {&m_changed, "SELECT c.row_id, " + sql.text("r") + " FROM " + sql.changed() + " AS c LEFT JOIN " +
                         table + " AS r ON r.row_id = c.row_id LIMIT 1"},
        {&m_forget, "DELETE FROM " + sql.changed() + " WHERE row_id = ?"},
        {&m_through, "SELECT through FROM " + sql.state()},
        {&m_setThrough, "UPDATE " + sql.state() + " SET through = ?"},
        {&m_rows, "SELECT r.row_id, " + sql.text("r") + " FROM " + table +
                      " AS r WHERE r.row_id > ? ORDER BY r.row_id"},
        {&m_add, "INSERT INTO " + sql.words() + " (rowid, body) VALUES (?, ?)"},
    };
    for (const auto &[statement, text] : statements) {
        Result<Statement> prepared = m_database->prepare(text, true);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<bool> RowWordIndexer::isLeft()
{
    const Result<bool> row = m_left.step();
    if (!row)
        return row;
    const bool isLeft = m_left.integer(0) != 0;
    m_left.reset();
    return isLeft;
}

Result<void> RowWordIndexer::startOver()
{
    const RowWordSql sql(*m_schema);
    return m_database->exec("INSERT INTO " + sql.words() + " (" + sql.words() +
                            ") VALUES ('delete-all'); DELETE FROM " + sql.changed() + "; UPDATE " +
                            sql.state() + " SET through = 0");
}

/// False when there is none. The words it had stay: they do no harm.
Result<bool> RowWordIndexer::indexChanged()
{
    const Result<bool> found = m_changed.step();
    if (!found || !*found)
        return found;
    const qint64 row = m_changed.integer(0);
    m_add.bind(1, row);
    m_add.bindUtf8(2, m_changed.utf8(1));
    const Result<void> added = m_add.run();
    m_changed.reset();
    if (!added)
        return std::unexpected(added.error());
    m_forget.bind(1, row);
    if (const Result<void> forgotten = m_forget.run(); !forgotten)
        return std::unexpected(forgotten.error());
    return true;
}

Result<void> RowWordIndexer::work(const QElapsedTimer &time, std::chrono::milliseconds most)
{
    Result<bool> isNext = true;
    do {
        isNext = indexChanged();
    } while (isNext && *isNext && time.elapsed() < most.count());
    if (!isNext)
        return std::unexpected(isNext.error());
    if (*isNext)
        return {};
    const Result<bool> known = m_through.step();
    if (!known)
        return std::unexpected(known.error());
    qint64 through = m_through.integer(0);
    m_through.reset();
    m_rows.bind(1, through);
    do {
        isNext = m_rows.step();
        if (!isNext)
            return std::unexpected(isNext.error());
        if (!*isNext)
            break;
        through = m_rows.integer(0);
        m_add.bind(1, through);
        m_add.bindUtf8(2, m_rows.utf8(1));
        if (const Result<void> added = m_add.run(); !added) {
            m_rows.reset();
            return added;
        }
    } while (time.elapsed() < most.count());
    m_rows.reset();
    m_setThrough.bind(1, through);
    return m_setThrough.run();
}

} // namespace linnet::store
