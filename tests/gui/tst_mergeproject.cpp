// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowrig.h"
#include "store/project/project.h"
#include "table/vacancyschema.h"

#include <QFileDialog>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// A colleague's project is added in the window.
class TestMergeProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheMenu();
};

namespace {

/// With one run of one vacancy.
void makeProject(const QString &path, const QString &vacancy)
{
    const auto project = store::Project::open(path);
    QVERIFY(project);
    store::Unit unit;
    unit.run = (*project)->writer().postRun(u"vacancies"_s, {});
    table::Cells cells(table::vacancySchema().columns.size());
    cells[0] = vacancy;
    unit.rows.push_back({&table::vacancySchema(), vacancy, std::move(cells)});
    unit.state = store::RunState::Finished;
    (*project)->writer().post(std::move(unit));
    QVERIFY((*project)->close());
}

} // namespace

void TestMergeProject::fromTheMenu()
{
    test::WindowRig rig;
    makeProject(rig.path(u"mine.linnet"_s), u"A"_s);
    makeProject(rig.path(u"Anna.linnet"_s), u"B"_s);
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QVERIFY(!rig.actions().action(u"file.merge"_s)->isEnabled());
    QVERIFY(rig.session().projectSlot().open(rig.path(u"mine.linnet"_s)));
    QTRY_VERIFY(rig.actions().action(u"file.merge"_s)->isEnabled());
    rig.actions().action(u"file.merge"_s)->trigger();
    auto *other = rig.window().findChild<QFileDialog *>(u"mergeDialog"_s);
    QVERIFY(other && other->isVisible());
    Q_EMIT other->fileSelected(rig.path(u"Anna.linnet"_s));
    other->close();
    auto *target = rig.window().findChild<QFileDialog *>(u"mergeTargetDialog"_s);
    QVERIFY(target && target->isVisible());
    const QString both = rig.path(u"both.linnet"_s);
    Q_EMIT target->fileSelected(both);
    target->close();
    QTRY_COMPARE_WITH_TIMEOUT(rig.session().project().path(), both, 20'000);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs && runs->size() == 2);
    QVERIFY(!rig.workspace().runTitle(runs->front()).contains(u"Anna"_s));
    QVERIFY(rig.workspace().runTitle(runs->back()).contains(u"Anna"_s));
    QCOMPARE((*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0), 2);
}

QTEST_MAIN(TestMergeProject)
#include "tst_mergeproject.moc"
