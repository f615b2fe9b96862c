// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/crawlgraph.h"
#include "models/crawl/communities.h"
#include "support/clirunner.h"
#include "support/nginxserver.h"
#include "support/practice.h"
#include "support/python.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// What Linnet says of the pages of whole sites, by crawls and exports of the command line, against igraph.
class TestSiteMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameAsIgraph_data();
    void sameAsIgraph();

private:
    /// "" with the reason in m_skipped when it is not there.
    QString siteOf(const QString &site);

    QString m_skipped;
    std::unique_ptr<test::Practice> m_practice;
    std::unique_ptr<test::NginxServer> m_nginx;
};

void TestSiteMeasures::initTestCase()
{
    if (const QString missing = test::pythonMissing(u"igraph"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void TestSiteMeasures::sameAsIgraph_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("maxPages");
    QTest::newRow("practice site") << u"/site/"_s << u"2000"_s;
    QTest::newRow("large practice site") << u"/big/0"_s << u"1500"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s << u"5000"_s;
}

QString TestSiteMeasures::siteOf(const QString &site)
{
    if (site != u"postgresql") {
        m_practice = std::make_unique<test::Practice>();
        return m_practice->url.resolved(QUrl(site)).toString();
    }
    const QString files = u"/usr/share/doc/postgresql-doc-15/html"_s;
    if (!test::NginxServer::isInstalled())
        m_skipped = u"nginx is not installed"_s;
    else if (!QFileInfo::exists(files + u"/index.html"_s))
        m_skipped = u"elsewhere: postgresql-doc-15 is not installed"_s;
    if (!m_skipped.isEmpty())
        return {};
    m_nginx = std::make_unique<test::NginxServer>();
    if (!m_nginx->start("location /docs/ { alias " + files.toUtf8() + "/; }"))
        qWarning("%s", qPrintable(m_nginx->errorText()));
    return m_nginx->url().resolved(QUrl(u"/docs/index.html"_s)).toString();
}

void TestSiteMeasures::sameAsIgraph()
{
    QFETCH(QString, site);
    QFETCH(QString, maxPages);
    const QString start = siteOf(site);
    if (start.isEmpty())
        QSKIP(qPrintable(m_skipped));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto crawled =
        cli.run({u"crawl"_s, start, u"--depth"_s, u"99"_s, u"--max-pages"_s, maxPages, u"-d"_s, u"0"_s,
                 u"--quiet"_s, u"--proxy"_s, u"none"_s, u"--project"_s, u"p.linnet"_s},
                300'000);
    QVERIFY2(crawled.status == 0 || crawled.status == 1, crawled.err.constData());
    const auto exported = [&cli](const QString &table, const QString &columns) {
        return cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, table, u"--columns"_s, columns, u"-o"_s,
                        table + u".json"_s},
                       300'000);
    };
    const auto pages =
        exported(u"pages"_s, u"url,state,type,internal,words,redirect_to,depth,inlinks,outlinks,"
                             "link_score,component,core,betweenness"_s);
    QVERIFY2(pages.status == 0, pages.err.constData());
    const auto links = exported(u"links"_s, u"source_url,parsed_url"_s);
    QVERIFY2(links.status == 0, links.err.constData());
    const QJsonArray said =
        test::runPython(u"plain_measures.py"_s, {cli.path(u"pages.json"_s), cli.path(u"links.json"_s)});
    QCOMPARE(said.size(), 5);
    for (const QJsonValue &difference : said[4].toArray())
        qWarning("%s", qPrintable(difference.toString()));
    const QJsonObject wrong = said[2].toObject();
    QCOMPARE(wrong.size(), 7);
    for (auto measure = wrong.begin(); measure != wrong.end(); ++measure)
        QVERIFY2(measure->toInt() == 0, qPrintable(measure.key()));

    // The same graph is drawn, and communities are as good as those that igraph finds from Python.
    const auto reader = store::RowReader::open(cli.path(u"p.linnet"_s));
    QVERIFY(reader);
    const auto crawl = analysis::readCrawlGraph(
        **reader, {.run = 1, .filter = {}, .links = analysis::GraphQuestion::Links::All});
    QVERIFY(crawl);
    QCOMPARE(int(crawl->graph.size()), said[0].toInt());
    QCOMPARE(int(crawl->graph.edges()), said[1].toInt());
    QVERIFY(crawl->graph.size() > 20);
    qInfo("%u pages, %u links, modularity %.4f", crawl->graph.size(), crawl->graph.edges(),
          said[3].toDouble());
    if (!models::canFindCommunities())
        QSKIP("elsewhere: built without igraph");
    const auto communities = models::communitiesOf(crawl->graph, {});
    QVERIFY(communities);
    QVERIFY2(std::abs(communities->modularity - said[3].toDouble()) < 0.02,
             qPrintable(QString::number(communities->modularity)));
}

QTEST_GUILESS_MAIN(TestSiteMeasures)
#include "tst_sitemeasures.moc"
