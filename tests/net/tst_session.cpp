// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "checks/checkspec.h"
#include "session/jobfactory.h"

#include "support/faultserver.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace linnet;
using namespace linnet::session;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Runs as window and command line start them, against a server on loopback.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void requestsGoOnWhileTheMainThreadIsBusy();
    void strictestPaceHolds();

private:
    RunHandle *check(const FaultServer &server, const QByteArray &prefix, int count,
                     std::chrono::milliseconds delay);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>();
    m_session->setKeepsAwake(false);
    m_session->setDirect(true);
    QVERIFY(m_session->openProject(m_folder->filePath(u"test.linnet"_qs)));
}

void TestSession::cleanup()
{
    m_session.reset();
    m_folder.reset();
}

RunHandle *TestSession::check(const FaultServer &server, const QByteArray &prefix, int count,
                              std::chrono::milliseconds delay)
{
    std::vector<checks::CheckAddress> addresses;
    for (int i = 0; i < count; ++i)
        addresses.push_back({server.url(QString::fromLatin1(prefix) + QString::number(i)), i + 1});
    const checks::CheckSpec spec;
    RequestSpec requests;
    requests.pace.delay = delay;
    return m_session->start(JobFactory::params(spec, requests), checks::firstWork(spec, addresses, {}));
}

void TestSession::requestsGoOnWhileTheMainThreadIsBusy()
{
    FaultServer server;
    const RunHandle *run = check(server, "/", 200, 10ms);
    QTRY_VERIFY_WITH_TIMEOUT(server.seen().size() >= 5, 60'000);
    const qsizetype before = server.seen().size();
    QThread::sleep(1);
    const qsizetype meanwhile = server.seen().size() - before;
    QVERIFY2(meanwhile >= 10, qPrintable(QString::number(meanwhile)));
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QCOMPARE(run->progress().rows, 200);
}

void TestSession::strictestPaceHolds()
{
    FaultServer server;
    const RunHandle *quick = check(server, "/quick", 100, 20ms);
    QTRY_VERIFY_WITH_TIMEOUT(server.seen("/quick").size() >= 5, 60'000);
    const RunHandle *slow = check(server, "/slow", 6, 200ms);
    QTRY_VERIFY_WITH_TIMEOUT(quick->isOver() && slow->isOver(), 60'000);

    const QList<Seen> seen = server.seen();
    QCOMPARE(seen.size(), 106);
    const auto isSlow = [](const Seen &one) { return one.target.startsWith("/slow"); };
    const auto first = std::ranges::find_if(seen, isSlow);
    const auto last = std::ranges::find_if(seen.crbegin(), seen.crend(), isSlow).base();
    const qint64 bothNs = (last - 1)->atNs - first->atNs;
    QVERIFY2((last - first) <= bothNs / 200'000'000 + 2,
             qPrintable(QStringLiteral("%1 in %2 ms").arg(last - first).arg(bothNs / 1'000'000)));
    // The other one was not held back for longer than that.
    const auto rest = seen.cend() - last;
    QVERIFY(rest >= 30);
    QVERIFY(seen.last().atNs - (last - 1)->atNs < rest * 200'000'000);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
