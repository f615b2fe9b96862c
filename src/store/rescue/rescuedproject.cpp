// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/rescuedproject.h"

#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"
#include "store/unit.h"

#include <QDateTime>

#include <algorithm>

namespace linnet::store {

namespace {

QByteArray isNoState()
{
    return "state NOT IN (" + storedSql(RunState::Running) + ", " + storedSql(RunState::Paused) + ", " +
           storedSql(RunState::Finished) + ", " + storedSql(RunState::Stopped) + ')';
}

Result<void> each(Database &database, std::initializer_list<QByteArray> statements)
{
    for (const QByteArray &sql : statements) {
        if (const auto done = database.exec(sql); !done)
            return done;
    }
    return {};
}

} // namespace

RescuedProject::RescuedProject(Database &database)
    : m_database(database)
{
}

Result<void> RescuedProject::mend(RescueReport &report,
                                  const std::function<QString(const table::Schema &)> &kindOf)
{
    if (const auto done = mendRuns(report); !done)
        return done;
    if (const auto done = makeRunsAgain(report, kindOf); !done)
        return done;
    if (const auto done = dropStrays(report); !done)
        return done;
    if (const auto done = mendTexts(report); !done)
        return done;
    if (const auto done = mendWork(report); !done)
        return done;
    return countLinks();
}

// What a run asked for is all or nothing: half of it would be another search.
Result<void> RescuedProject::mendRuns(RescueReport &report)
{
    auto damaged = m_database.prepare("SELECT id FROM run WHERE NOT json_valid(params)");
    if (!damaged)
        return std::unexpected(damaged.error());
    const auto read = damaged->forEachRow([&] { report.runsMadeAgain.append(damaged->integer(0)); });
    if (!read)
        return read;
    return each(m_database,
                {"UPDATE run SET params = '{}', state = " + storedSql(RunState::Stopped) +
                     " WHERE NOT json_valid(params)",
                 "UPDATE run SET counts = '{}' WHERE NOT json_valid(counts)",
                 "UPDATE run SET state = " + storedSql(RunState::Stopped) + " WHERE " + isNoState()});
}

Result<void> RescuedProject::makeRunsAgain(RescueReport &report,
                                           const std::function<QString(const table::Schema &)> &kindOf)
{
    for (const table::Schema *schema : table::allSchemas()) {
        if (Relation(*schema).isRecord())
            continue;
        const QByteArray missing = "SELECT DISTINCT run_id FROM " + Relation(*schema).table() +
                                   " WHERE run_id > 0 AND run_id NOT IN (SELECT id FROM run)";
        auto runs = m_database.prepare(missing);
        if (!runs)
            return std::unexpected(runs.error());
        const auto ids = runs->collect([&] { return runs->integer(0); });
        if (!ids)
            return std::unexpected(ids.error());
        auto add =
            m_database.prepare("INSERT INTO run (id, kind, params, state, started) VALUES (?1, ?2, '{}', ?3, "
                               "coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%SZ', min(started_ms) / 1000, "
                               "'unixepoch') FROM attempt "
                               "WHERE run_id = ?1), ?4))");
        if (!add)
            return std::unexpected(add.error());
        for (const qint64 id : *ids) {
            add->bind(1, id);
            add->bind(2, kindOf(*schema));
            add->bind(3, storedNumber(RunState::Stopped));
            add->bind(4, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
            if (const auto done = add->run(); !done)
                return done;
            report.runsMadeAgain.append(id);
        }
    }
    std::ranges::sort(report.runsMadeAgain);
    return {};
}

// Of a run of which neither the row nor a result is there nobody can say what it was.
Result<void> RescuedProject::dropStrays(RescueReport &report)
{
    for (RescueReport::Table &table : report.tables) {
        if (table.name == "run" || table.name == "text" || table.name == "memo" || table.name == "mark" ||
            table.name.startsWith("joined_"))
            continue;
        const auto done =
            m_database.exec("DELETE FROM \"" + table.name + "\" WHERE run_id NOT IN (SELECT id FROM run)");
        if (!done)
            return done;
        const qint64 strays = m_database.changes();
        table.kept -= strays;
        table.lost += strays;
    }
    return {};
}

// A row whose long text is gone is still a row.
Result<void> RescuedProject::mendTexts(RescueReport &report)
{
    for (const table::Schema *schema : table::allSchemas()) {
        for (const table::Column &column : schema->columns) {
            if (!column.isStoredLong())
                continue;
            const QByteArray reference = '"' + QByteArray(column.key.data(), column.key.size()) + "_ref\"";
            const QByteArray gone = " FROM " + Relation(*schema).table() + " WHERE " + reference +
                                    " IS NOT NULL AND " + reference + " NOT IN (SELECT id FROM text)";
            const auto lost = m_database.integer("SELECT count(DISTINCT " + reference + ')' + gone);
            if (!lost)
                return std::unexpected(lost.error());
            if (*lost == 0)
                continue;
            report.lostTexts += *lost;
            const auto done = m_database.exec("UPDATE " + Relation(*schema).table() + " SET " + reference +
                                              " = NULL WHERE row_id IN (SELECT row_id" + gone + ')');
            if (!done)
                return done;
        }
    }
    return {};
}

// Work that nobody can do any more must not be waited for.
Result<void> RescuedProject::mendWork(const RescueReport &report)
{
    QByteArray again;
    for (const RunId run : report.runsMadeAgain)
        again += (again.isEmpty() ? "" : ", ") + QByteArray::number(run);
    const QByteArray states = storedSql(WorkState::Pending) + ", " + storedSql(WorkState::Done) + ", " +
                              storedSql(WorkState::Failed);
    return each(m_database, {"UPDATE work SET state = " + storedSql(WorkState::Pending) +
                                 " WHERE state NOT IN (" + states + ')',
                             "UPDATE work SET state = " + storedSql(WorkState::Failed) + ", reason = '" +
                                 reasonCode(Reason::Storage).data() + "' WHERE state = " +
                                 storedSql(WorkState::Pending) + " AND run_id IN (" + again + ')'});
}

// As for files of versions that had neither; see SchemaSteps.
Result<void> RescuedProject::countLinks()
{
    return each(
        m_database,
        {"INSERT INTO link_span (run_id, page, first_row, last_row) SELECT run_id, source_url, "
         "min(row_id), max(row_id) FROM link WHERE source_url IS NOT NULL GROUP BY run_id, source_url",
         "INSERT INTO mention (run_id, target, page, links) SELECT run_id, parsed_url, source_url, "
         "count(*) FROM link WHERE source_url IS NOT NULL AND parsed_url IS NOT NULL GROUP BY run_id, "
         "parsed_url, source_url",
         "DELETE FROM attachment WHERE kind = " + storedSql(AttachmentWrite::Kind::Counts),
         "UPDATE moment SET writes = writes + 1"});
}

} // namespace linnet::store
