// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/activity/problemspage.h"
#include "gui/crawlsite.h"
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"
#include "table/pageschema.h"

#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Pages and the window go while a run is under way and rows come in: nobody listens to what is half gone.
class TestDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void pagesBesideThem();
    void window();

private:
    static session::RunHandle *begin(WindowRig &rig);
};

/// A practice search with details, slow enough to be under way for the whole test.
session::RunHandle *TestDeletion::begin(WindowRig &rig)
{
    rig.window().startPractice();
    rig.vacancies().start();
    return rig.session().handle(rig.vacancies().run());
}

void TestDeletion::pages_data()
{
    QTest::addColumn<QString>("kind");
    for (const TaskKind &kind : taskKinds())
        QTest::newRow(qPrintable(kind.id)) << kind.id;
}

void TestDeletion::pages()
{
    QFETCH(const QString, kind);
    WindowRig rig;
    session::RunHandle *run = begin(rig);
    QVERIFY(run);
    const QList<TaskKind> kinds = taskKinds();
    const auto found = std::ranges::find(kinds, kind, &TaskKind::id);
    QWidget parent;
    RunPage *page = found->makePage(rig.services(), &parent);
    parent.resize(1000, 700);
    parent.show();
    page->follow(run); // whatever it is: all tables of the page look at the project
    QTRY_VERIFY_WITH_TIMEOUT(!page->results().isEmpty() && run->progress().rows > 0, 20'000);
    if (ResultsPane *pane = page->results().pane())
        pane->setSort({{pane->schema().columns.front().key, true}}); // asked for just now
    delete page;
    QVERIFY(!run->isOver());
    QTRY_VERIFY(run->progress().rows > 0);
}

void TestDeletion::pagesBesideThem()
{
    WindowRig rig;
    session::RunHandle *run = begin(rig);
    QVERIFY(run);
    {
        ActivityPage activity(rig.services());
        ProblemsPage problems(rig.session());
        activity.show();
        problems.show();
        activity.showRun(run->id(), u"run"_s);
        problems.showRun(run->id(), u"run"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity.results().shown() > 0, 20'000);
    }
    QVERIFY(!run->isOver());
}

void TestDeletion::window()
{
    WindowRig rig;
    session::RunHandle *run = begin(rig);
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().results().shown() > 0, 20'000);
    rig.workspace().showActivity();
    QTRY_VERIFY_WITH_TIMEOUT(rig.workspace().activity().results().shown() > 0, 20'000);
    rig.makeWindow(); // the first one goes
    QVERIFY(!run->isOver());
    QTRY_VERIFY(rig.session().handle(run->id()));
}

QTEST_MAIN(TestDeletion)
#include "tst_deletion.moc"
