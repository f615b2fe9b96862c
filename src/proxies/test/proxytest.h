// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/probe/proxyprobe.h"
#include "proxies/proxy.h"
#include "proxies/test/judgeanswer.h"

#include <memory>

namespace linnet::proxies {

/// What proxies are asked to carry, and what the judges said without one.
struct TestRules
{
    struct Judge
    {
        QUrl url;
        JudgeAnswer baseline;
    };
    std::optional<Judge> plain;  ///< http
    std::optional<Judge> secure; ///< https
    int samples = 5;             ///< requests that latency is measured with
    std::chrono::milliseconds timeout{30'000};
    QByteArray userAgent;
    std::optional<QSslConfiguration> tls;
};

/// How a proxy did.
struct TestResult
{
    net::ProxyFault fault = net::ProxyFault::None; ///< why it is dead; of a live one a warning
    bool alive = false;
    QString detail;
    std::optional<bool> http;   ///< passes plain requests on
    std::optional<bool> tunnel; ///< opens tunnels
    std::optional<bool> tls;    ///< certificates come through unchanged
    QString exitAddress;
    Anonymity anonymity = Anonymity::Unknown;
    double latency = 0;    ///< seconds, median; 0 = unknown
    double latencyP95 = 0; ///< seconds
    int requests = 0;      ///< sent
    qint64 bytes = 0;
};

/// Tests one proxy: a plain request, a tunnel, TLS through it, all by hand; then a tunnel opened by Qt, as
/// requests are sent; then as many as latency needs. A dead one costs one timeout. One done(); its deletion
/// ends it silently.
class ProxyTest : public QObject
{
    Q_OBJECT

public:
    ProxyTest(const Clock &clock, const TestRules &rules, Proxy proxy, QObject *parent);

    void start();

Q_SIGNALS:
    /// The proxy is connected and the judge is next: go on with probe->proceed() when its turn has come.
    void wantsJudge(linnet::net::ProxyProbe *probe);
    void done(const linnet::proxies::TestResult &result);

private:
    enum class Step : quint8
    {
        Plain,
        Tunnel,
        Secure,
        Use,
        Sample,
    };

    void next(Step step);
    void use();
    void ask(const TestRules::Judge &judge, bool tunnel);
    void ask(net::ProbeOrder order);
    net::ProbeOrder orderFor(const TestRules::Judge &judge);
    void onAnswer(const net::ProbeAnswer &answer);
    void judge(const net::ProbeAnswer &answer);
    void onGood(const JudgeAnswer &seen, qint64 tookNs);
    void onFault(net::ProxyFault fault, const QString &detail, bool tunnelled);
    void onUseless(net::ProxyFault fault, const QString &detail);
    void end();

    const Clock &m_clock;
    const TestRules &m_rules;
    Proxy m_proxy;
    Step m_step = Step::Plain;
    const TestRules::Judge *m_judge = nullptr;
    const TestRules::Judge *m_tunnelJudge = nullptr; ///< reached through a tunnel opened by hand
    int m_uses = 0;                                  ///< tunnels that Qt was to open
    QByteArray m_marker;
    std::unique_ptr<net::ProxyProbe> m_probe;
    TestResult m_result;
    std::vector<qint64> m_times;
};

} // namespace linnet::proxies
