// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <utility>

namespace linnet::models {

/// Does one piece of work at a time in a thread of its own and brings the result back. What is given while
/// another piece is under way waits; of several that wait only the last is done.
template <typename T> class BackgroundTask
{
public:
    using Work = std::function<T()>;
    using Then = std::function<void(T)>;

    /// `then` is called in the thread that made the task.
    explicit BackgroundTask(Then then)
        : m_then(std::move(then))
    {
        m_pool.setMaxThreadCount(1);
        QObject::connect(&m_watcher, &QFutureWatcher<T>::finished, &m_watcher, [this] { onFinished(); });
    }
    ~BackgroundTask() { stop(); }

    void start(Work work)
    {
        if (m_running) {
            m_next = std::move(work);
            return;
        }
        m_running = true;
        m_watcher.setFuture(QtConcurrent::run(&m_pool, std::move(work)));
    }

    /// The result of the work under way is not wanted any more.
    void forget()
    {
        m_next = nullptr;
        if (m_running)
            m_watcher.setFuture(QFuture<T>());
        m_running = false;
    }
    /// The same, but waits for the work under way, which uses what is about to go.
    void stop()
    {
        forget();
        m_pool.waitForDone();
    }
    bool isBusy() const { return m_running; }

private:
    void onFinished()
    {
        if (!m_running)
            return;
        m_running = false;
        T result = m_watcher.future().takeResult();
        if (m_next)
            start(std::exchange(m_next, nullptr));
        m_then(std::move(result));
    }

    Then m_then;
    QThreadPool m_pool;
    QFutureWatcher<T> m_watcher;
    Work m_next; ///< null: nothing waits
    bool m_running = false;
};

} // namespace linnet::models
