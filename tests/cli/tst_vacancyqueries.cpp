// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/trudvsemstandin.h"
#include "table/listingschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <map>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// A list of searches in one run: what found each ad, what became of each search, and what is no search.
class TestVacancyQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlappingSearches();
    void severalTexts();
    void eachRegion();
    void junkInTheList();
    void nothingUsable();
    void failuresAndCaps();
    void theSameWhateverTheOrderOfAnswers();
    void killedAtRandomMoments();
    void failedPagesAreAskedAgain();
    void plan();
    void runsAgain();
    void manySearches();

private:
    static QStringList searchAt(const QString &base);
    static QJsonObject json(const test::CliRunner &cli, const QString &file);
    /// Of the rows, by id: "query|queries".
    static std::map<QString, QString> found(const test::CliRunner &cli, const QString &file = u"o.jsonl"_s);
    static std::vector<QJsonObject> ads(std::initializer_list<int> ids);
};

QStringList TestVacancyQueries::searchAt(const QString &base)
{
    return {u"vacancies"_s, u"--source"_s,  u"trudvsem"_s,  u"--base-url"_s, base,
            u"--field"_s,   u"any"_s,       u"-d"_s,        u"0"_s,          u"--retries"_s,
            u"0"_s,         u"--quiet"_s,   u"--summary"_s, u"s.json"_s,     u"-o"_s,
            u"o.jsonl"_s,   u"--project"_s, u"p.linnet"_s,  u"-p"_s,         u"0"_s};
}

QJsonObject TestVacancyQueries::json(const test::CliRunner &cli, const QString &file)
{
    return QJsonDocument::fromJson(cli.read(file)).object();
}

std::map<QString, QString> TestVacancyQueries::found(const test::CliRunner &cli, const QString &file)
{
    std::map<QString, QString> result;
    for (const QByteArray &line : cli.read(file).trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        const QJsonValue queries = row[u"queries"_s];
        QStringList all;
        for (const QJsonValue &query : queries.toArray())
            all << query.toString();
        result[row[u"id"_s].toString()] =
            row[u"query"_s].toString() + u'|' + (queries.isArray() ? all.join(u';') : queries.toString());
    }
    return result;
}

std::vector<QJsonObject> TestVacancyQueries::ads(std::initializer_list<int> ids)
{
    std::vector<QJsonObject> records;
    for (const int id : ids)
        records.push_back(test::trudvsemRecord(QString::number(id), u"Швея %1"_s.arg(id)));
    return records;
}

void TestVacancyQueries::overlappingSearches()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"один"_s, ads({1, 2, 3}));
    server.setAnswer(u"два"_s, ads({2, 3, 4}));
    server.setAnswer(u"три"_s, ads({3, 5}));
    server.setAnswer(u"пусто"_s, {});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.csv"_s, "text;note\nодин;x\nдва;\nтри;\nодин;again\nпусто;\n");
    const auto result = cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.csv"_s});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(result.err.contains("note"), result.err);
    QVERIFY2(result.err.contains("Line 5 repeats line 2"), result.err);
    QCOMPARE(found(cli), (std::map<QString, QString>{{u"1"_s, u"один|один"_s},
                                                     {u"2"_s, u"один|один;два"_s},
                                                     {u"3"_s, u"один|один;два;три"_s},
                                                     {u"4"_s, u"два|два"_s},
                                                     {u"5"_s, u"три|три"_s}}));
    const QJsonObject summary = json(cli, u"s.json"_s);
    QCOMPARE(summary[u"rows"_s].toInt(), 5);
    QCOMPARE(summary[u"found"_s].toInt(), 8);
    QCOMPARE(summary[u"duplicates"_s].toInt(), 3);
    const auto entry = [](const QString &text, int told, int rows, int newRows) {
        return QJsonObject{{u"text"_s, text}, {u"area"_s, QJsonValue()}, {u"found"_s, told},
                           {u"rows"_s, rows}, {u"new_rows"_s, newRows},  {u"capped"_s, false},
                           {u"failed"_s, 0}};
    };
    QCOMPARE(summary[u"queries"_s].toArray(),
             (QJsonArray{entry(u"один"_s, 3, 3, 3), entry(u"два"_s, 3, 3, 1), entry(u"три"_s, 2, 2, 1),
                         entry(u"пусто"_s, 0, 0, 0)}));
    QCOMPARE(server.asked().size(), 4);
}

