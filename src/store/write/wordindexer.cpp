// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/wordindexer.h"

#include "store/schema/rowwordsql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/transaction.h"
#include "table/foldedwords.h"

#include <algorithm>
#include <utility>

namespace linnet::store {

namespace {

QByteArray rules()
{
    return QByteArray::number(table::FoldedWords::Rules);
}

} // namespace

WordIndexer::WordIndexer(Database &database)
    : m_database(&database)
{
}

Result<WordIndexer> WordIndexer::open(Database &database)
{
    WordIndexer result(database);
    if (const Result<void> prepared = result.prepare(); !prepared)
        return std::unexpected(prepared.error());
    return result;
}

Result<void> WordIndexer::prepare()
{
    const std::pair<Statement *, QByteArray> statements[] = {
        {&m_left, "SELECT EXISTS (SELECT 1 FROM word_index WHERE rules <> " + rules() +
                      ") OR EXISTS (SELECT 1 FROM unused_text) OR EXISTS (SELECT 1 FROM text WHERE id > "
                      "(SELECT through FROM word_index))"},
        {&m_through, "SELECT through FROM word_index"},
        {&m_lastText, "SELECT ifnull(max(id), 0) FROM text"},
        {&m_setThrough, "UPDATE word_index SET through = ?"},
        {&m_texts, "SELECT id, body FROM text WHERE id > ? ORDER BY id"},
        {&m_add, "INSERT INTO text_word (rowid, body) VALUES (?, ?)"},
        {&m_unused, "SELECT u.id, t.body FROM unused_text AS u LEFT JOIN text AS t ON t.id = u.id LIMIT 1"},
        // The words have to be said again, the index does not know what a text has.
        {&m_remove,
         "INSERT INTO text_word (text_word, rowid, body) SELECT 'delete', id, body FROM text WHERE "
         "id = ?"},
        {&m_drop, "DELETE FROM text WHERE id = ?"},
        {&m_forget, "DELETE FROM unused_text WHERE id = ?"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = m_database->prepare(sql, true);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    for (const table::Schema *schema : table::allSchemas()) {
        if (!RowWordSql(*schema).isKept())
            continue;
        Result<RowWordIndexer> rows = RowWordIndexer::open(*m_database, *schema);
        if (!rows)
            return std::unexpected(rows.error());
        m_rows.push_back(std::move(*rows));
    }
    return {};
}

Result<qint64> WordIndexer::number(Statement &statement)
{
    const Result<bool> row = statement.step();
    if (!row)
        return std::unexpected(row.error());
    const qint64 result = *row ? statement.integer(0) : 0;
    statement.reset();
    return result;
}

Result<bool> WordIndexer::isLeft()
{
    const Result<qint64> left = number(m_left);
    if (!left)
        return std::unexpected(left.error());
    if (*left != 0)
        return true;
    for (RowWordIndexer &each : m_rows) {
        const Result<bool> rows = each.isLeft();
        if (!rows || *rows)
            return rows;
    }
    return false;
}

Result<bool> WordIndexer::work(std::chrono::milliseconds time)
{
    Result<bool> left = isLeft();
    if (!left || !*left)
        return left;
    const IndexedTexts before = m_progress;
    QElapsedTimer clock;
    clock.start();
    const Result<void> done = workWithin(clock, time);
    if (!done) {
        m_progress = before;
        m_isCounted = false;
        return std::unexpected(done.error());
    }
    return isLeft();
}

Result<void> WordIndexer::workWithin(const QElapsedTimer &time, std::chrono::milliseconds most)
{
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Mode::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const Result<void> started = startOver(); !started)
        return started;
    if (const Result<void> counted = count(); !counted)
        return counted;
    const Result<qint64> through = number(m_through);
    if (!through)
        return std::unexpected(through.error());
    Result<bool> isRemoved;
    do {
        isRemoved = removeOne(*through);
    } while (isRemoved && *isRemoved && time.elapsed() < most.count());
    if (!isRemoved)
        return std::unexpected(isRemoved.error());
    Result<void> indexed = *isRemoved ? setThrough(*through) : indexTexts(*through, time, most);
    if (indexed && time.elapsed() < most.count())
        indexed = indexRows(time, most);
    if (!indexed)
        return indexed;
    return transaction->commit();
}

/// An index by other rules is made again.
Result<void> WordIndexer::startOver()
{
    const Result<qint64> found = m_database->integer("SELECT rules FROM word_index");
    if (!found)
        return std::unexpected(found.error());
    if (*found == table::FoldedWords::Rules)
        return {};
    m_isCounted = false;
    for (RowWordIndexer &rows : m_rows) {
        if (const Result<void> emptied = rows.startOver(); !emptied)
            return emptied;
    }
    // Merging more parts at a time takes less work in all.
    return m_database->exec("INSERT INTO text_word (text_word, rank) VALUES ('automerge', 8);"
                            "INSERT INTO text_word (text_word) VALUES ('delete-all');"
                            "UPDATE word_index SET through = 0, rules = " +
                            rules());
}

// By the index of hashes, which has the numbers of all texts and not the texts.
Result<void> WordIndexer::count()
{
    if (m_isCounted)
        return {};
    const Result<qint64> all = m_database->integer("SELECT count(*) FROM text INDEXED BY text_hash");
    if (!all)
        return std::unexpected(all.error());
    const Result<qint64> indexed = m_database->integer(
        "SELECT count(*) FROM text INDEXED BY text_hash WHERE +id <= (SELECT through FROM word_index)");
    if (!indexed)
        return std::unexpected(indexed.error());
    m_progress = {*indexed, *all, {}};
    m_isCounted = true;
    return {};
}

/// False when there is none.
Result<bool> WordIndexer::removeOne(qint64 through)
{
    const Result<bool> found = m_unused.step();
    if (!found)
        return found;
    if (!*found)
        return false;
    const qint64 text = m_unused.integer(0);
    const bool isThere = !m_unused.isNull(1);
    m_unused.reset();
    const bool isIndexed = isThere && text <= through;
    for (Statement *statement : {&m_remove, &m_drop, &m_forget}) {
        if (statement == &m_remove && !isIndexed)
            continue;
        statement->bind(1, text);
        if (const Result<void> done = statement->run(); !done)
            return std::unexpected(done.error());
    }
    m_progress.all -= qint64(isThere);
    m_progress.indexed -= qint64(isIndexed);
    return true;
}

Result<void> WordIndexer::indexRows(const QElapsedTimer &time, std::chrono::milliseconds most)
{
    for (RowWordIndexer &rows : m_rows) {
        const Result<bool> left = rows.isLeft();
        if (!left)
            return std::unexpected(left.error());
        if (*left)
            return rows.work(time, most);
    }
    return {};
}

Result<void> WordIndexer::indexTexts(qint64 through, const QElapsedTimer &time,
                                     std::chrono::milliseconds most)
{
    m_texts.bind(1, through);
    bool isNext = true;
    while (isNext) {
        const Result<bool> found = m_texts.step();
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            break;
        through = m_texts.integer(0);
        if (const Result<void> added = add(through, m_texts.utf8(1)); !added) {
            m_texts.reset();
            return added;
        }
        ++m_progress.indexed;
        isNext = time.elapsed() < most.count();
    }
    m_texts.reset();
    return setThrough(through);
}

Result<void> WordIndexer::add(qint64 text, QByteArrayView body)
{
    m_add.bind(1, text);
    m_add.bindUtf8(2, body);
    return m_add.run();
}

// The number of a text that is gone may be given again: nothing behind the last one counts as indexed.
Result<void> WordIndexer::setThrough(qint64 text)
{
    const Result<qint64> last = number(m_lastText);
    if (!last)
        return std::unexpected(last.error());
    m_setThrough.bind(1, std::min(text, *last));
    return m_setThrough.run();
}

} // namespace linnet::store
