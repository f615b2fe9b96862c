// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/dispatcher.h"

#include "base/clock.h"
#include "net/engine/requestbuilder.h"
#include "net/origin.h"
#include "net/proxy/proxyanswer.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace linnet::net {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The network thread answers other events at least this often.
constexpr qint64 LongestPump = 4'000'000;
/// While something is due, the dispatcher looks at the clock this often; a much longer gap means that the
/// program was stopped or starved, and that time is nobody's fault.
constexpr qint64 Beat = 500'000'000;
constexpr qint64 MissedBeats = 2'000'000'000;
/// Retries over the budget come after everything else of their host.
constexpr int LastPriority = std::numeric_limits<int>::min();

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
    , m_admission(
          selector, [this](Id id) -> const QUrl & { return m_tasks.at(id)->url(); },
          [this](Id id) {
              const Task &task = *m_tasks.at(id);
              return Admission::Traits{task.request().run, task.carriesSecret()};
          })
    , m_alarm(clock)
    , m_guard(clock)
    , m_readings([this](Id id, Reading reading) { onRead(id, std::move(reading)); })
{
    setUserAgent({});
    connect(&m_selector, &ProxySelector::changed, this, [this] {
        m_admission.queues().wakeAll();
        nudge();
    });
    connect(&m_alarm, &Alarm::fired, this, &Dispatcher::onAlarm);
    connect(&m_log, &AttemptLog::batch, this, &Dispatcher::attempts);
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
    task.method = fetch->request().method;
    m_tasks.emplace(id, std::move(made));
    connect(fetch, &Fetch::cancelRequested, this, [this, id] { cancel(id, Reason::Cancelled); });
    connect(fetch, &Fetch::abandoned, this, [this, id] { abandon(id); });
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
    const int priority = task.isLast ? LastPriority : task.request().priority;
    m_admission.queues().push(task.host, task.id, task.request().run, priority, front && !task.isLast);
    nudge();
}

