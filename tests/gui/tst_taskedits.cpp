// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/navigatorpanel.h"
#include "gui/shell/viewmemory.h"
#include "gui/table/resultspane.h"
#include "gui/windowrig.h"
#include "models/navigatormodel.h"
#include "session/runparams.h"
#include "support/inventedvacancies.h"

#include <QTest>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::NavigatorModel;
using Kind = NavigatorModel::Kind;

/// What people do with the searches of a project: name, delete, duplicate; each keeps its filter and sorting.
class TestTaskEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletedAndBroughtBack();
    void deletedForGood();
    void namesAreKept();
    void duplicated();
    void everySearchHasItsFilter();
    void viewsAsText();

private:
    static store::RunId addRun(WindowRig &rig, const QString &text);
    static QTreeView &navigator(WindowRig &rig);
    static bool choose(WindowRig &rig, const QString &title);
    static QStringList titles(WindowRig &rig);
    static QModelIndex taskIndex(WindowRig &rig); ///< of the first task
};

store::RunId TestTaskEdits::addRun(WindowRig &rig, const QString &text)
{
    vacancies::SearchSpec spec;
    vacancies::SearchSpec::Source source;
    source.id = u"hh"_s;
    source.query.text = text;
    spec.sources.push_back(source);
    const session::RunParams params = session::RunParams::of(spec, {});
    store::Writer &writer = rig.session().project().writer();
    const store::RunId run = writer.postRun(params.kind, params.params);
    store::Unit unit = inventedUnit(run, 0, 40);
    unit.state = store::RunState::Finished;
    writer.post(std::move(unit));
    return run;
}

QTreeView &TestTaskEdits::navigator(WindowRig &rig)
{
    return *rig.window().findChild<NavigatorPanel *>()->findChild<QTreeView *>();
}

QStringList TestTaskEdits::titles(WindowRig &rig)
{
    QStringList result;
    const QAbstractItemModel &model = *navigator(rig).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (Kind(index.data(NavigatorModel::KindRole).toInt()) == Kind::Task)
            result << index.data().toString();
    }
    return result;
}

QModelIndex TestTaskEdits::taskIndex(WindowRig &rig)
{
    const QAbstractItemModel &model = *navigator(rig).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (Kind(model.index(row, 0).data(NavigatorModel::KindRole).toInt()) == Kind::Task)
            return model.index(row, 0);
    }
    return {};
}

/// With the keyboard's cursor on it.
bool TestTaskEdits::choose(WindowRig &rig, const QString &title)
{
    QTreeView &view = navigator(rig);
    rig.window().activateWindow();
    if (!QTest::qWaitForWindowActive(&rig.window()))
        return false;
    view.setFocus();
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        if (view.model()->index(row, 0).data().toString().contains(title)) {
            view.setCurrentIndex(view.model()->index(row, 0));
            return view.hasFocus() || QTest::qWaitFor([&view] { return view.hasFocus(); });
        }
    }
    return false;
}

void TestTaskEdits::deletedAndBroughtBack()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    addRun(rig, u"alpha"_s);
    addRun(rig, u"beta"_s);
    QTRY_COMPARE(titles(rig).size(), 2);
    QVERIFY(choose(rig, u"beta"_s));
    QTRY_VERIFY(rig.vacancies().run() != 0);
    QVERIFY(rig.actions().run(u"task.remove"_s));
    QTRY_COMPARE(titles(rig).size(), 1);
    QCOMPARE(rig.vacancies().run(), 0); // what is deleted is not shown any more
    QVERIFY(rig.actions().run(u"edit.undo"_s));
    QTRY_COMPARE(titles(rig).size(), 2);
    QVERIFY(rig.actions().run(u"edit.redo"_s));
    QTRY_COMPARE(titles(rig).size(), 1);
    QVERIFY(titles(rig).first().contains(u"alpha"_s));
}

void TestTaskEdits::deletedForGood()
{
    WindowRig rig;
    const QString path = rig.path(u"a.linnet"_s);
    QVERIFY(rig.session().projectSlot().open(path));
    addRun(rig, u"alpha"_s);
    addRun(rig, u"beta"_s);
    QTRY_COMPARE(titles(rig).size(), 2);
    QVERIFY(choose(rig, u"alpha"_s));
    QVERIFY(rig.actions().run(u"task.remove"_s));
    QVERIFY(rig.session().projectSlot().close());
    const auto reader = store::RowReader::open(path);
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(1));
    QCOMPARE((*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(-1), 40);
    QVERIFY(!rig.actions().run(u"edit.undo"_s)); // there is nothing to bring back
}

