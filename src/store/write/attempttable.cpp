// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/attempttable.h"

#include "store/sqlite/database.h"

#include <algorithm>

namespace linnet::store {

namespace {

// Trimming looks for the oldest rows, so it is done in larger bites.
qint64 slack(qint64 limit)
{
    return std::max<qint64>(limit / 100, 1);
}

} // namespace

AttemptTable::AttemptTable(Database &database)
    : m_database(&database)
{
}

Result<AttemptTable> AttemptTable::open(Database &database)
{
    AttemptTable result(database);
    Result<Statement> add = database.prepare(
        "INSERT INTO attempt (run_id, url, host, method, number, started_ms, queued_us, connecting_us, "
        "sent_us, headers_us, done_us, status, reason, detail, proxy, bytes, limited_us, paused_us) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        true);
    if (!add)
        return std::unexpected(add.error());
    result.m_add = std::move(*add);
    return result;
}

Result<qint64> AttemptTable::stored(RunId run)
{
    Result<Statement> count = m_database->prepare("SELECT count(*) FROM attempt WHERE run_id = ?");
    if (!count)
        return std::unexpected(count.error());
    count->bind(1, run);
    const Result<bool> row = count->step();
    if (!row)
        return std::unexpected(row.error());
    return count->integer(0);
}

Result<qint64> AttemptTable::add(const AttemptRecord &attempt)
{
    if (!m_counts.contains(attempt.run)) {
        const Result<qint64> before = stored(attempt.run);
        if (!before)
            return std::unexpected(before.error());
        m_counts.insert(attempt.run, *before);
    }
    m_add.bind(1, attempt.run);
    m_add.bind(2, attempt.url);
    m_add.bind(3, attempt.host);
    m_add.bind(4, attempt.method);
    m_add.bind(5, attempt.number);
    m_add.bind(6, attempt.startedUtcMs);
    m_add.bind(7, attempt.queuedUs);
    m_add.bind(8, attempt.connectingUs);
    m_add.bind(9, attempt.sentUs);
    m_add.bind(10, attempt.headersUs);
    m_add.bind(11, attempt.doneUs);
    m_add.bind(12, attempt.status);
    m_add.bind(13, reasonCode(attempt.reason));
    m_add.bind(14, attempt.detail);
    m_add.bind(15, attempt.proxy);
    m_add.bind(16, attempt.bytes);
    m_add.bind(17, attempt.limitedUs);
    m_add.bind(18, attempt.pausedUs);
    if (const Result<void> done = m_add.run(); !done)
        return std::unexpected(done.error());
    ++m_counts[attempt.run];
    return m_database->lastId();
}

Result<void> AttemptTable::trim()
{
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) {
        if (it.value() <= m_limit + slack(m_limit))
            continue;
        const qint64 excess = it.value() - m_limit;
        Result<Statement> drop = m_database->prepare(
            "DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE run_id = ? ORDER BY id LIMIT ?)");
        if (!drop)
            return std::unexpected(drop.error());
        drop->bind(1, it.key());
        drop->bind(2, excess);
        if (const Result<void> done = drop->run(); !done)
            return done;
        Result<Statement> count =
            m_database->prepare("UPDATE run SET attempts_dropped = attempts_dropped + ? WHERE id = ?");
        if (!count)
            return std::unexpected(count.error());
        count->bind(1, excess);
        count->bind(2, it.key());
        if (const Result<void> done = count->run(); !done)
            return done;
        it.value() = m_limit;
    }
    return {};
}

} // namespace linnet::store
