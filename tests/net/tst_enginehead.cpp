// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What the head of an answer can tell, and what it cannot.
class TestEngineHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failingHeadIsAQuestion_data();
    void failingHeadIsAQuestion();
    void getSaysTheSame();
    void goodHeadIsTheAnswer();
    void tooManyRequestsIsNoQuestion();
    void silentHead();
    void bodyNobodyReads_data();
    void bodyNobodyReads();
    void shortBodyKeepsTheConnection();
    void neighboursOfACutAnswer();
};

namespace {

Request headRequest(const QUrl &url)
{
    Request request = requestFor(url);
    request.method = Method::Head;
    request.fallBackToGet = true;
    return request;
}

QList<QByteArray> methods(const FaultServer &server)
{
    QList<QByteArray> result;
    for (const Seen &seen : server.seen())
        result.append(seen.method);
    return result;
}

Request pagesOnly(const QUrl &url)
{
    Request request = requestFor(url);
    request.wantsBody = [](int, const HeaderFields &headers) {
        return headerValue(headers, "Content-Type") == "text/html";
    };
    return request;
}

} // namespace

void TestEngineHead::failingHeadIsAQuestion_data()
{
    QTest::addColumn<Answer>("answer");
    for (const int status : {400, 401, 403, 404, 405, 406, 410, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << Answer::status(status);
    QTest::newRow("closes") << Answer::raw({}, Answer::End::Close);
    QTest::newRow("resets") << Answer::raw({}, Answer::End::Reset);
    QTest::newRow("no HTTP") << Answer::raw("hello\r\n\r\n", Answer::End::Close);
}

void TestEngineHead::failingHeadIsAQuestion()
{
    QFETCH(Answer, answer);
    FaultServer server;
    server.setHandler(
        [answer](const Seen &seen) { return seen.method == "HEAD" ? answer : Answer::text("body"); });
    EngineRig rig;
    const auto result = rig.fetch(headRequest(server.url()));
    QVERIFY2(result, qPrintable(result ? QString() : reasonCode(result.error().reason)));
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, "body");
    // Qt itself repeats HEAD when a connection closes without a word.
    QCOMPARE(methods(server).count("GET"), 1);
    QCOMPARE(methods(server).last(), "GET");
}

/// What GET says as well is so.
void TestEngineHead::getSaysTheSame()
{
    for (const int status : {404, 410, 403}) {
        FaultServer server;
        server.setHandler([status](const Seen &) { return Answer::status(status); });
        EngineRig rig;
        QCOMPARE(rig.fetch(headRequest(server.url()))->status, status);
        QCOMPARE(methods(server), QList<QByteArray>({"HEAD", "GET"}));
    }
}

void TestEngineHead::goodHeadIsTheAnswer()
{
    for (const int status : {200, 204, 301}) {
        FaultServer server;
        server.setHandler([status](const Seen &) { return Answer::status(status); });
        EngineRig rig;
        QCOMPARE(rig.fetch(headRequest(server.url()))->status, status);
        QCOMPARE(server.seen().size(), 1);
    }
}

void TestEngineHead::tooManyRequestsIsNoQuestion()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Answer::status(429); });
    EngineRig rig;
    Request request = headRequest(server.url());
    request.retries = 0;
    QCOMPARE(rig.fetch(request)->status, 429);
    QCOMPARE(methods(server), QList<QByteArray>({"HEAD"}));
}

void TestEngineHead::silentHead()
{
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "HEAD" ? Answer::raw({}, Answer::End::Hang) : Answer::text("body");
    });
    EngineRig rig;
    Request request = headRequest(server.url());
    request.timeout = 300ms;
    request.retries = 0;
    QCOMPARE(rig.fetch(request)->status, 200);
    QCOMPARE(methods(server), QList<QByteArray>({"HEAD", "GET"}));
}

void TestEngineHead::bodyNobodyReads_data()
{
    QTest::addColumn<Answer>("answer");
    Answer radio = Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n", Answer::End::Endless);
    radio.tail = "la la la";
    QTest::newRow("without an end") << radio;
    QTest::newRow("silent") << Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n",
                                           Answer::End::Hang);
    Answer large =
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 99999999999\r\n\r\n",
                    Answer::End::Endless);
    large.tail = "zip";
    QTest::newRow("large") << large;
}

void TestEngineHead::bodyNobodyReads()
{
    QFETCH(Answer, answer);
    FaultServer server;
    server.script("/", {answer});
    EngineRig rig;
    const auto result = rig.fetch(pagesOnly(server.url()), 5000);
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QVERIFY(result->headOnly);
    QCOMPARE(server.seen().size(), 1);
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().reason, Reason::None);
}

void TestEngineHead::shortBodyKeepsTheConnection()
{
    FaultServer server;
    server.setHandler([](const Seen &) {
        return Answer::status(200, {{"Content-Type", "image/png"}}, "picture");
    });
    EngineRig rig;
    for (int i = 0; i < 3; ++i) {
        const auto result = rig.fetch(pagesOnly(server.url()));
        QCOMPARE(result->body, "picture");
        QVERIFY(!result->headOnly);
    }
    QCOMPARE(server.connections(), 1);
}

void TestEngineHead::neighboursOfACutAnswer()
{
    FaultServer server;
    Answer radio = Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n", Answer::End::Endless);
    radio.tail = QByteArray(1000, 'x');
    server.setHandler([radio](const Seen &seen) {
        return seen.target.startsWith("/radio")
                   ? radio
                   : Answer::status(200, {{"Content-Type", "text/html"}}, "page");
    });
    EngineRig rig;
    for (int i = 0; i < 60; ++i) {
        Request request = pagesOnly(server.url(i % 3 == 0 ? u"/radio"_s : u"/page"_s));
        request.retries = 0;
        rig.get(request);
    }
    QVERIFY(rig.wait());
    for (int i = 0; i < 60; ++i) {
        QVERIFY2(rig.result(i), qPrintable(QString::number(i)));
        QCOMPARE(rig.result(i)->headOnly, i % 3 == 0);
    }
}

QTEST_GUILESS_MAIN(TestEngineHead)
#include "tst_enginehead.moc"
