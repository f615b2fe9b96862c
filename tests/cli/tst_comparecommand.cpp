// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparison.h"
#include "store/project/project.h"
#include "support/clirunner.h"
#include "support/practice.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::changes;
using test::CliResult;
using test::CliRunner;
using test::compare;
using test::Counts;
using test::Practice;
using test::rows;
using test::summary;

/// What "linnet-cli compare" says of runs that really asked a server, whose later state is known.
class TestCompareCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownDifferences_data();
    void knownDifferences();
    void theOtherWayRound();
    void markedAds();
    void sameRunTwice();
    void filters();
    void spreadsheets();
    void limitOfPages();
    void limitOfDays();
    void unreadLater();
    void anotherQuery();
    void marksAndAges();
    void trends();
    void confirmed_data() { knownDifferences_data(); }
    void confirmed();
    void badUsage();
    void readsOnly();

private:
    static QStringList search(const QUrl &server, const QStringList &more = {},
                              const QString &source = u"trudvsem"_s);
    /// Before and some time later.
    static void twoRuns(const CliRunner &cli, const QStringList &first = {}, const QStringList &second = {});
};

QStringList TestCompareCommand::search(const QUrl &server, const QStringList &more, const QString &source)
{
    QUrl base = server;
    base.setPath(source == "trudvsem"_L1 ? u"/api/v1"_s : source == "superjob"_L1 ? u"/superjob"_s : u""_s);
    return QStringList{u"vacancies"_s, u"--source"_s,  source,       u"--base-url"_s, base.toString(),
                       u"-p"_s,        u"0"_s,         u"-d"_s,      u"0"_s,          u"--no-details"_s,
                       u"--quiet"_s,   u"--project"_s, u"p.linnet"_s} +
           more;
}

namespace {

const QString Bin = QStringLiteral(LINNET_BIN_DIR);
const Counts Known{{u"new"_s, 50}, {u"gone"_s, 30}, {u"changed"_s, 20}, {u"reposted"_s, 10}};

} // namespace

void TestCompareCommand::knownDifferences_data()
{
    QTest::addColumn<QString>("source");
    for (const char *source : {"trudvsem", "superjob", "hh"})
        QTest::newRow(source) << QString::fromLatin1(source);
}

void TestCompareCommand::knownDifferences()
{
    QFETCH(const QString, source);
    Practice before;
    Practice later(u"later");
    CliRunner cli(Bin);
    cli.setEnvironment(u"LINNET_HH_TOKEN"_s, u"practice"_s);
    cli.setEnvironment(u"LINNET_SUPERJOB_TOKEN"_s, u"practice"_s);
    for (const QUrl &server : {before.url, later.url}) {
        QStringList args = search(server, {}, source);
        args.removeAll(u"--no-details"_s); // without them it is not always sure that two ads are one job
        QCOMPARE(cli.run(args).status, 0);
    }
    // The servers stand at different ports, which is no other question.
    const CliResult compared = compare(cli);
    QCOMPARE(compared.status, 0);
    QCOMPARE(compared.err, QByteArray());
    QCOMPARE(changes(cli), Known);
    QCOMPARE(summary(cli)[u"runs"_s].toArray(), (QJsonArray{1, 2}));
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 110);
    const QList<QJsonObject> all = rows(cli);
    QCOMPARE(all.size(), 110);
    for (const QJsonObject &row : all) {
        const QString change = row[u"change"_s].toString();
        const QJsonObject was = QJsonDocument::fromJson(row[u"was"_s].toString().toUtf8()).object();
        if (change == u"changed") {
            QVERIFY(row[u"fields"_s].toString().contains(u"salary_from"));
            QVERIFY(was[u"salary_from"_s].isDouble());
            QVERIFY(was[u"salary_from"_s].toDouble() < row[u"salary_from"_s].toDouble());
        } else if (change == u"reposted") {
            QVERIFY(!was[u"id"_s].toString().isEmpty());
            QVERIFY(was[u"id"_s] != row[u"id"_s]);
        } else {
            QVERIFY(was.isEmpty());
            QVERIFY(row[u"fields"_s].toString().isEmpty());
        }
        QVERIFY(!row[u"vacancy"_s].toString().isEmpty()); // those that are gone have what they had
    }
}

