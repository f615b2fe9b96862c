// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/batch.h"

#include "base/firsterror.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/payfunction.h"
#include "store/sqlite/skillfunction.h"
#include "store/sqlite/transaction.h"
#include "store/sqlite/wordfunction.h"
#include "store/write/committedbuilder.h"
#include "table/linkschema.h"
#include "table/requestschema.h"

#include <algorithm>

namespace linnet::store {

namespace {

// Without room or a working disk nothing can be stored; with them everything can but what makes no sense in
// itself.
bool isOfTheEntry(const Error &error)
{
    return error.reason == Reason::BadValue;
}

/// Columns are made by its rules.
bool isOfRules(const Memo &memo)
{
    return std::ranges::any_of(std::initializer_list<const char *>{PayRulesMemo, WordsMemo, SkillsMemo},
                               [&memo](const char *key) { return memo.key == QLatin1StringView(key); });
}

/// What is asked of rows has the same answer afterwards. How somebody looks at a table is written at each
/// change of its filter: readers must not forget what they know for that.
bool leavesRows(const WriterEntry &entry)
{
    if (std::holds_alternative<std::shared_ptr<FlushSignal>>(entry))
        return true;
    if (const auto *memo = std::get_if<Memo>(&entry))
        return !isOfRules(*memo);
    const auto *unit = std::get_if<Unit>(&entry);
    return unit && unit->rows.empty() && unit->links.empty() && unit->addresses.empty() && !unit->counts &&
           !unit->state && unit->newWork.empty() && unit->ended.empty() &&
           std::ranges::all_of(unit->attachments, [](const AttachmentWrite &attachment) {
               return attachment.kind == AttachmentWrite::Kind::Places ||
                      attachment.kind == AttachmentWrite::Kind::Counts;
           });
}

} // namespace

Batch::Batch(Database &database, TextTable texts, WorkTable work, AttemptTable attempts,
             AddressTable addresses, LinkTable links, MarkTable marks)
    : m_database(database)
    , m_texts(std::move(texts))
    , m_work(std::move(work))
    , m_attempts(std::move(attempts))
    , m_addresses(std::move(addresses))
    , m_links(std::move(links))
    , m_runs(database)
    , m_memos(database)
    , m_joined(database)
    , m_marks(std::move(marks))
    , m_lastWork(m_work.lastId())
{
}

Result<std::unique_ptr<Batch>> Batch::open(Database &database)
{
    Result<TextTable> texts = TextTable::open(database);
    Result<WorkTable> work = WorkTable::open(database);
    Result<AttemptTable> attempts = AttemptTable::open(database);
    Result<AddressTable> addresses = AddressTable::open(database);
    Result<LinkTable> links = LinkTable::open(database);
    Result<MarkTable> marks = MarkTable::open(database);
    if (const Error *error = firstError(texts, work, attempts, addresses, links, marks))
        return std::unexpected(*error);
    std::unique_ptr<Batch> batch(new Batch(database, std::move(*texts), std::move(*work),
                                           std::move(*attempts), std::move(*addresses), std::move(*links),
                                           std::move(*marks)));
    batch->m_lastRow.insert(&table::linkSchema(), batch->m_links.lastId());
    for (const table::Schema *schema : table::allSchemas()) {
        if (Relation(*schema).isRecord() || schema == &table::linkSchema())
            continue;
        Result<RowWriter> rows = RowWriter::open(database, batch->m_texts, *schema);
        if (!rows)
            return std::unexpected(rows.error());
        batch->m_lastRow.insert(schema, rows->lastId());
        batch->m_rows.emplace(schema, std::move(*rows));
    }
    return batch;
}

std::expected<Committed, Batch::Failure> Batch::write(std::span<const WriterEntry> entries)
{
    const auto lastRow = m_lastRow;
    const qint64 lastWork = m_lastWork;
    reserveIds(entries);
    std::expected<Committed, Failure> written = writeReserved(entries);
    if (!written) {
        m_lastRow = lastRow;
        m_lastWork = lastWork;
        m_attempts.forgetCounts();
    }
    return written;
}

std::expected<Committed, Batch::Failure> Batch::writeReserved(std::span<const WriterEntry> entries)
{
    CommittedBuilder changes;
    m_wanted.clear();
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Mode::Write);
    if (!transaction)
        return std::unexpected(Failure{transaction.error(), {}});
    for (size_t i = 0; i < entries.size(); ++i) {
        if (const Result<void> applied = apply(entries[i], changes); !applied)
            return std::unexpected(
                Failure{applied.error(), isOfTheEntry(applied.error()) ? std::optional(i) : std::nullopt});
    }
    if (const Result<void> trimmed = m_attempts.trim(); !trimmed)
        return std::unexpected(Failure{trimmed.error(), {}});
    const bool isCounted = !std::ranges::all_of(entries, leavesRows);
    if (const Result<void> counted =
            isCounted ? m_database.exec("UPDATE moment SET writes = writes + 1") : Result<void>();
        !counted)
        return std::unexpected(Failure{counted.error(), {}});
    if (const Result<void> committed = transaction->commit(); !committed)
        return std::unexpected(Failure{committed.error(), {}});
    return changes.take();
}

