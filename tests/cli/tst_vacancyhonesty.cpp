// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/trudvsemstandin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// That a search reads all there is to read, and says what it does not show.
class TestVacancyHonesty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leftOutIsCounted();
    void leftOutCanBeExported();
    void limitIsSaid();
    void repeatsAreCounted();
    void pagesThatAppear();
    void ownPageSize_data();
    void ownPageSize();
    void shorterList_data();
    void shorterList();
    void brokenPageIsAFailure();
    void eachSideOfOr();
    void anyIsNotCheckedAgain();
    void severalTexts();
    void datesAreThoseOfTheRow();
    void roubles();
    void regions_data();
    void regions();
    void regionsOfSeveralSources();
    void readableTitles();

private:
    /// Runs a search of everything there; more: options in addition.
    static test::CliResult search(const test::CliRunner &cli, const test::TrudvsemStandIn &server,
                                  const QStringList &more);
    static QJsonObject summary(const test::CliRunner &cli);
    static QStringList column(const test::CliRunner &cli, const QString &name);
    static std::vector<QJsonObject> many(int count, const QString &title = u"Швея"_s, int from = 0);
};

test::CliResult TestVacancyHonesty::search(const test::CliRunner &cli, const test::TrudvsemStandIn &server,
                                           const QStringList &more)
{
    return cli.run(QStringList{u"vacancies"_s, u"--source"_s, u"trudvsem"_s, u"--base-url"_s, server.base(),
                               u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s, u"--summary"_s,
                               u"s.json"_s, u"-o"_s, u"o.jsonl"_s, u"--project"_s, u"p.linnet"_s} +
                   more);
}

