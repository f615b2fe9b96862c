// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/projectconnection.h"

#include "base/privatefile.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/projectbackup.h"
#include "store/sqlite/sqlerror.h"

#include <QLoggingCategory>

#include <sqlite3.h>

namespace linnet::store {

Q_LOGGING_CATEGORY(logConnection, "linnet.store.connection")

namespace {

constexpr int IdlePages = 250;      // 1 MB
constexpr int MaxPages = 32 * 1024; // 128 MB
constexpr int CloseTimeoutMs = 500;

} // namespace

Result<std::unique_ptr<ProjectConnection>> ProjectConnection::open(const QString &path, Upgrade upgrade)
{
    std::unique_ptr<ProjectConnection> result(new ProjectConnection);
    if (const Result<void> opened = result->openFile(path, upgrade); !opened)
        return std::unexpected(opened.error());
    return result;
}

ProjectConnection::~ProjectConnection() = default;

Result<void> ProjectConnection::openFile(const QString &path, Upgrade upgrade)
{
    Result<ProjectLock> lock = ProjectLock::take(path);
    if (!lock)
        return std::unexpected(lock.error());
    m_lock = std::move(*lock);
    createPrivateFile(path); // when it cannot, opening it says why
    Result<Database> database = Database::open(path, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    if (const Result<void> ours = SchemaSteps::check(m_database, true); !ours)
        return ours;
    if (upgrade == Upgrade::AfterCopy) {
        if (const Result<void> kept = keepAsItWas(path); !kept)
            return kept;
    }
    // We checkpoint and sync ourselves: a commit should never wait for either. The full sync is of macOS,
    // where the usual one stops at the disk's own cache.
    const Result<void> logged =
        m_database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                        "PRAGMA checkpoint_fullfsync = 1; PRAGMA wal_autocheckpoint = 0");
    if (!logged)
        return logged;
    sqlite3_wal_hook(m_database.connection(), &ProjectConnection::afterCommit, this);
    if (const Result<void> applied = SchemaSteps::apply(m_database); !applied)
        return applied;
    sync(true);
    Result<std::unique_ptr<Batch>> batch = Batch::open(m_database);
    if (!batch)
        return std::unexpected(batch.error());
    m_batch = std::move(*batch);
    Result<WordIndexer> words = WordIndexer::open(m_database);
    if (!words)
        return std::unexpected(words.error());
    m_words = std::move(*words);
    return {};
}

Result<void> ProjectConnection::keepAsItWas(const QString &path)
{
    const Result<qint64> version = m_database.integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0 || *version >= SchemaSteps::version())
        return {};
    const QString copy = backupPath(path, int(*version));
    if (const Result<void> copied = backUp(m_database, copy); !copied)
        return copied;
    m_copyOfBefore = copy;
    qCInfo(logConnection) << "version" << *version << "is kept as" << copy;
    return {};
}

int ProjectConnection::afterCommit(void *self, sqlite3 *, const char *, int pages)
{
    auto *connection = static_cast<ProjectConnection *>(self);
    connection->m_logPages = pages;
    if (connection->m_unsyncedSince == Moment())
        connection->m_unsyncedSince = connection->m_clock->now();
    return SQLITE_OK;
}

void ProjectConnection::sync(bool idle)
{
    if (m_unsyncedSince == Moment() || (!idle && m_clock->now() - m_unsyncedSince < LongestUnsynced))
        return;
    if (const Result<void> synced = m_database.syncLog(); !synced) {
        // What is committed can be read all the same; it is tried again a while later.
        qCWarning(logConnection) << "the log could not be brought to the disk:" << synced.error().detail;
        m_unsyncedSince = m_clock->now();
        return;
    }
    m_unsyncedSince = Moment();
}

Result<qint64> ProjectConnection::lastRun()
{
    return RunTable(m_database).lastId();
}

void ProjectConnection::shrink()
{
    sqlite3_db_release_memory(m_database.connection());
}

void ProjectConnection::checkpoint(bool idle)
{
    if (m_logPages < (idle ? IdlePages : MaxPages))
        return;
    // Does what it can without waiting for readers. Failing is no loss: the log stays, and a full disk is
    // told by the next commit.
    const int code = sqlite3_wal_checkpoint_v2(m_database.connection(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                               nullptr, nullptr);
    if (code != SQLITE_OK)
        qCInfo(logConnection) << "checkpoint:" << sqlError(m_database.connection(), code).detail;
    m_logPages = 0;
}

void ProjectConnection::close()
{
    m_batch.reset();
    m_words.reset();
    sync(true);
    sqlite3_busy_timeout(m_database.connection(), CloseTimeoutMs);
    const int code = sqlite3_wal_checkpoint_v2(m_database.connection(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                               nullptr, nullptr);
    // With a reader still at work, or without room for both, the rest of the log stays beside the file: as
    // safe there.
    if (code != SQLITE_OK)
        qCInfo(logConnection) << "checkpoint:" << sqlError(m_database.connection(), code).detail;
    m_database.close();
    m_lock.release();
}

} // namespace linnet::store
