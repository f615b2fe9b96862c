// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
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
    QCOMPARE(cli.run({u"resume"_s, u"text.linnet"_s}).status, 4);
    QCOMPARE(cli.run({u"resume"_s, u"absent.linnet"_s}).status, 2);
    QCOMPARE(cli.read(u"text.linnet"_s), QByteArray(5000, 'x'));
}

QTEST_GUILESS_MAIN(TestResumeCommand)
#include "tst_resumecommand.moc"
