// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QMutex>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <memory>

namespace linnet::store {

/// A thread that answers questions about a project with a reader of its own, which the asking thread may
/// interrupt. What the two share is guarded by `mutex`; `changed` wakes the thread.
class ReadingThread
{
public:
    ReadingThread(QString projectPath, const QString &name);
    virtual ~ReadingThread(); ///< end() was called

    void start();
    /// Interrupts what runs and joins the thread.
    void end();

protected:
    /// The thread's work: returns when isEnding().
    virtual void run() = 0;
    /// For run(): opened when it is first asked for.
    Result<RowReader *> openReader();
    void interrupt(); ///< the question under way, if any; the mutex is held
    bool isEnding() const { return m_isEnding; }

    mutable QMutex mutex;
    QWaitCondition changed;

private:
    const QString m_path;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<RowReader> m_reader; // made by the thread, interrupted by the other
    bool m_isEnding = false;
};

} // namespace linnet::store
