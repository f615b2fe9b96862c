// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workjob.h"

#include "base/clock.h"
#include "jobs/inpool.h"
#include "store/project/project.h"

#include <algorithm>
#include <utility>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxNotes = 100;
constexpr int TickMs = 100;
constexpr qint64 SampleNs = 1'000'000'000;
constexpr int MostPulled = 500; ///< in one turn of the event loop
/// Beyond so many hosts an item that is over is followed by work of its own host; the round over all hosts
/// comes later.
constexpr qsizetype FewHosts = 50;
constexpr int SoonMs = 10;

} // namespace

WorkJob::WorkJob(JobContext context, RequestSpec requests, const table::Schema &rows, QObject *parent)
    : Job(parent)
    , m_context(context)
    , m_requests(std::move(requests))
    , m_rows(rows)
    , m_workList(context.project, context.run)
{
    m_progress.run = context.run;
    m_ticker.setInterval(TickMs);
    connect(&m_ticker, &QTimer::timeout, this, &WorkJob::tick);
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &WorkJob::pump);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &WorkJob::pump);
    connect(&m_workList, &store::WorkList::available, this, &WorkJob::pump);
    connect(&m_workList, &store::WorkList::settled, this, [this] {
        pump();
        endIfDone();
    });
    store::Writer &writer = context.project.writer();
    connect(&writer, &store::Writer::committed, this,
            [this](const store::Committed &change) { m_progress.add(change, m_rows); });
    connect(&writer, &store::Writer::ready, this, &WorkJob::pump);
    connect(&writer, &store::Writer::stalled, this, [this](const Error &error) {
        m_stalled = true;
        m_progress.error = error;
    });
    connect(&writer, &store::Writer::recovered, this, [this] {
        m_stalled = false;
        m_progress.error = {};
        m_pace.restart();
        pump();
    });
}

WorkJob::~WorkJob() = default;

void WorkJob::start()
{
    m_startedNs = m_context.clock.nowNs();
    inPool(
        this,
        [project = m_context.project.path(), run = m_context.run, rows = &m_rows] {
            return RunPast::read(project, run, *rows);
        },
        [this](const Result<RunPast> &past) { takeUp(past); });
}

void WorkJob::takeUp(const Result<RunPast> &past)
{
    if (m_stopping)
        return;
    if (!past) {
        stop(QString(), past.error(), m_context.project.path());
        return;
    }
    m_isStarted = true;
    m_ticker.start();
    if (past->hasWork)
        restoreFrom(*past);
    else
        seed();
    if (const auto good = past->check([this](const QString &kind, const QString &host) {
            return knows(kind) && (!host.isEmpty() || isHostless(kind));
        });
        !good)
        stop(QString(), good.error(), m_context.project.path());
    if (m_paused)
        postState(store::RunState::Paused, counts());
    pump();
    endIfDone();
}

/// What the run did before is counted on.
void WorkJob::restoreFrom(const RunPast &past)
{
    m_progress.rows = past.rows;
    m_progress.unitsKnown = past.pending + past.done + past.failed;
    m_progress.unitsDone = past.done + past.failed;
    m_progress.failed = past.failed;
    m_before.requests = past.counts[u"requests"_s].toInteger();
    m_before.retries = past.counts[u"retries"_s].toInteger();
    m_before.bytes = past.counts[u"bytes"_s].toInteger();
    m_before.elapsedMs = past.counts[u"elapsed_ms"_s].toInteger();
    restore(past.counts);
    postState(store::RunState::Running);
}

void WorkJob::seed()
{
    store::Unit first = unit();
    first.newWork = firstWork();
    if (first.newWork.empty())
        end(store::RunState::Finished);
    else
        post(std::move(first));
}

void WorkJob::pause()
{
    if (m_stopping || m_paused)
        return;
    m_paused = true;
    setHeld(true);
    if (m_isStarted)
        postState(store::RunState::Paused, counts());
    tick();
}

void WorkJob::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    setHeld(false);
    if (std::exchange(m_pausedByFailures, false)) {
        m_progress.error = {};
        m_progress.errorUrl.clear();
    }
    m_pace.restart();
    if (m_isStarted)
        postState(store::RunState::Running);
    pump();
}

void WorkJob::finish()
{
    stop(u"user"_s, {}, {});
}

