// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpage.h"
#include "gui/crawlsite.h"
#include "gui/table/chipbar.h"
#include "gui/table/detailpane.h"
#include "gui/table/facetpanel.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowheader.h"
#include "gui/table/rowtableview.h"
#include "gui/windowrig.h"
#include "support/inventedvacancies.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// What a screen of 1366x768 shows at first: of vacancies and of a crawl.
class TestSmallScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsHaveTheRoom();
    void tickedValueStays();
    void crawlBeginsWithItsSite();
    void findingsTakeTheirColumnsWithThem();

private:
    static ResultsPane &showVacancies(WindowRig &rig, int rows);
    static CrawlPage &showCrawl(WindowRig &rig);
};

ResultsPane &TestSmallScreen::showVacancies(WindowRig &rig, int rows)
{
    const bool opened = rig.session().projectSlot().openNew().has_value();
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    store::Writer &writer = rig.session().project().writer();
    const store::RunId run = writer.postRun(u"vacancies"_s, {});
    store::Unit unit = inventedUnit(run, 0, rows);
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
    if (!QTest::qWaitFor([&] {
            rig.workspace().showRun(run);
            return rig.vacancies().run() == run && rig.vacancies().results().shown() == rows;
        }))
        qWarning("The rows are not shown");
    return *rig.vacancies().results().pane();
}

CrawlPage &TestSmallScreen::showCrawl(WindowRig &rig)
{
    const bool opened = rig.session().projectSlot().openNew().has_value();
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const store::RunId run = CrawlSite::add(rig.session());
    auto &page = *qobject_cast<CrawlPage *>(rig.workspace().task(u"crawl"_s));
    if (!QTest::qWaitFor([&] {
            rig.workspace().showRun(run);
            return page.run() == run && page.overview().isKnown();
        }))
        qWarning("The crawl is not shown");
    return page;
}

void TestSmallScreen::rowsHaveTheRoom()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    ResultsPane &pane = showVacancies(rig, 300);
    RowTableView &table = *pane.table();
    const RowHeader *header = table.rowHeader();
    for (const VacancyColumn column : {VacancyColumn::Area, VacancyColumn::SalaryFrom,
                                       VacancyColumn::Currency, VacancyColumn::Experience}) {
        const int end = header->sectionViewportPosition(int(column)) + header->sectionSize(int(column));
        QVERIFY2(end <= table.viewport()->width(), qPrintable(QString::number(int(column))));
    }
    QTRY_VERIFY(4 * pane.details()->height() <= pane.height());
    QVERIFY(table.viewport()->height() >= 10 * 25);
    const QTreeView &values = *pane.facets()->tree();
    QTRY_VERIFY(values.model()->rowCount(values.model()->index(1, 0)) > 0);
    for (const auto &[row, title] : {std::pair(0, u"Area"_s), std::pair(1, u"Experience"_s)}) {
        const QModelIndex facet = values.model()->index(row, 0);
        QCOMPARE(facet.data().toString(), title);
        QVERIFY(values.viewport()->rect().contains(values.visualRect(facet))); // without scrolling
    }
}

// Lists above it become shorter, and their values others.
void TestSmallScreen::tickedValueStays()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    ResultsPane &pane = showVacancies(rig, 300);
    QTreeView &values = *pane.facets()->tree();
    const auto experience = [&] { return values.model()->index(1, 0); };
    QTRY_VERIFY(values.model()->rowCount(experience()) >= 4);
    const QRect place = values.visualRect(values.model()->index(2, 0, experience()));
    const QVariant value = values.model()->index(2, 0, experience()).data(models::FacetModel::RawRole);
    QTest::mouseClick(values.viewport(), Qt::LeftButton, {}, place.center());
    QTRY_VERIFY(pane.model().rowCount() < 300 && !pane.model().isBuilding());
    const auto isStill = [&] {
        const QModelIndex under = values.indexAt(place.center());
        return under.data(models::FacetModel::RawRole) == value &&
               under.data(Qt::CheckStateRole).toInt() == Qt::Checked &&
               under.data(models::FacetModel::CountRole).toLongLong() == pane.model().rowCount();
    };
    QTRY_VERIFY(isStill());
    QTest::mouseClick(values.viewport(), Qt::LeftButton, {}, place.center()); // takes it back
    QTRY_COMPARE(pane.model().rowCount(), 300);
}

void TestSmallScreen::crawlBeginsWithItsSite()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    const CrawlPage &page = showCrawl(rig);
    ResultsPane &pane = *page.results().pane();
    QCOMPARE(&pane.schema(), &table::pageSchema());
    // Of nine addresses one is of another site and one was not asked.
    QTRY_COMPARE(pane.model().rowCount(), 7);
    QTRY_COMPARE(pane.model().index(0, 0).data().toString(), CrawlSite::root());
    const auto *bar = page.results().findChild<QTabBar *>();
    QTRY_COMPARE(bar->tabText(0), u"Pages 7"_s);
    QCOMPARE(page.overview().count(0), 7);
    QCOMPARE(pane.chips()->findChild<QLabel *>(u"count"_s)->text(), u"7 of 9"_s);
    // One broken address is no problem of the crawl.
    const auto *problems = rig.window().findChild<QToolButton *>(u"problemsButton"_s);
    QVERIFY(!problems || !problems->isVisible());
    // Everything that is named is a click away, and stays when it is chosen.
    pane.filter().clear();
    QTRY_COMPARE(pane.model().rowCount(), 9);
    const store::RunId run = page.run();
    rig.workspace().newTask(u"crawl"_s);
    rig.workspace().showRun(run);
    QTRY_COMPARE(page.results().pane()->model().rowCount(), 9);
}

void TestSmallScreen::findingsTakeTheirColumnsWithThem()
{
    WindowRig rig;
    CrawlPage &page = showCrawl(rig);
    ResultsPane &pane = *page.results().pane();
    const int line = *table::pageSchema().indexOf(u"robots_line"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.findings().isJudged(), 20'000);
    page.chooseEntry(page.findings().entryOf(u"robots_blocked"_s));
    QVERIFY(pane.columns().visibleColumns().contains(line));
    pane.filter().clear();
    QVERIFY(!pane.columns().visibleColumns().contains(line));
}

QTEST_MAIN(TestSmallScreen)
#include "tst_smallscreen.moc"
