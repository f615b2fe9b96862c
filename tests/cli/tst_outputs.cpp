// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/tempproject.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

namespace {

Answer html(const QByteArray &page)
{
    return Answer::status(200, {{"Content-Type", "text/html; charset=utf-8"}}, page);
}

} // namespace

/// Where linnet-cli writes to and what it writes there, whatever the command line or a stranger wants.
class TestOutputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void neverItsOwnFile_data();
    void neverItsOwnFile();
    void neverTwoInOneStream();
    void neverItsOwnFileByLinks();
    void exportNeverOverItsProject();
    void deviceIsFull_data();
    void deviceIsFull();
    void brokenPipe();
    void withoutStandardStreams();
    void columnsAreJudgedFirst_data();
    void columnsAreJudgedFirst();
    void terminalIsNotObeyed();
    void filesStayAsTheyAre();
    void endsWithRowsAfterAPairOfSignals();
    void endlessLists_data();
    void endlessLists();
    void manyBadLines();
    void pipeIsNoProject();
    void neverOverItsSecrets_data();
    void neverOverItsSecrets();
    void endsWhileItWaitsForInput_data();
    void endsWhileItWaitsForInput();
    void readsStandardInput();
    void pipesAreWaitedFor();
    void closedTerminal();

private:
    QStringList check(const QStringList &more) const;
    /// Runs a line of shell in the folder, with $L for the program and its address in $URL.
    test::CliResult shell(const QString &line, int timeoutMs = 60'000) const;
    qsizetype asked() const { return m_server->seen().size(); }

    std::unique_ptr<test::FaultServer> m_server;
    std::unique_ptr<test::CliRunner> m_cli;
    QString m_url;
};

void TestOutputs::init()
{
    m_server = std::make_unique<test::FaultServer>();
    m_server->setHandler([](const test::Seen &) { return Answer::text("fine"); });
    m_url = m_server->url(u"/"_s).toString();
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

QStringList TestOutputs::check(const QStringList &more) const
{
    return QStringList{u"check"_s, m_url, u"--proxy"_s, u"none"_s, u"-d"_s, u"0"_s, u"--quiet"_s} + more;
}

test::CliResult TestOutputs::shell(const QString &line, int timeoutMs) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"L"_s, QStringLiteral(LINNET_BIN_DIR) + u"/linnet-cli"_s);
    environment.insert(u"URL"_s, m_url);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"XDG_DATA_HOME"_s, m_cli->path({}));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_cli->path({}));
    process.start(u"/bin/bash"_s, {u"-c"_s, line});
    const bool ended = process.waitForFinished(timeoutMs);
    test::CliResult result{-1, process.readAllStandardOutput(), process.readAllStandardError()};
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.status = process.exitCode();
    process.kill();
    process.waitForFinished();
    return result;
}

void TestOutputs::neverItsOwnFile_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("project") << QStringList{u"--project"_s, u"a.csv"_s, u"-o"_s, u"a.csv"_s};
    QTest::newRow("log of a project")
        << QStringList{u"--project"_s, u"a.csv-wal"_s, u"-o"_s, u"x.csv"_s, u"--log"_s, u"a.csv-wal"_s};
    QTest::newRow("log beside a project")
        << QStringList{u"--project"_s, u"a.linnet"_s, u"-o"_s, u"x.csv"_s, u"--log"_s, u"a.linnet-wal"_s};
    QTest::newRow("summary") << QStringList{u"-o"_s, u"a.json"_s, u"--summary"_s, u"a.json"_s};
    QTest::newRow("log") << QStringList{u"-o"_s, u"a.csv"_s, u"--log"_s, u"a.csv"_s};
    QTest::newRow("summary is the log")
        << QStringList{u"-o"_s, u"a.csv"_s, u"--log"_s, u"b"_s, u"--summary"_s, u"b"_s};
    QTest::newRow("summary is the project")
        << QStringList{u"--project"_s, u"p"_s, u"-o"_s, u"a.csv"_s, u"--summary"_s, u"p"_s};
    QTest::newRow("input") << QStringList{u"--file"_s, u"list.csv"_s, u"-o"_s, u"list.csv"_s};
    QTest::newRow("list of proxies") << QStringList{u"--proxies"_s, u"proxies.csv"_s, u"-o"_s,
                                                    u"proxies.csv"_s};
    QTest::newRow("another way there")
        << QStringList{u"--project"_s, u"sub/../a.csv"_s, u"-o"_s, u"./sub/.././a.csv"_s};
    QTest::newRow("upper case") << QStringList{u"--project"_s, u"a.csv"_s, u"-o"_s, u"A.CSV"_s};
}

