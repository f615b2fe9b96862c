// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "base/clock.h"
#include "net/engine/certificates.h"
#include "net/engine/engineparts.h"
#include "net/engine/proxytalk.h"
#include "net/engine/requestbuilder.h"
#include "net/engine/underwaylist.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <utility>

namespace linnet::net {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The network thread answers other events at least this often.
constexpr qint64 LongestTurn = 4'000'000;
/// While something is due, the engine looks at the clock this often; a much longer gap means that the program
/// was stopped or starved, and that time is nobody's fault.
constexpr qint64 Tick = 500'000'000;
constexpr qint64 Standstill = 2'000'000'000;
/// Retries over the budget come after everything else of their host.
constexpr int LastPriority = std::numeric_limits<int>::min();
/// How often a request may meet the connection of a broken answer.
constexpr int MostRestarts = 2;
/// Reading a smaller body takes less time than waking another thread for it.
constexpr qsizetype SmallBody = 1024;

Address addressOf(const Request &request)
{
    if (!request.written.isEmpty())
        return Address::written({request.written.constData(), size_t(request.written.size())});
    QUrl url = request.url;
    url.setUserInfo({});
    return url;
}

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

Engine::Engine(const Clock &clock, ProxySelector &selector, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m(std::make_unique<Parts>(clock, selector,
                                [this](Id id, Reading reading) { onRead(id, std::move(reading)); }))
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); // what "direct" means to LaneProxy
    setUserAgent({});
    connect(&selector, &ProxySelector::changed, this, [this] {
        m->admission.queues().wakeAll();
        processSoon();
    });
    connect(&m->alarm, &Alarm::fired, this, &Engine::onAlarm);
    connect(&m->log, &AttemptLog::batch, this, &Engine::attempts);
    m->hostsTimer.setSingleShot(true);
    m->hostsTimer.setInterval(100ms);
    connect(&m->hostsTimer, &QTimer::timeout, this, &Engine::hostsChanged);
    m->tidyTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m->tidyTimer, &QTimer::timeout, this, &Engine::tidy);
    m->tidyTimer.start(15s);
}

Engine::~Engine() = default;

Fetch *Engine::get(Request request, QObject *owner)
{
    auto *fetch = new Fetch(std::move(request), owner);
    Task &task = m->requests.add(fetch);
    const Id id = task.id;
    connect(fetch, &Fetch::cancelRequested, this, [this, id] { cancelTask(id, Reason::Cancelled); });
    connect(fetch, &Fetch::abandoned, this, [this, id] { abandon(id); });
    m->requests.moveTo(task, addressOf(fetch->request()));
    if (m->shuttingDown)
        finish(task, fail(Reason::ShutDown));
    else if (!isWeb(task.url()))
        finish(task, fail(Reason::BadUrl, task.url().toDisplayString()));
    else
        enqueue(task, false);
    return fetch;
}

void Engine::processSoon()
{
    if (m->willProcess)
        return;
    m->willProcess = true;
    QMetaObject::invokeMethod(this, &Engine::process, Qt::QueuedConnection);
}

void Engine::process()
{
    m->willProcess = false;
    m->endedTransfers.clear();
    m->lanes.evict(m_clock.nowNs());
    m->requests.deliver();
    if (m->shuttingDown) {
        if (!m->requests.isEmpty() || m->isDrained)
            return;
        m->isDrained = true;
        m->alarm.stop();
        m->log.flush();
        m->lanes.clear();
        Q_EMIT drained();
        return;
    }
    noticeStandstill();
    startWhatMay();
    setAlarm();
    if (!m->hostsTimer.isActive())
        m->hostsTimer.start();
}

void Engine::startWhatMay()
{
    const qint64 begin = m_clock.nowNs();
    for (qint64 now = begin;; now = m_clock.nowNs()) {
        if (now - begin > LongestTurn) {
            processSoon();
            return;
        }
        Admission::Decision decision = m->admission.next(now);
        if (auto *admitted = std::get_if<Admission::Start>(&decision))
            start(*m->requests.find(admitted->id), std::move(admitted->use),
                  std::chrono::nanoseconds(admitted->heldNs));
        else if (const auto *refusal = std::get_if<Admission::Refusal>(&decision))
            finish(*m->requests.find(refusal->id), std::unexpected(refusal->error));
        else
            return;
    }
}

void Engine::setAlarm()
{
    const auto require = [this](std::optional<qint64> at) {
        if (at)
            m->alarm.require(*at);
    };
    require(m->admission.nextDue());
    require(m->deadlines.earliest());
    require(m->delayed.earliest());
    m->ticks = !m->deadlines.isEmpty() || !m->delayed.isEmpty();
    if (m->ticks)
        m->alarm.require(m->lastLook + Tick);
}

