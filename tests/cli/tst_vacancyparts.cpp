// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/countedpractice.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Searches with more ads than their source lets anybody read: they are read in parts, and say so.
class TestVacancyParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAdOnce_data();
    void everyAdOnce();
    void adsThatAppear_data();
    void adsThatAppear();
    void tooManyAtOnce();
    void pagesAreNotParts();
    void planTellsTheCost_data();
    void planTellsTheCost();
    void killedAndResumed();
    void oneOfTwoSources();

private:
    static QStringList search(const QUrl &server, const QString &source, const QStringList &more = {});
    static QJsonObject summary(const test::CliRunner &cli);
    static QList<QJsonObject> rows(const test::CliRunner &cli, const QString &file = u"o.jsonl"_s);
    /// What the project says about the parts.
    static QList<QJsonObject> listings(const test::CliRunner &cli);
    static int differing(const QList<QJsonObject> &rows);
};

QStringList TestVacancyParts::search(const QUrl &server, const QString &source, const QStringList &more)
{
    QUrl base = server;
    if (source == "trudvsem"_L1)
        base.setPath(u"/api/v1"_s);
    else if (source == "superjob"_L1)
        base.setPath(u"/superjob"_s);
    return QStringList{u"vacancies"_s, u"--source"_s,  source,      u"--base-url"_s, base.toString(),
                       u"-p"_s,        u"0"_s,         u"-d"_s,     u"0"_s,          u"--no-details"_s,
                       u"--quiet"_s,   u"--summary"_s, u"s.json"_s, u"-o"_s,         u"o.jsonl"_s,
                       u"--project"_s, u"p.linnet"_s} +
           more;
}

QJsonObject TestVacancyParts::summary(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

QList<QJsonObject> TestVacancyParts::listings(const test::CliRunner &cli)
{
    const auto result = cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"listings"_s, u"--run"_s,
                                 u"last"_s, u"-o"_s, u"l.jsonl"_s});
    return result.status == 0 ? rows(cli, u"l.jsonl"_s) : QList<QJsonObject>();
}

QList<QJsonObject> TestVacancyParts::rows(const test::CliRunner &cli, const QString &file)
{
    QList<QJsonObject> rows;
    for (const QByteArray &line : cli.read(file).trimmed().split('\n'))
        rows.append(QJsonDocument::fromJson(line).object());
    return rows;
}

int TestVacancyParts::differing(const QList<QJsonObject> &rows)
{
    QSet<QString> ids;
    for (const QJsonObject &row : rows)
        ids.insert(row[u"source"_s].toString() + row[u"id"_s].toString());
    return int(ids.size());
}

void TestVacancyParts::everyAdOnce_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<practice::Fault>>("faults");
    QTest::addColumn<int>("ads");
    QTest::addColumn<double>("atMost"); // times the least number of requests
    QTest::newRow("cap 2,000") << u"hh"_s << QList<practice::Fault>{{u"ads"_s, 7000}} << 7000 << 1.3;
    QTest::newRow("cap 500") << u"hh"_s << QList<practice::Fault>{{u"ads"_s, 7000}, {u"cap"_s, 500}} << 7000
                             << 1.3;
    QTest::newRow("cap 10,000") << u"trudvsem"_s << QList<practice::Fault>{{u"ads"_s, 12'000}} << 12'000
                                << 1.3;
    QTest::newRow("cap 500, with a key")
        << u"superjob"_s << QList<practice::Fault>{{u"ads"_s, 3000}} << 3000 << 1.5;
    QTest::newRow("no dates") << u"hh"_s << QList<practice::Fault>{{u"ads"_s, 7000}, {u"nodates"_s, 0}}
                              << 7000 << 1.5;
}

void TestVacancyParts::everyAdOnce()
{
    QFETCH(QString, source);
    QFETCH(QList<practice::Fault>, faults);
    QFETCH(int, ads);
    QFETCH(double, atMost);
    test::CountedPractice server(faults);
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_SUPERJOB_TOKEN"_s, u"any"_s);
    const auto result = cli.run(search(*base, source));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), ads);
    QCOMPARE(differing(rows(cli)), ads);
    const auto requests = double(server.arrivals().size());
    QVERIFY2(requests <= ads / 100.0 * atMost, QByteArray::number(requests));
    const QJsonObject told = summary(cli);
    QCOMPARE(told[u"found"_s].toInt(), ads);
    QCOMPARE(told[u"reachable"_s].toInt(), ads);
    QCOMPARE(told[u"truncated"_s].toInt(), 0);
    // The proof: what each part told is what was read of it.
    int inParts = 0;
    for (const QJsonObject &listing : listings(cli)) {
        const QString state = listing[u"state"_s].toString();
        QVERIFY2(QStringList({u"complete"_s, u"parts"_s, u"ignored"_s}).contains(state), qPrintable(state));
        if (state != "complete"_L1)
            continue;
        QCOMPARE(listing[u"read"_s], listing[u"found"_s]);
        inParts += listing[u"read"_s].toInt();
    }
    QVERIFY(inParts >= ads);
    // Rows name the search, not the part in which they were found.
    for (const QJsonObject &row : rows(cli))
        QCOMPARE(row[u"query"_s].toString(), u"everything"_s);
}

