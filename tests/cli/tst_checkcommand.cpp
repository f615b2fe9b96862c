// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practiceserver.h"
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/nginxserver.h"
#include "support/packed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli check as scripts use it, against servers that misbehave, nginx and the practice server.
class TestCheckCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void textOfFiles_data();
    void textOfFiles();
    void encodingsOfFiles_data();
    void encodingsOfFiles();
    void rowsInTheOrderOfTheList();
    void rowsInTheOrderOfTheArguments();
    void endsWhenNobodyAnswers();
    void contractColumns();
    void inputLines();
    void columnOfATable();
    void badUsage_data();
    void badUsage();
    void oneByOne();
    void comparisonSaves();
    void manyLinesWithJunk();
    void manyHosts();
    void resumes();

private:
    static QJsonArray rows(const test::CliRunner &cli);
    static QJsonObject summary(const test::CliRunner &cli);
    static test::CliResult check(const test::CliRunner &cli, const QStringList &more);
};

QJsonArray TestCheckCommand::rows(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"out.json"_s)).array();
}

QJsonObject TestCheckCommand::summary(const test::CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

test::CliResult TestCheckCommand::check(const test::CliRunner &cli, const QStringList &more)
{
    return cli.run(QStringList{u"check"_s, u"-d"_s, u"0"_s, u"--quiet"_s, u"-o"_s, u"out.json"_s,
                               u"--summary"_s, u"s.json"_s} +
                   more);
}

void TestCheckCommand::answers_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QJsonValue>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QJsonValue>("preview");
    const auto html = [](const QByteArray &type, const QByteArray &body) {
        return Answer::status(200, {{"Content-Type", type}}, body);
    };
    const QByteArray page = "<html><head><title> The \n title</title><style>p{}</style></head><body>"
                            "<script>var a='<p>no</p>';</script><p>One\n <b>t</b>wo</p><ul><li>three</ul>";
    const auto ok = [](const char *name, const Answer &answer, const QString &preview) {
        QTest::newRow(name) << answer << QJsonValue(200) << QString() << u"ok"_s << QJsonValue(preview);
    };
    ok("html", html("text/html; charset=utf-8", page), u"One two three"_s);
    ok("plain", html("text/plain", "a  b\r\n\tc <i>"), u"a b c <i>"_s);
    ok("json", html("application/json", "{\"a\": 1}"), u"{\"a\": 1}"_s);
    ok("no type, markup", html("", page), u"One two three"_s);
    ok("empty", html("text/html", ""), u""_s);
    ok("image",
       html("image/png", "\x89"
                         "PNG\r\n"),
       u"(binary: image/png)"_s);
    ok("bytes as text",
       html("text/html", QByteArray("\x00\x01\x02\x03"
                                    "abc",
                                    7)),
       u"(binary: text/html)"_s);
    const QString russian = u"<html><body><p>Привет, мир! Вакансии: бухгалтер, аналитик данных.</p>"_s;
    const QString shown = u"Привет, мир! Вакансии: бухгалтер, аналитик данных."_s;
    const QByteArray cp1251 = QStringEncoder("windows-1251")(russian);
    const QByteArray wide = QStringEncoder(QStringConverter::Utf16LE)(russian);
    ok("windows-1251 by its header", html("text/html; charset=windows-1251", cp1251), shown);
    ok("windows-1251 by its meta", html("text/html", "<meta charset=windows-1251>" + cp1251), shown);
    ok("windows-1251 called utf-8", html("text/html; charset=utf-8", cp1251), shown);
    ok("windows-1251 called nothing", html("text/html", cp1251), shown);
    ok("windows-1251 called latin, said by meta",
       html("text/html; charset=ISO-8859-1", "<meta charset=windows-1251>" + cp1251), shown);
    ok("utf-8 called windows-1251", html("text/html; charset=windows-1251", russian.toUtf8()), shown);
    ok("utf-8 called by its meta utf-16", html("text/html", "<meta charset=utf-16>" + russian.toUtf8()),
       shown);
    ok("utf-16 with a mark", html("text/html", "\xFF\xFE" + wide), shown);
    ok("utf-16 by its header", html("text/html; charset=utf-16le", wide), shown);
    const QByteArray packed = test::pack(page, test::Packing::Gzip);
    ok("gzip", Answer::status(200, {{"Content-Type", "text/html"}, {"Content-Encoding", "gzip"}}, packed),
       u"One two three"_s);
    const auto bad = [](const char *name, const Answer &answer, int status, const QString &reason,
                        const QString &state, const QJsonValue &preview) {
        QTest::newRow(name) << answer << (status > 0 ? QJsonValue(status) : QJsonValue(QJsonValue::Null))
                            << reason << state << preview;
    };
    bad("not found", Answer::text("gone", 404), 404, u"http_status"_s, u"http_error"_s, u"gone"_s);
    bad("server error", Answer::text("oops", 500), 500, u"http_status"_s, u"http_error"_s, u"oops"_s);
    bad("reset", Answer::raw("", Answer::End::Reset), 0, u"reset"_s, u"no_answer"_s, QJsonValue::Null);
    bad("closed", Answer::raw("", Answer::End::Close), 0, u"reset"_s, u"no_answer"_s, QJsonValue::Null);
    bad("cut off",
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf a body",
                    Answer::End::Close),
        200, u"truncated"_s, u"incomplete"_s, u"half a body"_s);
    Answer endless = Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nthe beginning ",
                                 Answer::End::Endless);
    endless.tail = QByteArray("and so on ").repeated(6000);
    bad("endless", endless, 200, u"too_large"_s, u"incomplete"_s,
        (u"the beginning "_s + u"and so on "_s.repeated(20)).left(100).trimmed());
    Answer hanging =
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nwaiting",
                    Answer::End::Hang);
    bad("never ends", hanging, 200, u"inactivity"_s, u"incomplete"_s, u"waiting"_s);
    bad("never begins", Answer::raw("", Answer::End::Hang), 0, u"deadline"_s, u"no_answer"_s,
        QJsonValue::Null);
    bad("circle", Answer::redirect("/"), 302, u"redirect_loop"_s, u"incomplete"_s, u""_s);
    bad("off the web", Answer::redirect("file:///etc/passwd"), 302, u"foreign_scheme"_s, u"incomplete"_s,
        u""_s);
}

