// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/chart/chartpanel.h"
#include "gui/crawl/crawlpage.h"
#include "gui/insight/insighttab.h"
#include "gui/project/projectbanner.h"
#include "gui/run/changesview.h"
#include "gui/run/trendsview.h"
#include "gui/shell/recentprojects.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"
#include "net/transfer/zstdunpacker.h"
#include "session/runkinds.h"
#include "session/sample/sampleproject.h"
#include "session/saved/savedsearch.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "table/changes/changeschema.h"
#include "table/checkschema.h"
#include "table/hreflangschema.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/pageschema.h"
#include "table/proxyschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"

#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// The sample project that comes with the program, in the window: every page has something to show.
class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isOfThisVersion();
    void opensFromStartPage();
    void tablesHaveRows();
    void pagesShowThem();
    void insightAnswers();
    void whatChanged();
    void overTime();
    void findings();
    void runsAgain();
    void startsAfresh();
    void isKept();

private:
    bool open();
    QHash<QString, store::RunInfo> newest() const;
    RunPage &show(QLatin1StringView kind);
    bool hasRows(ResultsPane &pane) const;

    std::unique_ptr<test::WindowRig> m_rig;
};

namespace {

constexpr int Patience = 60'000;

} // namespace

void TestSample::initTestCase()
{
    m_rig = std::make_unique<test::WindowRig>();
}

void TestSample::cleanupTestCase()
{
    m_rig.reset();
}

/// With its runs in the navigator, unless it is open.
bool TestSample::open()
{
    if (m_rig->session().hasProject() && m_rig->session().projectSlot().isSample())
        return true;
    m_rig->actions().run(u"help.sample"_s);
    return QTest::qWaitFor(
        [this] { return m_rig->session().hasProject() && m_rig->workspace().task().run() != 0; }, Patience);
}

QHash<QString, store::RunInfo> TestSample::newest() const
{
    QHash<QString, store::RunInfo> newest;
    const auto reader = m_rig->session().project().reader();
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    for (const store::RunInfo &run : runs.value_or(std::vector<store::RunInfo>())) {
        if (newest.value(run.kind).id < run.id)
            newest[run.kind] = run;
    }
    return newest;
}

RunPage &TestSample::show(QLatin1StringView kind)
{
    m_rig->workspace().showRun(newest().value(kind).id);
    return *m_rig->workspace().task(kind);
}

bool TestSample::hasRows(ResultsPane &pane) const
{
    return QTest::qWaitFor([&pane] { return !pane.model().isBuilding() && pane.model().rowCount() > 0; },
                           Patience);
}

