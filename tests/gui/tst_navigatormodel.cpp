// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowrig.h"
#include "models/activity/problemsmodel.h"
#include "models/navigatormodel.h"
#include "table/vacancyschema.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::models;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using Kind = NavigatorModel::Kind;

/// The navigator's tree and the list of problems over a real project.
class TestNavigatorModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyProject();
    void searchesAndRuns();
    void kindsOfTasks();
    void interrupted();
    void problemsCount();
    void problemsByCause();

private:
    static QJsonObject params(const QString &text);
    static store::RunId addRun(session::Session &session, const QString &text, int rows,
                               store::RunState state, const QString &kind = u"vacancies"_s);
};

namespace {

const table::Schema *schemaOf(const QString &kind)
{
    return kind == "vacancies"_L1 ? &table::vacancySchema() : nullptr;
}

std::unique_ptr<NavigatorModel> makeModel(const RunList &runs)
{
    return std::make_unique<NavigatorModel>(
        runs,
        QList<NavigatorModel::Section>{{u"vacancies"_s, u"vacancies"_s, u"Vacancies"_s, u"New search"_s},
                                       {u"crawl"_s, u"links"_s, u"Links"_s, u"New crawl"_s}},
        [](const store::RunInfo &run) { return run.params["search"_L1].toObject()["text"_L1].toString(); },
        [](const RunEntry &run, bool) { return u"%1 rows"_s.arg(run.rows); },
        [](const RunEntry &run, bool underWay) {
            return run.isInterrupted() && !underWay ? u"interrupted"_s : u"state"_s;
        });
}

} // namespace

QJsonObject TestNavigatorModel::params(const QString &text)
{
    // The day does not make another search of it.
    static int day = 0;
    return {{u"search"_s, QJsonObject{{u"text"_s, text}, {u"day"_s, ++day}}}};
}

store::RunId TestNavigatorModel::addRun(session::Session &session, const QString &text, int rows,
                                        store::RunState state, const QString &kind)
{
    store::Writer &writer = session.project().writer();
    store::Unit unit;
    unit.run = writer.postRun(kind, params(text));
    for (int i = 0; i < rows; ++i)
        unit.rows.push_back({&table::vacancySchema(), u"hh:%1"_s.arg(i),
                             table::Cells(table::vacancySchema().columns.size()), store::RowMode::Keep});
    unit.state = state;
    const store::RunId run = unit.run;
    writer.post(std::move(unit));
    return run;
}

void TestNavigatorModel::emptyProject()
{
    WindowRig rig;
    const RunList runs(rig.session(), schemaOf);
    const auto model = makeModel(runs);
    const QAbstractItemModelTester tester(model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->indexOfKind(Kind::Start).isValid());
    QVERIFY(model->indexOfKind(Kind::NewTask).isValid());
    QVERIFY(model->indexOfKind(Kind::Problems).isValid());
    QVERIFY(!model->indexOfKind(Kind::Task).isValid());
    QVERIFY(!model->flags(model->indexOfKind(Kind::Heading)).testFlag(Qt::ItemIsSelectable));
}

