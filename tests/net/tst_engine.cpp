// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

namespace {

/// The largest number of attempts that were under way at one moment.
int mostAtOnce(const QList<Attempt> &attempts)
{
    QMap<Moment, int> changes;
    for (const Attempt &attempt : attempts) {
        ++changes[attempt.admitted];
        --changes[attempt.done];
    }
    int now = 0;
    int most = 0;
    for (const int change : std::as_const(changes)) {
        now += change;
        most = std::max(most, now);
    }
    return most;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void statusIsAnAnswer();
    void headersSent();
    void userAgentIsNeverEmpty();
    void doneNeverInsideGet();
    void retries_data();
    void retries();
    void refused();
    void unacceptableBody();
    void recordsAttempts();
    void ownersDeathIsSilent();
    void cancelled();
    void cancelledRun();
    void thousandsCancelled();
    void pausedRun();
    void pausedHost();
    void inFlightPerHost();
    void totalInFlight();
    void badAddress();
    void shutDown();
    void shutDownWithNothingToDo();
};

void TestEngine::answers()
{
    FaultServer server;
    server.script("/a?x=1", {Answer::text("hello")});
    EngineRig rig;
    const auto result = rig.fetch(server.url(u"/a?x=1#part"_s));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, "hello");
    QCOMPARE(result->url, server.url(u"/a?x=1"_s));
    QCOMPARE(result->header("content-type"), "text/plain");
    QCOMPARE(result->attempts, 1);
    QCOMPARE(result->bytes, 5);
    QVERIFY(result->total > 0ns);
    QVERIFY(result->untilHeaders > 0ns);
    QVERIFY(result->untilHeaders <= result->total);
    QCOMPARE(server.seen().size(), 1);
}

void TestEngine::statusIsAnAnswer()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) { return Answer::text(seen.target, seen.target.mid(1).toInt()); });
    EngineRig rig;
    rig.engine.setPace({0ns, 6, 64});
    for (int status = 400; status < 600; ++status)
        rig.get(requestFor(server.url(u"/"_s + QString::number(status)), 0));
    QVERIFY(rig.wait(60'000));
    for (int status = 400; status < 600; ++status) {
        const auto result = rig.result(status - 400);
        QVERIFY2(result, qPrintable(QString::number(status)));
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, '/' + QByteArray::number(status));
    }
    QCOMPARE(server.seen().size(), 200);
}

void TestEngine::headersSent()
{
    FaultServer server;
    EngineRig rig;
    Request request = requestFor(server.url());
    request.method = Method::Head;
    request.bearer = "secret";
    request.userAgent = "Mine/1";
    request.headers = {{"X-Own", "1"}, {"Proxy-Authorization", "Basic eDp5"}};
    QVERIFY(rig.fetch(request));
    const Seen seen = server.seen().first();
    QCOMPARE(seen.method, "HEAD");
    QCOMPARE(seen.header("Authorization"), "Bearer secret");
    QCOMPARE(seen.header("User-Agent"), "Mine/1");
    QCOMPARE(seen.header("X-Own"), "1");
    QCOMPARE(seen.header("Accept-Language"), "*");
    QCOMPARE(seen.header("Accept-Encoding"), "gzip");
    QVERIFY(seen.header("Proxy-Authorization").isNull());
    QVERIFY(seen.header("Cookie").isNull());
}

void TestEngine::userAgentIsNeverEmpty()
{
    FaultServer server;
    EngineRig rig;
    rig.engine.setUserAgent("  ");
    QVERIFY(rig.fetch(server.url()));
    QVERIFY(server.seen().first().header("User-Agent").startsWith("Linnet/"));
    rig.engine.setUserAgent("Other/2 (a@b.c)");
    QVERIFY(rig.fetch(server.url()));
    QCOMPARE(server.seen().last().header("User-Agent"), "Other/2 (a@b.c)");
}

void TestEngine::doneNeverInsideGet()
{
    EngineRig rig;
    rig.get(QUrl(u"ftp://x/"_s));
    QCOMPARE(rig.answered(), 0);
    QVERIFY(rig.wait());
    QCOMPARE(rig.answered(), 1);
}