void TestCheckCommand::answers()
{
    QFETCH(Answer, answer);
    test::FaultServer server;
    server.script("/", {answer});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = check(cli, {server.url().toString(), u"--retries"_s, u"0"_s, u"--timeout"_s, u"3"_s,
                                    u"--proxy"_s, u"none"_s});
    QFETCH(QString, reason);
    QVERIFY2(result.status == (reason.isEmpty() ? 0 : 1), result.err);
    QCOMPARE(rows(cli).size(), 1);
    const QJsonObject row = rows(cli)[0].toObject();
    QCOMPARE(row[u"url"_s].toString(), server.url().toString());
    QTEST(row[u"status"_s], "status");
    QCOMPARE(row[u"reason"_s].toString(), reason);
    QTEST(row[u"state"_s].toString(), "state");
    QTEST(row[u"preview"_s], "preview");
    const QJsonArray failures = summary(cli)[u"failures"_s].toArray();
    QCOMPARE(failures.size(), reason.isEmpty() ? 0 : 1);
    if (!reason.isEmpty())
        QCOMPARE(failures[0][u"reason"_s].toString(), reason);
}

void TestCheckCommand::textOfFiles_data()
{
    QTest::addColumn<int>("letters");
    QTest::addColumn<QString>("preview");
    QTest::newRow("none") << 0 << u""_s;
    QTest::newRow("few") << 5 << u"Дом 🏠"_s;
    QTest::newRow("a space is a letter") << 6 << u"Дом 🏠 "_s;
    QTest::newRow("all") << 100 << u"Дом 🏠 и сад"_s;
}

