// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/requestreader.h"

#include <QTest>

using namespace linnet::practice;
using namespace Qt::Literals::StringLiterals;
using State = RequestReader::State;

class TestRequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneByteAtATime();
    void readsPipelined();
    void decodesQuery();
    void keepsAlive_data();
    void keepsAlive();
    void refuses_data();
    void refuses();
    void staysRefused();
};

void TestRequestReader::readsOneByteAtATime()
{
    const QByteArray bytes =
        "\r\nGET /a%20b?x=1 HTTP/1.1\r\nHost: h\r\nX-Some:  thing \r\nContent-Length: 3\r\n\r\nabc";
    RequestReader reader;
    HttpRequest request;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        reader.feed(bytes.mid(i, 1), 100 + i);
        QCOMPARE(reader.next(request), State::NeedMore);
    }
    reader.feed(bytes.right(1), 999);
    QCOMPARE(reader.next(request), State::Ready);
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/a%20b?x=1");
    QCOMPARE(request.path, u"/a b"_s);
    QCOMPARE(request.header("x-some"), "thing");
    QVERIFY(request.header("x-other").isNull());
    QCOMPARE(request.body, "abc");
    // The empty line before a request is not yet the request.
    QCOMPARE(request.firstByteNs, 102);
    QCOMPARE(reader.next(request), State::NeedMore);
}

void TestRequestReader::readsPipelined()
{
    RequestReader reader;
    HttpRequest request;
    reader.feed("GET /1 HTTP/1.1\nHost: h\n\nHEAD http://h:80/2 HTTP/1.1\r\n\r\nGET /3", 1);
    QCOMPARE(reader.next(request), State::Ready);
    QCOMPARE(request.target, "/1");
    QCOMPARE(reader.next(request), State::Ready);
    QCOMPARE(request.method, "HEAD");
    QCOMPARE(request.target, "/2");
    QCOMPARE(reader.next(request), State::NeedMore);
}

void TestRequestReader::decodesQuery()
{
    RequestReader reader;
    HttpRequest request;
    reader.feed("GET /?text=C%2B%2B+%D1%8F&area=1&area=2&empty= HTTP/1.1\r\n\r\n", 1);
    QCOMPARE(reader.next(request), State::Ready);
    QCOMPARE(request.parameter(u"text"_s), u"C++ я"_s);
    QCOMPARE(request.parameters(u"area"_s), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(request.parameter(u"empty"_s), QString());
}

void TestRequestReader::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("kept");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep") << QByteArray("GET / HTTP/1.0\r\nconnection: Keep-Alive\r\n\r\n") << true;
}

void TestRequestReader::keepsAlive()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, kept);
    RequestReader reader;
    HttpRequest request;
    reader.feed(head, 1);
    QCOMPARE(reader.next(request), State::Ready);
    QCOMPARE(request.keepAlive, kept);
}

void TestRequestReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("TLS") << QByteArray::fromHex("1603010200010001fc0303") << 400;
    QTest::newRow("zeros") << QByteArray(4, '\0') << 400;
    QTest::newRow("one word") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("no target") << QByteArray("GET  HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("no slash") << QByteArray("GET vacancies HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("bad header") << QByteArray("GET / HTTP/1.1\r\nno colon\r\n\r\n") << 400;
    QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n") << 400;
    QTest::newRow("long head") << QByteArray("GET /" + QByteArray(20'000, 'a')) << 431;
    QTest::newRow("long head with end")
        << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(20'000, 'a') + "\r\n\r\n") << 431;
    QTest::newRow("chunked") << QByteArray("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << 501;
    QTest::newRow("length no number") << QByteArray("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
    QTest::newRow("length negative") << QByteArray("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("length large") << QByteArray("GET / HTTP/1.1\r\nContent-Length: 70000\r\n\r\n") << 413;
    QTest::newRow("length huge") << QByteArray(
                                        "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")
                                 << 413;
}

void TestRequestReader::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestReader reader;
    HttpRequest request;
    reader.feed(bytes, 1);
    QCOMPARE(reader.next(request), State::Bad);
    QCOMPARE(reader.badStatus(), status);
}

void TestRequestReader::staysRefused()
{
    RequestReader reader;
    HttpRequest request;
    reader.feed("nonsense\r\n\r\n", 1);
    QCOMPARE(reader.next(request), State::Bad);
    reader.feed("GET / HTTP/1.1\r\n\r\n", 2);
    QCOMPARE(reader.next(request), State::Bad);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