void TestEngine::retries_data()
{
    QTest::addColumn<QList<Answer>>("script");
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("status");
    QTest::addColumn<Reason>("reason");
    const Answer good = Answer::text("good");
    const Answer cut = Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", Answer::End::Close);
    const Answer gone = Answer::raw("", Answer::End::Close);
    const Answer badGzip = Answer::status(200, {{"Content-Encoding", "gzip"}}, "this is not packed");
    QTest::newRow("503 then good") << QList{Answer::text("", 503), good} << 2 << 2 << 200 << Reason::None;
    QTest::newRow("408, 425 then good")
        << QList{Answer::text("", 408), Answer::text("", 425), good} << 2 << 3 << 200 << Reason::None;
    QTest::newRow("500 for ever") << QList{Answer::text("sorry", 500)} << 2 << 3 << 500 << Reason::None;
    QTest::newRow("500, no retries") << QList{Answer::text("sorry", 500), good} << 0 << 1 << 500
                                     << Reason::None;
    QTest::newRow("501 is final") << QList{Answer::text("", 501), good} << 2 << 1 << 501 << Reason::None;
    QTest::newRow("cut then good") << QList{cut, good} << 2 << 2 << 200 << Reason::None;
    QTest::newRow("cut for ever") << QList{cut} << 1 << 2 << 0 << Reason::Truncated;
    QTest::newRow("closed for ever") << QList{gone} << 0 << -1 << 0 << Reason::Reset;
    QTest::newRow("bad gzip then good") << QList{badGzip, good} << 2 << 2 << 200 << Reason::None;
    QTest::newRow("bad gzip for ever") << QList{badGzip} << 1 << 2 << 0 << Reason::Undecodable;
}

void TestEngine::retries()
{
    QFETCH(QList<Answer>, script);
    QFETCH(int, retries);
    QFETCH(int, requests);
    QFETCH(int, status);
    QFETCH(Reason, reason);
    FaultServer server;
    server.script("/", script);
    EngineRig rig;
    const auto result = rig.fetch(requestFor(server.url(), retries));
    if (reason == Reason::None) {
        QVERIFY(result);
        QCOMPARE(result->status, status);
        QCOMPARE(result->attempts, requests);
    } else {
        QVERIFY(!result);
        QCOMPARE(result.error().reason, reason);
    }
    // Qt itself asks again on a new connection when one closes without a word.
    if (requests >= 0)
        QCOMPARE(server.seen().size(), requests);
}

void TestEngine::refused()
{
    FaultServer server;
    const QUrl url = server.url();
    server.shut();
    EngineRig rig;
    Request request = requestFor(url, 1);
    request.run = 7;
    const auto result = rig.fetch(request);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Refused);
    QCOMPARE(rig.engine.stats(7), (RunStats{2, 1, 0}));
}

void TestEngine::unacceptableBody()
{
    FaultServer server;
    server.script("/a", {Answer::text("<html>"), Answer::text("{}")});
    server.script("/b", {Answer::text("<html>")});
    server.script("/c", {Answer::text("<html>", 404)});
    EngineRig rig;
    const auto ask = [&](const QString &path) {
        Request request = requestFor(server.url(path), 1);
        request.read = [](const Response &response) {
            const bool good = response.body.startsWith('{');
            return Reading{int(response.body.size()), good ? Error() : Error{Reason::BadBody, 0, u"tag"_s}};
        };
        return rig.fetch(request);
    };
    const auto a = ask(u"/a"_s);
    QVERIFY(a);
    QCOMPARE(a->body, "{}");
    const auto b = ask(u"/b"_s);
    QVERIFY(!b);
    QCOMPARE(b.error(), (Error{Reason::BadBody, 200, u"tag"_s}));
    const auto c = ask(u"/c"_s);
    QVERIFY(c);
    QCOMPARE(c->status, 404);
    QVERIFY(rig.waitAttempts(5));
    QCOMPARE(rig.attempts().at(0).reason, Reason::BadBody);
    QCOMPARE(rig.attempts().at(1).reason, Reason::None);
}

