// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/crawlrows.h"
#include "support/inventedvacancies.h"

#include "store/project/project.h"
#include "table/joined/joinedschema.h"
#include "table/vacancyschema.h"

#include <QFile>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Columns of a table of the user's beside the rows, by script.
class TestJoinCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keys_data();
    void keys();
    void columnsBesideRows();
    void kindsOfColumns();
    void titlesAboveTheTable();
    void byAddress();
    void whatIsLeftOut();
    void anotherOfThatName();
    void taken();
    void wrongUse_data();
    void wrongUse();
    void mergedProjects();

private:
    test::CliResult join(const QByteArray &csv, const QStringList &options) const
    {
        m_cli->write(u"t.csv"_s, csv);
        return m_cli->run(QStringList{u"join"_s, m_project, u"t.csv"_s} + options);
    }
    QByteArray exported(const QStringList &options, const QString &project = {}) const
    {
        auto result = m_cli->run(
            QStringList{u"export"_s, project.isEmpty() ? m_project : project, u"-o"_s, u"-"_s} + options);
        return result.status == 0 ? result.out.replace("\r\n", "\n") : result.err;
    }

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;
};

void TestJoinCommand::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_project = m_cli->path(u"p.linnet"_s);
    const auto project = store::Project::open(m_project);
    QVERIFY(project);
    store::Writer &writer = (*project)->writer();
    writer.post(test::inventedUnit(writer.postRun(u"vacancies"_s, {}), 0, 30));
    QVERIFY((*project)->close());
}

void TestJoinCommand::keys_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("latin") << u"Population 2025"_s << QByteArray("population_2025");
    QTest::newRow("cyrillic") << u"Население, тыс."_s << QByteArray("naselenie_tys");
    QTest::newRow("soft sign and yo") << u"Объём"_s << QByteArray("obem");
    QTest::newRow("no letters") << u"%"_s << QByteArray("column");
    QTest::newRow("begins with a number") << u"2025"_s << QByteArray("column_2025");
    QTest::newRow("another script") << u"人口"_s << QByteArray("column");
    QTest::newRow("one that there is") << u"Region"_s << QByteArray("region_2");
    QTest::newRow("very long") << QString(100, u'a') << QByteArray(40, 'a');
}

void TestJoinCommand::keys()
{
    QFETCH(QString, title);
    QTEST(table::joinedKey(table::vacancySchema(), title), "key");
}

void TestJoinCommand::columnsBesideRows()
{
    const auto joined = join("Компания;Отрасль;Людей\nROMASHKA llc;цветы;1 200\nNorth Bank;банк;15\n",
                             {u"--by"_s, u"employer"_s});
    QVERIFY2(joined.status == 0, joined.err);
    QVERIFY2(joined.out.contains("t: columns otrasl, lyudey."), joined.out);
    QVERIFY2(joined.out.contains("9 of 30 rows"), joined.out); // of seven employers: 5 and 4 ads
    QCOMPARE(exported({u"--columns"_s, u"id,employer,otrasl,lyudey"_s, u"--where"_s, u"id in (7, 2, 3)"_s}),
             "id,employer,otrasl,lyudey\n2,North Bank,банк,15\n3,Tidy Games,,\n7,Romashka LLC,цветы,1200\n");
    QCOMPARE(exported({u"--columns"_s, u"id"_s, u"--where"_s, u"lyudey > 1000"_s}).count('\n'), 6);
    QCOMPARE(exported({u"--columns"_s, u"id"_s, u"--where"_s, u"otrasl contains ЦВЕТ"_s}).count('\n'), 6);
    const auto stats = m_cli->run(
        {u"stats"_s, m_project, u"--by"_s, u"otrasl"_s, u"--measure"_s, u"lyudey"_s, u"-o"_s, u"-"_s});
    QVERIFY2(stats.out.contains("банк,4,"), stats.out);
    // All columns are the table's own and these; what stood in the file was not touched.
    QVERIFY(exported({}).split('\n').front().endsWith(",otrasl,lyudey"));
    QVERIFY2(m_cli->run({u"join"_s, m_project, u"--list"_s}).out.contains("vacancies.employer = otrasl"), "");
    QCOMPARE(m_cli->run({u"join"_s, m_project, u"--remove"_s, u"t"_s}).status, 0);
    QVERIFY(!exported({}).split('\n').front().contains("otrasl"));
}