QJsonObject TestVacancyHonesty::summary(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

QStringList TestVacancyHonesty::column(const test::CliRunner &cli, const QString &name)
{
    QStringList values;
    for (const QByteArray &line : cli.read(u"o.jsonl"_s).trimmed().split('\n'))
        values << QJsonDocument::fromJson(line).object()[name].toVariant().toString();
    return values;
}

std::vector<QJsonObject> TestVacancyHonesty::many(int count, const QString &title, int from)
{
    std::vector<QJsonObject> records;
    for (int i = from; i < from + count; ++i)
        records.push_back(test::trudvsemRecord(QString::number(i), title));
    return records;
}

void TestVacancyHonesty::leftOutIsCounted()
{
    std::vector<QJsonObject> records = many(10);
    records.push_back(test::trudvsemRecord(u"a"_s, u"Маляр"_s));
    records.push_back(
        test::trudvsemRecord(u"b"_s, u"Швея"_s, {{u"salary_min"_s, 20'000}, {u"currency"_s, u"«руб.»"_s}}));
    records.push_back(test::trudvsemRecord(u"c"_s, u"Швея, ученица"_s));
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result =
        search(cli, server, {u"-t"_s, u"швея"_s, u"--exclude"_s, u"ученица"_s, u"--salary"_s, u"50000"_s});
    QVERIFY2(result.status == 0, result.err);
    const QJsonObject told = summary(cli);
    QCOMPARE(told[u"rows"_s].toInt(), 10);
    QCOMPARE(told[u"filtered"_s].toInt(), 3);
    QCOMPARE(told[u"left_out"_s].toObject(),
             (QJsonObject{{u"text"_s, 1}, {u"salary"_s, 1}, {u"exclude"_s, 1}}));
    QCOMPARE(told[u"duplicates"_s].toInt(), 0);
    QCOMPARE(told[u"truncated"_s].toInt(), 0);
    QVERIFY2(
        result.err.contains("found 13 · reachable 13 · read 10 · left out 3 (exclude 1, salary 1, text 1)"),
        result.err);
}

void TestVacancyHonesty::leftOutCanBeExported()
{
    std::vector<QJsonObject> records = many(3);
    records.push_back(test::trudvsemRecord(u"a"_s, u"Маляр"_s));
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(search(cli, server, {u"-t"_s, u"швея"_s}).status, 0);
    QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"o.jsonl"_s}).status, 0);
    QCOMPARE(column(cli, u"id"_s), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    const auto leftOut = cli.run({u"export"_s, u"p.linnet"_s, u"--left-out"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(leftOut.status == 0, leftOut.err);
    QCOMPARE(column(cli, u"id"_s), QStringList{u"a"_s});
    QCOMPARE(column(cli, u"vacancy"_s), QStringList{u"Маляр"_s});
    QCOMPARE(column(cli, u"left_out_by"_s), QStringList{u"text"_s});
    QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"--left-out"_s, u"--table"_s, u"pages"_s}).status, 2);
}

void TestVacancyHonesty::limitIsSaid()
{
    const test::TrudvsemStandIn server(many(230));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-p"_s, u"1"_s});
    QCOMPARE(result.status, 0);
    const QJsonObject told = summary(cli);
    QCOMPARE(told[u"rows"_s].toInt(), 100);
    QCOMPARE(told[u"found"_s].toInt(), 230);
    QCOMPARE(told[u"reachable"_s].toInt(), 100);
    QCOMPARE(told[u"truncated"_s].toInt(), 130);
    QCOMPARE(told[u"stopped_by"_s].toString(), u"limit"_s);
    QVERIFY2(result.err.contains("found 230 · reachable 100 · read 100"), result.err);
    QVERIFY2(result.err.contains("-p 0"), result.err);
}

void TestVacancyHonesty::repeatsAreCounted()
{
    std::vector<QJsonObject> records = many(150);
    records[120] = records[5]; // moved to the next page meanwhile
    records[130] = records[6];
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-p"_s, u"0"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 148);
    QCOMPARE(summary(cli)[u"duplicates"_s].toInt(), 2);
    QVERIFY2(result.err.contains("repeats 2"), result.err);
}

void TestVacancyHonesty::pagesThatAppear()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    test::FaultServer pages;
    pages.setHandler([](const test::Seen &seen) {
        const int page = QUrlQuery(QUrl::fromEncoded(seen.target)).queryItemValue(u"offset"_s).toInt();
        const int all = page == 0 ? 200 : 205;
        QJsonArray list;
        for (int i = page * 100; i < std::min(all, page * 100 + 100); ++i)
            list.append(QJsonObject{{u"vacancy"_s, test::trudvsemRecord(QString::number(i), u"Швея"_s)}});
        return test::Answer::text(
            QJsonDocument(QJsonObject{{u"status"_s, u"200"_s},
                                      {u"meta"_s, QJsonObject{{u"total"_s, all}, {u"limit"_s, 100}}},
                                      {u"results"_s, QJsonObject{{u"vacancies"_s, list}}}})
                .toJson());
    });
    const auto result = cli.run({u"vacancies"_s, u"--source"_s, u"trudvsem"_s, u"--base-url"_s,
                                 pages.url(u"/api/v1"_s).toString(), u"-d"_s, u"0"_s, u"-p"_s, u"0"_s,
                                 u"--summary"_s, u"s.json"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 205);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), 205);
}

void TestVacancyHonesty::ownPageSize_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("says");
    QTest::addColumn<QString>("pages");
    QTest::addColumn<int>("rows");
    QTest::newRow("said") << 50 << true << u"0"_s << 230;
    QTest::newRow("not said") << 50 << false << u"0"_s << 230;
    QTest::newRow("odd") << 30 << true << u"0"_s << 230;
    QTest::newRow("limit of the user is in hundreds") << 50 << true << u"1"_s << 100;
    QTest::newRow("as asked") << 100 << true << u"0"_s << 230;
}

void TestVacancyHonesty::ownPageSize()
{
    QFETCH(int, size);
    QFETCH(bool, says);
    QFETCH(QString, pages);
    QFETCH(int, rows);
    test::TrudvsemStandIn server(many(230));
    server.setPageSize(size);
    server.setSaysSize(says);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-p"_s, pages});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), rows);
    QCOMPARE(summary(cli)[u"reachable"_s].toInt(), rows);
}

