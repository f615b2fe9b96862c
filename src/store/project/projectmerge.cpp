// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectmerge.h"

#include "store/project/projectcopy.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statementwatch.h"
#include "store/sqlite/storednumber.h"
#include "store/sqlite/transaction.h"
#include "store/unit.h"
#include "store/write/joinedtables.h"
#include "store/write/memotable.h"
#include "table/linkschema.h"
#include "table/vacancyschema.h"

#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is put in place of a column's value.
using Changes = QHash<QByteArray, QByteArray>;

QByteArray shifted(const QByteArray &column, qint64 by)
{
    return '"' + column + "\" + " + QByteArray::number(by);
}

/// Numbers of the second project begin behind those of the first.
struct Shifts
{
    qint64 run = 0;
    qint64 text = 0;
};

Result<QList<QByteArray>> columnsOf(Database &database, const QByteArray &table)
{
    auto statement = database.prepare("SELECT name FROM pragma_table_info(?1, 'main')");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, QString::fromUtf8(table));
    QList<QByteArray> columns;
    const auto read = statement->forEachRow([&] { columns.append(statement->text(0).toUtf8()); });
    if (!read)
        return std::unexpected(read.error());
    return columns;
}

/// Everything that the second project has in a table, with other numbers.
Result<void> addRows(Database &database, const QByteArray &table, const Changes &changes,
                     const QByteArray &condition = {})
{
    const auto columns = columnsOf(database, table);
    if (!columns)
        return std::unexpected(columns.error());
    QByteArrayList names;
    QByteArrayList values;
    for (const QByteArray &column : *columns) {
        names.append('"' + column + '"');
        values.append(changes.value(column, names.last()));
    }
    return database.exec("INSERT INTO main.\"" + table + "\" (" + names.join(", ") + ") SELECT " +
                         values.join(", ") + " FROM other.\"" + table + '"' + condition);
}

Result<qint64> lastOf(Database &database, const QByteArray &table, const QByteArray &id)
{
    return database.integer("SELECT coalesce(max(\"" + id + "\"), 0) FROM main.\"" + table + '"');
}

/// A table whose rows have numbers of their own.
Result<qint64> addNumbered(Database &database, const QByteArray &table, const QByteArray &id, Changes changes)
{
    const auto last = lastOf(database, table, id);
    if (!last)
        return last;
    changes.insert(id, shifted(id, *last));
    if (const auto added = addRows(database, table, changes); !added)
        return std::unexpected(added.error());
    return last;
}

Result<void> addTable(Database &database, const table::Schema &schema, const Shifts &shifts)
{
    const QByteArray table(schema.relation.data(), schema.relation.size());
    Changes changes{{"run_id", shifted("run_id", shifts.run)}};
    for (const table::Column &column : schema.columns) {
        const QByteArray key(column.key.data(), column.key.size());
        if (column.type == table::ColumnType::LongText)
            changes.insert(key + "_ref", shifted(key + "_ref", shifts.text));
    }
    // Which ads are one job is found anew, over both.
    for (size_t i = 0; &schema == &table::vacancySchema() && i < schema.columns.size(); ++i) {
        const QLatin1StringView key = schema.columns[i].key;
        if (table::isCompared(i))
            changes.insert(QByteArray(key.data(), key.size()), "NULL");
    }
    const auto last = addNumbered(database, table, "row_id", changes);
    if (!last)
        return std::unexpected(last.error());
    if (&schema != &table::linkSchema())
        return {};
    return addRows(database, "link_span",
                   {{"run_id", shifted("run_id", shifts.run)},
                    {"first_row", shifted("first_row", *last)},
                    {"last_row", shifted("last_row", *last)}});
}