void TestTaskEdits::namesAreKept()
{
    WindowRig rig;
    const QString path = rig.path(u"a.linnet"_s);
    QVERIFY(rig.session().projectSlot().open(path));
    addRun(rig, u"alpha"_s);
    QTRY_COMPARE(titles(rig).size(), 1);
    const QString own = titles(rig).first();
    QVERIFY(choose(rig, u"alpha"_s));
    QAbstractItemModel &model = *navigator(rig).model();
    QVERIFY(model.setData(taskIndex(rig), u"  Our  analysts "_s, Qt::EditRole));
    QTRY_COMPARE(titles(rig), QStringList{u"Our analysts"_s});
    addRun(rig, u"alpha"_s); // another run of the same search has its name
    QTRY_VERIFY(model.hasChildren(taskIndex(rig)) && model.rowCount(taskIndex(rig)) == 2);
    QCOMPARE(titles(rig), QStringList{u"Our analysts"_s});
    rig.window().openProject(path);
    QTRY_COMPARE(rig.workspace().searches().all().size(), size_t(1));
    QTRY_COMPARE(titles(rig), QStringList{u"Our analysts"_s});
    QVERIFY(choose(rig, u"Our analysts"_s));
    QVERIFY(model.setData(taskIndex(rig), QString(), Qt::EditRole));
    QTRY_COMPARE(titles(rig), QStringList{own});
    QVERIFY(rig.actions().run(u"edit.undo"_s));
    QTRY_COMPARE(titles(rig), QStringList{u"Our analysts"_s});
}

void TestTaskEdits::duplicated()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    addRun(rig, u"alpha"_s);
    QTRY_COMPARE(titles(rig).size(), 1);
    QVERIFY(choose(rig, u"alpha"_s));
    QTRY_VERIFY(rig.vacancies().run() != 0);
    QVERIFY(rig.actions().run(u"task.duplicate"_s));
    QCOMPARE(rig.vacancies().run(), 0);
    QCOMPARE(rig.vacancies().values().text, u"alpha"_s);
    QVERIFY(rig.vacancies().results().isEmpty());
}

void TestTaskEdits::everySearchHasItsFilter()
{
    WindowRig rig;
    const QString path = rig.path(u"a.linnet"_s);
    QVERIFY(rig.session().projectSlot().open(path));
    const store::RunId first = addRun(rig, u"alpha"_s);
    const store::RunId second = addRun(rig, u"beta"_s);
    QTRY_COMPARE(titles(rig).size(), 2);
    rig.workspace().showRun(first);
    ResultsView &results = rig.vacancies().results();
    QVERIFY(results.pane());
    results.pane()->filter().setCellText(0, u"data"_s);
    results.pane()->setSort({{u"vacancy"_s, true}});
    const table::Filter filter = results.pane()->filter().filter();
    QVERIFY(!filter.isEmpty());
    rig.workspace().showRun(second);
    QVERIFY(results.pane()->filter().filter().isEmpty());
    QVERIFY(results.pane()->sort().isEmpty());
    rig.workspace().showRun(first);
    QCOMPARE(results.pane()->filter().filter(), filter);
    // The next day.
    rig.window().openProject(path);
    QTRY_VERIFY(rig.vacancies().run() != 0);
    rig.workspace().showRun(first);
    QTRY_COMPARE(results.pane()->filter().filter(), filter);
    QCOMPARE(results.pane()->sort(), (table::Sort{{u"vacancy"_s, true}}));
}

void TestTaskEdits::viewsAsText()
{
    ResultsView::State state;
    state.tables[u"vacancies"_s] = {{{{u"vacancy"_s, table::FilterOp::Contains, {u"a \"b\""_s}, false},
                                      {{}, table::FilterOp::Contains, {u"x"_s}, false}}},
                                    {{u"salary_from"_s, true}, {u"area"_s, false}}};
    const ResultsView::State read = ViewMemory::fromText(ViewMemory::toText(state));
    QCOMPARE(read.tables[u"vacancies"_s].filter, state.tables[u"vacancies"_s].filter);
    QCOMPARE(read.tables[u"vacancies"_s].sort, state.tables[u"vacancies"_s].sort);
    QVERIFY(ViewMemory::toText({}).isEmpty());
    for (const QString &rubbish :
         {u"[]"_s, u"{\"vacancies\": 3}"_s, u"{\"vacancies\": {\"filter\": \"nonsense (\"}}"_s})
        QVERIFY(ViewMemory::fromText(rubbish).tables.isEmpty());
}

QTEST_MAIN(TestTaskEdits)
#include "tst_taskedits.moc"
