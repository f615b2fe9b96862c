// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// When requests start, and what makes them wait. Distances are taken from the engine's own record, admission
/// after the moment the one before was sent: on a busy machine the server's clock tells when the server was
/// woken.
class TestEnginePace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spacing_data();
    void spacing();
    void slowConnections();
    void hostsDoNotWaitForEachOther();
    void changedPaceTakesEffectAtOnce();
    void hostInterval();
    void retryAfterRestsTheHost_data();
    void retryAfterRestsTheHost();
    void retryAfterIsNotCharged();
    void retryAfterForEver();
    void retryAfterTooLong();
    void retriesArePaced();
};

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The smallest distance between two starts, in milliseconds.
double smallestGap(QList<Attempt> attempts)
{
    std::sort(attempts.begin(), attempts.end(),
              [](const Attempt &a, const Attempt &b) { return a.admitted < b.admitted; });
    double smallest = 1e9;
    for (int i = 1; i < attempts.size(); ++i)
        smallest =
            std::min(smallest, double((attempts.at(i).admitted - attempts.at(i - 1).sent).count()) / 1e6);
    return smallest;
}

} // namespace

void TestEnginePace::spacing_data()
{
    QTest::addColumn<int>("delayMs");
    QTest::addColumn<int>("latencyMs");
    QTest::addColumn<bool>("close");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("smallest");
    QTest::newRow("50 ms, kept alive") << 50 << 5 << false << 60 << 49.5;
    QTest::newRow("50 ms, slow answers") << 50 << 120 << false << 60 << 49.5;
    QTest::newRow("50 ms, new connections") << 50 << 0 << true << 60 << 49.5;
    QTest::newRow("200 ms") << 200 << 0 << false << 10 << 199.5;
    QTest::newRow("10 ms") << 10 << 3 << false << 200 << 8.5;
}

void TestEnginePace::spacing()
{
    QFETCH(int, delayMs);
    QFETCH(int, latencyMs);
    QFETCH(bool, close);
    QFETCH(int, count);
    QFETCH(double, smallest);
    FaultServer server;
    server.setHandler([=](const Seen &) {
        return Answer::text("x").after(latencyMs).then(close ? Answer::End::Close : Answer::End::KeepAlive);
    });
    EngineRig rig;
    rig.engine.setPace({std::chrono::milliseconds(delayMs), 6, 64});
    for (int i = 0; i < count; ++i)
        rig.get(server.url());
    QVERIFY(rig.wait());
    QVERIFY(rig.waitAttempts(count));
    QCOMPARE(server.seen().size(), count);
    const double gap = smallestGap(rig.attempts());
    QVERIFY2(gap >= smallest, qPrintable(QString::number(gap)));
}

void TestEnginePace::slowConnections()
{
    // A first connection that takes long must not be overtaken by the next start on a connection that is
    // there.
    FaultServer server;
    server.setHandler(
        [](const Seen &seen) { return Answer::text("x").after(seen.connection == 1 ? 0 : 90); });
    EngineRig rig;
    rig.engine.setPace({60ms, 6, 64});
    for (int i = 0; i < 40; ++i)
        rig.get(server.url());
    QVERIFY(rig.wait());
    QVERIFY(rig.waitAttempts(40));
    const double gap = smallestGap(rig.attempts());
    QVERIFY2(gap >= 59.5, qPrintable(QString::number(gap)));
}

void TestEnginePace::hostsDoNotWaitForEachOther()
{
    FaultServer server(5);
    EngineRig rig;
    rig.engine.setPace({300ms, 6, 64});
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        rig.get(server.url(u"/"_s, i % 5));
    QVERIFY(rig.wait());
    QVERIFY(timer.elapsed() >= 299);
    QVERIFY(timer.elapsed() < 5 * 300);
}

void TestEnginePace::changedPaceTakesEffectAtOnce()
{
    FaultServer server;
    EngineRig rig;
    rig.engine.setPace({60s, 6, 64});
    rig.get(server.url());
    rig.get(server.url());
    QVERIFY(QTest::qWaitFor([&] { return rig.answered() == 1; }));
    rig.engine.setPace({10ms, 6, 64});
    QVERIFY(rig.wait(5000));
    QCOMPARE(rig.engine.pace().delay, std::chrono::nanoseconds(10ms));
}

