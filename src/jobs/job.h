// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/movedserver.h"
#include "jobs/progress.h"

#include <QObject>

namespace linnet {
class Clock;
namespace net {
class Engine;
}
namespace store {
class Project;
}
} // namespace linnet

namespace linnet::jobs {

/// What every job is given. All of it outlives the job.
struct JobContext
{
    net::Engine &engine;
    store::Project &project;
    const Clock &clock;
    store::RunId run;
    MovedServer moved = {}; ///< requests that would go there
};

/// One run of collecting, in the network thread: pulls work from its WorkList, hands requests to the engine,
/// posts units to the writer. Ends once with ended(); its deletion cancels what is under way without a word.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0; ///< begins, or goes on where a run was left
    virtual void pause() = 0; ///< what is in flight ends and is stored
    virtual void resume() = 0;
    virtual void finish() = 0; ///< "Finish here": stops early, rows are kept; stopped_by = user
    /// Of kinds that wait for something by themselves (a captcha, the next round): try now.
    virtual void retryNow() {}

Q_SIGNALS:
    void progressed(const linnet::jobs::Progress &progress);
    /// Everything is committed; the last progress has the final numbers.
    void ended(const linnet::jobs::Progress &last);
};

} // namespace linnet::jobs
