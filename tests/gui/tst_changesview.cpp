// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawlsite.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/run/changesview.h"
#include "gui/run/trendsview.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "models/changeswords.h"
#include "session/runparams.h"
#include "support/practice.h"
#include "support/twostates.h"
#include "table/changes/changeschema.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using table::ChangeColumn;

/// What changed between two searches, in the window.
class TestChangesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toldAndShown();
    void nothingChanged();
    void chosenInTheNavigator();
    void earlierRunsShown();
    void crawls();
    void newFaults();
    void onlyWhatIsNew();
    void seenInAFirstRun();
    void trendsInATable();
    void goneIsConfirmed();
    void projectCloses();
    void earlierValues();

private:
    static session::RunHandle *search(WindowRig &rig, const QUrl &server);
    static bool twoSearches(WindowRig &rig);
    static gui::Banner *newsOf(WindowRig &rig) { return newsOf(rig.vacancies()); }
    static gui::Banner *newsOf(gui::RunPage &page);
    static bool waitForRows(WindowRig &rig, int rows)
    {
        return waitForRows(rig.vacancies().changes().pane(), rows);
    }
    static bool waitForRows(gui::ResultsPane &pane, int rows);
    static QToolButton *button(gui::ResultsPane &pane, const QString &text);
    static QString shown(models::RowModel &model, int row, int column, int role = Qt::DisplayRole);
};

session::RunHandle *TestChangesView::search(WindowRig &rig, const QUrl &server)
{
    QUrl base = server;
    base.setPath(u"/api/v1"_s);
    vacancies::SearchSpec spec;
    spec.sources = {{u"trudvsem"_s, {}, base, {}}};
    spec.sources.front().query.pages = 0;
    spec.details = false;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    return rig.session().startVacancies(spec, requests);
}

