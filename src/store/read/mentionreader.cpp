// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/mentionreader.h"

#include "store/sqlite/database.h"
#include "store/sqlite/statement.h"

namespace linnet::store {

Result<QHash<qint64, qint64>> MentionReader::rowsByNumber(RunId run)
{
    Result<Statement> statement = m_database.prepare("SELECT url, row_id FROM page WHERE run_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    QHash<qint64, qint64> rows;
    const Result<void> all =
        statement->forEachRow([&] { rows.insert(statement->integer(0), statement->integer(1)); });
    if (!all)
        return std::unexpected(all.error());
    return rows;
}

Result<void> MentionReader::forEach(RunId run, const Visit &visit)
{
    Result<Statement> statement =
        m_database.prepare("SELECT page, target FROM mention WHERE run_id = ?1 UNION ALL SELECT url, "
                           "redirect_to FROM page WHERE run_id = ?1 AND redirect_to IS NOT NULL");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    return statement->forEachRow([&] { visit(statement->integer(0), statement->integer(1)); });
}

} // namespace linnet::store
