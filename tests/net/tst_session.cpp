// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "checks/checkspec.h"
#include "session/runparams.h"

#include "net/engine/engine.h"
#include "store/project/project.h"
#include "support/faultserver.h"
#include "table/pageschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::session;
using namespace linnet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(linnet::Reason)

/// Runs as window and command line start them, against a server on loopback.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void requestsGoOnWhileTheMainThreadIsBusy();
    void strictestPaceHolds();
    void listsOfCrawlsAreWork();
    void otherFilesCannotTakeTheProjectsPlace_data();
    void otherFilesCannotTakeTheProjectsPlace();
    void anotherProjectTakesThePlace();
    void practiceGoesOnWhereItsServerIs();
    void crawlsOfEarlierVersionsGoOn_data();
    void crawlsOfEarlierVersionsGoOn();

private:
    /// A crawl of three pages of the server, "/page0" twice.
    static links::CrawlSpec crawl(const FaultServer &server);
    QStringList pages(store::RunId run);
    RunHandle *check(const FaultServer &server, const QByteArray &prefix, int count,
                     std::chrono::milliseconds delay);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(m_folder->path());
    m_session->setKeepsAwake(false);
    m_session->network().setDirect(true);
    QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"test.linnet"_s)));
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
    jobs::RequestSpec requests;
    requests.pace.delay = delay;
    return m_session->start(RunParams::of(spec, requests, checks::firstWork(spec, addresses, {})));
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

links::CrawlSpec TestSession::crawl(const FaultServer &server)
{
    links::CrawlSpec spec;
    for (const int page : {0, 1, 0, 2})
        spec.start << server.url(u"/page%1"_s.arg(page)).toString();
    return spec;
}

QStringList TestSession::pages(store::RunId run)
{
    QStringList result;
    const auto reader = m_session->project().reader();
    const auto ids = (*reader)->ids({&table::pageSchema(), {run}, {}, {{u"url"_s, false}}});
    const auto rows = (*reader)->rows(table::pageSchema(), *ids);
    for (const table::Cells &cells : *rows)
        result << QUrl(table::toText(cells.front())).path();
    return result;
}

/// The parameters of a run stay small, however long its list is.
void TestSession::listsOfCrawlsAreWork()
{
    FaultServer server;
    jobs::RequestSpec requests;
    requests.pace.delay = 0ms;
    const links::CrawlSpec spec = crawl(server);
    const RunHandle *run = m_session->start(RunParams::of(spec, requests));
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QCOMPARE(run->progress().state, store::RunState::Finished);
    QCOMPARE(pages(run->id()), (QStringList{u"/page0"_s, u"/page1"_s, u"/page2"_s}));
    const auto reader = m_session->project().reader();
    const auto runs = (*reader)->runs();
    const auto stored = links::CrawlSpec::fromJson(runs->front().params[u"crawl"_s].toObject());
    QVERIFY(stored);
    QVERIFY(!QJsonDocument(runs->front().params).toJson().contains("/page1"));
    QCOMPARE(*(*reader)->addresses(run->id(), stored->starts),
             (QStringList{spec.start[0], spec.start[1], spec.start[3]}));
    // Further crawls of the list are the same task, others are not.
    links::CrawlSpec other = spec;
    other.start.swapItemsAt(1, 3);
    QCOMPARE(RunParams::of(spec, requests).params, runs->front().params);
    QVERIFY(RunParams::of(other, requests).params != runs->front().params);
}

void TestSession::otherFilesCannotTakeTheProjectsPlace_data()
{
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("text") << false << Reason::NotAProject;
    QTest::newRow("open elsewhere") << true << Reason::Locked;
}

/// What is open stays open, and its run goes on.
void TestSession::otherFilesCannotTakeTheProjectsPlace()
{
    QFETCH(const bool, isLocked);
    const QString other = m_folder->filePath(u"other.linnet"_s);
    std::unique_ptr<store::Project> elsewhere;
    if (isLocked) {
        auto opened = store::Project::open(other);
        QVERIFY(opened);
        elsewhere = std::move(*opened);
    } else {
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("a shopping list\n").repeated(100));
    }
    FaultServer server;
    const RunHandle *run = check(server, "/", 20, 10ms);
    ProjectSlot &slot = m_session->projectSlot();
    QSignalSpy closing(&slot, &ProjectSlot::aboutToClose);
    const Result<void> opened = slot.open(other);
    QVERIFY(!opened);
    QTEST(opened.error().reason, "reason");
    QVERIFY(closing.isEmpty());
    QCOMPARE(slot.project().path(), m_folder->filePath(u"test.linnet"_s));
    QCOMPARE(m_session->handle(run->id()), run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QCOMPARE(run->progress().rows, 20);
}

