// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workjob.h"

#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/fetch.h"
#include "store/project/project.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxNotes = 100;
constexpr int TickMs = 100;
constexpr qint64 SampleNs = 1'000'000'000;
/// Handed to the engine at once, over all hosts: a request that waits there costs some kilobytes.
constexpr int MostOutstanding = 2000;
constexpr int MostPulled = 500; ///< in one turn of the event loop
/// Beyond so many hosts an answer is followed by work of its own host; the round over all hosts comes later.
constexpr qsizetype FewHosts = 50;
constexpr int WholeRoundMs = 10;

/// Failures that say something about the host, not about the address.
bool isOfTheHost(const Error &error)
{
    switch (error.reason) {
    case Reason::Refused:
    case Reason::Reset:
    case Reason::Truncated:
    case Reason::Inactivity:
    case Reason::Deadline:
        return true;
    default:
        return error.status >= 500 || error.status == 403 || error.status == 429;
    }
}

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
    m_wholeRound.setSingleShot(true);
    m_wholeRound.setInterval(WholeRoundMs);
    connect(&m_wholeRound, &QTimer::timeout, this, &WorkJob::pump);
    connect(&m_workList, &store::WorkList::available, this, &WorkJob::pump);
    connect(&m_workList, &store::WorkList::settled, this, [this] {
        pump();
        endIfDone();
    });
    store::Writer &writer = context.project.writer();
    connect(&writer, &store::Writer::committed, this, &WorkJob::onCommitted);
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
    const auto resumed = restoreRun();
    if (!resumed) {
        stop(QString(), resumed.error(), m_context.project.path());
        return;
    }
    m_ticker.start();
    if (!*resumed)
        seed();
    pump();
    endIfDone();
}

/// True when the run already has work: what it did before is counted on.
Result<bool> WorkJob::restoreRun()
{
    auto reader = m_context.project.reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto work = (*reader)->workCounts(m_context.run);
    if (!work)
        return std::unexpected(work.error());
    if (work->pending + work->done + work->failed == 0)
        return false;
    const auto rows = (*reader)->count({&m_rows, {m_context.run}, {}, {}});
    const auto runs = (*reader)->runs();
    if (!rows || !runs)
        return std::unexpected(!rows ? rows.error() : runs.error());
    m_progress.rows = *rows;
    m_progress.unitsKnown = work->pending + work->done + work->failed;
    m_progress.unitsDone = work->done + work->failed;
    m_progress.failed = work->failed;
    const auto info = std::ranges::find(*runs, m_context.run, &store::RunInfo::id);
    const QJsonObject before = info == runs->end() ? QJsonObject() : info->counts;
    m_before.requests = before[u"requests"_s].toInteger();
    m_before.retries = before[u"retries"_s].toInteger();
    m_before.bytes = before[u"bytes"_s].toInteger();
    m_before.elapsedMs = before[u"elapsed_ms"_s].toInteger();
    restore(before);
    postState(store::RunState::Running);
    return true;
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
    m_context.engine.pause(m_context.run);
    postState(store::RunState::Paused, counts());
    tick();
}

void WorkJob::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    if (std::exchange(m_pausedByFailures, false)) {
        m_failuresInARow.clear();
        m_progress.error = {};
        m_progress.errorUrl.clear();
    }
    m_pace.restart();
    m_context.engine.resume(m_context.run);
    postState(store::RunState::Running);
    pump();
}

void WorkJob::finish()
{
    stop(u"user"_s, {}, {});
}

void WorkJob::pump()
{
    // One item of each host in turn, until no host has one that may go.
    int pulled = 0;
    for (qsizetype idle = 0; idle < m_workList.waitingHosts() && mayPull();) {
        m_lastHost = m_workList.hostAfter(m_lastHost);
        idle = pullAt(m_lastHost) ? 0 : idle + 1;
        // What is ended without asking takes no room, so that this could go on for long.
        if (idle == 0 && ++pulled == MostPulled) {
            QMetaObject::invokeMethod(this, &WorkJob::pump, Qt::QueuedConnection);
            break;
        }
    }
    if (pulled > 0)
        QMetaObject::invokeMethod(this, &WorkJob::endIfDone, Qt::QueuedConnection);
}

/// There is room at this host. To look at a thousand others after each answer would cost more than the
/// requests.
void WorkJob::pumpAfter(const QString &host)
{
    if (m_workList.waitingHosts() <= FewHosts) {
        pump();
        return;
    }
    // Without room for all, those who never had a turn come first.
    if (m_outstanding.size() < MostOutstanding - 1 && mayPull())
        pullAt(host);
    if (!m_wholeRound.isActive())
        m_wholeRound.start();
}

bool WorkJob::mayAsk(const store::WorkItem &)
{
    return true;
}

