// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "practice/server/practiceserver.h"
#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Forms that are posted: once, to one place, and without a trace.
class TestEnginePost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrives();
    void once_data();
    void once();
    void questionsAreRepeated();

private:
    static Request post(const QUrl &url);
};

Request TestEnginePost::post(const QUrl &url)
{
    Request request = requestFor(url, 3);
    request.method = Method::Post;
    request.form = "grant_type=client_credentials&client_id=practice&client_secret=practice";
    return request;
}

void TestEnginePost::arrives()
{
    practice::PracticeServer server;
    const auto base = server.start();
    QVERIFY(base);
    EngineRig rig;
    QUrl url = *base;
    url.setPath(u"/token"_s);
    const auto result = rig.fetch(post(url));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QVERIFY2(result->body.contains("access_token"), result->body.constData());
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().method, Method::Post);
    QVERIFY(!rig.attempts().first().url.contains(u"practice"_s));
}

void TestEnginePost::once_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status"); ///< 0 = no answer
    QTest::newRow("overloaded") << Answer::status(503) << 503;
    QTest::newRow("asked to wait") << Answer::status(429, {{"Retry-After", "1"}}) << 429;
    QTest::newRow("led on") << Answer::redirect("/elsewhere", 302) << 302;
    // Qt would send it again itself, and has nothing to send.
    QTest::newRow("led on with its form") << Answer::redirect("/elsewhere", 307) << 0;
    QTest::newRow("closed without a word") << Answer::raw({}, Answer::End::Close) << 0;
    QTest::newRow("cut") << Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", Answer::End::Close)
                         << 0;
}

void TestEnginePost::once()
{
    QFETCH(Answer, answer);
    QFETCH(int, status);
    FaultServer server;
    server.setHandler([answer](const Seen &) { return answer; });
    EngineRig rig;
    const auto result = rig.fetch(post(server.url(u"/token"_s)));
    QCOMPARE(result ? result->status : 0, status);
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(server.seen().first().method, "POST");
    QCOMPARE(server.seen().first().header("Content-Type"), "application/x-www-form-urlencoded");
}

/// What asks and changes nothing is tried again like a page, and is no secret that would go nowhere else.
void TestEnginePost::questionsAreRepeated()
{
    FaultServer server;
    server.setHandler([asked = 0](const Seen &) mutable {
        if (++asked == 1)
            return Answer::status(503);
        return Answer::text(asked == 2 ? "<html>" : "{}");
    });
    EngineRig rig;
    Request request = requestFor(server.url(u"/search?page=0"_s), 3);
    request.method = Method::Post;
    request.question = R"({"search":"keeper"})";
    request.read = [](const Response &response) {
        return Reading{{}, response.body.startsWith('{') ? Error() : Error{Reason::BadBody, 0, {}}};
    };
    const auto result = rig.fetch(request);
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, "{}");
    QCOMPARE(server.seen().size(), 3);
    for (const Seen &seen : server.seen()) {
        QVERIFY2(seen.method.endsWith("POST"),
                 seen.method); // behind the body before, which the server leaves
        QCOMPARE(seen.header("Content-Type"), "application/json");
    }
}

QTEST_GUILESS_MAIN(TestEnginePost)
#include "tst_enginepost.moc"
