// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "store/read/rowreader.h"

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
        : m_task(std::move(then))
    {
    }

    void start(const QString &projectPath, Ask ask)
    {
        m_task.start([projectPath, ask = std::move(ask)]() -> Result<T> {
            auto reader = store::RowReader::open(projectPath);
            if (!reader)
                return std::unexpected(reader.error());
            return ask(**reader);
        });
    }

    /// The answer under way is not wanted any more.
    void forget() { m_task.forget(); }
    /// The project is about to go: waits for the question under way and forgets its answer.
    void stop() { m_task.stop(); }

private:
    BackgroundTask<Result<T>> m_task;
};

} // namespace linnet::models
