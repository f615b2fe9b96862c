// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/endings.h"

#include "base/clock.h"
#include "net/queue/adaptivepace.h"
#include "net/queue/rateadvice.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace linnet::net {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As Qt reads it: it looks at the beginning of each field only.
bool isDigest(const QByteArray &offered)
{
    if (!offered.startsWith("digest"))
        return false;
    for (qsizetype at = offered.indexOf("algorithm"); at >= 0; at = offered.indexOf("algorithm", at + 1)) {
        QByteArrayView value = QByteArrayView(offered).sliced(at + 9).trimmed();
        if (!value.startsWith('='))
            continue;
        value = value.sliced(1).trimmed();
        if (!value.startsWith("md5") && !value.startsWith("\"md5"))
            return false;
    }
    return true;
}

bool isBasic(const QByteArray &offered)
{
    static const QRegularExpression scheme(u"(^|,)\\s*basic(\\s|,|$)"_s);
    return QString::fromLatin1(offered).contains(scheme);
}

/// A proxy that offers Digest and no Basic. Any other is not left to Qt, which goes on with NTLM for ever.
bool wantsDigest(const HeaderFields &headers)
{
    bool digest = false;
    for (const auto &[name, value] : headers) {
        if (name.compare("Proxy-Authenticate", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray offered = value.toLower();
        if (isBasic(offered))
            return false;
        digest = digest || isDigest(offered);
    }
    return digest;
}

constexpr int TooManyRequests = 429;

/// Attempts that failed to their proxy and were not charged; more than so many are.
constexpr int MostProxies = 30;

} // namespace

Endings::Endings(const Clock &clock, ProxySelector &selector, Admission &admission, const Requests &requests)
    : m_clock(clock)
    , m_selector(selector)
    , m_admission(admission)
    , m_requests(requests)
{
}

NextStep Endings::afterAttempt(Task &task, const Transfer &transfer, Ending ending)
{
    if (auto step = leaveToDigest(task, transfer, ending))
        return *std::move(step);
    learn(task, transfer, ending);
    if (auto step = waitForLogin(task, transfer, ending))
        return *std::move(step);
    return ending.reason == Reason::None ? afterAnswer(task, std::move(ending))
                                         : afterFault(task, std::move(ending));
}

void Endings::afterCancelled(const Task &task, const Transfer &transfer)
{
    const Transfer::Order &order = transfer.order();
    m_selector.forRun(task.request().run).released(order.use.key);
    m_admission.withdrawn(order.host, order.use.key);
}

void Endings::learn(Task &task, const Transfer &transfer, Ending &ending)
{
    const Transfer::Order &order = transfer.order();
    const std::chrono::nanoseconds took(transfer.times().done - transfer.times().handedOver);
    const Error outcome{ending.reason, ending.status, ending.detail};
    ProxySelector &selector = m_selector.forRun(task.request().run);
    const bool isProxysFault = ending.isDenied ? selector.denied(task.url(), order.use.key)
                               : ending.isProxysWord
                                   ? selector.originFailed(task.url(), order.use.key)
                                   : selector.attemptEnded(task.url(), order.use.key, outcome, took);
    if (!isProxysFault) {
        chargeByHealth(task, order.use.key, ending);
        return;
    }
    // The proxy's fault: the host is not blamed, and the request may try again through another one.
    ending.reason = Reason::ProxyFailed;
    ending.isDenied = false;
    m_admission.withdrawn(order.host, order.use.key);
    if (++task.proxyFaults <= MostProxies)
        --task.charged;
}

void Endings::chargeByHealth(Task &task, const ProxyKey &proxy, const Ending &ending)
{
    const FailureStreak::Finding finding =
        m_admission.ended({task.host, proxy, task.id, ending.reason, ending.status, ending.isProxysWord},
                          m_clock.nowNs(), chance());
    if (!finding.charge)
        --task.charged;
    for (const Requests::Id id : finding.refund) {
        if (Task *other = m_requests.find(id); other && other->charged > 0)
            --other->charged;
    }
}

/// It has said nothing yet about the proxy, nor about the host.
std::optional<NextStep> Endings::leaveToDigest(Task &task, const Transfer &transfer, const Ending &ending)
{
    const Transfer::Order &order = transfer.order();
    if (ending.reason != Reason::CredentialsNeeded || !order.hasSentBasic || !wantsDigest(ending.headers))
        return std::nullopt;
    m_admission.logins().setNotBasic(order.use.key, order.login);
    afterCancelled(task, transfer);
    --task.charged;
    return NextStep{.action = NextStep::Action::Retry};
}

std::optional<NextStep> Endings::waitForLogin(Task &task, const Transfer &transfer, const Ending &ending)
{
    if (ending.reason != Reason::CredentialsNeeded)
        return std::nullopt;
    const ProxyKey &proxy = transfer.order().use.key;
    ProxyLogins &logins = m_admission.logins();
    const bool wasWrong = logins.wasWrong(proxy);
    const ProxyLogins::Answer answer = logins.turnedDown(proxy, transfer.order().login);
    if (answer == ProxyLogins::Answer::Refused)
        return std::nullopt;
    --task.charged;
    NextStep step{.action = NextStep::Action::WaitForLogin};
    if (answer == ProxyLogins::Answer::Ask)
        step.asks = proxy;
    step.wasWrong = wasWrong;
    return step;
}

NextStep Endings::afterFault(Task &task, Ending ending)
{
    const bool isHeard = task.attempt.sent > Moment() && !ending.isProxysWord;
    if (isQuestion(task) && isHeard && ending.reason != Reason::ProxyFailed)
        return askWithGet(task);
    Verdict::Standing now = standing(task);
    now.isStrange = ending.isStrange;
    now.isDenied = ending.isDenied;
    const Verdict verdict = Verdict::ofFault({ending.reason, ending.status, ending.detail}, now);
    if (verdict.action == Verdict::Action::Fail && task.request().acceptPartial && ending.status > 0) {
        task.keepAnswer(std::move(ending));
        return respond(task);
    }
    return stepOf(task, verdict);
}

NextStep Endings::afterAnswer(Task &task, Ending ending)
{
    task.keepAnswer(std::move(ending));
    const Verdict verdict = Verdict::ofAnswer(task.response, standing(task));
    heedAdvice(task);
    if (verdict.rest > 0ns)
        m_admission.rest(task.host, m_clock.nowNs() + verdict.rest.count());
    else if (isQuestion(task) && task.response.status >= 400 && task.response.status != TooManyRequests)
        return askWithGet(task);
    return stepOf(task, verdict);
}

void Endings::heedAdvice(const Task &task)
{
    const RateAdvice advice = RateAdvice::of(task.response, m_clock.utc());
    const qint64 now = m_clock.nowNs();
    if (advice.rest > 0ns)
        m_admission.rest(task.host, now + advice.rest.count());
    if (advice.interval > 0ns)
        m_admission.limiter().advise(task.host, advice.interval, now + advice.until.count());
    else if (m_admission.pace().adaptive)
        AdaptivePace::adjust(m_admission.limiter(), m_admission.pace(), task.host, task.response, now);
}

NextStep Endings::afterReading(Task &task, const Error &fault)
{
    return stepOf(task, Verdict::ofFault(fault, standing(task)));
}

void Endings::proxyRefused(const Task &task)
{
    m_admission.limiter().refuseScaling(task.host);
    m_selector.forRun(task.request().run).refused(task.url(), task.attempt.proxy);
}

NextStep Endings::stepOf(Task &task, const Verdict &verdict)
{
    if (verdict.free) {
        --task.charged;
        ++task.freeWaits;
    }
    switch (verdict.action) {
    case Verdict::Action::Respond:
        return respond(task);
    case Verdict::Action::Fail:
        return {.action = NextStep::Action::Fail, .error = verdict.error};
    case Verdict::Action::Retry:
        return {.action = NextStep::Action::Retry, .wait = verdict.wait};
    case Verdict::Action::Follow:
        --task.freeWaits; // a redirect is no answer with a Retry-After
        return {.action = NextStep::Action::Follow, .target = verdict.target};
    }
    Q_UNREACHABLE();
}

NextStep Endings::respond(Task &task)
{
    const int status = task.response.status;
    if (isQuestion(task) && status >= 400 && status != TooManyRequests)
        return askWithGet(task);
    return {.action = NextStep::Action::Read};
}

bool Endings::isQuestion(const Task &task)
{
    return task.method == Method::Head && task.request().fallBackToGet;
}

NextStep Endings::askWithGet(Task &task)
{
    task.charged = std::max(0, task.charged - 1);
    return {.action = NextStep::Action::AskWithGet};
}

Verdict::Standing Endings::standing(const Task &task) const
{
    return {task.request(), task.visited, task.charged, task.freeWaits, m_clock.utc(), chance()};
}

double Endings::chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace linnet::net