void TestOutputs::neverItsOwnFile()
{
    QFETCH(const QStringList, options);
    QVERIFY(QDir(m_cli->path({})).mkdir(u"sub"_s));
    m_cli->write(u"list.csv"_s, "url\nhttp://127.0.0.1:1/\n");
    m_cli->write(u"proxies.csv"_s, "127.0.0.1:1\n");
    const QStringList before = QDir(m_cli->path({})).entryList(QDir::AllEntries | QDir::Hidden);
    QStringList args = check(options);
    if (options.contains(u"--proxies"_s))
        args.remove(args.indexOf(u"--proxy"_s), 2);
    const auto result = m_cli->run(args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("the same file as --"), result.err);
    QCOMPARE(asked(), 0);
    QCOMPARE(QDir(m_cli->path({})).entryList(QDir::AllEntries | QDir::Hidden), before);
    QCOMPARE(m_cli->read(u"list.csv"_s), "url\nhttp://127.0.0.1:1/\n");
}

void TestOutputs::neverTwoInOneStream()
{
    const auto result = m_cli->run(check({u"-o"_s, u"-"_s, u"--summary"_s, u"-"_s}));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("--summary -: the same stream as --output -"), result.err);
    QVERIFY2(result.out.isEmpty(), result.out);
    const auto crawled =
        m_cli->run({u"crawl"_s, m_url, u"--proxy"_s, u"none"_s, u"-o"_s, u"-"_s, u"--summary"_s, u"-"_s});
    QCOMPARE(crawled.status, 2);
    QVERIFY2(crawled.out.isEmpty(), crawled.out);
    QCOMPARE(asked(), 0);
    // Each alone is fine.
    QCOMPARE(m_cli->run(check({u"-o"_s, u"-"_s})).status, 0);
    QCOMPARE(m_cli->run(check({u"-o"_s, u"a.csv"_s, u"--summary"_s, u"-"_s})).status, 0);
}

void TestOutputs::neverItsOwnFileByLinks()
{
#ifdef Q_OS_UNIX
    QCOMPARE(m_cli->run(check({u"--project"_s, u"p.linnet"_s})).status, 0);
    const qsizetype before = asked();
    const QByteArray path = QFile::encodeName(m_cli->path(u"p.linnet"_s));
    QCOMPARE(::symlink("p.linnet", QFile::encodeName(m_cli->path(u"soft.csv"_s)).constData()), 0);
    QCOMPARE(::link(path.constData(), QFile::encodeName(m_cli->path(u"hard.csv"_s)).constData()), 0);
    QCOMPARE(::symlink(".", QFile::encodeName(m_cli->path(u"round"_s)).constData()), 0);
    QCOMPARE(::symlink("later.csv", QFile::encodeName(m_cli->path(u"dangling.csv"_s)).constData()), 0);
    for (const QString &output : {u"soft.csv"_s, u"hard.csv"_s, u"round/soft.csv"_s}) {
        const auto result = m_cli->run(check({u"--project"_s, u"p.linnet"_s, u"-o"_s, output}));
        QVERIFY2(result.status == 2, qPrintable(output));
    }
    const auto unborn = m_cli->run(check({u"--log"_s, u"later.csv"_s, u"-o"_s, u"dangling.csv"_s}));
    QCOMPARE(unborn.status, 2);
    QCOMPARE(asked(), before);
    QVERIFY(store::RowReader::open(m_cli->path(u"p.linnet"_s)));
#endif
}

void TestOutputs::exportNeverOverItsProject()
{
    QCOMPARE(m_cli->run(check({u"--project"_s, u"p.csv"_s, u"-o"_s, u"rows.csv"_s})).status, 0);
    for (const QStringList &end :
         {QStringList{u"export"_s, u"p.csv"_s, u"--table"_s, u"checks"_s, u"-o"_s, u"p.csv"_s},
          QStringList{u"resume"_s, u"p.csv"_s, u"-o"_s, u"p.csv"_s},
          QStringList{u"resume"_s, u"p.csv"_s, u"--log"_s, u"p.csv"_s}})
        QCOMPARE(m_cli->run(end).status, 2);
    QVERIFY(store::RowReader::open(m_cli->path(u"p.csv"_s)));
}

