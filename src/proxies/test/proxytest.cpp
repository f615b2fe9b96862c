// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/test/proxytest.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace linnet::proxies {

using net::ProxyFault;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// After these nothing else would go better; after others a tunnel may.
bool isFinal(ProxyFault fault)
{
    return fault != ProxyFault::Forbidden && fault != ProxyFault::HttpStatus &&
           fault != ProxyFault::TargetFailed;
}

/// How often a tunnel by Qt may fail.
constexpr int MostUses = 2;

/// The proxy speaks otherwise than Qt expects; others come and go.
bool isOfProtocol(ProxyFault fault)
{
    switch (fault) {
    case ProxyFault::Unsupported:
    case ProxyFault::Timeout:
    case ProxyFault::Reset:
    case ProxyFault::Garbage:
    case ProxyFault::LoginNeeded:
    case ProxyFault::LoginRefused:
        return true;
    default:
        return false;
    }
}

double seconds(const std::vector<qint64> &sorted, double share)
{
    const size_t rank = size_t(std::ceil(share * double(sorted.size())));
    const double ns = double(sorted[std::clamp<size_t>(rank, 1, sorted.size()) - 1]);
    // In tenths of a millisecond; what was measured is never nothing.
    return std::max(1.0, std::round(ns / 1e5)) / 1e4;
}

} // namespace

