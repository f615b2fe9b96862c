// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "store/rescue/damagewords.h"
#include "store/rescue/projectcheck.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/faultserver.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Programs that are killed at random moments of what they do: the project is whole each time, what was shown
/// is there, and going on ends as if nothing had been. LINNET_KILLS=100 kills each of them as often; a few
/// times otherwise.
class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void search();
    void crawl();
    void import();
    void compaction();
    void comparison();

private:
    using Rows = std::multiset<QStringList>;
    /// The rows of a table without the moment at which they were read.
    Rows rowsOf(const QString &project, const table::Schema &schema) const;
    void checkWhole(const QString &project) const;
    /// Starts it, waits for `isTime` or that long, and kills it. False when it had ended before.
    bool killDuring(const QStringList &args, int ms, const std::function<bool()> &isTime = {});
    /// Goes on until the rows are those of the undisturbed run.
    void resume(const QString &project, const table::Schema &schema, const Rows &whole);
    void writeCsv(int rows) const;
    /// How long a program takes that is not killed.
    int millisecondsOf(const QStringList &args);

    std::unique_ptr<test::CliRunner> m_cli;
    QRandomGenerator m_random{20261130};
};

namespace {

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("LINNET_KILLS");
    return wanted > 0 ? wanted : 5;
}

constexpr int SitePages = 120;

/// Pages that link to others near and far, all of which can be reached from the first.
test::Answer pageOfSite(const test::Seen &seen)
{
    const int number = seen.target.mid(2).toInt();
    if (!seen.target.startsWith("/p") || number >= SitePages)
        return test::Answer::status(404);
    QByteArray html = "<html><head><title>Page " + QByteArray::number(number % 17) + "</title></head><body>";
    for (const int next : {2 * number + 1, 2 * number + 2, (number * 7 + 3) % SitePages})
        html += "<a href=\"/p" + QByteArray::number(next) + "\">to " + QByteArray::number(next) + "</a>";
    return test::Answer::status(200, {{"Content-Type", "text/html; charset=utf-8"}}, html + "</body></html>");
}

} // namespace

void TestKills::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