void TestOutputs::deviceIsFull_data()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full");
    QTest::addColumn<QString>("line");
    const QString start = u"$L check $URL --proxy none -d 0 --quiet "_s;
    QTest::newRow("rows") << start + u"-o /dev/full"_s;
    QTest::newRow("rows on standard output") << start + u"-o - > /dev/full"_s;
    QTest::newRow("plain table") << start + u"> /dev/full"_s;
    QTest::newRow("summary") << start + u"-o a.csv --summary /dev/full"_s;
    QTest::newRow("summary on standard output") << start + u"-o a.csv --summary - > /dev/full"_s;
    QTest::newRow("log") << start + u"-o a.csv --log /dev/full"_s;
    QTest::newRow("help") << u"$L check --help > /dev/full"_s;
    QTest::newRow("version") << u"$L --version > /dev/full"_s;
}

void TestOutputs::deviceIsFull()
{
    QFETCH(const QString, line);
    const auto result = shell(line);
    QVERIFY2(result.status == 4, result.err);
    if (!line.contains(u"--version"_s))
        QVERIFY(!result.err.isEmpty());
    QVERIFY(!QFile::exists(u"/dev/full"_s + QDate::currentDate().toString(Qt::ISODate) + u".csv"_s));
}

void TestOutputs::brokenPipe()
{
#ifdef Q_OS_UNIX
    const auto result =
        shell(u"(sleep 1; $L check $URL --proxy none -d 0 --quiet -o - ; echo status $? >&2) | true"_s);
    QVERIFY2(result.err.contains("status 4"), result.err);
#endif
}

void TestOutputs::withoutStandardStreams()
{
#ifdef Q_OS_UNIX
    const auto file = shell(u"$L check $URL --proxy none -d 0 -o f.csv <&- >&- 2>&-"_s);
    QCOMPARE(file.status, 0);
    QVERIFY(m_cli->read(u"f.csv"_s).contains("fine"));
    // What was to be seen went nowhere.
    QCOMPARE(shell(u"$L check $URL --proxy none -d 0 <&- >&- 2>&-"_s).status, 4);
#endif
}

void TestOutputs::columnsAreJudgedFirst_data()
{
    QTest::addColumn<QString>("columns");
    QTest::newRow("twice") << u"url,status,url"_s;
    QTest::newRow("unknown") << u"url,nonsense"_s;
    QTest::newRow("of another table") << u"salary_from"_s;
    QTest::newRow("none") << u","_s;
    QTest::newRow("empty") << QString();
}

void TestOutputs::columnsAreJudgedFirst()
{
    QFETCH(const QString, columns);
    const auto result = m_cli->run(check({u"--columns"_s, columns, u"-o"_s, u"a.csv"_s}));
    QVERIFY2(result.status == 2, result.err);
    QVERIFY2(result.err.contains("--columns"), result.err);
    QCOMPARE(asked(), 0);
}

/// Nothing that a server, a file or an argument says reaches the terminal or the log as a command to it.
void TestOutputs::terminalIsNotObeyed()
{
    m_server->setHandler([](const test::Seen &) {
        return html("<title>a&#27;[31mred&#27;]0;owned&#7; \xc2\x9b"
                    "2J \xe2\x80\xae"
                    "evil</title>text&#27;[2J");
    });
    m_cli->write(u"list.txt"_s, m_url.toUtf8() + "\nnot an address \x1b[2J\xe2\x80\xae\n");
    const auto result = m_cli->run({u"check"_s, u"--file"_s, u"list.txt"_s, u"--proxy"_s, u"none"_s, u"-d"_s,
                                    u"0"_s, u"--columns"_s, u"title,preview"_s, u"--log"_s, u"log.txt"_s});
    QCOMPARE(result.status, 1);
    const auto isHarmless = [](const QByteArray &bytes) {
        for (const QChar unit : QString::fromUtf8(bytes)) {
            const char16_t code = unit.unicode();
            const bool isBreak = code == u'\n' || code == u'\r' || code == u'\t';
            if ((code < 0x20 && !isBreak) || (code >= 0x7f && code <= 0x9f) ||
                (code >= 0x202a && code <= 0x202e))
                return false;
        }
        return true;
    };
    QVERIFY2(isHarmless(result.out), result.out);
    QVERIFY2(isHarmless(result.err), result.err);
    QVERIFY(isHarmless(m_cli->read(u"log.txt"_s)));
    // It is shown, though.
    QVERIFY2(result.out.contains("a\\u001b[31mred"), result.out);
    QVERIFY2(result.err.contains("\\u202e"), result.err);
}

