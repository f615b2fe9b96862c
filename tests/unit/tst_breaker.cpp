// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/health/breaker.h"

#include <QTest>

using namespace linnet::net;

class TestBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAfterFailuresInARow();
    void oneProbeAtATime();
    void failedProbesWaitLonger();
    void successCloses();
    void neverHoldsLongerThanItsPatience();
    void releasedProbe();
};

namespace {

constexpr qint64 Second = 1'000'000'000;
constexpr Breaker::Rule Rule{3, 2 * Second, 10 * Second, 60 * Second};

Breaker opened(qint64 now)
{
    Breaker breaker(Rule);
    breaker.open(now, 0.5);
    return breaker;
}

} // namespace

void TestBreaker::opensAfterFailuresInARow()
{
    Breaker breaker(Rule);
    QVERIFY(!breaker.failed(Second, 0));
    QVERIFY(!breaker.failed(Second, 0));
    breaker.succeeded();
    QVERIFY(!breaker.failed(Second, 0));
    QVERIFY(!breaker.failed(Second, 0));
    QCOMPARE(breaker.readyAt(Second), 0);
    QVERIFY(breaker.failed(Second, 0));
    QVERIFY(breaker.isOpen());
    QCOMPARE(breaker.readyAt(Second), 2 * Second);
}

void TestBreaker::oneProbeAtATime()
{
    Breaker breaker = opened(Second);
    const qint64 ready = breaker.readyAt(Second);
    QVERIFY(ready > Second && ready <= 3 * Second);
    breaker.started(ready);
    QCOMPARE(breaker.readyAt(ready), Breaker::Rule::Endless);
}

void TestBreaker::failedProbesWaitLonger()
{
    Breaker breaker = opened(Second);
    qint64 now = Second;
    qint64 before = 0;
    for (int i = 0; i < 4; ++i) {
        const qint64 wait = breaker.readyAt(now) - now;
        QVERIFY(wait > before || wait >= 5 * Second);
        QVERIFY(wait <= 10 * Second);
        before = wait;
        now += wait;
        breaker.started(now);
        // What was under way before does not count.
        breaker.failed(now, 0.5);
        const qint64 until = breaker.readyAt(now);
        breaker.failed(now, 0.5);
        QCOMPARE(breaker.readyAt(now), until);
    }
}

void TestBreaker::successCloses()
{
    Breaker breaker = opened(Second);
    breaker.started(3 * Second);
    breaker.succeeded();
    QVERIFY(!breaker.isOpen());
    QCOMPARE(breaker.readyAt(3 * Second), 0);
}

void TestBreaker::neverHoldsLongerThanItsPatience()
{
    Breaker breaker = opened(Second);
    breaker.started(3 * Second);
    QVERIFY(!breaker.isExhausted(60 * Second));
    QVERIFY(breaker.isExhausted(61 * Second));
    QCOMPARE(breaker.readyAt(61 * Second), 0);
    breaker.started(62 * Second);
    breaker.failed(62 * Second, 0);
    QCOMPARE(breaker.readyAt(62 * Second), 0);
}

void TestBreaker::releasedProbe()
{
    Breaker breaker = opened(Second);
    const qint64 ready = breaker.readyAt(Second);
    breaker.started(ready);
    breaker.released();
    QCOMPARE(breaker.readyAt(ready), ready);
}

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
