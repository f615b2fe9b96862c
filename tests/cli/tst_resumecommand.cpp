// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "store/sqlite/database.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/faultserver.h"
#include "table/vacancyschema.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Kills a search at random moments and goes on with it.
class TestResumeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandomMoments();
    void nothingToResume();
    void notAProject();
    void asksAgainWhatFailed();
    void damagedWorkIsTold_data();
    void damagedWorkIsTold();
    void damagedRunIsTold();
};

namespace {

/// The rows without the moment at which they were read.
std::multiset<QStringList> rowsOf(const QString &project)
{
    std::multiset<QStringList> result;
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return result;
    const auto ids = (*reader)->ids({&table::vacancySchema(), {}, {}, {}});
    const auto rows =
        ids ? (*reader)->rows(table::vacancySchema(), *ids) : Result<std::vector<table::Cells>>();
    for (const table::Cells &cells : *rows) {
        QStringList texts;
        for (size_t i = 0; i < cells.size(); ++i) {
            if (int(i) != std::to_underlying(table::VacancyColumn::FetchedAt))
                texts.append(table::toText(cells[i]));
        }
        result.insert(texts);
    }
    return result;
}

std::set<QString> idsOf(const std::multiset<QStringList> &rows)
{
    std::set<QString> ids;
    for (const QStringList &row : rows)
        ids.insert(row[std::to_underlying(table::VacancyColumn::Id)]);
    return ids;
}

} // namespace

void TestResumeCommand::killedAtRandomMoments()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QStringList search{u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                             u"-p"_s,        u"0"_s,          u"-d"_s,          u"0"_s,       u"--quiet"_s,
                             u"-o"_s,        u"o.csv"_s,      u"--project"_s};
    QCOMPARE(cli.run(search + QStringList{u"whole.linnet"_s}).status, 0);
    const auto whole = rowsOf(cli.path(u"whole.linnet"_s));
    const size_t requests = server.arrivals().size();
    QRandomGenerator random(20261121);
    for (int round = 0; round < 20; ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        const size_t killAt = server.arrivals().size() + 1 + random.bounded(quint32(requests));
        QProcess process;
        cli.start(process, search + QStringList{project});
        QTRY_VERIFY_WITH_TIMEOUT(
            server.arrivals().size() >= killAt || process.state() == QProcess::NotRunning, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        const auto shown = rowsOf(cli.path(project));
        const auto resumed = cli.run({u"resume"_s, project, u"--quiet"_s, u"-o"_s, u"o.csv"_s});
        const bool finishedBefore = resumed.status == 2 && shown == whole;
        QVERIFY2(resumed.status == 0 || finishedBefore, resumed.err);
        const auto now = rowsOf(cli.path(project));
        const auto idsNow = idsOf(now);
        const auto idsShown = idsOf(shown);
        QVERIFY(std::ranges::includes(idsNow, idsShown));
        QCOMPARE(now.size(), whole.size());
        QVERIFY(now == whole);
    }
}

void TestResumeCommand::nothingToResume()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(cli.run({u"vacancies"_s, u"--base-url"_s, base->toString(), u"-d"_s, u"0"_s, u"-p"_s, u"1"_s,
                      u"--no-details"_s, u"--project"_s, u"p.linnet"_s})
                 .status,
             0);
    const auto result = cli.run({u"resume"_s, u"p.linnet"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("no unfinished run"), result.err);
}

void TestResumeCommand::notAProject()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QFile file(cli.path(u"text.linnet"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    file.close();
    // For both it is the input, and one that cannot be used.
    for (const QString &command : {u"resume"_s, u"export"_s}) {
        const auto result = cli.run({command, u"text.linnet"_s});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("not a Linnet project"), result.err);
        QCOMPARE(cli.run({command, u"absent.linnet"_s}).status, 2);
    }
    QCOMPARE(cli.read(u"text.linnet"_s), QByteArray(5000, 'x'));
}

