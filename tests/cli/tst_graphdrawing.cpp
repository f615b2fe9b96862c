// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/practice.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// The graph of a crawl as pictures by script.
class TestGraphDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void svg();
    void otherPictures();
    void placesForGephi();
    void filterIsOfPages();
    void groups();
    void projectIsNotWritten();
    void wrongUse_data();
    void wrongUse();

private:
    test::CliResult draw(const QString &file, const QStringList &args = {}) const
    {
        return m_cli->run(QStringList{u"export"_s, u"p.linnet"_s, u"--table"_s, u"links"_s, u"-o"_s, file} +
                          args);
    }
    int count(const QString &svg, QLatin1StringView element) const;

    std::unique_ptr<test::Practice> m_practice;
    std::unique_ptr<test::CliRunner> m_cli;
};

void TestGraphDrawing::initTestCase()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_practice = std::make_unique<test::Practice>();
    const QString site = m_practice->url.resolved(QUrl(u"/big/0"_s)).toString();
    const auto crawled =
        m_cli->run({u"crawl"_s, site, u"--depth"_s, u"3"_s, u"--max-pages"_s, u"300"_s, u"--delay"_s, u"0"_s,
                    u"--proxy"_s, u"none"_s, u"--project"_s, u"p.linnet"_s});
    QVERIFY2(crawled.status == 0 || crawled.status == 1, crawled.err.constData());
}

int TestGraphDrawing::count(const QString &svg, QLatin1StringView element) const
{
    QXmlStreamReader xml(m_cli->read(svg));
    int found = 0;
    while (!xml.atEnd())
        found += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element ? 1 : 0;
    return xml.hasError() ? -1 : found;
}

void TestGraphDrawing::svg()
{
    const auto drawn = draw(u"a.svg"_s);
    QVERIFY2(drawn.status == 0, drawn.err.constData());
    // A dot for each page that was asked.
    const auto exported =
        m_cli->run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s,
                    u"state in (fetched, redirect, failed) and internal = true"_s, u"-o"_s, u"pages.json"_s});
    QCOMPARE(exported.status, 0);
    const qsizetype pages = QJsonDocument::fromJson(m_cli->read(u"pages.json"_s)).array().size();
    QVERIFY(pages > 100);
    QCOMPARE(count(u"a.svg"_s, "circle"_L1), pages);
    QVERIFY(count(u"a.svg"_s, "line"_L1) >= pages - 1);
    // One project, one picture.
    QCOMPARE(draw(u"b.svg"_s).status, 0);
    QCOMPARE(m_cli->read(u"b.svg"_s), m_cli->read(u"a.svg"_s));
}

void TestGraphDrawing::otherPictures()
{
    const auto drawn = draw(u"a.PNG"_s);
    QVERIFY2(drawn.status == 0, drawn.err.constData());
    QVERIFY(m_cli->read(u"a.PNG"_s).startsWith("\x89PNG"));
    QCOMPARE(draw(u"a.pdf"_s).status, 0);
    QVERIFY(m_cli->read(u"a.pdf"_s).startsWith("%PDF-"));
}

void TestGraphDrawing::placesForGephi()
{
    QCOMPARE(draw(u"placed.gexf"_s, {u"--nodes"_s, u"pages"_s}).status, 0);
    const int nodes = count(u"placed.gexf"_s, "node"_L1);
    QCOMPARE(nodes, count(u"a.svg"_s, "circle"_L1));
    QCOMPARE(count(u"placed.gexf"_s, "position"_L1), nodes);
    // Without it the file is that of the table of links.
    QCOMPARE(draw(u"plain.gexf"_s).status, 0);
    QCOMPARE(count(u"plain.gexf"_s, "position"_L1), 0);
    QVERIFY(count(u"plain.gexf"_s, "node"_L1) >= nodes);
}

void TestGraphDrawing::filterIsOfPages()
{
    QCOMPARE(draw(u"some.svg"_s, {u"--where"_s, u"depth <= 1"_s}).status, 0);
    const int some = count(u"some.svg"_s, "circle"_L1);
    QVERIFY(some > 1);
    QVERIFY(some < count(u"a.svg"_s, "circle"_L1));
    QCOMPARE(draw(u"none.svg"_s, {u"--where"_s, u"depth = 99"_s}).status, 0);
    QCOMPARE(count(u"none.svg"_s, "circle"_L1), 0);
}

void TestGraphDrawing::groups()
{
    QCOMPARE(draw(u"clicks.svg"_s, {u"--nodes"_s, u"clicks"_s}).status, 0);
    const int clicks = count(u"clicks.svg"_s, "circle"_L1);
    QVERIFY(clicks >= 2 && clicks <= 4);
    QCOMPARE(draw(u"hosts.svg"_s, {u"--nodes"_s, u"hosts"_s}).status, 0);
    QCOMPARE(count(u"hosts.svg"_s, "circle"_L1), 1);
}

void TestGraphDrawing::projectIsNotWritten()
{
    const QByteArray before = m_cli->read(u"p.linnet"_s);
    QCOMPARE(draw(u"again.png"_s).status, 0);
    QVERIFY(m_cli->read(u"p.linnet"_s) == before);
}

void TestGraphDrawing::wrongUse_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nodes") << QStringList{u"--nodes"_s, u"words"_s} << QByteArray("folders");
    QTest::newRow("columns") << QStringList{u"--columns"_s, u"url"_s} << QByteArray("columns");
    QTest::newRow("filter") << QStringList{u"--where"_s, u"nowhere = 1"_s} << QByteArray("nowhere");
}

void TestGraphDrawing::wrongUse()
{
    QFETCH(QStringList, args);
    QFETCH(QByteArray, said);
    const auto result = draw(u"wrong.svg"_s, args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
    QVERIFY(!QFile::exists(m_cli->path(u"wrong.svg"_s)));
}

QTEST_GUILESS_MAIN(TestGraphDrawing)
#include "tst_graphdrawing.moc"