bool WorkJob::mayPull() const
{
    if (m_paused || m_stopping || m_closing || m_stalled || m_context.project.writer().isBusy())
        return false;
    return m_oneAtATime ? m_outstanding.isEmpty() : m_outstanding.size() < MostOutstanding;
}

bool WorkJob::pullAt(const QString &host)
{
    // Many hosts share the room, so that slow ones cannot fill it.
    const int share = int(MostOutstanding / std::max<qsizetype>(1, m_workList.waitingHosts()));
    if (m_load.value(host) >= std::clamp(share, 1, 2 * m_requests.pace.perHost))
        return false;
    const QStringList kinds = kindsAt(host);
    for (const QString &kind : kinds) {
        auto items = m_workList.take(kind, host, 1);
        if (!items) {
            stop(QString(), items.error(), m_context.project.path());
            return false;
        }
        if (!items->empty()) {
            if (mayAsk(items->front()))
                launch(std::move(items->front()));
            return true;
        }
    }
    return false;
}

void WorkJob::launch(store::WorkItem item)
{
    if (beginOwn(item)) {
        ++m_own;
        ++m_load[item.host];
        return;
    }
    net::Request asked = request(item);
    m_requests.applyTo(asked, m_context.run);
    net::Fetch *fetch = m_context.engine.get(std::move(asked), this);
    ++m_load[item.host];
    m_outstanding.insert(fetch, std::move(item));
    connect(fetch, &net::Fetch::done, this,
            [this, fetch](const Result<net::Response> &result) { onDone(fetch, result); });
}

bool WorkJob::beginOwn(const store::WorkItem &)
{
    return false;
}

void WorkJob::ownDone(const store::WorkItem &item, std::optional<store::Unit> stored)
{
    --m_own;
    if (const auto load = m_load.find(item.host); --*load == 0)
        m_load.erase(load);
    if (stored)
        post(*std::move(stored));
    else
        putBack(item);
    pumpAfter(item.host);
    endIfDone();
}

void WorkJob::onDone(net::Fetch *fetch, const Result<net::Response> &result)
{
    const store::WorkItem item = m_outstanding.take(fetch);
    if (const auto load = m_load.find(item.host); --*load == 0)
        m_load.erase(load);
    const Reason reason = result ? Reason::None : result.error().reason;
    m_answered = &item;
    if (result)
        onAnswer({item, *result, fetch->takeContent()});
    else if (reason == Reason::Cancelled || reason == Reason::ShutDown)
        putBack(item);
    else
        onFailure(item, fetch->attempts(), result.error());
    m_answered = nullptr;
    pumpAfter(item.host);
    endIfDone();
}

void WorkJob::onFailure(const store::WorkItem &item, int attempts, const Error &error)
{
    post(failureOf(item, attempts, error));
}

