// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/packed.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

namespace {

using End = Answer::End;

/// With a time limit that no test waits for.
Request patient(const QUrl &url)
{
    Request request = requestFor(url, 0);
    request.timeout = 120s;
    return request;
}

constexpr int Soon = 30'000;

/// Of the others Qt repeats some by itself, before it can be kept from it.
qsizetype byHand(const FaultServer &server)
{
    return std::ranges::count_if(server.seen(),
                                 [](const Seen &seen) { return seen.header("Connection") == "close"; });
}

} // namespace

/// Answers that Qt reads otherwise than browsers do; none of them may take the time limit.
class TestOddAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsInOneField_data();
    void lengthsInOneField();
    void badLengths_data();
    void badLengths();
    void redirectsWithoutALength_data();
    void redirectsWithoutALength();
    void redirectsWithLostHeaders_data();
    void redirectsWithLostHeaders();
    void noHttp_data();
    void noHttp();
    void speaksFirst();
    void hangsUp();
    void packedWithoutBeingAsked_data();
    void packedWithoutBeingAsked();
};

void TestOddAnswers::lengthsInOneField_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("twice") << QByteArray("Content-Length: 9, 9\r\n") << QByteArray("this is a");
    QTest::newRow("three times") << QByteArray("Content-Length: 9,9 , 9\r\n") << QByteArray("this is a");
    QTest::newRow("two fields") << QByteArray("Content-Length: 9\r\nContent-Length: 9\r\n")
                                << QByteArray("this is a");
    QTest::newRow("none") << QByteArray("Content-Length: 0, 0\r\n") << QByteArray();
}

void TestOddAnswers::lengthsInOneField()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const QByteArray, body);
    FaultServer server;
    server.script("/a",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + fields + "\r\n" + body,
                               End::KeepAlive)});
    EngineRig rig;
    for (int i = 0; i < 2; ++i) {
        const auto a = rig.fetch(patient(server.url(u"/a"_s)), Soon);
        QVERIFY(a);
        QCOMPARE(a->body, body);
        const auto b = rig.fetch(patient(server.url(u"/b"_s)), Soon);
        QVERIFY(b);
        QCOMPARE(b->body, "ok");
    }
}

void TestOddAnswers::badLengths_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("two") << QByteArray("Content-Length: 9, 10\r\n");
    QTest::newRow("two fields") << QByteArray("Content-Length: 9\r\nContent-Length: 10\r\n");
    QTest::newRow("no number") << QByteArray("Content-Length: many\r\n");
    QTest::newRow("negative") << QByteArray("Content-Length: -1\r\n");
}

void TestOddAnswers::badLengths()
{
    QFETCH(const QByteArray, fields);
    FaultServer server;
    server.script("/", {Answer::raw("HTTP/1.1 200 OK\r\n" + fields + "\r\nthis is a", End::KeepAlive)});
    EngineRig rig;
    const auto result = rig.fetch(patient(server.url()), Soon);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::BadAnswer);
}

void TestOddAnswers::redirectsWithoutALength_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status << QByteArray();
        QTest::addRow("%d with a body", status) << status << QByteArray("<a href=/b>there</a>");
    }
}

/// The connection stays open; nobody needs the body.
void TestOddAnswers::redirectsWithoutALength()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    FaultServer server;
    server.script(
        "/a", {Answer::raw("HTTP/1.1 " + QByteArray::number(status) + " Go\r\nLocation: /b\r\n\r\n" + body,
                           End::KeepAlive)});
    EngineRig rig;
    const auto result = rig.fetch(patient(server.url(u"/a"_s)), Soon);
    QVERIFY(result);
    QCOMPARE(result->url.path(), u"/b"_s);
    QCOMPARE(result->body, "ok");
    QCOMPARE(server.seen("/a").size(), 1);
}

void TestOddAnswers::redirectsWithLostHeaders_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("closes");
    for (const bool closes : {false, true}) {
        const char *how = closes ? "closed" : "kept";
        QTest::addRow("no colon, %s", how) << QByteArray("this is no field") << closes;
        QTest::addRow("blank before the colon, %s", how) << QByteArray("Set-Cookie : a=b") << closes;
        QTest::addRow("blank in the name, %s", how) << QByteArray("some -test: x") << closes;
        QTest::addRow("no name, %s", how) << QByteArray(": x") << closes;
        QTest::addRow("a name in letters, %s", how) << QByteArray("Имя: x") << closes;
    }
}

