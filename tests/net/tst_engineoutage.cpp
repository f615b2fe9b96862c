// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// What happens when hosts or the network go away, and what must not happen to the others.
class TestEngineOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverAwayAndBack_data();
    void serverAwayAndBack();
    void allServersAwayAndBack();
    void deadHostEnds();
    void slowHostDoesNotSlowTheOthers();
    void overBudgetComesLast();
    void remainingLimitIsSpread();
    void systemSaysOffline();
};

void TestEngineOutage::serverAwayAndBack_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("6 s") << 6;
    QTest::newRow("20 s") << 20;
}

void TestEngineOutage::serverAwayAndBack()
{
    QFETCH(int, seconds);
    FaultServer server;
    EngineRig rig;
    rig.engine.setPace({10ms, 6, 64});
    int left = 150;
    std::function<void()> more = [&] {
        for (; left > 0 && rig.engine.load(HostKey::restored(server.host())) < 12; --left) {
            const int place = rig.get(requestFor(server.url(), 2));
            Q_UNUSED(place)
        }
    };
    connect(&rig.engine, &Engine::attempts, &rig.owner, more);
    more();
    QTimer::singleShot(500, &rig.owner, [&] { server.shut(); });
    QTimer::singleShot(500 + 1000 * seconds, &rig.owner, [&] { server.open(); });
    bool unreachable = false;
    connect(&rig.engine, &Engine::hostsChanged, &rig.owner, [&] {
        for (const HostState &host : rig.engine.hosts())
            unreachable = unreachable || host.unreachable;
    });
    QVERIFY(QTest::qWaitFor([&] { return left == 0 && rig.answered() == rig.asked(); }, 60'000));
    QCOMPARE(rig.asked(), 150);
    for (int i = 0; i < rig.asked(); ++i)
        QVERIFY2(
            rig.result(i),
            qPrintable(rig.result(i) ? QString() : QLatin1String(reasonCode(rig.result(i).error().reason))));
    QVERIFY(unreachable);
    QVERIFY(rig.waitAttempts(rig.asked()));
    qInfo("%d requests, %lld attempts", rig.asked(), rig.attempts().size());
}

void TestEngineOutage::allServersAwayAndBack()
{
    FaultServer server(4);
    EngineRig rig;
    for (int i = 0; i < 4; ++i)
        QVERIFY(rig.fetch(server.url(u"/"_s, i)));
    server.shut();
    for (int i = 0; i < 40; ++i)
        rig.get(requestFor(server.url(u"/late"_s, i % 4), 0));
    bool allUnreachable = false;
    QVERIFY(QTest::qWaitFor([&] {
        const QList<HostState> hosts = rig.engine.hosts();
        allUnreachable =
            hosts.size() == 4 &&
            std::all_of(hosts.begin(), hosts.end(), [](const HostState &host) { return host.unreachable; });
        return allUnreachable;
    }));
    server.open();
    QVERIFY(rig.wait());
    // Those that failed before it was clear that the network is gone had but one attempt.
    int good = 0;
    for (int place = 4; place < rig.asked(); ++place)
        good += rig.result(place) ? 1 : 0;
    QVERIFY2(good >= 30, qPrintable(QString::number(good)));
}

void TestEngineOutage::deadHostEnds()
{
    FaultServer server(2);
    const QUrl dead = server.url(u"/"_s, 0);
    server.shut();
    EngineRig rig;
    for (int i = 0; i < 3; ++i)
        rig.get(requestFor(dead, 1));
    QVERIFY(rig.wait(30'000));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(rig.result(i).error().reason, Reason::Refused);
}

void TestEngineOutage::slowHostDoesNotSlowTheOthers()
{
    FaultServer server(50);
    const quint16 slowPort = quint16(server.url(u"/"_s, 7).port());
    server.setHandler(
        [slowPort](const Seen &seen) { return Answer::text("x").after(seen.port == slowPort ? 60'000 : 0); });
    EngineRig rig;
    int others = 0;
    int slow = 0;
    for (int i = 0; i < 1000; ++i) {
        const int port = i % 50;
        if (port == 7 && i > 50)
            continue; // two are enough to hold connections
        connect(rig.engine.get(requestFor(server.url(u"/"_s, port)), &rig.owner), &Fetch::done, &rig.owner,
                [&, port] { ++(port == 7 ? slow : others); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(others, 980, 50'000);
    QCOMPARE(slow, 0);
}

void TestEngineOutage::overBudgetComesLast()
{
    FaultServer server;
    QHash<QByteArray, int> asked;
    server.setHandler([&asked](const Seen &seen) {
        // Every address fails once.
        return Answer::text("x", ++asked[seen.target] == 1 ? 500 : 200);
    });
    EngineRig rig;
    for (int i = 0; i < 60; ++i)
        rig.get(server.url(u"/"_s + QString::number(i)));
    QVERIFY(rig.wait(60'000));
    for (int i = 0; i < 60; ++i)
        QCOMPARE(rig.result(i)->status, 200);
    QCOMPARE(server.seen().size(), 120);
}

void TestEngineOutage::remainingLimitIsSpread()
{
    FaultServer server;
    const QList<QPair<QByteArray, QByteArray>> used{{"RateLimit-Remaining", "0"}, {"RateLimit-Reset", "1"}};
    server.script("/1", {Answer::status(200, used)});
    EngineRig rig;
    QVERIFY(rig.fetch(server.url(u"/1"_s)));
    QVERIFY(rig.fetch(server.url(u"/2"_s)));
    QVERIFY(rig.waitAttempts(2));
    QVERIFY(rig.attempts().last().admitted - rig.attempts().first().done >= 1s);
}

void TestEngineOutage::systemSaysOffline()
{
    FaultServer proxy; // stands for the world: this computer itself is there without a network
    FixedProxySelector selector(*FixedProxySelector::parse(proxy.host()));
    EngineRig rig(selector);
    rig.engine.setOnline(false);
    for (int i = 0; i < 8; ++i)
        rig.get(requestFor(QUrl(u"http://%1.invalid/"_s.arg(i)), 0));
    const int here = rig.get(requestFor(QUrl(u"http://127.0.0.1:9/"_s), 0));
    QVERIFY(QTest::qWaitFor([&] { return rig.answered() == 1; }, 400));
    QVERIFY(rig.result(here));
    QVERIFY(rig.engine.hosts().first().unreachable);
    rig.engine.setOnline(true);
    QVERIFY(rig.wait(2000));
    // Nobody says so, but the network is back: a probe finds out.
    rig.engine.setOnline(false);
    for (int i = 0; i < 8; ++i)
        rig.get(requestFor(QUrl(u"http://%1.invalid/"_s.arg(i)), 0));
    QVERIFY(rig.wait());
    for (int place = 0; place < rig.asked(); ++place)
        QVERIFY(rig.result(place));
}

QTEST_GUILESS_MAIN(TestEngineOutage)
#include "tst_engineoutage.moc"
