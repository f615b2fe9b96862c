// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/realproxy.h"

#include <QLibraryInfo>
#include <QTest>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Whose fault a failure is: the origin's, also when a proxy is the one that says so; and answers that are
/// none.
class TestEngineOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxySaysWhy_data();
    void proxySaysWhy();
    void originsOwnErrorStays();
    void proxyIsNotHeldForDeadOrigins();
    void realProxies_data();
    void realProxies();
    void loginIsSentAtOnce_data();
    void loginIsSentAtOnce();
    void interimAnswers_data();
    void interimAnswers();
    void impossibleAnswers_data();
    void impossibleAnswers();
    void noContentHasNoLength();
    void neighboursOfBrokenAnswers();
};

namespace {

FixedProxySelector::Use through(const FaultServer &proxy, const QString &login = {})
{
    return *FixedProxySelector::parse(u"http://"_s + login + proxy.host());
}

Answer squid(const QByteArray &error, int status = 503)
{
    return Answer::status(status, {{"Server", "squid/6.1"}, {"X-Squid-Error", error}}, "<h1>ERROR</h1>");
}

} // namespace

void TestEngineOrigins::proxySaysWhy_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("squid, refused") << squid("ERR_CONNECT_FAIL 111") << Reason::Refused;
    QTest::newRow("squid, no route") << squid("ERR_CONNECT_FAIL 113") << Reason::Network;
    QTest::newRow("squid, name") << squid("ERR_DNS_FAIL 0") << Reason::Dns;
    QTest::newRow("squid, empty answer") << squid("ERR_ZERO_SIZE_OBJECT 0", 502) << Reason::Reset;
    QTest::newRow("squid, silent") << squid("ERR_READ_TIMEOUT 0", 504) << Reason::Deadline;
    QTest::newRow("squid forbids") << squid("ERR_ACCESS_DENIED 0", 403) << Reason::ProxyFailed;
    const HeaderFields tiny{{"Server", "tinyproxy/1.10.0"}};
    QTest::newRow("tinyproxy") << Answer::status(500, tiny,
                                                 "<h1>Unable to connect</h1><p>Error: Connection refused</p>")
                               << Reason::Refused;
    QTest::newRow("tinyproxy, name") << Answer::status(500, tiny,
                                                       "<h1>Unable to connect</h1>Name or service not known")
                                     << Reason::Dns;
    QTest::newRow("tinyproxy forbids")
        << Answer::status(403, tiny, "<h1>Filtered</h1>") << Reason::ProxyFailed;
    QTest::newRow("privoxy, refused")
        << Answer::raw("HTTP/1.1 503 Connect failed\r\nContent-Length: 40\r\n\r\n"
                       "<title>503 - Connect failed</title>.....",
                       Answer::End::KeepAlive)
        << Reason::Refused;
    QTest::newRow("privoxy, name") << Answer::raw(
                                          "HTTP/1.1 404 No such domain\r\nContent-Length: 2\r\n\r\nno",
                                          Answer::End::KeepAlive)
                                   << Reason::Dns;
    QTest::newRow("Proxy-Status") << Answer::status(
                                         502, {{"Proxy-Status", "cache.example; error=connection_timeout"}})
                                  << Reason::Deadline;
    QTest::newRow("Proxy-Status of two")
        << Answer::status(502, {{"Proxy-Status", "far; error=dns_error, near; error=connection_refused"}})
        << Reason::Refused;
}

void TestEngineOrigins::proxySaysWhy()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    FaultServer proxy;
    proxy.setHandler([answer](const Seen &) { return answer; });
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    const auto result = rig.fetch(requestFor(QUrl(u"http://dead.invalid/"_s), 0));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, reason);
    QCOMPARE(proxy.seen().size(), 1);
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().reason, reason);
}