store::Unit WorkJob::unit() const
{
    return {.run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
}

store::Unit WorkJob::endOf(const Answer &answer) const
{
    store::Unit result = unit();
    result.ended.push_back({answer.item.id, store::WorkState::Done, answer.response.attempts, {}});
    return result;
}

store::Unit WorkJob::failureOf(const store::WorkItem &item, int attempts, const Error &error) const
{
    store::Unit result = unit();
    result.ended.push_back({item.id, store::WorkState::Failed, attempts, error});
    return result;
}

void WorkJob::post(store::Unit unit)
{
    m_progress.failed += std::ranges::count(unit.ended, store::WorkState::Failed, &store::WorkEnd::state);
    if (m_answered && m_requests.pauseAfter > 0)
        countFailures(*m_answered, unit);
    m_context.project.writer().post(std::move(unit));
}

void WorkJob::countFailures(const store::WorkItem &item, const store::Unit &unit)
{
    const auto end = std::ranges::find(unit.ended, item.id, &store::WorkEnd::id);
    if (end == unit.ended.end())
        return;
    const QString host =
        item.host.isEmpty() ? net::HostKey(QUrl(item.key.section(u' ', 0, 0))).toString() : item.host;
    if (end->state != store::WorkState::Failed || !isOfTheHost(end->error)) {
        m_failuresInARow.remove(host);
        return;
    }
    if (++m_failuresInARow[host] >= m_requests.pauseAfter)
        pauseFor(host, end->error);
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

/// The engine holds back what is left because the servers say that they cannot: whoever sits before the
/// window need not wait until requests have failed for good. Once told, he decides; then it must have got
/// better before it can get worse.
void WorkJob::pauseWhenOverloaded()
{
    if (m_requests.pauseAfter == 0 || m_overloaded.isEmpty() || !m_mayPauseEarly)
        return;
    m_mayPauseEarly = false;
    const net::HostState host = m_context.engine.hostState(net::HostKey::restored(m_overloaded));
    pauseFor(m_overloaded, {Reason::HttpStatus, host.overloadStatus, {}});
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
    m_workList.putBack(item);
}

void WorkJob::note(const QString &text)
{
    if (m_progress.notes.size() < MaxNotes)
        m_progress.notes.append(text);
}

void WorkJob::onCommitted(const store::Committed &change)
{
    for (const store::Committed::Rows &rows : change.rows) {
        if (rows.run == m_context.run && rows.schema == &m_rows)
            m_progress.rows += rows.added;
    }
    for (const store::Committed::Work &work : change.work) {
        if (work.run == m_context.run) {
            m_progress.unitsKnown += work.added;
            m_progress.unitsDone += work.ended;
        }
    }
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
        m_context.engine.resume(m_context.run);
    cancelOutstanding();
    endIfDone();
}

void WorkJob::stopWhenAnswered(const QString &stoppedBy)
{
    if (m_closing)
        return;
    m_closing = stoppedBy;
    QMetaObject::invokeMethod(this, &WorkJob::endIfDone, Qt::QueuedConnection);
}

void WorkJob::cancelOutstanding()
{
    const QList<net::Fetch *> fetches = m_outstanding.keys();
    for (net::Fetch *fetch : fetches)
        fetch->cancel();
    cancelOwn();
}

void WorkJob::endIfDone()
{
    if (m_ending || !m_outstanding.isEmpty() || m_own > 0 || (isTakingIn() && !m_stopping))
        return;
    if (m_closing && !m_stopping && !m_workList.isFinished()) {
        stop(*m_closing, {}, {});
        return;
    }
    if (m_stopping)
        end(store::RunState::Stopped);
    else if (m_workList.isFinished() && m_progress.unitsKnown > 0)
        end(store::RunState::Finished);
    else if (m_workList.pending() == 0 && !m_flushing)
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
    postState(state, counts());
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
    pauseWhenOverloaded();
}

void WorkJob::refresh(Progress &) {}

void WorkJob::refreshProgress()
{
    const net::RunStats stats = m_context.engine.stats(m_context.run);
    m_progress.requests = m_before.requests + stats.requests;
    m_progress.retries = m_before.retries + stats.retries;
    m_progress.bytes = m_before.bytes + stats.bytes;
    m_progress.elapsedMs = m_before.elapsedMs + (m_context.clock.nowNs() - m_startedNs) / 1'000'000;
    m_progress.remainingMs = m_pace.remainingMs(m_progress.unitsKnown - m_progress.unitsDone);
    if (!m_progress.isOver())
        m_progress.state = m_paused ? store::RunState::Paused : store::RunState::Running;
    refreshHold();
    refresh(m_progress);
}

/// A run is held up when every host that it waits for is.
void WorkJob::refreshHold()
{
    m_progress.waitUntilUtcMs = 0;
    m_overloaded.clear();
    m_progress.hold = m_stalled            ? Hold::Storage
                      : m_pausedByFailures ? Hold::Failures
                      : m_paused           ? Hold::User
                                           : Hold::None;
    if (m_progress.hold != Hold::None || m_load.isEmpty())
        return;
    qint64 shortestNs = std::numeric_limits<qint64>::max();
    Hold hold = Hold::Unreachable;
    QString overloaded;
    bool allOverloaded = true;
    for (auto load = m_load.cbegin(); load != m_load.cend(); ++load) {
        const net::HostState host = m_context.engine.hostState(net::HostKey::restored(load.key()));
        const qint64 waitNs = (host.pausedUntil - m_context.clock.now()).count();
        if (waitNs <= 0 && !host.unreachable) {
            // A probe is about to go; only an answer shows that it is better.
            m_mayPauseEarly = m_mayPauseEarly || host.overloadStatus == 0;
            return;
        }
        if (host.overloadStatus > 0)
            overloaded = load.key();
        else
            allOverloaded = false;
        if (waitNs > 0) {
            hold = Hold::Server;
            shortestNs = std::min(shortestNs, waitNs);
        }
    }
    m_progress.hold = hold;
    if (hold == Hold::Unreachable && allOverloaded)
        m_overloaded = overloaded;
    if (hold == Hold::Server)
        m_progress.waitUntilUtcMs = m_context.clock.utc().toMSecsSinceEpoch() + shortestNs / 1'000'000;
}

QJsonObject WorkJob::counts() const
{
    return {
        {u"requests"_s, m_progress.requests},    {u"retries"_s, m_progress.retries},
        {u"bytes"_s, m_progress.bytes},          {u"elapsed_ms"_s, m_progress.elapsedMs},
        {u"stopped_by"_s, m_progress.stoppedBy}, {u"notes"_s, QJsonArray::fromStringList(m_progress.notes)}};
}

} // namespace linnet::jobs
