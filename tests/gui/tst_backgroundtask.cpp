// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backgroundtask.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace linnet;

/// Work in another thread, one piece at a time.
class TestBackgroundTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultComesHere();
    void onlyTheLastWaits();
    void forgottenWorkSaysNothing();
    void stopWaits();
};

void TestBackgroundTask::resultComesHere()
{
    QThread *const here = QThread::currentThread();
    QThread *worker = nullptr;
    QThread *told = nullptr;
    models::BackgroundTask<QThread *> task([&](QThread *thread) {
        worker = thread;
        told = QThread::currentThread();
    });
    task.start([] { return QThread::currentThread(); });
    QVERIFY(task.isBusy());
    QTRY_VERIFY(told);
    QCOMPARE(told, here);
    QVERIFY(worker != here);
    QVERIFY(!task.isBusy());
}

void TestBackgroundTask::onlyTheLastWaits()
{
    QSemaphore gate;
    QList<int> results;
    models::BackgroundTask<int> task([&](int result) { results << result; });
    for (int i = 1; i <= 4; ++i) {
        task.start([&gate, i] {
            gate.acquire();
            return i;
        });
    }
    gate.release(4);
    QTRY_VERIFY(!task.isBusy());
    QCOMPARE(results, (QList<int>{1, 4}));
}

void TestBackgroundTask::forgottenWorkSaysNothing()
{
    QSemaphore gate;
    QList<int> results;
    models::BackgroundTask<int> task([&](int result) { results << result; });
    task.start([&gate] {
        gate.acquire();
        return 1;
    });
    task.start([] { return 2; });
    task.forget();
    QVERIFY(!task.isBusy());
    gate.release();
    task.start([] { return 3; });
    QTRY_COMPARE(results, QList<int>{3});
}

void TestBackgroundTask::stopWaits()
{
    QSemaphore gate;
    std::atomic<bool> over = false;
    bool told = false;
    models::BackgroundTask<bool> task([&](bool) { told = true; });
    task.start([&] {
        gate.acquire();
        return over = true;
    });
    const std::jthread opens([&] { gate.release(); });
    task.stop();
    QVERIFY(over);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(TestBackgroundTask)
#include "tst_backgroundtask.moc"
