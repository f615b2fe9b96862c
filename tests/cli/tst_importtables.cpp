// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/packed.h"
#include "support/zipped.h"

#include "store/read/rowreader.h"
#include "table/vacancyschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// linnet-cli import with tables: what people have in files becomes rows, and what does not is named.
class TestImportTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesWhatIsLost();
    void repeatedNumbers();
    void checks();
    void pages();
    void ownExports_data();
    void ownExports();
    void map();
    void cutFile();
    void sheet();
    void badUsage_data();
    void badUsage();
    void differentTables();
    void killedInTheMiddle();
    void help();

private:
    QJsonObject summary() const;
    qint64 stored() const;
    int killImport(qint64 rows);
    QByteArray exported(const QString &project, const QString &table, const QString &name) const;

    std::unique_ptr<test::CliRunner> m_cli;
};

void TestImportTables::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

QJsonObject TestImportTables::summary() const
{
    return QJsonDocument::fromJson(m_cli->read(u"sum.json"_s)).object();
}

void TestImportTables::namesWhatIsLost()
{
    m_cli->write(u"a.csv"_s, "Вакансия;Зарплата;Чужое\nА;100 000,5;x\nБ;1;y;лишнее\nВ;много;z\n");
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"a.csv"_s, u"--summary"_s, u"sum.json"_s,
                                    u"-o"_s, u"-"_s, u"--columns"_s, u"vacancy,salary_from,source,query"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out, "vacancy,salary_from,source,query\r\nА,100000.5,file,a.csv\r\nВ,,file,a.csv\r\n"_ba);
    QVERIFY2(result.err.contains("a.csv: line 3:"), result.err.constData());
    QVERIFY2(result.err.contains("a.csv: line 4:") && result.err.contains("Чужое"), result.err.constData());
    const QJsonArray failures = summary()[u"failures"_s].toArray();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures[0][u"line"_s].toInt(), 3);
    QCOMPARE(summary()[u"left_out"_s][u"unreadable"_s].toInt(), 1);
    const auto again = m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"vacancy"_s,
                                   u"--where"_s, u"salary_from > 50000"_s});
    QCOMPARE(again.out, "vacancy\r\nА\r\n"_ba);
}

void TestImportTables::repeatedNumbers()
{
    m_cli->write(u"a.csv"_s, "id,source,name,salary\n1,hh,A,10\n1,hh,B,20\n2,hh,C,30\n");
    const auto result = m_cli->run(
        {u"import"_s, u"p.linnet"_s, u"a.csv"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"vacancy,id"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, "vacancy,id\r\nA,1\r\nB,1\r\nC,2\r\n"_ba);
    QVERIFY2(result.err.contains("the number or address of an earlier one"), result.err.constData());
}

void TestImportTables::checks()
{
    m_cli->write(u"sites.csv"_s, "Сайт;Код\nhttps://a.example/;200\nhttps://b.example/;404\n");
    const auto result = m_cli->run(
        {u"import"_s, u"p.linnet"_s, u"sites.csv"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"url,status,line"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, "url,status,line\r\nhttps://a.example/,200,2\r\nhttps://b.example/,404,3\r\n"_ba);
    QCOMPARE(exported(u"p.linnet"_s, u"checks"_s, u"again.csv"_s).count('\n'), 3);
}

/// Addresses of a crawl are numbered; where a page leads to is told from all rows.
void TestImportTables::pages()
{
    m_cli->write(u"pages.csv"_s,
                 "Address,Status Code,Title 1,Redirect URL\nhttps://a.example/,301,,https://b.example/\n"
                 "https://b.example/,200,Home,\nhttps://b.example/,200,Again,\n");
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"pages.csv"_s, u"-o"_s, u"-"_s,
                                    u"--columns"_s, u"url,final_url,status,title"_s});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("https://a.example/,https://b.example/,301,"), result.out.constData());
    QVERIFY2(result.out.contains("200,Home"), result.out.constData());
    QCOMPARE(result.out.count('\n'), 3);
    QVERIFY2(result.err.contains("the address of an earlier one"), result.err.constData());
}

QByteArray TestImportTables::exported(const QString &project, const QString &table, const QString &name) const
{
    const auto result = m_cli->run({u"export"_s, project, u"--table"_s, table, u"-o"_s, name});
    return result.status == 0 ? m_cli->read(name) : result.err;
}

void TestImportTables::ownExports_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("csv") << QStringList{u"out.csv"_s};
    QTest::newRow("excel-ru") << QStringList{u"out.csv"_s, u"--csv"_s, u"excel-ru"_s};
    QTest::newRow("excel-en") << QStringList{u"out.csv"_s, u"--csv"_s, u"excel-en"_s};
    QTest::newRow("tsv") << QStringList{u"out.tsv"_s};
    QTest::newRow("json") << QStringList{u"out.json"_s};
    QTest::newRow("jsonl") << QStringList{u"out.jsonl"_s};
    QTest::newRow("xlsx") << QStringList{u"out.xlsx"_s};
}

