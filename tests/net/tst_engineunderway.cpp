// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;
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
        QVERIFY(attempt.queued > Moment() && attempt.queued <= attempt.admitted);
        QVERIFY(attempt.admitted <= attempt.sent);
        QCOMPARE(attempt.headers > Moment(), request.wait == Wait::Body);
        QCOMPARE(attempt.done, Moment());
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
    constexpr std::chrono::nanoseconds Interval = 150ms;
    FaultServer server;
    EngineRig rig;
    rig.engine.setPace({Interval, 6, 64});
    for (int i = 0; i < 4; ++i)
        rig.get(server.url(u"/%1"_s.arg(i)));
    QHash<QString, std::chrono::nanoseconds> told;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const UnderWay &request : rig.engine.underWay(100)) {
                if (request.attempt.admitted == Moment())
                    told[request.attempt.url] = request.attempt.limited;
            }
            return rig.answered() == 4;
        }(),
        60'000);
    rig.engine.flushAttempts();
    QVERIFY(rig.waitAttempts(4));
    QList<Attempt> attempts = rig.attempts();
    std::ranges::sort(attempts, {}, &Attempt::admitted);
    QCOMPARE(attempts[0].limited, 0ns);
    for (int i = 1; i < attempts.size(); ++i) {
        const Attempt &attempt = attempts[i];
        QVERIFY(attempt.limited <= attempt.admitted - attempts[i - 1].admitted);
        QVERIFY2(attempt.limited >= Interval / 2, qPrintable(QString::number(attempt.limited.count())));
        QVERIFY(attempt.limited >= told.value(attempt.url, 0ns));
        QCOMPARE(attempt.paused, 0ns);
    }
    // The last one's turn came after all others.
    QVERIFY(attempts[3].admitted - attempts[3].queued > attempts[3].limited + Interval);
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
        QCOMPARE(first.paused, 0ns);
        QCOMPARE(first.limited, 0ns);
        QVERIFY(second.paused + second.limited <= second.admitted - first.done);
        if (path == u"/rest")
            QVERIFY(second.limited + second.paused >= 900ms);
        else
            QVERIFY(second.paused > 0ns);
    }
}

QTEST_GUILESS_MAIN(TestEngineUnderWay)
#include "tst_engineunderway.moc"