void TestOutputs::filesStayAsTheyAre()
{
    m_server->setHandler([](const test::Seen &) { return html("<title>a&#27;[31m\xe2\x80\xae</title>b"); });
    QCOMPARE(m_cli->run(check({u"-o"_s, u"a.csv"_s, u"--columns"_s, u"title"_s})).status, 0);
    QCOMPARE(m_cli->read(u"a.csv"_s), "title\r\na\x1b[31m\xe2\x80\xae\r\n");
    // The summary on standard output is the same JSON as in a file.
    const auto shown = m_cli->run(
        {u"check"_s, m_url + QChar(0x1b), u"--quiet"_s, u"-o"_s, u"b.csv"_s, u"--summary"_s, u"-"_s});
    const auto told = QJsonDocument::fromJson(shown.out).object();
    m_cli->run(
        {u"check"_s, m_url + QChar(0x1b), u"--quiet"_s, u"-o"_s, u"c.csv"_s, u"--summary"_s, u"s.json"_s});
    const auto stored = QJsonDocument::fromJson(m_cli->read(u"s.json"_s)).object();
    QCOMPARE(told[u"failures"_s], stored[u"failures"_s]);
}

/// timeout(1) sends its signal to the program and then to its group.
void TestOutputs::endsWithRowsAfterAPairOfSignals()
{
#ifdef Q_OS_UNIX
    m_server->setHandler([](const test::Seen &) { return Answer::text("fine").after(20); });
    QByteArray list;
    for (int i = 0; i < 2000; ++i)
        list += m_url.toUtf8() + QByteArray::number(i) + '\n';
    m_cli->write(u"list.txt"_s, list);
    for (int i = 0; i < 2; ++i) {
        QFile::remove(m_cli->path(u"f.csv"_s));
        const auto result = shell(
            u"timeout -s INT 3 $L check --file list.txt --proxy none --quiet -d 0.05 -o f.csv; echo $?"_s);
        QCOMPARE(result.out.trimmed(), "124");
        const QByteArray rows = m_cli->read(u"f.csv"_s);
        QVERIFY2(rows.count('\n') > 2, rows);
    }
#endif
}

void TestOutputs::endlessLists_data()
{
    if (!QFile::exists(u"/dev/zero"_s))
        QSKIP("no /dev/zero");
    QTest::addColumn<QString>("line");
    QTest::newRow("crawl") << u"$L crawl --file /dev/zero"_s;
    QTest::newRow("check") << u"$L check --file /dev/zero"_s;
    QTest::newRow("proxies") << u"$L proxies check --file /dev/zero"_s;
    QTest::newRow("through proxies") << u"$L check $URL --proxies /dev/zero"_s;
    QTest::newRow("token") << u"$L vacancies -t x --token-file /dev/zero"_s;
}

void TestOutputs::endlessLists()
{
    QFETCH(const QString, line);
    const auto result = shell(line);
    QVERIFY2(result.status == 2, result.err);
    QVERIFY2(result.err.contains("/dev/zero"), result.err);
    QCOMPARE(asked(), 0);
}