void TestVacancyParts::adsThatAppear_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("ads");
    QTest::newRow("hh") << u"hh"_s << 7000;
    QTest::newRow("trudvsem") << u"trudvsem"_s << 11'000;
}

/// They neither push others past a page nor are they missing.
void TestVacancyParts::adsThatAppear()
{
    QFETCH(QString, source);
    QFETCH(int, ads);
    constexpr int News = 40;
    test::CountedPractice server({{u"ads"_s, ads}, {u"news"_s, News}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, source));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), ads + News);
    QCOMPARE(differing(rows(cli)), ads + News);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), ads + News);
}

/// Ads that nothing parts are read as far as the source gives them; the part is named, the rest complete.
void TestVacancyParts::tooManyAtOnce()
{
    test::CountedPractice server({{u"ads"_s, 7000}, {u"burst"_s, 2600}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, u"hh"_s));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), 7000);
    const int missing = summary(cli)[u"truncated"_s].toInt();
    QVERIFY2(missing > 500 && missing <= 600, QByteArray::number(missing));
    QCOMPARE(rows(cli).size(), 7000 - missing);
    QCOMPARE(differing(rows(cli)), 7000 - missing);
    QVERIFY2(result.err.contains("2000 of 2600 ads of"), result.err);
    QList<QJsonObject> incomplete = listings(cli);
    incomplete.removeIf([](const QJsonObject &listing) {
        return listing[u"state"_s] == "complete"_L1 || listing[u"state"_s] == "parts"_L1;
    });
    QCOMPARE(incomplete.size(), 1);
    QCOMPARE(incomplete[0][u"state"_s].toString(), u"too_many"_s);
    QCOMPARE(incomplete[0][u"found"_s].toInt(), 2600);
    QCOMPARE(incomplete[0][u"read"_s].toInt(), 2000);
}

