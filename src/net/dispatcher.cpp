// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/dispatcher.h"

#include "base/clock.h"
#include "net/hostkey.h"
#include "net/redirectpolicy.h"
#include "net/requestbuilder.h"
#include "net/retryafter.h"
#include "net/retrypolicy.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

namespace linnet::net {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The network thread answers other events at least this often.
constexpr qint64 LongestPump = 4'000'000;

QUrl bare(QUrl url)
{
    url.setFragment({});
    url.setUserInfo({});
    return url;
}

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

} // namespace

Dispatcher::Dispatcher(const Clock &clock, ProxySelector &selector, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_selector(selector)
    , m_admission(selector, [this](Id id) -> const QUrl & { return m_tasks.at(id)->url(); })
    , m_alarm(clock)
{
    setUserAgent({});
    connect(&m_selector, &ProxySelector::changed, this, [this] {
        m_admission.queues().wakeAll();
        nudge();
    });
    connect(&m_alarm, &Alarm::fired, this, &Dispatcher::onAlarm);
    connect(&m_log, &AttemptLog::batch, this, &Dispatcher::attempts);
    connect(&m_checks, &BodyChecks::checked, this, &Dispatcher::onChecked);
    m_hostsTimer.setSingleShot(true);
    m_hostsTimer.setInterval(100ms);
    connect(&m_hostsTimer, &QTimer::timeout, this, &Dispatcher::hostsChanged);
    m_tidyTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_tidyTimer, &QTimer::timeout, this, &Dispatcher::tidy);
    m_tidyTimer.start(15s);
}

Dispatcher::~Dispatcher()
{
    // Replies belong to the lanes, which go before this object's children do.
    for (const auto &[id, task] : m_tasks)
        delete task->transfer;
}

void Dispatcher::setUserAgent(const QByteArray &userAgent)
{
    m_userAgent = userAgent.trimmed().isEmpty() ? QByteArray("Linnet/" LINNET_VERSION) : userAgent.trimmed();
}

void Dispatcher::nudge()
{
    if (m_nudged)
        return;
    m_nudged = true;
    QMetaObject::invokeMethod(this, &Dispatcher::pump, Qt::QueuedConnection);
}

void Dispatcher::add(Fetch *fetch)
{
    const Id id = ++m_lastId;
    auto made = std::make_unique<Task>();
    Task &task = *made;
    task.id = id;
    task.fetch = fetch;
    m_tasks.emplace(id, std::move(made));
    connect(fetch, &Fetch::cancelRequested, this, [this, id] { cancel(id, Reason::Cancelled); });
    connect(fetch, &QObject::destroyed, this, [this, id] { abandon(id); });
    moveTo(task, bare(fetch->request().url));
    if (m_shuttingDown)
        finish(task, fail(Reason::ShutDown));
    else if (!isWeb(task.url()))
        finish(task, fail(Reason::BadUrl, task.url().toDisplayString()));
    else
        enqueue(task, false);
}

void Dispatcher::moveTo(Task &task, const QUrl &url)
{
    if (!task.host.isEmpty() && --m_load[task.host] == 0)
        m_load.remove(task.host);
    task.visited.append(url);
    task.host = hostKey(url);
    ++m_load[task.host];
}

void Dispatcher::enqueue(Task &task, bool front)
{
    task.stage = Task::Stage::Queued;
    task.queuedNs = m_clock.nowNs();
    m_admission.queues().push(task.host, task.id, task.request().run, task.request().priority, front);
    nudge();
}

void Dispatcher::pump()
{
    m_nudged = false;
    deliver();
    if (m_shuttingDown) {
        endShutDown();
        return;
    }
    const qint64 begin = m_clock.nowNs();
    for (qint64 now = begin;; now = m_clock.nowNs()) {
        if (now - begin > LongestPump) {
            nudge();
            break;
        }
        Admission::Decision decision = m_admission.next(now);
        if (auto *admitted = std::get_if<Admission::Start>(&decision))
            start(*find(admitted->id), std::move(admitted->use));
        else if (const auto *refusal = std::get_if<Admission::Refusal>(&decision))
            finish(*find(refusal->id), std::unexpected(refusal->error));
        else
            break;
    }
    arm();
    if (!m_hostsTimer.isActive())
        m_hostsTimer.start();
}

