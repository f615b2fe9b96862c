// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "proxies/list/proxyline.h"
#include "proxies/pool/proxypool.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/proxystub.h"
#include "support/realproxy.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(linnet::test::RealProxy::Setup)

namespace {

using Reply = ProxyStub::Reply;
using Kind = RealProxy::Kind;

proxies::Proxy proxyAt(const QString &address)
{
    return proxies::readProxyLine(address, proxies::ProxyScheme::Http).proxies.first();
}

/// Answers requests for a.test so, and others well; opens no tunnel.
ProxyStub::Handler refusing(const QByteArray &answer)
{
    return [answer](const QByteArray &head) {
        if (head.contains("a.test"))
            return Reply{answer, false, false};
        return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood", false, false};
    };
}

/// Answers requests for a.test and 192.0.2.1 with this reply, and opens tunnels for others.
ProxyStub::Handler socks(char code)
{
    return [code](const QByteArray &message) {
        if (message.size() < 10)
            return Reply{QByteArray("\x05\x00", 2), false, false};
        const bool isRefused =
            message.contains("a.test") || message.contains(QByteArray("\xc0\x00\x02\x01", 4));
        const QByteArray rest("\x00\x01\x00\x00\x00\x00\x00\x00", 8);
        return isRefused ? Reply{QByteArray("\x05") + code + rest, false, false}
                         : Reply{QByteArray("\x05\x00", 2) + rest, true, false};
    };
}

QByteArray page(const QByteArray &status, const QByteArray &fields, const QByteArray &body = {})
{
    return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

/// What a proxy says about one target is no reason to leave it alone for others, nor to ask it again.
class TestProxyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void anotherProxyMayCarryIt();
    void everyProxyForbidsIt();
    void repliesOfSocks_data();
    void repliesOfSocks();
    void realProxies_data();
    void realProxies();
};

void TestProxyRules::rules_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("scheme");
    const auto row = [](const char *name, const QByteArray &answer, const QString &scheme) {
        QTest::newRow(name) << answer << scheme;
    };
    row("squid", page("403 Forbidden", "X-Squid-Error: ERR_ACCESS_DENIED 0\r\nServer: squid/5.7\r\n"),
        u"http"_s);
    row("squid, page of an office", page("403 Forbidden", "X-Squid-Error: ERR_NO_GAMES 0\r\n"), u"http"_s);
    row("tinyproxy", page("403 Filtered", "Server: tinyproxy/1.11.1\r\n"), u"http"_s);
    row("privoxy", page("403 Request blocked by Privoxy", {}, "<title>Blocked (Privoxy@office)</title>"),
        u"http"_s);
    row("Proxy-Status", page("403 No", "Proxy-Status: office; error=http_request_denied\r\n"), u"http"_s);
    row("Proxy-Status, address", page("502 No", "Proxy-Status: a; error=destination_ip_prohibited\r\n"),
        u"http"_s);
    row("CONNECT 403", page("403 Forbidden", {}), u"https"_s);
    row("CONNECT 405", page("405 Method not allowed", {}), u"https"_s);
}

void TestProxyRules::rules()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, scheme);
    ProxyStub stub;
    QVERIFY(stub.start(9, refusing(answer)));
    SystemClock clock;
    proxies::ProxyPool pool(clock, {proxyAt(stub.address())}, {});
    EngineRig rig(pool);
    const QUrl forbidden(scheme + u"://a.test/"_s);
    const QUrl other(u"http://b.test/"_s);
    for (int round = 0; round < 2; ++round) {
        const auto before = stub.heard().size();
        const auto result = rig.fetch(requestFor(forbidden, 2));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::ProxyFailed);
        QCOMPARE(result.error().status, 0);
        // The first tunnel is asked for by hand as well.
        QVERIFY(stub.heard().size() - before <= (scheme == u"https" ? 2 : 1));
        QVERIFY(!pool.members().front().hasFaults());
        const auto good = rig.fetch(requestFor(other, 0));
        QVERIFY(good);
        QCOMPARE(good->body, "good");
    }
}

void TestProxyRules::anotherProxyMayCarryIt()
{
    ProxyStub strict;
    ProxyStub liberal;
    QVERIFY(strict.start(9, refusing(page("403 Forbidden", "X-Squid-Error: ERR_ACCESS_DENIED 0\r\n"))));
    QVERIFY(liberal.start(9, [](const QByteArray &) {
        return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes", false, false};
    }));
    SystemClock clock;
    proxies::ProxyPool pool(clock, {proxyAt(strict.address()), proxyAt(liberal.address())}, {});
    EngineRig rig(pool);
    rig.engine.setPace({.delay = 0ns});
    for (int i = 0; i < 4; ++i)
        QVERIFY(rig.fetch(requestFor(QUrl(u"http://b.test/%1"_s.arg(i)), 0)));
    const auto before = strict.heard().size();
    for (int i = 0; i < 6; ++i) {
        const auto result = rig.fetch(requestFor(QUrl(u"http://a.test/%1"_s.arg(i)), 0));
        QVERIFY(result);
        QCOMPARE(result->body, "yes");
    }
    QCOMPARE(strict.heard().size() - before, 1);
    // For others it goes on.
    for (int i = 0; i < 4; ++i)
        QVERIFY(rig.fetch(requestFor(QUrl(u"http://b.test/more/%1"_s.arg(i)), 0)));
    QVERIFY(strict.heard().size() - before > 1);
}

