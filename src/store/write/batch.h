// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/write/addresstable.h"
#include "store/write/attempttable.h"
#include "store/write/joinedtables.h"
#include "store/write/linktable.h"
#include "store/write/marktable.h"
#include "store/write/memotable.h"
#include "store/write/rowwriter.h"
#include "store/write/runtable.h"
#include "store/write/texttable.h"
#include "store/write/worktable.h"
#include "store/write/writerentry.h"

#include <QHash>

#include <map>
#include <span>

namespace linnet::store {

class CommittedBuilder;

/// Writes entries of the writer's queue, all in one transaction.
class Batch
{
public:
    /// The database outlives it.
    static Result<std::unique_ptr<Batch>> open(Database &database);

    struct Failure
    {
        Error error;
        std::optional<size_t>
            entry; ///< the one that cannot be stored whenever tried; none: try all again later
    };
    /// Stores all entries (flush requests are passed over) or, when that fails, none.
    std::expected<Committed, Failure> write(std::span<const WriterEntry> entries);

    AttemptTable &attempts() { return m_attempts; }

private:
    Batch(Database &database, TextTable texts, WorkTable work, AttemptTable attempts, AddressTable addresses,
          LinkTable links, MarkTable marks);

    std::expected<Committed, Failure> writeReserved(std::span<const WriterEntry> entries);
    Result<bool> isWanted(RunId run);
    void reserveIds(std::span<const WriterEntry> entries);
    Result<void> apply(const WriterEntry &entry, CommittedBuilder &changes);
    Result<void> apply(const Unit &unit, CommittedBuilder &changes);
    Result<void> apply(const MarkWrite &write, CommittedBuilder &changes);
    Result<void> applyAddresses(const Unit &unit, CommittedBuilder &changes);
    Result<void> applyRows(const Unit &unit, CommittedBuilder &changes);
    Result<void> applyLinks(const Unit &unit, CommittedBuilder &changes);
    Result<void> applyWork(const Unit &unit, CommittedBuilder &changes);
    Result<void> applyRun(const Unit &unit, CommittedBuilder &changes);

    Database &m_database;
    TextTable m_texts;
    WorkTable m_work;
    AttemptTable m_attempts;
    AddressTable m_addresses;
    LinkTable m_links;
    RunTable m_runs;
    MemoTable m_memos;
    JoinedTables m_joined;
    MarkTable m_marks;
    std::map<const table::Schema *, RowWriter> m_rows;
    QHash<const table::Schema *, qint64> m_lastRow; // highest id reserved
    qint64 m_lastWork = 0;

    // The next free ids of this transaction. Each run gets a block of its own, so that the new rows of a run
    // are all ids from its first to its last; ids of rows that turn out to be stored already stay unused.
    std::map<std::pair<const table::Schema *, RunId>, qint64> m_nextRow;
    QHash<RunId, qint64> m_nextWork;
    QHash<RunId, bool> m_wanted; // whether a run exists, within this transaction
};

} // namespace linnet::store
