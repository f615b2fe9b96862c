// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/projectbackup.h"

#include "base/privatefile.h"
#include "store/sqlite/database.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/transaction.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PagesAtOnce = 1000;

/// As of one moment, however long it takes and whoever writes meanwhile.
Result<void> copyPages(Database &from, const QString &to, const Course &course)
{
    const auto moment = Transaction::begin(from, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    if (const auto begun = from.integer("PRAGMA schema_version"); !begun)
        return std::unexpected(begun.error());
    Result<Database> target = Database::open(to, Database::Mode::Write);
    if (!target)
        return std::unexpected(target.error());
    sqlite3_backup *backup = sqlite3_backup_init(target->connection(), "main", from.connection(), "main");
    if (!backup)
        return std::unexpected(sqlError(target->connection(), sqlite3_errcode(target->connection())));
    while (sqlite3_backup_step(backup, PagesAtOnce) == SQLITE_OK && !course.isStopped())
        course.at(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup),
                  sqlite3_backup_pagecount(backup));
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(target->connection(), code));
    if (course.isStopped())
        return fail(Reason::Cancelled);
    course.at(1);
    return target->syncFile();
}

} // namespace

QString backupPath(const QString &project, int version)
{
    const QFileInfo file(project);
    const QString base = file.absolutePath() + u'/' + file.completeBaseName() + u".v%1"_s.arg(version);
    QString path = base + u".linnet.bak"_s;
    for (int i = 2; QFile::exists(path); ++i)
        path = base + u"-%1.linnet.bak"_s.arg(i);
    return path;
}

Result<void> backUp(Database &project, const QString &to, const Course &course)
{
    const QString part = to + ".part"_L1;
    const auto clean = [&part] {
        for (const QLatin1StringView log : {"-shm"_L1, "-wal"_L1, "-journal"_L1, ""_L1})
            QFile::remove(part + log);
    };
    clean();
    createPrivateFile(part);
    auto copied = copyPages(project, part, course);
    if (copied && !QFile::rename(part, to))
        copied = fail(Reason::Io, u"it cannot be renamed"_s);
    if (copied)
        return {};
    clean();
    return fail(copied.error().reason, u"%1: %2"_s.arg(to, copied.error().detail));
}

} // namespace linnet::store
