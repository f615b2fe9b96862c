// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/relation.h"

#include "store/schema/columnsql.h"
#include "store/schema/rowwordsql.h"
#include "store/sqlite/database.h"
#include "table/changes/changeschema.h"
#include "table/leftoutschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"

#include <QSet>

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;
using table::Identity;
using table::Storage;

namespace {

// Stored are microseconds, -1 for what did not happen or is not known.
constexpr const char *AttemptColumns = R"sql( AS SELECT id AS row_id, run_id, url, host, method,
nullif(status, 0) AS status, nullif(reason, '') AS reason,
strftime('%Y-%m-%dT%H:%M:%S', started_ms / 1000, 'unixepoch') || printf('.%03dZ', started_ms % 1000) AS started,
iif(done_us < 0, NULL, done_us / 1e6) AS seconds, queued_us / 1e6 AS waited,
iif(limited_us < 0, NULL, limited_us / 1e6) AS limited, iif(paused_us < 0, NULL, paused_us / 1e6) AS paused,
iif(connecting_us < 0 OR sent_us < 0, NULL, (sent_us - connecting_us) / 1e6) AS "connect",
iif(sent_us < 0 OR headers_us < 0, NULL, (headers_us - sent_us) / 1e6) AS "answer",
iif(headers_us < 0 OR done_us < 0, NULL, (done_us - headers_us) / 1e6) AS "body",
number AS "attempt", bytes, proxy, nullif(detail, '') AS detail, started_ms FROM attempt)sql";

QByteArray sqlType(const Column &column)
{
    if (column.storage == Storage::Address)
        return "INTEGER";
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Bool:
        return "INTEGER";
    case ColumnType::Real:
        return "REAL";
    default:
        return "TEXT";
    }
}

Result<QSet<QString>> columnsOf(Database &database, const QByteArray &table)
{
    Result<Statement> statement = database.prepare("PRAGMA table_info(" + table + ')');
    if (!statement)
        return std::unexpected(statement.error());
    QSet<QString> result;
    if (const Result<void> all = statement->forEachRow([&] { result.insert(statement->text(1)); }); !all)
        return std::unexpected(all.error());
    return result;
}

Result<QString> storedSql(Database &database, QStringView name)
{
    Result<Statement> statement = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, name);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->text(0) : QString();
}

} // namespace

Relation::Relation(const table::Schema &schema)
    : m_schema(schema)
{
}

QByteArray Relation::quoted(QLatin1StringView name)
{
    return '"' + QByteArray(name.data(), name.size()) + '"';
}

QByteArray Relation::table() const
{
    return quoted(m_schema.relation);
}

QByteArray Relation::view() const
{
    return "\"v_" + QByteArray(m_schema.relation.data(), m_schema.relation.size()) + '"';
}

QByteArray Relation::withTexts() const
{
    QByteArray columns = "row_id, run_id";
    for (const Column &column : m_schema.columns) {
        if (!column.isStored())
            continue;
        const QByteArray own = quoted(column.key);
        const QByteArray name = '"' + QByteArray(column.key.data(), column.key.size());
        if (column.isStoredLong())
            columns += ", coalesce(" + own + ", (SELECT body FROM text WHERE id = " + name + "_ref\")) AS " +
                       own + ", " + name + "_ref\", " + name + "_start\"";
        else
            columns += ", " + own;
    }
    return "(SELECT " + columns + " FROM " + table() + ')';
}

std::vector<Relation::Field> Relation::fields() const
{
    std::vector<Field> result;
    for (const Column &column : m_schema.columns) {
        if (!column.isStored())
            continue;
        result.push_back({quoted(column.key), sqlType(column)});
        if (column.type == ColumnType::LongText) {
            const QByteArray name(column.key.data(), column.key.size());
            result.push_back({'"' + name + "_ref\"", "INTEGER"});
            result.push_back({'"' + name + "_start\"", "TEXT"});
        }
    }
    return result;
}

bool Relation::isRecord() const
{
    return &m_schema == &table::requestSchema();
}

