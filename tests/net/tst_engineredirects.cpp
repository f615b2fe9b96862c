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

class TestEngineRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followed();
    void reported();
    void refused_data();
    void refused();
    void credentialsStayAtHome();
    void credentialsStayOnTheSameOrigin();
    void keyStaysAtHome();
    void hopsArePaced();
    void brokenLocationIsTheAnswer();
};

void TestEngineRedirects::followed()
{
    FaultServer server(2);
    server.script("/1", {Answer::redirect("2", 301)});
    server.script("/2", {Answer::redirect(server.url(u"/3"_s, 1).toEncoded(), 308)});
    server.script("/3", {Answer::text("there")});
    EngineRig rig;
    const auto result = rig.fetch(server.url(u"/1"_s));
    QVERIFY(result);
    QCOMPARE(result->url, server.url(u"/3"_s, 1));
    QCOMPARE(result->body, "there");
    QCOMPARE(result->attempts, 1);
    QVERIFY(rig.waitAttempts(3));
    QCOMPARE(rig.engine.load(HostKey::restored(server.host(0))), 0);
    QCOMPARE(rig.engine.load(HostKey::restored(server.host(1))), 0);
}

void TestEngineRedirects::reported()
{
    FaultServer server;
    server.script("/1", {Answer::redirect("/2")});
    EngineRig rig;
    Request request = requestFor(server.url(u"/1"_s));
    request.redirects = RedirectMode::Report;
    const auto result = rig.fetch(request);
    QVERIFY(result);
    QCOMPARE(result->status, 302);
    QCOMPARE(result->header("location"), "/2");
    QCOMPARE(server.seen().size(), 1);
}

void TestEngineRedirects::refused_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("requests");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << Reason::ForeignScheme << 1;
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/") << Reason::ForeignScheme << 1;
    QTest::newRow("itself") << QByteArray("/0") << Reason::RedirectLoop << 1;
    QTest::newRow("circle") << QByteArray("/back") << Reason::RedirectLoop << 2;
    QTest::newRow("for ever") << QByteArray("/n") << Reason::RedirectLimit << 11;
}

void TestEngineRedirects::refused()
{
    QFETCH(QByteArray, location);
    QFETCH(Reason, reason);
    QFETCH(int, requests);
    FaultServer server;
    server.script("/0", {Answer::redirect(location)});
    server.script("/back", {Answer::redirect("/0")});
    server.setHandler([](const Seen &seen) { return Answer::redirect(seen.target + "n"); });
    EngineRig rig;
    const auto result = rig.fetch(server.url(u"/0"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, reason);
    QCOMPARE(result.error().status, 302);
    QCOMPARE(server.seen().size(), requests);
}

void TestEngineRedirects::credentialsStayAtHome()
{
    FaultServer server(2);
    server.script("/1", {Answer::redirect(server.url(u"/2"_s, 1).toEncoded())});
    server.script("/2", {Answer::redirect(server.url(u"/3"_s, 0).toEncoded())});
    EngineRig rig;
    Request request = requestFor(server.url(u"/1"_s));
    request.bearer = "secret";
    request.headers = {{"Cookie", "a=b"}, {"X-Api-Key", "secret"}, {"Accept", "text/plain"}};
    QVERIFY(rig.fetch(request));
    const QList<Seen> seen = server.seen();
    QCOMPARE(seen.size(), 3);
    for (int i = 0; i < 3; ++i) {
        const bool home = i == 0;
        QCOMPARE(seen.at(i).header("Authorization"), home ? QByteArray("Bearer secret") : QByteArray());
        QCOMPARE(seen.at(i).header("Cookie"), home ? QByteArray("a=b") : QByteArray());
        QCOMPARE(seen.at(i).header("X-Api-Key"), home ? QByteArray("secret") : QByteArray());
        QCOMPARE(seen.at(i).header("Accept"), "text/plain");
    }
}

void TestEngineRedirects::credentialsStayOnTheSameOrigin()
{
    FaultServer server;
    server.script("/1", {Answer::redirect("/2")});
    EngineRig rig;
    Request request = requestFor(server.url(u"/1"_s));
    request.bearer = "secret";
    QVERIFY(rig.fetch(request));
    QCOMPARE(server.seen("/2").first().header("Authorization"), "Bearer secret");
}

/// A key in a header of the source's own is as secret.
void TestEngineRedirects::keyStaysAtHome()
{
    FaultServer server(2);
    server.script("/1", {Answer::redirect("/2")});
    server.script("/2", {Answer::redirect(server.url(u"/3"_s, 1).toEncoded())});
    EngineRig rig;
    Request request = requestFor(server.url(u"/1"_s));
    request.bearer = "secret";
    request.bearerField = "X-Own-Key";
    QVERIFY(rig.fetch(request));
    QCOMPARE(server.seen("/1").first().header("X-Own-Key"), "secret");
    QCOMPARE(server.seen("/2").first().header("X-Own-Key"), "secret");
    QCOMPARE(server.seen("/3").size(), 1);
    for (const Seen &seen : server.seen("/3"))
        QVERIFY(!seen.headers.contains({"X-Own-Key", "secret"}));
    for (const Seen &seen : server.seen())
        QVERIFY(seen.header("Authorization").isNull());
}

void TestEngineRedirects::hopsArePaced()
{
    FaultServer server;
    server.script("/1", {Answer::redirect("/2")});
    server.script("/2", {Answer::redirect("/3")});
    EngineRig rig;
    rig.engine.setPace({100ms, 6, 64});
    QVERIFY(rig.fetch(server.url(u"/1"_s)));
    QVERIFY(rig.waitAttempts(3));
    for (int i = 1; i < 3; ++i)
        QVERIFY(rig.attempts().at(i).admitted - rig.attempts().at(i - 1).sent >= 99ms);
}

void TestEngineRedirects::brokenLocationIsTheAnswer()
{
    FaultServer server;
    server.script("/", {Answer::status(302)});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->status, 302);
}

QTEST_GUILESS_MAIN(TestEngineRedirects)
#include "tst_engineredirects.moc"
