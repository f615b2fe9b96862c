// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlscope.h"

#include <QTest>

using linnet::links::CrawlScope;

class TestCrawlScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void severalStarts();
    void codes();
};

void TestCrawlScope::contains_data()
{
    QTest::addColumn<CrawlScope::Kind>("kind");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("inside");
    using Kind = CrawlScope::Kind;
    const auto row = [](const char *name, Kind kind, const QByteArray &start, const QByteArray &url,
                        bool inside) { QTest::newRow(name) << kind << start << url << inside; };
    row("same host", Kind::Host, "https://a.example/x/", "https://a.example/y", true);
    row("other scheme", Kind::Host, "http://a.example/", "https://A.example:443/y", true);
    row("www to bare", Kind::Host, "https://www.a.example/", "https://a.example/", true);
    row("bare to www", Kind::Host, "https://a.example/", "https://www.a.example/", true);
    row("www of a suffix", Kind::Host, "https://www.co.uk/", "https://co.uk/", false);
    row("www.com", Kind::Host, "https://www.com/", "https://com/", false);
    row("subdomain", Kind::Host, "https://a.example/", "https://b.a.example/", false);
    row("port", Kind::Host, "http://127.0.0.1:8000/", "http://127.0.0.1:8001/", false);
    row("same port", Kind::Host, "http://127.0.0.1:8000/", "http://127.0.0.1:8000/y", true);
    row("login is not the host", Kind::Host, "https://a.example/", "https://a.example@b.example/", false);
    row("ends alike", Kind::Host, "https://a.example/", "https://xa.example/", false);
    row("IPv6", Kind::Host, "http://[::1]:80/", "http://[::1]/x", true);
    row("domain", Kind::Domain, "https://www.a.co.uk/", "https://b.c.a.co.uk:8443/", true);
    row("other domain of a suffix", Kind::Domain, "https://a.co.uk/", "https://b.co.uk/", false);
    row("private suffix", Kind::Domain, "https://a.github.io/", "https://b.github.io/", false);
    row("IDN", Kind::Domain, "https://www.xn--80a.xn--p1ai/", "https://x.xn--80a.xn--p1ai/", true);
    row("IP address is no domain", Kind::Domain, "http://10.0.0.1/", "http://11.0.0.1/", false);
    row("IPv6 is no domain", Kind::Domain, "http://[::1]/", "http://[::2]/", false);
    row("localhost", Kind::Domain, "http://localhost:1/", "http://localhost:2/", true);
    row("folder", Kind::Prefix, "https://a.example/docs/index.html", "https://a.example/docs/x/y", true);
    row("folder without slash", Kind::Prefix, "https://a.example/docs/", "https://a.example/docs", true);
    row("sister folder", Kind::Prefix, "https://a.example/docs/", "https://a.example/docs2/", false);
    row("above", Kind::Prefix, "https://a.example/docs/", "https://a.example/", false);
    row("file is not a folder", Kind::Prefix, "https://a.example/docs", "https://a.example/other", true);
    row("query has a slash", Kind::Prefix, "https://a.example/docs/?a=/b/", "https://a.example/docs/c", true);
    row("no path", Kind::Prefix, "https://a.example", "https://a.example/x", true);
    row("to no path", Kind::Prefix, "https://a.example/", "https://a.example?x", true);
    row("folder of another host", Kind::Prefix, "https://a.example/docs/", "https://b.example/docs/x", false);
    row("anything", Kind::Any, "https://a.example/", "http://b.test:1/", true);
}

void TestCrawlScope::contains()
{
    QFETCH(CrawlScope::Kind, kind);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, url);
    CrawlScope scope(kind);
    scope.add(start);
    QTEST(scope.contains(url), "inside");
    QVERIFY(scope.contains(start));
}

void TestCrawlScope::severalStarts()
{
    CrawlScope scope(CrawlScope::Kind::Prefix);
    scope.add("https://a.example/x/");
    scope.add("https://a.example/y/");
    scope.add("https://b.example/z/");
    for (const char *url : {"https://a.example/x/1", "https://a.example/y/1", "https://www.b.example/z/"})
        QVERIFY2(scope.contains(url), url);
    QVERIFY(!scope.contains("https://a.example/z/"));
    QVERIFY(!CrawlScope(CrawlScope::Kind::Host).contains("https://a.example/"));
}

void TestCrawlScope::codes()
{
    for (const char *code : {"host", "domain", "prefix", "any"})
        QCOMPARE(CrawlScope::code(*CrawlScope::fromCode(QString::fromLatin1(code))), QLatin1String(code));
    QVERIFY(!CrawlScope::fromCode(u"site"));
}

QTEST_GUILESS_MAIN(TestCrawlScope)
#include "tst_crawlscope.moc"
