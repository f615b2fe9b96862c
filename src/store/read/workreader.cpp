// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/workreader.h"

#include "store/sqlite/storednumber.h"
#include "store/sqlite/transaction.h"

namespace linnet::store {

WorkReader::WorkReader(QString projectPath, RunId run)
    : m_path(std::move(projectPath))
    , m_run(run)
{
}

Result<void> WorkReader::open()
{
    if (m_database.isOpen())
        return {};
    Result<Database> database = Database::open(m_path, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    Result<Statement> pending =
        database->prepare("SELECT id, iif(address = 0, key, (SELECT url FROM address AS a WHERE "
                          "a.run_id = work.run_id AND a.number = work.address)), ref, depth, attempts, "
                          "address, failed_at FROM work WHERE state = " +
                              storedSql(WorkState::Pending) +
                              " AND run_id = ? AND kind = ? AND host = ? AND id > ? AND id <= ? "
                              "ORDER BY id LIMIT ?",
                          true);
    if (!pending)
        return std::unexpected(pending.error());
    m_database = std::move(*database);
    m_pending = std::move(*pending);
    return {};
}

Result<std::vector<WorkItem>> WorkReader::pending(const QString &kind, const QString &host, qint64 after,
                                                  qint64 upTo, int limit)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    m_pending.bind(1, m_run);
    m_pending.bind(2, kind);
    m_pending.bind(3, host);
    m_pending.bind(4, after);
    m_pending.bind(5, upTo);
    m_pending.bind(6, limit);
    return m_pending.collect([&] {
        return WorkItem{m_pending.integer(0),
                        m_pending.text(1),
                        kind,
                        host,
                        m_pending.text(2),
                        int(m_pending.integer(3)),
                        int(m_pending.integer(4)),
                        m_pending.integer(5),
                        m_pending.integer(6)};
    });
}

Result<std::vector<WorkItem>> WorkReader::all(const QString &kind)
{
    std::vector<WorkItem> items;
    const Result<void> read = forEach(kind, [&items](WorkItem item) { items.push_back(std::move(item)); });
    if (!read)
        return std::unexpected(read.error());
    return items;
}

Result<void> WorkReader::forEach(const QString &kind, const std::function<void(WorkItem)> &visit)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> work = m_database.prepare("SELECT id, key, host, ref, depth, attempts, address FROM "
                                                "work WHERE run_id = ? AND kind = ? ORDER BY id");
    if (!work)
        return std::unexpected(work.error());
    work->bind(1, m_run);
    work->bind(2, kind);
    return work->forEachRow([&] {
        visit({work->integer(0), work->text(1), kind, work->text(2), work->text(3), int(work->integer(4)),
               int(work->integer(5)), work->integer(6)});
    });
}

Result<WorkReader::Backlog> WorkReader::backlog(const QList<qint64> &ids)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    const Result<Transaction> oneView = Transaction::begin(m_database, Transaction::Mode::Read);
    if (!oneView)
        return std::unexpected(oneView.error());
    Backlog result;
    const Result<qint64> last = m_database.integer("SELECT max(id) FROM work");
    if (!last)
        return std::unexpected(last.error());
    result.lastId = *last;

    Result<Statement> count = m_database.prepare("SELECT kind, host, count(*), min(id) AS first FROM work "
                                                 "WHERE state = " +
                                                 storedSql(WorkState::Pending) +
                                                 " AND run_id = ? GROUP BY kind, host ORDER BY first");
    if (!count)
        return std::unexpected(count.error());
    count->bind(1, m_run);
    auto waiting = count->collect([&] { return Waiting{count->text(0), count->text(1), count->integer(2)}; });
    if (!waiting)
        return std::unexpected(waiting.error());
    result.waiting = std::move(*waiting);

    Result<Statement> isPending =
        m_database.prepare("SELECT 1 FROM work WHERE id = ? AND state = " + storedSql(WorkState::Pending));
    if (!isPending)
        return std::unexpected(isPending.error());
    for (const qint64 id : ids) {
        isPending->bind(1, id);
        const Result<bool> row = isPending->step();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            result.stillPending.push_back(id);
        isPending->reset();
    }
    return result;
}

} // namespace linnet::store