/// Byte by byte the same when both are exported once more, what is worked out of other rows included.
void TestImportTables::ownExports()
{
    QFETCH(QStringList, options);
    m_cli->write(u"first.csv"_s,
                 "id,source,vacancy,url,created,salary_from,skills,description,fetched_at,query,state\n"
                 "1,hh,=A+1,https://a/,2026-11-20T10:00:00+0300,1000.5,\"SQL;C, C++\",\"a\n\"\"b\"\"\","
                 "2026-11-29T10:00:00Z,x,complete\n"
                 "2,trudvsem,\"B;C\",https://b/,2026-11-20,7,,'tis,2026-11-29T10:00:00Z,-y,listed\n");
    QCOMPARE(m_cli->run({u"import"_s, u"a.linnet"_s, u"first.csv"_s}).status, 0);
    const QByteArray before = exported(u"a.linnet"_s, u"vacancies"_s, u"before.csv"_s);
    QVERIFY(before.count("hh") >= 1);
    QCOMPARE(m_cli->run(QStringList{u"export"_s, u"a.linnet"_s, u"-o"_s} + options).status, 0);
    const auto result = m_cli->run({u"import"_s, u"b.linnet"_s, options.front()});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(exported(u"b.linnet"_s, u"vacancies"_s, u"after.csv"_s), before);
}

void TestImportTables::map()
{
    m_cli->write(u"a.csv"_s, "What,Much,Name\nA,5,x\n");
    m_cli->write(u"map.csv"_s, "column,as\nWhat,vacancy\nMuch,salary_from\nName,\n");
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"a.csv"_s, u"--map"_s, u"map.csv"_s, u"-o"_s,
                                    u"-"_s, u"--columns"_s, u"vacancy,salary_from"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.out, "vacancy,salary_from\r\nA,5\r\n"_ba);
    QVERIFY2(!result.err.contains("left out:"), result.err.constData());
}

/// Asking again what failed adds nothing twice.
void TestImportTables::cutFile()
{
    QByteArray csv = "vacancy,salary_from\n";
    for (int i = 0; i < 5000; ++i)
        csv += "Row " + QByteArray::number(i * 7919) + ',' + QByteArray::number(i) + '\n';
    m_cli->write(u"cut.csv.gz"_s, test::pack(csv, test::Packing::Gzip).chopped(2000));
    const QStringList output{u"-o"_s, u"out.csv"_s, u"--columns"_s, u"vacancy"_s};
    QCOMPARE(m_cli->run(QStringList{u"import"_s, u"p.linnet"_s, u"cut.csv.gz"_s} + output).status, 1);
    const QByteArray before = m_cli->read(u"out.csv"_s);
    QVERIFY(before.count('\n') > 2000);
    QVERIFY(m_cli->run(QStringList{u"resume"_s, u"p.linnet"_s, u"--failed"_s} + output).status != 0);
    QCOMPARE(exported(u"p.linnet"_s, u"vacancies"_s, u"all.csv"_s).count('\n'), before.count('\n'));
}

void TestImportTables::sheet()
{
    test::WorkbookParts parts;
    parts.sheetList =
        R"(<sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" r:id="rId2"/>)";
    const auto cell = [](const char *text) {
        return "<c t=\"inlineStr\"><is><t>"_ba + text + "</t></is></c>";
    };
    parts.sheets = {"<row>" + cell("Vacancy") + "</row><row>" + cell("A") + "</row>",
                    "<row>" + cell("Vacancy") + "</row><row>" + cell("B") + "</row>"};
    m_cli->write(u"a.xlsx"_s, test::workbook(parts));
    const QStringList import{u"import"_s, u"p.linnet"_s,  u"a.xlsx"_s, u"-o"_s,
                             u"-"_s,      u"--columns"_s, u"vacancy"_s};
    const auto named = m_cli->run(import + QStringList{u"--sheet"_s, u"two"_s});
    QVERIFY2(named.status == 0, named.err.constData());
    QCOMPARE(named.out, "vacancy\r\nB\r\n"_ba);
    const auto first = m_cli->run(import);
    QCOMPARE(first.out, "vacancy\r\nA\r\n"_ba);
    QVERIFY2(first.err.contains("Two"), first.err.constData());
}

void TestImportTables::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("unknown table") << QStringList{u"a.csv"_s, u"--table"_s, u"links"_s} << "--table"_ba;
    QTest::newRow("bad map") << QStringList{u"a.csv"_s, u"--map"_s, u"map.csv"_s} << "map.csv: line 2"_ba;
    QTest::newRow("map of another table")
        << QStringList{u"a.csv"_s, u"--map"_s, u"checks.csv"_s} << "--map: vacancies: preview"_ba;
    QTest::newRow("no map") << QStringList{u"a.csv"_s, u"--map"_s, u"none.csv"_s} << "none.csv"_ba;
    QTest::newRow("separator") << QStringList{u"a.csv"_s, u"--csv-separator"_s, u"x"_s}
                               << "--csv-separator"_ba;
    QTest::newRow("no sheet") << QStringList{u"a.xlsx"_s, u"--sheet"_s, u"None"_s} << "One"_ba;
    QTest::newRow("web page") << QStringList{u"page.xls"_s} << "page.xls: this is a web page"_ba;
    QTest::newRow("old Excel") << QStringList{u"old.xls"_s} << ".xlsx"_ba;
    QTest::newRow("empty") << QStringList{u"empty.csv"_s} << "empty"_ba;
    QTest::newRow("no known column") << QStringList{u"odd.csv"_s} << "none of its columns"_ba;
}

