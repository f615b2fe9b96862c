// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace linnet::store {

/// Unsaved projects: files in a folder of the application's data that were left behind by a crash.
class UnsavedProjects
{
public:
    explicit UnsavedProjects(QString folder);

    const QString &folder() const { return m_folder; }
    QString newPath() const; ///< a fresh name in the folder, which is created
    struct Left
    {
        QString path;
        QString lastRun; ///< ISO time of the last run
        qint64 rows = 0;
        bool hasWork = false;       ///< a run has something left to do
        bool isInterrupted = false; ///< a run was under way when the program ended

        bool operator==(const Left &) const = default;
    };
    /// Those that no running program has open, newest first; those without rows and work are removed.
    std::vector<Left> left() const;
    /// The same of any project; nothing when it is open in a running program or cannot be read.
    static std::optional<Left> look(const QString &path);
    /// Removes a project with everything beside it; false when it is open somewhere or cannot be removed.
    static bool remove(const QString &path);

private:
    QString m_folder;
};

} // namespace linnet::store