void TestCompareCommand::twoRuns(const CliRunner &cli, const QStringList &first, const QStringList &second)
{
    static QByteArray usual; // the project of the searches without more
    const bool isUsual = first.isEmpty() && second.isEmpty();
    if (isUsual && !usual.isEmpty()) {
        cli.write(u"p.linnet"_s, usual);
        return;
    }
    Practice before;
    Practice later(u"later");
    QCOMPARE(cli.run(search(before.url, first)).status, 0);
    QCOMPARE(cli.run(search(later.url, second)).status, 0);
    if (isUsual)
        usual = cli.read(u"p.linnet"_s);
}

/// What somebody said of an ad stands beside what became of it.
void TestCompareCommand::markedAds()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const QString paid = u"salary_from >= 1"_s;
    QCOMPARE(
        cli.run({u"mark"_s, u"p.linnet"_s, u"--where"_s, paid, u"--star"_s, u"--tag"_s, u"paid"_s}).status,
        0);
    const CliResult compared = compare(cli);
    QVERIFY2(compared.status == 0, compared.err);
    QCOMPARE(changes(cli), Known);
    QCOMPARE(compare(cli, {u"--where"_s, u"starred = true and change = changed"_s}).status, 0);
    const QList<QJsonObject> all = rows(cli);
    QCOMPARE(all.size(), 20); // all of them have pay
    for (const QJsonObject &row : all)
        QCOMPARE(row[u"tags"_s].toString(), u"paid"_s);
}

void TestCompareCommand::theOtherWayRound()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    QCOMPARE(compare(cli, {u"--runs"_s, u"2,1"_s}).status, 0);
    QCOMPARE(changes(cli),
             (Counts{{u"new"_s, 30}, {u"gone"_s, 50}, {u"changed"_s, 20}, {u"reposted"_s, 10}}));
    QCOMPARE(compare(cli, {u"--runs"_s, u"1,last"_s}).status, 0);
    QCOMPARE(changes(cli), Known);
}

void TestCompareCommand::sameRunTwice()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const CliResult compared = compare(cli, {u"--runs"_s, u"2,2"_s});
    QCOMPARE(compared.status, 0);
    QCOMPARE(compared.err, QByteArray());
    QCOMPARE(changes(cli), Counts());
    QCOMPARE(rows(cli).size(), 0);
}

void TestCompareCommand::filters()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    QCOMPARE(compare(cli, {u"--where"_s, u"change = gone"_s}).status, 0);
    QCOMPARE(rows(cli).size(), 30);
    QCOMPARE(summary(cli)[u"rows"_s].toInt(), 30);
    QCOMPARE(changes(cli), Known); // of the whole comparison
    QCOMPARE(compare(cli, {u"--where"_s, u"fields in (salary_from) and salary_from > 100000"_s,
                           u"--columns"_s, u"id,was"_s})
                 .status,
             0);
    QVERIFY(!rows(cli).isEmpty());
    QVERIFY(rows(cli).size() <= 20);
    QCOMPARE(rows(cli).front().keys(), (QStringList{u"id"_s, u"was"_s}));
    // Words are looked for in what changed alone.
    QCOMPARE(compare(cli, {u"--where"_s, u"vacancy has words \"accountant\" and change = gone"_s}).status, 0);
    QCOMPARE(rows(cli).size(), 1);
}

void TestCompareCommand::spreadsheets()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const CliResult csv = cli.run({u"compare"_s, u"p.linnet"_s, u"-o"_s, u"c.csv"_s, u"--csv"_s,
                                   u"excel-ru"_s, u"--columns"_s, u"change,fields,was,id"_s});
    QCOMPARE(csv.status, 0);
    const QList<QByteArray> lines = cli.read(u"c.csv"_s).split('\n');
    QVERIFY(lines[0].contains("change;fields;was;id"));
    const bool tellsPay = std::ranges::any_of(lines, [](const QByteArray &line) {
        return line.startsWith("changed;") && line.contains(R"("{""salary_from"":)");
    });
    QVERIFY(tellsPay);
    const CliResult sheet = cli.run({u"compare"_s, u"p.linnet"_s, u"-o"_s, u"c.xlsx"_s});
    QCOMPARE(sheet.status, 0);
    QVERIFY(cli.read(u"c.xlsx"_s).startsWith("PK"));
    const CliResult printed = cli.run({u"compare"_s, u"p.linnet"_s});
    QCOMPARE(printed.status, 0);
    QVERIFY(printed.out.startsWith("change "));
}

void TestCompareCommand::limitOfPages()
{
    const CliRunner cli(Bin);
    twoRuns(cli, {}, {u"-p"_s, u"2"_s});
    QCOMPARE(compare(cli).status, 0);
    // What lies behind the limit may be there still.
    QVERIFY(changes(cli).value(u"out_of_window"_s) > 400);
    QCOMPARE(changes(cli).value(u"gone"_s), 0);
}

