// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectcopy.h"

#include "base/privatefile.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/sqlerror.h"
#include "store/write/projectlock.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <filesystem>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> backUp(const QString &from, const QString &to)
{
    Result<Database> source = Database::open(from, Database::Mode::Read);
    if (!source)
        return std::unexpected(source.error());
    if (const Result<void> ours = SchemaSteps::check(*source, false); !ours)
        return ours;
    Result<Database> target = Database::open(to, Database::Mode::Write);
    if (!target)
        return std::unexpected(target.error());
    sqlite3_backup *backup = sqlite3_backup_init(target->connection(), "main", source->connection(), "main");
    if (!backup)
        return std::unexpected(sqlError(target->connection(), sqlite3_errcode(target->connection())));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(target->connection(), code));
    return {};
}

void removeWithLogs(const QString &path)
{
    for (const QLatin1StringView part : {"-shm"_L1, "-wal"_L1, "-journal"_L1, ""_L1})
        QFile::remove(path + part);
}

std::error_code renameFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFile(from).filesystemFileName(), QFile(to).filesystemFileName(), error);
    return error;
}

/// The log of a project that stands where the copy is to go: it must not be taken for one of the copy, and
/// not be lost with the copy failing. The lock of the project is held.
class OldLog
{
public:
    explicit OldLog(const QString &project)
        : m_log(project + "-wal"_L1)
        , m_aside(project + "-wal.old"_L1)
    {
        // Brought into the project it is gone by itself, which survives a crash, too.
        if (QFileInfo(m_log).size() > 0) {
            if (Result<Database> old = Database::open(project, Database::Mode::Write))
                (void)old->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        if (QFileInfo(m_log).size() > 0)
            m_isAside = !renameFile(m_log, m_aside);
    }
    ~OldLog()
    {
        if (m_isAside)
            renameFile(m_aside, m_log);
    }
    OldLog(const OldLog &) = delete;
    OldLog &operator=(const OldLog &) = delete;

    bool isOutOfTheWay() const { return m_isAside || QFileInfo(m_log).size() == 0; }
    /// The copy is in its place.
    void remove()
    {
        QFile::remove(m_isAside ? m_aside : m_log);
        m_isAside = false;
    }

private:
    QString m_log;
    QString m_aside;
    bool m_isAside = false;
};

} // namespace

Result<void> copyProject(const QString &from, const QString &to)
{
    const QFileInfo source(from);
    if (source.exists() && source.canonicalFilePath() == QFileInfo(to).canonicalFilePath())
        return {};
    const Result<ProjectLock> lock = ProjectLock::take(to);
    if (!lock)
        return std::unexpected(lock.error());
    const QString part = to + ".part"_L1;
    removeWithLogs(part);
    createPrivateFile(part);
    if (const Result<void> copied = backUp(from, part); !copied) {
        removeWithLogs(part);
        return copied;
    }
    OldLog oldLog(to);
    if (!oldLog.isOutOfTheWay()) {
        removeWithLogs(part);
        return fail(Reason::Io, to + "-wal"_L1);
    }
    if (const std::error_code error = renameFile(part, to)) {
        removeWithLogs(part);
        return fail(Reason::Io, QString::fromStdString(error.message()) + " ("_L1 + to + u')');
    }
    oldLog.remove();
    QFile::remove(to + "-shm"_L1);
    return {};
}

} // namespace linnet::store