void Dispatcher::arm()
{
    const auto require = [this](std::optional<qint64> at) {
        if (at)
            m_alarm.require(*at);
    };
    require(m_admission.nextDue());
    require(m_deadlines.earliest());
    require(m_delayed.earliest());
}

void Dispatcher::onAlarm()
{
    const qint64 now = m_clock.nowNs();
    for (const Id id : m_deadlines.takeDue(now)) {
        const Task &task = *find(id);
        const qint64 headers = task.transfer->times().headers;
        const qint64 silence = now - task.transfer->times().lastByte;
        const bool fellSilent =
            headers > 0 && silence >= std::chrono::nanoseconds(task.request().timeout).count() / 2;
        task.transfer->abort(fellSilent ? Reason::Inactivity : Reason::Deadline);
    }
    for (const Id id : m_delayed.takeDue(now))
        enqueue(*find(id), true);
    pump();
}

void Dispatcher::start(Task &task, ProxySelector::Use use)
{
    const Request &request = task.request();
    const qint64 now = m_clock.nowNs();
    task.stage = Task::Stage::InFlight;
    ++task.charged;
    task.attempt = {};
    task.attempt.run = request.run;
    task.attempt.url = task.url().toString(QUrl::FullyEncoded);
    task.attempt.host = task.host;
    task.attempt.method = request.method;
    task.attempt.number = task.number;
    task.attempt.queuedNs = task.queuedNs;
    task.attempt.admittedNs = now;
    task.attempt.startedUtcMs = m_clock.utc().toMSecsSinceEpoch();
    task.attempt.proxy = use.key;
    m_ledger.started(request.run, task.number > 1);

    const bool moreWaits = m_admission.queues().queued(task.host) > 0;
    const auto interval = m_admission.limiter().interval(task.host);
    Transfer::Order order;
    order.id = task.id;
    order.request =
        buildRequest(task, request.userAgent.trimmed().isEmpty() ? m_userAgent : request.userAgent,
                     keepAliveFor(interval, moreWaits, m_admission.activeHosts()));
    order.method = request.method;
    order.maxBody = request.maxBody;
    order.host = task.host;
    order.origin = originKey(task.url());
    order.use = std::move(use);
    Lane &lane = m_lanes.take(request.tls, order.use.proxy, order.use.key, order.origin);
    task.transfer = new Transfer(m_clock, std::move(order), this);
    connect(task.transfer, &Transfer::sent, this, &Dispatcher::onSent);
    connect(task.transfer, &Transfer::ended, this, &Dispatcher::onEnded);
    m_deadlines.set(task.id, now + std::max<qint64>(1, std::chrono::nanoseconds(request.timeout).count()));
    task.transfer->start(lane);
}

void Dispatcher::onSent(Transfer *transfer)
{
    const Transfer::Order &order = transfer->order();
    m_admission.sent(order.host, order.use.key, transfer->times().sent);
    if (m_admission.queues().queued(order.host) > 0)
        nudge();
}

void Dispatcher::onEnded(Transfer *transfer)
{
    Task &task = *find(transfer->order().id);
    Ending ending = transfer->takeEnding();
    m_deadlines.remove(task.id);
    task.transfer = nullptr;
    closeAttempt(task, *transfer, ending);
    transfer->deleteLater();
    nudge();
    if (task.stage == Task::Stage::Over)
        m_log.add(task.attempt);
    else
        judge(task, std::move(ending));
}