/// Something may have changed: what was refused has another chance, too.
void WorkJob::pump()
{
    if (m_isPumping) { // from beginItem()
        pumpSoon();
        return;
    }
    m_isPumping = true;
    int pulled = beginRefused();
    // One item of each host in turn, until no host has one that may go.
    for (qsizetype idle = 0; idle < m_workList.waitingHosts() && mayPull();) {
        m_lastHost = m_workList.hostAfter(m_lastHost);
        idle = pullAt(m_lastHost) ? 0 : idle + 1;
        // What is ended at once takes no room, so that this could go on for long. A posted call would come
        // before all timers and sockets; the timer comes after them.
        if (idle == 0 && ++pulled >= MostPulled) {
            m_more.start();
            break;
        }
    }
    m_isPumping = false;
    if (pulled > 0)
        QMetaObject::invokeMethod(this, &WorkJob::endIfDone, Qt::QueuedConnection);
}

/// An item is over at this host. To look at a thousand others after each answer would cost more than the
/// requests.
void WorkJob::pumpAfter(const QString &host)
{
    if (m_workList.waitingHosts() <= FewHosts) {
        pump();
        return;
    }
    // Without room for all, those who never had a turn come first.
    if (m_underWay < room() - 1 && mayPull())
        pullAt(host);
    pumpSoon();
}

void WorkJob::pumpSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

int WorkJob::beginRefused()
{
    int begun = 0;
    const qint64 nowNs = m_context.clock.nowNs();
    for (const store::WorkItem &item : m_refused.takeDue(nowNs)) {
        if (!mayPull() || !hasRoom(item.host) || !kindsAt(item.host).contains(item.kind))
            m_refused.add(item, nowNs);
        else if (tryToBegin(item))
            ++begun;
    }
    return begun;
}

bool WorkJob::mayPull() const
{
    return m_isStarted && !m_paused && !m_stopping && !m_closing && !m_stalled && m_underWay < room() &&
           !m_context.project.writer().isBusy();
}

bool WorkJob::hasRoom(const QString &host) const
{
    // Many hosts share the room, so that slow ones cannot fill it.
    const int share = int(room() / std::max<qsizetype>(1, m_workList.waitingHosts()));
    return m_load.value(host) < std::clamp(share, 1, std::max(1, roomPerHost()));
}

bool WorkJob::pullAt(const QString &host)
{
    // Those that were refused stay in memory; they must not become many.
    if (!hasRoom(host) || m_refused.countAt(host) >= roomPerHost())
        return false;
    const QStringList kinds = kindsAt(host);
    for (const QString &kind : kinds) {
        const auto items = m_workList.take(kind, host, 1);
        if (!items) {
            stop(QString(), items.error(), m_context.project.path());
            return false;
        }
        if (!items->empty())
            return tryToBegin(items->front());
    }
    return false;
}

/// False when it has to wait: for something that happens, never for the next turn of this loop.
bool WorkJob::tryToBegin(const store::WorkItem &item)
{
    ++m_underWay;
    ++m_load[item.host];
    m_beginning = item.id;
    m_isPutBack = false;
    const Begun begun = beginItem(item);
    m_beginning.reset();
    if (begun == Begun::Yes && !m_isPutBack)
        return true;
    leave(item.host);
    if (begun == Begun::Ended && !m_isPutBack)
        return true;
    m_refused.add(item, m_context.clock.nowNs());
    return false;
}

void WorkJob::leave(const QString &host)
{
    --m_underWay;
    if (const auto load = m_load.find(host); --*load == 0)
        m_load.erase(load);
}

void WorkJob::over(const store::WorkItem &item, const std::function<void()> &deal)
{
    leave(item.host);
    deal();
    pumpAfter(item.host);
    endIfDone();
}

