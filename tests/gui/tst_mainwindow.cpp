// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/activity/problemspage.h"
#include "gui/shell/projectactions.h"
#include "gui/shell/startpage.h"
#include "gui/table/detailpane.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"
#include "support/inventedvacancies.h"

#include <QFile>
#include <QMessageBox>
#include <QScreen>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The window as a whole: how large it must be, where it goes, and what it does with files that are none.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsTheScreen();
    void smallestSize_data();
    void smallestSize();
    void wrongFilesCloseNothing();
    void practisingAgainKeepsWhatWasThere();
    void pagesFollowTheirRun();
    void backAndForth();
    void everyPartIsReached();
    void savingSaysWhatIsThere();
    void savedAsIsKnown();
    void askedAgainCountsOnce();
};

void TestMainWindow::fitsTheScreen()
{
    WindowRig rig;
    MainWindow fresh(rig.services());
    fresh.show();
    const QSize room = fresh.screen()->availableGeometry().size();
    QVERIFY(fresh.width() <= room.width() && fresh.height() <= room.height());
}

void TestMainWindow::smallestSize_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("kind");
    for (const QString &language : {u"en"_s, u"ru"_s}) {
        for (const TaskKind &kind : taskKinds())
            QTest::newRow(qPrintable(language + u' ' + kind.id)) << language << kind.id;
    }
}

void TestMainWindow::smallestSize()
{
    QFETCH(const QString, language);
    QFETCH(const QString, kind);
    WindowRig rig(language);
    rig.workspace().newTask(kind);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    const QSize least = rig.window().minimumSizeHint();
    QVERIFY2(least.width() <= 940 && least.height() <= 560,
             qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
}

void TestMainWindow::wrongFilesCloseNothing()
{
    WindowRig rig;
    const QString good = rig.path(u"good.linnet"_s);
    QVERIFY(rig.session().projectSlot().open(good));
    const QString wrong = rig.path(u"wrong.linnet"_s);
    QFile file(wrong);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    rig.window().openProject(wrong);
    auto *box = rig.window().findChild<QMessageBox *>();
    QVERIFY(box);
    box->close();
    QVERIFY(rig.session().hasProject());
    QCOMPARE(rig.session().project().path(), good);
}

void TestMainWindow::practisingAgainKeepsWhatWasThere()
{
    WindowRig rig;
    rig.window().startPractice();
    const QString path = rig.session().project().path();
    store::Writer &writer = rig.session().project().writer();
    writer.post(inventedUnit(writer.postRun(u"vacancies"_s, {}), 0, 10));
    rig.window().startPractice();
    QCOMPARE(rig.session().project().path(), path);
    QVERIFY(rig.vacancies().isVisible());
}

void TestMainWindow::pagesFollowTheirRun()
{
    WindowRig rig;
    rig.window().startPractice();
    rig.vacancies().start();
    const store::RunId run = rig.vacancies().run();
    QVERIFY(run != 0);
    QCOMPARE(rig.workspace().activity().run(), run);
    rig.workspace().newTask(u"proxies"_s);
    QCOMPARE(rig.workspace().activity().run(), run); // looking at an empty form is no other run
    rig.workspace().showActivity();
    QTRY_VERIFY_WITH_TIMEOUT(rig.workspace().activity().results().shown() > 0, 20'000);
}

void TestMainWindow::backAndForth()
{
    WindowRig rig;
    rig.workspace().newTask(u"vacancies"_s);
    rig.workspace().newTask(u"crawl"_s);
    rig.workspace().showProblems();
    QVERIFY(rig.actions().run(u"view.back"_s));
    QVERIFY(rig.workspace().task(u"crawl"_s)->isVisible());
    QVERIFY(rig.actions().run(u"view.back"_s));
    QVERIFY(rig.vacancies().isVisible());
    QVERIFY(rig.actions().run(u"view.back"_s));
    QVERIFY(rig.workspace().startPage().isVisible());
    QVERIFY(!rig.actions().run(u"view.back"_s));
}

// By F6 alone, the table among them.
void TestMainWindow::everyPartIsReached()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    store::Writer &writer = rig.session().project().writer();
    const store::RunId run = writer.postRun(u"vacancies"_s, {});
    store::Unit unit = inventedUnit(run, 0, 30);
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
    rig.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QTRY_VERIFY((rig.workspace().showRun(run), rig.vacancies().run() == run));
    QTRY_COMPARE(rig.vacancies().results().shown(), 30);
    ResultsPane &pane = *rig.vacancies().results().pane();
    bool table = false;
    bool details = false;
    for (int i = 0; i < 6; ++i) {
        QVERIFY(rig.actions().run(u"view.nextPane"_s));
        table = table || pane.table()->hasFocus();
        details = details || pane.details()->isAncestorOf(QApplication::focusWidget());
    }
    QVERIFY(table);
    QVERIFY(details);
    table = false;
    for (int i = 0; i < 6; ++i) {
        QVERIFY(rig.actions().run(u"view.previousPane"_s));
        table = table || pane.table()->hasFocus();
    }
    QVERIFY(table);
}

void TestMainWindow::savingSaysWhatIsThere()
{
    WindowRig rig;
    QVERIFY(!rig.actions().run(u"file.save"_s)); // there is no project
    QVERIFY(rig.session().projectSlot().open(rig.path(u"a.linnet"_s)));
    QVERIFY(rig.actions().run(u"file.save"_s));
    QVERIFY(!rig.window().findChild<QDialog *>()); // it has its file
}

// At once, not when it is opened the next time.
void TestMainWindow::savedAsIsKnown()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    store::Writer &writer = rig.session().project().writer();
    store::Unit unit = inventedUnit(writer.postRun(u"vacancies"_s, {}), 0, 12);
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
    QVERIFY(rig.session().projectSlot().saveAs(rig.path(u"copy.linnet"_s)));
    rig.workspace().showStart();
    const auto said = [&] {
        for (const ListRow *row : rig.workspace().startPage().findChildren<ListRow *>()) {
            if (row->text() == "copy"_L1)
                return row->accessibleDescription();
        }
        return QString();
    };
    QTRY_VERIFY2((rig.workspace().startPage().refresh(), said().contains("12"_L1)), qPrintable(said()));
    QVERIFY2(!said().contains("empty"_L1), qPrintable(said()));
}

/// What the start page says of a project is what opening it shows.
void TestMainWindow::askedAgainCountsOnce()
{
    WindowRig rig;
    const QString path = rig.path(u"two.linnet"_s);
    {
        const auto project = store::Project::open(path);
        QVERIFY(project);
        store::Writer &writer = (*project)->writer();
        for (const int rows : {10, 12}) {
            store::Unit unit =
                inventedUnit(writer.postRun(u"vacancies"_s, {{u"search"_s, QJsonObject()}}), 0, rows);
            unit.state = store::RunState::Finished;
            writer.post(std::move(unit));
        }
        QVERIFY((*project)->close());
    }
    rig.window().openProject(path);
    const QList<RecentProjects::Count> counts{{u"vacancies"_s, 1, 12}};
    QTRY_VERIFY_WITH_TIMEOUT(!RecentProjects(rig.settings()).entries().isEmpty() &&
                                 RecentProjects(rig.settings()).entries().constFirst().counts == counts,
                             20'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.vacancies().results().shown(), 12, 20'000);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