void TestJoinCommand::kindsOfColumns()
{
    const auto joined = join("employer,whole,real,date,code,mixed,none\n"
                             "Romashka LLC,5,1.5,2026-01-02,007,12,n/a\n"
                             "North Bank,-,2,03.04.2026,010,many,\n",
                             {u"--by"_s, u"employer"_s});
    QVERIFY2(joined.status == 0, joined.err);
    m_cli->run({u"export"_s, m_project, u"--where"_s, u"id in (0, 2)"_s, u"--columns"_s,
                u"id,whole,real,date,code,mixed,none"_s, u"-o"_s, u"o.json"_s});
    const QByteArray json = m_cli->read(u"o.json"_s);
    QVERIFY2(json.contains("\"whole\":5"), json);
    QVERIFY2(json.contains("\"whole\":null"), json);
    QVERIFY2(json.contains("\"real\":1.5"), json);
    QVERIFY2(json.contains("\"date\":\"2026-04-03\""), json);
    QVERIFY2(json.contains("\"code\":\"007\""), json);
    QVERIFY2(json.contains("\"mixed\":\"12\""), json);
}

void TestJoinCommand::titlesAboveTheTable()
{
    const auto joined = join("Prices of regions\n\nPlace;Index\nМосква;1,35\nг. Санкт-Петербург;1,21\n",
                             {u"--by"_s, u"region"_s});
    QVERIFY2(joined.status == 0, joined.err);
    // "Moscow" and "Москва" are one region.
    QCOMPARE(exported({u"--columns"_s, u"id,area,index"_s, u"--where"_s, u"id in (0, 1, 2)"_s}),
             "id,area,index\n0,Moscow,1.35\n1,Санкт-Петербург,1.21\n2,Kazan,\n");
}

void TestJoinCommand::byAddress()
{
    const QString project = m_cli->path(u"crawl.linnet"_s);
    {
        const auto made = store::Project::open(project);
        QVERIFY(made);
        store::Writer &writer = (*made)->writer();
        const auto run = writer.postRun(u"crawl"_s, {});
        test::CrawlRows rows(run);
        for (int i = 1; i <= 3; ++i) {
            rows.address(i, qPrintable(u"https://a.example/%1"_s.arg(i)));
            rows.page(i, 200,
                      {{table::PageColumn::Title, u"page %1"_s.arg(i)},
                       {table::PageColumn::Words, qint64(3)},
                       {table::PageColumn::Internal, true}});
        }
        writer.post(rows.take());
        QVERIFY((*made)->close());
    }
    m_cli->write(u"visits.csv"_s, "Page,Clicks\nhttps://A.example/2,20\nHTTPS://a.example:443/3,30\n");
    const auto joined = m_cli->run({u"join"_s, project, u"visits.csv"_s, u"--table"_s, u"pages"_s, u"--by"_s,
                                    u"url"_s, u"--key"_s, u"Page"_s});
    QVERIFY2(joined.status == 0, joined.err);
    QCOMPARE(exported({u"--table"_s, u"pages"_s, u"--columns"_s, u"url,clicks"_s, u"--where"_s,
                       u"clicks >= 10 and title contains page"_s},
                      project),
             "url,clicks\nhttps://a.example/2,20\nhttps://a.example/3,30\n");
    // Audits know them, too.
    const auto audit = m_cli->run({u"audit"_s, project, u"--where"_s, u"clicks > 25"_s, u"-o"_s, u"-"_s});
    QVERIFY2(audit.status == 0, audit.err);
    QVERIFY2(audit.out.contains("https://a.example/3"), audit.out);
    QVERIFY2(!audit.out.contains("https://a.example/2"), audit.out);
}

void TestJoinCommand::whatIsLeftOut()
{
    const auto joined =
        join("employer,n\nRomashka LLC,1\n,2\nromashka llc ,3\nNorth Bank,4\n", {u"--by"_s, u"employer"_s});
    QCOMPARE(joined.status, 1);
    QVERIFY2(joined.err.contains("line 3: nothing to join by"), joined.err);
    QVERIFY2(joined.err.contains("line 4: \"romashka llc \" came before") ||
                 joined.err.contains("line 4: \"romashka llc\" came before"),
             joined.err);
    QVERIFY2(joined.out.contains("Rows of the table: 4, left out: 2."), joined.out);
    QCOMPARE(exported({u"--columns"_s, u"id,n"_s, u"--where"_s, u"id = 0"_s}), "id,n\n0,1\n");
}