store::Unit WorkJob::unit() const
{
    return {.run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
}

store::Unit WorkJob::failureOf(const store::WorkItem &item, int attempts, const Error &error) const
{
    store::Unit result = unit();
    result.ended.push_back(
        {item.id, store::WorkState::Failed, attempts, error, m_context.clock.utc().toSecsSinceEpoch()});
    return result;
}

void WorkJob::post(store::Unit unit)
{
    m_progress.failed += std::ranges::count(unit.ended, store::WorkState::Failed, &store::WorkEnd::state);
    posting(unit);
    m_context.project.writer().post(std::move(unit));
}

void WorkJob::pauseFor(const QString &host, const Error &error)
{
    if (m_paused || m_stopping)
        return;
    m_pausedByFailures = true;
    m_progress.error = error;
    m_progress.errorUrl = host;
    pause();
}

void WorkJob::postState(store::RunState state, std::optional<QJsonObject> counts)
{
    store::Unit changed = unit();
    changed.state = state;
    changed.counts = std::move(counts);
    m_context.project.writer().post(std::move(changed));
}

void WorkJob::putBack(const store::WorkItem &item)
{
    if (m_beginning == item.id)
        m_isPutBack = true;
    else
        m_workList.putBack(item);
}

void WorkJob::note(const QString &text)
{
    if (m_progress.notes.size() < MaxNotes)
        m_progress.notes.append(text);
}

void WorkJob::stop(const QString &stoppedBy, const Error &error, const QString &url)
{
    if (m_stopping || m_ending)
        return;
    m_stopping = true;
    m_progress.stoppedBy = stoppedBy;
    m_progress.error = error;
    m_progress.errorUrl = url;
    if (m_paused)
        setHeld(false);
    cancelUnderWay();
    endIfDone();
}

void WorkJob::stopWhenAnswered(const QString &stoppedBy)
{
    if (m_closing)
        return;
    m_closing = stoppedBy;
    QMetaObject::invokeMethod(this, &WorkJob::endIfDone, Qt::QueuedConnection);
}

void WorkJob::endIfDone()
{
    const bool mayEnd = m_stopping || (m_isStarted && !isTakingIn());
    if (m_ending || m_underWay > 0 || !mayEnd)
        return;
    if (m_closing && !m_stopping && !m_workList.isFinished()) {
        stop(*m_closing, {}, {});
        return;
    }
    if (m_stopping)
        end(store::RunState::Stopped);
    else if (m_workList.isFinished() && m_progress.unitsKnown > 0)
        end(store::RunState::Finished);
    else if (m_workList.pending() == 0 && m_refused.isEmpty() && !m_flushing)
        flush();
}

/// Everything is answered: what is left to do is only being stored, and need not wait for a fuller batch.
void WorkJob::flush()
{
    m_flushing = true;
    m_context.project.writer().flush(this, [this](const Result<void> &) {
        m_flushing = false;
        pump();
    });
}

void WorkJob::end(store::RunState state)
{
    m_ending = true;
    m_ticker.stop();
    refreshProgress();
    // A run that was stopped before its past was known keeps what is stored of that.
    postState(state, m_isStarted ? std::optional(counts()) : std::nullopt);
    m_context.project.writer().flush(this, [this, state](const Result<void> &written) {
        if (!written && m_progress.error.reason == Reason::None)
            m_progress.error = written.error();
        m_progress.state = state;
        refreshProgress();
        m_progress.remainingMs = 0;
        m_progress.hold = Hold::None;
        Q_EMIT progressed(m_progress);
        Q_EMIT ended(m_progress);
    });
}

void WorkJob::tick()
{
    if (m_ending)
        return;
    const qint64 now = m_context.clock.nowNs();
    if (now - m_sampledNs >= SampleNs && !m_paused) {
        m_sampledNs = now;
        m_pace.add(now, m_progress.unitsDone);
    }
    const Progress before = m_progress;
    refreshProgress();
    if (m_progress != before)
        Q_EMIT progressed(m_progress);
    ticked();
    if (!m_refused.isEmpty())
        pump();
}

void WorkJob::refreshProgress()
{
    m_progress.requests = m_before.requests;
    m_progress.retries = m_before.retries;
    m_progress.bytes = m_before.bytes;
    m_progress.elapsedMs = m_before.elapsedMs + (m_context.clock.nowNs() - m_startedNs) / 1'000'000;
    m_progress.remainingMs = m_pace.remainingMs(m_progress.unitsKnown - m_progress.unitsDone);
    if (!m_progress.isOver())
        m_progress.state = m_paused ? store::RunState::Paused : store::RunState::Running;
    m_progress.waitUntilUtcMs = 0;
    m_progress.hold = m_stalled            ? Hold::Storage
                      : m_pausedByFailures ? Hold::Failures
                      : m_paused           ? Hold::User
                                           : Hold::None;
    measure(m_progress);
    refresh(m_progress);
}

bool WorkJob::isHostless(const QString &) const
{
    return false;
}

QJsonObject WorkJob::counts() const
{
    return m_progress.counts();
}

} // namespace linnet::jobs