void TestCheckCommand::textOfFiles()
{
    if (!test::NginxServer::isInstalled())
        QSKIP("nginx is not installed");
    test::NginxServer nginx;
    const QByteArray page = u"<title>Т</title><body>Дом  🏠\n<p>и сад"_s.toUtf8();
    QVERIFY(nginx.addFile(u"page.html"_s, page));
    QVERIFY2(nginx.start(), qPrintable(nginx.errorText()));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QFETCH(int, letters);
    const QString url = nginx.url().resolved(QUrl(u"/page.html"_s)).toString();
    QCOMPARE(check(cli, {url, u"--preview"_s, QString::number(letters)}).status, 0);
    const QJsonObject row = rows(cli)[0].toObject();
    QTEST(row[u"preview"_s].toString(), "preview");
    QCOMPARE(row[u"title"_s].toString(), u"Т"_s);
    QCOMPARE(row[u"length"_s].toInteger(), page.size());
    QCOMPARE(row[u"type"_s].toString(), u"text/html"_s);
    QVERIFY(row[u"seconds"_s].toDouble() > 0);
    QCOMPARE(check(cli, {url, u"--head"_s}).status, 0);
    const QJsonObject head = rows(cli)[0].toObject();
    QCOMPARE(head[u"method"_s].toString(), u"HEAD"_s);
    QCOMPARE(head[u"length"_s].toInteger(), page.size());
    QVERIFY(head[u"preview"_s].isNull());
}

void TestCheckCommand::encodingsOfFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("windows-1251") << u"old/page.html"_s << u"windows-1251"_s;
    QTest::newRow("windows-1251 called UTF-8") << u"page1251.html"_s << u"windows-1251"_s;
    QTest::newRow("UTF-8 called windows-1251") << u"old/page8.html"_s << u"UTF-8"_s;
    QTest::newRow("UTF-16") << u"wide/page.html"_s << u"UTF-16LE"_s;
    QTest::newRow("UTF-16 with a mark, called UTF-8") << u"marked.html"_s << u"UTF-16LE"_s;
    QTest::newRow("UTF-16, big end first, with a mark") << u"big.html"_s << u"UTF-16BE"_s;
}

/// The whole road, with labels as a web server gives them.
void TestCheckCommand::encodingsOfFiles()
{
    if (!test::NginxServer::isInstalled())
        QSKIP("nginx is not installed");
    const QString page = u"<title>Маяк</title><body><p>Привет, острова! Паром ходит по средам.</p>"_s;
    const QByteArray cp1251 = QStringEncoder("windows-1251")(page);
    const auto flag = QStringConverter::Flag::WriteBom;
    test::NginxServer nginx;
    QVERIFY(nginx.addFile(u"old/page.html"_s, cp1251));
    QVERIFY(nginx.addFile(u"page1251.html"_s, cp1251));
    QVERIFY(nginx.addFile(u"old/page8.html"_s, page.toUtf8()));
    QVERIFY(nginx.addFile(u"wide/page.html"_s, QStringEncoder(QStringConverter::Utf16LE)(page)));
    QVERIFY(nginx.addFile(u"marked.html"_s, QStringEncoder(QStringConverter::Utf16LE, flag)(page)));
    QVERIFY(nginx.addFile(u"big.html"_s, QStringEncoder(QStringConverter::Utf16BE, flag)(page)));
    QVERIFY2(nginx.start("location /old/ { charset windows-1251; } location /wide/ { charset utf-16le; }"),
             qPrintable(nginx.errorText()));
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QFETCH(QString, file);
    const auto result = check(cli, {nginx.url().toString() + u'/' + file});
    QVERIFY2(result.status == 0, result.err);
    const QJsonObject row = rows(cli)[0].toObject();
    QCOMPARE(row[u"preview"_s].toString(), u"Привет, острова! Паром ходит по средам."_s);
    QCOMPARE(row[u"title"_s].toString(), u"Маяк"_s);
    QTEST(row[u"encoding"_s].toString(), "encoding");
}