/// The second one is shown.
bool TestChangesView::twoSearches(WindowRig &rig)
{
    const Practice before;
    const Practice later(u"later");
    if (!rig.session().projectSlot().openNew())
        return false;
    session::RunHandle *first = search(rig, before.url);
    if (!QTest::qWaitFor([first] { return first->isOver(); }, 30'000))
        return false;
    rig.newSearch();
    session::RunHandle *second = search(rig, later.url);
    rig.vacancies().follow(second);
    return QTest::qWaitFor([second] { return second->isOver(); }, 30'000);
}

/// The line that tells what changed; null while it does not.
gui::Banner *TestChangesView::newsOf(gui::RunPage &page)
{
    for (gui::Banner *banner : page.findChildren<gui::Banner *>()) {
        if (banner->isVisible() && (banner->text().contains(u"new") || banner->text().contains(u"Nothing")))
            return banner;
    }
    return nullptr;
}

QToolButton *TestChangesView::button(gui::ResultsPane &pane, const QString &text)
{
    const auto buttons = pane.findChildren<QToolButton *>();
    const auto found = std::ranges::find(buttons, text, &QToolButton::text);
    return found == buttons.end() ? nullptr : *found;
}

bool TestChangesView::waitForRows(gui::ResultsPane &pane, int rows)
{
    models::RowModel &model = pane.model();
    return QTest::qWaitFor([&] { return !model.isBuilding() && model.rowCount() == rows; }, 30'000);
}

QString TestChangesView::shown(models::RowModel &model, int row, int column, int role)
{
    const QModelIndex index = model.index(row, column);
    if (!QTest::qWaitFor([&] { return index.data(models::RowModel::LoadedRole).toBool(); }, 20'000))
        return u"<not loaded>"_s;
    return index.data(role).toString();
}

void TestChangesView::toldAndShown()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    gui::Banner *news = newsOf(rig);
    QVERIFY2(news->text().contains(u"50 new, 30 gone, 10 posted again, 20 changed, pay differs for 20"),
             qPrintable(news->text()));
    gui::ResultsView &results = rig.vacancies().results();
    auto *tabs = results.findChild<QTabBar *>();
    QVERIFY(tabs->isTabVisible(tabs->count() - 1));
    QVERIFY(results.pane() != &rig.vacancies().changes().pane());
    Q_EMIT news->actionClicked(0);
    QVERIFY(!news->isVisible());
    QVERIFY(waitForRows(rig, 110));
    QCOMPARE(results.pane(), &rig.vacancies().changes().pane());

    // A table like any other: its filter, and its values beside it.
    gui::ResultsPane &pane = *results.pane();
    QVERIFY(table::rowsOfChanges(pane.schema()) != nullptr);
    pane.filter().keepOnly(int(ChangeColumn::Change), {u"changed"_s});
    QVERIFY(waitForRows(rig, 20));
    QCOMPARE(shown(pane.model(), 0, int(ChangeColumn::Change)), u"changed"_s);
    QVERIFY(shown(pane.model(), 0, int(ChangeColumn::Fields)).startsWith(u"Salary from"));
    QVERIFY(shown(pane.model(), 0, int(ChangeColumn::Was)).startsWith(u"Salary from: "));
    const int pay = *pane.schema().indexOf(u"salary_from");
    QVERIFY(shown(pane.model(), 0, pay, Qt::ToolTipRole).contains(u"was "));
    QVERIFY(shown(pane.model(), 0, pay, Qt::AccessibleTextRole).contains(u", was "));
    QVERIFY(pane.model().index(0, pay).data(models::RowModel::DiffersRole).toBool());
    QVERIFY(!pane.model()
                 .index(0, *pane.schema().indexOf(u"employer"))
                 .data(models::RowModel::DiffersRole)
                 .toBool());
    QTRY_COMPARE(results.shown(), qint64(20));
}

void TestChangesView::nothingChanged()
{
    WindowRig rig;
    const Practice server;
    QVERIFY(rig.session().projectSlot().openNew());
    session::RunHandle *first = search(rig, server.url);
    rig.newSearch();
    rig.vacancies().follow(first);
    QTRY_VERIFY_WITH_TIMEOUT(first->isOver(), 30'000);
    session::RunHandle *second = search(rig, server.url);
    rig.vacancies().follow(second);
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    QVERIFY(newsOf(rig)->text().startsWith(u"Nothing changed since "));
    // There is nothing to show.
    QVERIFY(newsOf(rig)->findChildren<QToolButton *>().size() <= 1);
}

void TestChangesView::chosenInTheNavigator()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    auto *tree = rig.workspace().navigator().findChild<QTreeView *>();
    const auto indexOf = [tree](store::RunId run) {
        const QModelIndexList found = tree->model()->match(
            tree->model()->index(0, 0), models::NavigatorModel::RunRole, run, -1, Qt::MatchRecursive);
        for (const QModelIndex &index : found) {
            if (models::NavigatorModel::Kind(index.data(models::NavigatorModel::KindRole).toInt()) ==
                models::NavigatorModel::Kind::Run)
                return index;
        }
        return QModelIndex();
    };
    QTRY_VERIFY_WITH_TIMEOUT(indexOf(1).isValid() && indexOf(2).isValid(), 20'000);
    tree->setFocus();
    tree->expand(indexOf(1).parent());
    tree->selectionModel()->select(indexOf(1), QItemSelectionModel::ClearAndSelect);
    tree->selectionModel()->select(indexOf(2), QItemSelectionModel::Select);
    rig.actions().refresh();
    QAction *compare = rig.actions().action(u"task.compare"_s);
    QTRY_VERIFY(compare->isEnabled());
    compare->trigger();
    QVERIFY(waitForRows(rig, 110));
    QCOMPARE(rig.vacancies().run(), store::RunId(2));
    const auto *choice = rig.vacancies().changes().findChild<QComboBox *>();
    QCOMPARE(choice->currentData().toLongLong(), qint64(1));

    // With the run itself: nothing changed.
    rig.vacancies().showChanges(2);
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().changes().sentence().startsWith(u"Nothing changed"), 20'000);
    QVERIFY(!rig.vacancies().changes().hasChanges());
    rig.vacancies().showChanges();
    QVERIFY(waitForRows(rig, 110));
}

void TestChangesView::earlierRunsShown()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    gui::ResultsView &results = rig.vacancies().results();
    auto *tabs = results.findChild<QTabBar *>();
    const int last = tabs->count() - 1;
    // The first run has nothing before it.
    rig.workspace().showRun(1);
    QTRY_VERIFY_WITH_TIMEOUT(!tabs->isTabVisible(last), 20'000);
    QVERIFY(!newsOf(rig));
    // Of the second the changes are found when somebody looks at them.
    rig.workspace().showRun(2);
    QTRY_VERIFY_WITH_TIMEOUT(tabs->isTabVisible(last), 20'000);
    QVERIFY(!rig.vacancies().changes().hasChanges());
    tabs->setCurrentIndex(last);
    QVERIFY(waitForRows(rig, 110));
    QVERIFY(!newsOf(rig)); // it was not watched just now
    // Asked for all the same: it is said that there is nothing to compare with.
    rig.workspace().showRun(1);
    rig.vacancies().showChanges();
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().changes().hasChanges(), 20'000);
    QCOMPARE(tabs->currentIndex(), last);
}

/// Of a crawl the pages are compared, beside the list of its findings.
void TestChangesView::crawls()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    CrawlSite::add(rig.session());
    const store::RunId second = CrawlSite::add(rig.session());
    gui::RunPage &page = *rig.workspace().task(u"crawl"_s);
    QTRY_VERIFY_WITH_TIMEOUT((rig.workspace().showRun(second), page.run() == second), 20'000);
    QCOMPARE(table::rowsOfChanges(page.changes().pane().schema()), &table::pageSchema());
    page.showChanges();
    QTRY_VERIFY_WITH_TIMEOUT(page.changes().sentence().startsWith(u"Nothing changed"), 20'000);
}

/// The same differences as on the command line: what a second crawl of a site finds broken and mended.
void TestChangesView::newFaults()
{
    WindowRig rig;
    TwoStates site(TwoStates::faults);
    QVERIFY(rig.session().projectSlot().openNew());
    links::CrawlSpec spec;
    spec.start = {site.url().toString()};
    spec.depth = 2;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    requests.retries = 0;
    session::RunHandle *first = rig.session().start(session::RunParams::of(spec, requests));
    QTRY_VERIFY_WITH_TIMEOUT(first->isOver(), 60'000);
    site.later = true;
    rig.workspace().newTask(u"crawl"_s);
    gui::RunPage &page = *rig.workspace().task(u"crawl"_s);
    session::RunHandle *second = rig.session().start(session::RunParams::of(spec, requests));
    page.follow(second);
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(page), 60'000);
    QVERIFY2(newsOf(page)->text().contains(u"12 newly broken, 9 mended, 3 changed"),
             qPrintable(newsOf(page)->text()));
    page.showChanges();
    gui::ResultsPane &changes = page.changes().pane();
    QVERIFY(waitForRows(changes, 24));
    for (const auto &[change, rows] : {std::pair(u"broken"_s, 12), std::pair(u"mended"_s, 9)}) {
        changes.filter().clear();
        changes.filter().keepOnly(int(ChangeColumn::Change), {change});
        QVERIFY(waitForRows(changes, rows));
    }
    // In the table of all pages, too.
    page.results().showTable(table::pageSchema());
    gui::ResultsPane &pages = *page.results().pane(table::pageSchema());
    QToolButton *faults = button(pages, u"Only new faults"_s);
    QVERIFY(faults);
    QTRY_VERIFY(faults->isVisible());
    faults->click();
    QVERIFY(waitForRows(pages, 12));
    const int change = *pages.schema().indexOf(u"change");
    QCOMPARE(shown(pages.model(), 0, change), u"newly broken"_s);
    faults->click();
    QVERIFY(waitForRows(pages, 41));
}

/// Marks in the ordinary table, and the button that keeps what is new.
void TestChangesView::onlyWhatIsNew()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    gui::ResultsPane &pane = *rig.vacancies().results().pane(table::vacancySchema());
    QTRY_VERIFY_WITH_TIMEOUT(!pane.model().isBuilding() && pane.model().rowCount() == 660, 30'000);
    const int change = *pane.schema().indexOf(u"change");
    QVERIFY(pane.columns().isVisible(change));
    QToolButton *news = button(pane, u"Only what is new"_s);
    QVERIFY(news);
    QTRY_VERIFY(news->isVisible());
    news->click();
    QVERIFY(waitForRows(pane, 50));
    QCOMPARE(shown(pane.model(), 0, change), u"new"_s);
    pane.filter().clear();
    pane.filter().keepOnly(change, {u"changed"_s});
    QVERIFY(waitForRows(pane, 20));
    QVERIFY(!news->isChecked());
    // An earlier run has nothing before it: neither column nor button.
    rig.workspace().showRun(1);
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().run() == 1 && !news->isVisible(), 20'000);
    QVERIFY(!pane.columns().isVisible(change));
    // Shown again, what the filter asks for is found without another word.
    rig.workspace().showRun(2);
    gui::ResultsPane &again = *rig.vacancies().results().pane(table::vacancySchema());
    again.filter().clear();
    again.filter().keepOnly(change, {u"reposted"_s});
    QVERIFY(waitForRows(again, 10));
    QVERIFY(rig.vacancies().changes().hasChanges());
}

void TestChangesView::seenInAFirstRun()
{
    WindowRig rig;
    const Practice server;
    QVERIFY(rig.session().projectSlot().openNew());
    session::RunHandle *run = search(rig, server.url);
    rig.newSearch();
    rig.vacancies().follow(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 30'000);
    gui::ResultsPane &pane = *rig.vacancies().results().pane(table::vacancySchema());
    const int seen = *pane.schema().indexOf(u"first_seen");
    pane.columns().setVisible(seen, true);
    QTRY_VERIFY_WITH_TIMEOUT(pane.columns().isCompared(), 30'000);
    QVERIFY(waitForRows(pane, 640));
    QVERIFY(!shown(pane.model(), 0, seen).isEmpty());
    QVERIFY(!rig.vacancies().changes().hasChanges());
    QVERIFY(!button(pane, u"Only what is new"_s)->isVisible());
}

void TestChangesView::trendsInATable()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    gui::TrendsView &trends = rig.vacancies().trends();
    rig.vacancies().results().showPage(&trends);
    QVERIFY(waitForRows(trends.pane(), 3));
    const table::Schema &schema = trends.pane().schema();
    const auto cell = [&](int row, QStringView key) {
        return shown(trends.pane().model(), row, *schema.indexOf(key));
    };
    QCOMPARE(cell(0, u"stock"), u"640"_s);
    QCOMPARE(cell(0, u"flow_new"), QString());
    QCOMPARE(cell(1, u"stock"), u"660"_s);
    QCOMPARE(cell(1, u"flow_new"), u"50"_s);
    QCOMPARE(cell(1, u"flow_gone"), u"30"_s);
    QCOMPARE(cell(2, u"per"), u"week"_s);
    // Another run lets go of them; of a first run there are none.
    rig.workspace().showRun(1);
    QTRY_COMPARE_WITH_TIMEOUT(trends.pane().model().rowCount(), 0, 20'000);
}

/// The button asks for what is missing, as a run of its own, and says what became of it.
void TestChangesView::goneIsConfirmed()
{
    WindowRig rig;
    const Practice before;
    Practice later(u"later");
    QVERIFY(rig.session().projectSlot().openNew());
    rig.newSearch();
    for (const QUrl &server : {before.url, later.url}) {
        session::RunHandle *run = search(rig, server);
        rig.vacancies().follow(run);
        QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 30'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(newsOf(rig), 30'000);
    rig.vacancies().showChanges();
    QVERIFY(waitForRows(rig, 110));
    const size_t asked = later.server.arrivals().size();
    const auto buttons = rig.vacancies().changes().findChildren<QPushButton *>();
    const auto confirm = std::ranges::find(buttons, u"Confirm gone"_s, &QPushButton::text);
    QVERIFY(confirm != buttons.end() && (*confirm)->isVisible());
    (*confirm)->click();
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().run(), store::RunId(3), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay(), 60'000);
    const auto banners = rig.vacancies().findChildren<gui::Banner *>();
    const auto isTold = [](const gui::Banner *banner) {
        return banner->isVisible() && banner->text() == u"Asked again: 30 not found any more"_s;
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(banners, isTold), 20'000);
    QCOMPARE(later.server.arrivals().size() - asked, size_t(30));
    // Its rows are the ads as they were.
    gui::ResultsPane &pane = *rig.vacancies().results().pane(table::vacancySchema());
    QVERIFY(waitForRows(pane, 30));
    QVERIFY(!shown(pane.model(), 0, *pane.schema().indexOf(u"vacancy")).isEmpty());
}

void TestChangesView::projectCloses()
{
    WindowRig rig;
    QVERIFY(twoSearches(rig));
    rig.vacancies().showChanges();
    QVERIFY(waitForRows(rig, 110));
    rig.vacancies().showChanges(); // under way when the project goes
    QVERIFY(rig.session().projectSlot().close());
    QVERIFY(!rig.vacancies().changes().hasChanges());
    QCOMPARE(rig.vacancies().changes().pane().model().rowCount(), 0);
}

void TestChangesView::earlierValues()
{
    const table::Schema &schema = *table::changeSchema(table::vacancySchema());
    const models::EarlierValues values(schema);
    table::Cells row(schema.columns.size());
    row[size_t(ChangeColumn::Was)] = u"{\"salary_from\":100000,\"salary_to\":null,\"has_test\":true}"_s;
    const auto column = [&](QStringView key) -> const table::Column & {
        return schema.columns[size_t(*schema.indexOf(key))];
    };
    QLocale::setDefault(QLocale(u"en"_s));
    QCOMPARE(values.of(row, column(u"salary_from")), u"100,000"_s);
    QCOMPARE(values.of(row, column(u"salary_to")), u"–"_s);
    QCOMPARE(values.of(row, column(u"employer")), std::nullopt);
    QCOMPARE(values.all(row), u"Test: yes; Salary from: 100,000; Salary to: –"_s);
    row[size_t(ChangeColumn::Was)] = u"no JSON"_s;
    QCOMPARE(values.all(row), QString());
    QVERIFY(!models::EarlierValues(table::vacancySchema()).areKept());
}

QTEST_MAIN(TestChangesView)
#include "tst_changesview.moc"
