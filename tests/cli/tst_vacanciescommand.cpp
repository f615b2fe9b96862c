// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/faultserver.h"
#include "support/python.h"
#include "table/vacancyschema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// linnet-cli vacancies as scripts use it, against the practice server.
class TestVacanciesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVacancyOnce();
    void filesHoldWhatTheProjectHolds();
    void trudvsemToo();
    void superjobWithKey();
    void spacing();
    void faults_data();
    void faults();
    void goneKeepsItsRow();
    void captchaIsWaitedFor();
    void noToken();
    void badUsage_data();
    void badUsage();
    void notWritable_data();
    void notWritable();
    void interruptKeepsRows();
    void keepsNothingForNothing();

private:
    static QStringList search(const QUrl &base, const QStringList &more);
    static QJsonObject summary(const test::CliRunner &cli);
    static std::vector<table::Cells> rows(const QString &project);
};

QStringList TestVacanciesCommand::search(const QUrl &base, const QStringList &more)
{
    return QStringList{u"vacancies"_s, u"--base-url"_s, base.toString(), u"--field"_s,   u"any"_s,
                       u"-d"_s,        u"0"_s,          u"--quiet"_s,    u"--summary"_s, u"s.json"_s} +
           more;
}

QJsonObject TestVacanciesCommand::summary(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

std::vector<table::Cells> TestVacanciesCommand::rows(const QString &project)
{
    const auto reader = store::RowReader::open(project);
    const store::RowQuery query{&table::vacancySchema(), {}, {}, {}};
    const auto ids = reader ? (*reader)->ids(query) : Result<store::IdVector>();
    return *(*reader)->rows(table::vacancySchema(), *ids);
}

void TestVacanciesCommand::everyVacancyOnce()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result =
        cli.run(search(*base, {u"-p"_s, u"20"_s, u"-o"_s, u"out.csv"_s, u"--project"_s, u"p.linnet"_s}));
    QVERIFY2(result.status == 0, result.err);
    const QByteArray csv = cli.read(u"out.csv"_s);
    QVERIFY(csv.startsWith(
        "vacancy,url,created,has_test,salary_from,salary_to,currency,experience,schedule,skills,"
        "employer,area,description,"));
    const auto stored = rows(cli.path(u"p.linnet"_s));
    QCOMPARE(stored.size(), size_t(test::CountedPractice::vacancyCount()));
    QSet<QString> ids;
    for (const table::Cells &cells : stored) {
        ids.insert(table::toText(cells[std::to_underlying(table::VacancyColumn::Id)]));
        QCOMPARE(table::toText(cells[std::to_underlying(table::VacancyColumn::State)]), u"complete"_s);
    }
    QCOMPARE(size_t(ids.size()), stored.size());
    const QJsonObject told = summary(cli);
    QCOMPARE(told[u"rows"_s].toInteger(), qint64(stored.size()));
    QCOMPARE(told[u"failed"_s].toInteger(), 0);
    QCOMPARE(told[u"requests"_s].toInteger(), qint64(server.arrivals().size()));
    QVERIFY(told[u"stopped_by"_s].isNull());
}

void TestVacanciesCommand::filesHoldWhatTheProjectHolds()
{
    if (const QString missing = test::pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(cli.run(search(*base, {u"-p"_s, u"0"_s, u"-o"_s, u"out.csv"_s, u"--project"_s, u"p.linnet"_s}))
                 .status,
             0);
    QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"out.xlsx"_s}).status, 0);
    const auto stored = rows(cli.path(u"p.linnet"_s));
    const QJsonArray csv = test::runPython(u"read_csv.py"_s, {cli.path(u"out.csv"_s), u","_s, u"utf-8"_s});
    const QJsonArray sheet =
        test::runPython(u"read_xlsx.py"_s, {cli.path(u"out.xlsx"_s)})[0][u"rows"_s].toArray();
    QCOMPARE(csv.size(), qsizetype(stored.size()) + 1);
    QCOMPARE(sheet.size(), csv.size());
    QList<int> columns; // of the files; nothing was compared, so nothing is said over time
    for (const QJsonValue &key : csv[0].toArray())
        columns.append(table::vacancySchema().indexOf(key.toString()).value_or(-1));
    QVERIFY(columns.size() > 40 && !columns.contains(-1));
    for (qsizetype r = 0; r < qsizetype(stored.size()); ++r) {
        for (qsizetype c = 0; c < columns.size(); ++c) {
            const table::Value &value = stored[size_t(r)][size_t(columns[c])];
            QCOMPARE(csv[r + 1][c].toString(), table::toText(value));
            const QJsonValue cell = sheet[r + 1][c][1];
            if (const QString *text = std::get_if<QString>(&value))
                QCOMPARE(cell.toString(), QString(*text).replace(u"\r\n"_s, u"\n"_s));
            else if (const double *number = std::get_if<double>(&value))
                QCOMPARE(cell.toDouble(), *number);
            else
                QCOMPARE(cell.isNull(), table::isNull(value));
        }
    }
}

