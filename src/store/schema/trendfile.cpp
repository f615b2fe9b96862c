// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/trendfile.h"

#include "store/schema/changefile.h"
#include "store/schema/relation.h"
#include "table/changes/trendschema.h"

namespace linnet::store {

TrendFile::TrendFile(Database database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<TrendFile>> TrendFile::create(const QString &path, const QString &projectPath)
{
    Result<Database> database = ChangeFile::begin(path, projectPath, Subject);
    if (!database)
        return std::unexpected(database.error());
    const table::Schema &schema = table::trendSchema();
    const Relation relation(schema);
    if (const Result<void> made = relation.create(*database); !made)
        return std::unexpected(made.error());
    QByteArray names = "run_id";
    QByteArray places = "0";
    for (const table::Column &column : schema.columns) {
        names += ", " + Relation::quoted(column.key);
        places += ", ?";
    }
    auto file = std::unique_ptr<TrendFile>(new TrendFile(std::move(*database)));
    Result<Statement> insert = file->m_database.prepare(
        "INSERT INTO " + relation.table() + " (" + names + ") VALUES (" + places + ")", true);
    if (!insert)
        return std::unexpected(insert.error());
    file->m_insert = std::move(*insert);
    return file;
}

Result<void> TrendFile::add(const table::Cells &row)
{
    int next = 1;
    for (const table::Value &value : row)
        m_insert.bind(next++, value);
    return m_insert.run();
}

Result<void> TrendFile::commit()
{
    return m_database.exec("COMMIT");
}

} // namespace linnet::store
