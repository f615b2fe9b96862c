// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "net/probe/proxyprobe.h"

#include "support/faultserver.h"
#include "support/practice.h"
#include "support/realproxy.h"
#include "support/socksstub.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(linnet::net::ProxyFault)
Q_DECLARE_METATYPE(linnet::test::RealProxy::Setup)

namespace {

QNetworkProxy proxyAt(const QString &address)
{
    const QUrl url(address);
    const auto type = url.scheme() == u"socks5" ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, url.host(), quint16(url.port()), url.userName(), url.password()};
}

ProbeOrder orderFor(const QString &proxy, const QUrl &url, bool tunnel = false)
{
    ProbeOrder order;
    order.proxy = proxyAt(proxy);
    order.url = url;
    order.tunnel = tunnel;
    order.timeout = 20s;
    return order;
}

ProbeAnswer ask(ProbeOrder order)
{
    SystemClock clock;
    ProxyProbe probe(clock, std::move(order), nullptr);
    ProbeAnswer answer;
    answer.fault = ProxyFault::Changed;
    bool done = false;
    QObject::connect(&probe, &ProxyProbe::done, &probe, [&](const ProbeAnswer &got) {
        answer = got;
        done = true;
    });
    probe.start();
    if (!QTest::qWaitFor([&] { return done; }, 30'000))
        qWarning("no answer");
    return answer;
}

} // namespace

/// Against a server that misbehaves as told, and against real proxies where they are installed.
class TestProxyProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void refused();
    void unknownName();
    void socksFaults_data();
    void socksFaults();
    void sendsLoginToTheProxyOnly();
    void namesInOtherLetters();
    void gate();
    void realProxies_data();
    void realProxies();
};

void TestProxyProbe::faults_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("tunnel");
    QTest::addColumn<ProxyFault>("fault");
    QTest::addColumn<int>("status");
    using End = Answer::End;
    const Answer wantsLogin = Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
    for (const bool tunnel : {false, true}) {
        const auto row = [&](const char *name, const Answer &answer, ProxyFault fault, int status) {
            QTest::addRow("%s, %s", name, tunnel ? "CONNECT" : "GET") << answer << tunnel << fault << status;
        };
        row("407", wantsLogin, ProxyFault::LoginNeeded, 407);
        row("403", Answer::status(403), ProxyFault::Forbidden, 403);
        row("502", Answer::status(502), ProxyFault::TargetFailed, 502);
        row("302", Answer::redirect("http://elsewhere.invalid/"), ProxyFault::HttpStatus, 302);
        row("429", Answer::status(429), ProxyFault::HttpStatus, 429);
        row("garbage", Answer::raw("SSH-2.0-OpenSSH_9.2\r\n", End::Hang), ProxyFault::Garbage, 0);
        row("silence", Answer::raw({}, End::Hang), ProxyFault::Timeout, 0);
        row("reset", Answer::raw({}, End::Reset), ProxyFault::Reset, 0);
        row("closed", Answer::raw({}, End::Close), ProxyFault::Reset, 0);
        row("half a head", Answer::raw("HTTP/1.1 200 OK\r\nContent-", End::Close), ProxyFault::Reset, 0);
        row("trickle",
            Answer{{}, 0, End::Trickle, QByteArray(1000, 'x').prepend("HTTP/1.1 200 OK\r\nA: "), 100},
            ProxyFault::Timeout, 0);
    }
    QTest::newRow("half a body") << Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
                                                End::Close)
                                 << false << ProxyFault::Reset << 200;
    QTest::newRow("endless head") << Answer{"HTTP/1.1 200 OK\r\n", 0, End::Endless, "A: b\r\n", 0} << false
                                  << ProxyFault::TooLarge << 0;
    QTest::newRow("endless body") << Answer{"HTTP/1.1 200 OK\r\n\r\n", 0, End::Endless, QByteArray(1000, 'x'),
                                            0}
                                  << false << ProxyFault::TooLarge << 200;
    QTest::newRow("huge body") << Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", End::Hang)
                               << false << ProxyFault::TooLarge << 200;
    QTest::newRow("speaks in the tunnel")
        << Answer::raw("HTTP/1.1 200 OK\r\n\r\nhello", End::Hang) << true << ProxyFault::Garbage << 200;
    QTest::newRow("dead tunnel") << Answer::raw("HTTP/1.1 200 OK\r\n\r\n", End::Close) << true
                                 << ProxyFault::Reset << 0;
    QTest::newRow("good") << Answer::text("ok") << false << ProxyFault::None << 200;
    QTest::newRow("chunked")
        << Answer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n"
                       "0\r\n\r\n",
                       End::Hang)
        << false << ProxyFault::None << 200;
    QTest::newRow("until the end") << Answer::raw("HTTP/1.0 200 OK\n\nok", End::Close) << false
                                   << ProxyFault::None << 200;
}