void TestCompareCommand::limitOfDays()
{
    const CliRunner cli(Bin);
    twoRuns(cli, {u"--period"_s, u"30"_s}, {u"--period"_s, u"10"_s});
    const CliResult compared = compare(cli);
    QCOMPARE(compared.status, 0);
    QVERIFY(compared.err.contains("did not ask for the same"));
    const Counts counts = changes(cli);
    QVERIFY(counts.value(u"out_of_window"_s) > 300);
    // Within ten days it was complete: 7 to 13 of the 30 were published then.
    QVERIFY2(counts.value(u"gone"_s) > 5 && counts.value(u"gone"_s) < 15,
             qPrintable(QString::number(counts.value(u"gone"_s))));
    QCOMPARE(counts.value(u"not_seen"_s), 0);
}

void TestCompareCommand::unreadLater()
{
    CliRunner cli(Bin);
    QUrl gone;
    {
        Practice before;
        gone = before.url;
        QCOMPARE(cli.run(search(before.url)).status, 0);
    }
    QCOMPARE(cli.run(search(gone, {u"--retries"_s, u"0"_s, u"--give-up"_s, u"1"_s})).status, 3);
    const CliResult compared = compare(cli, {u"--runs"_s, u"1,2"_s});
    QCOMPARE(compared.status, 0);
    QVERIFY(compared.err.contains("Run 2 did not come to its end"));
    QCOMPARE(changes(cli), (Counts{{u"not_seen"_s, 640}}));
    // And the other way round: what is new is said, with the warning.
    const CliResult back = compare(cli, {u"--runs"_s, u"2,1"_s});
    QVERIFY(back.err.contains("Run 2 did not come to its end"));
    QCOMPARE(changes(cli), (Counts{{u"new"_s, 640}}));
    // It is nothing to compare the next run with.
    Practice later(u"later");
    QCOMPARE(cli.run(search(later.url)).status, 0);
    QCOMPARE(compare(cli, {u"--runs"_s, u"last"_s}).status, 0);
    QCOMPARE(summary(cli)[u"runs"_s].toArray(), (QJsonArray{1, 3}));
    QCOMPARE(changes(cli), Known);
}

void TestCompareCommand::anotherQuery()
{
    const CliRunner cli(Bin);
    twoRuns(cli, {u"-t"_s, u"аналитик"_s}, {u"-t"_s, u"бухгалтер"_s});
    const CliResult compared = compare(cli);
    QCOMPARE(compared.status, 0);
    QVERIFY(compared.err.contains("Run 1 and run 2 did not ask for the same"));
    QCOMPARE(changes(cli).value(u"gone"_s), 0);
    QVERIFY(changes(cli).value(u"not_seen"_s) > 0);
    QVERIFY(changes(cli).value(u"new"_s) > 0);
}

/// The rows of the ordinary table with what the comparison says of each.
void TestCompareCommand::marksAndAges()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const auto exported = [&cli](const QStringList &more) {
        const CliResult done = cli.run(QStringList{u"export"_s, u"p.linnet"_s, u"-o"_s, u"c.jsonl"_s} + more);
        return done.status == 0 ? rows(cli) : QList<QJsonObject>{{{u"err"_s, QString::fromUtf8(done.err)}}};
    };
    const QList<QJsonObject> news = exported({u"--where"_s, u"change = new"_s});
    QCOMPARE(news.size(), 50);
    const QList<QJsonObject> all =
        exported({u"--columns"_s, u"id,change,first_seen,last_seen,age_days,first_published"_s});
    QVERIFY(all.size() > 500);
    // Of a first run it is known when it was.
    const QList<QJsonObject> first = exported({u"--run"_s, u"1"_s, u"--columns"_s, u"change,first_seen"_s});
    QCOMPARE(first.size(), 640);
    QVERIFY(first.front()[u"change"_s].isNull());
    const QJsonValue firstRun = first.front()[u"first_seen"_s];
    const QJsonValue secondRun = news.front()[u"fetched_at"_s];
    QVERIFY(!firstRun.toString().isEmpty() && firstRun.toString() <= secondRun.toString());
    QHash<QString, int> changes;
    for (const QJsonObject &row : all) {
        const QString change = row[u"change"_s].toString();
        ++changes[change];
        if (change != u"new" && change != u"reposted")
            QCOMPARE(row[u"first_seen"_s], firstRun);
        else
            QCOMPARE(row[u"first_seen"_s], row[u"last_seen"_s]);
        QVERIFY(row[u"last_seen"_s].toString() <= secondRun.toString());
        QVERIFY(row[u"age_days"_s].isDouble());
        QVERIFY(row[u"age_days"_s].toInt() >= 0 && row[u"age_days"_s].toInt() <= 200);
    }
    QCOMPARE(changes.value(u"new"_s), 50);
    QCOMPARE(changes.value(u"changed"_s), 20);
    QCOMPARE(changes.value(u"reposted"_s), 10);
    // What is gone has the day of the run that saw it last.
    QCOMPARE(compare(cli, {u"--where"_s, u"change = gone"_s}).status, 0);
    for (const QJsonObject &row : rows(cli))
        QCOMPARE(row[u"last_seen"_s], firstRun);
    const CliResult marked =
        cli.run({u"mark"_s, u"p.linnet"_s, u"--where"_s, u"change = new"_s, u"--star"_s});
    QCOMPARE(marked.status, 0);
    QVERIFY(marked.out.contains("50"));
    QCOMPARE(exported({u"--where"_s, u"starred = true and change = new"_s}).size(), 50);
    // Without being asked for they are not there, and of several runs nothing can be said.
    QVERIFY(!exported({}).front().contains(u"first_seen"_s));
    const CliResult several = cli.run({u"export"_s, u"p.linnet"_s, u"--run"_s, u"all"_s, u"-o"_s, u"c.csv"_s,
                                       u"--columns"_s, u"id,change"_s});
    QCOMPARE(several.status, 2);
    QVERIFY(several.err.contains("--run all"));
}

