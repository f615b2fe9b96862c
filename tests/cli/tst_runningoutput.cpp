// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTest>

#include <atomic>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

namespace {

constexpr int Pages = 30;
constexpr int AtOnce = 10; ///< pages that are answered before the server waits
constexpr int Patience = 60'000;

const QString Stored = u"source_url,element,parsed_url,anchor,internal"_s; ///< known with the page
const QString Later = u"source_url,parsed_url,target_status"_s;            ///< known when the target is

} // namespace

/// What linnet-cli crawl writes while it runs, and what becomes of it.
class TestRunningOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void growsAndBecomesTheFile_data();
    void growsAndBecomesTheFile();
    void laterColumnsAreFinalAtTheEnd();
    void pagesGrow();
    void streams();
    void streamsNothingThatMayChange();
    void killedAndBegunAgain();
    void interrupted();
    void filesOfOthersStay();
    void shortRunsDoWithout();
    void neverItsOwnFile_data();
    void neverItsOwnFile();

private:
    Answer answer(const test::Seen &seen);
    QStringList crawl(const QStringList &more) const
    {
        return QStringList{u"crawl"_s,   m_server->url(u"/0"_s).toString(),
                           u"--depth"_s, u"99"_s,
                           u"--proxy"_s, u"none"_s,
                           u"-d"_s,      u"0"_s,
                           u"--quiet"_s, u"--project"_s,
                           u"p.linnet"_s} +
               more;
    }
    void start(QProcess &process, const QStringList &more) const { m_cli->start(process, crawl(more)); }
    /// The next run is answered as the first one was, and the request that waits now.
    void holdAgain()
    {
        m_answered = 0;
        m_gate.release();
    }
    /// The server answers everything from now on.
    void goOn()
    {
        m_isHeld = false;
        m_gate.release(100'000);
    }
    /// The rows of the project as `export` writes them.
    QByteArray exported(const QString &columns, const QString &file, const QString &table = u"links"_s) const
    {
        const auto result =
            m_cli->run(QStringList{u"export"_s, u"p.linnet"_s, u"--table"_s, table, u"-o"_s, file} +
                       (columns.isEmpty() ? QStringList() : QStringList{u"--columns"_s, columns}));
        return result.status == 0 ? m_cli->read(file) : result.err;
    }
    QStringList files() const
    {
        return QDir(m_cli->path({})).entryList({u"l.*"_s, u".linnet*"_s}, QDir::Files | QDir::Hidden);
    }

    std::atomic<bool> m_isHeld = true;
    std::atomic<int> m_answered = 0;
    QSemaphore m_gate;
    std::unique_ptr<test::FaultServer> m_server;
    std::unique_ptr<test::CliRunner> m_cli;
};

void TestRunningOutput::init()
{
    m_isHeld = true;
    m_answered = 0;
    m_gate.tryAcquire(m_gate.available());
    m_server = std::make_unique<test::FaultServer>();
    m_server->setHandler([this](const test::Seen &seen) { return answer(seen); });
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

void TestRunningOutput::cleanup()
{
    goOn();
    m_server.reset();
}

/// Each page names the next ones; after some the server waits until it is told to go on.
Answer TestRunningOutput::answer(const test::Seen &seen)
{
    bool isPage = false;
    const int number = seen.target.mid(1).toInt(&isPage);
    if (!isPage || number >= Pages)
        return Answer::status(404);
    if (++m_answered > AtOnce && m_isHeld)
        m_gate.tryAcquire(1, Patience);
    QByteArray page = "<title>t</title>";
    for (int next = number + 1; next <= number + 4; ++next)
        page += "<a href=/" + QByteArray::number(next) + ">\xD1\x86 \"" + QByteArray::number(next) + "\"</a>";
    return Answer::status(200, {{"Content-Type", "text/html; charset=utf-8"}}, page);
}

void TestRunningOutput::growsAndBecomesTheFile_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QStringList>("more");
    for (const QString &ending : {u"csv"_s, u"tsv"_s, u"json"_s, u"jsonl"_s})
        QTest::newRow(qPrintable(ending)) << ending << QStringList();
    QTest::newRow("csv for Excel") << u"csv"_s << QStringList{u"--csv"_s, u"excel-ru"_s};
}

