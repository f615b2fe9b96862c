// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QObject>

namespace linnet::session {

/// A run as window and command line hold it, in the main thread; joined with its job by run id and queued calls.
/// Owned by the Session; stays after the end, until the project is closed.
class RunHandle : public QObject
{
    Q_OBJECT

public:
    store::RunId id() const { return m_progress.run; }
    const jobs::Progress &progress() const { return m_progress; }

    void pause();
    void resume();
    void finish();
    void retryNow();

Q_SIGNALS:
    void progressed(const linnet::jobs::Progress &progress);
    void ended(const linnet::jobs::Progress &last); ///< exactly once, after the last progressed()
    /// For the Session.
    void commanded(linnet::store::RunId run, int command);

private:
    friend class Session;
    explicit RunHandle(store::RunId run, QObject *parent);
    void update(const jobs::Progress &progress);
    void end(const jobs::Progress &last);

    jobs::Progress m_progress;
};

} // namespace linnet::session