/// A finished run, too.
void TestResumeCommand::asksAgainWhatFailed()
{
    test::FaultServer server;
    server.script("/late", {test::Answer::status(404), test::Answer::text("here")});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(
        cli.run({u"check"_s, server.url(u"/good"_s).toString(), server.url(u"/late"_s).toString(), u"-d"_s,
                 u"0"_s, u"--retries"_s, u"0"_s, u"--project"_s, u"p.linnet"_s, u"-o"_s, u"one.csv"_s})
            .status,
        1);
    QCOMPARE(cli.run({u"resume"_s, u"p.linnet"_s}).status, 2);
    const auto again = cli.run(
        {u"resume"_s, u"p.linnet"_s, u"--failed"_s, u"--columns"_s, u"url,status"_s, u"-o"_s, u"two.csv"_s});
    QVERIFY2(again.status == 0, again.err);
    QCOMPARE(server.seen("/good").size(), 1);
    QCOMPARE(server.seen("/late").size(), 2);
    QVERIFY2(cli.read(u"two.csv"_s).contains("/late,200"), cli.read(u"two.csv"_s));
    const auto nothing = cli.run({u"resume"_s, u"p.linnet"_s, u"--failed"_s});
    QCOMPARE(nothing.status, 2);
    QVERIFY2(nothing.err.contains("Nothing has failed"), nothing.err);
}

void TestResumeCommand::damagedWorkIsTold_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("no host") << QByteArray("UPDATE work SET host = '' WHERE state = 0");
    QTest::newRow("unknown kind") << QByteArray("UPDATE work SET kind = 'dance' WHERE state = 0");
    QTest::newRow("unknown state") << QByteArray("UPDATE work SET state = 9 WHERE state = 0");
}

/// What nobody would ever take must not be waited for.
void TestResumeCommand::damagedWorkIsTold()
{
    QFETCH(const QByteArray, sql);
    test::FaultServer server;
    server.script("/silent", {test::Answer::raw({}, test::Answer::End::Hang)});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QProcess process;
    cli.start(process, {u"check"_s, server.url(u"/silent"_s).toString(), u"--project"_s, u"p.linnet"_s,
                        u"-o"_s, u"o.csv"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!server.seen("/silent").isEmpty(), 60'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    {
        auto database = store::Database::open(cli.path(u"p.linnet"_s), store::Database::Mode::Write);
        QVERIFY(database);
        QVERIFY(database->exec(sql));
    }
    const auto result = cli.run({u"resume"_s, u"p.linnet"_s, u"-o"_s, u"o.csv"_s}, 60'000);
    QCOMPARE(result.status, 4);
    QVERIFY2(result.err.contains("damaged"), result.err);
    QCOMPARE(server.seen("/silent").size(), 1);
}

/// A run in a state that no version of the program stores.
void TestResumeCommand::damagedRunIsTold()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(
        cli.run({u"check"_s, server.url().toString(), u"--project"_s, u"p.linnet"_s, u"-o"_s, u"o.csv"_s})
            .status,
        0);
    {
        auto database = store::Database::open(cli.path(u"p.linnet"_s), store::Database::Mode::Write);
        QVERIFY(database);
        QVERIFY(database->exec("UPDATE run SET state = 77"));
    }
    const auto resumed = cli.run({u"resume"_s, u"p.linnet"_s, u"-o"_s, u"o.csv"_s}, 60'000);
    QCOMPARE(resumed.status, 4);
    QVERIFY2(resumed.err.contains("damaged: run 1 in the unknown state 77"), resumed.err);
    const auto exported =
        cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"checks"_s, u"-o"_s, u"again.csv"_s}, 60'000);
    QCOMPARE(exported.status, 4);
    QVERIFY2(exported.err.contains("unknown state 77"), exported.err);
}

QTEST_GUILESS_MAIN(TestResumeCommand)
#include "tst_resumecommand.moc"