void TestVacanciesCommand::trudvsemToo()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QUrl api = *base;
    api.setPath(u"/api/v1"_s);
    const auto result =
        cli.run(search(api, {u"--source"_s, u"trudvsem"_s, u"-p"_s, u"0"_s, u"-o"_s, u"out.jsonl"_s}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(cli.read(u"out.jsonl"_s).count('\n'), test::CountedPractice::vacancyCount());
}

void TestVacanciesCommand::superjobWithKey()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QUrl api = *base;
    api.setPath(u"/superjob"_s);
    const QStringList all =
        search(api, {u"--source"_s, u"superjob"_s, u"-p"_s, u"0"_s, u"-o"_s, u"out.jsonl"_s});
    const auto refused = cli.run(all);
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("api.superjob.ru/register"), refused.err);
    QCOMPARE(summary(cli)[u"stopped_by"_s].toString(), u"auth"_s);
    QCOMPARE(server.arrivals().size(), 1U);

    cli.setEnvironment(u"LINNET_SUPERJOB_TOKEN"_s, u"any"_s);
    const auto result = cli.run(all);
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(cli.read(u"out.jsonl"_s).count('\n'), test::CountedPractice::vacancyCount());
    // Words are asked of the title and checked in it; never without the slash that would redirect.
    const auto some = cli.run(search(api, {u"--source"_s, u"superjob"_s, u"-t"_s, u"аналитик"_s, u"--field"_s,
                                           u"name"_s, u"--area"_s, u"4"_s, u"-o"_s, u"some.jsonl"_s}));
    QVERIFY2(some.status == 0, some.err);
    const QByteArrayList lines = cli.read(u"some.jsonl"_s).trimmed().split('\n');
    QVERIFY(lines.size() > 1 && lines.size() < 100);
    for (const QByteArray &line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        QVERIFY(row[u"vacancy"_s].toString().contains(u"налитик"));
        QCOMPARE(row[u"area"_s].toString(), u"Москва"_s);
        QVERIFY(!line.contains("Анна Петровна"));
    }
    for (const QByteArray &address : server.hits().keys())
        QVERIFY2(address.startsWith("/superjob/vacancies/?"), address);
}

void TestVacanciesCommand::spacing()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"-p"_s, u"1"_s, u"-d"_s, u"0.05"_s, u"-o"_s, u"out.csv"_s}));
    QVERIFY2(result.status == 0, result.err);
    const std::vector<qint64> arrivals = server.arrivals();
    QCOMPARE(arrivals.size(), size_t(101));
    // A busy machine may stamp some arrivals late, which makes the next ones look early, but never ten in a
    // row: none comes before its turn, counted from the earliest of those ten.
    constexpr qint64 Gap = 50'000'000;
    const auto turn = [&arrivals](size_t i) { return arrivals[i] - qint64(i) * Gap; };
    for (size_t i = 20; i < arrivals.size(); ++i) {
        qint64 earliest = turn(i - 20);
        for (size_t before = i - 20; before < i - 10; ++before)
            earliest = std::min(earliest, turn(before));
        QVERIFY2(turn(i) >= earliest - 15'000'000,
                 qPrintable(u"arrival %1: %2 ns early"_s.arg(i).arg(earliest - turn(i))));
    }
}

void TestVacanciesCommand::faults_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<int>("status");
    for (const char *fault :
         {"429:300", "429x:40", "503:40", "cut:29", "gz:31", "slow:20", "nulls", "drift", "badjson:6"})
        QTest::newRow(fault) << QString::fromLatin1(fault) << 0;
    QTest::newRow("hang") << u"hang:300"_s << 0;
    QTest::newRow("redirfile") << u"redirfile:50"_s << 1;
    QTest::newRow("404") << u"404:40"_s << 1;
    QTest::newRow("all")
        << u"429:409,429x:129,503:123,404:40,cut:19,gz:37,slow:5,nulls,drift,badjson:41,hang:300"_s << 1;
}

