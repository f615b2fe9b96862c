// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/dispatcher.h"

#include "base/clock.h"
#include "net/origin.h"
#include "net/queue/adaptivepace.h"
#include "net/queue/rateadvice.h"

// What becomes of a request when one of its attempts has ended.

namespace linnet::net {

using namespace std::chrono_literals;

namespace {

/// Reading a smaller body takes less time than waking another thread for it.
constexpr qsizetype SmallBody = 1024;

} // namespace

void Dispatcher::closeAttempt(Task &task, const Transfer &transfer, Ending &ending)
{
    const Transfer::Order &order = transfer.order();
    const Transfer::Times &times = transfer.times();
    m_lanes.release(transfer.lane(), order.use.key, order.origin, times.done);
    m_admission.release(order.host, order.use.key, times.sent > 0);
    task.endAttempt(times, ending);
    m_ledger.received(task.attempt.run, ending.received);
    if (ending.reason == Reason::Cancelled || ending.reason == Reason::ShutDown) {
        m_selector.forRun(task.request().run).released(order.use.key);
        m_admission.toldNothing(order.host, order.use.key);
        return;
    }
    if (m_selector.forRun(task.request().run)
            .concluded(task.url(), order.use.key, {ending.reason, ending.status, ending.detail},
                       times.done - times.handedOver)) {
        spare(task, order, ending);
        return;
    }
    learn(task, order.use.key, ending);
}

/// The proxy's fault: the host is not blamed, and the request may try again through another one.
void Dispatcher::spare(Task &task, const Transfer::Order &order, Ending &ending)
{
    constexpr int MostProxies = 30;
    ending.reason = Reason::ProxyFailed;
    m_admission.toldNothing(order.host, order.use.key);
    if (++task.proxyFaults <= MostProxies)
        --task.charged;
}

void Dispatcher::learn(Task &task, const QString &proxy, const Ending &ending)
{
    const FailureStreak::Finding finding = m_admission.ended(
        {task.host, proxy, task.id, ending.reason, ending.status}, m_clock.nowNs(), chance());
    if (!finding.charge)
        --task.charged;
    for (const Id id : finding.refund) {
        if (Task *other = find(id); other && other->charged > 0)
            --other->charged;
    }
}

bool Dispatcher::waitForLogin(Task &task, const Transfer &transfer, const Ending &ending)
{
    if (ending.reason != Reason::CredentialsNeeded)
        return false;
    const QString &proxy = transfer.order().use.key;
    ProxyLogins &logins = m_admission.logins();
    const bool again = logins.wasWrong(proxy);
    const ProxyLogins::Answer answer = logins.turnedDown(proxy, transfer.order().login);
    if (answer == ProxyLogins::Answer::Refused)
        return false;
    m_log.add(task.attempt);
    --task.charged;
    enqueue(task, true);
    if (answer == ProxyLogins::Answer::Ask)
        Q_EMIT proxyLoginWanted(proxy, again);
    return true;
}

Verdict::Standing Dispatcher::standing(const Task &task) const
{
    return {task.request(), task.visited, task.charged, task.freeWaits, m_clock.utc(), chance(), false};
}

void Dispatcher::judge(Task &task, Ending ending)
{
    if (ending.reason != Reason::None) {
        Verdict::Standing now = standing(task);
        now.isStrange = ending.isStrange;
        Verdict verdict = Verdict::ofFault({ending.reason, ending.status, ending.detail}, now);
        if (verdict.action == Verdict::Action::Fail && task.request().acceptPartial && ending.status > 0) {
            task.keepAnswer(std::move(ending));
            verdict.action = Verdict::Action::Respond;
        } else {
            m_log.add(task.attempt);
        }
        apply(task, verdict);
        return;
    }
    task.keepAnswer(std::move(ending));
    const Verdict verdict = Verdict::ofAnswer(task.response, standing(task));
    if (verdict.action != Verdict::Action::Respond)
        m_log.add(task.attempt);
    const RateAdvice advice = RateAdvice::of(task.response, m_clock.utc());
    const qint64 now = m_clock.nowNs();
    if (advice.rest > 0ns)
        m_admission.rest(task.host, now + advice.rest.count());
    if (advice.interval > 0ns)
        m_admission.limiter().advise(task.host, advice.interval, now + advice.until.count());
    else if (m_admission.pace().adaptive)
        AdaptivePace::adjust(m_admission.limiter(), m_admission.pace(), task.host, task.response, now);
    if (verdict.rest > 0ns)
        m_admission.rest(task.host, now + verdict.rest.count());
    apply(task, verdict);
}

void Dispatcher::apply(Task &task, const Verdict &verdict)
{
    if (verdict.free) {
        --task.charged;
        ++task.freeWaits;
    }
    switch (verdict.action) {
    case Verdict::Action::Respond:
        if (!askWithGet(task))
            read(task);
        return;
    case Verdict::Action::Fail:
        finish(task, std::unexpected(verdict.error));
        return;
    case Verdict::Action::Retry:
        retry(task, verdict.wait.count());
        return;
    case Verdict::Action::Hop:
        --task.freeWaits;
        hop(task, verdict.target);
        return;
    }
}

bool Dispatcher::askWithGet(Task &task)
{
    const int status = task.response.status;
    const bool refused =
        status == 501 || (status >= 400 && status < 500 && status != 404 && status != 410 && status != 429);
    if (task.method != Method::Head || !task.request().fallBackToGet || !refused)
        return false;
    task.method = Method::Get;
    --task.charged;
    m_log.add(task.attempt);
    enqueue(task, true);
    return true;
}

void Dispatcher::read(Task &task)
{
    const Reader &reader = task.request().read;
    task.stage = Task::Stage::Reading;
    if (!reader)
        onRead(task.id, {});
    else if (task.response.body.size() <= SmallBody)
        onRead(task.id, reader(task.response));
    else
        m_readings.run(task.id, reader, task.response);
}

void Dispatcher::hop(Task &task, const QUrl &target)
{
    task.leftOrigin = task.leftOrigin || !(Origin(target) == Origin(task.request().url));
    moveTo(task, target);
    enqueue(task, true);
}

void Dispatcher::retry(Task &task, qint64 waitNs)
{
    ++task.number;
    task.isLast = task.charged > 0 && !m_admission.health().mayRetryNow(task.host);
    task.stage = Task::Stage::Delayed;
    task.pausedSinceNs = m_clock.nowNs();
    m_delayed.set(task.id, task.pausedSinceNs + waitNs);
    nudge();
}

} // namespace linnet::net
