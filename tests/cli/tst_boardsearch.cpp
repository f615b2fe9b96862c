// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/python.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Sources of boards/ as scripts ask them: over the real engine, against their stand-ins.
class TestBoardSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAdOnce_data();
    void everyAdOnce();
    void faults_data();
    void faults();
    void thirteenColumns_data();
    void thirteenColumns();
    void wholeMarketAsFile();
    void fileCutOrOld();
    void testedByOnePage();
    void companies();
    void keyOfUsaJobs();
    void wordsAndWhatIsLeftOut();
    void moreThanCanBeReached();
    void adsThatAppear();
    void feedWithToken();
    void nothingFound();
    void allTogether();
    void oneRefuses();
    void resumed();

private:
    static QStringList search(const QUrl &server, const QStringList &sources, const QStringList &more = {});
    static QList<QJsonObject> rows(const test::CliRunner &cli);
    static QJsonObject summary(const test::CliRunner &cli);
    static int differing(const QList<QJsonObject> &rows);
    /// What a source cannot be asked without.
    static QStringList needs(const QString &source);
};

QStringList TestBoardSearch::search(const QUrl &server, const QStringList &sources, const QStringList &more)
{
    QStringList command{u"vacancies"_s, u"-d"_s,      u"0"_s,  u"-p"_s,      u"0"_s,         u"--summary"_s,
                        u"s.json"_s,    u"--quiet"_s, u"-o"_s, u"o.jsonl"_s, u"--project"_s, u"p.linnet"_s};
    for (const QString &source : sources) {
        QUrl base = server;
        base.setPath(source == "trudvsem"_L1 ? u"/api/v1"_s : u'/' + source);
        command += {u"--source"_s, source, u"--base-url"_s, source + u'=' + base.toString()};
    }
    return command + more;
}

QList<QJsonObject> TestBoardSearch::rows(const test::CliRunner &cli)
{
    QList<QJsonObject> rows;
    for (const QByteArray &line : cli.read(u"o.jsonl"_s).trimmed().split('\n')) {
        if (!line.isEmpty())
            rows.append(QJsonDocument::fromJson(line).object());
    }
    return rows;
}

QJsonObject TestBoardSearch::summary(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

int TestBoardSearch::differing(const QList<QJsonObject> &rows)
{
    QSet<QString> ids;
    for (const QJsonObject &row : rows)
        ids.insert(row[u"source"_s].toString() + row[u"id"_s].toString());
    return int(ids.size());
}

QStringList TestBoardSearch::needs(const QString &source)
{
    if (source != "boards"_L1)
        return {};
    QStringList more; // as plain_boards.py has them
    int company = 5001;
    for (const QLatin1StringView service :
         {"greenhouse"_L1, "lever"_L1, "recruitee"_L1, "ashby"_L1, "workable"_L1})
        more += {u"--employer"_s, u"%1:%2"_s.arg(service).arg(company++)};
    return more;
}

void TestBoardSearch::everyAdOnce_data()
{
    QTest::addColumn<int>("ads");
    QTest::addColumn<int>("requests");
    QTest::newRow("jobicy") << 100 << 1; // of the newest; it has no second page
    QTest::newRow("himalayas") << 640 << 32;
    QTest::newRow("jobtech") << 640 << 7;
    QTest::newRow("mycareersfuture") << 640 << 7 + 640; // each ad is asked for, too
    QTest::newRow("usajobs") << 640 << 7;
    QTest::newRow("mpsv") << 640 << 1; // a file
}

void TestBoardSearch::everyAdOnce()
{
    QFETCH(int, ads);
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_USAJOBS_TOKEN"_s, u"me@practice.invalid:any"_s);
    const auto result = cli.run(search(*base, {QString::fromLatin1(QTest::currentDataTag())}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), ads);
    QCOMPARE(differing(rows(cli)), ads);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), ads);
    QCOMPARE(summary(cli)[u"truncated"_s].toInt(), 0);
    QTEST(int(server.arrivals().size()), "requests");
    for (const QJsonObject &row : rows(cli)) {
        QCOMPARE(row[u"state"_s].toString(), u"complete"_s);
        QVERIFY(!row[u"description"_s].toString().isEmpty());
        QVERIFY(!row[u"vacancy"_s].toString().isEmpty() && !row[u"created"_s].toString().isEmpty());
    }
}