/// A few on the command line, without a list.
void TestVacancyQueries::severalTexts()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"один"_s, ads({1, 2}));
    server.setAnswer(u"два"_s, ads({2, 3}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(searchAt(server.base()) + QStringList{u"-t"_s, u"один"_s, u"-t"_s, u"два"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(found(cli),
             (std::map<QString, QString>{
                 {u"1"_s, u"один|один"_s}, {u"2"_s, u"один|один;два"_s}, {u"3"_s, u"два|два"_s}}));
    const QJsonArray queries = json(cli, u"s.json"_s)[u"queries"_s].toArray();
    QCOMPARE(queries.size(), 2);
    QCOMPARE(queries[1][u"text"_s].toString(), u"два"_s);
    QCOMPARE(queries[1][u"new_rows"_s].toInt(), 1);
    // One alone has no list.
    QCOMPARE(cli.run(searchAt(server.base()) + QStringList{u"-t"_s, u"два"_s}).status, 0);
    QCOMPARE(found(cli)[u"2"_s], u"два|два"_s);
    QVERIFY(!json(cli, u"s.json"_s).contains(u"queries"_s));
}

/// Rows say which region, once there are several of them.
void TestVacancyQueries::eachRegion()
{
    const test::TrudvsemStandIn server(ads({1}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.csv"_s, "area,text\n,швея\nКалужская область,маляр\n");
    const auto result =
        cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.csv"_s, u"--area"_s, u"77,78"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(found(cli)[u"1"_s],
             u"швея · Москва|швея · Москва;швея · Санкт-Петербург;маляр · Калужская область"_s);
    QStringList areas;
    for (const QJsonValue &query : json(cli, u"s.json"_s)[u"queries"_s].toArray())
        areas << query[u"area"_s].toString();
    QCOMPARE(areas, (QStringList{u"Москва"_s, u"Санкт-Петербург"_s, u"Калужская область"_s}));
    QCOMPARE(server.paths().size(), 3);
}

void TestVacancyQueries::junkInTheList()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"один"_s, ads({1, 2}));
    server.setAnswer(u"два"_s, {});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.csv"_s, "text,area\nодин,\n\"два,\nтри,Нигде\n,77\nчетыре,77,5\n");
    const auto result = cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.csv"_s});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.err.contains("4 lines"), result.err);
    const QJsonObject summary = json(cli, u"s.json"_s);
    QCOMPARE(summary[u"rows"_s].toInt(), 2);
    QCOMPARE(summary[u"failed"_s].toInt(), 4);
    QSet<int> lines;
    for (const QJsonValue &failure : summary[u"failures"_s].toArray()) {
        lines << failure[u"line"_s].toInt();
        QCOMPARE(failure[u"reason"_s].toString(), u"bad_line"_s);
    }
    QCOMPARE(lines, (QSet<int>{3, 4, 5, 6}));
    // That nothing was found is no failure of the source.
    cli.write(u"q.csv"_s, "два\n***\n");
    QCOMPARE(cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.csv"_s}).status, 1);
    QCOMPARE(json(cli, u"s.json"_s)[u"rows"_s].toInt(), 0);
}

void TestVacancyQueries::nothingUsable()
{
    const test::TrudvsemStandIn server(ads({1}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("text,area\n"), QByteArray("***\n\"a\n")}) {
        cli.write(u"q.csv"_s, bytes);
        const auto result = cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.csv"_s});
        QCOMPARE(result.status, 2);
        QVERIFY(!result.err.isEmpty());
    }
    QCOMPARE(cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"absent.csv"_s}).status, 2);
    QVERIFY(server.asked().isEmpty());
}

void TestVacancyQueries::failuresAndCaps()
{
    test::TrudvsemStandIn server;
    server.setPageSize(100);
    std::vector<QJsonObject> many;
    for (int i = 0; i < 250; ++i)
        many.push_back(test::trudvsemRecord(QString::number(i), u"Швея"_s));
    server.setAnswer(u"много"_s, many);
    server.setAnswer(u"мало"_s, ads({1000}));
    server.setBroken(1); // the second page of any list
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.txt"_s, "много\nмало\n");
    QStringList search = searchAt(server.base()) + QStringList{u"--queries"_s, u"q.txt"_s};
    QCOMPARE(cli.run(search + QStringList{u"-p"_s, u"1"_s}).status, 0);
    QJsonArray queries = json(cli, u"s.json"_s)[u"queries"_s].toArray();
    QCOMPARE(queries[0][u"found"_s].toInt(), 250);
    QCOMPARE(queries[0][u"rows"_s].toInt(), 100);
    QCOMPARE(queries[0][u"capped"_s], QJsonValue(true));
    QCOMPARE(queries[1][u"capped"_s], QJsonValue(false));
    QCOMPARE(json(cli, u"s.json"_s)[u"stopped_by"_s].toString(), u"limit"_s);
    QCOMPARE(cli.run(search).status, 1);
    queries = json(cli, u"s.json"_s)[u"queries"_s].toArray();
    QCOMPARE(queries[0][u"failed"_s].toInt(), 1);
    QCOMPARE(queries[1][u"failed"_s].toInt(), 0);
    QCOMPARE(queries[1][u"rows"_s].toInt(), 1);
}

