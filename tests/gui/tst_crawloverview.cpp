// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/completeness.h"
#include "gui/crawlsite.h"
#include "models/crawl/auditfinder.h"
#include "models/crawl/findinglistmodel.h"
#include "models/crawl/linklistmodel.h"

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
    void findings();
    void worstFirst();
    void foldsWhatPassed();
    void readsTheRulesOfTheProject();
    void countsToKeep();
    void linksOfAPage();
    void closedProject();

private:
    bool wait(const CrawlOverview &overview) const;
    /// By the rules that the project keeps.
    QList<audit::Finding> audit(AuditFinder &finder, store::RunId run, bool throughProxy = false) const;

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
    QTest::newRow("of the site") << u"site"_s << qint64(7);
    QTest::newRow("asked") << u"asked"_s << qint64(7);
    QTest::newRow("named") << u"named"_s << qint64(9);
    QTest::newRow("redirects") << u"redirects"_s << qint64(1);
    QTest::newRow("to other sites") << u"external"_s << qint64(1);
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

QList<audit::Finding> TestCrawlOverview::audit(AuditFinder &finder, store::RunId run, bool throughProxy) const
{
    QSignalSpy found(&finder, &AuditFinder::found);
    finder.setProject(m_session->project().path());
    const auto memos = m_session->project().reader().value()->memos();
    finder.ask({.run = run, .throughProxy = throughProxy, .pages = {}},
               memos.value_or(QHash<QString, QString>()));
    if (!found.wait(30'000))
        return {};
    return found.front().front().value<QList<audit::Finding>>();
}

/// Only what has rows is listed, in its group, the groups with errors first.
void TestCrawlOverview::findings()
{
    CrawlOverview overview(*m_session, crawlViews());
    FindingListModel model(overview);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int views = model.rowCount();
    QVERIFY(!model.isJudged());
    const store::RunId run = CrawlSite::add(*m_session);
    overview.setRun(run);
    QVERIFY(wait(overview));
    AuditFinder finder;
    model.setFindings(audit(finder, run));
    QVERIFY(model.isJudged());
    QStringList shown;
    audit::Level worst = audit::Level::Error;
    for (int row = views; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const auto kind = FindingListModel::Kind(index.data(FindingListModel::KindRole).toInt());
        if (kind == FindingListModel::Kind::Group) {
            const auto first = audit::Level(model.index(row + 1).data(FindingListModel::LevelRole).toInt());
            QVERIFY(first >= worst);
            worst = first;
        }
        if (kind != FindingListModel::Kind::Finding)
            continue;
        const int entry = index.data(FindingListModel::EntryRole).toInt();
        QCOMPARE(model.rowOf(entry), row);
        const ReadyView view = model.view(entry);
        QCOMPARE(model.entryOf(view.id), entry);
        QCOMPARE(model.entryWith(*view.schema, view.filter), entry);
        for (const QString &column : view.columns)
            QVERIFY2(view.schema->indexOf(column), qPrintable(column));
        // A click shows as many rows as the list says.
        QCOMPARE(
            m_session->project().reader().value()->count({view.schema, {run}, view.filter, {}}).value_or(-1),
            model.count(entry));
        shown << view.id + u' ' + index.data(FindingListModel::NoteRole).toString();
        QVERIFY(index.data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u", "_s + index.data(FindingListModel::NoteRole).toString()));
    }
    for (const char *expected : {"broken_4xx 1", "links_broken 2", "robots_blocked 1", "redirect_links 1",
                                 "title_missing 1", "title_duplicate 2", "fragment_missing 1", "orphan 1"})
        QVERIFY2(shown.contains(QString::fromLatin1(expected)), qPrintable(shown.join(u'\n')));
    for (const char *absent : {"broken_5xx", "certificate", "sitemap_broken"})
        QVERIFY2(shown.filter(QString::fromLatin1(absent)).isEmpty(), absent);
}

/// Under each level what has most rows first, and each line says why it stands there.
void TestCrawlOverview::worstFirst()
{
    CrawlOverview overview(*m_session, crawlViews());
    FindingListModel model(overview);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const store::RunId run = CrawlSite::add(*m_session);
    overview.setRun(run);
    QVERIFY(wait(overview));
    AuditFinder finder;
    model.setFindings(audit(finder, run));
    const int findings = model.rowCount();
    model.setOrder(FindingListModel::Order::WorstFirst);
    QVERIFY(findings > 10);
    QStringList headings;
    std::pair<int, qint64> before{0, std::numeric_limits<qint64>::max()};
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const auto kind = FindingListModel::Kind(index.data(FindingListModel::KindRole).toInt());
        if (kind == FindingListModel::Kind::Group)
            headings << index.data().toString();
        const QString reason = index.data(FindingListModel::ReasonRole).toString();
        QCOMPARE(reason.isEmpty(), kind != FindingListModel::Kind::Finding);
        if (kind != FindingListModel::Kind::Finding)
            continue;
        const int entry = index.data(FindingListModel::EntryRole).toInt();
        const std::pair<int, qint64> here{int(model.finding(entry)->rule.level), model.count(entry)};
        QVERIFY2(here.first > before.first || (here.first == before.first && here.second <= before.second),
                 qPrintable(reason));
        before = here;
        const QString counted = QLocale().toString(model.count(entry)) + u" of "_s;
        QVERIFY2(reason.startsWith(counted) && reason.contains(u" %"_s), qPrintable(reason));
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(audit::levelTitle(model.finding(entry)->rule.level)), qPrintable(spoken));
    }
    QCOMPARE(headings, (QStringList{u"Errors"_s, u"Warnings"_s, u"Notices"_s}));
    model.setOrder(FindingListModel::Order::ByGroup);
    QCOMPARE(model.rowCount(), findings);
}

