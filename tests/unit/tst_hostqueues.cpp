// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/hostqueues.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet::net;

class TestHostQueues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstComeFirstServed();
    void priorityFirst();
    void runsTakeTurns();
    void hostsTakeTurns();
    void removed();
    void pausedRun();
    void pausedHost();
    void parkedUntilItsTime();
    void wokenBeforeItsTime();
    void pushDoesNotUnpark();
    void heldWhileFirst();
    void heldByAnother();
    void manyEntriesOfOneHost();
};

namespace {

const HostKey A = HostKey::restored(u"a"_s);
const HostKey B = HostKey::restored(u"b"_s);

/// Takes the entries of a host in their order.
QList<int> drain(HostQueues &queues, const HostKey &host)
{
    QList<int> order;
    while (const auto id = queues.head(host)) {
        order.append(int(*id));
        queues.remove(*id);
    }
    return order;
}

} // namespace

void TestHostQueues::firstComeFirstServed()
{
    HostQueues queues;
    for (int id = 1; id <= 3; ++id)
        queues.push(A, quint64(id), 0, 0);
    queues.push(A, 9, 0, 0, true);
    QCOMPARE(queues.queued(A), 4);
    QCOMPARE(drain(queues, A), (QList{9, 1, 2, 3}));
    QCOMPARE(queues.queued(A), 0);
    QVERIFY(!queues.hasReady());
}

void TestHostQueues::priorityFirst()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.push(A, 2, 0, 5);
    queues.push(A, 3, 0, -1);
    queues.push(A, 4, 0, 5);
    QCOMPARE(drain(queues, A), (QList{2, 4, 1, 3}));
}

void TestHostQueues::runsTakeTurns()
{
    HostQueues queues;
    for (int id = 1; id <= 4; ++id)
        queues.push(A, quint64(id), 1, 0);
    for (int id = 11; id <= 13; ++id)
        queues.push(A, quint64(id), 2, 0);
    queues.push(A, 21, 3, 0);
    QCOMPARE(drain(queues, A), (QList{1, 11, 21, 2, 12, 3, 13, 4}));
}

void TestHostQueues::hostsTakeTurns()
{
    HostQueues queues;
    for (int id = 1; id <= 3; ++id)
        queues.push(A, quint64(id), 0, 0);
    queues.push(B, 4, 0, 0);
    QList<HostKey> turns;
    while (queues.hasReady()) {
        const HostKey host = queues.nextReady();
        turns.append(host);
        queues.remove(*queues.head(host));
        queues.wake(host);
    }
    QCOMPARE(turns, (QList{A, B, A, A}));
    QVERIFY(queues.nextReady().isEmpty());
}

void TestHostQueues::removed()
{
    HostQueues queues;
    queues.push(A, 1, 1, 0);
    queues.push(A, 2, 1, 0);
    queues.push(A, 3, 2, 0);
    QVERIFY(queues.remove(2));
    QVERIFY(!queues.remove(2));
    QVERIFY(!queues.remove(99));
    QVERIFY(queues.remove(1));
    QCOMPARE(drain(queues, A), (QList{3}));
    QVERIFY(queues.hosts().isEmpty());
}

void TestHostQueues::pausedRun()
{
    HostQueues queues;
    queues.push(A, 1, 1, 0);
    queues.push(A, 2, 2, 0);
    queues.push(B, 3, 1, 0);
    queues.pauseRun(1);
    QCOMPARE(queues.head(A), 2u);
    QVERIFY(!queues.head(B));
    while (queues.hasReady())
        queues.nextReady();
    queues.resumeRun(1);
    QVERIFY(queues.hasReady());
    QCOMPARE(queues.head(B), 3u);
}

void TestHostQueues::pausedHost()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.pauseHost(A);
    QVERIFY(!queues.head(A));
    QCOMPARE(queues.nextReady(), A);
    queues.resumeHost(A);
    QCOMPARE(queues.nextReady(), A);
    QCOMPARE(queues.head(A), 1u);
    queues.pauseHost(B);
    QCOMPARE(queues.hosts().size(), 2);
}