void TestProxyProbe::faults()
{
    QFETCH(Answer, answer);
    QFETCH(bool, tunnel);
    QFETCH(ProxyFault, fault);
    QFETCH(int, status);
    FaultServer proxy;
    proxy.setHandler([answer](const Seen &) { return answer; });
    ProbeOrder order = orderFor(u"http://"_s + proxy.host(), QUrl(u"http://judge.invalid/get?a=b"_s), tunnel);
    if (fault == ProxyFault::Timeout)
        order.timeout = 700ms;
    const ProbeAnswer got = ask(order);
    QCOMPARE(QString(proxyFaultCode(got.fault)), QString(proxyFaultCode(fault)));
    QCOMPARE(got.status, status);
    QVERIFY(got.total >= got.untilConnected);
    if (fault == ProxyFault::None)
        QCOMPARE(got.body, "ok");
    QCOMPARE(proxy.seen().first().target, tunnel ? "judge.invalid:80" : "http://judge.invalid/get?a=b");
}

void TestProxyProbe::refused()
{
    FaultServer proxy;
    const QString address = u"http://"_s + proxy.host();
    proxy.shut();
    QCOMPARE(ask(orderFor(address, QUrl(u"http://judge.invalid/"_s))).fault, ProxyFault::Refused);
}

void TestProxyProbe::unknownName()
{
    QCOMPARE(ask(orderFor(u"http://no-such-proxy.invalid:8080"_s, QUrl(u"http://judge.invalid/"_s))).fault,
             ProxyFault::Dns);
}

