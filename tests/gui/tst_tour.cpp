// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appsettings.h"
#include "gui/help/tour.h"
#include "gui/shell/firststeps.h"
#include "gui/table/exportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "windowrig.h"

#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The tour of the first start, as a newcomer takes it over the practice server.
class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheButton();
    void byOneself();
    void escapeLeaves();
    void shownOnce();
    void staysInASmallWindow();
};

namespace {

Tour *tourOf(WindowRig &rig)
{
    return rig.window().findChild<Tour *>();
}

void press(WindowRig &rig, const QString &name)
{
    QTest::mouseClick(tourOf(rig)->findChild<QPushButton *>(name), Qt::LeftButton);
}

} // namespace

void TestTour::byTheButton()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QTRY_VERIFY_WITH_TIMEOUT(rig.actions().run(u"help.tour"_s), 20'000);
    const QPointer<Tour> tour = tourOf(rig);
    QVERIFY(tour && tour->isVisible());
    QCOMPARE(tour->step(), 0);
    press(rig, u"tourNext"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tour->step(), 1, 30'000);
    const auto *main = rig.vacancies().findChild<QPushButton *>(u"mainButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(main->isVisible(), 30'000);
    // The words stand beside what they speak of, not upon it.
    const QRect button(main->mapTo(&rig.window(), QPoint()), main->size());
    QTRY_VERIFY_WITH_TIMEOUT(!tour->geometry().intersects(button), 20'000);
    press(rig, u"tourNext"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tour->step(), 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rig.session().runsUnderWay().isEmpty() || rig.vacancies().run() > 0, 30'000);
    const auto *leave = tour->findChild<QPushButton *>(u"tourLeave"_s);
    QVERIFY(!leave->isVisible());
    // Of the several tables it is the one that can be seen.
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().results().pane()->isVisible(), 60'000);
    const auto *take = rig.vacancies().results().pane()->findChild<QWidget *>(u"exportButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::abs(take->mapTo(&rig.window(), QPoint(0, take->height())).y() - tour->y()) < 40, 30'000);
    press(rig, u"tourNext"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!tour, 30'000);
    rig.vacancies().finish();
    QTRY_VERIFY_WITH_TIMEOUT(rig.session().runsUnderWay().isEmpty(), 60'000);
}

/// Who does what the tour speaks of need not press its button.
void TestTour::byOneself()
{
    WindowRig rig(u"ru"_s);
    rig.window().firstSteps().start();
    const QPointer<Tour> tour = tourOf(rig);
    rig.actions().run(u"tools.practice"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tour->step(), 1, 30'000);
    rig.vacancies().pressMain();
    QTRY_COMPARE_WITH_TIMEOUT(tour->step(), 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().results().isVisible(), 60'000);
    rig.vacancies().results().openExport();
    QTRY_VERIFY_WITH_TIMEOUT(rig.window().findChild<ExportDialog *>(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!tour, 60'000);
    rig.window().findChild<ExportDialog *>()->close();
    rig.vacancies().finish();
    QTRY_VERIFY_WITH_TIMEOUT(rig.session().runsUnderWay().isEmpty(), 60'000);
}

void TestTour::escapeLeaves()
{
    WindowRig rig;
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    rig.window().firstSteps().start();
    QPointer<Tour> tour = tourOf(rig);
    QTest::keyClick(&rig.window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!tour, 20'000);
    QVERIFY(rig.window().isVisible());
    rig.window().firstSteps().start();
    tour = tourOf(rig);
    press(rig, u"tourLeave"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!tour, 20'000);
    // Twice asked for, there is one.
    rig.window().firstSteps().start();
    rig.window().firstSteps().start();
    QCOMPARE(rig.window().findChildren<Tour *>().size(), 1);
}

void TestTour::shownOnce()
{
    WindowRig rig;
    QVERIFY(!tourOf(rig));
    QVERIFY(!setting::TourShown.read(rig.settings()));
    rig.window().firstSteps().startOnce();
    QPointer<Tour> tour = tourOf(rig);
    QVERIFY(tour);
    press(rig, u"tourLeave"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!tour, 20'000);
    rig.makeWindow();
    rig.window().firstSteps().startOnce();
    QVERIFY(!tourOf(rig));
}

void TestTour::staysInASmallWindow()
{
    WindowRig rig;
    rig.window().resize(rig.window().minimumSizeHint().expandedTo({640, 420}));
    rig.window().firstSteps().start();
    const Tour *tour = tourOf(rig);
    QTRY_VERIFY_WITH_TIMEOUT(rig.window().rect().contains(tour->geometry()), 20'000);
    rig.window().resize(900, 600);
    QTRY_VERIFY_WITH_TIMEOUT(rig.window().rect().contains(tour->geometry()), 20'000);
}

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
