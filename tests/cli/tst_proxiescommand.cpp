// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/faultserver.h"
#include "support/memory.h"
#include "support/realproxy.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(linnet::test::RealProxy::Setup)

namespace {

using Kind = RealProxy::Kind;

struct Row
{
    QHash<QString, QString> cells;
    QString operator[](const QString &name) const { return cells.value(name); }
};

/// Simple CSV: no cell of these tables holds a quote or a line end.
QList<Row> rowsOf(const QByteArray &csv)
{
    QList<Row> rows;
    const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u',');
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u',');
        Row row;
        for (qsizetype i = 0; i < names.size(); ++i)
            row.cells.insert(names[i], cells.value(i));
        rows.append(row);
    }
    return rows;
}

QJsonObject summaryOf(const CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
}

} // namespace

/// linnet-cli with proxies, as scripts use it: real proxy servers where they are installed, the practice
/// server as judge and origin.
class TestProxiesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verdicts_data();
    void verdicts();
    void deadOnes();
    void badLinesAreFailures();
    void deadJudgeIsNamed();
    void listWithoutProxies_data();
    void listWithoutProxies();
    void badUsage_data();
    void badUsage();
    void fetchesLists();
    void searchThrough_data();
    void searchThrough();
    void proxiesComeAndGo();
    void allDead();
    void passwordsStaySecret();
    void namesAreNotLookedUp();

private:
    CliResult check(const CliRunner &cli, const QStringList &more) const
    {
        return cli.run(QStringList{u"proxies"_s, u"check"_s, u"-d"_s, u"0"_s, u"--quiet"_s, u"--summary"_s,
                                   u"s.json"_s, u"-o"_s, u"out.csv"_s} +
                       more);
    }
    QString judge(const QString &path = u"/judge"_s) const { return m_url.toString() + path; }

    test::CountedPractice m_practice;
    QUrl m_url;
};

void TestProxiesCommand::initTestCase()
{
    const auto url = m_practice.start();
    QVERIFY(url);
    m_url = *url;
}

void TestProxiesCommand::verdicts_data()
{
    QTest::addColumn<RealProxy::Setup>("setup");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("anonymity");
    for (const QString &path : {u"/judge"_s, u"/azenv"_s}) {
        const auto row = [&path](const char *name, const RealProxy::Setup &setup, const QString &anonymity) {
            QTest::addRow("%s, %s", name, qPrintable(path)) << setup << path << anonymity;
        };
        row("squid", {Kind::Squid, u"127.0.0.21"_s, {}, {}, false, {}}, u"transparent"_s);
        row("squid, discreet", {Kind::Squid, u"127.0.0.22"_s, {}, {}, true, {}}, u"elite"_s);
        row("squid, login", {Kind::Squid, u"127.0.0.23"_s, u"me"_s, u"s3cret"_s, true, {}}, u"elite"_s);
        row("tinyproxy", {Kind::Tinyproxy, u"127.0.0.24"_s, {}, {}, false, {}}, u"anonymous"_s);
        row("tinyproxy, login", {Kind::Tinyproxy, u"127.0.0.25"_s, u"me"_s, u"s3cret"_s, false, {}},
            u"anonymous"_s);
        row("microsocks", {Kind::Microsocks, u"127.0.0.26"_s, {}, {}, false, {}}, u"elite"_s);
        row("microsocks, login", {Kind::Microsocks, u"127.0.0.27"_s, u"me"_s, u"s3cret"_s, false, {}},
            u"elite"_s);
        row("dante", {Kind::Dante, u"127.0.0.28"_s, {}, {}, false, {}}, u"elite"_s);
    }
}

