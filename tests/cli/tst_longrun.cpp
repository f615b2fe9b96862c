// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/memory.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// What happens to a program that works for hours: it is stopped for a while, it has very much to do.
class TestLongRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedAndContinued();
    void manyWaitForOneHost();

private:
    static void writeList(const test::CliRunner &cli, const test::FaultServer &server, int count);
    /// Memory of a check of so many addresses at one host, while they wait.
    static qint64 residentWhileWaiting(int count);
};

void TestLongRun::writeList(const test::CliRunner &cli, const test::FaultServer &server, int count)
{
    QFile file(cli.path(u"list.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < count; ++i)
        file.write(server.url(u"/%1"_s.arg(i)).toEncoded() + '\n');
}

void TestLongRun::stoppedAndContinued()
{
#ifdef Q_OS_UNIX
    constexpr int Count = 30;
    test::FaultServer server;
    // The first answers come when the program has slept, and later than their timeout after the start.
    server.setHandler([](const test::Seen &seen) {
        return Answer::text("ok").after(seen.target.size() == 2 && seen.target < "/4" ? 8000 : 0);
    });
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    writeList(cli, server, Count);
    QProcess process;
    cli.start(process, {u"check"_s, u"--file"_s, u"list.txt"_s, u"-d"_s, u"0.2"_s, u"--per-host"_s, u"12"_s,
                        u"--timeout"_s, u"6"_s, u"--retries"_s, u"0"_s, u"-o"_s, u"out.json"_s,
                        u"--summary"_s, u"s.json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.seen().size() >= 6, 60'000);
    kill(pid_t(process.processId()), SIGSTOP);
    QTest::qWait(200); // what was on its way arrives
    const qsizetype before = server.seen().size();
    QTest::qWait(4800);
    QCOMPARE(server.seen().size(), before);
    const qint64 continued =
        std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
    kill(pid_t(process.processId()), SIGCONT);
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject summary = QJsonDocument::fromJson(cli.read(u"s.json"_s)).object();
    QCOMPARE(summary[u"failed"_s].toInt(), 0);
    QCOMPARE(summary[u"requests"_s].toInt(), Count);
    // 24 starts had been due meanwhile.
    const QList<test::Seen> seen = server.seen();
    const auto soon = std::ranges::count_if(seen.cbegin() + before, seen.cend(), [&](const test::Seen &one) {
        return one.atNs < continued + 1'000'000'000;
    });
    QVERIFY2(soon <= 7, qPrintable(QString::number(soon)));
#else
    QSKIP("elsewhere: needs SIGSTOP");
#endif
}

qint64 TestLongRun::residentWhileWaiting(int count)
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &) { return Answer::text("ok"); });
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    writeList(cli, server, count);
    QProcess process;
    cli.start(process,
              {u"check"_s, u"--file"_s, u"list.txt"_s, u"-d"_s, u"0.5"_s, u"--project"_s, u"p.linnet"_s});
    if (!QTest::qWaitFor([&server] { return server.seen().size() >= 4; }, 120'000))
        return -1;
    const qint64 resident = test::residentBytes(process.processId());
    process.kill();
    process.waitForFinished();
    return resident;
}

void TestLongRun::manyWaitForOneHost()
{
    if (test::residentBytes() == 0)
        QSKIP("elsewhere: this system does not tell how much memory a program holds");
    if (test::isSanitized())
        QSKIP("elsewhere: sanitizers keep what was freed");
    const qint64 few = residentWhileWaiting(100);
    const qint64 many = residentWhileWaiting(200'000);
    QVERIFY(few > 0 && many > 0);
    qInfo("100 addresses: %lld MB, 200,000 addresses: %lld MB", few / 1'000'000, many / 1'000'000);
    QVERIFY((many - few) / 1'000'000 < 60);
}

QTEST_GUILESS_MAIN(TestLongRun)
#include "tst_longrun.moc"