/// Qt drops the whole head for one line: then it is no success, and the reason says what it is.
void TestOddAnswers::redirectsWithLostHeaders()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, closes);
    FaultServer server;
    server.script(
        "/", {Answer::raw("HTTP/1.1 302 Found\r\n" + line + "\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n",
                          closes ? End::Close : End::KeepAlive)});
    EngineRig rig;
    Request request = patient(server.url());
    request.redirects = RedirectMode::Report;
    const auto result = rig.fetch(request, Soon);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::HeaderFlood);
}

void TestOddAnswers::noHttp_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("retries");
    for (const int retries : {0, 2}) {
        for (const char *words :
             {"ICY 200 OK\r\nicy-name: radio\r\n\r\n", "HELLO WORLD\r\n\r\n", "http/1.1 200 OK\r\n\r\n",
              "HTTP/1.1 abc\r\n\r\n", "+OK ready\r\n", "\x15\x03\x01\x02\x02\x46\x01"})
            QTest::addRow("%.12s, %d retries", words, retries) << QByteArray(words) << retries;
    }
}

/// Named for what it is, which no retry changes; other addresses of the server are asked once.
void TestOddAnswers::noHttp()
{
    QFETCH(const QByteArray, words);
    QFETCH(const int, retries);
    for (const End end : {End::Close, End::Hang}) {
        FaultServer server;
        server.setHandler([=](const Seen &) { return Answer::raw(words, end); });
        EngineRig rig;
        Request request = patient(server.url());
        request.retries = retries;
        const auto result = rig.fetch(request, Soon);
        QVERIFY(!result);
        QCOMPARE(QString(reasonCode(result.error().reason)), QString(reasonCode(Reason::BadAnswer)));
        QCOMPARE(byHand(server), 1);
        request.url = server.url(u"/other"_s);
        const auto other = rig.fetch(request, Soon);
        QVERIFY(!other);
        QCOMPARE(other.error().reason, Reason::BadAnswer);
        QCOMPARE(byHand(server), 1);
    }
}

/// As SSH does: it is sent no second request.
void TestOddAnswers::speaksFirst()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        socket->write("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
        connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] { heard += socket->readAll(); });
    });
    EngineRig rig;
    const auto result = rig.fetch(patient(QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()))), Soon);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::BadAnswer);
    QVERIFY(!heard.contains("Connection: close"));
}

/// A server that says nothing is no stranger; one that then answers is heard.
void TestOddAnswers::hangsUp()
{
    FaultServer server;
    server.script("/never", {Answer::raw({}, End::Reset)});
    server.script("/late", {Answer::raw({}, End::Close), Answer::text("late")});
    {
        EngineRig rig;
        const auto result = rig.fetch(patient(server.url(u"/never"_s)), Soon);
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::Reset);
        QCOMPARE(byHand(server), 1);
    }
    EngineRig rig;
    Request request = patient(server.url(u"/late"_s));
    request.retries = 1;
    const auto late = rig.fetch(request, Soon);
    QVERIFY(late);
    QCOMPARE(late->body, "late");
}

void TestOddAnswers::packedWithoutBeingAsked_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = QByteArray("some words, and more. ").repeated(100);
    QTest::newRow("br") << QByteArray("br") << pack(text, Packing::Brotli);
    QTest::newRow("zstd") << QByteArray("zstd") << pack(text, Packing::Zstd);
    QTest::newRow("gzip, br") << QByteArray("gzip, br") << pack(pack(text, Packing::Gzip), Packing::Brotli);
    QTest::newRow("deflate, gzip") << QByteArray("deflate, gzip")
                                   << pack(pack(text, Packing::Zlib), Packing::Gzip);
}

void TestOddAnswers::packedWithoutBeingAsked()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    FaultServer server;
    server.script("/", {Answer::status(200, {{"Content-Encoding", coding}}, body)});
    EngineRig rig;
    const auto result = rig.fetch(server.url());
    QVERIFY(result);
    QCOMPARE(result->body, QByteArray("some words, and more. ").repeated(100));
    QCOMPARE(server.seen().first().header("Accept-Encoding"), "gzip");
}

QTEST_GUILESS_MAIN(TestOddAnswers)
#include "tst_oddanswers.moc"