void TestProxiesCommand::verdicts()
{
    QFETCH(RealProxy::Setup, setup);
    QFETCH(QString, path);
    QFETCH(QString, anonymity);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, proxy.address().toUtf8());
    const CliResult result = check(cli, {u"--file"_s, u"list.txt"_s, u"--judge"_s, judge(path)});
    QVERIFY2(result.status == 0, result.err);
    const QList<Row> rows = rowsOf(cli.read(u"out.csv"_s));
    QCOMPARE(rows.size(), 1);
    const Row &row = rows.first();
    QVERIFY(row[u"proxy"_s].endsWith(proxy.host()));
    QCOMPARE(row[u"status"_s], u"alive"_s);
    QCOMPARE(row[u"exit_address"_s], setup.outgoing);
    QCOMPARE(row[u"anonymity"_s], anonymity);
    QVERIFY(row[u"latency"_s].toDouble() > 0);
    QVERIFY(row[u"latency_p95"_s].toDouble() >= row[u"latency"_s].toDouble());
    QCOMPARE(row[u"connect"_s], u"true"_s);
    QCOMPARE(row[u"reason"_s], QString());
    QVERIFY(!cli.read(u"out.csv"_s).contains("s3cret"));
}

void TestProxiesCommand::deadOnes()
{
    FaultServer silent;
    FaultServer garbage;
    FaultServer wantsLogin;
    FaultServer injects;
    FaultServer echoesNothing;
    FaultServer refused;
    silent.setHandler([](const Seen &) { return Answer::raw({}, Answer::End::Hang); });
    garbage.setHandler([](const Seen &) { return Answer::raw("\x16\x03 no proxy\r\n", Answer::End::Close); });
    wantsLogin.setHandler([](const Seen &) { return Answer::status(407); });
    echoesNothing.setHandler(
        [](const Seen &) { return Answer::text("<html>Welcome to our network</html>"); });
    injects.setHandler([](const Seen &seen) {
        const QByteArray marker = seen.header("X-Linnet-Marker");
        return Answer::text("{\"args\":{\"linnet\":\"" + marker + "\"},\"headers\":{\"X-Linnet-Marker\":\"" +
                            marker + "\"},\"origin\":\"1.2.3.4\"}<script src=ad></script>");
    });
    refused.shut();
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QByteArray list = "socks4://127.0.0.1:9\n";
    for (const FaultServer *server : {&silent, &garbage, &wantsLogin, &injects, &echoesNothing, &refused})
        list += server->host().toLatin1() + '\n';
    cli.write(u"list.txt"_s, list);
    const CliResult result =
        check(cli, {u"--file"_s, u"list.txt"_s, u"--judge"_s, judge(), u"--timeout"_s, u"2"_s});
    QVERIFY2(result.status == 0, result.err);
    QHash<QString, QString> told;
    for (const Row &row : rowsOf(cli.read(u"out.csv"_s)))
        told.insert(row[u"proxy"_s].section(u"//"_s, 1), row[u"status"_s] + u' ' + row[u"reason"_s]);
    QCOMPARE(told.value(silent.host()), u"dead timeout"_s);
    QCOMPARE(told.value(garbage.host()), u"dead garbage"_s);
    QCOMPARE(told.value(wantsLogin.host()), u"dead login_needed"_s);
    QCOMPARE(told.value(injects.host()), u"dead changed"_s);
    QCOMPARE(told.value(echoesNothing.host()), u"dead not_echoed"_s);
    QCOMPARE(told.value(refused.host()), u"dead refused"_s);
    QCOMPARE(told.value(u"127.0.0.1:9"_s), u"unsupported unsupported"_s);
    QCOMPARE(summaryOf(cli)[u"failed"_s].toInt(), 0);
}

void TestProxiesCommand::badLinesAreFailures()
{
    FaultServer refused;
    refused.shut();
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, refused.host().toLatin1() +
                                 "\n\nrubbish\n1.2.3.4:0\nme:pass123@1.2.3.4:70000\n1.2.3.4:1:5.6.7.8:2\n");
    const CliResult result = check(cli, {u"--file"_s, u"list.txt"_s, u"--judge"_s, judge()});
    QCOMPARE(result.status, 1);
    const QJsonObject summary = summaryOf(cli);
    QCOMPARE(summary[u"rows"_s].toInt(), 1);
    QCOMPARE(summary[u"failed"_s].toInt(), 4);
    QList<int> lines;
    for (const QJsonValue &failure : summary[u"failures"_s].toArray()) {
        QCOMPARE(failure[u"reason"_s].toString(), u"bad_line"_s);
        lines.append(failure[u"line"_s].toInt());
    }
    QCOMPARE(lines, (QList{3, 4, 5, 6}));
    QVERIFY(!cli.read(u"s.json"_s).contains("pass123"));
    QVERIFY(!result.err.contains("pass123"));
}