void TestEngine::recordsAttempts()
{
    FaultServer server;
    server.script("/", {Answer::text("", 503), Answer::text("12345")});
    EngineRig rig;
    Request request = requestFor(server.url());
    request.url.setUserInfo(u"me:secret"_s);
    request.run = 3;
    QVERIFY(rig.fetch(request));
    QVERIFY(rig.waitAttempts(2));
    QCOMPARE(rig.engine.stats(3), (RunStats{2, 1, 5}));
    for (int i = 0; i < 2; ++i) {
        const Attempt &attempt = rig.attempts().at(i);
        QCOMPARE(attempt.run, 3);
        QCOMPARE(attempt.number, i + 1);
        QCOMPARE(attempt.url, server.url().toString());
        QCOMPARE(attempt.host.toString(), server.host());
        QVERIFY(attempt.proxy.isDirect());
        QCOMPARE(attempt.status, i == 0 ? 503 : 200);
        QCOMPARE(attempt.reason, Reason::None);
        QVERIFY(attempt.queued > Moment());
        QVERIFY(attempt.admitted >= attempt.queued);
        QVERIFY(attempt.sent > attempt.admitted);
        QVERIFY(attempt.headers >= attempt.sent);
        QVERIFY(attempt.done >= attempt.headers);
    }
    QVERIFY(rig.attempts().first().connecting > Moment());
    QCOMPARE(rig.attempts().last().connecting, Moment());
    QCOMPARE(rig.attempts().last().bytes, 5);
    QCOMPARE(server.seen().first().header("Authorization"), "Basic bWU6c2VjcmV0");
}

void TestEngine::ownersDeathIsSilent()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("late").after(300); });
    EngineRig rig;
    int calls = 0;
    auto owner = std::make_unique<QObject>();
    for (int i = 0; i < 20; ++i)
        connect(rig.engine.get(requestFor(server.url()), owner.get()), &Fetch::done, this,
                [&calls] { ++calls; });
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() == 6; }));
    owner.reset();
    QCOMPARE(rig.engine.load(HostKey::restored(server.host())), 0);
    server.script("/next", {Answer::text("next")});
    QVERIFY(rig.fetch(server.url(u"/next"_s)));
    QCOMPARE(calls, 0);
    QCOMPARE(server.seen().size(), 7);
}

void TestEngine::cancelled()
{
    FaultServer server;
    server.script("/", {Answer::raw({}, Answer::End::Hang)});
    EngineRig rig;
    int calls = 0;
    Fetch *fetch = rig.engine.get(requestFor(server.url()), &rig.owner);
    QPointer<Fetch> alive = fetch;
    connect(fetch, &Fetch::done, this, [&calls](const Result<Response> &result) {
        ++calls;
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::Cancelled);
    });
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() == 1; }));
    fetch->cancel();
    fetch->cancel();
    QCOMPARE(calls, 0);
    QTRY_VERIFY(!alive);
    QCOMPARE(calls, 1);
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().reason, Reason::Cancelled);
}

void TestEngine::cancelledRun()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("x").after(100); });
    EngineRig rig;
    for (int i = 0; i < 30; ++i) {
        Request request = requestFor(server.url());
        request.run = i % 2;
        rig.get(request);
    }
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() == 6; }));
    rig.engine.cancel(1);
    QVERIFY(rig.wait());
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(rig.result(i).has_value(), i % 2 == 0);
        if (i % 2 == 1)
            QCOMPARE(rig.result(i).error().reason, Reason::Cancelled);
    }
}

void TestEngine::thousandsCancelled()
{
    FaultServer server(10);
    server.setHandler([](const Seen &) { return Answer::raw({}, Answer::End::Hang); });
    EngineRig rig;
    for (int i = 0; i < 5000; ++i) {
        Request request = requestFor(server.url(u"/"_s, i % 10));
        request.run = 1;
        rig.get(request);
    }
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() >= 50; }));
    rig.engine.cancel(1);
    QVERIFY(rig.wait());
    for (int place = 0; place < 5000; ++place)
        QCOMPARE(rig.result(place).error().reason, Reason::Cancelled);
    QVERIFY(rig.engine.hosts().isEmpty());
    server.setHandler({});
    QVERIFY(rig.fetch(server.url()));
}

