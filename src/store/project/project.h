// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project/unsavedprojects.h"
#include "store/read/rowreader.h"
#include "store/write/writer.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace linnet::store {

/// One open project file: its writer in a thread of its own, and readers for whoever asks. One writer per
/// file: a second open gives Reason::Locked. Made and destroyed in the main thread; writer() and path() are
/// for all threads.
class Project
{
public:
    /// Creates the file when it is absent.
    static Result<std::unique_ptr<Project>> open(const QString &path);
    /// One that another program has open, as it stands at each reading: nothing is written, and what is
    /// posted to its writer is dropped. Reason::Locked when it is also of an earlier version, so that it
    /// would have to be brought up to date.
    static Result<std::unique_ptr<Project>> openToRead(const QString &path);
    bool isReadOnly() const;
    ~Project();

    const QString &path() const;
    /// See Writer::copyOfBefore().
    QString copyOfBefore() const;
    Writer &writer();
    Result<std::unique_ptr<RowReader>> reader() const;

    /// A copy of everything posted so far at another place (SQLite's backup); the project stays where it is.
    /// Waits for the writer.
    Result<void> saveCopy(const QString &path) const;
    /// Flushes and closes the writer; called by the destructor too. Errors are those of the last writes.
    Result<void> close();

private:
    class Private;
    Result<void> flush() const;
    explicit Project(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace linnet::store