void TestImportTables::badUsage()
{
    QFETCH(QStringList, args);
    QFETCH(QByteArray, said);
    m_cli->write(u"a.csv"_s, "vacancy\nA\n");
    m_cli->write(u"map.csv"_s, "column,as\nvacancy,colour\n");
    m_cli->write(u"checks.csv"_s, "column,as\nother,preview\n");
    test::WorkbookParts parts;
    parts.sheets = {"<row><c><v>1</v></c></row>"};
    m_cli->write(u"a.xlsx"_s, test::workbook(parts));
    m_cli->write(u"page.xls"_s, "<html><table><tr><td>vacancy</table>");
    m_cli->write(u"old.xls"_s, QByteArray("\xD0\xCF\x11\xE0", 4) + QByteArray(600, '\0'));
    m_cli->write(u"empty.csv"_s, "");
    m_cli->write(u"odd.csv"_s, "colour,shape\nred,round\n");
    const auto result = m_cli->run(QStringList{u"import"_s, u"p.linnet"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
    QVERIFY(!QFile::exists(m_cli->path(u"p.linnet"_s)));
}

void TestImportTables::differentTables()
{
    m_cli->write(u"a.csv"_s, "vacancy,employer\nA,B\n");
    m_cli->write(u"b.csv"_s, "url,status\nhttps://a/,200\n");
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"a.csv"_s, u"b.csv"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("vacancies, checks"), result.err.constData());
}

qint64 TestImportTables::stored() const
{
    const auto reader = store::RowReader::open(m_cli->path(u"p.linnet"_s));
    return reader ? (*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0) : 0;
}

/// How often it was killed before all was stored, three times at most.
int TestImportTables::killImport(qint64 rows)
{
    int kills = 0;
    for (qint64 before = 0; kills < 3; ++kills) {
        QProcess process;
        m_cli->start(process, kills == 0 ? QStringList{u"import"_s, u"p.linnet"_s, u"big.csv"_s}
                                         : QStringList{u"resume"_s, u"p.linnet"_s});
        const auto isFar = [&] { return stored() > before || process.state() == QProcess::NotRunning; };
        if (!process.waitForStarted() || !QTest::qWaitFor(isFar, 60'000))
            return -1;
        before = stored() + 3000;
        process.kill();
        process.waitForFinished();
        if (stored() == rows)
            break;
    }
    return kills;
}

/// After kills the rows are those of an import that nobody disturbed, repeated numbers included.
void TestImportTables::killedInTheMiddle()
{
    constexpr int Rows = 60'000;
    QByteArray csv = "id;source;Вакансия;Описание\n";
    for (int i = 0; i < Rows; ++i)
        csv += QByteArray::number(i % 50'000) + ";hh;\"Слесарь\n" + QByteArray::number(i) + "\";" +
               QByteArray(300, 'x') + '\n';
    m_cli->write(u"big.csv"_s, csv);
    QCOMPARE(m_cli->run({u"import"_s, u"whole.linnet"_s, u"big.csv"_s}).status, 0);
    int kills = killImport(Rows);
    // On a busy machine it may be through before anybody has looked.
    for (int again = 0; again < 5 && kills == 0; ++again) {
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(m_cli->path(u"p.linnet"_s + QLatin1StringView(ending)));
        kills = killImport(Rows);
    }
    QVERIFY(kills > 0);
    m_cli->run({u"resume"_s, u"p.linnet"_s}); // refused when the last one came too late
    const QStringList columns{u"-o"_s, u"-"_s, u"--columns"_s, u"id,vacancy"_s};
    const auto whole = m_cli->run(QStringList{u"export"_s, u"whole.linnet"_s} + columns);
    const auto disturbed = m_cli->run(QStringList{u"export"_s, u"p.linnet"_s} + columns);
    QCOMPARE(whole.status, 0);
    QCOMPARE(stored(), Rows);
    QCOMPARE(disturbed.out, whole.out);
}

/// Qt's own words around it are in the user's language.
void TestImportTables::help()
{
    for (const QString &locale : {u"ru_RU.UTF-8"_s, u"en_US.UTF-8"_s}) {
        m_cli->setEnvironment(u"LC_ALL"_s, locale);
        m_cli->setEnvironment(u"LANG"_s, locale);
        const auto result = m_cli->run({u"import"_s, u"--help"_s});
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY2(result.out.startsWith("linnet-cli import ["), result.out.constData());
        QVERIFY(result.out.contains("--map"));
    }
}

QTEST_GUILESS_MAIN(TestImportTables)
#include "tst_importtables.moc"