Result<void> Relation::create(Database &database) const
{
    if (isRecord())
        return createView(database);
    // Rows without identity are many and small, and written by a class of their own: LinkTable.
    const bool isPlain = m_schema.identity == Identity::None;
    QByteArray sql = "CREATE TABLE IF NOT EXISTS " + table() +
                     " (row_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL" +
                     (isPlain ? "" : " REFERENCES run(id)");
    if (m_schema.identity == Identity::Key)
        sql += ", row_key TEXT NOT NULL";
    for (const Field &field : fields())
        sql += ", " + field.name + ' ' + field.type;
    if (!isPlain)
        sql += ", UNIQUE (run_id, " + key() + ')';
    sql += ");";
    const QByteArray name(m_schema.relation.data(), m_schema.relation.size());
    if (!isPlain)
        sql += "CREATE INDEX IF NOT EXISTS \"" + name + "_run\" ON " + table() + "(run_id)";
    if (const Result<void> done = database.exec(sql); !done)
        return done;

    const Result<QSet<QString>> present = columnsOf(database, table());
    if (!present)
        return std::unexpected(present.error());
    for (const Field &field : fields()) {
        if (present->contains(QString::fromLatin1(field.name.sliced(1, field.name.size() - 2))))
            continue;
        const QByteArray add = "ALTER TABLE " + table() + " ADD COLUMN " + field.name + ' ' + field.type;
        if (const Result<void> done = database.exec(add); !done)
            return done;
    }

    if (gathers() && !present->contains(u"queries_order"_s)) {
        if (const auto done = database.exec("ALTER TABLE " + table() + " ADD COLUMN queries_order TEXT");
            !done)
            return done;
    }

    if (const Result<void> done =
            database.exec(ColumnSql(m_schema).helpers() + textIndexes() + RowWordSql(m_schema).tables());
        !done)
        return done;
    return createView(database);
}

// From long texts to their rows, and to the rows whose text stands in the row itself; see WordSql.
QByteArray Relation::textIndexes() const
{
    QByteArray sql;
    for (const Column &column : m_schema.columns) {
        if (!column.isStoredLong())
            continue;
        const QByteArray name = QByteArray(m_schema.relation.data(), m_schema.relation.size()) + '_' +
                                QByteArray(column.key.data(), column.key.size());
        const QByteArray reference = '"' + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
        sql += "CREATE INDEX IF NOT EXISTS \"" + name + "_text\" ON " + table() + '(' + reference +
               ") WHERE " + reference + " IS NOT NULL; CREATE INDEX IF NOT EXISTS \"" + name + "_own\" ON " +
               table() + "(row_id) WHERE " + quoted(column.key) + " <> '';";
    }
    return sql;
}

Result<void> Relation::createView(Database &database) const
{
    const Result<QString> stored = storedSql(database, u"v_"_s + m_schema.relation);
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->toLatin1() == viewSql())
        return {};
    return database.exec("DROP VIEW IF EXISTS " + view() + ';' + viewSql());
}

Result<void> Relation::createOverChanges(Database &database, const QByteArray &changes) const
{
    const table::Schema *rows = table::rowsOfChanges(m_schema);
    Q_ASSERT(rows);
    QByteArray columns = "r.row_id, r.run_id";
    if (rows->identity == Identity::Key) // by which marks are found
        columns += ", r.row_key";
    for (const Field &field : fields()) {
        const bool isChange = std::ranges::any_of(
            table::ChangeColumns, [&](const Column &column) { return quoted(column.key) == field.name; });
        columns += (isChange ? ", c." : ", r.") + field.name;
    }
    // The changes come first: they are in order and few.
    const QByteArray made = "CREATE TEMP VIEW " + table() + " AS SELECT " + columns + " FROM " + changes +
                            " AS c CROSS JOIN " + Relation(*rows).table() + " AS r ON r.row_id = c.row_id;";
    return database.exec(made + viewSql().replace("CREATE VIEW", "CREATE TEMP VIEW"));
}

QByteArray Relation::viewSql() const
{
    if (isRecord())
        return "CREATE VIEW " + view() + AttemptColumns;
    QByteArray columns = "r.row_id, r.run_id";
    QByteArray joins;
    int texts = 0;
    for (const Column &column : m_schema.columns) {
        const QByteArray name = quoted(column.key);
        if (column.storage == Storage::OverTime) { // said by another file, which the project does not know
            columns += ", NULL AS " + name;
            continue;
        }
        if (column.storage != Storage::Cell) {
            columns += ", " + ColumnSql(m_schema).expression(column, "r") + " AS " + name;
            continue;
        }
        if (column.type != ColumnType::LongText) {
            columns += ", r." + name;
            continue;
        }
        const QByteArray alias = 't' + QByteArray::number(++texts);
        const QByteArray reference(column.key.data(), column.key.size());
        columns += ", coalesce(r." + name + ", " + alias + ".body) AS " + name;
        joins += " LEFT JOIN text AS " + alias + " ON " + alias + ".id = r.\"" + reference + "_ref\"";
    }
    return "CREATE VIEW " + view() + " AS SELECT " + columns + " FROM " + table() + " AS r" + joins;
}