// What comes in after its run was removed is not wanted any more.
Result<bool> Batch::isWanted(RunId run)
{
    const auto known = m_wanted.constFind(run);
    if (known != m_wanted.constEnd())
        return *known;
    const Result<bool> exists = m_runs.exists(run);
    if (exists)
        m_wanted.insert(run, *exists);
    return exists;
}

void Batch::reserveIds(std::span<const WriterEntry> entries)
{
    m_nextRow.clear();
    m_nextWork.clear();
    for (const WriterEntry &entry : entries) {
        const auto *unit = std::get_if<Unit>(&entry);
        if (!unit)
            continue;
        for (const RowWrite &row : unit->rows)
            ++m_nextRow[{row.schema, unit->run}];
        for (const LinkRows &links : unit->links)
            m_nextRow[{&table::linkSchema(), unit->run}] += links.count();
        m_nextWork[unit->run] += qint64(unit->newWork.size());
    }
    for (auto &[place, next] : m_nextRow) {
        qint64 &last = m_lastRow[place.first];
        last += next;
        next = last - next + 1;
    }
    for (qint64 &next : m_nextWork) {
        m_lastWork += next;
        next = m_lastWork - next + 1;
    }
}

Result<void> Batch::apply(const WriterEntry &entry, CommittedBuilder &changes)
{
    if (const auto *unit = std::get_if<Unit>(&entry))
        return apply(*unit, changes);
    if (const auto *attempts = std::get_if<std::vector<AttemptRecord>>(&entry)) {
        for (const AttemptRecord &attempt : *attempts) {
            const Result<bool> wanted = isWanted(attempt.run);
            if (!wanted)
                return std::unexpected(wanted.error());
            if (!*wanted)
                continue;
            const Result<qint64> id = m_attempts.add(attempt);
            if (!id)
                return std::unexpected(id.error());
            changes.rowAdded(&table::requestSchema(), attempt.run, *id);
        }
        return {};
    }
    if (const auto *run = std::get_if<NewRun>(&entry)) {
        changes.runChanged(run->run);
        m_wanted.remove(run->run);
        return m_runs.add(run->run, run->kind, run->params);
    }
    if (const auto *removed = std::get_if<RemovedRun>(&entry)) {
        changes.runChanged(removed->run);
        m_attempts.forgetCounts();
        m_wanted.remove(removed->run);
        return removed->onlyRows ? m_runs.removeRows(removed->run) : m_runs.remove(removed->run);
    }
    if (const auto *memo = std::get_if<Memo>(&entry)) {
        if (isOfRules(*memo))
            changes.rulesChanged();
        return m_memos.set(memo->key, memo->value);
    }
    if (const auto *marks = std::get_if<MarkWrite>(&entry))
        return apply(*marks, changes);
    if (const auto *joined = std::get_if<JoinWrite>(&entry)) {
        changes.joinedChanged();
        return joined->table ? m_joined.set(*joined->table) : m_joined.remove(joined->name);
    }
    return {};
}

