// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/table/shortcutbutton.h"
#include "gui/windowrig.h"
#include "session/runparams.h"
#include "support/labelledads.h"
#include "table/vacancyschema.h"

#include <QMenu>
#include <QTest>

#include <utility>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// Each job once in the table: the button, what it says, and what can be done with one job.
class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachJobOnce();
    void oneJobIsOpened();

private:
    /// A search that has ended, with the ads given, compared and shown.
    static ResultsPane *show(test::WindowRig &rig);
    static QAction *action(QMenu &menu, const QString &text);
};

ResultsPane *TestJobs::show(test::WindowRig &rig)
{
    rig.newSearch();
    if (!rig.session().hasProject() && !rig.session().projectSlot().openNew())
        return nullptr;
    vacancies::SearchSpec spec;
    spec.sources.push_back({u"hh"_s, {}, {}});
    const session::RunParams params = session::RunParams::of(spec, {});
    store::Writer &writer = rig.session().project().writer();
    const RunId run = writer.postRun(params.kind, params.params);
    store::Unit unit{.run = run,
                     .rows = {},
                     .newWork = {},
                     .ended = {},
                     .state = store::RunState::Finished,
                     .counts = QJsonObject()};
    for (test::LabelledAd &ad : test::labelledAds(300, 3)) {
        const QString id = table::toText(ad.cells[size_t(std::to_underlying(VacancyColumn::Id))]);
        unit.rows.push_back({&table::vacancySchema(), u"hh:"_s + id, std::move(ad.cells)});
    }
    writer.post(std::move(unit));
    bool done = false;
    rig.session().adGrouping().start();
    rig.session().adGrouping().whenDone(&rig.window(), [&done] { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }, 20'000))
        return nullptr;
    const bool shown = QTest::qWaitFor(
        [&rig, run] {
            if (rig.vacancies().run() != run)
                rig.workspace().showRun(run);
            ResultsPane *pane = rig.vacancies().results().pane();
            return pane && pane->model().rowCount() >= 300;
        },
        20'000);
    return shown ? rig.vacancies().results().pane() : nullptr;
}

QAction *TestJobs::action(QMenu &menu, const QString &text)
{
    for (QAction *each : menu.actions()) {
        if (each->text().contains(text))
            return each;
    }
    return nullptr;
}

void TestJobs::eachJobOnce()
{
    test::WindowRig rig;
    ResultsPane *pane = show(rig);
    QVERIFY(pane);
    const int ads = pane->model().rowCount();
    auto *button = pane->findChild<ShortcutButton *>();
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"One row a job"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(pane->model().rowCount() < ads - 30);
    QVERIFY(button->isChecked());
    const QString counted = u"%1 jobs, %2 ads each"_s.arg(pane->model().rowCount())
                                .arg(double(ads) / pane->model().rowCount(), 0, 'f', 2);
    QTRY_VERIFY2(pane->summary().startsWith(counted), qPrintable(pane->summary()));
    // Whoever takes the condition away, the button shows it.
    pane->filter().clear();
    QTRY_COMPARE(pane->model().rowCount(), ads);
    QVERIFY(!button->isChecked());
    QVERIFY(!pane->summary().contains(u"ads each"));
}

void TestJobs::oneJobIsOpened()
{
    test::WindowRig rig;
    ResultsPane *pane = show(rig);
    QVERIFY(pane);
    const auto at = [&](int row, VacancyColumn column) {
        const table::Cells *cells = pane->model().cells(row);
        return cells ? (*cells)[size_t(std::to_underlying(column))] : table::Value();
    };
    pane->filter().setCellText(std::to_underlying(VacancyColumn::GroupSize), u"2"_s);
    QTRY_VERIFY(pane->model().rowCount() < 300);
    QTRY_COMPARE(table::toText(at(0, VacancyColumn::GroupSize)), u"2"_s);
    QMenu menu;
    Q_EMIT pane->cellMenuOpening(&menu, 0);
    QAction *ofJob = action(menu, u"2 ads of this job"_s);
    QVERIFY(ofJob);
    ofJob->trigger();
    QTRY_COMPARE(pane->model().rowCount(), 2);
    QTRY_VERIFY(!table::isNull(at(0, VacancyColumn::Group)));
    QMenu second;
    Q_EMIT pane->cellMenuOpening(&second, 0);
    QAction *another = action(second, u"another job"_s);
    QVERIFY(another);
    another->trigger();
    bool done = false;
    rig.session().adGrouping().whenDone(&rig.window(), [&done] { done = true; });
    QTRY_VERIFY(done);
    pane->settle();
    QTRY_COMPARE(pane->model().rowCount(), 1); // each is a job of its own now
    QTRY_COMPARE(table::toText(at(0, VacancyColumn::GroupSize)), u"1"_s);
    QMenu third;
    Q_EMIT pane->cellMenuOpening(&third, 0);
    QVERIFY(action(third, u"again"_s));
}

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