void TestProxiesCommand::deadJudgeIsNamed()
{
    FaultServer judge;
    judge.setHandler([](const Seen &) { return Answer::status(503); });
    FaultServer proxy;
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const CliResult result = check(cli, {proxy.host(), u"--judge"_s, judge.url().toString()});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains("judge"), result.err);
    QCOMPARE(proxy.seen().size(), 0);
}

void TestProxiesCommand::listWithoutProxies_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("to test") << QStringList{u"proxies"_s, u"check"_s, u"--file"_s, u"list.txt"_s};
    QTest::newRow("to go through") << QStringList{u"check"_s, u"http://a.test/"_s, u"--proxies"_s,
                                                  u"list.txt"_s};
}

/// Which line, and why, in words.
void TestProxiesCommand::listWithoutProxies()
{
    QFETCH(const QStringList, args);
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, "# mine\n10.0.0.1:8080:me\n");
    const CliResult result = cli.run(args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("list.txt"), result.err);
    QVERIFY2(result.err.contains("line 2"), result.err);
    QVERIFY2(result.err.contains("three parts"), result.err);
    QVERIFY2(!result.err.contains("three_parts"), result.err);
}

void TestProxiesCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("nothing") << QStringList{u"proxies"_s};
    QTest::newRow("unknown") << QStringList{u"proxies"_s, u"steal"_s};
    QTest::newRow("no list") << QStringList{u"proxies"_s, u"check"_s};
    QTest::newRow("missing file") << QStringList{u"proxies"_s, u"check"_s, u"--file"_s, u"none.txt"_s};
    QTest::newRow("judge") << QStringList{u"proxies"_s, u"check"_s, u"1.2.3.4:80"_s, u"--judge"_s,
                                          u"ftp://x"_s};
    QTest::newRow("password in an argument")
        << QStringList{u"proxies"_s, u"check"_s, u"http://u:hidden@1.2.3.4:80"_s};
    QTest::newRow("fetch nothing") << QStringList{u"proxies"_s, u"fetch"_s};
    QTest::newRow("fetch no address") << QStringList{u"proxies"_s, u"fetch"_s, u"ftp://x/"_s};
    QTest::newRow("password in --proxy")
        << QStringList{u"vacancies"_s, u"--proxy"_s, u"http://u:hidden@1.2.3.4:80"_s};
    QTest::newRow("socks4") << QStringList{u"vacancies"_s, u"--proxy"_s, u"socks4://1.2.3.4:80"_s};
    QTest::newRow("https") << QStringList{u"vacancies"_s, u"--proxy"_s, u"https://1.2.3.4:80"_s};
    QTest::newRow("bad port") << QStringList{u"vacancies"_s, u"--proxy"_s, u"1.2.3.4:0"_s};
    QTest::newRow("two words") << QStringList{u"vacancies"_s, u"--proxy"_s, u"none"_s, u"--proxy"_s,
                                              u"system"_s};
    QTest::newRow("rotate") << QStringList{u"vacancies"_s, u"--proxy"_s, u"1.2.3.4:80"_s, u"--rotate"_s,
                                           u"x"_s};
    QTest::newRow("scale without proxies") << QStringList{u"vacancies"_s, u"--scale-rate"_s};
    QTest::newRow("direct without proxies") << QStringList{u"vacancies"_s, u"--allow-direct"_s};
    QTest::newRow("bypass without proxies") << QStringList{u"vacancies"_s, u"--bypass"_s, u"a.org"_s};
    QTest::newRow("bad bypass") << QStringList{u"vacancies"_s, u"--proxy"_s, u"1.2.3.4:80"_s, u"--bypass"_s,
                                               u"a.org,10.0.0.0/40"_s};
}