/// Who wants five pages is not given parts.
void TestVacancyParts::pagesAreNotParts()
{
    test::CountedPractice server({{u"ads"_s, 3000}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, u"hh"_s, {u"-p"_s, u"5"_s}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 500);
    QCOMPARE(int(server.arrivals().size()), 5);
    QVERIFY2(result.err.contains("-p 0 reads all"), result.err);
}

void TestVacancyParts::planTellsTheCost_data()
{
    QTest::addColumn<QStringList>("query");
    QTest::newRow("in parts") << QStringList{u"-p"_s, u"0"_s, u"--no-details"_s};
    QTest::newRow("with details") << QStringList{u"-p"_s, u"0"_s, u"-t"_s, u"бухгалтер"_s};
    QTest::newRow("some pages") << QStringList{u"-p"_s, u"3"_s, u"--no-details"_s};
}

/// One request for each search, and an estimate that holds.
void TestVacancyParts::planTellsTheCost()
{
    QFETCH(QStringList, query);
    test::CountedPractice server({{u"ads"_s, 7000}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QStringList command =
        QStringList{u"vacancies"_s, u"--base-url"_s, base->toString(), u"-d"_s, u"0.02"_s, u"--quiet"_s} +
        query;
    const auto plan = cli.run(command + QStringList{u"--plan"_s, u"-o"_s, u"p.csv"_s});
    QVERIFY2(plan.status == 0, plan.err);
    QCOMPARE(int(server.arrivals().size()), 1);
    const QByteArrayList lines = cli.read(u"p.csv"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].trimmed(), "source,query,found,reachable,requests,seconds");
    const QByteArrayList cells = lines[1].trimmed().split(',');
    QCOMPARE(cells.size(), 6);

    const auto run = cli.run(command + QStringList{u"--summary"_s, u"s.json"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(run.status == 0, run.err);
    QCOMPARE(cells[2].toInt(), summary(cli)[u"found"_s].toInt());
    QCOMPARE(cells[3].toInt(), summary(cli)[u"reachable"_s].toInt());
    const double requests = summary(cli)[u"requests"_s].toDouble();
    QVERIFY2(std::abs(cells[4].toDouble() - requests) <= requests * 0.15, cells[4]);
    QVERIFY2(cells[5].toDouble() >= requests * 0.02 * 0.85, cells[5]);
}

void TestVacancyParts::killedAndResumed()
{
    test::CountedPractice server({{u"ads"_s, 7000}, {u"cap"_s, 500}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    for (const size_t part : {1, 2, 3, 9, 30, 60}) {
        const QString project = u"%1.linnet"_s.arg(part);
        const size_t before = server.arrivals().size();
        QProcess process;
        QStringList command = search(*base, u"hh"_s);
        command.last() = project;
        cli.start(process, command);
        QTRY_VERIFY_WITH_TIMEOUT(server.arrivals().size() >= before + part, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        const auto resumed = cli.run({u"resume"_s, project, u"--quiet"_s, u"-o"_s, u"o.jsonl"_s});
        if (resumed.status == 2) // it was killed before its run was stored
            continue;
        QVERIFY2(resumed.status == 0, resumed.err);
        QCOMPARE(rows(cli).size(), 7000);
        QCOMPARE(differing(rows(cli)), 7000);
    }
}

/// One source fails half-way: the rows of the other are complete, and what failed is asked again later.
void TestVacancyParts::oneOfTwoSources()
{
    test::CountedPractice server({{u"ads"_s, 2500}, {u"badjson"_s, 3}});
    const auto base = server.start();
    QVERIFY(base);
    test::CountedPractice good({{u"ads"_s, 2500}});
    const auto goodBase = good.start();
    QVERIFY(goodBase);
    QUrl trudvsem = *goodBase;
    trudvsem.setPath(u"/api/v1"_s);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList both = search(*base, u"hh"_s, {u"--retries"_s, u"0"_s});
    both[both.indexOf(u"--base-url"_s) + 1] = u"hh="_s + base->toString();
    both += {u"--source"_s, u"trudvsem"_s, u"--base-url"_s, u"trudvsem="_s + trudvsem.toString()};
    const auto result = cli.run(both);
    QVERIFY2(result.status == 1, result.err);
    const auto count = [&](const QString &source) {
        return std::ranges::count_if(rows(cli),
                                     [&](const QJsonObject &row) { return row[u"source"_s] == source; });
    };
    QCOMPARE(count(u"trudvsem"_s), 2500);
    QVERIFY(count(u"hh"_s) < 2500);
    int status = 1;
    for (int round = 0; status == 1 && round < 5; ++round) {
        const auto again =
            cli.run({u"resume"_s, u"p.linnet"_s, u"--failed"_s, u"--quiet"_s, u"-o"_s, u"o.jsonl"_s});
        status = again.status;
        QVERIFY2(status <= 1, again.err);
    }
    QCOMPARE(status, 0);
    QCOMPARE(count(u"trudvsem"_s), 2500);
    QCOMPARE(count(u"hh"_s), 2500);
    QCOMPARE(differing(rows(cli)), 5000);
}

QTEST_GUILESS_MAIN(TestVacancyParts)
#include "tst_vacancyparts.moc"
