// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exports/sitemap/sitemapexport.h"
#include "links/sitemap/sitemapreader.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using links::Sitemap;
using links::SitemapReader;
using P = table::PageColumn;

class TestSitemapExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picksPages();
    void divides();
    void cancelLeavesNothing();
    void wrongTable();

private:
    static ExportSpec spec(test::TempProject &temp, store::RunId run);
};

namespace {

store::RunId startRun(test::TempProject &temp)
{
    return temp.isOpen() ? temp.writer().postRun(u"crawl"_s, {}) : 0;
}

test::CrawlRows::Given<P> page(bool indexable = true, bool internal = true)
{
    return {{P::Type, u"text/html"_s}, {P::Indexable, indexable}, {P::Internal, internal}};
}

Sitemap read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? SitemapReader::read(file.readAll()) : Sitemap();
}

store::RunId manyPages(test::TempProject &temp, int count)
{
    const store::RunId run = startRun(temp);
    test::CrawlRows rows(run);
    for (int i = 1; i <= count; ++i) {
        rows.address(i, ("http://a.example/" + QByteArray::number(i)).constData());
        rows.page(i, i % 2 == 0 || i > count - 10 ? 200 : 404, page());
    }
    temp.writer().post(rows.take());
    return temp.flush() ? run : 0;
}

} // namespace

ExportSpec TestSitemapExport::spec(test::TempProject &temp, store::RunId run)
{
    ExportSpec result;
    result.projectPath = temp.path();
    result.schema = &table::pageSchema();
    result.ids = std::make_shared<const store::IdVector>(
        temp.reader()->ids({result.schema, {run}, {}, {}}).value_or(store::IdVector()));
    result.format = &formats::Sitemap;
    result.path = temp.filePath(u"sitemap.xml"_s);
    return result;
}

void TestSitemapExport::picksPages()
{
    test::TempProject temp;
    const store::RunId run = startRun(temp);
    QVERIFY(run > 0);
    test::CrawlRows rows(run);
    const QList<QByteArray> urls{"http://a.example/",         "http://a.example/x?a=1&b='2'",
                                 "http://a.example/missing",  "http://a.example/noindex",
                                 "http://a.example/logo.png", "http://b.example/"};
    for (qsizetype i = 0; i < urls.size(); ++i)
        rows.address(i + 1, urls[i].constData());
    rows.page(1, 200, page());
    rows.page(2, 200, page());
    rows.page(3, 404, page());
    rows.page(4, 200, page(false));
    rows.page(5, 200, {{P::Type, u"image/png"_s}, {P::Internal, true}});
    rows.page(6, 200, page(true, false));
    temp.writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto report = ExportJob(spec(temp, run)).run();
    QVERIFY(report);
    QCOMPARE(report->rows, 2);
    const Sitemap sitemap = read(temp.filePath(u"sitemap.xml"_s));
    QCOMPARE(sitemap.kind, Sitemap::Kind::Urls);
    QCOMPARE(sitemap.error, Error());
    QCOMPARE(sitemap.urls, urls.first(2));
}

void TestSitemapExport::divides()
{
    constexpr int count = 100'030;
    test::TempProject temp;
    const store::RunId run = manyPages(temp, count);
    QVERIFY(run > 0);
    const auto report = ExportJob(spec(temp, run)).run();
    QVERIFY(report);
    QCOMPARE(report->rows, count / 2 + 5);
    QCOMPARE(report->notices.size(), 1);
    const Sitemap index = read(temp.filePath(u"sitemap.xml"_s));
    QCOMPARE(index.kind, Sitemap::Kind::Index);
    QCOMPARE(index.urls,
             (QList<QByteArray>{"http://a.example/sitemap-1.xml", "http://a.example/sitemap-2.xml"}));
    const Sitemap first = read(temp.filePath(u"sitemap-1.xml"_s));
    const Sitemap second = read(temp.filePath(u"sitemap-2.xml"_s));
    QCOMPARE(first.urls.size(), 50'000);
    QCOMPARE(second.urls.size(), report->rows - 50'000);
    QCOMPARE(second.urls.last(), "http://a.example/" + QByteArray::number(count));
}

void TestSitemapExport::cancelLeavesNothing()
{
    test::TempProject temp;
    const store::RunId run = manyPages(temp, 50'500);
    QVERIFY(run > 0);
    ExportJob job(spec(temp, run));
    connect(&job, &ExportJob::progressed, &job, [&job](qint64 rows, qint64) {
        if (rows > 0)
            job.cancel();
    });
    const auto report = job.run();
    QVERIFY(!report);
    QCOMPARE(report.error().reason, Reason::Cancelled);
    QCOMPARE(QDir(temp.filePath(QString())).entryList({u"*.xml*"_s}), QStringList());
}

void TestSitemapExport::wrongTable()
{
    test::TempProject temp;
    const store::RunId run = startRun(temp);
    ExportSpec links = spec(temp, run);
    links.schema = &table::linkSchema();
    const auto report = ExportJob(links).run();
    QVERIFY(!report);
    QCOMPARE(report.error().reason, Reason::BadValue);
}

QTEST_GUILESS_MAIN(TestSitemapExport)
#include "tst_sitemapexport.moc"