void TestOutputs::manyBadLines()
{
    QByteArray list = m_url.toUtf8() + '\n';
    for (int i = 0; i < 100'000; ++i)
        list += "not an address " + QByteArray::number(i) + '\n';
    m_cli->write(u"list.txt"_s, list);
    m_cli->write(u"proxies.txt"_s, QByteArray(list).replace(m_url.toUtf8(), "127.0.0.1:1"));
    for (const QStringList &args :
         {QStringList{u"check"_s, u"--file"_s, u"list.txt"_s},
          QStringList{u"crawl"_s, u"--file"_s, u"list.txt"_s},
          QStringList{u"proxies"_s, u"check"_s, u"--file"_s, u"proxies.txt"_s, u"--judge"_s, m_url}}) {
        const auto result = m_cli->run(args + QStringList{u"--proxy"_s, u"none"_s, u"--quiet"_s, u"-d"_s,
                                                          u"0"_s, u"-o"_s, u"out.csv"_s});
        QVERIFY2(result.status == 1 || result.status == 3, result.err); // no proxy is there, no judge either
        QVERIFY2(result.err.count('\n') < 100, qPrintable(args.front()));
        QVERIFY2(result.err.contains("100"), result.err); // how many they are is said
    }
}

void TestOutputs::pipeIsNoProject()
{
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo(QFile::encodeName(m_cli->path(u"fifo"_s)).constData(), 0600), 0);
    QCOMPARE(m_cli->run({u"export"_s, u"fifo"_s}, 20'000).status, 2);
    QCOMPARE(m_cli->run({u"resume"_s, u"fifo"_s}, 20'000).status, 2);
    QCOMPARE(m_cli->run(check({u"--project"_s, u"fifo"_s}), 20'000).status, 2);
#endif
}

void TestOutputs::neverOverItsSecrets_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option : {"--cookies", "--headers-file", "--login-file"})
        QTest::newRow(option) << QString::fromLatin1(option);
}

void TestOutputs::neverOverItsSecrets()
{
    QFETCH(const QString, option);
    const QByteArray secrets = "ann:word=1\n";
    m_cli->write(u"s.csv"_s, secrets);
    const auto result = m_cli->run({u"crawl"_s, m_url, option, u"s.csv"_s, u"--links"_s, u"s.csv"_s});
    QVERIFY2(result.status == 2, result.err);
    QVERIFY2(result.err.contains("the same file as --"), result.err);
    QCOMPARE(m_cli->read(u"s.csv"_s), secrets);
    QCOMPARE(asked(), 0);
}

void TestOutputs::endsWhileItWaitsForInput_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("check") << u"check --file fifo"_s;
    QTest::newRow("crawl") << u"crawl --file fifo"_s;
    QTest::newRow("proxies") << u"proxies check --file fifo"_s;
    QTest::newRow("token") << u"vacancies --token-file fifo"_s;
    QTest::newRow("cookies") << u"crawl $URL --cookies fifo"_s;
    QTest::newRow("standard input") << u"check --file - < <(exec sleep 60)"_s;
}

/// One interrupt is enough where nothing is to be saved yet.
void TestOutputs::endsWhileItWaitsForInput()
{
#ifdef Q_OS_UNIX
    QFETCH(const QString, command);
    QCOMPARE(::mkfifo(QFile::encodeName(m_cli->path(u"fifo"_s)).constData(), 0600), 0);
    const auto result = shell(u"timeout -s INT 1 $L "_s + command + u"; echo $?"_s, 30'000);
    QCOMPARE(result.out.trimmed(), "124");
#endif
}

void TestOutputs::readsStandardInput()
{
#ifdef Q_OS_UNIX
    for (const QString &command : {u"check"_s, u"crawl"_s}) {
        const auto result =
            shell(u"echo $URL | $L "_s + command + u" --file - --proxy none -d 0 --quiet -o a.csv"_s);
        QVERIFY2(result.status == 0, result.err);
    }
#endif
}

void TestOutputs::pipesAreWaitedFor()
{
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo(QFile::encodeName(m_cli->path(u"fifo"_s)).constData(), 0600), 0);
    const QString start = u"$L check $URL --proxy none -d 0 --quiet "_s;
    const auto late = shell(start + u"-o fifo & sleep 1; cat fifo > got; wait $!; echo $?"_s);
    QCOMPARE(late.out.trimmed(), "0");
    QVERIFY(m_cli->read(u"got"_s).contains("fine"));
    // Nobody comes; the rows stay.
    const auto never = shell(u"timeout -s INT 2 "_s + start + u"-o fifo; echo $?"_s);
    QCOMPARE(never.out.trimmed(), "124");
    QVERIFY2(never.err.contains("is kept in"), never.err);
    const auto exported =
        shell(start + u"--project p -o a.csv; timeout -s INT 1 $L export p --table checks -o fifo; "
                      "echo $?"_s);
    QCOMPARE(exported.out.trimmed(), "124");
    QCOMPARE(shell(u"timeout 30 $L practice --port 0 > /dev/full"_s).status, 4);
#endif
}

/// A terminal that is closed is an interrupt, unless nohup(1) says otherwise.
void TestOutputs::closedTerminal()
{
#ifdef Q_OS_UNIX
    m_server->setHandler([](const test::Seen &) { return Answer::text("fine").after(20); });
    QByteArray list;
    for (int i = 0; i < 100; ++i)
        list += m_url.toUtf8() + QByteArray::number(i) + '\n';
    m_cli->write(u"list.txt"_s, list);
    const QString run =
        u"$L check --file list.txt --proxy none --quiet -d 0.05 -o f.csv & p=$!; "
        "while [ ! -e log ] || ! grep -q answered log; do sleep 0.1; done; kill -HUP $p; wait $p; echo $?"_s;
    const auto closed = shell(QString(run).replace(u"-o f.csv"_s, u"--log log -o f.csv"_s));
    QCOMPARE(closed.out.trimmed(), "130");
    QVERIFY(m_cli->read(u"f.csv"_s).count('\n') > 1);
    QFile::remove(m_cli->path(u"log"_s));
    const auto kept =
        shell(u"trap '' HUP; "_s + QString(run).replace(u"-o f.csv"_s, u"--log log -o g.csv"_s));
    QCOMPARE(kept.out.trimmed(), "0");
    QCOMPARE(m_cli->read(u"g.csv"_s).count('\n'), 101);
#endif
}

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
