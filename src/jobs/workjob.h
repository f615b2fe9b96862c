// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/pacemeter.h"
#include "jobs/refuseditems.h"
#include "jobs/requestspec.h"
#include "jobs/runpast.h"
#include "store/project/worklist.h"

#include <QHash>
#include <QTimer>

#include <functional>
#include <optional>

namespace linnet::jobs {

/// What all jobs over a WorkList share: takes work while there is room, fairly over its hosts, posts what
/// comes of it; pause, early end, a full disk, progress and the end of the run. A kind of job says what there
/// is to do and begins each item in its own way: EngineJob asks the engine.
class WorkJob : public Job
{
    Q_OBJECT

public:
    void start() override;
    void pause() override;
    void resume() override;
    void finish() override;

protected:
    /// What became of an item that was to begin.
    enum class Begun : quint8
    {
        Yes,    ///< it is under way and takes room until it is over()
        Ended,  ///< its end was posted
        NotYet, ///< it waits: for the next pump(), a commit or a timer, and a moment at least
    };

    /// requests must be valid. rows: the table whose rows Progress counts.
    WorkJob(JobContext context, RequestSpec requests, const table::Schema &rows, QObject *parent);
    ~WorkJob() override;

    /// What a new run does first; nothing ends it at once.
    virtual std::vector<store::WorkAdd> firstWork() = 0;
    /// A resumed run: takes up what counts() said when it was left. Progress has its numbers already.
    virtual void restore(const QJsonObject &counts) { Q_UNUSED(counts) }
    /// The kinds of work that may be taken at a host now, the preferred one first; called for each item. Call
    /// pump() when more may be taken than before.
    virtual QStringList kindsAt(const QString &host) = 0;
    /// Whether kindsAt() may ever name this kind; work that it may not is a damage of the project.
    virtual bool knows(const QString &kind) const = 0;
    /// Whether work of this kind belongs to no host: all of it stands in one queue.
    virtual bool isHostless(const QString &kind) const;
    /// Begins an item; with Begun::Yes one over() comes later.
    virtual Begun beginItem(const store::WorkItem &item) = 0;
    /// Ends what is under way with over(); each item goes back to the work list.
    virtual void cancelUnderWay() = 0;
    /// Whether what is under way must not go on, or may again.
    virtual void setHeld(bool held) { Q_UNUSED(held) }
    /// Adds what was sent and received, and what holds the run up if nothing else does.
    virtual void measure(Progress &progress) { Q_UNUSED(progress) }
    /// Sets what only the kind of job knows of the progress; called before it is shown or stored.
    virtual void refresh(Progress &progress) { Q_UNUSED(progress) }
    /// Of each unit, before it is written.
    virtual void posting(const store::Unit &unit) { Q_UNUSED(unit) }
    /// Called ten times a second, after progress was shown.
    virtual void ticked() {}
    /// Whether answers are still being dealt with: the run does not end before, unless it is stopped.
    virtual bool isTakingIn() const { return false; }
    /// For the run's row: what restore() needs, besides what is always there.
    virtual QJsonObject counts() const;
    /// How many items may be under way, at least 1 each.
    virtual int room() const = 0;
    virtual int roomPerHost() const = 0;

    store::Unit unit() const; ///< empty, of this run
    store::Unit failureOf(const store::WorkItem &item, int attempts, const Error &error) const;
    void post(store::Unit unit);
    /// To be done again. Inside beginItem(): the same as Begun::NotYet.
    void putBack(const store::WorkItem &item);
    void note(const QString &text); ///< technical; the first hundred are kept

    void pump();
    /// An item is not under way any more: deal() posts what came of it, or puts it back; then others begin.
    void over(const store::WorkItem &item, const std::function<void()> &deal);
    /// Stops early; what was not done stays in the work list, so the run can be resumed. stoppedBy: "" (an
    /// error), user, limit, captcha, auth.
    void stop(const QString &stoppedBy, const Error &error, const QString &url);
    /// Begins nothing more, but stores what comes of what is under way; then stops as stop() does.
    void stopWhenAnswered(const QString &stoppedBy);
    /// Pauses by itself, as Hold::Failures, until somebody resumes.
    void pauseFor(const QString &host, const Error &error);
    void tick(); ///< shows the progress now
    void refreshProgress();
    void restartPace() { m_pace.restart(); } ///< after a hold: what came before says nothing about the rest

    qint64 waiting() const { return m_workList.pending(); }    ///< work that can be taken
    const QHash<QString, int> &load() const { return m_load; } ///< items under way, by host
    const RequestSpec &requests() const { return m_requests; }
    const JobContext &context() const { return m_context; }
    Progress &progress() { return m_progress; }
    const Progress &progress() const { return m_progress; }
    bool isStopping() const { return m_stopping; }
    bool isPaused() const { return m_paused; }
    bool isPausedByFailures() const { return m_pausedByFailures; }

private:
    void takeUp(const Result<RunPast> &past);
    void restoreFrom(const RunPast &past);
    void seed();
    void pumpAfter(const QString &host);
    void pumpSoon();
    int beginRefused();
    bool mayPull() const;
    bool hasRoom(const QString &host) const;
    bool pullAt(const QString &host);
    bool tryToBegin(const store::WorkItem &item);
    void leave(const QString &host);
    void postState(store::RunState state, std::optional<QJsonObject> counts = {});
    void endIfDone();
    void flush();
    void end(store::RunState state);

    JobContext m_context;
    RequestSpec m_requests;
    const table::Schema &m_rows;
    store::WorkList m_workList;
    QString m_lastHost;
    QHash<QString, int> m_load;
    qsizetype m_underWay = 0;
    RefusedItems m_refused;
    std::optional<qint64> m_beginning; ///< id of the item that begins just now
    bool m_isPutBack = false;          ///< that one

    bool m_isPumping = false;
    bool m_isStarted = false;         ///< the past of the run is known
    std::optional<QString> m_closing; ///< why nothing more is begun
    bool m_paused = false;
    bool m_pausedByFailures = false;
    bool m_stopping = false;
    bool m_ending = false;
    bool m_stalled = false;
    bool m_flushing = false;
    Progress m_progress;
    Progress m_before; ///< what the run had cost when it was left
    PaceMeter m_pace;
    QTimer m_ticker;
    QTimer m_more; ///< the rest of a round, after what else waits in the event loop
    QTimer m_soon; ///< a round over all hosts, a moment later
    qint64 m_startedNs = 0;
    qint64 m_sampledNs = 0;
};

} // namespace linnet::jobs