void TestBoardSearch::faults_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<practice::Fault>>("list");
    for (const char *source : {"jobicy", "himalayas", "jobtech", "mycareersfuture"}) {
        const auto row = [source](const char *name, const QList<practice::Fault> &list) {
            QTest::addRow("%s %s", source, name) << QString::fromLatin1(source) << list;
        };
        row("refusals", {{u"429"_s, 5}, {u"503"_s, 7}});
        row("broken bodies", {{u"badjson"_s, 3}, {u"cut"_s, 4}, {u"gz"_s, 5}});
        row("nulls", {{u"nulls"_s, 0}});
    }
}

void TestBoardSearch::faults()
{
    QFETCH(QString, source);
    QFETCH(QList<practice::Fault>, list);
    test::CountedPractice server(list);
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {source}, {u"--no-details"_s}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(differing(rows(cli)), source == "jobicy"_L1 ? 100 : 640);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 0);
}

void TestBoardSearch::thirteenColumns_data()
{
    QTest::addColumn<QList<practice::Fault>>("list");
    for (const char *source :
         {"jobicy", "himalayas", "jobtech", "mycareersfuture", "usajobs", "boards", "mpsv"})
        QTest::newRow(source) << QList<practice::Fault>{{u"nulls"_s, 0}};
}

/// What a few lines of Python make of the same answers.
void TestBoardSearch::thirteenColumns()
{
    if (const QString missing = test::pythonMissing(u"zoneinfo"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFETCH(QList<practice::Fault>, list);
    const QString source = QString::fromLatin1(QTest::currentDataTag());
    test::CountedPractice server(list);
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_USAJOBS_TOKEN"_s, u"any"_s);
    QStringList command = search(*base, {source}, needs(source) + QStringList{u"--no-details"_s});
    command[command.indexOf(u"o.jsonl"_s)] = u"o.csv"_s;
    const auto result = cli.run(command);
    QVERIFY2(result.status == 0, result.err);
    const QJsonArray csv = test::runPython(u"read_csv.py"_s, {cli.path(u"o.csv"_s), u","_s, u"utf-8"_s});
    const QJsonArray expected =
        test::runPython(u"plain_boards.py"_s, {source, base->toString() + u'/' + source});
    QVERIFY(!expected.isEmpty());
    QCOMPARE(csv.size(), expected.size() + 1);
    qsizetype id = -1;
    for (qsizetype c = 0; c < csv[0].toArray().size(); ++c)
        id = csv[0][c] == "id"_L1 ? c : id;
    QHash<QString, QJsonArray> byId;
    for (qsizetype r = 1; r < csv.size(); ++r)
        byId.insert(csv[r][id].toString(), csv[r].toArray());
    static const QRegularExpression between(u"[\\s\\x{2d}\\x{a0}]+"_s);
    for (const QJsonValue &ad : expected) {
        QVERIFY2(byId.contains(ad[u"id"_s].toString()), qPrintable(ad[u"id"_s].toString()));
        const QJsonArray row = byId.value(ad[u"id"_s].toString());
        QStringList told;
        QStringList wanted;
        for (int c = 0; c < 13; ++c) {
            const QString cell = row[c].toString();
            told.append(c == 12 ? QString(cell).remove(between) : cell);
            wanted.append(ad[u"cells"_s][c].toString());
        }
        QCOMPARE(told, wanted);
    }
}

/// A file is fetched once, asked for again without being sent, and read on after a kill.
void TestBoardSearch::wholeMarketAsFile()
{
    test::CountedPractice server({{u"ads"_s, 12'000}, {u"cut"_s, 1}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QProcess process;
    cli.start(process, search(*base, {u"mpsv"_s}, {u"-p"_s, u"2"_s}));
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(cli.path(u"p.linnet"_s)) && !server.arrivals().empty(), 60'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    const auto result = cli.run({u"resume"_s, u"p.linnet"_s, u"--quiet"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 12'000);
    QCOMPARE(differing(rows(cli)), 12'000);
    const auto again = cli.run(search(*base, {u"mpsv"_s}, {u"-t"_s, u"аналитик"_s}));
    QVERIFY2(again.status == 0, again.err);
    QVERIFY(!rows(cli).isEmpty());
    for (const QJsonObject &row : rows(cli)) {
        QVERIFY(row[u"vacancy"_s].toString().contains(u"налитик"));
        QCOMPARE(row[u"currency"_s].toString(), u"CZK"_s);
    }
    const QJsonObject told = summary(cli);
    QCOMPARE(told[u"left_out"_s][u"text"_s].toInt() + rows(cli).size(), 12'000);
    QVERIFY2(told[u"bytes"_s].toInt() < 100'000, "the file was sent again");
    QCOMPARE(told[u"requests"_s].toInt(), 1);
}

/// Its maker wrote half of it: what came is kept and the rest told. A file of another day is told, too.
void TestBoardSearch::fileCutOrOld()
{
    test::CountedPractice half({{u"ads"_s, 3000}, {u"halffile"_s, 0}, {u"oldfile"_s, 0}});
    const auto base = half.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"mpsv"_s}));
    QVERIFY2(result.status == 1, result.err);
    QVERIFY(rows(cli).size() > 1000 && rows(cli).size() < 2000);
    QCOMPARE(differing(rows(cli)), rows(cli).size());
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 1);
    QCOMPARE(summary(cli)[u"failures"_s][0][u"reason"_s].toString(), u"bad_body"_s);
    // It is not taken for the whole another time.
    const auto again = cli.run(search(*base, {u"mpsv"_s}));
    QCOMPARE(again.status, 1);
    QVERIFY(summary(cli)[u"bytes"_s].toInt() > 100'000);
}

/// A broken network, a refusal and another shape are told apart.
void TestBoardSearch::testedByOnePage()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto at = [&base](const QString &id, const QString &path) {
        return QStringList{u"--base-url"_s, id + u'=' + base->toString() + path};
    };
    const auto fine =
        cli.run(QStringList{u"sources"_s, u"test"_s, u"jobicy"_s, u"mycareersfuture"_s, u"mpsv"_s} +
                at(u"jobicy"_s, u"/jobicy"_s) + at(u"mpsv"_s, u"/mpsv"_s) +
                at(u"mycareersfuture"_s, u"/mycareersfuture"_s));
    QVERIFY2(fine.status == 0, fine.err + fine.out);
    QCOMPARE(fine.out.count("  fine "), 3);
    QCOMPARE(server.arrivals().size(), size_t(3));
    // Another source's list, an address where nothing is, a port where nobody listens, a key that lacks.
    const auto bad = cli.run(QStringList{u"sources"_s, u"test"_s, u"jobtech"_s, u"himalayas"_s, u"jobicy"_s,
                                         u"usajobs"_s, u"mpsv"_s} +
                             at(u"jobtech"_s, u"/himalayas"_s) + at(u"himalayas"_s, u"/nowhere"_s) +
                             at(u"usajobs"_s, u"/usajobs"_s) + at(u"mpsv"_s, u"/mpsv"_s) +
                             QStringList{u"--base-url"_s, u"jobicy=http://127.0.0.1:9"_s});
    QVERIFY2(bad.status == 1, bad.err + bad.out);
    const auto line = [&bad](const QByteArray &id) {
        const qsizetype begin = bad.out.indexOf(id);
        return bad.out.mid(begin, bad.out.indexOf('\n', begin) - begin);
    };
    QVERIFY2(line("jobtech").contains(" changed "), bad.out);
    QVERIFY2(line("himalayas").contains(" refused "), bad.out);
    QVERIFY2(line("jobicy").contains(" unreachable "), bad.out);
    QVERIFY2(line("usajobs").contains(" refused "), bad.out);
    QVERIFY2(line("mpsv").contains(" fine "), bad.out);
    QCOMPARE(cli.run({u"sources"_s, u"test"_s, u"monster"_s}).status, 2);
    QCOMPARE(cli.run({u"sources"_s, u"test"_s, u"boards"_s}).status, 2);
    const auto company =
        cli.run(QStringList{u"sources"_s, u"test"_s, u"boards"_s, u"--employer"_s, u"lever:5002"_s} +
                at(u"boards"_s, u"/boards"_s));
    QVERIFY2(company.status == 0, company.err + company.out);
    const auto list = cli.run({u"sources"_s, u"list"_s});
    QVERIFY(list.status == 0 && list.out.contains("https://data.mpsv.cz/podminky-uziti"));
}

/// Companies of all services in one search; one whose board does not exist is told, the others are read.
void TestBoardSearch::companies()
{
    test::CountedPractice server({{u"503"_s, 3}, {u"cut"_s, 5}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto none = cli.run(search(*base, {u"boards"_s}));
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains("greenhouse:"), none.err);
    QVERIFY(server.arrivals().empty());
    const auto result = cli.run(
        search(*base, {u"boards"_s},
               needs(u"boards"_s) + QStringList{u"--employer"_s, u"smartrecruiters:5006,personio:5007"_s,
                                                u"--employer"_s, u"https://jobs.lever.co/nobody"_s,
                                                u"--employer"_s, u"ashby:nobody"_s}));
    QVERIFY2(result.status == 1, result.err);
    QSet<QString> seen;
    for (const QJsonObject &row : rows(cli)) {
        seen.insert(row[u"employer_id"_s].toString().section(u':', 0, 0));
        QCOMPARE(row[u"state"_s].toString(), u"complete"_s);
        QVERIFY(!row[u"description"_s].toString().isEmpty() && !row[u"employer"_s].toString().isEmpty());
    }
    QCOMPARE(seen, (QSet<QString>{u"greenhouse"_s, u"lever"_s, u"recruitee"_s, u"ashby"_s, u"workable"_s,
                                  u"smartrecruiters"_s, u"personio"_s}));
    QCOMPARE(differing(rows(cli)), rows(cli).size());
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 1);
    const QJsonObject failure = summary(cli)[u"failures"_s][0].toObject();
    QVERIFY(failure[u"url"_s].toString().contains(u"/lever/v0/postings/nobody"_s));
    QCOMPARE(failure[u"status"_s].toInt(), 404);
    // Words are looked for here, and regions are countries.
    const auto words =
        cli.run(search(*base, {u"boards"_s},
                       needs(u"boards"_s) + QStringList{u"--area"_s, u"boards:85"_s, u"--no-details"_s}));
    QVERIFY2(words.status == 0, words.err);
    QVERIFY(!rows(cli).isEmpty());
    for (const QJsonObject &row : rows(cli))
        QVERIFY(row[u"area"_s].toString().contains(u"United States"_s) ||
                row[u"area"_s].toString() == u"Remote"_s);
    QVERIFY(summary(cli)[u"left_out"_s][u"area"_s].toInt() > 0);
}

/// A key is wanted; with it there is a header, and the user agent is whoever asked for it.
void TestBoardSearch::keyOfUsaJobs()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto refused = cli.run(search(*base, {u"usajobs"_s}));
    QCOMPARE(refused.status, 3);
    QCOMPARE(summary(cli)[u"stopped_by"_s].toString(), u"auth"_s);
    cli.setEnvironment(u"LINNET_USAJOBS_TOKEN"_s, u"me@practice.invalid:secretkey"_s);
    const auto result = cli.run(search(*base, {u"usajobs"_s}, {u"-t"_s, u"аналитик"_s}));
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(!rows(cli).isEmpty());
    QVERIFY(!cli.read(u"p.linnet"_s).contains("secretkey"));
}

/// What the source matches loosely is left out here, and told.
void TestBoardSearch::wordsAndWhatIsLeftOut()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result =
        cli.run(search(*base, {u"himalayas"_s}, {u"-t"_s, u"аналитик"_s, u"--area"_s, u"himalayas:85"_s}));
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(!rows(cli).isEmpty());
    for (const QJsonObject &row : rows(cli)) {
        QVERIFY(row[u"vacancy"_s].toString().contains(u"налитик"));
        QVERIFY(row[u"area"_s] == u"United States, Canada"_s || row[u"area"_s] == u"Worldwide"_s);
    }
    QVERIFY(summary(cli)[u"left_out"_s][u"text"_s].toInt() > 0);
    for (const QByteArray &address : server.hits().keys())
        QVERIFY2(address.contains("country=United%20States"), address);
}

/// In windows of time, each request within what the source allows.
void TestBoardSearch::moreThanCanBeReached()
{
    test::CountedPractice server({{u"ads"_s, 9000}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"jobtech"_s}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 9000);
    QCOMPARE(differing(rows(cli)), 9000);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), 9000);
    QCOMPARE(summary(cli)[u"truncated"_s].toInt(), 0);
    QVERIFY2(server.arrivals().size() <= 90 * 1.5, QByteArray::number(qint64(server.arrivals().size())));
    // Some pages of 100 go no deeper without windows.
    const auto some = cli.run(search(*base, {u"jobtech"_s}, {u"-p"_s, u"3"_s}));
    QVERIFY2(some.status == 0, some.err);
    QCOMPARE(rows(cli).size(), 300);
}

