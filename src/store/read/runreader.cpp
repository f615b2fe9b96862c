// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/runreader.h"

#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>
#include <utility>

namespace linnet::store {

namespace {

/// Nothing for a number that no version of the program has stored.
std::optional<RunState> runState(qint64 number)
{
    for (const RunState state :
         {RunState::Running, RunState::Paused, RunState::Finished, RunState::Stopped}) {
        if (storedNumber(state) == number)
            return state;
    }
    return std::nullopt;
}

QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

RunReader::RunReader(Database &database)
    : m_database(database)
{
}

Result<QHash<QString, QString>> RunReader::memos()
{
    Result<Statement> statement = m_database.prepare("SELECT key, value FROM memo");
    if (!statement)
        return std::unexpected(statement.error());
    QHash<QString, QString> result;
    const Result<void> all =
        statement->forEachRow([&] { result.insert(statement->text(0), statement->text(1)); });
    if (!all)
        return std::unexpected(all.error());
    return result;
}

Result<std::vector<RunInfo>> RunReader::runs(const std::vector<RunInfo> &known)
{
    Result<Statement> statement = m_database.prepare(
        "SELECT id, kind, params, state, started, ended, counts, attempts_dropped FROM run ORDER BY id");
    if (!statement)
        return std::unexpected(statement.error());
    QString damage;
    auto runs = statement->collect([&] {
        RunInfo run;
        run.id = statement->integer(0);
        run.kind = statement->text(1);
        const auto before = std::ranges::find(known, run.id, &RunInfo::id);
        run.params = before != known.end() ? before->params : jsonObject(statement->text(2));
        const std::optional<RunState> state = runState(statement->integer(3));
        if (!state)
            damage = QStringLiteral("damaged: run %1 in the unknown state %2")
                         .arg(run.id)
                         .arg(statement->integer(3));
        run.state = state.value_or(RunState::Stopped);
        run.started = statement->text(4);
        run.ended = statement->text(5);
        run.counts = jsonObject(statement->text(6));
        run.attemptsDropped = statement->integer(7);
        return run;
    });
    if (runs && !damage.isEmpty())
        return fail(Reason::Storage, damage);
    return runs;
}

Result<WorkCounts> RunReader::workCounts(RunId run, const QString &kindPrefix)
{
    Result<Statement> statement = m_database.prepare("SELECT state, count(*) FROM work WHERE run_id = ? AND "
                                                     "substr(kind, 1, length(?2)) = ?2 GROUP BY state");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    statement->bind(2, kindPrefix);
    WorkCounts result;
    bool isDamaged = false;
    const Result<void> all = statement->forEachRow([&] {
        const qint64 count = statement->integer(1);
        switch (WorkState(statement->integer(0))) {
        case WorkState::Pending:
            result.pending = count;
            break;
        case WorkState::Done:
            result.done = count;
            break;
        case WorkState::Failed:
            result.failed = count;
            break;
        default:
            isDamaged = true;
        }
    });
    if (!all)
        return std::unexpected(all.error());
    if (isDamaged)
        return fail(Reason::Storage, QStringLiteral("damaged: work in an unknown state"));
    return result;
}

Result<std::vector<WorkFailure>> RunReader::failures(RunId run, int limit)
{
    Result<Statement> statement = m_database.prepare(
        "SELECT iif(address = 0, key, (SELECT url FROM address AS a WHERE a.run_id = work.run_id AND "
        "a.number = work.address)), kind, ref, reason, status, detail, id, depth FROM work WHERE run_id = ? "
        "AND state = ? "
        "ORDER BY id LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    statement->bind(2, storedNumber(WorkState::Failed));
    statement->bind(3, limit);
    return statement->collect([&] {
        WorkFailure failure;
        failure.url = statement->text(0);
        failure.kind = statement->text(1);
        failure.ref = statement->text(2);
        failure.error = {reasonFromCode(statement->text(3)), int(statement->integer(4)), statement->text(5)};
        failure.id = statement->integer(6);
        failure.depth = int(statement->integer(7));
        return failure;
    });
}

Result<QStringList> RunReader::addresses(RunId run, qint64 count)
{
    Result<Statement> statement =
        m_database.prepare("SELECT url FROM address WHERE run_id = ? AND number <= ? ORDER BY number");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    statement->bind(2, count);
    QStringList result;
    const Result<void> all = statement->forEachRow([&] { result.append(statement->text(0)); });
    if (!all)
        return std::unexpected(all.error());
    return result;
}

// Run by run, so that no attachment is looked at that is something else.
Result<QByteArrayList> RunReader::keptPlaces(RunId run, qint64 number, int most)
{
    Result<Statement> statement = m_database.prepare(
        "SELECT a.data FROM run AS r CROSS JOIN attachment AS a ON a.run_id = r.id AND a.number = ?2 AND "
        "a.kind = " +
        storedSql(AttachmentWrite::Kind::Places) + " ORDER BY r.id = ?1 DESC, r.id DESC LIMIT ?3");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    statement->bind(2, number);
    statement->bind(3, qint64(most));
    QByteArrayList result;
    const Result<void> all = statement->forEachRow([&] { result.append(statement->bytes(0).toByteArray()); });
    if (!all)
        return std::unexpected(all.error());
    return result;
}

Result<QByteArray> RunReader::keptCounts(RunId run)
{
    Result<Statement> statement =
        m_database.prepare("SELECT data FROM attachment WHERE run_id = ? AND number "
                           "= 0 AND kind = " +
                           storedSql(AttachmentWrite::Kind::Counts));
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, run);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->bytes(0).toByteArray() : QByteArray();
}

} // namespace linnet::store
