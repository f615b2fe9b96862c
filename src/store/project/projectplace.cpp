// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectplace.h"

#include "store/sqlite/database.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

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

Result<void> syncFile(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    return database->syncFile();
}

} // namespace

void removeWithLogs(const QString &path)
{
    for (const QLatin1StringView part : {"-shm"_L1, "-wal"_L1, "-journal"_L1, ""_L1})
        QFile::remove(path + part);
}

Result<void> putInPlace(const QString &part, const QString &to)
{
    // Otherwise the name could be on the disk before what it names.
    if (const Result<void> synced = syncFile(part); !synced) {
        removeWithLogs(part);
        return synced;
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
