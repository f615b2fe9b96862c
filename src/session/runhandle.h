// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QObject>

namespace linnet::session {

enum class RunCommand : quint8
{
    Pause,
    Resume,
    Finish,
    RetryNow
};

/// A run as window and command line hold it, in the main thread; joined with its job by run id and queued
/// calls. Owned by the Session; stays after the end, until the project is closed.
class RunHandle : public QObject
{
    Q_OBJECT

public:
    RunHandle(store::RunId run, QObject *parent);

    store::RunId id() const { return m_progress.run; }
    const jobs::Progress &progress() const { return m_progress; }
    bool isOver() const { return m_progress.isOver(); }

    void pause() { Q_EMIT commanded(id(), RunCommand::Pause); }
    void resume() { Q_EMIT commanded(id(), RunCommand::Resume); }
    void finish() { Q_EMIT commanded(id(), RunCommand::Finish); }
    void retryNow() { Q_EMIT commanded(id(), RunCommand::RetryNow); }

    /// For the Session.
    void update(const jobs::Progress &progress);
    void end(const jobs::Progress &last);

Q_SIGNALS:
    void progressed(const linnet::jobs::Progress &progress);
    void ended(const linnet::jobs::Progress &last); ///< exactly once, after the last progressed()
    /// For the Session.
    void commanded(linnet::store::RunId run, linnet::session::RunCommand command);

private:
    jobs::Progress m_progress;
};

} // namespace linnet::session
