// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/sizereader.h"

#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statementwatch.h"
#include "store/sqlite/transaction.h"

#include <QFileInfo>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int BytesOfNumber = 4; // on average
constexpr int BytesOfRow = 8;    // around it

/// Bytes by run.
using Shares = QHash<RunId, qint64>;

Result<void> add(Database &database, const QByteArray &sql, Shares &shares)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    return statement->forEachRow([&] { shares[statement->integer(0)] += statement->integer(1); });
}

/// Nothing for a table that an older project has not got.
Result<void> addTable(Database &database, const QByteArray &table, Shares &shares)
{
    auto columns = database.prepare("SELECT name, upper(type) FROM pragma_table_info(?1, 'main')");
    if (!columns)
        return std::unexpected(columns.error());
    columns->bind(1, QString::fromUtf8(table));
    int fixed = BytesOfRow;
    QByteArray lengths;
    bool hasRun = false;
    const auto read = columns->forEachRow([&] {
        hasRun = hasRun || columns->text(0) == "run_id"_L1;
        const QString type = columns->text(1);
        if (type == "TEXT"_L1 || type == "BLOB"_L1)
            lengths += " + ifnull(length(CAST(\"" + columns->text(0).toUtf8() + "\" AS BLOB)), 0)";
        else
            fixed += BytesOfNumber;
    });
    if (!read || !hasRun)
        return read;
    return add(database,
               "SELECT run_id, sum(" + QByteArray::number(fixed) + lengths + ") FROM \"" + table +
                   "\" GROUP BY run_id",
               shares);
}

Result<void> addTexts(Database &database, Shares &shares)
{
    QByteArray uses;
    for (const table::Schema *schema : table::allSchemas()) {
        for (const table::Column &column : schema->columns) {
            if (!column.isStoredLong())
                continue;
            const QByteArray reference = QByteArray(column.key.data(), column.key.size()) + "_ref";
            const QByteArray name(schema->relation.data(), schema->relation.size());
            const auto isThere = database.integer("SELECT count(*) FROM pragma_table_info('" + name +
                                                  "', 'main') WHERE name = '" + reference + '\'');
            if (!isThere)
                return std::unexpected(isThere.error());
            if (*isThere > 0)
                uses += (uses.isEmpty() ? "" : " UNION ALL ") +
                        ("SELECT \"" + reference + "\" AS id, run_id FROM \"" + name + "\" WHERE \"" +
                         reference + "\" IS NOT NULL");
        }
    }
    if (uses.isEmpty())
        return {};
    return add(
        database,
        "SELECT u.run_id, sum(length(CAST(t.body AS BLOB))) FROM (SELECT id, min(run_id) AS run_id FROM "
        "(" +
            uses + ") GROUP BY id) AS u JOIN text AS t ON t.id = u.id GROUP BY u.run_id",
        shares);
}

Result<Shares> readShares(Database &database, qint64 pages, const Course &course)
{
    Shares shares;
    // What indexes take is not read; rows that name texts are read twice.
    const StatementWatch watch(database, course, pages + pages / 5);
    QList<QByteArray> tables{"address", "attachment", "twin", "link_span", "mention", "work", "attempt"};
    for (const table::Schema *schema : table::allSchemas()) {
        if (!Relation(*schema).isRecord())
            tables.append(QByteArray(schema->relation.data(), schema->relation.size()));
    }
    for (const QByteArray &table : std::as_const(tables)) {
        if (const auto added = addTable(database, table, shares); !added)
            return std::unexpected(added.error());
    }
    if (const auto added = addTexts(database, shares); !added)
        return std::unexpected(added.error());
    return shares;
}

} // namespace

Result<ProjectSizes> readSizes(const QString &project, const Course &course)
{
    auto database = Database::open(project, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    if (const auto ours = SchemaSteps::check(*database, false); !ours)
        return std::unexpected(ours.error());
    const auto moment = Transaction::begin(*database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    const auto size = database->integer("PRAGMA page_size");
    const auto pages = database->integer("PRAGMA page_count");
    const auto free = database->integer("PRAGMA freelist_count");
    const auto shares = size && pages && free ? readShares(*database, *pages - *free, course)
                                              : std::unexpected(!size    ? size.error()
                                                                : !pages ? pages.error()
                                                                         : free.error());
    if (!shares)
        return std::unexpected(shares.error());
    ProjectSizes result;
    result.file = QFileInfo(project).size() + QFileInfo(project + "-wal"_L1).size();
    result.free = *free * *size;
    const double used = double((*pages - *free) * *size);
    double all = 0;
    for (const qint64 share : *shares)
        all += double(share);
    for (auto share = shares->begin(); share != shares->end(); ++share)
        result.bytesOfRun.insert(share.key(), qint64(double(share.value()) / all * used));
    return result;
}

} // namespace linnet::store
