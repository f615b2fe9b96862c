// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowreader.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <optional>

namespace linnet::models {

/// Asks an open project one question at a time in a thread of its own and brings the answer back. A question
/// that is asked while another one runs waits; of several that wait only the last is asked.
template <typename T> class ReaderTask
{
public:
    using Ask = std::function<Result<T>(store::RowReader &)>;
    using Then = std::function<void(const Result<T> &)>;

    /// `then` is called in the thread that made the task.
    explicit ReaderTask(Then then)
        : m_then(std::move(then))
    {
        m_pool.setMaxThreadCount(1);
        QObject::connect(&m_watcher, &QFutureWatcher<Result<T>>::finished, &m_watcher,
                         [this] { onFinished(); });
    }
    ~ReaderTask() { stop(); }

    void start(const QString &projectPath, Ask ask)
    {
        if (m_running) {
            m_next = Question{projectPath, std::move(ask)};
            return;
        }
        m_running = true;
        m_watcher.setFuture(QtConcurrent::run(&m_pool, [projectPath, ask = std::move(ask)]() -> Result<T> {
            auto reader = store::RowReader::open(projectPath);
            if (!reader)
                return std::unexpected(reader.error());
            return ask(**reader);
        }));
    }

    /// The project is about to go: waits for the question under way and forgets its answer.
    void stop()
    {
        m_next.reset();
        if (!m_running)
            return;
        m_watcher.waitForFinished();
        m_watcher.setFuture(QFuture<Result<T>>());
        m_running = false;
    }

private:
    struct Question
    {
        QString path;
        Ask ask;
    };

    void onFinished()
    {
        if (!m_running)
            return;
        m_running = false;
        const Result<T> answer = m_watcher.future().result();
        if (m_next) {
            const Question next = *std::exchange(m_next, std::nullopt);
            start(next.path, next.ask);
        }
        m_then(answer);
    }

    Then m_then;
    QThreadPool m_pool;
    QFutureWatcher<Result<T>> m_watcher;
    std::optional<Question> m_next;
    bool m_running = false;
};

} // namespace linnet::models
