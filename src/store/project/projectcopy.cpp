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
    // The log of a project that was there before must not be taken for one of the new file.
    QFile::remove(to + "-wal"_L1);
    QFile::remove(to + "-shm"_L1);
    std::error_code error;
    std::filesystem::rename(QFile(part).filesystemFileName(), QFile(to).filesystemFileName(), error);
    if (!error)
        return {};
    removeWithLogs(part);
    return fail(Reason::Io, QString::fromStdString(error.message()) + " ("_L1 + to + u')');
}

} // namespace linnet::store
