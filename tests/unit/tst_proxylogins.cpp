// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxylogins.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet::net;
using Answer = ProxyLogins::Answer;

class TestProxyLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyToAsk();
    void askedOnce();
    void lateAttemptsTryTheNewLogin();
    void wrongIsAskedAgain();
    void refusedUntilGiven();
};

namespace {

const ProxyKey P = ProxyKey::restored(u"http://p:1"_s);

} // namespace

void TestProxyLogins::nobodyToAsk()
{
    ProxyLogins logins;
    QCOMPARE(logins.turnedDown(P, 0), Answer::Refused);
    QVERIFY(logins.isRefused(P));
    QVERIFY(!logins.isAwaited(P));
}

void TestProxyLogins::askedOnce()
{
    ProxyLogins logins;
    logins.setAsking(true);
    QCOMPARE(logins.turnedDown(P, 0), Answer::Ask);
    QVERIFY(!logins.wasWrong(P));
    QCOMPARE(logins.turnedDown(P, 0), Answer::Wait);
    QVERIFY(logins.isAwaited(P));
    QCOMPARE(logins.turnedDown(ProxyKey::restored(u"http://q:1"_s), 0), Answer::Ask);
    logins.give(P, u"me"_s, u"secret"_s);
    QVERIFY(!logins.isAwaited(P));
    QNetworkProxy proxy;
    QCOMPARE(logins.apply(proxy, P), 1);
    QCOMPARE(proxy.user(), u"me"_s);
    QCOMPARE(proxy.password(), u"secret"_s);
}

void TestProxyLogins::lateAttemptsTryTheNewLogin()
{
    ProxyLogins logins;
    logins.setAsking(true);
    logins.turnedDown(P, 0);
    logins.give(P, u"me"_s, u"secret"_s);
    QCOMPARE(logins.turnedDown(P, 0), Answer::Again);
}

void TestProxyLogins::wrongIsAskedAgain()
{
    ProxyLogins logins;
    logins.setAsking(true);
    logins.turnedDown(P, 0);
    logins.give(P, u"me"_s, u"wrong"_s);
    QVERIFY(logins.wasWrong(P));
    QCOMPARE(logins.turnedDown(P, 1), Answer::Ask);
    QCOMPARE(logins.turnedDown(P, 1), Answer::Wait);
    logins.give(P, u"me"_s, u"right"_s);
    QNetworkProxy proxy;
    QCOMPARE(logins.apply(proxy, P), 2);
}

void TestProxyLogins::refusedUntilGiven()
{
    ProxyLogins logins;
    logins.setAsking(true);
    logins.turnedDown(P, 0);
    logins.refuse(P);
    QCOMPARE(logins.turnedDown(P, 0), Answer::Refused);
    QNetworkProxy proxy;
    QCOMPARE(logins.apply(proxy, P), 0);
    logins.give(P, u"me"_s, u"secret"_s);
    QVERIFY(!logins.isRefused(P));
}

QTEST_GUILESS_MAIN(TestProxyLogins)
#include "tst_proxylogins.moc"