void TestBoardSearch::adsThatAppear()
{
    constexpr int News = 40;
    test::CountedPractice server({{u"ads"_s, 5000}, {u"news"_s, News}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run(search(*base, {u"jobtech"_s}));
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 5000 + News);
}

/// Pages that name the next one are followed to the end, also after a kill; what has ended is no row.
void TestBoardSearch::feedWithToken()
{
    test::CountedPractice server({{u"503"_s, 4}, {u"cut"_s, 5}});
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QStringList all = search(*base, {u"nav"_s}, {u"--no-details"_s});
    const auto refused = cli.run(all);
    QCOMPARE(refused.status, 3);
    QCOMPARE(summary(cli)[u"stopped_by"_s].toString(), u"auth"_s);
    cli.setEnvironment(u"LINNET_NAV_TOKEN"_s, u"any"_s);
    const auto result = cli.run(all);
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 576); // every tenth of 640 is closed
    QCOMPARE(differing(rows(cli)), 576);
    QCOMPARE(summary(cli)[u"found"_s].toInt(), 576);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 0);
    // Some pages, and some days.
    const auto two =
        cli.run(search(*base, {u"nav"_s}, {u"--no-details"_s, u"-p"_s, u"2"_s, u"--period"_s, u"30"_s}));
    QVERIFY2(two.status == 0, two.err);
    QCOMPARE(rows(cli).size(), 180);
    const auto days = cli.run(search(*base, {u"nav"_s}, {u"-t"_s, u"аналитик"_s, u"--period"_s, u"5"_s}));
    QVERIFY2(days.status == 0, days.err);
    QVERIFY(!rows(cli).isEmpty());
    for (const QJsonObject &row : rows(cli)) {
        QCOMPARE(row[u"state"_s].toString(), u"complete"_s);
        QVERIFY(row[u"vacancy"_s].toString().contains(u"налитик"));
        QVERIFY(!row[u"description"_s].toString().isEmpty());
    }
}