/// The answers arrive in the order b, c, a.
void TestCheckCommand::rowsInTheOrderOfTheList()
{
    test::FaultServer server;
    server.script("/a", {Answer::text("slow").after(1500)});
    server.script("/b", {Answer::text("quick")});
    server.script("/c", {Answer::text("later").after(300)});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QString list;
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s})
        list += server.url(path).toString() + u'\n';
    cli.write(u"list.txt"_s, list.toUtf8());
    QCOMPARE(check(cli, {u"--file"_s, u"list.txt"_s, u"--delay"_s, u"0"_s}).status, 0);
    QStringList previews;
    for (const QJsonValue &row : rows(cli))
        previews.append(row[u"preview"_s].toString());
    QCOMPARE(previews, (QStringList{u"slow"_s, u"quick"_s, u"later"_s}));
}

void TestCheckCommand::rowsInTheOrderOfTheArguments()
{
    test::FaultServer server;
    server.script("/a", {Answer::text("slow").after(1000)});
    server.script("/b", {Answer::text("quick")});
    server.script("/c", {Answer::text("later").after(300)});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList args;
    for (const QString &path : {u"/a"_s, u"/c"_s, u"/b"_s})
        args.append(server.url(path).toString());
    QCOMPARE(check(cli, args).status, 0);
    QStringList previews;
    for (const QJsonValue &row : rows(cli))
        previews.append(row[u"preview"_s].toString());
    QCOMPARE(previews, (QStringList{u"slow"_s, u"later"_s, u"quick"_s}));
    // The table on the screen as well.
    const auto shown = cli.run(QStringList{u"check"_s, u"-d"_s, u"0"_s, u"--quiet"_s} + args);
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.out.indexOf("/a ") < shown.out.indexOf("/c ") &&
                 shown.out.indexOf("/c ") < shown.out.indexOf("/b "),
             shown.out);
}

/// A script must not wait for ever for a network that is gone.
void TestCheckCommand::endsWhenNobodyAnswers()
{
    test::FaultServer gone(3);
    gone.shut();
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QStringList args{u"--retries"_s, u"10"_s, u"--give-up"_s, u"1"_s};
    for (int i = 0; i < 60; ++i)
        args.append(gone.url(u"/%1"_s.arg(i), i % 3).toString());
    const auto result = check(cli, args);
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains("offline"), result.err);
    QCOMPARE(summary(cli)[u"stopped_by"_s], QJsonValue());
}

void TestCheckCommand::contractColumns()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto result = cli.run({u"check"_s, server.url().toString(), u"-o"_s, u"-"_s, u"--quiet"_s});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.startsWith("url,status,seconds,length,preview,"), result.out);
    QVERIFY(result.out.contains(",200,"));
}

void TestCheckCommand::inputLines()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString root = server.url().toString();
    cli.write(u"list.txt"_s,
              u"%1a\r\n\r\nfile:///etc/passwd\r\n/home/me/list.html\r\n%1b\r\nftp://host.example/x\r\n%1a\r\n"
              "not an address\r\nhttp://\r\n%1c d\r\n"_s.arg(root)
                  .toUtf8());
    const auto result = check(cli, {u"--file"_s, u"list.txt"_s});
    QVERIFY2(result.status == 1, result.err);
    QCOMPARE(rows(cli).size(), 3);
    QCOMPARE(rows(cli)[0][u"line"_s].toInt(), 1);
    QCOMPARE(rows(cli)[2][u"url"_s].toString(), root + u"c%20d"_s);
    QMap<int, QString> reasons;
    for (const QJsonValue &failure : summary(cli)[u"failures"_s].toArray())
        reasons[failure[u"line"_s].toInt()] = failure[u"reason"_s].toString();
    QCOMPARE(reasons.keys(), (QList<int>{3, 4, 6, 8, 9}));
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 5);
    QVERIFY2(result.err.contains("Line 7 repeats line 1"), result.err);
}

