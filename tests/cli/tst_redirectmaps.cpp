// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli check --redirects: where old addresses lead, and whether that is where they should.
class TestRedirectMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts();
    void allAsExpected();
    void linesThatAreNone();
    void badUsage_data();
    void badUsage();

private:
    static test::CliResult check(const test::CliRunner &cli, const QStringList &more = {});
};

test::CliResult TestRedirectMaps::check(const test::CliRunner &cli, const QStringList &more)
{
    return cli.run(QStringList{u"check"_s, u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--redirects"_s,
                               u"map.csv"_s, u"-o"_s, u"out.json"_s, u"--summary"_s, u"s.json"_s} +
                   more);
}

void TestRedirectMaps::verdicts()
{
    test::FaultServer server;
    const auto leads = [&](const QByteArray &from, const QByteArray &to) {
        server.script(from, {Answer::redirect(to, 301)});
    };
    for (const char *page : {"/new", "/elsewhere", "/plain", "/%D0%B6"})
        server.script(page, {Answer::text("here")});
    for (const char *old : {"/good", "/good2", "/other"})
        leads(old, QByteArray(old) == "/other" ? "/elsewhere" : "/new");
    leads("/chain", "/chain2");
    leads("/chain2", "/new");
    leads("/loop", "/loop2");
    leads("/loop2", "/loop");
    leads("/tomissing", "/missing");
    server.script("/missing", {Answer::text("no", 404)});
    server.script("/gone", {Answer::text("no", 410)});
    leads("/through", "/moving");
    leads("/moving", "/elsewhere");
    leads("/letters", "/%d0%b6");
    server.script("/%d0%b6", {Answer::text("here")});
    const QString root = u"http://"_s + server.host();
    struct Line
    {
        const char *old;
        QString expected;
        QString verdict;
        int hops;
    };
    const QList<Line> lines{{"/good", root + u"/new"_s, u"as_expected"_s, 1},
                            {"/good2", u"/new"_s, u"as_expected"_s, 1},
                            {"/other", root + u"/new"_s, u"other_address"_s, 1},
                            {"/chain", root + u"/new"_s, u"chain"_s, 2},
                            {"/plain", root + u"/new"_s, u"no_redirect"_s, 0},
                            {"/new", root + u"/new#part"_s, u"as_expected"_s, 0},
                            {"/loop", root + u"/new"_s, u"loop"_s, -1},
                            {"/gone", root + u"/new"_s, u"error"_s, 0},
                            {"/tomissing", root + u"/missing"_s, u"new_not_200"_s, 1},
                            {"/through", root + u"/moving"_s, u"new_not_200"_s, 2},
                            {"/letters", root + u"/ж"_s, u"as_expected"_s, 1}};
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QString file = u"To;Note;From\n"_s;
    for (const Line &line : lines)
        file += line.expected + u";a note;"_s + root + QString::fromLatin1(line.old) + u'\n';
    cli.write(u"map.csv"_s, file.toUtf8());
    const auto result = check(cli);
    QVERIFY2(result.status == 1, result.err.constData());
    const QJsonArray rows = QJsonDocument::fromJson(cli.read(u"out.json"_s)).array();
    QCOMPARE(rows.size(), lines.size());
    QJsonObject counts;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        QCOMPARE(row["url"_L1].toString(), root + QString::fromLatin1(lines[i].old));
        QVERIFY2(row["verdict"_L1].toString() == lines[i].verdict,
                 QJsonDocument(row).toJson(QJsonDocument::Compact).constData());
        QCOMPARE(row["line"_L1].toInt(), int(i) + 2);
        if (lines[i].hops >= 0)
            QCOMPARE(row["hops"_L1].toInt(), lines[i].hops);
        counts[lines[i].verdict] = counts.value(lines[i].verdict).toInt() + 1;
    }
    QCOMPARE(rows[2]["expected"_L1].toString(), root + u"/new"_s);
    QCOMPARE(rows[2]["final"_L1].toString(), root + u"/elsewhere"_s);
    QCOMPARE(rows[8]["status"_L1].toInt(), 404);
    const QJsonObject summary = QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
    const QJsonObject told = summary["redirects"_L1].toObject();
    QCOMPARE(told.size(), 7);
    for (auto count = told.begin(); count != told.end(); ++count)
        QCOMPARE(count.value().toInt(), counts.value(count.key()).toInt());
    QVERIFY2(result.err.contains("as_expected 4"), result.err.constData());
}

