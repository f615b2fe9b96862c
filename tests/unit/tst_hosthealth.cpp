// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/hosthealth.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;

class TestHostHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownHostPays();
    void knownHostIsWaitedFor();
    void patienceEnds();
    void otherHostsGoOn();
    void faultsAfterHeadersAreNoSilence();
    void overloadHoldsButPays();
    void networkGoneByNames();
    void networkGoneByManyHosts();
    void deadNamesAreNoOutage();
    void budget();
};

namespace {

constexpr qint64 Second = 1'000'000'000;
const HostKey A = HostKey::restored(u"a"_s);
const HostKey B = HostKey::restored(u"b"_s);
const HostKey C = HostKey::restored(u"c"_s);

} // namespace

void TestHostHealth::unknownHostPays()
{
    HostHealth health;
    for (quint64 id = 1; id <= 20; ++id) {
        const auto finding = health.failed(A, id, Reason::Refused, Second, 0);
        QVERIFY(finding.charge);
        QVERIFY(finding.refund.isEmpty());
    }
    QVERIFY(health.isHeld(A, Second));
}

void TestHostHealth::knownHostIsWaitedFor()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    for (quint64 id = 1; id <= 4; ++id)
        QVERIFY(health.failed(A, id, Reason::Refused, Second, 0).charge);
    QVERIFY(!health.isHeld(A, Second));
    const auto finding = health.failed(A, 5, Reason::Refused, Second, 0);
    QVERIFY(!finding.charge);
    QVERIFY(finding.changed);
    QCOMPARE(finding.refund, (QList<quint64>{1, 2, 3, 4}));
    QVERIFY(health.isHeld(A, Second));
    const auto late = health.failed(A, 6, Reason::Refused, Second, 0);
    QVERIFY(!late.charge);
    QVERIFY(late.refund.isEmpty());
    QVERIFY(health.answered(A, 200, 5 * Second, 0));
    QVERIFY(!health.isHeld(A, 5 * Second));
    QVERIFY(health.failed(A, 7, Reason::Refused, 6 * Second, 0).charge);
}

void TestHostHealth::patienceEnds()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    for (quint64 id = 1; id <= 5; ++id)
        health.failed(A, id, Reason::Refused, Second, 0);
    QVERIFY(!health.failed(A, 6, Reason::Refused, 50 * Second, 0).charge);
    const auto finding = health.failed(A, 7, Reason::Refused, 100 * Second, 0);
    QVERIFY(finding.charge);
    QVERIFY(!health.isHeld(A, 100 * Second));
}

void TestHostHealth::otherHostsGoOn()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    health.answered(B, 200, Second, 0);
    for (quint64 id = 1; id <= 50; ++id)
        health.failed(A, id, Reason::Refused, Second, 0);
    QVERIFY(!health.isHeld(B, Second));
    QVERIFY(!health.isNetworkGone());
}

void TestHostHealth::faultsAfterHeadersAreNoSilence()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    for (quint64 id = 1; id <= 20; ++id)
        QVERIFY(health.failed(A, id, Reason::Tls, Second, 0).charge);
    QVERIFY(!health.isHeld(A, Second));
}

void TestHostHealth::overloadHoldsButPays()
{
    HostHealth health;
    for (int i = 0; i < 19; ++i)
        QVERIFY(!health.answered(A, 503, Second, 0));
    QVERIFY(health.answered(A, 503, Second, 0));
    QVERIFY(health.isHeld(A, Second));
    QVERIFY(health.answered(A, 200, 5 * Second, 0));
    QVERIFY(!health.isHeld(A, 5 * Second));
}

void TestHostHealth::networkGoneByNames()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    QVERIFY(health.failed(A, 1, Reason::Dns, Second, 0).charge);
    QVERIFY(health.failed(B, 2, Reason::Dns, Second, 0).charge);
    const auto finding = health.failed(A, 3, Reason::Dns, Second, 0);
    QVERIFY(health.isNetworkGone());
    QVERIFY(!finding.charge);
    QCOMPARE(finding.refund, (QList<quint64>{1, 2}));
    QVERIFY(health.isHeld(C, Second));
    // However long it takes.
    QVERIFY(!health.failed(A, 4, Reason::Dns, 100'000 * Second, 0).charge);
    QVERIFY(health.isNetworkGone());
    QVERIFY(health.answered(B, 404, 100'001 * Second, 0));
    QVERIFY(!health.isNetworkGone());
    QVERIFY(!health.isHeld(C, 100'001 * Second));
}

void TestHostHealth::networkGoneByManyHosts()
{
    HostHealth health;
    for (const HostKey &host : {A, B, C})
        health.answered(host, 200, Second, 0);
    quint64 id = 0;
    for (int i = 0; i < 2; ++i) {
        for (const HostKey &host : {A, B, C})
            health.failed(host, ++id, Reason::Deadline, Second, 0);
    }
    QVERIFY(health.isNetworkGone());
}

void TestHostHealth::deadNamesAreNoOutage()
{
    HostHealth health;
    health.answered(A, 200, Second, 0);
    for (quint64 id = 1; id <= 50; ++id)
        QVERIFY(health.failed(HostKey::restored(QString::number(id)), id, Reason::Dns, Second, 0).charge);
    QVERIFY(!health.isNetworkGone());
}

void TestHostHealth::budget()
{
    HostHealth health;
    int spent = 0;
    while (health.mayRetryNow(A))
        ++spent;
    QCOMPARE(spent, 10);
    for (int i = 0; i < 30; ++i)
        health.firstAttempt(A);
    while (health.mayRetryNow(A))
        ++spent;
    QCOMPARE(spent, 13);
    QVERIFY(health.mayRetryNow(B));
}

QTEST_GUILESS_MAIN(TestHostHealth)
#include "tst_hosthealth.moc"