/// Opened by every later version, too; but each copy would have to be brought up to date first.
void TestSample::isOfThisVersion()
{
    QFile packed(QStringLiteral(LINNET_SOURCE_DIR "/resources/sample/sample.linnet.zst"));
    QVERIFY(packed.size() > 0 && packed.size() < 600'000);
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QByteArray bytes;
    QCOMPARE(net::ZstdUnpacker().feed(packed.readAll(), bytes, 100'000'000), net::Unpacker::State::End);
    QFile file(m_rig->path(u"raw.linnet"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    auto database = store::Database::open(file.fileName(), store::Database::Mode::Read);
    QVERIFY(database);
    QVERIFY2(database->integer("PRAGMA user_version").value_or(0) == store::SchemaSteps::version(),
             "The file format has grown: ./dev sample makes the sample anew");
    QCOMPARE(database->integer("SELECT count(*) FROM attempt WHERE proxy <> ''").value_or(-1), 0);
}

void TestSample::opensFromStartPage()
{
    m_rig->workspace().showStart();
    m_rig->window().findChild<ListRow *>(u"sampleRow"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->session().hasProject(), Patience);
    QVERIFY(m_rig->session().projectSlot().isSample());
    QVERIFY(m_rig->session().projectSlot().isUnsaved());
    QCOMPARE(m_rig->window().windowTitle(), u"Sample project — Linnet"_s);
    const auto *banner = m_rig->window().findChild<ProjectBanner *>();
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(u"invented"_s));
    // The newest run is one of those that people come for.
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->workspace().task().run(), newest().value(session::runkind::Vacancies).id,
                              Patience);
    QVERIFY(hasRows(*m_rig->workspace().task().results().pane()));
    QVERIFY(RecentProjects(m_rig->settings()).entries().isEmpty());
}

void TestSample::tablesHaveRows()
{
    QVERIFY(open());
    const auto reader = m_rig->session().project().reader();
    QVERIFY(reader);
    for (const table::Schema *schema :
         {&table::vacancySchema(), &table::listingSchema(), &table::pageSchema(), &table::linkSchema(),
          &table::hreflangSchema(), &table::checkSchema(), &table::proxySchema(), &table::requestSchema()}) {
        store::RowQuery query;
        query.schema = schema;
        const auto count = (*reader)->count(query);
        QVERIFY2(count && *count > 0, qPrintable(schema->key));
    }
    for (const table::Schema *schema : {&table::vacancySchema(), &table::pageSchema()})
        QVERIFY((*reader)->hasMarks(*schema).value_or(false));
    QCOMPARE((*reader)->joinedTables().value_or(std::vector<store::JoinedTable>()).size(), 1U);
    const auto found = (*reader)->countJoined(u"Our contacts"_s);
    QVERIFY(found && found->found > 0);
    const auto memos = (*reader)->memos();
    QVERIFY(memos && session::savedSearches(*memos).size() == 4);
    // Of each search one entry, under its name.
    for (const store::RunInfo &run : newest())
        QVERIFY2(memos->contains(
                     session::SavedSearch::memoKey(session::SavedSearch{1, run.kind, run.params}.task())),
                 qPrintable(run.kind));
}

void TestSample::pagesShowThem()
{
    QVERIFY(open());
    for (const auto kind : {session::runkind::Proxies, session::runkind::Checks, session::runkind::Crawl,
                            session::runkind::Vacancies}) {
        RunPage &page = show(kind);
        QVERIFY(page.results().pane());
        QVERIFY2(hasRows(*page.results().pane()), qPrintable(kind));
    }
    ResultsPane &ads = *m_rig->vacancies().results().pane(table::vacancySchema());
    QVERIFY(ads.schema().indexOf(u"our_contact"_s));
    m_rig->workspace().showActivity();
    QVERIFY(hasRows(*m_rig->workspace().activity().results().pane(table::requestSchema())));
}

void TestSample::insightAnswers()
{
    QVERIFY(open());
    for (const auto kind : {session::runkind::Checks, session::runkind::Crawl, session::runkind::Vacancies}) {
        RunPage &page = show(kind);
        QVERIFY(hasRows(*page.results().pane()));
        page.results().showPage(page.insight());
        InsightTab &tab = *page.insight();
        QTRY_VERIFY_WITH_TIMEOUT(!tab.figures().isEmpty(), Patience);
        int answered = 0;
        for (int row = 0; row < tab.questions().count(); ++row) {
            const QString question = tab.questions().item(row)->text();
            // Honest reasons why nothing is said are no answers; that one wants thousands of ads.
            if (question == u"Which skills go with more pay?"_s)
                continue;
            tab.questions().setCurrentRow(row);
            QTRY_VERIFY2_WITH_TIMEOUT(tab.chart().isVisible() && tab.chart().view().chart().title == question,
                                      qPrintable(question), Patience);
            QVERIFY2(!tab.chart().view().chart().isEmpty(), qPrintable(question));
            ++answered;
        }
        QVERIFY2(answered >= 4, qPrintable(kind));
    }
}

void TestSample::whatChanged()
{
    QVERIFY(open());
    RunPage &search = show(session::runkind::Vacancies);
    search.showChanges();
    ResultsPane &ads = search.changes().pane();
    QVERIFY(hasRows(ads));
    for (const QString &change : {u"new"_s, u"gone"_s, u"changed"_s, u"reposted"_s}) {
        ads.filter().clear();
        ads.filter().keepOnly(int(table::ChangeColumn::Change), {change});
        QVERIFY2(hasRows(ads), qPrintable(change));
        QTRY_VERIFY_WITH_TIMEOUT(ads.model().index(0, 0).data().toString().size() > 1, Patience);
    }
    RunPage &crawl = show(session::runkind::Crawl);
    crawl.showChanges();
    ResultsPane &pages = crawl.changes().pane();
    QVERIFY(hasRows(pages));
    for (const QString &change : {u"new"_s, u"changed"_s, u"broken"_s, u"mended"_s}) {
        pages.filter().clear();
        pages.filter().keepOnly(int(table::ChangeColumn::Change), {change});
        QVERIFY2(hasRows(pages), qPrintable(change));
    }
}

/// Three runs, on three days.
void TestSample::overTime()
{
    QVERIFY(open());
    RunPage &page = show(session::runkind::Vacancies);
    page.results().showPage(&page.trends());
    ResultsPane &pane = page.trends().pane();
    QVERIFY(hasRows(pane));
    const int column = *pane.schema().indexOf(u"begins"_s);
    QSet<QString> days;
    for (int row = 0; row < pane.model().rowCount(); ++row) {
        const auto begins = [&] { return pane.model().index(row, column).data().toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(begins().size() > 5, Patience); // else it is read still
        days.insert(begins().left(6));
    }
    QVERIFY(days.size() >= 3);
}

void TestSample::findings()
{
    QVERIFY(open());
    RunPage &page = show(session::runkind::Crawl);
    const models::FindingListModel &findings = qobject_cast<CrawlPage *>(&page)->findings();
    QTRY_VERIFY_WITH_TIMEOUT(findings.isJudged(), Patience);
    for (const audit::Level level : {audit::Level::Error, audit::Level::Warning, audit::Level::Notice})
        QVERIFY(findings.hits(level) >= 10);
    const QStringList wanted{u"broken_4xx"_s, u"links_broken"_s, u"title_duplicate"_s, u"redirect_chain"_s};
    for (const QString &rule : wanted)
        QVERIFY2(findings.entryOf(rule) >= 0, qPrintable(rule));
}

/// No account and no network: it asks the practice server of the program, wherever that is.
void TestSample::runsAgain()
{
    QVERIFY(open());
    RunPage &page = show(session::runkind::Checks);
    page.results().showTable(table::checkSchema());
    const store::RunId before = page.run();
    m_rig->actions().run(u"task.runAgain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.run() > before && !page.isUnderWay(), Patience);
    ResultsPane &pane = *page.results().pane();
    pane.filter().keepOnly(*pane.schema().indexOf(u"status"_s), {qint64(200)});
    QVERIFY(hasRows(pane));
    // SuperJob wants a key; the practice server is content with its own.
    RunPage &search = show(session::runkind::Vacancies);
    search.results().showTable(table::vacancySchema());
    const store::RunId last = search.run();
    m_rig->actions().run(u"task.runAgain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(search.run() > last, Patience);
    ResultsPane &ads = *search.results().pane(table::vacancySchema());
    ads.filter().keepOnly(*ads.schema().indexOf(u"source"_s), {u"superjob"_s});
    QVERIFY(hasRows(ads));
    search.finish();
    QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
}

/// Also while the copy of before is open: that one is let go then.
void TestSample::startsAfresh()
{
    QVERIFY(open());
    session::ProjectSlot &slot = m_rig->session().projectSlot();
    const QString first = slot.project().path();
    slot.project().writer().postMemo(u"segments"_s, u"Mine\turl contains /mine/\n"_s);
    m_rig->actions().run(u"help.sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(slot.isOpen() && slot.project().path() != first, Patience);
    QVERIFY(slot.isSample());
    const auto reader = slot.project().reader();
    QVERIFY(reader &&
            !(*reader)->memos().value_or(QHash<QString, QString>()).value(u"segments"_s).contains(u"Mine"_s));
    m_rig->actions().run(u"help.sample"_s);
    QTRY_COMPARE_WITH_TIMEOUT(slot.isOpen() ? slot.project().path() : QString(), first, Patience);
    QCOMPARE(QFileInfo(first).fileName(), u"Sample project.linnet"_s);
    QVERIFY(QDir(slot.sampleFolder()).entryList({u"*.linnet"_s}, QDir::Files).size() <= 2);
}

void TestSample::isKept()
{
    QVERIFY(open());
    session::ProjectSlot &slot = m_rig->session().projectSlot();
    const QString copy = slot.project().path();
    const QString path = m_rig->path(u"mine.linnet"_s);
    QVERIFY(slot.saveAs(path));
    QVERIFY(!slot.isSample() && !slot.isUnsaved());
    QVERIFY(!QFileInfo::exists(copy));
    QVERIFY(newest().contains(session::runkind::Crawl));
}

QTEST_MAIN(TestSample)
#include "tst_sample.moc"