void TestRunningOutput::growsAndBecomesTheFile()
{
    QFETCH(const QString, ending);
    QFETCH(const QStringList, more);
    const QString name = u"l."_s + ending;
    m_cli->write(name, "old");
    QVERIFY(QFile::setPermissions(m_cli->path(name), QFile::ReadOwner | QFile::WriteOwner));
    QProcess process;
    start(process, QStringList{u"--links"_s, name, u"--columns"_s, Stored} + more);
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(name + u".part"_s).count('\n') > 2 * AtOnce, Patience);
    const QByteArray part = m_cli->read(name + u".part"_s);
    QCOMPARE(m_cli->read(name), "old");
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(process.exitCode(), 1); // those behind the last page are not there
    const QByteArray whole = m_cli->read(name);
    QVERIFY(whole.startsWith(part) && whole.size() > part.size());
    QCOMPARE(QFile::permissions(m_cli->path(name)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(files(), QStringList{name});
    if (more.isEmpty())
        QCOMPARE(exported(Stored, u"again."_s + ending), whole);
}

void TestRunningOutput::laterColumnsAreFinalAtTheEnd()
{
    QProcess process;
    start(process, {u"--links"_s, u"l.csv"_s, u"--columns"_s, Later});
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.csv.part"_s).contains("/0,"), Patience);
    const QByteArray part = m_cli->read(u"l.csv.part"_s);
    QVERIFY2(part.startsWith("source_url,parsed_url,target_status\r\n"), part);
    QVERIFY2(part.contains(",\r\n"), part); // a target that nobody has answered for
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    const QByteArray whole = m_cli->read(u"l.csv"_s);
    QVERIFY2(!whole.contains(",\r\n"), whole);
    QCOMPARE(whole.count("\r\n"), Pages * 4 + 1);
    QCOMPARE(exported(Later, u"again.csv"_s), whole);
    QCOMPARE(files(), QStringList{u"l.csv"_s});
}

void TestRunningOutput::pagesGrow()
{
    QProcess process;
    start(process, {u"--links"_s, u"l.xlsx"_s, u"--pages"_s, u"l.pages.csv"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.pages.csv.part"_s).count("\r\n") > 3, Patience);
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(exported({}, u"again.csv"_s, u"pages"_s), m_cli->read(u"l.pages.csv"_s));
    // A workbook needs all its rows.
    QCOMPARE(files(), (QStringList{u"l.pages.csv"_s, u"l.xlsx"_s}));
}

void TestRunningOutput::streams()
{
    QProcess process;
    start(process, {u"-o"_s, u"-"_s, u"--columns"_s, Stored});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count("/0,") == 4, Patience);
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    out += process.readAllStandardOutput();
    QCOMPARE(exported(Stored, u"again.csv"_s), out);
}

void TestRunningOutput::streamsNothingThatMayChange()
{
    QProcess process;
    start(process, {u"-o"_s, u"-"_s, u"--columns"_s, Later, u"--pages"_s, u"l.csv"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.csv.part"_s).contains("/0,"), Patience);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(exported(Later, u"again.csv"_s), process.readAllStandardOutput());
}

void TestRunningOutput::killedAndBegunAgain()
{
    m_cli->write(u"l.csv"_s, "old");
    QProcess process;
    start(process, {u"--links"_s, u"l.csv"_s, u"--columns"_s, Stored});
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.csv.part"_s).contains("/0,"), Patience);
    process.kill();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(m_cli->read(u"l.csv"_s), "old");
    QVERIFY(m_cli->read(u"l.csv.part"_s).startsWith("source_url,element,"));

    QProcess second;
    const QByteArray before = m_cli->read(u"l.csv.part"_s);
    holdAgain();
    start(second, {u"--links"_s, u"l.csv"_s, u"--columns"_s, u"parsed_url"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.csv.part"_s).startsWith("parsed_url\r\nhttp"), Patience);
    goOn();
    QVERIFY(second.waitForFinished(Patience));
    QCOMPARE(m_cli->read(u"l.csv"_s).count("\r\n"), Pages * 4 + 1);
    QCOMPARE(files(), QStringList{u"l.csv"_s});
}

void TestRunningOutput::interrupted()
{
#ifdef Q_OS_UNIX
    for (const QString &columns : {Stored, Later}) {
        QProcess process;
        start(process, {u"--links"_s, u"l.csv"_s, u"--columns"_s, columns});
        QTRY_VERIFY_WITH_TIMEOUT(m_cli->read(u"l.csv.part"_s).contains("/0,"), Patience);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(Patience));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(m_cli->read(u"l.csv"_s).count("/0,") == 4);
        QCOMPARE(exported(columns, u"again.csv"_s), m_cli->read(u"l.csv"_s));
        QCOMPARE(files(), QStringList{u"l.csv"_s});
        holdAgain();
    }
#endif
}

/// Such as another browser's download, or a run of another Linnet.
void TestRunningOutput::filesOfOthersStay()
{
    m_cli->write(u"l.csv.part"_s, "somebody's");
    QProcess process;
    start(process, {u"--links"_s, u"l.csv"_s, u"--columns"_s, Stored});
    QByteArray err;
    QTRY_VERIFY_WITH_TIMEOUT((err += process.readAllStandardError()).contains("l.csv.part"), Patience);
    goOn();
    QVERIFY(process.waitForFinished(Patience));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(m_cli->read(u"l.csv.part"_s), "somebody's");
    QCOMPARE(exported(Stored, u"again.csv"_s), m_cli->read(u"l.csv"_s));
    QCOMPARE(files(), (QStringList{u"l.csv"_s, u"l.csv.part"_s}));
}

void TestRunningOutput::shortRunsDoWithout()
{
    // Nothing is even tried: the taken name would be told of.
    m_cli->write(u"l.csv.part"_s, "somebody's");
    goOn();
    const auto result = m_cli->run({u"crawl"_s, m_server->url(u"/0"_s).toString(), u"--proxy"_s, u"none"_s,
                                    u"-d"_s, u"0"_s, u"--quiet"_s, u"--links"_s, u"l.csv"_s});
    QCOMPARE(result.status, 0);
    QVERIFY2(!result.err.contains("part"), result.err);
    QCOMPARE(m_cli->read(u"l.csv"_s).count("\r\n"), 5);
}

void TestRunningOutput::neverItsOwnFile_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("summary") << QStringList{u"--links"_s, u"a.csv"_s, u"--summary"_s, u"a.csv.part"_s};
    QTest::newRow("log") << QStringList{u"--links"_s, u"a.csv"_s, u"--log"_s, u"a.csv.part"_s};
    QTest::newRow("input") << QStringList{u"--links"_s, u"a.csv"_s, u"--file"_s, u"a.csv.part"_s};
    QTest::newRow("project") << QStringList{u"--links"_s, u"a.csv"_s, u"--project"_s, u"a.csv.part"_s};
    QTest::newRow("of pages") << QStringList{u"--links"_s, u"a.csv"_s,     u"--pages"_s,
                                             u"p.csv"_s,   u"--summary"_s, u"p.csv.part"_s};
    QTest::newRow("upper case") << QStringList{u"--links"_s, u"a.csv"_s, u"--log"_s, u"A.CSV.PART"_s};
}

void TestRunningOutput::neverItsOwnFile()
{
    QFETCH(const QStringList, options);
    m_cli->write(u"a.csv.part"_s, "http://127.0.0.1:1/\n");
    const auto result = m_cli->run(QStringList{u"crawl"_s, m_server->url(u"/0"_s).toString()} + options);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("the same file as --"), result.err);
    QCOMPARE(m_cli->read(u"a.csv.part"_s), "http://127.0.0.1:1/\n");
    QCOMPARE(m_answered, 0);
}

QTEST_GUILESS_MAIN(TestRunningOutput)
#include "tst_runningoutput.moc"
