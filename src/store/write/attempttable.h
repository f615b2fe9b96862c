// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/attemptrecord.h"
#include "store/sqlite/statement.h"

#include <QHash>

namespace linnet::store {

class Database;

/// Writes request attempts, the newest of each run up to a limit; what is dropped is counted in
/// run.attempts_dropped.
class AttemptTable
{
public:
    static constexpr qint64 DefaultLimit = 200'000; ///< per run

    static Result<AttemptTable> open(Database &database);

    void setLimit(qint64 limit) { m_limit = limit; }
    /// Gives the id under which it is read.
    Result<qint64> add(const AttemptRecord &attempt);
    /// Drops what is over the limit; called once per transaction.
    Result<void> trim();
    /// The transaction was rolled back or a run removed: what was counted may be wrong.
    void forgetCounts() { m_counts.clear(); }

private:
    explicit AttemptTable(Database &database);
    Result<qint64> stored(RunId run);

    Database *m_database;
    Statement m_add;
    QHash<RunId, qint64> m_counts; // of runs that got attempts since it was opened
    qint64 m_limit = DefaultLimit;
};

} // namespace linnet::store
