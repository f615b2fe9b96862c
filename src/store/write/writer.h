// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/attemptrecord.h"
#include "store/mark.h"
#include "store/unit.h"
#include "store/write/indexedtexts.h"

#include <QObject>

#include <functional>
#include <memory>

namespace linnet {
class Clock;
}

namespace linnet::store {

struct JoinedTable;

/// The one connection that writes a project. Lives in a thread of its own; post…() may be called from any
/// thread and never wait. Units are committed in the order posted, several per transaction: at once when the
/// writer is idle, else in batches of up to 50 ms or some thousand rows.
///
/// A unit that cannot be stored whatever happens (a programming error) ends its work as Failed with
/// Reason::BadValue, and flush() and close() tell it; units of a removed run are dropped.
///
/// What is committed outlives the end of the program, however that comes. A power cut may cost the last
/// seconds (ProjectConnection::LongestUnsynced, and the time that a transaction takes), from the end back and
/// in whole units.
class Writer : public QObject
{
    Q_OBJECT

public:
    /// Opens path (created when absent) and takes its lock; use isOpen()'s error when that fails.
    explicit Writer(const QString &path, QObject *parent = nullptr);
    /// Stands in for the writer of a project that is only read: what is posted is dropped.
    static std::unique_ptr<Writer> ofNothing();
    ~Writer() override;

    /// Reason::Locked, NotAProject, NewerProject, Io, …; the same for all its life.
    const Result<void> &isOpen() const;
    /// Where the project is kept as it was before this version of the program brought it up to date; "" when
    /// there was nothing to do.
    const QString &copyOfBefore() const;

    void post(Unit unit);
    void postAttempts(std::vector<AttemptRecord> attempts);
    /// A new run, at once usable in units; its row is written in order with the units.
    RunId postRun(const QString &kind, const QJsonObject &params);
    void removeRun(RunId run);
    /// Of a run that is over: its rows, requests and work go; it stays with its counts, see RemovedRows.
    void removeRows(RunId run);
    /// Remembers a text with the project (RowReader::memos()); an empty one forgets it.
    void postMemo(const QString &key, const QString &value);
    /// What the program remembers with a run.
    void postAttachment(RunId run, AttachmentWrite attachment);
    /// What people say of rows of the schema, which has marks; see Mark.
    void postMarks(const table::Schema &schema, std::vector<Mark> marks);
    /// A table to look up values in, instead of one of its name; its columns are numbered anew. In order with
    /// everything else, in one transaction.
    void postJoined(std::shared_ptr<const JoinedTable> table);
    void removeJoined(const QString &name);

    /// Jobs ask this before they pull, from any thread; it is always up to date. busy() and ready() tell of
    /// it, but may lag behind by one transaction; ready() always comes after isBusy() was true.
    bool isBusy() const;

    /// Calls back (queued into context's thread) when everything posted before is committed, or has failed to
    /// be. By then committed() has told of it.
    void flush(QObject *context, std::function<void(const Result<void> &)> then);

    /// Everything posted is written, the log checkpointed and the connection closed. Waits; only for
    /// shutdown. The error says why something posted is not on disk.
    Result<void> close();

    /// Attempts kept per run, 200,000 unless set here; before the first post.
    void setAttemptLimit(qint64 limit);
    /// For tests: what tells how old a commit is; outlives the writer. Before the first post.
    void setClock(const Clock &clock);

Q_SIGNALS:
    void committed(const linnet::store::Committed &change);
    void busy();  ///< the queue is over half full
    void ready(); ///< it is below a quarter again
    /// Disk full or I/O error: the batch is kept and tried again every two seconds; recovered() when it went
    /// through.
    void stalled(const linnet::Error &error);
    void recovered();
    /// The index of words grows while there is nothing to write: some times a second, and when it is
    /// complete.
    void indexed(const linnet::store::IndexedTexts &texts);

private:
    Writer();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
