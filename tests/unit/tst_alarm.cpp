// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "net/queue/alarm.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::net;

class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverEarly();
    void earliestCounts();
    void pastFiresAtOnce();
    void stopped();
};

namespace {

constexpr qint64 Ms = 1'000'000;

} // namespace

void TestAlarm::neverEarly()
{
    const SystemClock clock;
    Alarm alarm(clock);
    QSignalSpy fired(&alarm, &Alarm::fired);
    for (int i = 1; i <= 20; ++i) {
        const qint64 at = clock.nowNs() + i * Ms + 123'456;
        alarm.require(at);
        QVERIFY(fired.wait());
        QVERIFY(clock.nowNs() >= at);
        QCOMPARE(fired.size(), i);
    }
}

void TestAlarm::earliestCounts()
{
    const SystemClock clock;
    Alarm alarm(clock);
    QSignalSpy fired(&alarm, &Alarm::fired);
    const qint64 now = clock.nowNs();
    alarm.require(now + 60'000 * Ms);
    alarm.require(now + 5 * Ms);
    alarm.require(now + 30'000 * Ms);
    QVERIFY(fired.wait());
    QVERIFY(clock.nowNs() < now + 30'000 * Ms);
    // It is spent: what was required later has to be asked for again.
    alarm.require(now + 6 * Ms);
    QVERIFY(fired.wait());
}

void TestAlarm::pastFiresAtOnce()
{
    const SystemClock clock;
    Alarm alarm(clock);
    QSignalSpy fired(&alarm, &Alarm::fired);
    alarm.require(1);
    QCOMPARE(fired.size(), 0);
    QVERIFY(fired.wait());
}

void TestAlarm::stopped()
{
    const SystemClock clock;
    Alarm alarm(clock);
    QSignalSpy fired(&alarm, &Alarm::fired);
    alarm.require(clock.nowNs() + 5 * Ms);
    alarm.stop();
    QVERIFY(!fired.wait(50));
    alarm.require(clock.nowNs() + 5 * Ms);
    QVERIFY(fired.wait());
}

QTEST_GUILESS_MAIN(TestAlarm)
#include "tst_alarm.moc"
