// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"

#include "session/saved/savedsearch.h"
#include "session/saved/taskid.h"
#include "store/project/project.h"
#include "store/project/projectmerge.h"
#include "store/read/rowreader.h"
#include "table/vacancyschema.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// linnet-cli merge: all runs of two projects in a third.
class TestMergeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsOfBoth();
    void crawls();
    void sameAds();
    void marksOfBoth();
    void searchesComeAlong();
    void badUsage_data();
    void badUsage();
    void killedInTheMiddle();

private:
    void import(const QString &project, const QByteArray &csv) const;
    QByteArray exported(const QString &project, const QStringList &options) const;

    std::unique_ptr<test::CliRunner> m_cli;
};

void TestMergeCommand::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

void TestMergeCommand::import(const QString &project, const QByteArray &csv) const
{
    m_cli->write(u"in.csv"_s, csv);
    const auto result = m_cli->run({u"import"_s, project, u"in.csv"_s});
    QVERIFY2(result.status == 0, result.err.constData());
}

QByteArray TestMergeCommand::exported(const QString &project, const QStringList &options) const
{
    const auto result = m_cli->run(QStringList{u"export"_s, project, u"-o"_s, u"-"_s} + options);
    return result.status == 0 ? result.out : result.err;
}

/// Long texts stand in a table of their own, by numbers that must not meet.
void TestMergeCommand::rowsOfBoth()
{
    const QByteArray textA = QByteArray("а").repeated(900);
    const QByteArray textB = QByteArray("б").repeated(900);
    import(u"a.linnet"_s, "id,source,name,description\n1,hh,A," + textA + "\n");
    import(u"our's.linnet"_s, "id,source,name,description\n1,hh,B," + textB + "\n2,hh,C,short\n");
    import(u"our's.linnet"_s, "url,status\nhttps://a.example/,200\n");
    const auto result = m_cli->run({u"merge"_s, u"a.linnet"_s, u"our's.linnet"_s, u"-o"_s, u"c.linnet"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY2(result.err.contains("becoming one project: "), result.err);
    QCOMPARE(exported(u"c.linnet"_s, {u"--run"_s, u"all"_s, u"--columns"_s, u"vacancy,description"_s}),
             "vacancy,description\r\nA," + textA + "\r\nB," + textB + "\r\nC,short\r\n");
    QCOMPARE(exported(u"c.linnet"_s, {u"--run"_s, u"2"_s, u"--columns"_s, u"vacancy"_s}),
             "vacancy\r\nB\r\nC\r\n"_ba);
    QCOMPARE(exported(u"c.linnet"_s, {u"--table"_s, u"checks"_s, u"--columns"_s, u"url,status"_s}),
             "url,status\r\nhttps://a.example/,200\r\n"_ba);
    // Words of both are found.
    QCOMPARE(exported(u"c.linnet"_s, {u"--run"_s, u"all"_s, u"--columns"_s, u"vacancy"_s, u"--where"_s,
                                      u"description has words \"б*\""_s}),
             "vacancy\r\nB\r\n"_ba);
    const auto reader = store::RowReader::open(m_cli->path(u"c.linnet"_s));
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs && runs->size() == 3);
    QVERIFY(!runs->at(0).params.contains(store::RunOrigin));
    QCOMPARE(runs->at(1).params[store::RunOrigin].toString(), u"our's"_s);
    // Nothing is left beside it, and the first two are as they were.
    QCOMPARE(QDir(m_cli->path(u"."_s)).entryList({u".merge*"_s}, QDir::AllEntries | QDir::Hidden).size(), 0);
    QCOMPARE(exported(u"a.linnet"_s, {u"--run"_s, u"all"_s, u"--columns"_s, u"vacancy"_s}),
             "vacancy\r\nA\r\n"_ba);
}

/// Addresses are numbered within their run.
void TestMergeCommand::crawls()
{
    import(u"a.linnet"_s, "Address,Status Code,Title 1\nhttps://a.example/,200,A\n");
    import(u"b.linnet"_s,
           "Address,Status Code,Title 1,Redirect URL\nhttps://b.example/,301,,https://c.example/\n");
    QCOMPARE(m_cli->run({u"merge"_s, u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"c.linnet"_s}).status, 0);
    QCOMPARE(exported(u"c.linnet"_s,
                      {u"--table"_s, u"pages"_s, u"--run"_s, u"all"_s, u"--columns"_s, u"url,redirect_to"_s}),
             "url,redirect_to\r\nhttps://a.example/,\r\nhttps://b.example/,https://c.example/\r\n"_ba);
}

/// Ads of one job in both have one number.
void TestMergeCommand::sameAds()
{
    QByteArray ad = "id,source,name,employer,area,description\n1,hh,Слесарь,Завод,Пермь,";
    for (int i = 0; i < 120; ++i)
        ad += "слово" + QByteArray::number(i * 7919 % 1000) + ' ';
    ad += '\n';
    import(u"a.linnet"_s, ad);
    import(u"b.linnet"_s, ad.replace("\n1,", "\n2,"));
    QCOMPARE(m_cli->run({u"merge"_s, u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"c.linnet"_s}).status, 0);
    QCOMPARE(exported(u"c.linnet"_s, {u"--run"_s, u"all"_s, u"--columns"_s, u"id,group,group_size"_s}),
             "id,group,group_size\r\n1,1,2\r\n2,1,2\r\n"_ba);
}

/// Of an ad that both have marked the later word counts, whichever project is named first.
void TestMergeCommand::marksOfBoth()
{
    const auto mark = [this](const QString &project, const QString &ad, const QString &note) {
        const auto marked =
            m_cli->run({u"mark"_s, project, u"--where"_s, u"id = "_s + ad, u"--note"_s, note});
        QVERIFY2(marked.status == 0, marked.err.constData());
    };
    import(u"a.linnet"_s, "id,source,name\n1,hh,A\n2,hh,B\n");
    import(u"b.linnet"_s, "id,source,name\n1,hh,A\n3,hh,C\n");
    mark(u"b.linnet"_s, u"1"_s, u"earlier"_s);
    mark(u"a.linnet"_s, u"1"_s, u"later"_s);
    mark(u"b.linnet"_s, u"3"_s, u"theirs"_s);
    for (const QStringList &both :
         {QStringList{u"a.linnet"_s, u"b.linnet"_s}, {u"b.linnet"_s, u"a.linnet"_s}}) {
        const QString to = u"of-"_s + both[0];
        QCOMPARE(m_cli->run(QStringList{u"merge"_s} + both + QStringList{u"-o"_s, to}).status, 0);
        const QByteArray notes = exported(
            to, {u"--run"_s, u"all"_s, u"--columns"_s, u"id,note"_s, u"--where"_s, u"note contains e"_s});
        QCOMPARE(notes.count("1,later\r\n"), 2);
        QCOMPARE(notes.count("3,theirs\r\n"), 1);
        QVERIFY(!notes.contains("earlier"));
    }
}

/// Those that one has already stay as they are; of others' comes what they ask, not when and to where.
void TestMergeCommand::searchesComeAlong()
{
    const auto save = [this](const QString &file, const std::vector<session::SavedSearch> &searches) {
        const auto project = store::Project::open(m_cli->path(file));
        QVERIFY(project);
        for (const session::SavedSearch &search : searches) {
            (*project)->writer().postRun(search.kind, search.params);
            (*project)->writer().postMemo(session::SavedSearch::memoKey(search.task()), search.memo());
        }
        QVERIFY((*project)->close());
    };
    const session::SavedSearch ours{.number = 4,
                                    .kind = u"vacancies"_s,
                                    .params = {{u"search"_s, QJsonObject{{u"text"_s, u"analyst"_s}}}},
                                    .name = u"Ours"_s};
    session::SavedSearch same = ours;
    same.number = 1;
    same.name = u"Theirs"_s;
    const session::SavedSearch other{.number = 2,
                                     .kind = u"vacancies"_s,
                                     .params = {{u"search"_s, QJsonObject{{u"text"_s, u"driver"_s}}}},
                                     .name = u"Drivers"_s,
                                     .note = u"for Ann"_s,
                                     .files = u"/somewhere"_s,
                                     .schedule = session::Schedule{}};
    save(u"a.linnet"_s, {ours});
    save(u"b.linnet"_s, {same, other});
    QCOMPARE(m_cli->run({u"merge"_s, u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"c.linnet"_s}).status, 0);
    const auto reader = store::RowReader::open(m_cli->path(u"c.linnet"_s));
    QVERIFY(reader);
    const auto memos = (*reader)->memos();
    const auto runs = (*reader)->runs();
    QVERIFY(memos && runs);
    const auto searches = session::savedSearches(*memos);
    QCOMPARE(searches.size(), size_t(2));
    QCOMPARE(searches[0], ours);
    session::SavedSearch expected = other;
    expected.number = 5;
    expected.files.clear();
    expected.schedule.reset();
    QCOMPARE(searches[1], expected);
    // The runs are theirs, from whichever project.
    QStringList tasks;
    for (const store::RunInfo &run : *runs)
        tasks.append(session::taskId(run.kind, run.params));
    QCOMPARE(tasks, (QStringList{ours.task(), ours.task(), other.task()}));
}

void TestMergeCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one project") << QStringList{u"a.linnet"_s, u"-o"_s, u"c.linnet"_s} << "A B -o FILE"_ba;
    QTest::newRow("no output") << QStringList{u"a.linnet"_s, u"a.linnet"_s} << "A B -o FILE"_ba;
    QTest::newRow("over one of them")
        << QStringList{u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"b.linnet"_s} << "b.linnet"_ba;
    QTest::newRow("none there") << QStringList{u"a.linnet"_s, u"none.linnet"_s, u"-o"_s, u"c.linnet"_s}
                                << "none.linnet"_ba;
    QTest::newRow("no project") << QStringList{u"a.linnet"_s, u"in.csv"_s, u"-o"_s, u"c.linnet"_s}
                                << "in.csv"_ba;
    QTest::newRow("exists") << QStringList{u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"in.csv"_s} << "in.csv"_ba;
}