Result<qint64> addRuns(Database &database, const QString &origin)
{
    Shifts shifts;
    const auto lastRun = lastOf(database, "run", "id");
    const auto lastText = lastOf(database, "text", "id");
    if (!lastRun || !lastText)
        return !lastRun ? lastRun : lastText;
    shifts.run = *lastRun;
    shifts.text = *lastText;
    const Changes run{{"run_id", shifted("run_id", shifts.run)}};
    const QByteArray path = "'$." + QByteArray(RunOrigin.data(), RunOrigin.size()) + '\'';
    const QByteArray name = '\'' + origin.toUtf8().replace('\'', "''") + '\'';
    // What came from elsewhere before keeps its name.
    const QByteArray params =
        "json_set(params, " + path + ", coalesce(json_extract(params, " + path + "), " + name + "))";
    const auto steps = {
        addRows(database, "run", {{"id", shifted("id", shifts.run)}, {"params", params}}),
        addRows(database, "text", {{"id", shifted("id", shifts.text)}},
                " WHERE id NOT IN (SELECT id FROM other.unused_text)"),
    };
    for (const Result<void> &step : steps) {
        if (!step)
            return std::unexpected(step.error());
    }
    for (const char *table : {"work", "attempt"}) {
        if (const auto added = addNumbered(database, table, "id", run); !added)
            return added;
    }
    // Counts are of the other project's moment.
    const QByteArray others = " WHERE kind <> " + storedSql(AttachmentWrite::Kind::Counts);
    const std::pair<const char *, QByteArray> ofRuns[] = {
        {"address", {}}, {"attachment", others}, {"twin", {}}, {"mention", {}}};
    for (const auto &[table, where] : ofRuns) {
        if (const auto added = addRows(database, table, run, where); !added)
            return std::unexpected(added.error());
    }
    for (const table::Schema *schema : table::allSchemas()) {
        if (Relation(*schema).isRecord())
            continue;
        if (const auto added = addTable(database, *schema, shifts); !added)
            return std::unexpected(added.error());
    }
    // Of what both have marked the later word counts.
    const auto marked = database.exec(
        "INSERT INTO main.mark SELECT * FROM other.mark WHERE true ON CONFLICT (kind, key) DO UPDATE SET "
        "starred = excluded.starred, tags = excluded.tags, note = excluded.note, changed = excluded.changed "
        "WHERE excluded.changed > changed");
    if (!marked)
        return std::unexpected(marked.error());
    if (const auto joined = JoinedTables(database).takeFromOther(); !joined)
        return std::unexpected(joined.error());
    if (const auto told = database.exec("UPDATE moment SET writes = writes + 1"); !told)
        return std::unexpected(told.error());
    return database.integer("SELECT count(*) FROM other.run");
}

Result<QHash<QString, QString>> memosOf(Database &database, const QByteArray &project)
{
    auto statement = database.prepare("SELECT key, value FROM " + project + ".memo");
    if (!statement)
        return std::unexpected(statement.error());
    QHash<QString, QString> memos;
    const auto read = statement->forEachRow([&] { memos.insert(statement->text(0), statement->text(1)); });
    return read ? Result<QHash<QString, QString>>(memos) : std::unexpected(read.error());
}

Result<void> addMemos(Database &database, const ChooseMemos &choose)
{
    const auto own = memosOf(database, "main");
    const auto others = own ? memosOf(database, "other") : own;
    if (!others)
        return std::unexpected(others.error());
    MemoTable table(database);
    for (const auto &[key, value] : choose(*own, *others).asKeyValueRange()) {
        if (const auto added = table.set(key, value); !added)
            return added;
    }
    return {};
}

Result<qint64> mergeCopies(const QString &first, const QString &second, const QString &origin,
                           const ChooseMemos &choose, const Course &course)
{
    auto database = Database::open(first, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    {
        auto attach = database->prepare("ATTACH DATABASE ?1 AS other");
        if (!attach)
            return std::unexpected(attach.error());
        attach->bind(1, second);
        if (const auto done = attach->run(); !done)
            return std::unexpected(done.error());
    }
    const auto pages = database->integer("PRAGMA other.page_count");
    if (!pages)
        return pages;
    const StatementWatch watch(*database, course, *pages);
    auto transaction = Transaction::begin(*database, Transaction::Mode::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto added = addRuns(*database, origin);
    if (!added)
        return added;
    if (const auto chosen = choose ? addMemos(*database, choose) : Result<void>(); !chosen)
        return std::unexpected(chosen.error());
    if (const auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return added;
}

} // namespace

Result<qint64> mergeProjects(const QString &first, const QString &second, const QString &to,
                             const ChooseMemos &choose, const Course &course)
{
    const QTemporaryDir folder(QFileInfo(to).absolutePath() + u"/.merge-XXXXXX"_s);
    if (!folder.isValid())
        return fail(Reason::Io, folder.errorString());
    const QString base = folder.filePath(u"first.linnet"_s);
    const QString other = folder.filePath(u"second.linnet"_s);
    // Each byte of the first is copied twice; those of the second are copied, added and copied again.
    const double own = double(QFileInfo(first).size());
    const double all = std::max(2 * own + 3 * double(QFileInfo(second).size()), 1.0);
    const double copiedOwn = own / all;
    const double copiedBoth = copiedOwn + (1 - 2 * copiedOwn) / 3;
    const double isAdded = copiedBoth + (1 - 2 * copiedOwn) / 3;
    if (const auto here = copyUpToDate(first, base, course.part(0, copiedOwn)); !here)
        return std::unexpected(here.error());
    if (const auto here = copyUpToDate(second, other, course.part(copiedOwn, copiedBoth)); !here)
        return std::unexpected(here.error());
    const auto added = mergeCopies(base, other, QFileInfo(second).completeBaseName(), choose,
                                   course.part(copiedBoth, isAdded));
    if (!added)
        return added;
    if (const auto placed = copyProject(base, to, course.part(isAdded, 1)); !placed)
        return std::unexpected(placed.error());
    return added;
}

} // namespace linnet::store