void TestEngineOrigins::originsOwnErrorStays()
{
    FaultServer proxy;
    proxy.setHandler([](const Seen &) {
        return Answer::status(503, {{"Server", "nginx"}, {"Via", "1.1 tinyproxy (tinyproxy/1.10.0)"}},
                              "<html><body><h1>503 Service Unavailable</h1></body></html>");
    });
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    const auto result = rig.fetch(requestFor(QUrl(u"http://busy.invalid/"_s), 0));
    QVERIFY(result);
    QCOMPARE(result->status, 503);
}

/// Many dead origins in a row say nothing against the proxy: the good ones come through in between.
void TestEngineOrigins::proxyIsNotHeldForDeadOrigins()
{
    FaultServer proxy;
    proxy.setHandler([](const Seen &seen) {
        return seen.target.contains("dead") ? squid("ERR_CONNECT_FAIL 111") : Answer::text("alive");
    });
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    for (int i = 0; i < 30; ++i)
        rig.get(requestFor(QUrl(u"http://dead%1.invalid/"_s.arg(i)), 0));
    for (int i = 0; i < 10; ++i)
        rig.get(requestFor(QUrl(u"http://good%1.invalid/"_s.arg(i)), 0));
    QVERIFY(rig.wait());
    for (int i = 0; i < 30; ++i)
        QCOMPARE(rig.result(i).error().reason, Reason::Refused);
    for (int i = 30; i < 40; ++i)
        QCOMPARE(rig.result(i)->body, "alive");
    QCOMPARE(proxy.seen().size(), 40);
}

void TestEngineOrigins::realProxies_data()
{
    QTest::addColumn<RealProxy::Kind>("kind");
    QTest::newRow("squid") << RealProxy::Kind::Squid;
    QTest::newRow("tinyproxy") << RealProxy::Kind::Tinyproxy;
    QTest::newRow("privoxy") << RealProxy::Kind::Privoxy;
    QTest::newRow("microsocks") << RealProxy::Kind::Microsocks;
    QTest::newRow("dante") << RealProxy::Kind::Dante;
}

/// Ports where nobody listens any more and living ones in turns: what comes out is what it is directly.
void TestEngineOrigins::realProxies()
{
    QFETCH(RealProxy::Kind, kind);
    if (!RealProxy::isInstalled(kind))
        QSKIP(RealProxy::whySkipped(kind));
    RealProxy::Setup setup;
    setup.kind = kind;
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    FaultServer dead(12);
    FaultServer alive(12);
    dead.shut();
    FixedProxySelector selector(*FixedProxySelector::parse(proxy.address()));
    EngineRig rig(selector);
    for (int i = 0; i < 12; ++i) {
        rig.get(requestFor(dead.url(u"/"_s, i), 0));
        rig.get(requestFor(alive.url(u"/"_s, i), 0));
    }
    QVERIFY(rig.wait());
    for (int i = 0; i < 12; ++i) {
        const auto &lost = rig.result(2 * i);
        QVERIFY(!lost);
        QCOMPARE(lost.error().reason, Reason::Refused);
        QVERIFY(rig.result(2 * i + 1));
        QCOMPARE(rig.result(2 * i + 1)->body, "ok");
    }
    QVERIFY(rig.waitAttempts(24));
    QVERIFY(rig.attempts().size() <= 24);
}

void TestEngineOrigins::loginIsSentAtOnce_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("known");
    QTest::newRow("http") << u"http://a.invalid/"_s << u"me:s3cret@"_s << true;
    QTest::newRow("http, wrong") << u"http://a.invalid/"_s << u"me:wrong@"_s << false;
}

/// A proxy that offers what Qt would choose and then does not go on with it is asked once.
void TestEngineOrigins::loginIsSentAtOnce()
{
    QFETCH(QString, target);
    QFETCH(QString, login);
    QFETCH(bool, known);
    FaultServer proxy;
    proxy.setHandler([](const Seen &seen) {
        return seen.header("Proxy-Authorization") == "Basic " + QByteArray("me:s3cret").toBase64()
                   ? Answer::text("in")
                   : Answer::status(407, {{"Proxy-Authenticate", "NTLM"},
                                          {"Proxy-Authenticate", "Basic realm=\"office\""}});
    });
    FixedProxySelector selector(through(proxy, login));
    EngineRig rig(selector);
    Request request = requestFor(QUrl(target), 0);
    request.timeout = 5s;
    const auto result = rig.fetch(request);
    QCOMPARE(bool(result), known);
    if (!known)
        QCOMPARE(result.error().reason, Reason::CredentialsNeeded);
    QVERIFY2(proxy.seen().size() <= 2, qPrintable(QString::number(proxy.seen().size())));
}