void TestCompareCommand::trends()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const CliResult told = compare(cli, {u"--trends"_s});
    QCOMPARE(told.err, QByteArray());
    QCOMPARE(told.status, 0);
    const QList<QJsonObject> all = rows(cli);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0][u"per"_s].toString(), u"run"_s);
    QCOMPARE(all[0][u"stock"_s].toInt(), 640);
    QVERIFY(all[0][u"stock_unique"_s].toInt() <= 640);
    QVERIFY(all[0][u"flow_new"_s].isNull()); // there was nothing before
    QCOMPARE(all[1][u"stock"_s].toInt(), 660);
    QCOMPARE(all[1][u"flow_new"_s].toInt(), 50);
    QCOMPARE(all[1][u"flow_gone"_s].toInt(), 30);
    QCOMPARE(all[1][u"flow_not_seen"_s].toInt(), 0);
    QVERIFY(all[1][u"stock_median_pay"_s].toDouble() > 10'000);
    const int known = all[1][u"stock_pay_n"_s].toInt();
    QVERIFY(known > 100 && known <= 660);
    QVERIFY(all[1][u"flow_pay_n"_s].toInt() > 0 && all[1][u"flow_pay_n"_s].toInt() <= 50);
    QVERIFY(!all[1][u"currency"_s].toString().isEmpty());
    QCOMPARE(all[2][u"per"_s].toString(), u"week"_s);
    QCOMPARE(all[2][u"stock"_s], all[1][u"stock"_s]);
    QCOMPARE(all[2][u"flow_new"_s].toInt(), 50);
    QCOMPARE(all[2][u"flow_median_pay"_s], all[1][u"flow_median_pay"_s]);
    QCOMPARE(compare(cli, {u"--trends"_s, u"--where"_s, u"per = week"_s}).status, 0);
    QCOMPARE(rows(cli).size(), 1);
    QCOMPARE(summary(cli)[u"runs"_s].toInt(), 2);
    QCOMPARE(cli.run({u"compare"_s, u"p.linnet"_s, u"--trends"_s, u"--table"_s, u"checks"_s}).status, 2);
    QCOMPARE(cli.run({u"compare"_s, u"p.linnet"_s, u"--trends"_s, u"--runs"_s, u"9"_s}).status, 2);
    const CliResult printed = cli.run({u"compare"_s, u"p.linnet"_s, u"--trends"_s});
    QCOMPARE(printed.status, 0);
    QVERIFY(printed.out.startsWith("per "));
}

