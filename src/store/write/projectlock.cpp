// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/projectlock.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <utility>

namespace linnet::store {

namespace {

// One lock however the project is named.
QString lockPath(const QString &projectPath)
{
    const QFileInfo file(projectPath);
    const QString canonical = file.canonicalFilePath();
    return (canonical.isEmpty() ? file.absoluteFilePath() : canonical) + QStringLiteral(".lock");
}

// Its last owner may have removed the file between our opening and locking it; then we hold a lock on
// nothing.
bool isStillThere(Database &file)
{
    int moved = 0;
    const int code = sqlite3_file_control(file.connection(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code != SQLITE_OK || moved == 0;
}

} // namespace

ProjectLock::ProjectLock(ProjectLock &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_path(std::exchange(other.m_path, {}))
{
}

ProjectLock &ProjectLock::operator=(ProjectLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_path, other.m_path);
    return *this;
}

ProjectLock::~ProjectLock()
{
    release();
}

Result<ProjectLock> ProjectLock::take(const QString &projectPath)
{
    for (;;) {
        ProjectLock lock;
        const QString path = lockPath(projectPath);
        Result<Database> file = Database::open(path, Database::Mode::Lock);
        if (!file)
            return std::unexpected(file.error());
        if (const Result<void> locked = file->exec("BEGIN EXCLUSIVE"); !locked) {
            if (locked.error().reason == Reason::Locked)
                return fail(Reason::Locked, projectPath);
            return std::unexpected(locked.error());
        }
        if (!isStillThere(*file))
            continue;
        lock.m_file = std::move(*file);
        lock.m_path = path;
        return lock;
    }
}

void ProjectLock::release()
{
    if (!m_file.isOpen())
        return;
    // Where open files can be removed this is done under the lock, so that no file of the next owner is hit;
    // elsewhere it works afterwards, and only when nobody else has it open.
    const bool removed = QFile::remove(m_path);
    m_file.close();
    if (!removed)
        QFile::remove(m_path);
    m_path.clear();
}

} // namespace linnet::store