void TestProxyProbe::socksFaults_data()
{
    QTest::addColumn<QList<QByteArray>>("answers");
    QTest::addColumn<bool>("login");
    QTest::addColumn<ProxyFault>("fault");
    const QByteArray open = QByteArray::fromHex("05000001000000000000");
    QTest::newRow("HTTP") << QList<QByteArray>{"HTTP/1.1 400 Bad\r\n\r\n"} << false << ProxyFault::Garbage;
    QTest::newRow("no method") << QList{QByteArray::fromHex("05ff")} << false << ProxyFault::LoginNeeded;
    QTest::newRow("no method, with login")
        << QList{QByteArray::fromHex("05ff")} << true << ProxyFault::LoginRefused;
    QTest::newRow("login refused") << QList{QByteArray::fromHex("0502"), QByteArray::fromHex("0101")} << true
                                   << ProxyFault::LoginRefused;
    QTest::newRow("ruleset") << QList{QByteArray::fromHex("0500"),
                                      QByteArray::fromHex("05020001000000000000")}
                             << false << ProxyFault::Forbidden;
    QTest::newRow("target refused") << QList{QByteArray::fromHex("0500"),
                                             QByteArray::fromHex("05050001000000000000")}
                                    << false << ProxyFault::TargetFailed;
    QTest::newRow("strange address") << QList{QByteArray::fromHex("0500"),
                                              QByteArray::fromHex("05000009000000000000")}
                                     << false << ProxyFault::Garbage;
    QTest::newRow("good") << QList<QByteArray>{QByteArray::fromHex("0500"), open,
                                               "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}
                          << false << ProxyFault::None;
    QTest::newRow("good, with login")
        << QList<QByteArray>{QByteArray::fromHex("0502"), QByteArray::fromHex("0100"), open,
                             "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}
        << true << ProxyFault::None;
}

void TestProxyProbe::socksFaults()
{
    QFETCH(QList<QByteArray>, answers);
    QFETCH(bool, login);
    QFETCH(ProxyFault, fault);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
            heard += socket->readAll();
            if (!answers.isEmpty())
                socket->write(answers.takeFirst());
        });
    });
    const QString address =
        u"socks5://"_s + (login ? u"me:pw@"_s : QString()) + u"127.0.0.1:%1"_s.arg(server.serverPort());
    const ProbeAnswer got = ask(orderFor(address, QUrl(u"http://judge.invalid/"_s)));
    QCOMPARE(QString(proxyFaultCode(got.fault)), QString(proxyFaultCode(fault)));
    if (fault == ProxyFault::None) {
        // The name went out as a name (address type 3).
        QVERIFY(heard.contains(QByteArray("\x03\x0djudge.invalid\x00\x50", 17)));
        QCOMPARE(got.body, "ok");
        QVERIFY(got.tunnelled);
    }
}

void TestProxyProbe::sendsLoginToTheProxyOnly()
{
    FaultServer proxy;
    const QByteArray basic = "Basic " + QByteArray("me:pä@ss").toBase64();
    const ProbeAnswer got =
        ask(orderFor(u"http://me:p%C3%A4%40ss@"_s + proxy.host(), QUrl(u"http://judge.invalid/"_s)));
    QCOMPARE(got.fault, ProxyFault::None);
    QCOMPARE(proxy.seen().first().header("Proxy-Authorization"), basic);
}

/// Proxies are asked for the ASCII form of a name.
void TestProxyProbe::namesInOtherLetters()
{
    const QUrl judge(u"http://пример.рф/get"_s);
    FaultServer proxy;
    ask(orderFor(u"http://"_s + proxy.host(), judge, true));
    QVERIFY(!proxy.seen().isEmpty());
    QCOMPARE(proxy.seen().first().target, QByteArray("xn--e1afmkfd.xn--p1ai:80"));
    FaultServer origin;
    SocksStub socks;
    QVERIFY(socks.start(quint16(origin.url().port())));
    ask(orderFor(u"socks5://"_s + socks.address(), judge));
    QCOMPARE(socks.names(), QByteArrayList{"xn--e1afmkfd.xn--p1ai"});
}