void Engine::noticeStandstill()
{
    const qint64 now = m_clock.nowNs();
    const qint64 gap = now - m->lastLook;
    if (m->ticks && gap > Standstill) {
        m->deadlines.postpone(gap - Tick);
        m->delayed.postpone(gap - Tick);
        m->admission.postpone(gap - Tick);
    }
    m->lastLook = now;
}

void Engine::onAlarm()
{
    noticeStandstill();
    const qint64 now = m_clock.nowNs();
    for (const Id id : m->deadlines.takeDue(now)) {
        const Task &task = *m->requests.find(id);
        if (const qint64 due = task.deadline(); due > now)
            m->deadlines.set(id, due);
        else
            task.transfer->expire();
    }
    for (const Id id : m->delayed.takeDue(now))
        enqueue(*m->requests.find(id), true);
    process();
}

void Engine::tidy()
{
    m->admission.sweep(m_clock.nowNs());
    m->broken.sweep(m_clock.nowNs());
    // Lanes go there, after the replies that belong to them.
    processSoon();
}

void Engine::enqueue(Task &task, bool front)
{
    task.stage = Task::Stage::Queued;
    task.queued = m_clock.now();
    const int priority = task.isLast ? LastPriority : task.request().priority;
    m->admission.queues().push(task.host, task.id, task.request().run, priority, front && !task.isLast);
    processSoon();
}

void Engine::start(Task &task, ProxySelector::Use use, std::chrono::nanoseconds held)
{
    const Request &request = task.request();
    const qint64 now = m_clock.nowNs();
    task.beginAttempt(momentAt(now), m_clock.utc(), use.key, held);
    m->ledger.started(request.run, task.number > 1);
    if (task.number == 1)
        m->admission.health().firstAttempt(task.host);

    const std::chrono::seconds keepAlive = m->keepAlive.secondsFor(
        task.host, m->admission.limiter().interval(task.host), m->admission.inFlight(task.host), now);
    Transfer::Order order;
    order.id = task.id;
    order.request = buildRequest(
        task, request.userAgent.trimmed().isEmpty() ? m->userAgent : request.userAgent, keepAlive);
    if (m->tls)
        order.request.setSslConfiguration(*m->tls);
    order.method = task.method;
    order.form = request.isAskedOnce() ? request.form : request.question;
    order.maxBody = request.maxBody;
    order.keepBody = request.keepBody;
    order.acceptPartial = request.acceptPartial;
    order.toFile = request.toFile;
    order.wantsBody = request.wantsBody;
    order.ownTarget = task.visited.last().ownTarget();
    order.host = task.host;
    order.origin = Origin(task.host, task.url().scheme() == "https"_L1);
    order.use = std::move(use);
    order.login = m->admission.logins().apply(order.use.proxy, order.use.key);
    const bool hasLogin = !order.use.proxy.user().isEmpty() || !order.use.proxy.password().isEmpty();
    const Lane::Login login = hasLogin ? Lane::Login(order.use.key, order.login) : Lane::Login();
    if (hasLogin && m->admission.logins().isBasic(order.use.key, order.login))
        sendLoginAtOnce(order);
    Lane &lane =
        m->lanes.take(request.tls, order.use.key, login, order.origin, !m->keepAlive.keeps(task.host));
    task.transfer = new Transfer(m_clock, std::move(order), this);
    connect(task.transfer, &Transfer::sent, this, &Engine::onSent);
    connect(task.transfer, &Transfer::ended, this, &Engine::onEnded);
    m->guard.add(task.transfer);
    task.transfer->take(lane);
    m->deadlines.set(task.id, task.deadline());
    if (std::exchange(task.isStranger, false) && task.transfer->order().use.key.isDirect())
        m->strangers.identify(*task.transfer, m->userAgent, request.timeout);
    else if (mustGreet(task.transfer->order(), m->admission.logins()))
        greet(*task.transfer, request.timeout);
    else
        task.transfer->start();
}

void Engine::greet(Transfer &transfer, std::chrono::milliseconds timeout)
{
    ProbeOrder order = greetingOf(transfer.order());
    order.timeout = timeout;
    auto *probe = new ProxyProbe(m_clock, std::move(order), &transfer);
    connect(probe, &ProxyProbe::done, &transfer, [this, &transfer](const ProbeAnswer &answer) {
        if (answer.fault == ProxyFault::LoginNeeded || answer.fault == ProxyFault::LoginRefused) {
            transfer.refuseLogin(answer.headers);
            return;
        }
        if (answer.fault == ProxyFault::None)
            m->admission.logins().setWelcome(transfer.order().use.key, transfer.order().login, true);
        transfer.start();
    });
    probe->start();
}

