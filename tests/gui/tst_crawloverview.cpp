// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completeness.h"
#include "gui/crawlsite.h"
#include "models/crawl/linklistmodel.h"
#include "models/crawl/viewlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::models;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The numbers of a crawl: ready views, completeness, and the links of a page.
class TestCrawlOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void counts_data();
    void counts();
    void everyAddressIsAccountedFor();
    void waitingIsSaid();
    void orphansNeedASitemap();
    void linksOfAPage();
    void closedProject();

private:
    bool wait(const CrawlOverview &overview) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<session::Session> m_session;
};

void TestCrawlOverview::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestCrawlOverview::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<session::Session>(m_folder->path());
    QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"crawl.linnet"_s)));
}

bool TestCrawlOverview::wait(const CrawlOverview &overview) const
{
    return QTest::qWaitFor(
        [&] {
            return overview.isKnown() && overview.pages() == 9 && overview.links() == 9 &&
                   overview.reasons().size() == 2;
        },
        20'000);
}

void TestCrawlOverview::counts_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<qint64>("count");
    QTest::newRow("broken") << u"broken"_s << qint64(1);
    QTest::newRow("places of it") << u"broken_links"_s << qint64(2);
    QTest::newRow("refused") << u"refused"_s << qint64(0);
    QTest::newRow("redirects") << u"redirects"_s << qint64(1);
    QTest::newRow("places within a page") << u"fragments"_s << qint64(1);
    QTest::newRow("titles") << u"same_title"_s << qint64(2);
    QTest::newRow("descriptions") << u"same_description"_s << qint64(2);
    QTest::newRow("content") << u"same_content"_s << qint64(2);
    QTest::newRow("no title") << u"no_title"_s << qint64(1);
    QTest::newRow("no description") << u"no_description"_s << qint64(0);
    QTest::newRow("orphans") << u"orphans"_s << qint64(1);
    QTest::newRow("robots") << u"robots"_s << qint64(1);
    QTest::newRow("indexable") << u"not_indexable"_s << qint64(0);
    QTest::newRow("scripts") << u"script_built"_s << qint64(0);
    QTest::newRow("certificates") << u"certificates"_s << qint64(0);
}

void TestCrawlOverview::counts()
{
    QFETCH(QString, view);
    CrawlOverview overview(*m_session, crawlViews());
    overview.setRun(CrawlSite::add(*m_session));
    QVERIFY(wait(overview));
    QCOMPARE(overview.links(), 9);
    const auto found = std::ranges::find(overview.views(), view, &ReadyView::id);
    QVERIFY(found != overview.views().end());
    QTEST(overview.count(found - overview.views().begin()), "count");
    for (const QString &column : found->columns)
        QVERIFY2(found->schema->indexOf(column), qPrintable(column));
}

void TestCrawlOverview::everyAddressIsAccountedFor()
{
    CrawlOverview overview(*m_session, crawlViews());
    QVERIFY(gui::Completeness::of(overview).sentence.isEmpty()); // nothing known
    overview.setRun(CrawlSite::add(*m_session));
    QVERIFY(wait(overview));
    const gui::Completeness shown = gui::Completeness::of(overview);
    qint64 asked = 0;
    qint64 leftOut = 0;
    for (const auto &line : shown.lines) {
        QVERIFY(!line.text.isEmpty());
        QVERIFY(!line.filter.isEmpty());
        (line.isReason ? leftOut : asked) += line.count;
    }
    QCOMPARE(asked, 7);
    QCOMPARE(leftOut, 2);
    QVERIFY2(shown.sentence.contains("7 asked, 2 left out, 0 waiting"_L1), qPrintable(shown.sentence));
}

void TestCrawlOverview::waitingIsSaid()
{
    const store::RunId run = CrawlSite::add(*m_session);
    store::Unit unit;
    unit.run = run;
    unit.newWork.push_back({u"http://site.example/later"_s, u"page/http/1"_s, u"site.example"_s, {}, 1});
    m_session->project().writer().post(std::move(unit));
    CrawlOverview overview(*m_session, crawlViews());
    overview.setRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(gui::Completeness::of(overview).sentence.startsWith("10 "_L1), 20'000);
    const gui::Completeness shown = gui::Completeness::of(overview);
    QVERIFY2(shown.sentence.contains("7 asked, 2 left out, 1 waiting"_L1), qPrintable(shown.sentence));
    QVERIFY(shown.hint.contains("go on later"_L1));
}

void TestCrawlOverview::orphansNeedASitemap()
{
    CrawlOverview overview(*m_session, crawlViews());
    ViewListModel model(overview);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto orphans = std::ranges::find(overview.views(), u"orphans"_s, &ReadyView::id);
    const QModelIndex index = model.index(int(orphans - overview.views().begin()));
    model.setHasSitemap(false);
    QCOMPARE(index.data(ViewListModel::NoteRole).toString(), u"needs a sitemap"_s);
    model.setHasSitemap(true);
    QCOMPARE(index.data(ViewListModel::NoteRole).toString(), QString());
    overview.setRun(CrawlSite::add(*m_session));
    QVERIFY(wait(overview));
    QCOMPARE(index.data(ViewListModel::NoteRole).toString(), u"1"_s);
    QVERIFY(index.data(ViewListModel::DefectRole).toBool());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(", 1"_L1));
}

void TestCrawlOverview::linksOfAPage()
{
    const store::RunId run = CrawlSite::add(*m_session);
    LinkListModel in(LinkListModel::Direction::In);
    LinkListModel out(LinkListModel::Direction::Out);
    const QAbstractItemModelTester tester(&in, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString path = m_session->project().path();
    const QString missing = CrawlSite::root() + u"missing"_s;
    CrawlOverview overview(*m_session, crawlViews());
    overview.setRun(run);
    QVERIFY(wait(overview)); // the rows are stored
    in.setPage(path, run, missing);
    QTRY_COMPARE(in.total(), 2);
    QCOMPARE(in.index(0, 0).data(LinkListModel::UrlRole).toString(), CrawlSite::root());
    QCOMPARE(in.index(1, 1).data().toString(), u"two"_s);
    out.setPage(path, run, CrawlSite::root());
    QTRY_COMPARE(out.rowCount(), 6);
    in.setPage(path, run, missing.toUpper()); // another address for a server
    QTRY_COMPARE(in.total(), 0);
    in.setPage({}, 0, {});
    QCOMPARE(in.rowCount(), 0);
}

void TestCrawlOverview::closedProject()
{
    CrawlOverview overview(*m_session, crawlViews());
    overview.setRun(CrawlSite::add(*m_session));
    QVERIFY(m_session->projectSlot().close()); // while it counts
    QCOMPARE(overview.pages(), -1);
    QVERIFY(!overview.isKnown());
}

QTEST_GUILESS_MAIN(TestCrawlOverview)
#include "tst_crawloverview.moc"
