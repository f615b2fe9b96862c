// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QMutex>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <memory>
#include <stop_token>

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
    /// A new question begins: what was interrupted before is over. The mutex is held, isEnding() is false.
    void begin();
    /// For the question that has begun. Opened when it is first asked for.
    Result<RowReader *> openReader();
    /// What has begun last ends soon with Reason::Cancelled; the mutex is held.
    void interrupt() { m_stop.request_stop(); }
    bool isEnding() const { return m_isEnding; }

    mutable QMutex mutex;
    QWaitCondition changed;

private:
    const QString m_path;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<RowReader> m_reader; // the thread's own
    std::stop_source m_stop;             // of the question; guarded by the mutex
    bool m_isEnding = false;
};

} // namespace linnet::store