/// What is gone is asked for, and nothing else.
void TestCompareCommand::confirmed()
{
    QFETCH(const QString, source);
    Practice before;
    Practice later(u"later");
    CliRunner cli(Bin);
    cli.setEnvironment(u"LINNET_HH_TOKEN"_s, u"practice"_s);
    cli.setEnvironment(u"LINNET_SUPERJOB_TOKEN"_s, u"practice"_s);
    for (const QUrl &server : {before.url, later.url})
        QCOMPARE(cli.run(search(server, {}, source)).status, 0);
    QCOMPARE(compare(cli).status, 0);
    const int missing = changes(cli).value(u"gone"_s) + changes(cli).value(u"not_seen"_s);
    QVERIFY(missing >= 30);
    const size_t asked = later.server.arrivals().size();
    const CliResult told = compare(cli, {u"--confirm"_s, u"--quiet"_s});
    QCOMPARE(told.status, 1); // those that are not found are failures of requests
    QCOMPARE(int(later.server.arrivals().size() - asked), missing);
    const QJsonObject answers = summary(cli)[u"confirmed"_s].toObject();
    // Work in Russia does not tell what is archived from what is not there.
    const int archived = source == u"trudvsem" ? 0 : 15;
    QCOMPARE(answers[u"archived"_s].toInt(), archived);
    QCOMPARE(answers[u"not_found"_s].toInt(), missing - archived);
    QCOMPARE(answers[u"open"_s].toInt(), 0);
    QCOMPARE(answers[u"failed"_s].toInt() + answers[u"not_asked"_s].toInt(), 0);
    QCOMPARE(told.err.contains("15 archived or closed"), archived == 15);
    QVERIFY(!told.err.contains("filled"));
    const QList<QJsonObject> all = rows(cli);
    QCOMPARE(all.size(), missing);
    for (const QJsonObject &row : all) {
        QVERIFY(!row[u"vacancy"_s].toString().isEmpty());
        const QString state = row[u"state"_s].toString();
        QCOMPARE(row[u"archived"_s].toBool(), state == u"complete");
        QVERIFY(state == u"complete" || state == u"gone");
    }
    // It is no run of the search: the next comparison is with the same ones.
    QCOMPARE(compare(cli).status, 0);
    QCOMPARE(summary(cli)[u"runs"_s].toArray(), (QJsonArray{1, 2}));
    // Only some of them, and none.
    QCOMPARE(compare(cli, {u"--runs"_s, u"2,2"_s, u"--confirm"_s}).status, 0);
}

void TestCompareCommand::badUsage()
{
    const CliRunner cli(Bin);
    const auto isRefused = [&](const QStringList &args, const char *why) {
        const CliResult result = cli.run(QStringList{u"compare"_s} + args);
        return result.status == 2 && result.err.contains(why);
    };
    QVERIFY(isRefused({}, "PROJECT"));
    QVERIFY(isRefused({u"none.linnet"_s}, "PROJECT"));
    cli.write(u"text.linnet"_s, "no project");
    QVERIFY(isRefused({u"text.linnet"_s}, "project"));
    {
        Practice server;
        QCOMPARE(cli.run(search(server.url, {u"-t"_s, u"аналитик"_s})).status, 0);
        QVERIFY(isRefused({u"p.linnet"_s}, "no complete run"));
        QCOMPARE(cli.run({u"crawl"_s, server.url.toString() + u"/site/quiet.html"_s, u"-d"_s, u"0"_s,
                          u"--quiet"_s, u"--project"_s, u"p.linnet"_s, u"-o"_s, u"l.csv"_s})
                     .status,
                 0);
    }
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,2"_s}, "different kinds"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,7"_s}, "no run 7"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1"_s}, "OLD,NEW"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,first"_s}, "first"));
    QVERIFY(
        isRefused({u"p.linnet"_s, u"--runs"_s, u"1,1"_s, u"--table"_s, u"requests"_s}, "--table requests"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,1"_s, u"--where"_s, u"changed = yes"_s}, "--where"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,1"_s, u"--map-host"_s, u"a"_s}, "--map-host"));
    QVERIFY(isRefused({u"p.linnet"_s, u"--runs"_s, u"1,1"_s, u"-o"_s, u"p.linnet"_s}, "p.linnet"));
}

/// Also while another program has the project open.
void TestCompareCommand::readsOnly()
{
    const CliRunner cli(Bin);
    twoRuns(cli);
    const auto fingerprint = [&] {
        return QCryptographicHash::hash(cli.read(u"p.linnet"_s), QCryptographicHash::Sha1);
    };
    const QByteArray before = fingerprint();
    QCOMPARE(compare(cli).status, 0);
    QCOMPARE(fingerprint(), before);
    const auto project = store::Project::open(cli.path(u"p.linnet"_s));
    QVERIFY(project);
    QCOMPARE(compare(cli).status, 0);
    QCOMPARE(changes(cli), Known);
}

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_comparecommand.moc"
