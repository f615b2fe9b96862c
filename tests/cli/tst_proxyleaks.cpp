// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/realproxy.h"

#include <QDirIterator>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(linnet::test::RealProxy::Setup)

namespace {

using Kind = RealProxy::Kind;

} // namespace

/// What linnet-cli asks past the proxies, and what it tells to nobody but the right ones.
class TestProxyLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastTheProxies_data();
    void pastTheProxies();
    void tokensOnlyThroughOwn();
    void noFileTellsTheLogin_data();
    void noFileTellsTheLogin();
};

void TestProxyLeaks::pastTheProxies_data()
{
    QTest::addColumn<bool>("alive");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("direct"); ///< paths that come to the origin
    QTest::addColumn<QStringList>("through");
    QTest::addColumn<int>("status");
    const QStringList none;
    const QStringList both{u"/a"_s, u"/b"_s};
    const QStringList allow{u"--allow-direct"_s};
    QTest::newRow("closed") << true << none << none << both << 0;
    QTest::newRow("closed, dead") << false << none << none << none << 1;
    QTest::newRow("a host") << true << QStringList{u"--bypass"_s, u"127.0.0.1"_s} << QStringList{u"/a"_s}
                            << QStringList{u"/b"_s} << 0;
    QTest::newRow("a network, dead") << false
                                     << QStringList{u"--bypass"_s, u"x.invalid"_s, u"--bypass"_s,
                                                    u"y.invalid,127.0.0.1/32"_s}
                                     << QStringList{u"/a"_s} << none << 1;
    QTest::newRow("allowed, alive") << true << allow << none << both << 0;
    QTest::newRow("allowed, dead") << false << allow << both << none << 0;
}

/// One origin under two names, and a proxy that answers itself.
void TestProxyLeaks::pastTheProxies()
{
    QFETCH(bool, alive);
    QFETCH(QStringList, options);
    FaultServer proxy;
    if (!alive)
        proxy.shut();
    FaultServer origin;
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const CliResult result =
        cli.run(QStringList{u"check"_s, origin.url(u"/a"_s).toString(),
                            u"http://localhost:%1/b"_s.arg(origin.url().port()), u"--proxy"_s, proxy.host(),
                            u"-d"_s, u"0"_s, u"--timeout"_s, u"3"_s, u"--quiet"_s, u"--project"_s,
                            u"p.linnet"_s, u"-o"_s, u"out.csv"_s} +
                options);
    QTEST(result.status, "status");
    const auto paths = [](const FaultServer &server) {
        QStringList found;
        for (const Seen &seen : server.seen())
            found << QUrl(QString::fromLatin1(seen.target)).path();
        found.sort();
        return found;
    };
    QTEST(paths(origin), "direct");
    QTEST(paths(proxy), "through");
}

void TestProxyLeaks::tokensOnlyThroughOwn()
{
    FaultServer proxy;
    proxy.setHandler(
        [](const Seen &) { return Answer::text("{\"items\":[],\"found\":0,\"pages\":0,\"page\":0}"); });
    CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(u"LINNET_HH_TOKEN"_s, u"topsecret"_s);
    const QStringList search{u"vacancies"_s, u"--base-url"_s, u"http://api.invalid"_s, u"--quiet"_s,
                             u"--proxies"_s, u"list.txt"_s,   u"--timeout"_s,          u"5"_s};
    cli.write(u"list.txt"_s, proxy.host().toLatin1());
    const CliResult foreign = cli.run(search);
    QCOMPARE(foreign.status, 3);
    QVERIFY2(foreign.err.contains("marked as your own"), foreign.err);
    QCOMPARE(proxy.seen().size(), 0);
    // Neither is it sent directly because no proxy is there for it, but to a host that is asked past them
    // all.
    FaultServer origin;
    origin.setHandler(
        [](const Seen &) { return Answer::text("{\"items\":[],\"found\":0,\"pages\":0,\"page\":0}"); });
    QStringList past{u"vacancies"_s, u"--base-url"_s, origin.url().toString(),
                     u"--quiet"_s,   u"--proxies"_s,  u"list.txt"_s,
                     u"--timeout"_s, u"5"_s,          u"--allow-direct"_s};
    QCOMPARE(cli.run(past).status, 3);
    QCOMPARE(origin.seen().size(), 0);
    past << u"--bypass"_s << u"127.0.0.1"_s;
    const CliResult direct = cli.run(past);
    QVERIFY2(direct.status == 0, direct.err);
    QCOMPARE(origin.seen().first().header("Authorization"), "Bearer topsecret");
    QCOMPARE(proxy.seen().size(), 0);
    cli.write(u"list.txt"_s, proxy.host().toLatin1() + " # mine");
    const CliResult own = cli.run(search);
    QVERIFY2(own.status == 0, own.err);
    QCOMPARE(proxy.seen().first().header("Authorization"), "Bearer topsecret");
}