void TestVacancyQueries::theSameWhateverTheOrderOfAnswers()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QStringList texts{u"аналитик"_s, u"SQL"_s, u"инженер"_s, u"данных"_s, u"Python"_s, u"менеджер"_s};
    cli.write(u"q.txt"_s, texts.join(u'\n').toUtf8());
    const QStringList common{u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                             u"-p"_s,        u"0"_s,          u"-d"_s,          u"0"_s,       u"--quiet"_s,
                             u"-o"_s,        u"o.jsonl"_s,    u"--no-details"_s};
    // Each alone says what it finds.
    std::map<QString, QStringList> expected;
    for (const QString &text : texts) {
        QCOMPARE(cli.run(common + QStringList{u"-t"_s, text}).status, 0);
        for (const auto &[id, queries] : found(cli)) {
            if (!id.isEmpty())
                expected[id] << text;
        }
    }
    std::map<QString, QString> wanted;
    for (const auto &[id, queries] : expected)
        wanted[id] = queries.front() + u'|' + queries.join(u';');
    QVERIFY(std::ranges::any_of(expected, [](const auto &ad) { return ad.second.size() > 2; }));
    for (const QString &perHost : {u"1"_s, u"6"_s, u"30"_s}) {
        QCOMPARE(cli.run(common + QStringList{u"--queries"_s, u"q.txt"_s, u"--per-host"_s, perHost}).status,
                 0);
        QVERIFY(found(cli) == wanted);
    }
}

void TestVacancyQueries::killedAtRandomMoments()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.csv"_s,
              "text,area\nаналитик,1\nаналитик,\nSQL,2\nинженер,\nданных,\n\"x,\nPython,\nменеджер,\n");
    const QStringList search{u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                             u"-p"_s,        u"0"_s,          u"-d"_s,          u"0"_s,       u"--quiet"_s,
                             u"--queries"_s, u"q.csv"_s,      u"--summary"_s,   u"s.json"_s,  u"--project"_s};
    const QStringList output{u"-o"_s, u"o.jsonl"_s};
    QCOMPARE(cli.run(search + QStringList{u"whole.linnet"_s} + output).status, 1);
    const auto whole = found(cli);
    const QJsonArray totals = json(cli, u"s.json"_s)[u"queries"_s].toArray();
    QCOMPARE(totals.size(), 7);
    const size_t requests = server.arrivals().size();
    QRandomGenerator random(20261130);
    for (int round = 0; round < 8; ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        const size_t killAt = server.arrivals().size() + 1 + random.bounded(quint32(requests));
        QProcess process;
        cli.start(process, search + QStringList{project} + output);
        QTRY_VERIFY_WITH_TIMEOUT(
            server.arrivals().size() >= killAt || process.state() == QProcess::NotRunning, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        const auto resumed =
            cli.run(QStringList{u"resume"_s, project, u"--quiet"_s, u"--summary"_s, u"s.json"_s} + output);
        if (resumed.status == 2) // it had ended before
            continue;
        QVERIFY2(resumed.status == 1, resumed.err);
        QVERIFY(found(cli) == whole);
        QCOMPARE(json(cli, u"s.json"_s)[u"queries"_s].toArray(), totals);
    }
}

