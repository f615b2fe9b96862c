// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/joinedreader.h"

#include "store/schema/columnsql.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"

#include <algorithm>
#include <map>

namespace linnet::store {

JoinedReader::JoinedReader(Database &database)
    : m_database(database)
{
}

Result<std::vector<JoinedTable>> JoinedReader::tables()
{
    const Result<qint64> isThere =
        m_database.integer("SELECT count(*) FROM main.sqlite_schema WHERE name = 'joined_table'");
    if (!isThere)
        return std::unexpected(isThere.error());
    std::vector<JoinedTable> tables;
    if (*isThere == 0)
        return tables;
    Result<Statement> statement = m_database.prepare(
        "SELECT t.name, t.of, t.by, t.file, c.id, c.key, c.title, c.type FROM joined_table AS t "
        "JOIN joined_column AS c ON c.name = t.name ORDER BY t.name, c.id");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<void> read = statement->forEachRow([&] {
        const table::Schema *of = table::schemaByKey(statement->text(1));
        if (!of)
            return;
        if (tables.empty() || tables.back().name != statement->text(0))
            tables.push_back({statement->text(0), of, statement->text(2), statement->text(3), {}, {}});
        tables.back().columns.append({statement->integer(4), statement->text(5).toLatin1(),
                                      statement->text(6), table::ColumnType(statement->integer(7)),
                                      tables.back().by, tables.back().name});
    });
    if (!read)
        return std::unexpected(read.error());
    return tables;
}

Result<std::shared_ptr<const JoinedTable>> JoinedReader::table(const QString &name)
{
    const Result<std::vector<JoinedTable>> all = tables();
    if (!all)
        return std::unexpected(all.error());
    const auto described = std::ranges::find(*all, name, &JoinedTable::name);
    if (described == all->end())
        return nullptr;
    auto whole = std::make_shared<JoinedTable>(*described);
    std::map<QString, table::Cells> rows;
    const size_t width = size_t(whole->columns.size());
    for (size_t column = 0; column < width; ++column) {
        Result<Statement> values = m_database.prepare("SELECT key, value FROM joined_value WHERE column = ?");
        if (!values)
            return std::unexpected(values.error());
        values->bind(1, whole->columns[qsizetype(column)].id);
        const Result<void> read = values->forEachRow([&] {
            table::Cells &cells = rows[values->text(0)];
            cells.resize(width);
            cells[column] = values->value(1);
        });
        if (!read)
            return std::unexpected(read.error());
    }
    for (auto &[key, cells] : rows)
        whole->rows.push_back({key, std::move(cells)});
    return whole;
}

Result<JoinedCount> JoinedReader::count(const QString &name)
{
    const Result<std::vector<JoinedTable>> all = tables();
    if (!all)
        return std::unexpected(all.error());
    const auto table = std::ranges::find(*all, name, &JoinedTable::name);
    if (table == all->end())
        return fail(Reason::BadValue, name);
    const table::Schema &schema = table::joinedSchema(*table->of, table->columns);
    const QByteArray rows = "SELECT count(*) FROM " + Relation(schema).table() + " AS r";
    const Result<qint64> found = m_database.integer(
        rows + " WHERE EXISTS (SELECT 1 " +
        ColumnSql(schema).joinedFrom(*table::joinedColumn(schema, schema.columns.back()), "r") + ')');
    const Result<qint64> every = found ? m_database.integer(rows) : found;
    if (!every)
        return std::unexpected(every.error());
    return JoinedCount{*found, *every};
}

} // namespace linnet::store
