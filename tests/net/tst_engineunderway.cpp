// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

using Wait = UnderWay::Wait;

/// What the engine tells of requests that have no answer yet.
class TestEngineUnderWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phases();
    void queueAndLimiter();
    void retryPause();
    void onlySoMany();
    void limiterKeepsItsShare();
    void restAndPauseAreTold();

private:
    static QMap<QString, Wait> waits(const EngineRig &rig, qsizetype most = 100)
    {
        QMap<QString, Wait> result;
        for (const UnderWay &request : rig.engine.underWay(most))
            result.insert(QUrl(request.attempt.url).path(), request.wait);
        return result;
    }
};

void TestEngineUnderWay::phases()
{
    FaultServer server;
    server.script("/silent", {Answer::raw("", Answer::End::Hang)});
    server.script("/half",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Answer::End::Hang)});
    EngineRig rig;
    rig.engine.setPace({std::chrono::nanoseconds(0), 6, 64});
    QVERIFY(rig.engine.underWay(100).isEmpty());
    rig.get(server.url(u"/silent"_s));
    rig.get(server.url(u"/half"_s));
    const QMap<QString, Wait> expected{{u"/half"_s, Wait::Body}, {u"/silent"_s, Wait::Headers}};
    QTRY_COMPARE_WITH_TIMEOUT(waits(rig), expected, 20'000);
    for (const UnderWay &request : rig.engine.underWay(100)) {
        const Attempt &attempt = request.attempt;
        QVERIFY(attempt.queuedNs > 0 && attempt.queuedNs <= attempt.admittedNs);
        QVERIFY(attempt.admittedNs <= attempt.sentNs);
        QCOMPARE(attempt.headersNs > 0, request.wait == Wait::Body);
        QCOMPARE(attempt.doneNs, 0);
    }
    rig.engine.shutDown();
    QVERIFY(rig.wait());
    QVERIFY(rig.engine.underWay(100).isEmpty());
}

void TestEngineUnderWay::queueAndLimiter()
{
    FaultServer server;
    EngineRig rig;
    rig.engine.setPace({std::chrono::minutes(10), 6, 64});
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s})
        rig.get(server.url(path));
    const QMap<QString, Wait> expected{{u"/b"_s, Wait::Limiter}, {u"/c"_s, Wait::Queue}};
    QTRY_COMPARE_WITH_TIMEOUT(waits(rig), expected, 20'000);
    rig.engine.shutDown();
    QVERIFY(rig.wait());
}

void TestEngineUnderWay::retryPause()
{
    FaultServer server;
    server.script("/", {Answer::status(503)});
    EngineRig rig;
    rig.engine.setPace({std::chrono::nanoseconds(0), 6, 64});
    rig.get(requestFor(server.url(), 2));
    QTRY_VERIFY_WITH_TIMEOUT(waits(rig).value(u"/"_s, Wait::Queue) == Wait::Retry, 20'000);
    const QList<UnderWay> now = rig.engine.underWay(100);
    QVERIFY(now.isEmpty() || now.first().attempt.number >= 2);
    rig.engine.shutDown();
    QVERIFY(rig.wait());
}

void TestEngineUnderWay::onlySoMany()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::raw("", Answer::End::Hang); });
    EngineRig rig;
    rig.engine.setPace({std::chrono::nanoseconds(0), 2, 64});
    for (int i = 0; i < 50; ++i)
        rig.get(server.url(u"/%1"_s.arg(i)));
    QTRY_COMPARE_WITH_TIMEOUT(server.seen().size(), 2, 20'000);
    const QList<UnderWay> few = rig.engine.underWay(5);
    QCOMPARE(few.size(), 5);
    // Those in flight are among them.
    for (int i = 0; i < few.size(); ++i)
        QCOMPARE(few[i].wait == Wait::Queue, i >= 2);
    QCOMPARE(rig.engine.underWay(100).size(), 50);
    rig.engine.shutDown();
    QVERIFY(rig.wait());
}

/// What was told of a request while it waited is what its record says.
void TestEngineUnderWay::limiterKeepsItsShare()
{
    constexpr qint64 Interval = 150'000'000;
    FaultServer server;
    EngineRig rig;
    rig.engine.setPace({std::chrono::nanoseconds(Interval), 6, 64});
    for (int i = 0; i < 4; ++i)
        rig.get(server.url(u"/%1"_s.arg(i)));
    QHash<QString, qint64> told;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const UnderWay &request : rig.engine.underWay(100)) {
                if (request.attempt.admittedNs == 0)
                    told[request.attempt.url] = request.attempt.limitedNs;
            }
            return rig.answered() == 4;
        }(),
        60'000);
    rig.engine.flushAttempts();
    QVERIFY(rig.waitAttempts(4));
    QList<Attempt> attempts = rig.attempts();
    std::ranges::sort(attempts, {}, &Attempt::admittedNs);
    QCOMPARE(attempts[0].limitedNs, 0);
    for (int i = 1; i < attempts.size(); ++i) {
        const Attempt &attempt = attempts[i];
        QVERIFY(attempt.limitedNs <= attempt.admittedNs - attempts[i - 1].admittedNs);
        QVERIFY2(attempt.limitedNs >= Interval / 2, qPrintable(QString::number(attempt.limitedNs)));
        QVERIFY(attempt.limitedNs >= told.value(attempt.url));
        QCOMPARE(attempt.pausedNs, 0);
    }
    // The last one's turn came after all others.
    QVERIFY(attempts[3].admittedNs - attempts[3].queuedNs > attempts[3].limitedNs + Interval);
}

void TestEngineUnderWay::restAndPauseAreTold()
{
    FaultServer server;
    server.script("/rest", {Answer::status(503, {{"Retry-After", "1"}}), Answer::text("ok")});
    server.script("/again", {Answer::status(503), Answer::text("ok")});
    EngineRig rig;
    rig.engine.setPace({std::chrono::nanoseconds(0), 6, 64});
    for (const QString &path : {u"/again"_s, u"/rest"_s}) {
        QVERIFY(rig.fetch(server.url(path)));
        rig.engine.flushAttempts();
        const Attempt first = rig.attempts().at(rig.attempts().size() - 2);
        const Attempt second = rig.attempts().last();
        QCOMPARE(second.number, 2);
        QCOMPARE(first.pausedNs, 0);
        QCOMPARE(first.limitedNs, 0);
        QVERIFY(second.pausedNs + second.limitedNs <= second.admittedNs - first.doneNs);
        if (path == u"/rest")
            QVERIFY(second.limitedNs + second.pausedNs >= 900'000'000);
        else
            QVERIFY(second.pausedNs > 0);
    }
}

QTEST_GUILESS_MAIN(TestEngineUnderWay)
#include "tst_engineunderway.moc"