void TestNavigatorModel::searchesAndRuns()
{
    WindowRig rig;
    RunList runs(rig.session(), schemaOf);
    const auto model = makeModel(runs);
    const QAbstractItemModelTester tester(model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(rig.session().projectSlot().openNew());
    const auto first = addRun(rig.session(), u"analyst"_s, 3, store::RunState::Finished);
    addRun(rig.session(), u"tester"_s, 2, store::RunState::Finished);
    const auto again = addRun(rig.session(), u"analyst"_s, 5, store::RunState::Finished);
    QTRY_COMPARE(runs.runs().size(), size_t(3));

    const QModelIndex search = model->indexOfKind(Kind::Task); // the newest first
    QCOMPARE(search.data().toString(), u"analyst"_s);
    QCOMPARE(model->rowCount(search), 2); // both runs of the same search
    QCOMPARE(search.data(NavigatorModel::NoteRole).toString(), u"5"_s);
    QCOMPARE(search.data(NavigatorModel::RunRole).toLongLong(), again);
    QCOMPARE(model->indexOfRun(first).parent(), search);
    QVERIFY(model->indexOfRun(first).data().toString().endsWith("3 rows"_L1));
    QVERIFY(!model->indexOfRun(999).isValid());

    QVERIFY(rig.session().projectSlot().close());
    QVERIFY(!model->indexOfKind(Kind::Task).isValid());
}

void TestNavigatorModel::kindsOfTasks()
{
    WindowRig rig;
    RunList runs(rig.session(), schemaOf);
    const auto model = makeModel(runs);
    QVERIFY(rig.session().projectSlot().openNew());
    const auto search = addRun(rig.session(), u"analyst"_s, 3, store::RunState::Finished);
    const auto crawl = addRun(rig.session(), u"http://a/"_s, 0, store::RunState::Finished, u"crawl"_s);
    addRun(rig.session(), u"?"_s, 0, store::RunState::Finished, u"of a later version"_s);
    QTRY_COMPARE(runs.runs().size(), size_t(3));

    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row)
        lines << model->index(row, 0).data().toString();
    QCOMPARE(lines,
             (QStringList{u"Start"_s, u"Vacancies"_s, u"New search"_s, u"analyst"_s, u"Links"_s,
                          u"New crawl"_s, u"http://a/"_s, u"Progress"_s, u"Requests"_s, u"Problems"_s}));
    const QModelIndex task = model->indexOfKind(Kind::Task, u"crawl"_s);
    QCOMPARE(task.data(NavigatorModel::RunRole).toLongLong(), crawl);
    QCOMPARE(task.data(NavigatorModel::IconRole).toString(), u"links"_s);
    QCOMPARE(model->indexOfKind(Kind::NewTask, u"crawl"_s).data().toString(), u"New crawl"_s);
    QCOMPARE(model->indexOfRun(search).data(NavigatorModel::TaskRole).toString(), u"vacancies"_s);
}

void TestNavigatorModel::interrupted()
{
    WindowRig rig;
    RunList runs(rig.session(), schemaOf);
    const auto model = makeModel(runs);
    QVERIFY(rig.session().projectSlot().openNew());
    addRun(rig.session(), u"analyst"_s, 1, store::RunState::Running); // what a crash leaves behind
    QTRY_COMPARE(runs.runs().size(), size_t(1));
    const QModelIndex search = model->indexOfKind(Kind::Task);
    QCOMPARE(search.data(NavigatorModel::NoteRole).toString(), u"interrupted"_s);
    QCOMPARE(search.data(NavigatorModel::ToneRole).toInt(), int(NavigatorModel::Tone::Warning));
}

void TestNavigatorModel::problemsCount()
{
    WindowRig rig;
    const RunList runs(rig.session(), schemaOf);
    const auto model = makeModel(runs);
    const QPersistentModelIndex problems = model->indexOfKind(Kind::Problems);
    QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
    model->setProblems(1234);
    QCOMPARE(problems.data(NavigatorModel::NoteRole).toString(), u"1,234"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0); // a count must not fold the tree
    QVERIFY(problems.data(Qt::AccessibleTextRole).toString().contains(u"1,234"_s));
}

void TestNavigatorModel::problemsByCause()
{
    ProblemsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<store::WorkFailure> failures;
    failures.push_back({1, u"http://a/1"_s, u"hh/list"_s, {}, 0, {Reason::Deadline, 0, {}}});
    for (int i = 0; i < 3; ++i)
        failures.push_back({2 + i,
                            u"http://b/%1"_s.arg(i),
                            u"hh/detail"_s,
                            {},
                            0,
                            {Reason::HttpStatus, 503, u"x%1"_s.arg(i)}});
    model.setFailures(failures);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex worst = model.index(0, 0);
    QVERIFY(worst.data().toString().startsWith("b: The server has a problem of its own"_L1));
    QVERIFY(worst.data().toString().endsWith("(3)"_L1));
    QCOMPARE(model.rowCount(worst), 3);
    QCOMPARE(model.index(2, 0, worst).data(ProblemsModel::UrlRole).toString(), u"http://b/2"_s);
    model.setFailures({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestNavigatorModel)
#include "tst_navigatormodel.moc"