void TestCrawlOverview::foldsWhatPassed()
{
    CrawlOverview overview(*m_session, crawlViews());
    FindingListModel model(overview);
    const store::RunId run = CrawlSite::add(*m_session);
    overview.setRun(run);
    QVERIFY(wait(overview)); // the rows are stored
    AuditFinder finder;
    model.setFindings(audit(finder, run, true));
    const QModelIndex passed = model.index(model.rowCount() - 1);
    QCOMPARE(FindingListModel::Kind(passed.data(FindingListModel::KindRole).toInt()),
             FindingListModel::Kind::Passed);
    QVERIFY2(passed.data().toString().endsWith("passed"_L1), qPrintable(passed.data().toString()));
    const int folded = model.rowCount();
    model.setUnfolded(true);
    QVERIFY(model.rowCount() > folded + 50);
    QStringList notes;
    for (int row = folded; row < model.rowCount(); ++row) {
        notes << model.index(row).data(FindingListModel::NoteRole).toString();
        QCOMPARE(model.index(row).data(FindingListModel::EntryRole).toInt(), -1); // nothing to show
    }
    QVERIFY(notes.contains(u"asked through a proxy"_s) && notes.contains(u"0"_s));
    model.setUnfolded(false);
    QCOMPARE(model.rowCount(), folded);
}

void TestCrawlOverview::readsTheRulesOfTheProject()
{
    CrawlOverview overview(*m_session, crawlViews());
    FindingListModel model(overview);
    const store::RunId run = CrawlSite::add(*m_session);
    overview.setRun(run);
    QVERIFY(wait(overview)); // the rows are stored
    AuditFinder finder;
    model.setFindings(audit(finder, run));
    QVERIFY(model.rowOf(model.entryOf(u"title_missing"_s)) >= 0);
    m_session->project().writer().postMemo(
        audit::RuleSet::memoKey(),
        u"{\"rules\": [{\"id\": \"title_missing\", \"on\": false}, {\"id\": \"mine\", \"filter\": \"title = News\"}]}"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->project().reader().value()->memos()->size() == 1, 20'000);
    model.setFindings(audit(finder, run));
    QCOMPARE(model.entryOf(u"title_missing"_s), -1);
    QCOMPARE(model.count(model.entryOf(u"mine"_s)), 2);
}

/// What was counted is for the project to keep, once.
void TestCrawlOverview::countsToKeep()
{
    CrawlOverview overview(*m_session, crawlViews());
    const store::RunId run = CrawlSite::add(*m_session);
    overview.setRun(run);
    QVERIFY(wait(overview)); // the rows are stored
    AuditFinder finder;
    QSignalSpy counted(&finder, &AuditFinder::counted);
    const QList<audit::Finding> first = audit(finder, run);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.front().front().toLongLong(), run);
    m_session->project().writer().postAttachment(
        run, {0, store::AttachmentWrite::Kind::Counts, counted.front().back().toByteArray()});
    bool isStored = false;
    m_session->project().writer().flush(this, [&isStored](const Result<void> &) { isStored = true; });
    QTRY_VERIFY(isStored);
    AuditFinder another;
    QSignalSpy again(&another, &AuditFinder::counted);
    const QList<audit::Finding> second = audit(another, run);
    QVERIFY(again.isEmpty());
    QCOMPARE(second.size(), first.size());
    for (qsizetype i = 0; i < first.size(); ++i) {
        QCOMPARE(second[i].count, first[i].count);
        QCOMPARE(second[i].of, first[i].of);
        QCOMPARE(second[i].isJudged, first[i].isJudged);
    }
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