void TestEnginePace::hostInterval()
{
    FaultServer server(2);
    EngineRig rig;
    rig.engine.setHostInterval(HostKey::restored(server.host(0)), 150ms);
    for (int i = 0; i < 6; ++i)
        rig.get(server.url(u"/"_s, i % 2));
    QVERIFY(rig.wait());
    QVERIFY(rig.waitAttempts(6));
    QList<Attempt> slow;
    for (const Attempt &attempt : rig.attempts()) {
        if (attempt.host.toString() == server.host(0))
            slow.append(attempt);
    }
    QVERIFY(smallestGap(slow) >= 149);
}

void TestEnginePace::retryAfterRestsTheHost_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("seconds") << Headers{{"Retry-After", "1"}} << 429;
    QTest::newRow("503") << Headers{{"Retry-After", "1"}} << 503;
    QTest::newRow("date by the server's clock") << Headers{{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                                           {"Retry-After", "Sun, 06 Nov 1994 08:49:38 GMT"}}
                                                << 429;
}

void TestEnginePace::retryAfterRestsTheHost()
{
    QFETCH(Headers, headers);
    QFETCH(int, status);
    FaultServer server(2);
    server.script("/busy", {Answer::status(status, headers), Answer::text("free")});
    EngineRig rig;
    const auto busy = rig.get(server.url(u"/busy"_s, 0));
    QVERIFY(QTest::qWaitFor([&] { return rig.attempts().size() == 1; }));
    const Moment answered = rig.attempts().first().done;
    QCOMPARE(rig.engine.hosts().first().host.toString(), server.host(0));
    QVERIFY(rig.engine.hosts().first().pausedUntil >= answered + 1s);
    for (int i = 0; i < 4; ++i)
        rig.get(server.url(u"/more"_s, i % 2));
    QVERIFY(rig.wait());
    QCOMPARE(rig.result(busy)->body, "free");
    QVERIFY(rig.waitAttempts(6));
    bool otherHostGoesOn = false;
    for (const Attempt &attempt : rig.attempts().mid(1)) {
        if (attempt.host.toString() == server.host(0))
            QVERIFY(attempt.admitted >= answered + 1s);
        else
            otherHostGoesOn = otherHostGoesOn || attempt.admitted < answered + 900ms;
    }
    QVERIFY(otherHostGoesOn);
}

void TestEnginePace::retryAfterIsNotCharged()
{
    FaultServer server;
    const Answer busy = Answer::status(429, {{"Retry-After", "1"}});
    const Answer broken = Answer::text("", 500);
    server.script("/", {busy, broken, busy, broken, Answer::text("done")});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->body, "done");
    QCOMPARE(result->attempts, 5);
}

void TestEnginePace::retryAfterForEver()
{
    FaultServer server;
    server.script("/", {Answer::status(503, {{"Retry-After", "1"}})});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->status, 503);
    QCOMPARE(server.seen().size(), 8);
}

void TestEnginePace::retryAfterTooLong()
{
    FaultServer server;
    server.script("/", {Answer::status(429, {{"Retry-After", "90000"}})});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->status, 429);
    QCOMPARE(server.seen().size(), 1);
    rig.get(server.url(u"/next"_s));
    QVERIFY(!rig.wait(300));
    QVERIFY(rig.engine.hosts().first().pausedUntil > rig.clock.now() + 3000s);
}

void TestEnginePace::retriesArePaced()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) { return Answer::text("", seen.target == "/bad" ? 500 : 200); });
    EngineRig rig;
    rig.engine.setPace({50ms, 6, 64});
    for (int i = 0; i < 10; ++i)
        rig.get(server.url(i % 2 ? u"/bad"_s : u"/good"_s));
    QVERIFY(rig.wait());
    QVERIFY(rig.waitAttempts(20));
    QVERIFY(smallestGap(rig.attempts()) >= 49);
}

QTEST_GUILESS_MAIN(TestEnginePace)
#include "tst_enginepace.moc"
