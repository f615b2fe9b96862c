// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/proxyhealth.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;

class TestProxyHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownProxyIsWaitedFor();
    void oneProbe();
    void proxiesAreApart();
    void silenceOfOneHostIsItsOwn();
    void silenceOfTwoHostsIsTheProxys();
    void directIsNoProxy();
};

namespace {

constexpr qint64 Second = 1'000'000'000;
const ProxyKey P = ProxyKey::restored(u"http://p:1"_s);
const ProxyKey Q = ProxyKey::restored(u"http://q:1"_s);
const HostKey A = HostKey::restored(u"a"_s);
const HostKey B = HostKey::restored(u"b"_s);

} // namespace

void TestProxyHealth::knownProxyIsWaitedFor()
{
    ProxyHealth health;
    QVERIFY(!health.answered(P));
    for (quint64 id = 1; id <= 4; ++id) {
        const auto finding = health.failed(P, A, id, Reason::ProxyFailed, false, Second, 0);
        QVERIFY(finding.isProxysFault);
        QVERIFY(finding.streak.charge);
    }
    const auto last = health.failed(P, A, 5, Reason::ProxyFailed, false, Second, 0);
    QVERIFY(!last.streak.charge);
    QCOMPARE(last.streak.refund, (QList<quint64>{1, 2, 3, 4}));
    QVERIFY(health.readyAt(P, Second) > Second);
    QVERIFY(health.answered(P));
    QVERIFY(health.readyAt(P, Second) <= Second);
}

void TestProxyHealth::oneProbe()
{
    ProxyHealth health;
    for (quint64 id = 1; id <= 8; ++id)
        QVERIFY(health.failed(P, A, id, Reason::ProxyFailed, false, Second, 0).streak.charge);
    const qint64 due = health.readyAt(P, Second);
    QVERIFY(due > Second);
    health.started(P, due);
    QVERIFY(health.readyAt(P, due) > due + 1000 * Second);
    health.released(P);
    QVERIFY(health.readyAt(P, due) <= due);
    // It is held back for so long, not for ever.
    QVERIFY(health.readyAt(P, 100 * Second) <= 0);
}

void TestProxyHealth::proxiesAreApart()
{
    ProxyHealth health;
    for (quint64 id = 1; id <= 20; ++id)
        health.failed(P, A, id, Reason::ProxyFailed, false, Second, 0);
    QVERIFY(health.readyAt(P, Second) > Second);
    QVERIFY(health.readyAt(Q, Second) <= Second);
}

void TestProxyHealth::silenceOfOneHostIsItsOwn()
{
    ProxyHealth health;
    for (quint64 id = 1; id <= 20; ++id)
        QVERIFY(!health.failed(P, A, id, Reason::Deadline, true, Second, 0).isProxysFault);
    QVERIFY(health.readyAt(P, Second) <= Second);
    QVERIFY(!health.failed(P, B, 21, Reason::Tls, false, Second, 0).isProxysFault);
}

void TestProxyHealth::silenceOfTwoHostsIsTheProxys()
{
    ProxyHealth health;
    QVERIFY(!health.failed(P, A, 1, Reason::Deadline, true, Second, 0).isProxysFault);
    QVERIFY(health.failed(P, B, 2, Reason::Reset, true, Second, 0).isProxysFault);
    health.answered(P);
    QVERIFY(!health.failed(P, B, 3, Reason::Reset, true, Second, 0).isProxysFault);
}

void TestProxyHealth::directIsNoProxy()
{
    ProxyHealth health;
    for (quint64 id = 1; id <= 20; ++id)
        QVERIFY(!health
                     .failed(ProxyKey::direct(), HostKey::restored(QString::number(id)), id, Reason::Reset,
                             true, Second, 0)
                     .isProxysFault);
    QVERIFY(health.readyAt(ProxyKey::direct(), Second) <= Second);
}

QTEST_GUILESS_MAIN(TestProxyHealth)
#include "tst_proxyhealth.moc"