void Engine::onSent(Transfer *transfer)
{
    const Transfer::Order &order = transfer->order();
    m->admission.sent(order.host, order.use.key, transfer->times().sent);
    if (m->admission.limiter().interval(order.host) > 0ns && m->admission.queues().queued(order.host) > 0)
        processSoon();
}

void Engine::onEnded(Transfer *transfer)
{
    const Transfer::Order &order = transfer->order();
    const Transfer::Times &times = transfer->times();
    Task &task = *m->requests.find(order.id);
    Ending ending = transfer->takeEnding();
    task.fetch->setCertificate(ending.certificate);
    if (ending.reason == Reason::None && !order.use.key.isDirect())
        hearProxy(ending);
    // A proxy that has carried something means the origin when it does not open a tunnel.
    if (ending.isTunnelRefused && m->admission.hasWorked(order.use.key)) {
        ending.reason = Reason::Network;
        ending.isProxysWord = true;
    }
    if (ending.reason == Reason::CredentialsNeeded)
        m->admission.logins().setWelcome(order.use.key, order.login, false);
    if (ending.spoilsConnection)
        transfer->lane().retired = true;
    m->guard.remove(transfer);
    m->deadlines.remove(task.id);
    m->lanes.release(transfer->lane(), order.use.key, order.origin, times.done);
    m->admission.release(order.host, order.use.key, times.sent > 0);
    m->ledger.received(task.attempt.run, ending.received);
    task.transfer = nullptr;
    task.endAttempt(times, ending);
    // It is in the middle of a signal.
    m->endedTransfers.emplace_back(transfer);
    processSoon();
    if (ending.reason == Reason::Cancelled || ending.reason == Reason::ShutDown) {
        m->endings.afterCancelled(task, *transfer);
        m->log.add(task.attempt);
        return;
    }
    if (m->broken.isNeighbour(*transfer, ending) && ++task.restarts <= MostRestarts) {
        m->endings.afterCancelled(task, *transfer);
        m->log.add(task.attempt);
        --task.charged;
        enqueue(task, true);
        return;
    }
    if (m->strangers.isOne(*transfer, ending) && task.method == Method::Get) {
        task.isStranger = true;
        // To know what it is, it is asked once more even if that were one too many.
        if (task.charged > task.request().retries)
            --task.charged;
    }
    proceed(task, m->endings.afterAttempt(task, *transfer, std::move(ending)));
}

void Engine::proceed(Task &task, const NextStep &step)
{
    // Reading may still say that the attempt was bad.
    if (step.action != NextStep::Action::Read)
        m->log.add(task.attempt);
    switch (step.action) {
    case NextStep::Action::Read:
        read(task);
        return;
    case NextStep::Action::Fail:
        finish(task, std::unexpected(step.error));
        return;
    case NextStep::Action::Retry:
        retry(task, step.wait);
        return;
    case NextStep::Action::Follow:
        follow(task, step.target);
        return;
    case NextStep::Action::AskWithGet:
        task.method = Method::Get;
        enqueue(task, true);
        return;
    case NextStep::Action::WaitForLogin:
        enqueue(task, true);
        if (!step.asks.isEmpty())
            Q_EMIT proxyLoginWanted(step.asks, step.wasWrong);
        return;
    }
}

void Engine::read(Task &task)
{
    const Reader &reader = task.request().read;
    task.stage = Task::Stage::Reading;
    if (!reader)
        onRead(task.id, {});
    else if (task.response.body.size() <= SmallBody)
        onRead(task.id, reader(task.response));
    else
        m->readings.run(task.id, reader, task.response);
}

void Engine::onRead(Id id, Reading reading)
{
    Task *task = m->requests.find(id);
    if (!task || task->stage != Task::Stage::Reading)
        return;
    if (reading.refused)
        m->endings.proxyRefused(*task);
    const int status = task->response.status;
    const bool mayRepeat =
        task->method == Method::Get || (task->method == Method::Post && !task->request().isAskedOnce());
    const bool counts = mayRepeat && status >= 200 && status < 300;
    if (counts && reading.fault.reason != Reason::None) {
        reading.fault.status = status;
        task->attempt.reason = reading.fault.reason;
        proceed(*task, m->endings.afterReading(*task, reading.fault));
        return;
    }
    m->log.add(task->attempt);
    task->content = std::move(reading.content);
    finish(*task, std::move(task->response));
}

void Engine::follow(Task &task, const Address &target)
{
    task.leftOrigin = task.leftOrigin || !(Origin(target.url()) == Origin(task.request().url));
    m->requests.moveTo(task, target);
    enqueue(task, true);
}