void TestProxyLeaks::noFileTellsTheLogin_data()
{
    QTest::addColumn<RealProxy::Setup>("setup");
    const auto row = [](const char *name, Kind kind) {
        QTest::newRow(name) << RealProxy::Setup{kind, u"127.0.0.46"_s, u"me"_s, u"s3cretWord"_s, false, {}};
    };
    row("squid", Kind::Squid);
    row("tinyproxy", Kind::Tinyproxy);
    row("microsocks", Kind::Microsocks);
}

/// A run that goes well through a proxy with a login: its password stands in no file that the program wrote,
/// neither as it is nor as it goes over the line, and not among the arguments that others can see.
void TestProxyLeaks::noFileTellsTheLogin()
{
    QFETCH(RealProxy::Setup, setup);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    FaultServer origin;
    origin.script("/slow", {Answer::text("ok").after(500)});
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, proxy.address().toLatin1());
    QProcess process;
    cli.start(process, {u"check"_s,
                        origin.url(u"/slow"_s).toString(),
                        origin.url(u"/gone"_s).toString(),
                        u"http://127.0.0.1:9/"_s,
                        u"-d"_s,
                        u"0"_s,
                        u"--proxies"_s,
                        u"list.txt"_s,
                        u"--timeout"_s,
                        u"3"_s,
                        u"--retries"_s,
                        u"0"_s,
                        u"--project"_s,
                        u"p.linnet"_s,
                        u"--summary"_s,
                        u"s.json"_s,
                        u"--log"_s,
                        u"log.txt"_s,
                        u"-o"_s,
                        u"out.csv"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!origin.seen().isEmpty(), 30'000);
    QFile arguments(u"/proc/%1/cmdline"_s.arg(process.processId()));
    const QByteArray argv = arguments.open(QIODevice::ReadOnly) ? arguments.readAll() : QByteArray();
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120'000));
    QByteArray told = argv + process.readAllStandardError() + process.readAllStandardOutput();
    for (const QString &table : {u"requests"_s, u"checks"_s}) {
        for (const QString &ending : {u"csv"_s, u"json"_s, u"jsonl"_s, u"tsv"_s}) {
            const QString file = table + u'.' + ending;
            QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, table, u"-o"_s, file}).status, 0);
        }
    }
    QCOMPARE(cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"requests"_s, u"-o"_s, u"out.har"_s}).status,
             0);
    QVERIFY(cli.read(u"out.har"_s).contains("\"entries\""));
    QVERIFY(cli.read(u"out.har"_s).contains(proxy.host().toLatin1()));
    int files = 0;
    QDirIterator written(cli.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (written.hasNext()) {
        QFile file(written.next());
        if (written.fileName() == u"list.txt")
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        told += file.readAll();
        ++files;
    }
    QVERIFY(files >= 13); // 9 exports, rows, summary, log and the project
    const QByteArray login = (setup.user + u':' + setup.password).toLatin1();
    for (const QByteArray &secret : {setup.password.toLatin1(), login.toBase64(),
                                     setup.password.toLatin1().toBase64(QByteArray::OmitTrailingEquals)})
        QVERIFY2(!told.contains(secret), secret);
}

QTEST_GUILESS_MAIN(TestProxyLeaks)
#include "tst_proxyleaks.moc"