void TestVacancyQueries::failedPagesAreAskedAgain()
{
    const QJsonObject record = test::trudvsemRecord(u"7"_s, u"Швея"_s);
    const QByteArray page =
        QJsonDocument(QJsonObject{{u"status"_s, u"200"_s},
                                  {u"meta"_s, QJsonObject{{u"total"_s, 1}}},
                                  {u"results"_s, QJsonObject{{u"vacancies"_s, QJsonArray{record}}}}})
            .toJson();
    test::FaultServer server;
    std::atomic_bool isWell = false;
    server.setHandler([&isWell, page](const test::Seen &) {
        return isWell ? test::Answer::text(page) : test::Answer::status(404);
    });
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.txt"_s, "один\nдва\n");
    const QStringList search =
        searchAt(server.url(QString()).toString()) + QStringList{u"--queries"_s, u"q.txt"_s};
    QCOMPARE(cli.run(search).status, 3);
    isWell = true;
    const auto again = cli.run({u"resume"_s, u"p.linnet"_s, u"--failed"_s, u"--quiet"_s, u"--summary"_s,
                                u"s.json"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(again.status == 0, again.err);
    QCOMPARE(found(cli)[u"7"_s], u"один|один;два"_s);
    const QJsonArray queries = json(cli, u"s.json"_s)[u"queries"_s].toArray();
    QCOMPARE(queries[0][u"failed"_s].toInt(), 0);
    QCOMPARE(queries[0][u"found"_s].toInt(), 1);
}

void TestVacancyQueries::plan()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"один"_s, ads({1, 2, 3}));
    server.setAnswer(u"два"_s, ads({4}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.txt"_s, "два\nодин\n");
    const auto result = cli.run(searchAt(server.base()) +
                                QStringList{u"--queries"_s, u"q.txt"_s, u"--plan"_s, u"-o"_s, u"-"_s});
    QVERIFY2(result.status == 0, result.err);
    const QList<QByteArray> lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith("trudvsem,два,1,1,"), lines[1]);
    QVERIFY2(lines[2].startsWith("trudvsem,один,3,3,"), lines[2]);
}

/// A saved search knows its list.
void TestVacancyQueries::runsAgain()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"один"_s, ads({1, 2}));
    server.setAnswer(u"два"_s, ads({2}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"q.txt"_s, "один\nдва\n***\n");
    QCOMPARE(cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.txt"_s}).status, 1);
    const auto first = found(cli);
    QCOMPARE(cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"List"_s}).status, 0);
    const auto again = cli.run({u"run"_s, u"p.linnet"_s, u"List"_s, u"--quiet"_s, u"-o"_s, u"again.jsonl"_s,
                                u"--summary"_s, u"again.json"_s});
    QVERIFY2(again.status == 0, again.err);
    QVERIFY(found(cli, u"again.jsonl"_s) == first);
    QCOMPARE(json(cli, u"again.json"_s)[u"queries"_s].toArray().size(), 2);
    // Another list is another search: the newest run of this one stays the second.
    cli.write(u"q.txt"_s, "два\nодин\n");
    QCOMPARE(cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.txt"_s}).status, 0);
    QCOMPARE(cli.run({u"run"_s, u"p.linnet"_s, u"List"_s, u"--quiet"_s, u"-o"_s, u"again.jsonl"_s}).status,
             0);
    QVERIFY(found(cli, u"again.jsonl"_s) == first);
    // The source has the same as before.
    const auto compared = cli.run({u"compare"_s, u"p.linnet"_s, u"--runs"_s, u"1,2"_s, u"-o"_s, u"-"_s});
    QVERIFY2(compared.status == 0, compared.err);
    QCOMPARE(compared.out.trimmed().split('\n').size(), 1);
}

void TestVacancyQueries::manySearches()
{
    const test::TrudvsemStandIn server(ads({1, 2}));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QByteArray list;
    for (int i = 0; i < 1500; ++i)
        list += "query " + QByteArray::number(i) + '\n';
    cli.write(u"q.txt"_s, list);
    const auto result = cli.run(searchAt(server.base()) + QStringList{u"--queries"_s, u"q.txt"_s});
    QVERIFY2(result.status == 0, result.err);
    const QJsonObject summary = json(cli, u"s.json"_s);
    QCOMPARE(summary[u"found"_s].toInt(), 3000);
    QCOMPARE(summary[u"queries"_s].toArray().size(), 0);
    QCOMPARE(summary[u"query_counts"_s].toObject(),
             (QJsonObject{{u"all"_s, 1500}, {u"capped"_s, 0}, {u"failed"_s, 0}}));
    const QString queries = found(cli)[u"2"_s];
    QVERIFY(queries.startsWith(u"query 0|query 0;query 1;query 2;"));
    QCOMPARE(queries.count(u';'), 1499);
}

QTEST_GUILESS_MAIN(TestVacancyQueries)
#include "tst_vacancyqueries.moc"