void TestProxyProbe::gate()
{
    FaultServer proxy;
    SystemClock clock;
    ProbeOrder order = orderFor(u"http://"_s + proxy.host(), QUrl(u"http://judge.invalid/"_s));
    order.gated = true;
    ProxyProbe probe(clock, order, nullptr);
    QSignalSpy connected(&probe, &ProxyProbe::connected);
    ProbeAnswer answer;
    bool done = false;
    connect(&probe, &ProxyProbe::done, this, [&](const ProbeAnswer &got) {
        answer = got;
        done = true;
    });
    probe.start();
    QVERIFY(connected.wait(20'000));
    QVERIFY(probe.isWaiting());
    QCOMPARE(proxy.seen().size(), 0);
    probe.proceed();
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    QCOMPARE(answer.fault, ProxyFault::None);
}

void TestProxyProbe::realProxies_data()
{
    using Kind = RealProxy::Kind;
    QTest::addColumn<RealProxy::Setup>("setup");
    QTest::addColumn<QString>("login"); ///< instead of the right one
    QTest::addColumn<ProxyFault>("plain");
    QTest::addColumn<ProxyFault>("tunnel");
    const auto row = [](const char *name, const RealProxy::Setup &setup, const QString &login,
                        ProxyFault plain,
                        ProxyFault tunnel) { QTest::newRow(name) << setup << login << plain << tunnel; };
    const ProxyFault good = ProxyFault::None;
    const QString local = u"127.0.0.5"_s;
    row("squid", {Kind::Squid, local, {}, {}, false, {}}, {}, good, good);
    row("squid, login", {Kind::Squid, local, u"me"_s, u"secret"_s, false, {}}, {}, good, good);
    row("squid, no login", {Kind::Squid, local, u"me"_s, u"secret"_s, false, {}}, u"-"_s,
        ProxyFault::LoginNeeded, ProxyFault::LoginNeeded);
    row("squid, wrong login", {Kind::Squid, local, u"me"_s, u"secret"_s, false, {}}, u"me:wrong@"_s,
        ProxyFault::LoginRefused, ProxyFault::LoginRefused);
    row("squid, rule", {Kind::Squid, local, {}, {}, false, u"127.0.0.1"_s}, {}, ProxyFault::Forbidden,
        ProxyFault::Forbidden);
    row("tinyproxy", {Kind::Tinyproxy, local, {}, {}, false, {}}, {}, good, good);
    row("tinyproxy, login", {Kind::Tinyproxy, local, u"me"_s, u"secret"_s, false, {}}, {}, good, good);
    row("tinyproxy, no login", {Kind::Tinyproxy, local, u"me"_s, u"secret"_s, false, {}}, u"-"_s,
        ProxyFault::LoginNeeded, ProxyFault::LoginNeeded);
    row("tinyproxy, wrong login", {Kind::Tinyproxy, local, u"me"_s, u"secret"_s, false, {}}, u"me:wrong@"_s,
        ProxyFault::LoginRefused, ProxyFault::LoginRefused);
    row("microsocks", {Kind::Microsocks, local, {}, {}, false, {}}, {}, good, good);
    row("microsocks, login", {Kind::Microsocks, local, u"me"_s, u"secret"_s, false, {}}, {}, good, good);
    row("microsocks, wrong login", {Kind::Microsocks, local, u"me"_s, u"secret"_s, false, {}}, u"me:wrong@"_s,
        ProxyFault::LoginRefused, ProxyFault::LoginRefused);
    row("microsocks, no login", {Kind::Microsocks, local, u"me"_s, u"secret"_s, false, {}}, u"-"_s,
        ProxyFault::LoginNeeded, ProxyFault::LoginNeeded);
    row("dante", {Kind::Dante, local, {}, {}, false, {}}, {}, good, good);
    row("dante, rule", {Kind::Dante, local, {}, {}, false, u"127.0.0.1"_s}, {}, ProxyFault::Forbidden,
        ProxyFault::Forbidden);
}

void TestProxyProbe::realProxies()
{
    QFETCH(RealProxy::Setup, setup);
    QFETCH(QString, login);
    QFETCH(ProxyFault, plain);
    QFETCH(ProxyFault, tunnel);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    Practice practice;
    QString address = proxy.address();
    if (!login.isEmpty())
        address =
            address.section(u"://"_s, 0, 0) + u"://"_s + (login == u"-" ? QString() : login) + proxy.host();
    const QUrl judge(practice.url.toString() + u"/judge"_s);
    for (const bool throughTunnel : {false, true}) {
        const ProbeAnswer got = ask(orderFor(address, judge, throughTunnel));
        QCOMPARE(QString(proxyFaultCode(got.fault)), QString(proxyFaultCode(throughTunnel ? tunnel : plain)));
        if (got.fault == ProxyFault::None)
            QVERIFY2(got.body.contains(setup.outgoing.toLatin1()), got.body.constData());
        QVERIFY(!got.detail.contains(u"secret"_s));
    }
}

QTEST_GUILESS_MAIN(TestProxyProbe)
#include "tst_proxyprobe.moc"
