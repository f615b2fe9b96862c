// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/schemasteps.h"

#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"
#include "store/sqlite/transaction.h"

#include <array>

namespace linnet::store::SchemaSteps {

namespace {

// Step n leads from version n to n + 1. Steps that were ever published are never changed, only followed by
// others. "@pending" stands for the number of WorkState::Pending, which cannot change either.
constexpr std::array Steps{
    // state: RunState and WorkState by number. A unit's id is also its place in the order of arrival.
    R"sql(
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    params TEXT NOT NULL,
    state INTEGER NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    counts TEXT NOT NULL DEFAULT '{}',
    attempts_dropped INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE work (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    host TEXT NOT NULL,
    ref TEXT NOT NULL,
    depth INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT @pending,
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (run_id, key)
);
CREATE INDEX work_pending ON work(run_id, kind, host, id) WHERE state = @pending;
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX text_hash ON text(hash);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id),
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    method TEXT NOT NULL,
    number INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    queued_us INTEGER NOT NULL,
    connecting_us INTEGER NOT NULL,
    sent_us INTEGER NOT NULL,
    headers_us INTEGER NOT NULL,
    done_us INTEGER NOT NULL,
    status INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    proxy TEXT NOT NULL,
    bytes INTEGER NOT NULL
);
CREATE INDEX attempt_run ON attempt(run_id);
)sql",
    // What a crawl knows besides its rows: each address once, by a number; what belongs to an address
    // (AttachmentWrite::Kind by number); how many pages have a title, description or body in common.
    R"sql(
CREATE TABLE address (
    run_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    listed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, number)
) WITHOUT ROWID;
CREATE TABLE attachment (
    run_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (run_id, number, kind)
);
CREATE TABLE twin (
    run_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind, value)
) WITHOUT ROWID;
ALTER TABLE work ADD COLUMN address INTEGER NOT NULL DEFAULT 0;
)sql",
    // Links are looked up by their pages instead of by indexes of their own; see LinkTable. In a new file
    // Relation
    // completes their table.
    R"sql(
CREATE TABLE IF NOT EXISTS link (
    row_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL,
    source_url INTEGER,
    parsed_url INTEGER
);
DROP INDEX IF EXISTS link_source;
DROP INDEX IF EXISTS link_target;
CREATE TABLE link_span (
    run_id INTEGER NOT NULL,
    page INTEGER NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    PRIMARY KEY (run_id, page)
) WITHOUT ROWID;
CREATE TABLE mention (
    run_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    page INTEGER NOT NULL,
    links INTEGER NOT NULL,
    PRIMARY KEY (run_id, target, page)
) WITHOUT ROWID;
INSERT INTO link_span (run_id, page, first_row, last_row)
    SELECT run_id, source_url, min(row_id), max(row_id) FROM link GROUP BY run_id, source_url;
INSERT INTO mention (run_id, target, page, links)
    SELECT run_id, parsed_url, source_url, count(*) FROM link GROUP BY run_id, parsed_url, source_url;
)sql",
    // For attempts that were recorded before, the values are not known: -1.
    R"sql(
ALTER TABLE attempt ADD COLUMN limited_us INTEGER NOT NULL DEFAULT -1;
ALTER TABLE attempt ADD COLUMN paused_us INTEGER NOT NULL DEFAULT -1;
)sql",
    // The table of ads that were left out and the column of changes follow from their schemas; the number
    // tells readers that older files lack them.
    "SELECT 1",
    R"sql(
CREATE TABLE IF NOT EXISTS memo (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
)sql",
    // The words of the long texts; see WordIndexer. through: the last text that is in the index; rules: of
    // FoldedWords, by which it was made. unused_text: in the index, but of no row any more.
    R"sql(
CREATE VIRTUAL TABLE IF NOT EXISTS text_word
    USING fts5(body, content = 'text', content_rowid = 'id', columnsize = 0, tokenize = 'linnet');
CREATE TABLE IF NOT EXISTS word_index (
    through INTEGER NOT NULL,
    rules INTEGER NOT NULL
);
INSERT INTO word_index (through, rules) SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM word_index);
CREATE TABLE IF NOT EXISTS unused_text (id INTEGER PRIMARY KEY);
)sql",
    // The words of short texts follow from the schemas (RowWordSql); a program that does not know of them
    // would not keep them.
    "SELECT 1",
    // How often rows were written: what else is written, such as the index of words, changes no answer.
    R"sql(
CREATE TABLE IF NOT EXISTS moment (writes INTEGER NOT NULL);
INSERT INTO moment (writes) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM moment);
)sql",
    // The table of listings and the columns of groups follow from the schemas.
    "SELECT 1",
    // So do the beginnings of long texts; rows that have none yet are sorted by the text itself.
    "SELECT 1",
    // And the columns of contacts.
    "SELECT 1",
    // What people said of ads and addresses; kind: table::marksOf().
    R"sql(
CREATE TABLE IF NOT EXISTS mark (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    starred INTEGER,
    tags TEXT,
    note TEXT,
    changed TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
)sql",
    // Tables of the user's, in which values of rows are looked up; see JoinedTables. The columns of audits
    // follow from the schemas; which pages have a text in common is counted by other rules, so it is counted
    // anew (ColumnSql::helpers()).
    R"sql(
CREATE TABLE IF NOT EXISTS joined_table (
    name TEXT NOT NULL PRIMARY KEY,
    of TEXT NOT NULL,
    by TEXT NOT NULL,
    file TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joined_column (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    type INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS joined_value (
    column INTEGER NOT NULL,
    key TEXT NOT NULL,
    value,
    PRIMARY KEY (column, key)
) WITHOUT ROWID;
DELETE FROM twin;
)sql",
    // The table of versions in other languages and the columns of areas and further facts follow from the
    // schemas.
    "SELECT 1",
    // Since when work fails, in seconds since 1970; nothing when it does not, or failed before this was kept.
    "ALTER TABLE work ADD COLUMN failed_at INTEGER",
    // What links say of pages follows from the schemas.
    "SELECT 1",
};

QByteArray stepSql(size_t step)
{
    return QByteArray(Steps[step]).replace("@pending", storedSql(WorkState::Pending));
}

} // namespace

int version()
{
    return int(Steps.size());
}

Result<void> check(Database &database, bool emptyPasses)
{
    const Result<qint64> application = database.integer("PRAGMA application_id");
    const Result<qint64> user = database.integer("PRAGMA user_version");
    const Result<qint64> tables = database.integer("SELECT count(*) FROM sqlite_schema");
    for (const Result<qint64> *number : {&application, &user, &tables}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    const bool empty = *tables == 0 && *application == 0 && *user == 0;
    if (empty && emptyPasses)
        return {};
    if (*application != ApplicationId)
        return fail(Reason::NotAProject);
    if (*user > version())
        return fail(Reason::NewerProject, QStringLiteral("%1 > %2").arg(*user).arg(version()));
    return {};
}

Result<void> apply(Database &database)
{
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Mode::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<qint64> found = database.integer("PRAGMA user_version");
    if (!found)
        return std::unexpected(found.error());
    for (auto step = size_t(*found); step < Steps.size(); ++step) {
        if (const Result<void> done = database.exec(stepSql(step)); !done)
            return done;
    }
    if (*found < version()) {
        const QString mark = QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2");
        if (const Result<void> done = database.exec(mark.arg(ApplicationId).arg(version()).toLatin1()); !done)
            return done;
    }
    for (const table::Schema *schema : table::allSchemas()) {
        if (const Result<void> done = Relation(*schema).create(database); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace linnet::store::SchemaSteps
