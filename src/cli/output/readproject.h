// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QTemporaryDir>

#include <memory>

namespace linnet::store {
class Project;
}

namespace linnet::cli {

class Console;

/// A project that is only read, whatever version it has: one of an earlier version is brought up to date, as
/// the window does; where that cannot be, as it is open elsewhere or cannot be written, a copy is.
class ReadProject
{
public:
    /// Says what was done to it.
    static Result<ReadProject> open(const QString &path, Console &console);

    /// Of the file to read, which has the project's name; it is there as long as this object.
    const QString &path() const { return m_path; }
    store::RowReader &reader() const { return *m_reader; }

private:
    Result<void> copy(const QString &project);

    QString m_path;
    std::unique_ptr<QTemporaryDir> m_copy;
    std::unique_ptr<store::RowReader> m_reader;
};

/// Says where the project is kept as it was, when opening it has brought it up to date.
void tellCopy(const store::Project &project, Console &console);

} // namespace linnet::cli
