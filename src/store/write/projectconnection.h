// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/write/batch.h"
#include "store/write/projectlock.h"
#include "store/write/wordindexer.h"

#include <chrono>

namespace linnet::store {

/// The writing side of a project file: lock, connection, layout brought up to date, and its write-ahead log.
class ProjectConnection
{
public:
    enum class Upgrade : quint8
    {
        AfterCopy, ///< the project as it was stays beside it, see copyOfBefore()
        InPlace,   ///< for what is a copy itself
    };
    /// Creates the file when absent; a file that is not ours is left untouched, and so is one of an earlier
    /// version that cannot be copied before it is brought up to date.
    static Result<std::unique_ptr<ProjectConnection>> open(const QString &path,
                                                           Upgrade upgrade = Upgrade::AfterCopy);
    ~ProjectConnection();

    Batch &batch() { return *m_batch; }
    WordIndexer &words() { return *m_words; }
    Result<qint64> lastRun();
    /// Where the project is kept as it was before it was brought up to date just now; "" when it was already.
    const QString &copyOfBefore() const { return m_copyOfBefore; }

    /// What a power cut may cost: commits that are no older than this reach the disk only when the system
    /// likes.
    static constexpr std::chrono::seconds LongestUnsynced{2};
    /// After each commit: brings the log to the disk when its oldest commit that is not there is so old; at
    /// idle times always.
    void sync(bool idle);
    void setClock(const Clock &clock) { m_clock = &clock; }

    /// Moves the log into the file when it has grown; cheap otherwise. At idle times also a small one.
    void checkpoint(bool idle);
    /// Gives the cache of pages back; after something large.
    void shrink();
    /// Moves the whole log into the file, as far as readers let it, and closes.
    void close();

private:
    ProjectConnection() = default;
    Result<void> openFile(const QString &path, Upgrade upgrade);
    Result<void> keepAsItWas(const QString &path);
    static int afterCommit(void *self, sqlite3 *connection, const char *name, int pages);

    ProjectLock m_lock;
    QString m_copyOfBefore;
    Database m_database;
    std::unique_ptr<Batch> m_batch;
    std::optional<WordIndexer> m_words;
    int m_logPages = 0;
    SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    Moment m_unsyncedSince; ///< when the oldest commit was made that may not be on the disk
};

} // namespace linnet::store