void TestEngineOrigins::interimAnswers_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
                         << Reason::InterimAnswer;
    QTest::newRow("102 twice") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(2)
                               << Reason::InterimAnswer;
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << Reason::None;
}

/// Never another address's text, and no verdict out of it.
void TestEngineOrigins::interimAnswers()
{
    QFETCH(QByteArray, interim);
    QFETCH(Reason, reason);
    FaultServer server;
    server.setHandler([interim](const Seen &seen) {
        Answer answer = Answer::text("this is " + seen.target);
        if (seen.target != "/plain")
            answer.bytes = interim + answer.bytes;
        return answer;
    });
    EngineRig rig;
    for (const QString &path : {u"/one"_s, u"/plain"_s, u"/two"_s, u"/plain"_s}) {
        const auto result = rig.fetch(requestFor(server.url(path), 0));
        const Reason got = result ? Reason::None : result.error().reason;
        // Qt 6.8 goes on to the real answer.
        const bool isRead =
            path == u"/plain" || (got == Reason::None && QLibraryInfo::version() >= QVersionNumber(6, 8));
        QCOMPARE(got, isRead ? Reason::None : reason);
        if (result)
            QCOMPARE(result->body, "this is " + path.toLatin1());
    }
}

void TestEngineOrigins::impossibleAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("status 000") << QByteArray("HTTP/1.1 000 Nothing\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("status -5") << QByteArray("HTTP/1.1 -5 Less\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("endless length") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nok");
    QTest::newRow("two lengths") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok");
}

void TestEngineOrigins::impossibleAnswers()
{
    QFETCH(QByteArray, answer);
    FaultServer server;
    server.script("/", {Answer::raw(answer, Answer::End::Close)});
    EngineRig rig;
    const auto result = rig.fetch(requestFor(server.url(), 0));
    QVERIFY(!result);
    QVERIFY2(result.error().reason == Reason::BadAnswer || result.error().reason == Reason::Reset ||
                 result.error().reason == Reason::Truncated,
             reasonCode(result.error().reason).data());
}

void TestEngineOrigins::noContentHasNoLength()
{
    FaultServer server;
    server.script(
        "/", {Answer::raw("HTTP/1.1 204 No Content\r\nContent-Length: 11\r\n\r\n", Answer::End::KeepAlive)});
    EngineRig rig;
    const auto result = rig.fetch(requestFor(server.url(), 0));
    QVERIFY(result);
    QCOMPARE(result->status, 204);
}

/// An answer that is broken off takes no other request down with it.
void TestEngineOrigins::neighboursOfBrokenAnswers()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        if (seen.target == "/vast")
            return Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 88888888888\r\n\r\nbegin",
                               Answer::End::Hang);
        if (seen.target == "/cut")
            return Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nbegin", Answer::End::Close);
        return Answer::text("whole");
    });
    for (int round = 0; round < 15; ++round) {
        EngineRig rig;
        for (int i = 0; i < 24; ++i)
            rig.get(requestFor(server.url(i % 6 == 0   ? u"/vast"_s
                                          : i % 6 == 3 ? u"/cut"_s
                                                       : u"/%1"_s.arg(i)),
                               0));
        QVERIFY(rig.wait());
        for (int i = 0; i < 24; ++i) {
            const Reason expected = i % 3 != 0   ? Reason::None
                                    : i % 6 == 0 ? Reason::TooLarge
                                                 : Reason::Truncated;
            QCOMPARE(rig.result(i) ? Reason::None : rig.result(i).error().reason, expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestEngineOrigins)
#include "tst_engineorigins.moc"
