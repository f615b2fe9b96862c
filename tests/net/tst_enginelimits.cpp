// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/packed.h"

#include <QTest>
#include <QThread>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Answers that never end well: each ends at its cap or deadline, with a reason of its own.
class TestEngineLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endings_data();
    void endings();
    void unreadableHeadersEndEarly_data();
    void unreadableHeadersEndEarly();
    void answersWithoutHeaders();
    void deadlineIsPerAttempt();
    void timeOfAStoppedProgramDoesNotCount();
    void keptConnectionClosed();
    void queueingDoesNotAge();
    void headHasNoBody();
};

void TestEngineLimits::endings_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    using End = Answer::End;
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("announced too large")
        << Answer::raw(ok + "Content-Length: 2000000\r\n\r\nx", End::Hang) << Reason::TooLarge;
    Answer endless = Answer::raw(ok + "\r\n", End::Endless);
    endless.tail = QByteArray(65536, 'x');
    QTest::newRow("endless body") << endless << Reason::TooLarge;
    const QByteArray bomb = pack(QByteArray(50'000'000, '\0'), Packing::Gzip);
    QTest::newRow("gzip bomb") << Answer::status(200, {{"Content-Encoding", "gzip"}}, bomb) << Reason::Bomb;
    QTest::newRow("never answers") << Answer::raw({}, End::Hang) << Reason::Deadline;
    QTest::newRow("falls silent") << Answer::raw(ok + "Content-Length: 100\r\n\r\nsome", End::Hang)
                                  << Reason::Inactivity;
    Answer trickle = Answer::raw(ok + "Content-Length: 1000\r\n\r\n", End::Trickle);
    trickle.tail = QByteArray(1000, 'x');
    trickle.stepMs = 50;
    QTest::newRow("trickles") << trickle << Reason::Deadline;
    Answer headers = Answer::raw(ok, End::Trickle);
    headers.tail = QByteArray("X-A: b\r\n").repeated(500);
    headers.stepMs = 20;
    QTest::newRow("trickles headers") << headers << Reason::Deadline;
    Answer reset = Answer::raw(ok + "Content-Length: 100\r\n\r\nsome", End::Reset);
    reset.stepMs = 50;
    QTest::newRow("reset in the body") << reset << Reason::Truncated;
    QTest::newRow("announces more than comes")
        << Answer::raw(ok + "Content-Length: 100\r\n\r\nsome", End::Close) << Reason::Truncated;
    const QByteArray many = ok + QByteArray("X-A: b\r\n").repeated(101) + "Content-Length: 2\r\n\r\nok";
    QTest::newRow("101 headers") << Answer::raw(many, End::KeepAlive) << Reason::HeaderFlood;
    const QByteArray wide = ok + "X-A: " + QByteArray(200'000, 'x') + "\r\nContent-Length: 2\r\n\r\nok";
    QTest::newRow("one header of 200 kB") << Answer::raw(wide, End::KeepAlive) << Reason::HeaderFlood;
    QTest::newRow("closes without a word") << Answer::raw({}, End::Close) << Reason::Reset;
    QTest::newRow("resets without a word") << Answer::raw({}, End::Reset) << Reason::Reset;
    const QByteArray packed = pack(QByteArray("text").repeated(1000), Packing::Gzip);
    QTest::newRow("gzip cut") << Answer::status(200, {{"Content-Encoding", "gzip"}}, packed.left(20))
                              << Reason::Truncated;
}

void TestEngineLimits::endings()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    FaultServer server;
    server.script("/", {answer});
    EngineRig rig;
    Request request = requestFor(server.url(), 0);
    request.maxBody = 1'000'000;
    request.timeout = 700ms;
    const auto result = rig.fetch(request, 5000);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, reason);
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().reason, reason);
}

void TestEngineLimits::unreadableHeadersEndEarly_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("101 headers") << QByteArray("X-A: b\r\n").repeated(101);
    QTest::newRow("one header of 200 kB") << "X-A: " + QByteArray(200'000, 'x') + "\r\n";
}

void TestEngineLimits::unreadableHeadersEndEarly()
{
    QFETCH(QByteArray, headers);
    FaultServer server;
    server.script("/", {Answer::raw("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 2\r\n\r\nok",
                                    Answer::End::KeepAlive)});
    EngineRig rig;
    Request request = requestFor(server.url(), 0);
    request.timeout = 60s;
    const auto result = rig.fetch(request, 50'000);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::HeaderFlood);
}

/// As the simplest of servers answer: what comes until the connection is closed is the body.
void TestEngineLimits::answersWithoutHeaders()
{
    FaultServer server;
    server.script("/", {Answer::raw("HTTP/1.0 200 OK\r\n\r\nsome words", Answer::End::Close)});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->body, "some words");
}

void TestEngineLimits::deadlineIsPerAttempt()
{
    FaultServer server;
    server.script("/", {Answer::raw({}, Answer::End::Hang), Answer::text("at last")});
    EngineRig rig;
    Request request = requestFor(server.url(), 1);
    request.timeout = 400ms;
    const auto result = rig.fetch(request);
    QVERIFY(result);
    QCOMPARE(result->attempts, 2);
}

void TestEngineLimits::timeOfAStoppedProgramDoesNotCount()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("x").after(4500); });
    EngineRig rig;
    Request request = requestFor(server.url(), 0);
    request.timeout = 3s;
    rig.get(request);
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() == 1; }));
    // What a suspended process looks like from inside.
    QThread::sleep(4);
    QVERIFY(rig.wait());
    QVERIFY(rig.result(0));
}

void TestEngineLimits::keptConnectionClosed()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("x").then(Answer::End::Close); });
    EngineRig rig;
    for (int i = 0; i < 5; ++i) {
        const auto result = rig.fetch(requestFor(server.url(), 0));
        QVERIFY(result);
        QTest::qWait(20);
    }
    QCOMPARE(server.seen().size(), 5);
}

void TestEngineLimits::queueingDoesNotAge()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("x").after(200); });
    EngineRig rig;
    for (int i = 0; i < 90; ++i) {
        Request request = requestFor(server.url(), 0);
        request.timeout = 2s; // all of it takes three
        rig.get(request);
    }
    QVERIFY(rig.wait());
    for (int i = 0; i < 90; ++i)
        QVERIFY(rig.result(i));
}

void TestEngineLimits::headHasNoBody()
{
    FaultServer server;
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\nContent-Encoding: gzip\r\n\r\n";
    server.script("/", {Answer::raw(head, Answer::End::KeepAlive)});
    EngineRig rig;
    Request request = requestFor(server.url(), 0);
    request.method = Method::Head;
    request.maxBody = 1000;
    const auto result = rig.fetch(request);
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QVERIFY(result->body.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineLimits)
#include "tst_enginelimits.moc"