void Dispatcher::closeAttempt(Task &task, const Transfer &transfer, const Ending &ending)
{
    const Transfer::Order &order = transfer.order();
    const Transfer::Times &times = transfer.times();
    m_lanes.release(transfer.lane(), order.use.key, order.origin, times.done);
    m_admission.release(order.host, order.use.key, times.sent > 0);
    Attempt &attempt = task.attempt;
    attempt.connectingNs = times.connecting;
    attempt.sentNs = times.sent;
    attempt.headersNs = times.headers;
    attempt.doneNs = times.done;
    attempt.status = ending.status;
    attempt.reason = ending.reason;
    attempt.detail = ending.detail;
    attempt.bytes = ending.received;
    task.bytes += ending.received;
    m_ledger.received(attempt.run, ending.received);
    task.response.headersNs =
        times.headers > 0 && times.sent > 0 ? std::max<qint64>(0, times.headers - times.sent) : 0;
    task.response.totalNs = times.done - times.handedOver;
    if (ending.reason != Reason::Cancelled && ending.reason != Reason::ShutDown)
        m_selector.reported(task.url(), order.use.key, Error{ending.reason, ending.status, ending.detail});
}

void Dispatcher::judge(Task &task, Ending ending)
{
    if (ending.reason != Reason::None) {
        m_log.add(task.attempt);
        if (RetryPolicy::passes(ending.reason) && mayRetry(task))
            retry(task, false, 0);
        else
            finish(task, fail(ending.reason, ending.detail, ending.status));
        return;
    }
    Response &response = task.response;
    response.url = task.url();
    response.status = ending.status;
    response.headers = std::move(ending.headers);
    response.body = std::move(ending.body);
    response.attempts = task.number;
    response.bytes = task.bytes;
    judgeAnswer(task);
}

void Dispatcher::judgeAnswer(Task &task)
{
    const Request &request = task.request();
    const int status = task.response.status;
    if (request.acceptable && request.method == Method::Get && status >= 200 && status < 300) {
        task.stage = Task::Stage::Checking;
        m_checks.run(task.id, request.acceptable, task.response.body);
        return;
    }
    m_log.add(task.attempt);
    if (RedirectPolicy::isRedirect(status) && request.redirects == RedirectMode::Follow) {
        const Result<QUrl> target =
            RedirectPolicy::next(task.visited, task.response.header("Location"), status);
        if (!target) {
            finish(task, std::unexpected(target.error()));
            return;
        }
        if (!target->isEmpty()) {
            hop(task, *target);
            return;
        }
    }
    judgeStatus(task);
}

void Dispatcher::judgeStatus(Task &task)
{
    const int status = task.response.status;
    if (!RetryPolicy::passes(status)) {
        finish(task, std::move(task.response));
        return;
    }
    const auto asked =
        parseRetryAfter(task.response.header("Retry-After"), task.response.header("Date"), m_clock.utc());
    const std::chrono::nanoseconds wait = std::min(asked.value_or(0s), RetryPolicy::LongestWait);
    if (wait > 0s)
        m_admission.rest(task.host, m_clock.nowNs() + wait.count());
    if (asked.value_or(0s) > RetryPolicy::LongestWait) {
        finish(task, std::move(task.response));
        return;
    }
    if (wait > 0s && task.freeWaits < RetryPolicy::FreeWaits && task.request().retries > 0) {
        ++task.freeWaits;
        --task.charged;
    }
    if (mayRetry(task))
        retry(task, true, wait.count());
    else
        finish(task, std::move(task.response));
}

void Dispatcher::onChecked(Id id, bool good)
{
    Task *task = find(id);
    if (!task || task->stage != Task::Stage::Checking)
        return;
    if (!good)
        task->attempt.reason = Reason::BadBody;
    m_log.add(task->attempt);
    if (good)
        finish(*task, std::move(task->response));
    else if (mayRetry(*task))
        retry(*task, false, 0);
    else
        finish(*task, fail(Reason::BadBody, {}, task->attempt.status));
    nudge();
}