void TestVacancyHonesty::shorterList_data()
{
    QTest::addColumn<int>("changedAfter");
    QTest::addColumn<int>("status");
    QTest::newRow("error, told by the page before") << 0 << 500;
    QTest::newRow("error, told by nobody") << 1 << 500;
    QTest::newRow("error within the answer") << 1 << 200;
    QTest::newRow("unavailable") << 1 << 503;
    QTest::newRow("empty") << 1 << 0;
}

/// While the second page is read the third goes.
void TestVacancyHonesty::shorterList()
{
    QFETCH(int, changedAfter);
    QFETCH(int, status);
    test::TrudvsemStandIn server(many(230));
    server.changeAfter(changedAfter, 190);
    server.setPastEnd(status);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-p"_s, u"0"_s, u"--per-host"_s, u"1"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 0);
    QVERIFY(summary(cli)[u"rows"_s].toInt() >= 190);
}

void TestVacancyHonesty::brokenPageIsAFailure()
{
    test::TrudvsemStandIn server(many(230));
    server.setBroken(1);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-p"_s, u"0"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 130);
    QCOMPARE(summary(cli)[u"failures"_s].toArray().size(), 1);
    QCOMPARE(summary(cli)[u"duplicates"_s].toInt(), 0);
}

void TestVacancyHonesty::eachSideOfOr()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"бухгалтер"_s, many(20, u"Бухгалтер"_s));
    std::vector<QJsonObject> economists = many(5, u"Бухгалтер-экономист"_s);
    for (const QJsonObject &one : many(30, u"Экономист"_s, 100))
        economists.push_back(one);
    server.setAnswer(u"экономист"_s, economists);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-t"_s, u"бухгалтер OR экономист"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 50);
    QCOMPARE(summary(cli)[u"duplicates"_s].toInt(), 5);
    QSet<QString> asked;
    for (const QUrlQuery &query : server.asked())
        asked.insert(query.queryItemValue(u"text"_s, QUrl::FullyDecoded));
    QCOMPARE(asked, (QSet<QString>{u"бухгалтер"_s, u"экономист"_s}));
}

void TestVacancyHonesty::anyIsNotCheckedAgain()
{
    std::vector<QJsonObject> records = many(7, u"Рабочий"_s); // the word stands where no column is
    records.push_back(test::trudvsemRecord(u"x"_s, u"Рабочий, ночные смены"_s));
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(search(cli, server, {u"-t"_s, u"сварка NOT ночные"_s, u"--field"_s, u"any"_s}).status, 0);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 7);
    QCOMPARE(server.asked().front().queryItemValue(u"text"_s, QUrl::FullyDecoded), u"сварка"_s);
}

void TestVacancyHonesty::severalTexts()
{
    test::TrudvsemStandIn server;
    server.setAnswer(u"швея"_s, many(3, u"Швея"_s));
    server.setAnswer(u"маляр"_s, many(4, u"Маляр"_s, 10));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"-t"_s, u"швея"_s, u"-t"_s, u"маляр"_s});
    QVERIFY2(result.status == 0, result.err);
    QStringList queries = column(cli, u"query"_s);
    QCOMPARE(queries.count(u"швея"_s), 3);
    QCOMPARE(queries.count(u"маляр"_s), 4);
}

void TestVacancyHonesty::datesAreThoseOfTheRow()
{
    std::vector<QJsonObject> records{
        test::trudvsemRecord(
            u"1"_s, u"Швея"_s,
            {{u"creation-date"_s, u"2019-03-05"_s}, {u"date_modify"_s, u"2026-11-27T09:00:00+0300"_s}}),
        test::trudvsemRecord(
            u"2"_s, u"Швея"_s,
            {{u"creation-date"_s, u"2026-11-25"_s}, {u"date_modify"_s, u"2026-11-19T09:00:00+0300"_s}})};
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(search(cli, server, {u"--date-from"_s, u"2026-11-20"_s}).status, 0);
    QCOMPARE(column(cli, u"modified"_s), QStringList{u"2026-11-27T09:00:00+0300"_s});
    QCOMPARE(column(cli, u"created"_s), QStringList{u"2019-03-05"_s});
    QCOMPARE(summary(cli)[u"left_out"_s].toObject(), (QJsonObject{{u"date"_s, 1}}));
}

