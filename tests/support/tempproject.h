// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project/project.h"

#include <QTemporaryDir>

namespace linnet::test {

/// An open project in a temporary folder; both are gone at its end.
class TempProject
{
public:
    TempProject();
    ~TempProject();

    bool isOpen() const { return m_project != nullptr; }
    store::Project &project() { return *m_project; }
    store::Writer &writer() { return m_project->writer(); }
    QString path() const { return m_folder.filePath(QStringLiteral("test.linnet")); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// A reader of its own; asserts that it can be had.
    std::unique_ptr<store::RowReader> reader() const;
    /// Waits until everything posted is on disk; the error says why it is not.
    Result<void> flush();
    /// Closes and opens the file again.
    Result<void> reopen();
    Result<void> close();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Project> m_project;
};

} // namespace linnet::test