void TestProxiesCommand::badUsage()
{
    QFETCH(QStringList, args);
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    if (args.first() == u"vacancies")
        args += {u"--base-url"_s, m_url.toString()};
    const CliResult result = cli.run(args);
    QCOMPARE(result.status, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(!result.err.contains("hidden"));
}

void TestProxiesCommand::fetchesLists()
{
    FaultServer server;
    server.script("/http.txt",
                  {Answer::text("1.2.3.4:80\n1.2.3.4:80\nrubbish\nhttp://u:topsecret@5.6.7.8:81\n")});
    server.script("/socks5.txt", {Answer::text("9.9.9.9:1080\nsocks4://8.8.8.8:1\n")});
    server.script("/gone", {Answer::status(404)});
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const CliResult result =
        cli.run({u"proxies"_s, u"fetch"_s, server.url(u"/http.txt"_s).toString(),
                 server.url(u"/socks5.txt"_s).toString(), server.url(u"/gone"_s).toString(), u"-d"_s, u"0"_s,
                 u"-o"_s, u"out.csv"_s, u"--summary"_s, u"s.json"_s, u"--project"_s, u"p.linnet"_s});
    QVERIFY2(result.status == 1, result.err);
    QStringList found;
    for (const Row &row : rowsOf(cli.read(u"out.csv"_s)))
        found.append(row[u"proxy"_s] + u' ' + row[u"status"_s]);
    found.sort();
    QCOMPARE(found, (QStringList{u"http://1.2.3.4:80 "_s, u"http://5.6.7.8:81 "_s,
                                 u"socks4://8.8.8.8:1 unsupported"_s, u"socks5://9.9.9.9:1080 "_s}));
    // What cannot be read is a failure with its line, and no row.
    QStringList failures;
    for (const QJsonValue &failure :
         QJsonDocument::fromJson(cli.read(u"s.json"_s)).object()[u"failures"_s].toArray())
        failures.append(
            u"%1 %2 %3"_s.arg(failure[u"url"_s].toString().section(u'/', -1), failure[u"reason"_s].toString())
                .arg(failure[u"line"_s].toInt()));
    failures.sort();
    QCOMPARE(failures, (QStringList{u"gone http_status 0"_s, u"http.txt:3 bad_line 3"_s}));
    for (const QByteArray &text :
         {cli.read(u"out.csv"_s), cli.read(u"s.json"_s), cli.read(u"p.linnet"_s), result.err})
        QVERIFY(!text.contains("topsecret"));
}

void TestProxiesCommand::searchThrough_data()
{
    QTest::addColumn<RealProxy::Setup>("setup");
    QTest::newRow("squid") << RealProxy::Setup{Kind::Squid, u"127.0.0.31"_s, {}, {}, false, {}};
    QTest::newRow("squid, login") << RealProxy::Setup{Kind::Squid, u"127.0.0.32"_s, u"me"_s,
                                                      u"s3cret"_s, false,           {}};
    QTest::newRow("tinyproxy") << RealProxy::Setup{Kind::Tinyproxy, u"127.0.0.33"_s, {}, {}, false, {}};
    QTest::newRow("tinyproxy, login")
        << RealProxy::Setup{Kind::Tinyproxy, u"127.0.0.34"_s, u"me"_s, u"s3cret"_s, false, {}};
    QTest::newRow("microsocks") << RealProxy::Setup{Kind::Microsocks, u"127.0.0.35"_s, {}, {}, false, {}};
    QTest::newRow("dante") << RealProxy::Setup{Kind::Dante, u"127.0.0.36"_s, {}, {}, false, {}};
}

void TestProxiesCommand::searchThrough()
{
    QFETCH(RealProxy::Setup, setup);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    test::CountedPractice origin;
    const auto url = origin.start();
    QVERIFY(url);
    CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_PROXY"_s, proxy.address());
    const CliResult result =
        cli.run({u"vacancies"_s, u"--base-url"_s, url->toString(), u"--field"_s, u"any"_s, u"-p"_s, u"1"_s,
                 u"-d"_s, u"0"_s, u"-o"_s, u"v.jsonl"_s, u"--log"_s, u"log"_s});
    QVERIFY2(result.status == 0, result.err);
    QCOMPARE(cli.read(u"v.jsonl"_s).count('\n'), 100);
    QCOMPARE(origin.peers().keys(), QStringList{setup.outgoing});
    QVERIFY(!cli.read(u"log"_s).contains("s3cret"));
}

void TestProxiesCommand::proxiesComeAndGo()
{
    if (!RealProxy::isInstalled(Kind::Microsocks))
        QSKIP("microsocks is not installed");
    std::vector<std::unique_ptr<RealProxy>> proxies;
    QByteArray list;
    for (int i = 1; i <= 3; ++i) {
        proxies.push_back(std::make_unique<RealProxy>(
            RealProxy::Setup{Kind::Microsocks, u"127.0.0.4%1"_s.arg(i), {}, {}, false, {}}));
        QVERIFY(proxies.back()->start());
        list += proxies.back()->address().toLatin1() + '\n';
    }
    test::CountedPractice origin;
    const auto url = origin.start();
    QVERIFY(url);
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, list);
    QProcess process;
    cli.start(process, {u"vacancies"_s, u"--base-url"_s, url->toString(), u"--field"_s, u"any"_s, u"-p"_s,
                        u"3"_s, u"-d"_s, u"0.02"_s, u"--timeout"_s, u"3"_s, u"--proxies"_s, u"list.txt"_s,
                        u"-o"_s, u"v.jsonl"_s, u"--summary"_s, u"s.json"_s, u"--quiet"_s});
    const auto reached = [&](size_t requests) { return origin.arrivals().size() >= requests; };
    QTRY_VERIFY_WITH_TIMEOUT(reached(40), 60'000);
    proxies[0]->kill();
    QTRY_VERIFY_WITH_TIMEOUT(reached(90), 60'000);
    proxies[1]->stop();
    QTRY_VERIFY_WITH_TIMEOUT(reached(150), 60'000);
    QVERIFY(proxies[0]->start());
    proxies[2]->kill();
    QTRY_VERIFY_WITH_TIMEOUT(reached(200), 60'000);
    proxies[1]->resume();
    QVERIFY(proxies[2]->start());
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    QCOMPARE(cli.read(u"v.jsonl"_s).count('\n'), 300);
    QCOMPARE(summaryOf(cli)[u"failed"_s].toInt(), 0);
    QStringList peers = origin.peers().keys();
    peers.sort();
    QCOMPARE(peers, (QStringList{u"127.0.0.41"_s, u"127.0.0.42"_s, u"127.0.0.43"_s}));
}

void TestProxiesCommand::allDead()
{
    FaultServer refused(2);
    const QByteArray list = refused.host(0).toLatin1() + '\n' + refused.host(1).toLatin1() + '\n';
    refused.shut();
    test::CountedPractice origin;
    const auto url = origin.start();
    QVERIFY(url);
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, list);
    const CliResult result =
        cli.run({u"vacancies"_s, u"--base-url"_s, url->toString(), u"-p"_s, u"1"_s, u"--proxies"_s,
                 u"list.txt"_s, u"--timeout"_s, u"3"_s, u"--summary"_s, u"s.json"_s, u"--quiet"_s});
    QCOMPARE(result.status, 3);
    QCOMPARE(origin.arrivals().size(), size_t(0));
    QCOMPARE(summaryOf(cli)[u"failures"_s][0][u"reason"_s].toString(), u"no_proxy"_s);
    QVERIFY2(result.err.contains("2 proxies"), result.err);
}

void TestProxiesCommand::passwordsStaySecret()
{
    FaultServer proxy;
    proxy.setHandler([](const Seen &) {
        return Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}}, "wrong: pa55word");
    });
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, "http://me:pa55word@" + proxy.host().toLatin1());
    const CliResult search =
        cli.run({u"vacancies"_s, u"--base-url"_s, u"http://api.invalid"_s, u"-p"_s, u"1"_s, u"--proxies"_s,
                 u"list.txt"_s, u"--timeout"_s, u"3"_s, u"--project"_s, u"p.linnet"_s, u"--summary"_s,
                 u"s.json"_s, u"--log"_s, u"log"_s, u"-o"_s, u"v.csv"_s});
    QVERIFY2(search.status == 3, search.err);
    const CliResult checked = check(cli, {u"--file"_s, u"list.txt"_s, u"--judge"_s, judge(), u"--project"_s,
                                          u"p.linnet"_s, u"--log"_s, u"log2"_s});
    QVERIFY2(checked.status == 0, checked.err);
    QVERIFY(!proxy.seen().isEmpty());
    for (const QString &name :
         {u"p.linnet"_s, u"p.linnet-wal"_s, u"s.json"_s, u"log"_s, u"log2"_s, u"v.csv"_s, u"out.csv"_s})
        QVERIFY2(!cli.read(name).contains("pa55word"), qPrintable(name));
    for (const QByteArray &text : {search.err, search.out, checked.err, checked.out})
        QVERIFY(!text.contains("pa55word"));
    QCOMPARE(rowsOf(cli.read(u"out.csv"_s)).first()[u"reason"_s], u"login_refused"_s);
}