Result<void> Batch::apply(const MarkWrite &write, CommittedBuilder &changes)
{
    for (const Mark &mark : write.marks) {
        if (const Result<void> done = m_marks.set(write.of, mark); !done)
            return done;
    }
    changes.marksChanged(write.of, qint64(write.marks.size()));
    return {};
}

Result<void> Batch::apply(const Unit &unit, CommittedBuilder &changes)
{
    const Result<bool> wanted = isWanted(unit.run);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (!*wanted)
        return {};
    for (const auto step : {&Batch::applyAddresses, &Batch::applyRows, &Batch::applyLinks, &Batch::applyWork,
                            &Batch::applyRun}) {
        if (const Result<void> done = (this->*step)(unit, changes); !done)
            return done;
    }
    return {};
}

Result<void> Batch::applyRun(const Unit &unit, CommittedBuilder &changes)
{
    if (unit.state || unit.counts)
        changes.runChanged(unit.run);
    if (unit.counts) {
        if (const Result<void> done = m_runs.setCounts(unit.run, *unit.counts); !done)
            return done;
    }
    if (unit.state)
        return m_runs.setState(unit.run, *unit.state);
    return {};
}

Result<void> Batch::applyAddresses(const Unit &unit, CommittedBuilder &)
{
    for (const AddressWrite &address : unit.addresses) {
        if (const Result<void> done = m_addresses.add(unit.run, address); !done)
            return done;
    }
    for (const AttachmentWrite &attachment : unit.attachments) {
        if (const Result<void> done = m_addresses.add(unit.run, attachment); !done)
            return done;
    }
    return {};
}

Result<void> Batch::applyRows(const Unit &unit, CommittedBuilder &changes)
{
    for (const RowWrite &row : unit.rows) {
        const auto writer = m_rows.find(row.schema);
        if (writer == m_rows.end())
            return fail(Reason::BadValue, QStringLiteral("a row of no known table"));
        qint64 &next = m_nextRow[{row.schema, unit.run}];
        const Result<RowWriter::Written> written = writer->second.write(unit.run, row, next);
        if (!written)
            return std::unexpected(written.error());
        if (written->outcome == RowWriter::Outcome::Added)
            changes.rowAdded(row.schema, unit.run, next++);
        else if (written->outcome == RowWriter::Outcome::Changed)
            changes.rowChanged(row.schema, unit.run, written->id);
    }
    return {};
}

Result<void> Batch::applyLinks(const Unit &unit, CommittedBuilder &changes)
{
    const table::Schema &schema = table::linkSchema();
    for (const LinkRows &links : unit.links) {
        if (links.count() == 0)
            continue;
        qint64 &next = m_nextRow[{&schema, unit.run}];
        if (const Result<void> done = m_links.add(unit.run, links, next); !done)
            return done;
        changes.rowsAdded(&schema, unit.run, next, links.count());
        next += links.count();
    }
    return {};
}

Result<void> Batch::applyWork(const Unit &unit, CommittedBuilder &changes)
{
    for (const WorkAdd &work : unit.newWork) {
        qint64 &next = m_nextWork[unit.run];
        const Result<bool> added = m_work.add(unit.run, work, next);
        if (!added)
            return std::unexpected(added.error());
        if (*added)
            changes.workAdded(unit.run, work, next++);
    }
    for (const WorkEnd &end : unit.ended) {
        const Result<bool> ended = m_work.end(unit.run, end);
        if (!ended)
            return std::unexpected(ended.error());
        if (*ended)
            changes.workEnded(unit.run, end);
    }
    return {};
}

} // namespace linnet::store