void TestEngine::pausedRun()
{
    FaultServer server;
    EngineRig rig;
    rig.engine.pause(1);
    Request request = requestFor(server.url(u"/one"_s));
    request.run = 1;
    rig.get(request);
    request.run = 2;
    request.url = server.url(u"/two"_s);
    rig.get(request);
    QVERIFY(QTest::qWaitFor([&] { return rig.answered() == 1; }));
    QCOMPARE(server.seen("/one").size(), 0);
    QCOMPARE(rig.engine.load(HostKey::restored(server.host())), 1);
    rig.engine.resume(1);
    QVERIFY(rig.wait());
    QCOMPARE(server.seen("/one").size(), 1);
}

void TestEngine::pausedHost()
{
    FaultServer server(2);
    EngineRig rig;
    rig.engine.pauseHost(HostKey::restored(server.host(0)));
    rig.get(server.url(u"/"_s, 0));
    rig.get(server.url(u"/"_s, 1));
    QVERIFY(QTest::qWaitFor([&] { return rig.answered() == 1; }));
    QVERIFY(rig.result(1));
    const QList<HostState> hosts = rig.engine.hosts();
    QCOMPARE(hosts.size(), 1);
    QCOMPARE(hosts.first().host.toString(), server.host(0));
    QCOMPARE(hosts.first().queued, 1);
    QVERIFY(hosts.first().paused);
    rig.engine.resumeHost(HostKey::restored(server.host(0)));
    QVERIFY(rig.wait());
}

void TestEngine::inFlightPerHost()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::text("x").after(50); });
    EngineRig rig;
    rig.engine.setPace({0ns, 20, 64});
    for (int i = 0; i < 60; ++i)
        rig.get(server.url());
    QVERIFY(rig.wait());
    QCOMPARE(server.connections(), 20);
    QVERIFY(rig.waitAttempts(60));
    QCOMPARE(mostAtOnce(rig.attempts()), 20);
}

void TestEngine::totalInFlight()
{
    FaultServer server(8);
    server.setHandler([](const Seen &) { return Answer::text("x").after(30); });
    EngineRig rig;
    rig.engine.setPace({0ns, 6, 10});
    for (int i = 0; i < 80; ++i)
        rig.get(server.url(u"/"_s, i % 8));
    QVERIFY(rig.wait());
    QVERIFY(rig.waitAttempts(80));
    QCOMPARE(mostAtOnce(rig.attempts()), 10);
    // Hosts take turns: the first eight starts are eight hosts.
    QSet<quint16> first;
    const QList<Seen> seen = server.seen();
    for (int i = 0; i < 10; ++i)
        first.insert(seen.at(i).port);
    QCOMPARE(first.size(), 8);
}

void TestEngine::badAddress()
{
    EngineRig rig;
    for (const QString &text : {u"ftp://x/"_s, u"http://"_s, u"/relative"_s, QString()}) {
        const auto result = rig.fetch(QUrl(text));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::BadUrl);
    }
}

void TestEngine::shutDown()
{
    FaultServer server;
    server.script("/", {Answer::raw({}, Answer::End::Hang)});
    EngineRig rig;
    for (int i = 0; i < 40; ++i)
        rig.get(server.url());
    QVERIFY(QTest::qWaitFor([&] { return server.seen().size() == 6; }));
    QSignalSpy drained(&rig.engine, &Engine::drained);
    QElapsedTimer timer;
    timer.start();
    rig.engine.shutDown();
    QCOMPARE(rig.answered(), 0);
    QVERIFY(drained.wait(5000));
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(rig.answered(), 40);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(rig.result(i).error().reason, Reason::ShutDown);
    QCOMPARE(rig.attempts().size(), 6);
    const auto after = rig.fetch(server.url());
    QCOMPARE(after.error().reason, Reason::ShutDown);
    QCOMPARE(drained.size(), 1);
}

void TestEngine::shutDownWithNothingToDo()
{
    EngineRig rig;
    QSignalSpy drained(&rig.engine, &Engine::drained);
    rig.engine.shutDown();
    QVERIFY(drained.wait(5000));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
