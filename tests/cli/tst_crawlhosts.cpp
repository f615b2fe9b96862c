// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

#ifndef Q_OS_WIN
#include <csignal>
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli crawl with the names that a host can have: every run ends, whatever the host looks like.
class TestCrawlHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ipv6Starts_data();
    void ipv6Starts();
    void ipv6Links();
    void ipv6Redirects();
    void endsWhenInterrupted();

private:
    test::CliResult crawl(const QStringList &args) const
    {
        return m_cli.run(QStringList{u"crawl"_s, u"--proxy"_s, u"none"_s, u"-d"_s, u"0"_s, u"--retries"_s,
                                     u"0"_s, u"--timeout"_s, u"1"_s, u"--quiet"_s} +
                             args,
                         60'000);
    }

    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

void TestCrawlHosts::ipv6Starts_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("loopback") << u"http://[::1]:9/"_s;
    QTest::newRow("in capitals, with zeros") << u"http://[0:0:0:0:0:0:0:0001]:9/a?b"_s;
    QTest::newRow("IPv4 within") << u"http://[::ffff:127.0.0.1]:9/"_s;
    QTest::newRow("old form of IPv4 within") << u"http://[::127.0.0.1]:9/"_s;
    QTest::newRow("usual port of https") << u"https://[::1]:443/"_s;
    QTest::newRow("documentation") << u"http://[2001:db8::2]/"_s;
    QTest::newRow("link-local") << u"http://[fe80::1]:9/"_s;
}

void TestCrawlHosts::ipv6Starts()
{
    QFETCH(const QString, url);
    for (const QStringList &more : {QStringList{}, {u"--ignore-robots"_s}, {u"--sitemap"_s}}) {
        const test::CliResult result = crawl(QStringList{url} + more);
        QCOMPARE(result.status, 3);
        QVERIFY2(!result.err.trimmed().isEmpty(), "no word about why");
    }
}

void TestCrawlHosts::ipv6Links()
{
    test::FaultServer server;
    server.script("/",
                  {Answer::status(200, {{"Content-Type", "text/html"}},
                                  "<a href=/in>in</a><a href='http://[::1]:9/x'>six</a>"
                                  "<a href='http://[2001:db8::7]/'>far</a><img src='//[::7f00:1]:9/p'>")});
    const test::CliResult result =
        crawl({server.url().toString(), u"--external"_s, u"--depth"_s, u"1"_s, u"--pages"_s,
               m_cli.path(u"pages.csv"_s), u"--summary"_s, m_cli.path(u"s.json"_s)});
    QCOMPARE(result.status, 1);
    const QByteArray pages = m_cli.read(u"pages.csv"_s);
    for (const char *address : {"http://[::1]:9/x", "http://[2001:db8::7]/", "http://[::7f00:1]:9/p"})
        QVERIFY2(pages.contains(address), address);
    QVERIFY(pages.contains(server.url(u"/in"_s).toEncoded()));
    const QJsonObject summary = QJsonDocument::fromJson(m_cli.read(u"s.json"_s)).object();
    QCOMPARE(summary[u"failed"_s].toInt(), 3);
    QVERIFY(summary[u"stopped_by"_s].isNull());
}

void TestCrawlHosts::ipv6Redirects()
{
    for (const char *target : {"http://[::7f00:1]:9/", "//[::1]:9", "https://[::ffff:7f00:1]:9/y"}) {
        test::FaultServer server;
        server.script("/", {Answer::redirect(target, 301)});
        QCOMPARE(crawl({server.url().toString()}).status, 3);
        server.script("/", {Answer::status(200, {{"Content-Type", "text/html"}}, "<a href=/go>x</a>")});
        server.script("/go", {Answer::redirect(target)});
        const test::CliResult inner = crawl({server.url().toString(), u"--depth"_s, u"1"_s, u"--external"_s});
        QCOMPARE(inner.status, 1);
    }
}

/// The robots.txt of an IPv6 host never comes; one interrupt ends the run all the same.
void TestCrawlHosts::endsWhenInterrupted()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    QTcpServer silent;
    if (!silent.listen(QHostAddress::LocalHostIPv6))
        QSKIP("no IPv6 here");
    QProcess process;
    m_cli.start(process, {u"crawl"_s, u"--proxy"_s, u"none"_s, u"--timeout"_s, u"600"_s,
                          u"http://[::1]:%1/"_s.arg(silent.serverPort())});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
#endif
}

QTEST_GUILESS_MAIN(TestCrawlHosts)
#include "tst_crawlhosts.moc"