void TestRedirectMaps::allAsExpected()
{
    test::FaultServer server;
    server.script("/new", {Answer::text("here")});
    server.script("/a", {Answer::redirect("/new", 301)});
    server.script("/b", {Answer::redirect("/a", 302)});
    const QByteArray root = "http://" + server.host().toLatin1();
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"map.csv"_s, root + "/a," + root + "/new\n" + root + "/new," + root + "/new\n");
    QCOMPARE(check(cli).status, 0);
    const auto shown =
        cli.run({u"check"_s, u"-d"_s, u"0"_s, u"--redirects"_s, u"map.csv"_s, u"-o"_s, u"-"_s});
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.out.startsWith("url,expected,final,verdict,hops,status,reason,line"),
             shown.out.constData());
    // A chain is not what was asked for, though it ends there.
    cli.write(u"map.csv"_s, "old,new\n" + root + "/b," + root + "/new\n");
    QCOMPARE(check(cli).status, 1);
}

void TestRedirectMaps::linesThatAreNone()
{
    test::FaultServer server;
    server.script("/new", {Answer::text("here")});
    server.script("/a", {Answer::redirect("/new", 301)});
    const QByteArray root = "http://" + server.host().toLatin1();
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"map.csv"_s, "old\tnew\n" + root + "/a\t" + root + "/new\n" // 2
                                + root + "/a\t" + root + "/new\n"          // 3: again
                                + root + "/a\t" + root + "/other\n"        // 4: again, with another end
                                + root + "/b\t\n"                          // 5
                                + "nonsense\t" + root + "/new\n"           // 6
                                + root + "/c\tftp://site.example/\n");     // 7
    const auto result = check(cli);
    QCOMPARE(result.status, 1);
    const QJsonArray rows = QJsonDocument::fromJson(cli.read(u"out.json"_s)).array();
    QCOMPARE(rows.size(), 1);
    const QJsonObject summary = QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
    QSet<int> named;
    for (const QJsonValue &failure : summary["failures"_L1].toArray())
        named.insert(failure["line"_L1].toInt());
    QCOMPARE(named, (QSet<int>{4, 5, 6, 7}));
    for (const char *line : {"line 4", "line 5", "line 6", "line 7"})
        QVERIFY2(result.err.contains(line), result.err.constData());
    QVERIFY2(result.err.contains("Line 3 repeats line 2"), result.err.constData());
}

void TestRedirectMaps::badUsage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("args");
    const QByteArray good = "old,new\nhttp://127.0.0.1:9/a,http://127.0.0.1:9/b\n";
    QTest::newRow("one column") << QByteArray("http://127.0.0.1:9/a\n") << QStringList{};
    QTest::newRow("no column new") << QByteArray("old,page\nhttp://127.0.0.1:9/a,http://127.0.0.1:9/b\n")
                                   << QStringList{};
    QTest::newRow("empty") << QByteArray() << QStringList{};
    QTest::newRow("with an address") << good << QStringList{u"http://127.0.0.1:9/"_s};
    QTest::newRow("with a file") << good << QStringList{u"--file"_s, u"map.csv"_s};
    QTest::newRow("with a comparison") << good << QStringList{u"--compare"_s};
    QTest::newRow("with a watch") << good << QStringList{u"--watch"_s, u"5"_s};
    QTest::newRow("no such column of rows") << good << QStringList{u"--columns"_s, u"preview"_s};
}

void TestRedirectMaps::badUsage()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QStringList, args);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"map.csv"_s, file);
    const auto result = cli.run(QStringList{u"check"_s, u"--redirects"_s, u"map.csv"_s} + args);
    QVERIFY2(result.status == 2, result.err.constData());
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestRedirectMaps)
#include "tst_redirectmaps.moc"
