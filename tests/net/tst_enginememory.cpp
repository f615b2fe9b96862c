// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/memory.h"
#include "support/packed.h"

#include <QTest>
#include <QTimer>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Answers that never end must not fill the memory.
class TestEngineMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void growth_data();
    void growth();
};

void TestEngineMemory::initTestCase()
{
    if (residentBytes() == 0)
        QSKIP("elsewhere: this system does not tell how much memory a program holds");
    if (isSanitized())
        QSKIP("elsewhere: sanitizers keep what was freed");
    // What the first request costs is no answer's fault.
    FaultServer server;
    EngineRig rig;
    QVERIFY(rig.fetch(server.url()));
}

void TestEngineMemory::growth_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    using End = Answer::End;
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    Answer body = Answer::raw(ok + "\r\n", End::Endless);
    body.tail = QByteArray(65536, 'x');
    QTest::newRow("endless body") << body << Reason::TooLarge;
    const QByteArray bomb = pack(QByteArray(50'000'000, '\0'), Packing::Gzip);
    QTest::newRow("gzip bomb") << Answer::status(200, {{"Content-Encoding", "gzip"}}, bomb) << Reason::Bomb;
    Answer headers = Answer::raw(ok, End::Endless);
    headers.tail = QByteArray("X-A: bbbbbbbbbbbbbbbb\r\n").repeated(100);
    QTest::newRow("endless headers") << headers << Reason::HeaderFlood;
    Answer line = Answer::raw(ok + "X-A: ", End::Endless);
    line.tail = QByteArray(65536, 'x');
    QTest::newRow("endless header line") << line << Reason::HeaderFlood;
    QTest::newRow("101 headers") << Answer::raw(ok + QByteArray("X-A: b\r\n").repeated(101) +
                                                    "Content-Length: 2\r\n\r\nok",
                                                End::KeepAlive)
                                 << Reason::HeaderFlood;
}

void TestEngineMemory::growth()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    FaultServer server;
    server.script("/", {answer});
    EngineRig rig;
    const qint64 before = residentBytes();
    qint64 peak = before;
    QTimer sampler;
    connect(&sampler, &QTimer::timeout, &rig.owner, [&peak] { peak = std::max(peak, residentBytes()); });
    sampler.start(20);
    Request request = requestFor(server.url(), 0);
    request.maxBody = 4'000'000;
    request.timeout = 8s;
    const auto result = rig.fetch(request);
    QVERIFY(!result);
    const qint64 grown = (peak - before) / 1'000'000;
    qInfo("grew by %lld MB, took %lld ms", grown,
          rig.waitAttempts(1) ? qint64((rig.attempts().first().done - rig.attempts().first().admitted) / 1ms)
                              : -1);
    QVERIFY2(grown < 20, qPrintable(QString::number(grown)));
    QCOMPARE(result.error().reason, reason);
}

QTEST_GUILESS_MAIN(TestEngineMemory)
#include "tst_enginememory.moc"