/// Every name that the program looks up is written down by a library that is loaded before the system's.
void TestProxiesCommand::namesAreNotLookedUp()
{
    if (test::isSanitized())
        QSKIP("elsewhere: sanitizers want to be loaded first");
    if (!RealProxy::isInstalled(Kind::Microsocks) || QStandardPaths::findExecutable(u"cc"_s).isEmpty())
        QSKIP("microsocks or a C compiler is not installed");
    CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"trace.c"_s, R"(#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **res)
{
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = dlsym(RTLD_NEXT, "getaddrinfo");
    FILE *file = fopen(getenv("TRACE_FILE"), "a");
    fprintf(file, "%s\n", node ? node : "-");
    fclose(file);
    return real(node, service, hints, res);
}
)");
    const int compiled =
        QProcess::execute(u"cc"_s, {u"-shared"_s, u"-fPIC"_s, u"-o"_s, cli.path(u"trace.so"_s),
                                    cli.path(u"trace.c"_s), u"-ldl"_s});
    QCOMPARE(compiled, 0);
    cli.setEnvironment(u"LD_PRELOAD"_s, cli.path(u"trace.so"_s));
    cli.setEnvironment(u"TRACE_FILE"_s, cli.path(u"trace"_s));
    RealProxy proxy({Kind::Microsocks, u"127.0.0.45"_s, {}, {}, false, {}});
    QVERIFY(proxy.start());
    const QString origin = u"http://localhost:%1"_s.arg(m_url.port());
    const QStringList search{u"vacancies"_s, u"--base-url"_s,   origin,  u"--field"_s, u"any"_s,    u"-p"_s,
                             u"1"_s,         u"--no-details"_s, u"-d"_s, u"0"_s,       u"--quiet"_s};
    // That the tracer works: without a proxy the name is looked up here.
    QCOMPARE(cli.run(search + QStringList{u"--proxy"_s, u"none"_s}).status, 0);
    QVERIFY(cli.read(u"trace"_s).contains("localhost"));
    QFile::remove(cli.path(u"trace"_s));
    const CliResult result = cli.run(search + QStringList{u"--proxy"_s, proxy.address()});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY2(!cli.read(u"trace"_s).contains("localhost"), cli.read(u"trace"_s));
}

QTEST_GUILESS_MAIN(TestProxiesCommand)
#include "tst_proxiescommand.moc"