void TestVacancyHonesty::roubles()
{
    std::vector<QJsonObject> records{
        test::trudvsemRecord(u"1"_s, u"Швея"_s, {{u"salary_min"_s, 50'000}, {u"currency"_s, u"«руб.»"_s}}),
        test::trudvsemRecord(u"2"_s, u"Швея"_s, {{u"salary_min"_s, 120'000}, {u"currency"_s, u"«руб.»"_s}})};
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, {u"--salary"_s, u"100000"_s, u"--currency"_s, u"rub"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(column(cli, u"id"_s), QStringList{u"2"_s});
    QVERIFY2(!result.err.contains("cannot search"), result.err);
}

void TestVacancyHonesty::regions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said"); // or the path that is asked
    const auto row = [](const char *name, const QStringList &areas, int status, const QByteArray &said) {
        QStringList options;
        for (const QString &area : areas)
            options << u"--area"_s << area;
        QTest::newRow(name) << options << status << said;
    };
    row("two digits", {u"77"_s}, 0, "/api/v1/vacancies/region/7700000000000");
    row("thirteen digits", {u"7700000000000"_s}, 0, "/api/v1/vacancies/region/7700000000000");
    row("named", {u"trudvsem:77"_s}, 0, "/api/v1/vacancies/region/7700000000000");
    row("Moscow of hh.ru", {u"1"_s}, 2, "77");
    row("a city of hh.ru", {u"1202"_s}, 2, "54");
    row("Russia of hh.ru", {u"113"_s}, 2, "--area");
    row("no such", {u"98765"_s}, 2, "98765");
    row("another source's", {u"hh:1"_s}, 2, "trudvsem");
    row("no such source", {u"monster:1"_s}, 2, "monster");
}

void TestVacancyHonesty::regions()
{
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    const test::TrudvsemStandIn server(many(2));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = search(cli, server, options);
    QVERIFY2(result.status == status, result.err);
    if (status == 0) {
        QCOMPARE(server.paths(), QStringList{QString::fromLatin1(said)});
    } else {
        QVERIFY2(result.err.contains(said), result.err);
        QVERIFY(server.paths().isEmpty());
    }
}

void TestVacancyHonesty::regionsOfSeveralSources()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run({u"vacancies"_s, u"--source"_s, u"hh"_s, u"--source"_s, u"trudvsem"_s,
                                 u"--area"_s, u"40"_s, u"-t"_s, u"x"_s}); // Kazakhstan
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("trudvsem"), result.err);
}

void TestVacancyHonesty::readableTitles()
{
    std::vector<QJsonObject> records{
        test::trudvsemRecord(u"1"_s, u"Повар &quot;Теремок&quot; &amp; кухня"_s,
                             {{u"duty"_s, u"Варить&amp;nbsp;суп,&nbsp;каши"_s},
                              {u"company"_s, QJsonObject{{u"name"_s, u"ООО &amp;quot;Лён&amp;quot;"_s}}}}),
        test::trudvsemRecord(u"2"_s, u"По\u0000вар <шеф>"_s)};
    const test::TrudvsemStandIn server(records);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(search(cli, server, {}).status, 0);
    QCOMPARE(column(cli, u"vacancy"_s), (QStringList{u"Повар \"Теремок\" & кухня"_s, u"Повар <шеф>"_s}));
    QCOMPARE(column(cli, u"employer"_s).front(), u"ООО \"Лён\""_s);
    QVERIFY(!cli.read(u"o.jsonl"_s).contains("nbsp"));
}

QTEST_GUILESS_MAIN(TestVacancyHonesty)
#include "tst_vacancyhonesty.moc"
