// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawlsite.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/run/changesview.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "models/changeswords.h"
#include "support/practice.h"
#include "table/changes/changeschema.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

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
    void projectCloses();
    void earlierValues();

private:
    static session::RunHandle *search(WindowRig &rig, const QUrl &server);
    static bool twoSearches(WindowRig &rig);
    static gui::Banner *newsOf(WindowRig &rig);
    static bool waitForRows(WindowRig &rig, int rows);
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
gui::Banner *TestChangesView::newsOf(WindowRig &rig)
{
    for (gui::Banner *banner : rig.vacancies().findChildren<gui::Banner *>()) {
        if (banner->isVisible() && (banner->text().contains(u"new") || banner->text().contains(u"Nothing")))
            return banner;
    }
    return nullptr;
}

bool TestChangesView::waitForRows(WindowRig &rig, int rows)
{
    models::RowModel &model = rig.vacancies().changes().pane().model();
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
