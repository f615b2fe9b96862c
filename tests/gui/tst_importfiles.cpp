// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"

#include <QFile>
#include <QFileDialog>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Files of vacancies in the window: from the menu to the table.
class TestImportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheMenu();
    void noSuchFile();
};

void TestImportFiles::fromTheMenu()
{
    test::WindowRig rig;
    const QString path = rig.path(u"market.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"vacancies":[{"id":"a","vacancy_name":"Швея","salary_min":40000},)"
               R"({"id":"b","vacancy_name":"Повар"},{"thing":1}]})");
    file.close();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    rig.actions().action(u"file.import"_s)->trigger();
    auto *dialog = rig.window().findChild<QFileDialog *>(u"importDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    QVERIFY(rig.session().hasProject());
    const auto rows = [&rig] {
        ResultsPane *pane = rig.vacancies().results().pane();
        return pane ? pane->model().rowCount() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, 20'000);
    session::RunHandle *run = rig.session().handle(rig.vacancies().run());
    QVERIFY(run);
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->progress().leftOut.value(u"unreadable"_s), 1);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs && runs->size() == 1);
    QCOMPARE(rig.workspace().runTitle(runs->front()), u"From market.json"_s);
}

void TestImportFiles::noSuchFile()
{
    test::WindowRig rig;
    rig.newSearch();
    bool failed = false;
    connect(&rig.vacancies(), &RunPage::failed, &rig.window(), [&failed] { failed = true; });
    rig.vacancies().importFiles({rig.path(u"nowhere.json"_s)});
    QVERIFY(failed);
    QCOMPARE(rig.vacancies().run(), 0);
}

QTEST_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
