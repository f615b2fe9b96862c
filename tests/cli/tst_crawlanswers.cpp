// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// What linnet-cli crawl says of addresses whose servers answer in an odd way.
class TestCrawlAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureByHead_data();
    void pictureByHead();
    void spellings();
    void doubleSlashes();
    void frames();
    void streams();

private:
    /// Rows of all addresses, by their path as the column has it.
    QHash<QString, QJsonObject> pages(const test::FaultServer &server)
    {
        m_cli.run({u"crawl"_s, server.url().toString(), u"--proxy"_s, u"none"_s, u"-d"_s, u"0"_s,
                   u"--retries"_s, u"0"_s, u"--timeout"_s, u"2"_s, u"--quiet"_s, u"--ignore-robots"_s,
                   u"--depth"_s, u"1"_s, u"--pages"_s, u"pages.json"_s});
        QHash<QString, QJsonObject> rows;
        const QString root = server.url().toString().chopped(1);
        for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"pages.json"_s)).array())
            rows.insert(row[u"url"_s].toString().mid(root.size()), row.toObject());
        return rows;
    }
    static Answer page(const QByteArray &html)
    {
        return Answer::status(200, {{"Content-Type", "text/html"}}, html);
    }

    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

void TestCrawlAnswers::pictureByHead_data()
{
    QTest::addColumn<Answer>("head");
    QTest::addColumn<Answer>("get");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("verdict");
    const Answer good = Answer::status(200, {{"Content-Type", "image/png"}}, "PNG");
    QTest::newRow("404, 200") << Answer::status(404) << good << 200 << QString();
    QTest::newRow("410, 200") << Answer::status(410) << good << 200 << QString();
    QTest::newRow("500, 200") << Answer::status(500) << good << 200 << QString();
    QTest::newRow("closes, 200") << Answer::raw({}, Answer::End::Close) << good << 200 << QString();
    QTest::newRow("silent, 200") << Answer::raw({}, Answer::End::Hang) << good << 200 << QString();
    QTest::newRow("404, 404") << Answer::status(404) << Answer::status(404) << 404 << u"broken"_s;
    QTest::newRow("200") << Answer::status(200) << Answer::status(404) << 200 << QString();
}

void TestCrawlAnswers::pictureByHead()
{
    QFETCH(const Answer, head);
    QFETCH(const Answer, get);
    QFETCH(const int, status);
    QFETCH(const QString, verdict);
    test::FaultServer server;
    server.script("/", {page("<img src=/picture>")});
    server.setHandler([head, get](const test::Seen &seen) { return seen.method == "HEAD" ? head : get; });
    const auto rows = pages(server);
    QCOMPARE(rows[u"/picture"_s][u"status"_s].toInt(), status);
    QCOMPARE(rows[u"/picture"_s][u"verdict"_s].toString(), verdict);
}

/// Servers send from one spelling of an address to the other.
void TestCrawlAnswers::spellings()
{
    test::FaultServer server;
    server.script("/", {page("<a href='/%D0%B6'>1</a><a href='/~eve'>2</a><a href='/x|y'>3</a>")});
    const QList<std::pair<QByteArray, QByteArray>> moved{
        {"/%D0%B6", "/%d0%b6"}, {"/~eve", "/%7Eeve"}, {"/x|y", "/x%7cy"}};
    for (const auto &[from, to] : moved) {
        server.script(from, {Answer::redirect(to, 301)});
        server.script(to, {page("there")});
    }
    const auto rows = pages(server);
    QCOMPARE(rows.size(), 7);
    for (const auto &[from, to] : moved) {
        QCOMPARE(rows[QString::fromLatin1(from)][u"status"_s].toInt(), 301);
        QCOMPARE(rows[QString::fromLatin1(from)][u"verdict"_s].toString(), QString());
        QCOMPARE(rows[QString::fromLatin1(to)][u"status"_s].toInt(), 200);
        QCOMPARE(server.seen(to).size(), 1);
    }
}

void TestCrawlAnswers::doubleSlashes()
{
    test::FaultServer server;
    server.script(
        "/", {page("<a href='" + server.url(u"//news/a"_s).toEncoded() + "'>1</a><a href='/news/a'>2</a>")});
    server.script("//news/a", {Answer::status(404)});
    server.script("/news/a", {page("news")});
    const auto rows = pages(server);
    QCOMPARE(rows[u"//news/a"_s][u"status"_s].toInt(), 404);
    QCOMPARE(rows[u"//news/a"_s][u"verdict"_s].toString(), u"broken"_s);
    QCOMPARE(rows[u"/news/a"_s][u"status"_s].toInt(), 200);
}

/// The head is the answer of what is never read; it need not end, nor be taken.
/// What a page shows in frames is a way on, as its links are.
void TestCrawlAnswers::frames()
{
    test::FaultServer server;
    server.script("/", {page("<title>f</title><frameset cols='50%,50%'><frame src=/left><frame src=/right>"
                             "</frameset>")});
    server.script("/left", {page("<a href=/right>right</a>")});
    server.script("/right", {page("nothing leads on")});
    const auto rows = pages(server);
    QCOMPARE(rows[u"/"_s][u"links_internal"_s].toInt(-1), 2);
    QCOMPARE(rows[u"/left"_s][u"links_internal"_s].toInt(-1), 1);
    QCOMPARE(rows[u"/right"_s][u"links_internal"_s].toInt(-1), 0);
}

void TestCrawlAnswers::streams()
{
    test::FaultServer server;
    server.script("/", {page("<a href=/radio>1</a><a href=/events>2</a><a href=/film>3</a>")});
    Answer radio = Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: audio/ogg\r\n\r\n", Answer::End::Endless);
    radio.tail = QByteArray(500, 'r');
    server.script("/radio", {radio});
    server.script("/events",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hi\n\n",
                               Answer::End::Hang)});
    Answer film =
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 4000000000\r\n\r\n",
                    Answer::End::Endless);
    film.tail = radio.tail;
    server.script("/film", {film});
    const auto rows = pages(server);
    for (const QString &path : {u"/radio"_s, u"/events"_s, u"/film"_s}) {
        QCOMPARE(rows[path][u"status"_s].toInt(), 200);
        QCOMPARE(rows[path][u"state"_s].toString(), u"fetched"_s);
        QCOMPARE(rows[path][u"verdict"_s].toString(), QString());
        QCOMPARE(server.seen(path.toLatin1()).size(), 1);
    }
    QCOMPARE(rows[u"/film"_s][u"size"_s].toInteger(), 4'000'000'000);
}

QTEST_GUILESS_MAIN(TestCrawlAnswers)
#include "tst_crawlanswers.moc"