void Engine::retry(Task &task, std::chrono::nanoseconds wait)
{
    ++task.number;
    task.isLast = task.charged > 0 && !m->admission.health().mayRetryNow(task.host);
    task.stage = Task::Stage::Delayed;
    task.pausedSince = m_clock.now();
    m->delayed.set(task.id, nsOf(task.pausedSince + wait));
    processSoon();
}

void Engine::finish(Task &task, Result<Response> result)
{
    m->requests.finish(task, std::move(result));
    processSoon();
}

void Engine::cancelTask(Id id, Reason reason)
{
    Task *task = m->requests.find(id);
    if (!task || task->stage == Task::Stage::Over)
        return;
    takeBack(*task, reason);
    finish(*task, fail(reason));
}

void Engine::takeBack(Task &task, Reason reason)
{
    m->admission.queues().remove(task.id);
    m->delayed.remove(task.id);
    if (task.stage == Task::Stage::Reading)
        m->log.add(task.attempt);
    if (task.transfer)
        task.transfer->abort(reason);
}

void Engine::abandon(Id id)
{
    Task *task = m->requests.find(id);
    if (!task)
        return;
    if (task->stage != Task::Stage::Over)
        takeBack(*task, Reason::Cancelled);
    m->requests.abandon(id);
    processSoon();
}

void Engine::setPace(const Pace &pace)
{
    m->admission.setPace(pace);
    processSoon();
}

void Engine::setUserAgent(const QByteArray &userAgent)
{
    const QByteArray given = userAgent.trimmed();
    m->userAgent = given.isEmpty() ? QByteArray("Linnet/" LINNET_VERSION) : given;
}

void Engine::setHostInterval(const HostKey &host, std::chrono::nanoseconds interval)
{
    m->admission.limiter().setHostInterval(host, interval);
    m->admission.queues().wake(host);
    processSoon();
}

Result<int> Engine::setCaFile(const QString &path)
{
    m->tls.reset();
    // Connections made under other rules must not be used again.
    m->lanes.retire();
    if (path.isEmpty())
        return 0;
    const Result<QList<QSslCertificate>> certificates = certificatesIn(path);
    if (!certificates)
        return std::unexpected(certificates.error());
    m->tls = QSslConfiguration::defaultConfiguration();
    m->tls->addCaCertificates(*certificates);
    return int(certificates->size());
}

const std::optional<QSslConfiguration> &Engine::tls() const
{
    return m->tls;
}

void Engine::setOnline(bool online)
{
    m->admission.setOnline(online, m_clock.nowNs(), chance());
    processSoon();
}

void Engine::setAsksProxyLogins(bool asks)
{
    m->admission.logins().setAsking(asks);
}

void Engine::giveProxyLogin(const ProxyKey &proxy, const QString &user, const QString &password)
{
    m->admission.logins().give(proxy, user, password);
    proxyLoginChanged();
}

void Engine::refuseProxyLogin(const ProxyKey &proxy)
{
    m->admission.logins().refuse(proxy);
    proxyLoginChanged();
}

void Engine::proxyLoginChanged()
{
    m->admission.queues().wakeAll();
    processSoon();
}

void Engine::pause(RunId run)
{
    m->admission.queues().pauseRun(run);
}

void Engine::resume(RunId run)
{
    m->admission.queues().resumeRun(run);
    processSoon();
}

void Engine::cancel(RunId run)
{
    for (const Id id : m->requests.open(run))
        cancelTask(id, Reason::Cancelled);
}

void Engine::pauseHost(const HostKey &host)
{
    m->admission.queues().pauseHost(host);
    processSoon();
}

void Engine::resumeHost(const HostKey &host)
{
    m->admission.queues().resumeHost(host);
    processSoon();
}

void Engine::flushAttempts()
{
    m->log.flush();
}

RunStats Engine::stats(RunId run) const
{
    return m->ledger.of(run);
}

QList<HostState> Engine::hosts() const
{
    return m->admission.states(m_clock.nowNs());
}

HostState Engine::hostState(const HostKey &host) const
{
    return m->admission.state(host, m_clock.nowNs());
}

Moment Engine::readyAt(const HostKey &host, const ProxyKey &proxy, Moment now) const
{
    return momentAt(m->admission.readyAt(host, proxy, nsOf(now)));
}

QList<UnderWay> Engine::underWay(qsizetype most) const
{
    return UnderWayList(m->requests, m->admission).first(most, m_clock.nowNs());
}

int Engine::load(const HostKey &host) const
{
    return m->requests.load(host);
}

const Pace &Engine::pace() const
{
    return m->admission.pace();
}

void Engine::shutDown()
{
    m->shuttingDown = true;
    for (const Id id : m->requests.open())
        cancelTask(id, Reason::ShutDown);
    processSoon();
}

} // namespace linnet::net
