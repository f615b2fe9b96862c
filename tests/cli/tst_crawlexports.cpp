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
    void namesOfAnotherProgram();
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

/// What is written with other names is the same table, and is read back as it.
void TestCrawlExports::namesOfAnotherProgram()
{
    const auto named = [this](const QStringList &args) {
        const auto result =
            m_cli->run(QStringList{u"export"_s, u"p.linnet"_s, u"--names"_s, u"screaming-frog"_s} + args);
        return result.status == 0 ? result.out : result.err;
    };
    const QByteArray pages = named({u"--table"_s, u"pages"_s, u"-o"_s, u"-"_s});
    QVERIFY2(pages.startsWith("Address,Content Type,Status Code,Indexability Status,Title 1,"),
             pages.left(200));
    QCOMPARE(pages.count("\n"), int(count(table::pageSchema())) + 1);
    const QByteArray links = named({u"--table"_s, u"links"_s, u"-o"_s, u"-"_s});
    QVERIFY2(links.startsWith("Source,Destination,Anchor,Status Code,Rel\r\n"), links.left(100));
    // Others that are chosen keep our names; a workbook has them, too.
    const QByteArray chosen =
        named({u"--table"_s, u"pages"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"url,indexable,title"_s});
    QVERIFY2(chosen.startsWith("Address,indexable,Title 1\r\n"), chosen.left(100));
    QCOMPARE(named({u"--table"_s, u"pages"_s, u"-o"_s, u"frog.jsonl"_s}), QByteArray());
    QVERIFY(m_cli->read(u"frog.jsonl"_s).startsWith("{\"Address\":"));
    m_cli->write(u"frog.csv"_s, pages);
    const auto result = m_cli->run({u"import"_s, u"again.linnet"_s, u"frog.csv"_s, u"--table"_s, u"pages"_s,
                                    u"-o"_s, u"-"_s, u"--columns"_s, u"url,status,title,h1,depth"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    const auto ours = m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"pages"_s, u"-o"_s, u"-"_s,
                                  u"--columns"_s, u"url,status,title,h1,depth"_s});
    QCOMPARE(result.out, ours.out);
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
    const QStringList names{u"export"_s, u"p.linnet"_s, u"--names"_s};
    QTest::newRow("names of nobody") << names +
                                            QStringList{u"x"_s, u"--table"_s, u"pages"_s, u"-o"_s, u"-"_s};
    QTest::newRow("names without a file")
        << names + QStringList{u"screaming-frog"_s, u"--table"_s, u"pages"_s};
    QTest::newRow("names of requests")
        << names + QStringList{u"screaming-frog"_s, u"--table"_s, u"requests"_s, u"-o"_s, u"-"_s};
    QTest::newRow("names of a graph")
        << names + QStringList{u"screaming-frog"_s, u"--table"_s, u"links"_s, u"-o"_s, u"g.gexf"_s};
    QTest::newRow("names and titles")
        << names + QStringList{u"screaming-frog"_s, u"--table"_s,   u"pages"_s, u"-o"_s,
                               u"p.xlsx"_s,         u"--as-shown"_s};
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