void TestVacanciesCommand::faults()
{
    QFETCH(QString, faults);
    QFETCH(int, status);
    test::CountedPractice server(*practice::parseFaults(faults));
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"-p"_s, u"20"_s, u"-o"_s, u"o.csv"_s, u"--project"_s,
                                               u"p.linnet"_s, u"--timeout"_s, u"2"_s}));
    QVERIFY2(result.status == status, result.err);
    const auto stored = rows(cli.path(u"p.linnet"_s));
    QVERIFY(stored.size() >= size_t(test::CountedPractice::vacancyCount()));
    const auto incomplete = std::ranges::count_if(stored, [](const table::Cells &cells) {
        return table::toText(cells[std::to_underlying(table::VacancyColumn::State)]) != u"complete";
    });
    QCOMPARE(summary(cli)[u"failed"_s].toInteger(), qint64(incomplete));
    QCOMPARE(incomplete > 0, status == 1);
}

void TestVacanciesCommand::goneKeepsItsRow()
{
    test::CountedPractice server(*practice::parseFaults(u"404:40"));
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"-p"_s, u"0"_s, u"--project"_s, u"p.linnet"_s}));
    QCOMPARE(result.status, 1);
    int gone = 0;
    for (const table::Cells &cells : rows(cli.path(u"p.linnet"_s))) {
        if (table::toText(cells[std::to_underlying(table::VacancyColumn::State)]) != u"gone")
            continue;
        ++gone;
        QVERIFY(!table::toText(cells[std::to_underlying(table::VacancyColumn::Vacancy)]).isEmpty());
        QVERIFY(table::isNull(cells[std::to_underlying(table::VacancyColumn::Skills)]));
    }
    const QJsonArray failures = summary(cli)[u"failures"_s].toArray();
    QCOMPARE(int(failures.size()), gone);
    QVERIFY(gone > 5);
    QCOMPARE(failures[0][u"reason"_s].toString(), u"gone"_s);
    QCOMPARE(failures[0][u"status"_s].toInt(), 404);
    const auto complete = cli.run({u"export"_s, u"p.linnet"_s, u"--where"_s, u"state = complete"_s, u"-o"_s,
                                   u"-"_s, u"--columns"_s, u"id"_s});
    QCOMPARE(complete.status, 0);
    QCOMPARE(int(complete.out.count('\n')), 1 + test::CountedPractice::vacancyCount() - gone);
}

void TestVacanciesCommand::captchaIsWaitedFor()
{
    test::CountedPractice server(*practice::parseFaults(u"captcha:60"));
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QProcess process;
    cli.start(process, search(*base, {u"-p"_s, u"1"_s, u"-o"_s, u"o.csv"_s}));
    QByteArray told;
    QNetworkAccessManager browser;
    bool visited = false;
    connect(&process, &QProcess::readyReadStandardError, &browser, [&] {
        told += process.readAllStandardError();
        const qsizetype at = told.indexOf("/account/captcha");
        const qsizetype begin = told.lastIndexOf("http://", at);
        const qsizetype end = told.indexOf(')', at);
        if (at < 0 || end < 0 || visited)
            return;
        visited = true;
        browser.get(QNetworkRequest(QUrl(QString::fromUtf8(told.mid(begin, end - begin)))));
    });
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QVERIFY2(visited, told);
    QVERIFY2(process.exitCode() == 0, told);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 100);
}

void TestVacanciesCommand::noToken()
{
    test::CountedPractice server(*practice::parseFaults(u"token"));
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto refused = cli.run(search(*base, {u"-o"_s, u"o.csv"_s}));
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("token"), refused.err);
    QVERIFY2(!refused.err.contains("internet"), refused.err);
    QCOMPARE(summary(cli)[u"stopped_by"_s].toString(), u"auth"_s);
    QCOMPARE(summary(cli)[u"failures"_s][0][u"reason"_s].toString(), u"auth_required"_s);

    QFile token(cli.path(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write("practice\n") > 0);
    token.close();
    const auto accepted =
        cli.run(search(*base, {u"-p"_s, u"1"_s, u"--token-file"_s, u"token"_s, u"-o"_s, u"o.csv"_s}));
    QVERIFY2(accepted.status == 0, accepted.err);
    QVERIFY(!cli.read(u"o.csv"_s).contains("practice\n"));
}

void TestVacanciesCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("pages below zero") << QStringList{u"-p"_s, u"-1"_s} << QByteArray("-1");
    QTest::newRow("pages beyond reason") << QStringList{u"-p"_s, u"1000000000"_s} << QByteArray("1000000000");
    QTest::newRow("delay below zero") << QStringList{u"-d"_s, u"-1"_s} << QByteArray("-1");
    QTest::newRow("delay no number") << QStringList{u"-d"_s, u"abc"_s} << QByteArray("abc");
    QTest::newRow("delay nan") << QStringList{u"-d"_s, u"nan"_s} << QByteArray("nan");
    QTest::newRow("field") << QStringList{u"--field"_s, u"title"_s} << QByteArray("title");
    QTest::newRow("source") << QStringList{u"--source"_s, u"monster"_s} << QByteArray("monster");
    QTest::newRow("column") << QStringList{u"--columns"_s, u"vacancy,wage"_s} << QByteArray("wage");
    QTest::newRow("ending") << QStringList{u"-o"_s, u"rows.doc"_s} << QByteArray("rows.doc");
    QTest::newRow("dialect") << QStringList{u"--csv"_s, u"excel"_s} << QByteArray("excel");
    QTest::newRow("date") << QStringList{u"--date-from"_s, u"21.11.2026"_s} << QByteArray("21.11.2026");
    QTest::newRow("base") << QStringList{u"--base-url"_s, u"ftp://x"_s} << QByteArray("base-url");
    QTest::newRow("unknown option") << QStringList{u"--pagez"_s, u"1"_s} << QByteArray("pagez");
    QTest::newRow("token file") << QStringList{u"--token-file"_s, u"nowhere"_s} << QByteArray("nowhere");
    QTest::newRow("proxy with password")
        << QStringList{u"--proxy"_s, u"http://u:p@h:1"_s} << QByteArray("proxy");
    QTest::newRow("stray word") << QStringList{u"analyst"_s} << QByteArray("analyst");
}

void TestVacanciesCommand::badUsage()
{
    QFETCH(QStringList, args);
    QFETCH(QByteArray, named);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    QStringList all{u"vacancies"_s};
    if (!args.contains(u"--base-url"_s))
        all += {u"--base-url"_s, base->toString()};
    const auto result = cli.run(all + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(named), result.err);
    QVERIFY(result.out.isEmpty());
    QVERIFY(server.arrivals().empty());
}

void TestVacanciesCommand::notWritable_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("no such folder") << u"nowhere/out.csv"_s;
    QTest::newRow("a folder") << u"folder.csv"_s;
    QTest::newRow("not a folder") << u"/dev/null/out.csv"_s;
}

void TestVacanciesCommand::notWritable()
{
    QFETCH(QString, output);
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QVERIFY(QDir(cli.path(QString())).mkpath(u"folder.csv"_s));
    const auto result = cli.run(search(*base, {u"-o"_s, output}));
    QCOMPARE(result.status, 4);
    QVERIFY2(result.err.contains(output.toUtf8()), result.err);
    QVERIFY(server.arrivals().empty());
}

void TestVacanciesCommand::interruptKeepsRows()
{
    test::CountedPractice server(*practice::parseFaults(u"slow:20"));
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QProcess process;
    cli.start(process, search(*base, {u"-p"_s, u"0"_s, u"-o"_s, u"o.csv"_s, u"--project"_s, u"p.linnet"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(server.arrivals().size() > 60, 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(cli.read(u"o.csv"_s).count('\n') > 1);
    const auto resumed = cli.run({u"resume"_s, u"p.linnet"_s, u"--quiet"_s, u"-o"_s, u"o.csv"_s});
    QVERIFY2(resumed.status == 0, resumed.err);
    QCOMPARE(rows(cli.path(u"p.linnet"_s)).size(), size_t(test::CountedPractice::vacancyCount()));
}

/// A project without rows that nothing goes on with is not left behind, and not promised.
void TestVacanciesCommand::keepsNothingForNothing()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &) { return test::Answer::status(400); });
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QVERIFY(QDir().mkpath(cli.path(u"tmp"_s)));
    cli.setEnvironment(u"TMPDIR"_s, cli.path(u"tmp"_s));
    const auto result = cli.run(search(server.url(), {u"-p"_s, u"1"_s, u"-o"_s, u"o.csv"_s}));
    QCOMPARE(result.status, 3);
    QVERIFY2(!result.err.contains("is kept"), result.err);
    QCOMPARE(QDir(cli.path(u"tmp"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

QTEST_GUILESS_MAIN(TestVacanciesCommand)
#include "tst_vacanciescommand.moc"