void TestCheckCommand::columnOfATable()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString root = server.url().toString();
    const QString table = u"name;site;also\n\"a;\nb\";%1one;%1x\nc;;%1y\nd;%1two;%1z\n"_s.arg(root);
    cli.write(u"t.csv"_s,
              QByteArray(QStringEncoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom)(table)));
    QCOMPARE(check(cli, {u"--file"_s, u"t.csv"_s, u"--column"_s, u"site"_s}).status, 0);
    QCOMPARE(rows(cli).size(), 2);
    QCOMPARE(rows(cli)[0][u"url"_s].toString(), root + u"one"_s);
    QCOMPARE(rows(cli)[0][u"line"_s].toInt(), 2);
    QCOMPARE(rows(cli)[1][u"line"_s].toInt(), 5);
    QCOMPARE(check(cli, {u"--file"_s, u"t.csv"_s, u"--column"_s, u"3"_s}).status, 0);
    QCOMPARE(rows(cli).size(), 3);
    QCOMPARE(check(cli, {u"--file"_s, u"t.csv"_s, u"--column"_s, u"none"_s}).status, 2);
}

void TestCheckCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no address") << QStringList{u"ftp://host.example/"_s};
    QTest::newRow("empty file") << QStringList{u"--file"_s, u"empty.txt"_s};
    QTest::newRow("nothing but junk") << QStringList{u"--file"_s, u"junk.txt"_s};
    QTest::newRow("no file") << QStringList{u"--file"_s, u"absent.txt"_s};
    QTest::newRow("preview") << QStringList{u"http://127.0.0.1:9/"_s, u"--preview"_s, u"-1"_s};
    QTest::newRow("both orders") << QStringList{u"http://127.0.0.1:9/"_s, u"--compare"_s, u"--sequential"_s};
}

void TestCheckCommand::badUsage()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"empty.txt"_s, "");
    cli.write(u"junk.txt"_s, "\n \n/home/me/list.html\nfile:///etc/passwd\n");
    QFETCH(QStringList, args);
    const auto result = check(cli, args);
    QCOMPARE(result.status, 2);
    QVERIFY(!result.err.isEmpty());
}

void TestCheckCommand::oneByOne()
{
    test::FaultServer server(3);
    server.setHandler([](const test::Seen &) { return Answer::text("ok").after(100); });
    QStringList urls;
    for (int i = 0; i < 9; ++i)
        urls.append(server.url(u"/%1"_s.arg(i), i % 3).toString());
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(check(cli, urls + QStringList{u"--sequential"_s}).status, 0);
    const auto seen = server.seen();
    QCOMPARE(seen.size(), 9);
    for (int i = 0; i < 9; ++i) {
        QCOMPARE(seen[i].target, "/" + QByteArray::number(i));
        QVERIFY(i == 0 || seen[i].atNs - seen[i - 1].atNs >= 95'000'000);
    }
}