TestKills::Rows TestKills::rowsOf(const QString &project, const table::Schema &schema) const
{
    Rows result;
    const auto reader = store::RowReader::open(m_cli->path(project));
    const auto ids = reader ? (*reader)->ids({&schema, {}, {}, {}}) : std::unexpected(reader.error());
    const auto rows = ids ? (*reader)->rows(schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return result;
    for (const table::Cells &cells : *rows) {
        QStringList texts;
        for (size_t i = 0; i < cells.size(); ++i) {
            const QLatin1StringView key = schema.columns[i].key;
            const bool isOfMoment = key == "fetched_at"_L1 || key == "checked"_L1 || key == "seconds"_L1 ||
                                    key == "ttfb"_L1 || key == "first_byte"_L1;
            if (!isOfMoment)
                texts.append(key + u'=' + table::toText(cells[i]));
        }
        result.insert(texts);
    }
    return result;
}

void TestKills::checkWhole(const QString &project) const
{
    const auto checked = store::checkProject(m_cli->path(project), {});
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
    QVERIFY2(checked->isWhole(), qPrintable(checked->details.join(u'\n')));
}

bool TestKills::killDuring(const QStringList &args, int ms, const std::function<bool()> &isTime)
{
    QProcess process;
    m_cli->start(process, args);
    if (isTime)
        (void)QTest::qWaitFor([&] { return isTime() || process.state() == QProcess::NotRunning; }, 60'000);
    else
        process.waitForFinished(ms);
    const bool isRunning = process.state() != QProcess::NotRunning;
    process.kill();
    process.waitForFinished();
    return isRunning;
}

void TestKills::resume(const QString &project, const table::Schema &schema, const Rows &whole)
{
    const auto resumed = m_cli->run({u"resume"_s, project, u"--quiet"_s, u"-o"_s, u"o.csv"_s});
    const Rows now = rowsOf(project, schema);
    const bool hadEnded = resumed.status == 2 && now == whole;
    QVERIFY2(resumed.status == 0 || hadEnded, resumed.err);
    QCOMPARE(now.size(), whole.size());
    QVERIFY(now == whole);
    checkWhole(project);
}

int TestKills::millisecondsOf(const QStringList &args)
{
    QElapsedTimer time;
    time.start();
    const auto result = m_cli->run(args);
    if (result.status != 0)
        qWarning() << args << result.err;
    return std::max(1, int(time.elapsed()));
}

void TestKills::search()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const QStringList search{u"vacancies"_s, u"--base-url"_s, base->toString(), u"--field"_s, u"any"_s,
                             u"-p"_s,        u"2"_s,          u"-d"_s,          u"0"_s,       u"--quiet"_s,
                             u"-o"_s,        u"o.csv"_s,      u"--project"_s};
    QCOMPARE(m_cli->run(search + QStringList{u"whole.linnet"_s}).status, 0);
    const Rows whole = rowsOf(u"whole.linnet"_s, table::vacancySchema());
    QVERIFY(!whole.empty());
    const auto requests = quint32(server.arrivals().size());
    for (int round = 0; round < kills(); ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        const size_t killAt = server.arrivals().size() + 1 + m_random.bounded(requests);
        killDuring(search + QStringList{project}, 0, [&] { return server.arrivals().size() >= killAt; });
        resume(project, table::vacancySchema(), whole);
    }
}

void TestKills::crawl()
{
    test::FaultServer server;
    server.setHandler(pageOfSite);
    const QStringList crawl{u"crawl"_s,   server.url(u"/p0"_s).toString(),
                            u"--depth"_s, u"99"_s,
                            u"-d"_s,      u"0"_s,
                            u"--quiet"_s, u"-o"_s,
                            u"o.csv"_s,   u"--project"_s};
    // The links to pages behind the last one are broken.
    QVERIFY(m_cli->run(crawl + QStringList{u"whole.linnet"_s}).status <= 1);
    const Rows pages = rowsOf(u"whole.linnet"_s, table::pageSchema());
    const Rows links = rowsOf(u"whole.linnet"_s, table::linkSchema());
    QVERIFY(pages.size() > SitePages);
    QCOMPARE(links.size(), size_t(SitePages * 3));
    const auto requests = quint32(server.seen().size());
    for (int round = 0; round < kills(); ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        const qsizetype killAt = server.seen().size() + 1 + m_random.bounded(requests);
        killDuring(crawl + QStringList{project}, 0, [&] { return server.seen().size() >= killAt; });
        const auto resumed = m_cli->run({u"resume"_s, project, u"--quiet"_s, u"-o"_s, u"o.csv"_s});
        QVERIFY2(resumed.status <= 2, resumed.err);
        QVERIFY(rowsOf(project, table::pageSchema()) == pages);
        QVERIFY(rowsOf(project, table::linkSchema()) == links);
        checkWhole(project);
    }
}

void TestKills::writeCsv(int rows) const
{
    QByteArray csv = "id,source,name,description\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i) + ",hh,Name " + QByteArray::number(i) + ',' +
               (i % 10 == 0 ? QByteArray(600, 'x') : QByteArray("short")) + QByteArray::number(i) + '\n';
    m_cli->write(u"in.csv"_s, csv);
}

void TestKills::import()
{
    writeCsv(15'000);
    const auto import = [](const QString &project) { return QStringList{u"import"_s, project, u"in.csv"_s}; };
    const int time = millisecondsOf(import(u"whole.linnet"_s));
    const Rows whole = rowsOf(u"whole.linnet"_s, table::vacancySchema());
    QCOMPARE(whole.size(), size_t(15'000));
    int killed = 0;
    for (int round = 0; round < kills(); ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        killed += killDuring(import(project), m_random.bounded(time));
        const auto reader = store::RowReader::open(m_cli->path(project));
        const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
        if (!runs || runs->empty())
            continue; // it had not begun
        resume(project, table::vacancySchema(), whole);
    }
    QVERIFY(killed > 0);
}

/// The project is as it was, or as it is to be: nobody can tell by its rows.
void TestKills::compaction()
{
    writeCsv(6'000);
    QCOMPARE(m_cli->run({u"import"_s, u"one.linnet"_s, u"in.csv"_s}).status, 0);
    QCOMPARE(m_cli->run({u"import"_s, u"one.linnet"_s, u"in.csv"_s}).status, 0);
    QCOMPARE(m_cli->run({u"project"_s, u"one.linnet"_s, u"--delete"_s, u"1"_s}).status, 0);
    const Rows whole = rowsOf(u"one.linnet"_s, table::vacancySchema());
    const auto compact = [](const QString &project) {
        return QStringList{u"project"_s, project, u"--compact"_s};
    };
    QVERIFY(QFile::copy(m_cli->path(u"one.linnet"_s), m_cli->path(u"timed.linnet"_s)));
    const int time = millisecondsOf(compact(u"timed.linnet"_s));
    for (int round = 0; round < kills(); ++round) {
        const QString project = u"killed%1.linnet"_s.arg(round);
        QVERIFY(QFile::copy(m_cli->path(u"one.linnet"_s), m_cli->path(project)));
        // The moment of the change of places is short; all others are tried, too.
        killDuring(compact(project), m_random.bounded(time));
        checkWhole(project);
        QVERIFY(rowsOf(project, table::vacancySchema()) == whole);
        const auto again = m_cli->run(compact(project));
        QVERIFY2(again.status == 0, again.err);
        QVERIFY(rowsOf(project, table::vacancySchema()) == whole);
        QVERIFY(!QFile::exists(m_cli->path(project + u".part"_s)));
    }
}

void TestKills::comparison()
{
    writeCsv(6'000);
    QCOMPARE(m_cli->run({u"import"_s, u"one.linnet"_s, u"in.csv"_s}).status, 0);
    m_cli->write(u"in.csv"_s, m_cli->read(u"in.csv"_s).replace(",hh,Name 1", ",hh,Other 1"));
    QCOMPARE(m_cli->run({u"import"_s, u"one.linnet"_s, u"in.csv"_s}).status, 0);
    const Rows whole = rowsOf(u"one.linnet"_s, table::vacancySchema());
    const QStringList compare{u"compare"_s, u"one.linnet"_s, u"--runs"_s,
                              u"1,2"_s,     u"-o"_s,         u"changes.csv"_s};
    const int time = millisecondsOf(compare);
    const QByteArray changes = m_cli->read(u"changes.csv"_s);
    QVERIFY(changes.count('\n') > 500);
    for (int round = 0; round < kills(); ++round) {
        killDuring(compare, m_random.bounded(time));
        // The output is the old one or the new one, and both are the same.
        QVERIFY(m_cli->read(u"changes.csv"_s) == changes);
    }
    checkWhole(u"one.linnet"_s);
    QVERIFY(rowsOf(u"one.linnet"_s, table::vacancySchema()) == whole);
    QCOMPARE(m_cli->run(compare).status, 0);
    QVERIFY(m_cli->read(u"changes.csv"_s) == changes);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