void TestJoinCommand::anotherOfThatName()
{
    QCOMPARE(join("employer,n\nRomashka LLC,1\n", {u"--by"_s, u"employer"_s}).status, 0);
    QCOMPARE(join("employer,n\nNorth Bank,5\n", {u"--by"_s, u"employer"_s}).status, 0);
    QCOMPARE(exported({u"--columns"_s, u"id,n"_s, u"--where"_s, u"n not empty and id in (0, 2)"_s}),
             "id,n\n2,5\n");
    // A second table with the same column: both are kept.
    const auto other =
        join("employer,n\nNorth Bank,6\n", {u"--by"_s, u"employer"_s, u"--name"_s, u"other"_s});
    QCOMPARE(other.status, 0);
    QVERIFY(exported({}).split('\n').front().endsWith(",n_2,n"));
}

void TestJoinCommand::taken()
{
    // A sheet of a workbook's shape as CSV, two of its columns only.
    const auto joined =
        join("employer,a,b,c\nRomashka LLC,1,2,3\n", {u"--by"_s, u"employer"_s, u"--columns"_s, u"c, a"_s});
    QVERIFY2(joined.out.contains("columns c, a."), joined.out);
}

void TestJoinCommand::wrongUse_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    const QByteArray good = "employer,n\nRomashka LLC,1\n";
    QTest::newRow("by what") << good << QStringList{} << QByteArray("--by");
    QTest::newRow("no such column of the rows")
        << good << QStringList{u"--by"_s, u"nothing"_s} << QByteArray("employer");
    QTest::newRow("a list") << good << QStringList{u"--by"_s, u"skills"_s} << QByteArray("employer");
    QTest::newRow("no such column of the table")
        << good << QStringList{u"--by"_s, u"employer"_s, u"--key"_s, u"firm"_s} << QByteArray("employer, n");
    QTest::newRow("not wanted ones") << good << QStringList{u"--by"_s, u"employer"_s, u"--columns"_s, u"x"_s}
                                     << QByteArray("employer, n");
    QTest::newRow("nothing but the key")
        << QByteArray("employer\nA\n") << QStringList{u"--by"_s, u"employer"_s} << QByteArray("besides");
    QTest::newRow("no table") << QByteArray("<html><p>x") << QStringList{u"--by"_s, u"employer"_s}
                              << QByteArray("web page");
    QTest::newRow("other rows") << good << QStringList{u"--by"_s, u"url"_s, u"--table"_s, u"requests"_s}
                                << QByteArray("vacancies, pages, links, checks");
}

void TestJoinCommand::wrongUse()
{
    QFETCH(QByteArray, csv);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    const auto result = join(csv, options);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err);
    QVERIFY(m_cli->run({u"join"_s, m_project, u"--list"_s}).out.contains("no tables"));
}

void TestJoinCommand::mergedProjects()
{
    const QString other = m_cli->path(u"b.linnet"_s);
    QVERIFY(QFile::copy(m_project, other));
    QCOMPARE(join("employer,n\nRomashka LLC,1\n", {u"--by"_s, u"employer"_s}).status, 0);
    m_cli->write(u"u.csv"_s, "area,m\nKazan,9\n");
    QCOMPARE(m_cli->run({u"join"_s, other, u"u.csv"_s, u"--by"_s, u"area"_s}).status, 0);
    const auto merged = m_cli->run({u"merge"_s, m_project, other, u"-o"_s, u"c.linnet"_s});
    QVERIFY2(merged.status == 0, merged.err);
    const QByteArray rows =
        exported({u"--run"_s, u"1"_s, u"--columns"_s, u"id,n,m"_s, u"--where"_s, u"id in (0, 2)"_s},
                 m_cli->path(u"c.linnet"_s));
    QCOMPARE(rows, "id,n,m\n0,1,\n2,,9\n");
}

QTEST_GUILESS_MAIN(TestJoinCommand)
#include "tst_joincommand.moc"