void TestProxyRules::everyProxyForbidsIt()
{
    const ProxyStub::Handler handler =
        refusing(page("403 Forbidden", "X-Squid-Error: ERR_ACCESS_DENIED 0\r\n"));
    ProxyStub one;
    ProxyStub two;
    QVERIFY(one.start(9, handler));
    QVERIFY(two.start(9, handler));
    SystemClock clock;
    proxies::ProxyPool pool(clock, {proxyAt(one.address()), proxyAt(two.address())}, {});
    EngineRig rig(pool);
    for (int i = 0; i < 2; ++i)
        QVERIFY(rig.fetch(requestFor(QUrl(u"http://b.test/"_s), 0)));
    const auto result = rig.fetch(requestFor(QUrl(u"http://a.test/"_s), 0));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::ProxyFailed);
    QVERIFY2(result.error().detail.contains(u"rule"_s), qPrintable(result.error().detail));
    QVERIFY(one.heard().size() + two.heard().size() <= 2 + 2);
    QVERIFY(rig.fetch(requestFor(QUrl(u"http://b.test/"_s), 0)));
}

void TestProxyRules::repliesOfSocks_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Reason>("reason");
    for (const char *host : {"a.test", "192.0.2.1"}) {
        const bool isName = host[0] == 'a';
        const auto row = [host](int code, Reason reason) {
            QTest::addRow("%d for %s", code, host) << code << QString::fromLatin1(host) << reason;
        };
        row(1, Reason::Network);
        row(2, isName ? Reason::Network : Reason::ProxyFailed);
        row(3, Reason::Network);
        row(4, Reason::Network);
        row(5, Reason::Refused);
        row(6, Reason::Network);
        row(8, Reason::Network);
        row(0xf0, Reason::Network);
    }
}

/// None of them means that the spelling is to be checked, and the proxy goes on.
void TestProxyRules::repliesOfSocks()
{
    QFETCH(const int, code);
    QFETCH(const QString, host);
    QFETCH(const Reason, reason);
    FaultServer origin;
    ProxyStub stub;
    QVERIFY(stub.start(quint16(origin.url().port()), socks(char(code))));
    SystemClock clock;
    proxies::ProxyPool pool(clock, {proxyAt(u"socks5://"_s + stub.address())}, {});
    EngineRig rig(pool);
    const auto result = rig.fetch(requestFor(QUrl(u"http://"_s + host), 0));
    QVERIFY(!result);
    QCOMPARE(QString(reasonCode(result.error().reason)), QString(reasonCode(reason)));
    QVERIFY2(!result.error().detail.contains(u"not found"_s), qPrintable(result.error().detail));
    QVERIFY(!pool.members().front().hasFaults());
    QVERIFY(rig.fetch(requestFor(QUrl(u"http://b.test/"_s), 0)));
    // Two messages for each request; an address Qt asks for twice by itself.
    QVERIFY(stub.heard().size() <= (host == u"a.test" ? 4 : 6));
}

void TestProxyRules::realProxies_data()
{
    QTest::addColumn<RealProxy::Setup>("setup");
    const QString forbidden = u"127.0.0.62"_s;
    QTest::newRow("squid") << RealProxy::Setup{Kind::Squid, u"127.0.0.1"_s, {}, {}, false, forbidden};
    QTest::newRow("dante") << RealProxy::Setup{Kind::Dante, u"127.0.0.1"_s, {}, {}, false, forbidden};
}

void TestProxyRules::realProxies()
{
    QFETCH(const RealProxy::Setup, setup);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    FaultServer origin;
    SystemClock clock;
    proxies::ProxyPool pool(clock, {proxyAt(proxy.address())}, {});
    EngineRig rig(pool);
    for (const char *scheme : {"http", "https"}) {
        QUrl forbidden = origin.url();
        forbidden.setScheme(QString::fromLatin1(scheme));
        forbidden.setHost(u"127.0.0.62"_s);
        const auto result = rig.fetch(requestFor(forbidden, 2));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::ProxyFailed);
        QVERIFY(!pool.members().front().hasFaults());
        QVERIFY(rig.fetch(requestFor(origin.url(), 0)));
    }
}

QTEST_GUILESS_MAIN(TestProxyRules)
#include "tst_proxyrules.moc"