void TestBoardSearch::nothingFound()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result =
        cli.run(search(*base, {u"jobicy"_s, u"himalayas"_s, u"jobtech"_s, u"mycareersfuture"_s},
                       {u"-t"_s, u"zyzzogeton"_s}));
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(rows(cli).isEmpty());
    QCOMPARE(summary(cli)[u"found"_s].toInt(), 0);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 0);
}

/// Six sources, one table, one vocabulary.
void TestBoardSearch::allTogether()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_SUPERJOB_TOKEN"_s, u"any"_s);
    const QStringList sources{u"trudvsem"_s,  u"superjob"_s, u"jobicy"_s,
                              u"himalayas"_s, u"jobtech"_s,  u"mycareersfuture"_s};
    const auto result = cli.run(
        search(*base, sources,
               {u"--columns"_s,
                u"source,id,vacancy,area,region,experience_code,employment_code,work_format_code,isco08"_s}));
    QVERIFY2(result.status == 0, result.err);
    QHash<QString, int> counts;
    QHash<QString, int> regions;
    QHash<QString, int> kinds;
    for (const QJsonObject &row : rows(cli)) {
        const QString source = row[u"source"_s].toString();
        ++counts[source];
        regions[source] += !row[u"region"_s].toString().isEmpty();
        kinds[source] += !row[u"employment_code"_s].toString().isEmpty();
        if (source == "jobtech"_L1) {
            QCOMPARE(row[u"region"_s].toString(), u"Швеция"_s);
            const QJsonValue isco = row[u"isco08"_s];
            QVERIFY(isco == u"25"_s || isco.toArray().contains(u"25"_s) || isco.toString().contains(u"25"_s));
        }
        if (source == "mycareersfuture"_L1) {
            QCOMPARE(row[u"region"_s].toString(), u"Сингапур"_s);
            QVERIFY(row[u"isco08"_s].toString().contains(u"2512"_s));
            QVERIFY(!row[u"experience_code"_s].toString().isEmpty());
        }
        if (source == "jobicy"_L1 || source == "himalayas"_L1)
            QVERIFY(QJsonDocument(row).toJson().contains("REMOTE"));
    }
    QCOMPARE(counts.value(u"trudvsem"_s), 640);
    QCOMPARE(counts.value(u"superjob"_s), 640);
    QCOMPARE(counts.value(u"jobicy"_s), 100);
    QCOMPARE(counts.value(u"himalayas"_s), 640);
    QCOMPARE(counts.value(u"jobtech"_s), 640);
    QCOMPARE(counts.value(u"mycareersfuture"_s), 640);
    // Everywhere and two countries at once are no region; all else is known.
    QVERIFY(regions.value(u"himalayas"_s) > 200 && regions.value(u"jobicy"_s) > 20);
    for (const QString &source : sources)
        QVERIFY2(kinds.value(source) > counts.value(source) * 0.8, qPrintable(source));
}

/// Its owner has switched it off: it is named, and the others are read to the end.
void TestBoardSearch::oneRefuses()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList command = search(*base, {u"jobicy"_s, u"jobtech"_s});
    command[command.indexOf(u"jobicy="_s + base->toString() + u"/jobicy"_s)] =
        u"jobicy="_s + base->toString() + u"/gone"_s;
    const auto result = cli.run(command);
    QVERIFY2(result.status == 1, result.err);
    QCOMPARE(rows(cli).size(), 640);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 1);
}

void TestBoardSearch::resumed()
{
    test::CountedPractice server({{u"ads"_s, 3000}, {u"slow"_s, 40}});
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QProcess process;
    cli.start(process, search(*base, {u"himalayas"_s, u"jobtech"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(server.arrivals().size() >= 20, 60'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    const auto result = cli.run({u"resume"_s, u"p.linnet"_s, u"--quiet"_s, u"-o"_s, u"o.jsonl"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), 6000);
    QCOMPARE(differing(rows(cli)), 6000);
}

QTEST_GUILESS_MAIN(TestBoardSearch)
#include "tst_boardsearch.moc"