QByteArray Relation::key() const
{
    return m_schema.identity == Identity::Key ? QByteArray("row_key") : quoted(m_schema.columns[0].key);
}

bool Relation::gathers() const
{
    return &m_schema == &table::vacancySchema() || &m_schema == &table::leftOutSchema();
}

QByteArray Relation::insertOrGather() const
{
    return insert(true) + "NOTHING";
}

QByteArray Relation::gathered() const
{
    return "SELECT row_id, \"query\", \"queries\", queries_order FROM " + table() +
           " WHERE run_id = ? AND row_key = ?";
}

QByteArray Relation::setGathered() const
{
    return "UPDATE " + table() + " SET \"query\" = ?, \"queries\" = ?, queries_order = ? WHERE row_id = ?";
}

QByteArray Relation::insert(bool withOrder) const
{
    QByteArray names = "row_id, run_id";
    QByteArray places = "?, ?";
    if (m_schema.identity == Identity::Key) {
        names += ", row_key";
        places += ", ?";
    }
    for (const Field &field : fields()) {
        names += ", " + field.name;
        places += ", ?";
    }
    if (withOrder) {
        names += ", queries_order";
        places += ", ?";
    }
    return "INSERT INTO " + table() + " AS r (" + names + ") VALUES (" + places + ") ON CONFLICT (run_id, " +
           key() + ") DO ";
}

QByteArray Relation::insertOrKeep() const
{
    return insert() + "NOTHING";
}

QByteArray Relation::insertOrReplace() const
{
    QByteArray assignments;
    for (const Field &field : fields())
        assignments += (assignments.isEmpty() ? "" : ", ") + field.name + " = excluded." + field.name;
    return insert() + "UPDATE SET " + assignments + " RETURNING row_id";
}

QList<QLatin1StringView> Relation::groups() const
{
    QList<QLatin1StringView> result;
    for (const Column &column : m_schema.columns) {
        if (!column.group.isEmpty() && !result.contains(column.group))
            result.append(column.group);
    }
    return result;
}

QByteArray Relation::insertOrMerge() const
{
    // Behind row_id, run_id, row_key and the fields.
    const qsizetype firstGroup = 3 + (m_schema.identity == Identity::Key) + qsizetype(fields().size());
    QByteArray assignments;
    QByteArray changed;
    const auto add = [&](const QByteArray &name, const QByteArray &value, const QByteArray &test) {
        assignments += (assignments.isEmpty() ? "" : ", ") + name + " = " + value;
        changed += (changed.isEmpty() ? "" : " OR ") + test;
    };
    for (const Column &column : m_schema.columns) {
        if (!column.isStored())
            continue;
        const QByteArray name = quoted(column.key);
        const QByteArray isNew = "excluded." + name;
        if (!column.group.isEmpty()) {
            const QByteArray given = '?' + QByteArray::number(firstGroup + groups().indexOf(column.group));
            add(name, "iif(" + given + ", " + isNew + ", r." + name + ')',
                '(' + given + " AND " + isNew + " IS NOT r." + name + ')');
            continue;
        }
        if (column.type != ColumnType::LongText) {
            add(name, "coalesce(nullif(" + isNew + ", ''), r." + name + ')',
                '(' + isNew + " <> '' AND " + isNew + " IS NOT r." + name + ')');
            continue;
        }
        // Of text and reference one at most is there; a new one of either replaces both.
        const QByteArray reference = '"' + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
        const QByteArray given = '(' + isNew + " <> '' OR excluded." + reference + " IS NOT NULL)";
        // The beginning says nothing that they do not say; rows of earlier versions have none.
        const QByteArray start = '"' + QByteArray(column.key.data(), column.key.size()) + "_start\"";
        for (const QByteArray &field : {name, reference, start})
            add(field, "iif(" + given + ", excluded." + field + ", r." + field + ')',
                field == start ? QByteArray("0")
                               : '(' + given + " AND excluded." + field + " IS NOT r." + field + ')');
    }
    return insert() + "UPDATE SET " + assignments + " WHERE " + changed + " RETURNING row_id";
}

} // namespace linnet::store
