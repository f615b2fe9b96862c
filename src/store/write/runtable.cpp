// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/runtable.h"

#include "store/removedrows.h"
#include "store/schema/relation.h"
#include "store/schema/rowwordsql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"

#include <QDateTime>
#include <QJsonDocument>

#include <utility>

namespace linnet::store {

namespace {

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Texts that no row points to any more. What is in the index of words has to go from there first, which takes
// its time: WordIndexer does it. Without the sign before it SQLite would go through the texts themselves.
QByteArray dropTexts()
{
    QByteArray used;
    for (const table::Schema *schema : table::allSchemas()) {
        for (const table::Column &column : schema->columns) {
            if (!column.isStoredLong())
                continue;
            const QByteArray reference = '"' + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
            used += (used.isEmpty() ? "SELECT " : " UNION SELECT ") + reference + " FROM " +
                    Relation(*schema).table() + " WHERE " + reference + " IS NOT NULL";
        }
    }
    const QByteArray through = "(SELECT through FROM word_index)";
    return "INSERT OR IGNORE INTO unused_text (id) SELECT id FROM text WHERE +id <= " + through +
           " AND id NOT IN (" + used + "); DELETE FROM text WHERE id > " + through + " AND id NOT IN (" +
           used + ')';
}

// Ids of rows that are gone may be given again: nothing behind the last row counts as indexed.
QByteArray keptRowWords()
{
    QByteArray sql;
    for (const table::Schema *schema : table::allSchemas()) {
        const RowWordSql words(*schema);
        if (words.isKept())
            sql += "; UPDATE " + words.state() +
                   " SET through = min(through, (SELECT ifnull(max(row_id), 0) FROM " +
                   Relation(*schema).table() + "))";
    }
    return sql;
}

} // namespace

RunTable::RunTable(Database &database)
    : m_database(&database)
{
}

Result<qint64> RunTable::lastId()
{
    return m_database->integer("SELECT max(id) FROM run");
}

Result<Statement> RunTable::prepare(const QByteArray &sql)
{
    return m_database->prepare(sql);
}

Result<bool> RunTable::exists(RunId run)
{
    Result<Statement> statement = prepare("SELECT 1 FROM run WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    return statement->step();
}

Result<void> RunTable::add(RunId run, const QString &kind, const QJsonObject &params)
{
    Result<Statement> statement =
        prepare("INSERT INTO run (id, kind, params, state, started) VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    statement->bind(2, kind);
    statement->bind(3, jsonText(params));
    statement->bind(4, storedNumber(RunState::Running));
    statement->bind(5, now());
    return statement->run();
}

Result<void> RunTable::setState(RunId run, RunState state)
{
    Result<Statement> statement = prepare("UPDATE run SET state = ?, ended = ? WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, storedNumber(state));
    if (state == RunState::Finished || state == RunState::Stopped)
        statement->bind(2, now());
    else
        statement->bindNull(2);
    statement->bind(3, run);
    return statement->run();
}

Result<void> RunTable::setCounts(RunId run, const QJsonObject &counts)
{
    Result<Statement> statement = prepare("UPDATE run SET counts = ? WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, jsonText(counts));
    statement->bind(2, run);
    return statement->run();
}

Result<qint64> RunTable::integer(const QByteArray &sql, RunId run)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

Result<QJsonObject> RunTable::countsOf(RunId run)
{
    Result<Statement> statement = prepare("SELECT counts FROM run WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? QJsonDocument::fromJson(statement->text(0).toUtf8()).object() : QJsonObject();
}

Result<void> RunTable::removeRows(RunId run)
{
    const Result<bool> isThere = exists(run);
    auto counts = isThere ? countsOf(run) : std::unexpected(isThere.error());
    if (!counts)
        return std::unexpected(counts.error());
    if (!*isThere || RemovedRows::of(*counts))
        return {};
    RemovedRows removed;
    removed.when = now();
    for (const table::Schema *schema : table::allSchemas()) {
        const Result<qint64> rows =
            integer("SELECT count(*) FROM " + Relation(*schema).table() + " WHERE run_id = ?", run);
        if (!rows)
            return std::unexpected(rows.error());
        if (*rows > 0)
            removed.rows.insert(schema->key, *rows);
    }
    const Result<qint64> failed = integer(
        "SELECT count(*) FROM work WHERE run_id = ? AND state = " + storedSql(WorkState::Failed), run);
    if (!failed)
        return std::unexpected(failed.error());
    removed.failed = *failed;
    counts->insert(RemovedRows::Key, removed.toJson());
    if (const Result<void> told = setCounts(run, *counts); !told)
        return told;
    if (const Result<void> done = removeAllOf(run); !done)
        return done;
    return m_database->exec(dropTexts() + keptRowWords());
}

Result<void> RunTable::remove(RunId run)
{
    if (const Result<void> done = removeAllOf(run); !done)
        return done;
    Result<Statement> statement = prepare("DELETE FROM run WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    if (const Result<void> done = statement->run(); !done)
        return done;
    return m_database->exec(dropTexts() + keptRowWords());
}

Result<void> RunTable::removeAllOf(RunId run)
{
    QList<QByteArray> deletions;
    for (const table::Schema *schema : table::allSchemas())
        // The records of attempts are among these.
        deletions.append("DELETE FROM " + Relation(*schema).table() + " WHERE run_id = ?");
    deletions.append({"DELETE FROM address WHERE run_id = ?", "DELETE FROM attachment WHERE run_id = ?",
                      "DELETE FROM twin WHERE run_id = ?", "DELETE FROM link_span WHERE run_id = ?",
                      "DELETE FROM mention WHERE run_id = ?"});
    deletions.append("DELETE FROM work WHERE run_id = ?");
    for (const QByteArray &sql : std::as_const(deletions)) {
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        statement->bind(1, run);
        if (const Result<void> done = statement->run(); !done)
            return done;
    }
    return {};
}

} // namespace linnet::store