void Dispatcher::hop(Task &task, const QUrl &target)
{
    const auto asked =
        parseRetryAfter(task.response.header("Retry-After"), task.response.header("Date"), m_clock.utc());
    if (asked.value_or(0s) > 0s)
        m_admission.rest(task.host, m_clock.nowNs() +
                                        std::chrono::nanoseconds(
                                            std::min<std::chrono::seconds>(*asked, RetryPolicy::LongestWait))
                                            .count());
    task.leftOrigin = task.leftOrigin || originKey(target) != originKey(task.request().url);
    // A hop is progress, not a failed attempt.
    --task.charged;
    moveTo(task, target);
    enqueue(task, true);
}

bool Dispatcher::mayRetry(const Task &task) const
{
    return task.charged <= task.request().retries;
}

void Dispatcher::retry(Task &task, bool answered, qint64 atLeastNs)
{
    const qint64 backoff = RetryPolicy::backoff(std::max(1, task.charged), answered, chance()).count();
    ++task.number;
    task.stage = Task::Stage::Delayed;
    m_delayed.set(task.id, m_clock.nowNs() + std::max(backoff, atLeastNs));
    nudge();
}

void Dispatcher::finish(Task &task, Result<Response> result)
{
    task.stage = Task::Stage::Over;
    if (--m_load[task.host] == 0)
        m_load.remove(task.host);
    task.host.clear();
    m_outbox.emplace_back(task.id, std::move(result));
    nudge();
}

void Dispatcher::deliver()
{
    for (auto &[id, result] : std::exchange(m_outbox, {})) {
        const auto found = m_tasks.find(id);
        if (found == m_tasks.end()) // its owner died meanwhile
            continue;
        const QPointer<Fetch> fetch = found->second->fetch;
        m_tasks.erase(found);
        fetch->disconnect(this);
        Q_EMIT fetch->done(result);
        if (fetch)
            fetch->deleteLater();
    }
}

void Dispatcher::cancel(Id id, Reason reason)
{
    Task *task = find(id);
    if (!task || task->stage == Task::Stage::Over)
        return;
    takeBack(*task, reason);
    finish(*task, fail(reason));
}

void Dispatcher::abandon(Id id)
{
    Task *task = find(id);
    if (!task)
        return;
    if (task->stage != Task::Stage::Over) {
        takeBack(*task, Reason::Cancelled);
        if (--m_load[task->host] == 0)
            m_load.remove(task->host);
    }
    m_tasks.erase(id);
    nudge();
}

void Dispatcher::takeBack(Task &task, Reason reason)
{
    m_admission.queues().remove(task.id);
    m_delayed.remove(task.id);
    task.stage = Task::Stage::Over;
    if (task.transfer)
        task.transfer->abort(reason);
}

void Dispatcher::cancelRun(RunId run)
{
    QList<Id> ids;
    for (const auto &[id, task] : m_tasks) {
        if (task->stage != Task::Stage::Over && task->request().run == run)
            ids.append(id);
    }
    std::sort(ids.begin(), ids.end());
    for (const Id id : std::as_const(ids))
        cancel(id, Reason::Cancelled);
}

void Dispatcher::shutDown()
{
    m_shuttingDown = true;
    QList<Id> ids;
    for (const auto &[id, task] : m_tasks)
        ids.append(id);
    std::sort(ids.begin(), ids.end());
    for (const Id id : std::as_const(ids))
        cancel(id, Reason::ShutDown);
    nudge();
}

void Dispatcher::endShutDown()
{
    if (!m_tasks.empty() || m_drained)
        return;
    m_drained = true;
    m_alarm.stop();
    m_log.flush();
    m_lanes.clear();
    Q_EMIT drained();
}

void Dispatcher::tidy()
{
    m_admission.sweep(m_clock.nowNs());
    m_lanes.evict(m_clock.nowNs());
}

QList<HostState> Dispatcher::hosts() const
{
    return m_admission.states(m_clock.nowNs());
}

Task *Dispatcher::find(Id id) const
{
    const auto found = m_tasks.find(id);
    return found == m_tasks.end() ? nullptr : found->second.get();
}

double Dispatcher::chance() const
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace linnet::net