void Dispatcher::pump()
{
    m_nudged = false;
    m_endedTransfers.clear();
    deliver();
    if (m_shuttingDown) {
        endShutDown();
        return;
    }
    beat();
    const qint64 begin = m_clock.nowNs();
    for (qint64 now = begin;; now = m_clock.nowNs()) {
        if (now - begin > LongestPump) {
            nudge();
            break;
        }
        Admission::Decision decision = m_admission.next(now);
        if (auto *admitted = std::get_if<Admission::Start>(&decision))
            start(*find(admitted->id), std::move(admitted->use), admitted->heldNs);
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
    m_beating = !m_deadlines.isEmpty() || !m_delayed.isEmpty();
    if (m_beating)
        m_alarm.require(m_lastBeat + Beat);
}

void Dispatcher::beat()
{
    const qint64 now = m_clock.nowNs();
    const qint64 gap = now - m_lastBeat;
    if (m_beating && gap > MissedBeats) {
        m_deadlines.postpone(gap - Beat);
        m_delayed.postpone(gap - Beat);
        m_admission.postpone(gap - Beat);
    }
    m_lastBeat = now;
}

void Dispatcher::onAlarm()
{
    beat();
    const qint64 now = m_clock.nowNs();
    for (const Id id : m_deadlines.takeDue(now))
        find(id)->transfer->expire();
    for (const Id id : m_delayed.takeDue(now))
        enqueue(*find(id), true);
    pump();
}

void Dispatcher::start(Task &task, ProxySelector::Use use, qint64 heldNs)
{
    const Request &request = task.request();
    const qint64 now = m_clock.nowNs();
    task.beginAttempt(now, m_clock.utc(), use.key, heldNs);
    m_ledger.started(request.run, task.number > 1);
    if (task.number == 1)
        m_admission.health().firstAttempt(task.host);

    const std::chrono::seconds keepAlive = m_keepAlive.secondsFor(
        task.host, m_admission.limiter().interval(task.host), m_admission.inFlight(task.host), now);
    Transfer::Order order;
    order.id = task.id;
    order.request = buildRequest(
        task, request.userAgent.trimmed().isEmpty() ? m_userAgent : request.userAgent, keepAlive);
    if (m_tls)
        order.request.setSslConfiguration(*m_tls);
    order.method = task.method;
    order.maxBody = request.maxBody;
    order.keepBody = request.keepBody;
    order.acceptPartial = request.acceptPartial;
    order.host = task.host;
    order.origin = Origin(task.url()).toString();
    order.use = std::move(use);
    order.login = m_admission.logins().apply(order.use.proxy, order.use.key);
    Lane &lane = m_lanes.take(request.tls, order.use.proxy, order.use.key, order.login, order.origin);
    task.transfer = new Transfer(m_clock, std::move(order), this);
    connect(task.transfer, &Transfer::sent, this, &Dispatcher::onSent);
    connect(task.transfer, &Transfer::ended, this, &Dispatcher::onEnded);
    m_deadlines.set(task.id, now + std::max<qint64>(1, std::chrono::nanoseconds(request.timeout).count()));
    m_guard.add(task.transfer);
    task.transfer->start(lane);
}

void Dispatcher::onSent(Transfer *transfer)
{
    const Transfer::Order &order = transfer->order();
    m_admission.sent(order.host, order.use.key, transfer->times().sent);
    if (m_admission.limiter().interval(order.host) > 0ns && m_admission.queues().queued(order.host) > 0)
        nudge();
}

void Dispatcher::onEnded(Transfer *transfer)
{
    m_guard.remove(transfer);
    Task &task = *find(transfer->order().id);
    Ending ending = transfer->takeEnding();
    if (ending.reason == Reason::None && transfer->order().use.proxy.type() != QNetworkProxy::NoProxy &&
        isProxysOwnAnswer(ending.status, ending.headers))
        ending.reason = Reason::ProxyFailed;
    m_deadlines.remove(task.id);
    task.transfer = nullptr;
    closeAttempt(task, *transfer, ending);
    // It is in the middle of a signal.
    m_endedTransfers.emplace_back(transfer);
    nudge();
    if (task.stage == Task::Stage::Over)
        m_log.add(task.attempt);
    else if (!waitForLogin(task, *transfer, ending))
        judge(task, std::move(ending));
}

void Dispatcher::loginChanged()
{
    m_admission.queues().wakeAll();
    nudge();
}

void Dispatcher::setOnline(bool online)
{
    m_admission.setOnline(online, m_clock.nowNs(), chance());
    nudge();
}

void Dispatcher::onRead(Id id, Reading reading)
{
    Task *task = find(id);
    if (!task || task->stage != Task::Stage::Reading)
        return;
    if (reading.refused) {
        m_admission.limiter().refuseScaling(task->host);
        m_selector.forRun(task->request().run).refused(task->url(), task->attempt.proxy);
    }
    const int status = task->response.status;
    const bool counts = task->method == Method::Get && status >= 200 && status < 300;
    if (counts && reading.fault.reason != Reason::None) {
        reading.fault.status = status;
        task->attempt.reason = reading.fault.reason;
        m_log.add(task->attempt);
        apply(*task, Verdict::ofFault(reading.fault, standing(*task)));
        return;
    }
    m_log.add(task->attempt);
    task->content = std::move(reading.content);
    finish(*task, std::move(task->response));
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
        fetch->setAttempts(found->second->number);
        fetch->setContent(std::move(found->second->content));
        m_tasks.erase(found);
        fetch->disconnect(this);
        Q_EMIT fetch->done(result);
        delete fetch;
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
    if (task.stage == Task::Stage::Reading)
        m_log.add(task.attempt);
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

void Dispatcher::setTls(const std::optional<QSslConfiguration> &tls)
{
    m_tls = tls;
    // Connections made under other rules must not be used again.
    m_lanes.retire();
}

QList<HostState> Dispatcher::hosts() const
{
    return m_admission.states(m_clock.nowNs());
}

HostState Dispatcher::host(const QString &host) const
{
    return m_admission.state(host, m_clock.nowNs());
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
