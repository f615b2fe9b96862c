// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/database.h"

#include <QString>

namespace linnet::store {

/// The right to write a project. It is a file lock of the operating system on "<project>.lock", taken through
/// SQLite, so it ends with its process however that ends, and holds on every system that SQLite knows.
class ProjectLock
{
public:
    ProjectLock() = default;
    /// Reason::Locked when another has it, in this process or elsewhere.
    static Result<ProjectLock> take(const QString &projectPath);
    ProjectLock(ProjectLock &&other) noexcept;
    ProjectLock &operator=(ProjectLock &&other) noexcept;
    ~ProjectLock();

    void release(); ///< removes the lock file

private:
    Database m_file;
    QString m_path;
};

} // namespace linnet::store