void TestHostQueues::parkedUntilItsTime()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.push(B, 2, 0, 0);
    queues.nextReady();
    queues.park(A, 1, 100, 500);
    queues.nextReady();
    queues.park(B, 2, 100, 300);
    QCOMPARE(queues.nextDue(), 300);
    queues.wakeDue(299);
    QVERIFY(!queues.hasReady());
    queues.wakeDue(300);
    QCOMPARE(queues.nextReady(), B);
    QCOMPARE(queues.nextDue(), 500);
    queues.wakeDue(1000);
    QCOMPARE(queues.nextReady(), A);
    QVERIFY(!queues.nextDue());
}

void TestHostQueues::wokenBeforeItsTime()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.nextReady();
    queues.park(A, 1, 100, 500);
    queues.wake(A);
    queues.wake(A);
    QCOMPARE(queues.nextReady(), A);
    QVERIFY(!queues.hasReady());
    QVERIFY(!queues.nextDue());
    queues.park(A, 1, 100, 700);
    queues.remove(1);
    QVERIFY(!queues.nextDue());
}

void TestHostQueues::pushDoesNotUnpark()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.nextReady();
    queues.park(A, 1, 100, 500);
    queues.push(A, 2, 0, 0);
    QVERIFY(!queues.hasReady());
    QCOMPARE(queues.nextDue(), 500);
}

void TestHostQueues::heldWhileFirst()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.push(A, 2, 0, 0);
    queues.park(A, 1, 100, 500);
    QCOMPARE(queues.heldNs(1, 300), 200);
    QCOMPARE(queues.heldNs(2, 300), 0);
    // What keeps it waiting after that moment is something else.
    QCOMPARE(queues.heldNs(1, 900), 400);
    queues.wake(A);
    queues.park(A, 1, 300, 400);
    QCOMPARE(queues.take(1, 600), 300);
    QCOMPARE(queues.heldNs(1, 600), 0);
    queues.park(A, 2, 600, 1000);
    QCOMPARE(queues.take(2, 650), 50);
    QCOMPARE(queues.take(2, 700), 0);
}

/// Whoever comes to the front of a parked host, or leaves it, has it looked at again.
void TestHostQueues::heldByAnother()
{
    HostQueues queues;
    queues.push(A, 1, 0, 0);
    queues.nextReady();
    queues.park(A, 1, 100, 500);
    queues.push(A, 2, 0, 0, true);
    QCOMPARE(queues.nextReady(), A);
    queues.park(A, 2, 300, 500);
    QCOMPARE(queues.heldNs(1, 400), 200);
    QCOMPARE(queues.heldNs(2, 400), 100);
    queues.push(A, 3, 0, 1);
    QCOMPARE(queues.nextReady(), A);
    queues.park(A, 3, 400, 500);
    queues.remove(3);
    QCOMPARE(queues.nextReady(), A);
    queues.park(A, 2, 450, 500);
    QCOMPARE(queues.take(2, 500), 150);
    queues.park(A, 1, 500, 700);
    QCOMPARE(queues.take(1, 700), 400);
    QVERIFY(queues.hosts().isEmpty());
    QVERIFY(!queues.nextDue());
}

void TestHostQueues::manyEntriesOfOneHost()
{
    // Removing from anywhere must not depend on how many wait: with a search each this would take minutes.
    HostQueues queues;
    constexpr int Count = 200'000;
    for (int id = 1; id <= Count; ++id)
        queues.push(A, quint64(id), id % 3, id % 2);
    queues.pauseRun(0);
    for (int id = Count; id >= 1; id -= 2)
        QVERIFY(queues.remove(quint64(id)));
    QCOMPARE(queues.queued(A), Count / 2);
    queues.resumeRun(0);
    QCOMPARE(drain(queues, A).size(), Count / 2);
}

QTEST_GUILESS_MAIN(TestHostQueues)
#include "tst_hostqueues.moc"