void TestCheckCommand::comparisonSaves()
{
    practice::PracticeServer server;
    const auto root = server.start();
    QVERIFY(root);
    const QList<int> waits{200, 400, 900, 300, 700};
    QStringList urls;
    for (const int ms : waits)
        urls.append(root->resolved(QUrl(u"/wait/%1"_s.arg(ms))).toString());
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    // A machine that stands still for a moment spoils a measurement, three times in a row it does not.
    double fault = 100;
    for (int i = 0; i < 3 && fault > 3; ++i) {
        const auto result = check(cli, urls + QStringList{u"--compare"_s, u"--repeat"_s, u"2"_s});
        QVERIFY2(result.status == 0, result.err);
        QCOMPARE(rows(cli).size(), 5);
        double sum = 0;
        double longest = 0;
        for (const QJsonValue &row : rows(cli)) {
            sum += row[u"seconds"_s].toDouble();
            longest = std::max(longest, row[u"seconds"_s].toDouble());
        }
        const QJsonObject told = summary(cli);
        QCOMPARE(told[u"requests"_s].toInt(), 20);
        // What the server itself waits is the least that it can take.
        QVERIFY(told[u"sequential_seconds"_s].toDouble() >= 2.5);
        QVERIFY(told[u"concurrent_seconds"_s].toDouble() >= 0.9);
        const double saving = told[u"saving_percent"_s].toDouble();
        fault = std::abs(saving - 100 * (1 - longest / sum));
        const QString line = u"sequential %1 s, concurrent %2 s, saving %3 %"_s
                                 .arg(told[u"sequential_seconds"_s].toDouble(), 0, 'f', 3)
                                 .arg(told[u"concurrent_seconds"_s].toDouble(), 0, 'f', 3)
                                 .arg(saving, 0, 'f', 1);
        QCOMPARE(QString::fromUtf8(result.out).trimmed(), line);
    }
    QVERIFY2(fault <= 3, qPrintable(QString::number(fault)));
}

void TestCheckCommand::manyLinesWithJunk()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QByteArray list;
    for (int line = 1; line <= 100'000; ++line) {
        if (line % 5000 == 0)
            list += server.url(u"/%1"_s.arg(line)).toEncoded() + '\n';
        else
            list += line % 2 == 0 ? "junk without a scheme\n"
                                  : QByteArray("\x01\xFF\x00"
                                               "junk\n",
                                               8);
    }
    cli.write(u"list.txt"_s, list);
    const auto result = check(cli, {u"--file"_s, u"list.txt"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(rows(cli).size(), 20);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 100'000 - 20);
    QCOMPARE(server.seen().size(), 20);
}

void TestCheckCommand::manyHosts()
{
    constexpr int Hosts = 80;
    constexpr int Each = 7;
    test::FaultServer server(Hosts);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QByteArray list;
    for (int i = 0; i < Hosts * Each; ++i)
        list += server.url(u"/%1"_s.arg(i), i / Each).toEncoded() + '\n';
    cli.write(u"list.txt"_s, list);
    const auto result = check(cli, {u"--file"_s, u"list.txt"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(rows(cli).size(), Hosts * Each);
    QHash<quint16, int> asked;
    for (const test::Seen &seen : server.seen())
        ++asked[seen.port];
    QCOMPARE(asked.size(), Hosts);
    for (const int count : std::as_const(asked))
        QCOMPARE(count, Each);
}

void TestCheckCommand::resumes()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &) { return Answer::text("ok").after(50); });
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QByteArray list = "nonsense\n";
    for (int i = 0; i < 40; ++i)
        list += server.url(u"/%1"_s.arg(i)).toEncoded() + '\n';
    cli.write(u"list.txt"_s, list);
    QProcess process;
    cli.start(process, {u"check"_s, u"--file"_s, u"list.txt"_s, u"--sequential"_s, u"-d"_s, u"0"_s,
                        u"--project"_s, u"p.linnet"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.seen().size() >= 10, 60'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    const auto result =
        cli.run({u"resume"_s, u"p.linnet"_s, u"-o"_s, u"out.json"_s, u"--summary"_s, u"s.json"_s});
    QVERIFY2(result.status == 1, result.err);
    QCOMPARE(rows(cli).size(), 40);
    QCOMPARE(summary(cli)[u"failed"_s].toInt(), 1);
    QCOMPARE(summary(cli)[u"failures"_s][0][u"line"_s].toInt(), 1);
    // What was under way when it was killed is asked again, and nothing else.
    QVERIFY2(server.seen().size() < 50, qPrintable(QString::number(server.seen().size())));
    QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"checks"_s, u"-o"_s, u"out.json"_s}).status,
             0);
    QCOMPARE(rows(cli).size(), 40);
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