void TestSession::anotherProjectTakesThePlace()
{
    FaultServer server;
    const store::RunId run = check(server, "/", 100, 50ms)->id();
    QTRY_VERIFY_WITH_TIMEOUT(!server.seen().isEmpty(), 60'000);
    ProjectSlot &slot = m_session->projectSlot();
    QString closing;
    const QObject listener; // the slot is closed once more in cleanup()
    connect(&slot, &ProjectSlot::aboutToClose, &listener, [&] { closing = slot.project().path(); });
    const QString other = m_folder->filePath(u"other.linnet"_s);
    QVERIFY(slot.open(other));
    QCOMPARE(closing, m_folder->filePath(u"test.linnet"_s));
    QCOMPARE(slot.project().path(), other);
    QVERIFY(!m_session->handle(run));
    QVERIFY(m_session->runsUnderWay().isEmpty());
    // Its own file is opened anew, and the one of before is free.
    QVERIFY(slot.open(other));
    QVERIFY(slot.open(m_folder->filePath(u"test.linnet"_s)));
    QVERIFY(m_session->resume(run));
}

/// The practice server has another port after each start.
void TestSession::practiceGoesOnWhereItsServerIs()
{
    FaultServer before;
    m_session->setPractice({[&before] { return before.url(); }, {}});
    RunHandle *run = check(before, "/", 20, 50ms);
    const store::RunId id = run->id();
    QTRY_VERIFY_WITH_TIMEOUT(before.seen().size() >= 3, 60'000);
    run->finish();
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    const QString path = m_session->project().path();
    const qsizetype asked = before.seen().size();
    before.shut();

    m_session = std::make_unique<Session>(m_folder->path()); // the program was started anew
    m_session->setKeepsAwake(false);
    m_session->network().setDirect(true);
    std::unique_ptr<FaultServer> now;
    m_session->setPractice({[&now] { return now ? now->url() : QUrl(); },
                            [&now]() -> Result<QUrl> {
                                now = std::make_unique<FaultServer>();
                                return now->url();
                            }});
    QVERIFY(m_session->projectSlot().open(path));
    const auto resumed = m_session->resume(id);
    QVERIFY(resumed);
    QVERIFY(now);
    QTRY_VERIFY_WITH_TIMEOUT((*resumed)->isOver(), 60'000);
    QCOMPARE((*resumed)->progress().state, store::RunState::Finished);
    QCOMPARE((*resumed)->progress().rows, 20);
    QCOMPARE((*resumed)->progress().failed, 0);
    QVERIFY(now->seen().size() >= 20 - asked);
    // Others are left alone.
    now->setHandler({});
    FaultServer elsewhere;
    const RunHandle *other = check(elsewhere, "/", 2, 0ms);
    QTRY_VERIFY_WITH_TIMEOUT(other->isOver(), 60'000);
    QCOMPARE(elsewhere.seen().size(), 2);
    const auto reader = m_session->project().reader();
    const auto runs = (*reader)->runs();
    QVERIFY(!RunParams::practice(runs->front().params).isEmpty());
    QVERIFY(RunParams::practice(runs->back().params).isEmpty());
}

void TestSession::crawlsOfEarlierVersionsGoOn_data()
{
    QTest::addColumn<bool>("isBegun");
    QTest::addRow("nothing was stored yet") << false;
    QTest::addRow("one page is there") << true;
}

/// They have their list among the parameters.
void TestSession::crawlsOfEarlierVersionsGoOn()
{
    QFETCH(const bool, isBegun);
    FaultServer server;
    jobs::RequestSpec requests;
    requests.pace.delay = 0ms;
    links::CrawlSpec spec = crawl(server);
    QJsonObject params = RunParams::of(spec, requests).params;
    QJsonObject old = params[u"crawl"_s].toObject();
    for (const QString &key : {u"first"_s, u"starts"_s, u"list"_s})
        old.remove(key);
    old[u"start"_s] = QJsonArray::fromStringList(spec.start);
    params[u"crawl"_s] = old;
    store::Writer &writer = m_session->project().writer();
    const store::RunId id = writer.postRun(u"crawl"_s, params);
    if (isBegun) {
        store::Unit first = spec.takeStart();
        first.run = id;
        writer.post(std::move(first));
    }
    bool isWritten = false;
    writer.flush(this, [&](const Result<void> &) { isWritten = true; });
    QTRY_VERIFY(isWritten);
    if (isBegun) {
        store::WorkList work(m_session->project(), id);
        const QString host = net::HostKey(server.url(u"/"_s)).toString();
        const auto items = work.take(u"page/http/0"_s, host, 1);
        QCOMPARE(items->size(), size_t(1));
        store::Unit done;
        done.run = id;
        done.ended.push_back({items->front().id, store::WorkState::Done, 1, {}});
        writer.post(std::move(done));
    }
    const Result<RunHandle *> run = m_session->resume(id);
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT((*run)->isOver(), 60'000);
    QCOMPARE((*run)->progress().state, store::RunState::Finished);
    QCOMPARE(server.seen("/page0").size(), isBegun ? 0 : 1);
    QCOMPARE(server.seen("/page1").size(), 1);
    QCOMPARE(server.seen("/page2").size(), 1);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
