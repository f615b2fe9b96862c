// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/test/proxytest.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace linnet::proxies {

using net::ProxyFault;

namespace {

/// After these nothing else would go better; after others a tunnel may.
bool isFinal(ProxyFault fault)
{
    return fault != ProxyFault::Forbidden && fault != ProxyFault::HttpStatus &&
           fault != ProxyFault::TargetFailed;
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
        m_step = Step::Sample;
    }
    if (m_result.alive && int(m_times.size()) < m_rules.samples) {
        const bool plain = m_result.http.value_or(false) || (socks && m_rules.plain);
        ask(plain ? *m_rules.plain : m_rules.secure ? *m_rules.secure : *m_rules.plain, !plain || socks);
        return;
    }
    end();
}

void ProxyTest::ask(const TestRules::Judge &judge, bool tunnel)
{
    m_judge = &judge;
    m_marker = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    net::ProbeOrder order;
    order.proxy = m_proxy.use().proxy;
    order.url = JudgeAnswer::marked(judge.url, m_marker);
    order.headers = {
        {"User-Agent", m_rules.userAgent}, {"Accept", "*/*"}, {JudgeAnswer::MarkerHeader, m_marker}};
    order.tunnel = tunnel;
    order.timeout = m_rules.timeout;
    order.tls = m_rules.tls;
    order.gated = true;
    // The one before may be in the middle of its signal.
    if (m_probe)
        m_probe.release()->deleteLater();
    m_probe = std::make_unique<net::ProxyProbe>(m_clock, std::move(order), nullptr);
    connect(m_probe.get(), &net::ProxyProbe::connected, this, [this] {
        ++m_result.requests;
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
        if (!m_result.http.value_or(false))
            m_times.push_back(tookNs);
        next(Step::Secure);
        return;
    case Step::Secure:
        m_result.tunnel = m_result.tls = true;
        if (m_times.empty())
            m_times.push_back(tookNs);
        next(Step::Sample);
        return;
    case Step::Sample:
        m_times.push_back(tookNs);
        next(Step::Sample);
        return;
    }
}

void ProxyTest::onFault(ProxyFault fault, const QString &detail, bool tunnelled)
{
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
        next(Step::Sample);
        return;
    case Step::Sample:
        // It worked before, and one miss in so few says something too.
        end();
        return;
    }
}

void ProxyTest::end()
{
    // Of a live proxy only what endangers its user is worth a warning.
    const bool warning = m_result.fault == ProxyFault::Tls || m_result.fault == ProxyFault::Changed;
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
