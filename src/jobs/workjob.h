// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/pacemeter.h"
#include "jobs/requestspec.h"
#include "store/project/worklist.h"

#include <QHash>
#include <QTimer>

#include <any>

namespace linnet::net {
class Fetch;
}

namespace linnet::jobs {

/// What all jobs over a WorkList share: takes work while there is room, fairly over its hosts, asks for it,
/// hands each answer to the kind of job that asked, posts what that makes of it; pause, early end, a full
/// disk, progress and the end of the run. A kind of job says what there is to ask, how an answer is read and
/// which unit it becomes.
class WorkJob : public Job
{
    Q_OBJECT

public:
    void start() override;
    void pause() override;
    void resume() override;
    void finish() override;

protected:
    struct Answer
    {
        const store::WorkItem &item;
        const net::Response &response;
        std::any content; ///< what the request's `read` made of it; empty when it had none
    };

    /// requests must be valid. rows: the table whose rows Progress counts.
    WorkJob(JobContext context, RequestSpec requests, const table::Schema &rows, QObject *parent);
    ~WorkJob() override;

    /// What a new run asks first; nothing ends it at once.
    virtual std::vector<store::WorkAdd> firstWork() = 0;
    /// A resumed run: takes up what counts() said when it was left. Progress has its numbers already.
    virtual void restore(const QJsonObject &counts) = 0;
    /// The kinds of work that may be taken at a host now, the preferred one first; called for each item. Call
    /// pump() when more may be taken than before.
    virtual QStringList kindsAt(const QString &host) = 0;
    /// Asked before each item: false when the job has ended it, or put it back, without asking.
    virtual bool mayAsk(const store::WorkItem &item);
    /// Does an item without the engine and answers true; ends with one ownDone(). cancelOwn() ends them at
    /// once.
    virtual bool beginOwn(const store::WorkItem &item);
    virtual void cancelOwn() {}
    /// What beginOwn() took on is over; `stored` is its unit, or it goes back to the work list.
    void ownDone(const store::WorkItem &item, std::optional<store::Unit> stored);

    /// With its `read`, which parses the answer in the pool. What RequestSpec holds is set by WorkJob.
    virtual net::Request request(const store::WorkItem &item) const = 0;
    /// An HTTP error status is an answer too. Ends with one post() of endOf() or failureOf(), or with
    /// putBack().
    virtual void onAnswer(Answer answer) = 0;
    /// There was no usable answer; posts failureOf() unless overridden.
    virtual void onFailure(const store::WorkItem &item, int attempts, const Error &error);
    /// Sets what only the kind of job knows of the progress; called before it is shown or stored.
    virtual void refresh(Progress &progress);
    /// Whether answers are still being dealt with: the run does not end before, unless it is stopped.
    virtual bool isTakingIn() const { return false; }
    /// For the run's row: what restore() needs, besides what is always there.
    virtual QJsonObject counts() const;

    store::Unit unit() const; ///< empty, of this run
    /// A unit with the end of what was asked, for its rows and the work that follows from it.
    store::Unit endOf(const Answer &answer) const;
    store::Unit failureOf(const store::WorkItem &item, int attempts, const Error &error) const;
    void post(store::Unit unit);
    void putBack(const store::WorkItem &item); ///< to be asked again
    void note(const QString &text);            ///< technical; the first hundred are kept

    void pump();
    /// While true, the next request goes out only when the one before is answered.
    void setOneAtATime(bool one) { m_oneAtATime = one; }
    void cancelOutstanding(); ///< what is under way goes back to the work list
    /// Stops early; what was not asked stays in the work list, so the run can be resumed. stoppedBy: "" (an
    /// error), user, limit, captcha, auth.
    void stop(const QString &stoppedBy, const Error &error, const QString &url);
    /// Asks nothing more, but reads and stores what is under way; then stops as stop() does.
    void stopWhenAnswered(const QString &stoppedBy);
    void tick(); ///< shows the progress now
    void refreshProgress();
    void restartPace() { m_pace.restart(); } ///< after a hold: what came before says nothing about the rest

    qint64 waiting() const { return m_workList.pending(); } ///< work that can be taken
    const RequestSpec &requests() const { return m_requests; }
    const JobContext &context() const { return m_context; }
    Progress &progress() { return m_progress; }
    const Progress &progress() const { return m_progress; }
    bool isStopping() const { return m_stopping; }

private:
    Result<bool> restoreRun();
    void seed();
    void pumpAfter(const QString &host);
    bool mayPull() const;
    bool pullAt(const QString &host);
    void launch(store::WorkItem item);
    void onDone(net::Fetch *fetch, const Result<net::Response> &result);
    void onCommitted(const store::Committed &change);
    void postState(store::RunState state, std::optional<QJsonObject> counts = {});
    void endIfDone();
    void flush();
    void end(store::RunState state);
    void refreshHold();
    void countFailures(const store::WorkItem &item, const store::Unit &unit);
    void pauseFor(const QString &host, const Error &error);
    void pauseWhenOverloaded();

    JobContext m_context;
    RequestSpec m_requests;
    const table::Schema &m_rows;
    store::WorkList m_workList;
    QHash<net::Fetch *, store::WorkItem> m_outstanding;
    int m_own = 0;              ///< items that beginOwn() took on
    QHash<QString, int> m_load; ///< outstanding by host
    QString m_lastHost;         ///< that work was looked for at
    bool m_oneAtATime = false;
    std::optional<QString> m_closing; ///< why nothing more is asked
    bool m_paused = false;
    bool m_pausedByFailures = false;
    QString m_overloaded;        ///< a host, when all that the run waits for are held back as overloaded
    bool m_mayPauseEarly = true; ///< something could be asked since the last such pause
    const store::WorkItem *m_answered = nullptr; ///< whose answer is being dealt with
    QHash<QString, int> m_failuresInARow;        ///< by host
    bool m_stopping = false;
    bool m_ending = false;
    bool m_stalled = false;
    bool m_flushing = false;
    Progress m_progress;
    PaceMeter m_pace;
    QTimer m_ticker;
    QTimer m_wholeRound; ///< over all hosts, when there are many
    qint64 m_startedNs = 0;
    qint64 m_sampledNs = 0;
    Progress m_before; ///< what the run had cost when it was left
};

} // namespace linnet::jobs