void TestMergeCommand::badUsage()
{
    QFETCH(QStringList, args);
    QFETCH(QByteArray, said);
    import(u"a.linnet"_s, "vacancy\nA\n");
    import(u"b.linnet"_s, "vacancy\nB\n");
    const auto result = m_cli->run(QStringList{u"merge"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
    QVERIFY(!QFile::exists(m_cli->path(u"c.linnet"_s)));
}

/// The new project is there as a whole or not at all, and a second try needs no help.
void TestMergeCommand::killedInTheMiddle()
{
    QByteArray csv = "id,source,name,description\n";
    for (int i = 0; i < 20'000; ++i)
        csv += QByteArray::number(i) + ",hh,Name " + QByteArray::number(i) + ',' + QByteArray(600, 'x') +
               QByteArray::number(i) + '\n';
    import(u"a.linnet"_s, csv);
    import(u"b.linnet"_s, csv);
    const QStringList merge{u"merge"_s, u"a.linnet"_s, u"b.linnet"_s, u"-o"_s, u"c.linnet"_s};
    QProcess process;
    m_cli->start(process, merge);
    QVERIFY(process.waitForStarted());
    const QDir folder(m_cli->path(u"."_s));
    QTRY_VERIFY_WITH_TIMEOUT(!folder.entryList({u".merge*"_s}, QDir::Dirs | QDir::Hidden).isEmpty() ||
                                 process.state() == QProcess::NotRunning,
                             30'000);
    process.kill();
    process.waitForFinished();
    const QString path = m_cli->path(u"c.linnet"_s);
    const auto rows = [&path]() -> qint64 {
        const auto reader = store::RowReader::open(path);
        return reader ? (*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(-1) : -1;
    };
    QVERIFY(!QFile::exists(path) || rows() == 40'000);
    QFile::remove(path);
    QCOMPARE(m_cli->run(merge).status, 0);
    QCOMPARE(rows(), 40'000);
}

QTEST_GUILESS_MAIN(TestMergeCommand)
#include "tst_mergecommand.moc"
