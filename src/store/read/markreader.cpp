// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/markreader.h"

#include "store/schema/columnsql.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "table/markcolumns.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace linnet::store {

MarkReader::MarkReader(Database &database, const table::Schema &schema)
    : m_database(database)
    , m_schema(schema)
{
}

Result<std::vector<Mark>> MarkReader::ofRows(std::span<const qint64> ids)
{
    Q_ASSERT(!table::marksOf(m_schema).isEmpty());
    const ColumnSql sql(m_schema);
    Result<Statement> statement = m_database.prepare(
        "SELECT k.key, m.starred, m.tags, m.note FROM (SELECT " + sql.markKey("r") + " AS key FROM " +
        Relation(m_schema).table() + " AS r WHERE r.row_id = ?) AS k LEFT JOIN mark AS m ON " +
        sql.isMarkOf("m") + " AND m.key = k.key");
    if (!statement)
        return std::unexpected(statement.error());
    std::vector<Mark> marks;
    QSet<QString> known;
    for (const qint64 id : ids) {
        statement->bind(1, id);
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        const QString key = *row ? statement->text(0) : QString();
        if (!key.isEmpty() && !known.contains(key)) {
            known.insert(key);
            marks.push_back({key, statement->integer(1) != 0,
                             statement->text(2).split(u';', Qt::SkipEmptyParts), statement->text(3)});
        }
        statement->reset();
    }
    return marks;
}

Result<bool> MarkReader::hasAny()
{
    const Result<qint64> any = m_database.integer(
        "SELECT EXISTS (SELECT 1 FROM mark AS m WHERE " + ColumnSql(m_schema).isMarkOf("m") +
        " AND (m.starred IS NOT NULL OR m.tags IS NOT NULL OR m.note IS NOT NULL))");
    return any ? Result<bool>(*any != 0) : std::unexpected(any.error());
}

Result<QStringList> MarkReader::tags(Database &database)
{
    Result<Statement> statement =
        database.prepare("SELECT tags, count(*) FROM mark WHERE tags IS NOT NULL GROUP BY tags");
    if (!statement)
        return std::unexpected(statement.error());
    QHash<QString, qint64> counts;
    const Result<void> all = statement->forEachRow([&] {
        for (const QString &tag : statement->text(0).split(u';', Qt::SkipEmptyParts))
            counts[tag] += statement->integer(1);
    });
    if (!all)
        return std::unexpected(all.error());
    QStringList tags = counts.keys();
    std::ranges::sort(tags, [&counts](const QString &a, const QString &b) {
        return std::pair(-counts[a], a) < std::pair(-counts[b], b);
    });
    return tags;
}

} // namespace linnet::store
