// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlpart.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using links::CrawlPart;

/// A list of sites divided among computers that know nothing of each other.
class TestCrawlPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts();
    void eachSiteOnce();
    void sitesStayTogether();
    void neverDividedOtherwise();
};

void TestCrawlPart::texts()
{
    const auto part = CrawlPart::fromText(u"2/5"_s);
    QVERIFY(part);
    QCOMPARE(part->number, 2);
    QCOMPARE(part->of, 5);
    for (const QString &text :
         {u""_s, u"2"_s, u"0/5"_s, u"6/5"_s, u"1/0"_s, u"-1/5"_s, u"a/b"_s, u"1/2/3"_s, u"1/1001"_s})
        QVERIFY2(!CrawlPart::fromText(text), qPrintable(text));
}

void TestCrawlPart::eachSiteOnce()
{
    constexpr int Parts = 7;
    int sizes[Parts]{};
    for (int site = 0; site < 7000; ++site) {
        const QString url = u"https://site%1.example/page"_s.arg(site);
        int owners = 0;
        for (int number = 1; number <= Parts; ++number) {
            const bool has = CrawlPart{number, Parts}.has(url);
            owners += int(has);
            sizes[number - 1] += int(has);
        }
        QCOMPARE(owners, 1);
    }
    for (const int size : sizes)
        QVERIFY2(size > 800 && size < 1200, qPrintable(QString::number(size)));
    QVERIFY((CrawlPart{1, 1}.has(u"https://any.example/"_s)));
}

void TestCrawlPart::sitesStayTogether()
{
    for (int number = 1; number <= 5; ++number) {
        const CrawlPart part{number, 5};
        const bool has = part.has(u"https://example.co.uk/"_s);
        for (const QString &url : {u"http://EXAMPLE.co.uk:8080/a"_s, u"https://www.example.co.uk/b?c"_s,
                                   u"https://shop.example.co.uk/"_s})
            QCOMPARE(part.has(url), has);
    }
}

/// Computers with different versions of the program divide alike.
void TestCrawlPart::neverDividedOtherwise()
{
    QStringList owners;
    for (const QString &url : {u"https://example.org/"_s, u"https://пример.рф/"_s,
                               u"http://127.0.0.1:8080/"_s, u"http://[::1]/"_s, u"https://github.com/"_s}) {
        for (int number = 1; number <= 10; ++number) {
            if (CrawlPart{number, 10}.has(url))
                owners.append(QString::number(number));
        }
    }
    QCOMPARE(owners.join(u' '), u"4 9 4 9 9"_s);
}

QTEST_GUILESS_MAIN(TestCrawlPart)
#include "tst_crawlpart.moc"