ProxyTest::ProxyTest(const Clock &clock, const TestRules &rules, Proxy proxy, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_rules(rules)
    , m_proxy(std::move(proxy))
{
}

void ProxyTest::start()
{
    if (!m_proxy.isSupported()) {
        m_result.fault = ProxyFault::Unsupported;
        QMetaObject::invokeMethod(this, &ProxyTest::end, Qt::QueuedConnection);
        return;
    }
    next(Step::Plain);
}

/// Takes the first step from here on that makes sense.
void ProxyTest::next(Step step)
{
    m_step = step;
    const bool socks = m_proxy.scheme == ProxyScheme::Socks5;
    if (m_step == Step::Plain) {
        if (m_rules.plain && !socks) {
            ask(*m_rules.plain, false);
            return;
        }
        m_step = Step::Tunnel;
    }
    if (m_step == Step::Tunnel) {
        // The secure judge tests the tunnel as well, and on the port that proxies open tunnels to.
        if (m_rules.plain && (socks || !m_rules.secure)) {
            ask(*m_rules.plain, true);
            return;
        }
        m_step = Step::Secure;
    }
    if (m_step == Step::Secure) {
        if (m_rules.secure) {
            ask(*m_rules.secure, true);
            return;
        }
        m_step = Step::Use;
    }
    if (m_step == Step::Use) {
        if (m_tunnelJudge) {
            use();
            return;
        }
        m_step = Step::Sample;
    }
    if (m_result.alive && int(m_times.size()) < m_rules.samples) {
        const bool plain = m_result.http.value_or(false) || (socks && m_rules.plain);
        ask(plain ? *m_rules.plain : m_rules.secure ? *m_rules.secure : *m_rules.plain, !plain || socks);
        return;
    }
    end();
}

/// Qt is stricter than a reader by hand: it takes no reply of SOCKS with a name in it, and no 201 to CONNECT.
void ProxyTest::use()
{
    ++m_uses;
    net::ProbeOrder order = orderFor(*m_tunnelJudge);
    order.byQt = true;
    // With SOCKS it is one of those that latency is measured with.
    order.tunnelOnly = m_proxy.scheme != ProxyScheme::Socks5 || int(m_times.size()) >= m_rules.samples;
    constexpr std::chrono::milliseconds Patience = 5s;
    const qint64 slowest = m_times.empty() ? 0 : *std::ranges::max_element(m_times);
    order.timeout =
        std::min(m_rules.timeout, std::max(Patience, std::chrono::milliseconds(slowest / 200'000)));
    ask(std::move(order));
}

void ProxyTest::ask(const TestRules::Judge &judge, bool tunnel)
{
    net::ProbeOrder order = orderFor(judge);
    order.tunnel = tunnel;
    ask(std::move(order));
}

net::ProbeOrder ProxyTest::orderFor(const TestRules::Judge &judge)
{
    m_judge = &judge;
    m_marker = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    net::ProbeOrder order;
    order.proxy = m_proxy.use().proxy;
    order.url = JudgeAnswer::marked(judge.url, m_marker);
    order.headers = {
        {"User-Agent", m_rules.userAgent}, {"Accept", "*/*"}, {JudgeAnswer::MarkerHeader, m_marker}};
    order.timeout = m_rules.timeout;
    order.tls = m_rules.tls;
    order.gated = true;
    return order;
}

void ProxyTest::ask(net::ProbeOrder order)
{
    const bool reachesJudge = !order.tunnelOnly;
    // The one before may be in the middle of its signal.
    if (m_probe)
        m_probe.release()->deleteLater();
    m_probe = std::make_unique<net::ProxyProbe>(m_clock, std::move(order), nullptr);
    connect(m_probe.get(), &net::ProxyProbe::connected, this, [this, reachesJudge] {
        m_result.requests += reachesJudge ? 1 : 0;
        Q_EMIT wantsJudge(m_probe.get());
    });
    connect(m_probe.get(), &net::ProxyProbe::done, this, &ProxyTest::onAnswer);
    m_probe->start();
}

void ProxyTest::onAnswer(const net::ProbeAnswer &answer)
{
    m_result.bytes += answer.body.size();
    if (answer.fault != ProxyFault::None)
        onFault(answer.fault, answer.detail, answer.tunnelled);
    else if (m_step == Step::Use && answer.status == 0)
        next(Step::Sample);
    else
        judge(answer);
}

void ProxyTest::judge(const net::ProbeAnswer &answer)
{
    const JudgeAnswer seen = JudgeAnswer::read(answer.body, m_marker, m_judge->baseline);
    if (seen.fault != ProxyFault::None)
        onFault(seen.fault, {}, answer.tunnelled);
    else
        onGood(seen, answer.total.count());
}

void ProxyTest::onGood(const JudgeAnswer &seen, qint64 tookNs)
{
    const bool first = !m_result.alive;
    m_result.alive = true;
    // What a plain request shows counts: a tunnel shows nothing but the exit address.
    if (first) {
        m_result.exitAddress = seen.exitAddress;
        m_result.anonymity = seen.anonymity(m_judge->baseline);
    }
    switch (m_step) {
    case Step::Plain:
        m_result.http = true;
        m_times.push_back(tookNs);
        next(Step::Tunnel);
        return;
    case Step::Tunnel:
        m_result.tunnel = true;
        m_tunnelJudge = m_judge;
        if (!m_result.http.value_or(false))
            m_times.push_back(tookNs);
        next(Step::Secure);
        return;
    case Step::Secure:
        m_result.tunnel = m_result.tls = true;
        m_tunnelJudge = m_judge;
        if (m_times.empty())
            m_times.push_back(tookNs);
        next(Step::Use);
        return;
    case Step::Use:
    case Step::Sample:
        m_times.push_back(tookNs);
        next(Step::Sample);
        return;
    }
}

void ProxyTest::onFault(ProxyFault fault, const QString &detail, bool tunnelled)
{
    if (m_step == Step::Use) {
        onUseless(fault, detail);
        return;
    }
    const bool toldBefore = m_result.fault != ProxyFault::None;
    if (!toldBefore) {
        m_result.fault = fault;
        m_result.detail = detail;
    }
    switch (m_step) {
    case Step::Plain:
        m_result.http = false;
        if (isFinal(fault))
            end();
        else
            next(Step::Tunnel);
        return;
    case Step::Tunnel:
        m_result.tunnel = tunnelled;
        if (!m_result.alive && isFinal(fault))
            end();
        else
            next(Step::Secure);
        return;
    case Step::Secure:
        m_result.tunnel = m_result.tunnel.value_or(false) || tunnelled;
        m_result.tls = tunnelled ? std::optional(false) : std::nullopt;
        next(Step::Use);
        return;
    case Step::Use:
        Q_UNREACHABLE();
    case Step::Sample:
        // It worked before, and one miss in so few says something too.
        end();
        return;
    }
}

/// A tunnel opened by hand worked, Qt's does not.
void ProxyTest::onUseless(ProxyFault fault, const QString &detail)
{
    if (m_uses < MostUses) {
        next(Step::Use);
        return;
    }
    if (!isOfProtocol(fault)) {
        next(Step::Sample);
        return;
    }
    m_result.tunnel = false;
    m_result.alive = m_result.http.value_or(false);
    const bool endangers = m_result.fault == ProxyFault::Tls || m_result.fault == ProxyFault::Changed;
    if (!m_result.alive || !endangers) {
        m_result.fault = ProxyFault::Unsupported;
        const QString why = detail.isEmpty() ? QString(net::proxyFaultCode(fault)) : detail;
        m_result.detail = u"its tunnels cannot be used here: "_s + why;
    }
    next(Step::Sample);
}

void ProxyTest::end()
{
    // Of a live proxy only what endangers its user, or cannot be used, is worth a warning.
    const bool warning = m_result.fault == ProxyFault::Tls || m_result.fault == ProxyFault::Changed ||
                         m_result.fault == ProxyFault::Unsupported;
    if (m_result.alive && !warning)
        m_result.fault = ProxyFault::None;
    if (!m_times.empty()) {
        std::ranges::sort(m_times);
        m_result.latency = seconds(m_times, 0.5);
        m_result.latencyP95 = seconds(m_times, 0.95);
    }
    if (m_probe)
        m_probe.release()->deleteLater();
    Q_EMIT done(m_result);
}

} // namespace linnet::proxies
