// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportformats.h"
#include "links/sitemap/sitemapreader.h"
#include "practice/server/practiceserver.h"
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/python.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What linnet-cli writes of a crawl of the practice site besides tables.
class TestCrawlExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void graphs_data();
    void graphs();
    void gexfIsValid();
    void sitemap();
    void badUsage_data();
    void badUsage();

private:
    test::CliResult exported(const QString &table, const QString &file);
    qint64 count(const table::Schema &schema);

    practice::PracticeServer m_server;
    QUrl m_base;
    std::unique_ptr<test::CliRunner> m_cli;
};

void TestCrawlExports::initTestCase()
{
    const auto base = m_server.start();
    QVERIFY(base);
    m_base = *base;
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    const auto result = m_cli->run({u"crawl"_s, m_base.toString() + u"/site/"_s, u"--depth"_s, u"99"_s,
                                    u"--sitemap"_s, u"-d"_s, u"0"_s, u"--quiet"_s, u"--project"_s,
                                    u"p.linnet"_s, u"-o"_s, u"links.csv"_s, u"--graph"_s, u"crawled.gexf"_s});
    // The site has broken links.
    QVERIFY2(result.status == 1, result.err);
}

qint64 TestCrawlExports::count(const table::Schema &schema)
{
    const auto reader = store::RowReader::open(m_cli->path(u"p.linnet"_s));
    return reader ? (*reader)->count({&schema, {}, {}, {}}).value_or(-1) : -1;
}

test::CliResult TestCrawlExports::exported(const QString &table, const QString &file)
{
    return m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, table, u"-o"_s, file});
}

void TestCrawlExports::graphs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reader"); // Python module or program
    QTest::newRow("of the crawl") << u"crawled.gexf"_s << u"lxml"_s;
    QTest::newRow("GEXF") << u"later.gexf"_s << u"lxml"_s;
    QTest::newRow("GraphML") << u"later.graphml"_s << u"igraph"_s;
    QTest::newRow("DOT") << u"later.dot"_s << u"gvpr"_s;
}

/// As many nodes and edges as rows in the tables of pages and links, whatever the format.
void TestCrawlExports::graphs()
{
    QFETCH(QString, file);
    QFETCH(QString, reader);
    if (!file.startsWith(u"crawled")) {
        const auto result = exported(u"links"_s, file);
        QVERIFY2(result.status == 0, result.err);
    }
    QVERIFY(QFile::exists(m_cli->path(file)));
    const bool isProgram = reader == u"gvpr";
    const QString missing = isProgram
                                ? (QStandardPaths::findExecutable(reader).isEmpty() ? reader : QString())
                                : test::pythonMissing(reader);
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    const QJsonArray graph = test::runPython(u"read_graph.py"_s, {m_cli->path(file)});
    QCOMPARE(graph[0].toArray().size(), count(table::pageSchema()));
    QCOMPARE(graph[1].toArray().size(), count(table::linkSchema()));
    QVERIFY(graph[1].toArray().contains(QJsonArray{m_base.toString() + u"/site/"_s,
                                                   m_base.toString() + u"/site/missing.html"_s, u"a"_s,
                                                   u"The old ferry"_s}));
}

void TestCrawlExports::gexfIsValid()
{
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (xmllint.isEmpty())
        QSKIP("xmllint is not installed");
    QProcess process;
    process.start(xmllint, {u"--noout"_s, u"--relaxng"_s,
                            QStringLiteral(LINNET_SOURCE_DIR "/tests/support/gexf13.rng"),
                            m_cli->path(u"crawled.gexf"_s)});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().left(2000).constData());
}

void TestCrawlExports::sitemap()
{
    const auto result = exported(u"pages"_s, u"sitemap.xml"_s);
    QVERIFY2(result.status == 0, result.err);
    const links::Sitemap sitemap = links::SitemapReader::read(m_cli->read(u"sitemap.xml"_s));
    QCOMPARE(sitemap.error, Error());
    const QByteArray site = m_base.toEncoded() + "/site/";
    for (const char *page : {"", "guide/", "orphan.html", "charset/cyrillic.html"})
        QVERIFY2(sitemap.urls.contains(site + page), page);
    for (const char *page : {"missing.html", "noindex.html", "quiet.html", "guide/print.html",
                             "static/logo.png", "moved/1", "private/secret.html"})
        QVERIFY2(!sitemap.urls.contains(site + page), page);
}

void TestCrawlExports::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    const QStringList crawl{u"crawl"_s, u"http://127.0.0.1:9/"_s};
    QTest::newRow("graph as a table") << crawl + QStringList{u"--graph"_s, u"g.csv"_s};
    QTest::newRow("graph of pages") << crawl + QStringList{u"--pages"_s, u"p.gexf"_s};
    QTest::newRow("same file twice") << crawl + QStringList{u"--graph"_s, u"g.dot"_s, u"-o"_s, u"g.dot"_s};
    QTest::newRow("sitemap of links")
        << QStringList{u"export"_s, u"p.linnet"_s, u"--table"_s, u"links"_s, u"-o"_s, u"s.xml"_s};
    QTest::newRow("graph of vacancies")
        << QStringList{u"vacancies"_s, u"-o"_s, u"v.dot"_s, u"--base-url"_s, u"http://127.0.0.1:9"_s};
}

void TestCrawlExports::badUsage()
{
    QFETCH(QStringList, args);
    const auto result = m_cli->run(args);
    QCOMPARE(result.status, 2);
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCrawlExports)
#include "tst_crawlexports.moc"
