// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartpanel.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/limitspage.h"
#include "gui/insight/questiondialog.h"
#include "gui/insight/questionlist.h"
#include "gui/insight/reportdialog.h"
#include "gui/insight/rulesdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/actionregistry.h"
#include "gui/windowrig.h"
#include "models/insight/answerwords.h"
#include "models/insight/limits.h"
#include "support/inventedvacancies.h"
#include "table/checkschema.h"
#include "table/pageschema.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::InsightQuestion;
using models::OwnQuestion;

namespace {

constexpr int Long = 60'000;
constexpr int Ads = 600;

} // namespace

/// Questions that somebody puts together, kept in the project; and how many values it takes for an answer.
class TestOwnQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void memoAndBack();
    void strangeMemos_data();
    void strangeMemos();
    void onlyWhereItsColumnsAre();
    void madeChangedAndUndone();
    void answersOfEachKind();
    void clickOnAPartFilters();
    void keys();
    void namesStayWhenEmptied();
    void inTheReport();
    void notInAReadProject();
    void limits();
    void limitsOutOfBounds();

private:
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    gui::QuestionList &questions() const { return tab().questionList(); }
    gui::ResultsPane &rows() const { return *m_rig->vacancies().results().pane(table::vacancySchema()); }
    const draw::Chart &chart() const { return tab().chart().view().chart(); }
    void open();
    QString make(const QString &by, const QString &measure, const QString &split, const QString &name);
    QStringList ownTitles() const;
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("LINNET_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_rig->window().grab().save(folder + u'/' + name + u".png"_s));
    }

    std::unique_ptr<WindowRig> m_rig;
};

void TestOwnQuestions::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    const auto project = store::Project::open(m_rig->path(u"p.linnet"_s));
    QVERIFY(project);
    const store::RunId run = (*project)->writer().postRun(u"vacancies"_s, {});
    store::Unit unit = inventedUnit(run, 0, Ads);
    unit.state = store::RunState::Finished;
    (*project)->writer().post(std::move(unit));
    QVERIFY((*project)->close());
}

void TestOwnQuestions::cleanup()
{
    m_rig.reset();
}

void TestOwnQuestions::open()
{
    m_rig->window().openProject(m_rig->path(u"p.linnet"_s));
    QVERIFY(m_rig->session().hasProject());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->vacancies().results().shown(), Ads, Long);
    m_rig->vacancies().results().showPage(&tab());
    QTRY_VERIFY_WITH_TIMEOUT(!tab().figures().isEmpty(), Long);
}

/// Puts one together in the dialog; what it is called.
QString TestOwnQuestions::make(const QString &by, const QString &measure, const QString &split,
                               const QString &name)
{
    questions().newButton().click();
    const auto dialogs = questions().findChildren<gui::QuestionDialog *>();
    if (dialogs.isEmpty())
        return {};
    gui::QuestionDialog *dialog = dialogs.last();
    const auto choose = [dialog](const QString &box, const QString &key) {
        auto *field = dialog->findChild<QComboBox *>(box);
        field->setCurrentIndex(field->findData(key));
    };
    choose(u"by"_s, by);
    choose(u"measure"_s, measure);
    choose(u"split"_s, split);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(name);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        dialog->grab().save(folder + u"/questiondialog.png"_s);
    const QString title = dialog->question().name;
    dialog->accept();
    return title;
}

QStringList TestOwnQuestions::ownTitles() const
{
    QStringList titles;
    for (const InsightQuestion &question : questions().all()) {
        if (question.isOwn())
            titles.append(question.text());
    }
    return titles;
}

void TestOwnQuestions::memoAndBack()
{
    const std::vector<OwnQuestion> all{{3, u"Pay \"here\""_s, u"area"_s, u"pay"_s, u"experience"_s},
                                       {1, u"Кто"_s, u"employer"_s, {}, {}}};
    QCOMPARE(OwnQuestion::fromMemo(OwnQuestion::toMemo(all)), all);
    QCOMPARE(OwnQuestion::nextNumber(all), 4);
    QCOMPARE(OwnQuestion::toMemo({}), QString());
}

void TestOwnQuestions::strangeMemos_data()
{
    QTest::addColumn<QString>("memo");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"questions!"_s;
    QTest::newRow("an object") << u"{\"number\":1}"_s;
    QTest::newRow("no numbers") << u"[1,null,\"x\",{\"name\":\"a\",\"by\":\"area\"}]"_s;
    QTest::newRow("no name") << u"[{\"number\":1,\"name\":\"  \",\"by\":\"area\"}]"_s;
    QTest::newRow("no column") << u"[{\"number\":1,\"name\":\"a\"}]"_s;
}

void TestOwnQuestions::strangeMemos()
{
    QFETCH(const QString, memo);
    QVERIFY(OwnQuestion::fromMemo(memo).empty());
    QCOMPARE(InsightQuestion::of(table::vacancySchema(), memo), InsightQuestion::of(table::vacancySchema()));
}

void TestOwnQuestions::onlyWhereItsColumnsAre()
{
    const OwnQuestion status{1, u"Status"_s, u"status"_s, {}, u"type"_s};
    QVERIFY(!status.over(table::vacancySchema()));
    QVERIFY(status.over(table::pageSchema()) && status.over(table::checkSchema()));
    const auto spread = OwnQuestion{2, u"Pay"_s, u"pay"_s, {}, {}}.over(table::vacancySchema());
    QVERIFY(spread && spread->kind == InsightQuestion::Kind::Spread);
    for (const OwnQuestion &wrong :
         {OwnQuestion{3, u"a"_s, u"description"_s, {}, {}}, OwnQuestion{3, u"a"_s, u"url"_s, {}, {}},
          OwnQuestion{3, u"a"_s, u"area"_s, u"employer"_s, {}},
          OwnQuestion{3, u"a"_s, u"area"_s, {}, u"area"_s}, OwnQuestion{3, u"a"_s, u"age_days"_s, {}, {}},
          OwnQuestion{3, u"a"_s, u"area"_s, u"no"_s, {}}})
        QVERIFY2(!wrong.over(table::vacancySchema()), qPrintable(wrong.by + wrong.measure + wrong.split));
}

void TestOwnQuestions::madeChangedAndUndone()
{
    open();
    const qsizetype ready = questions().all().size();
    QVERIFY(ownTitles().isEmpty());
    const QString usual = make(u"employer"_s, u"pay"_s, {}, {});
    QCOMPARE(usual, u"Pay by: Employer"_s);
    QCOMPARE(ownTitles(), QStringList{usual});
    // It is asked at once, and stands under a heading of its own.
    QVERIFY(questions().current() && questions().current()->key == "own-1"_L1);
    QCOMPARE(questions().list().count(), ready + 2);
    QVERIFY(!(questions().list().item(int(ready))->flags() & Qt::ItemIsSelectable));
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, usual, Long);
    QCOMPARE(chart().groups.size(), 7U);
    picture(u"own"_s);
    // Renamed in the list.
    questions().list().item(int(ready) + 1)->setText(u"  What pays  whom? "_s);
    QTRY_COMPARE_WITH_TIMEOUT(ownTitles(), QStringList{u"What pays whom?"_s}, Long);
    // Changed.
    questions().change();
    auto *dialog = questions().findChildren<gui::QuestionDialog *>().last();
    QCOMPARE(dialog->findChild<QLineEdit *>(u"name"_s)->text(), u"What pays whom?"_s);
    auto *by = dialog->findChild<QComboBox *>(u"by"_s);
    QCOMPARE(by->currentData().toString(), u"employer"_s);
    by->setCurrentIndex(by->findData(u"experience"_s));
    dialog->accept();
    QTRY_COMPARE_WITH_TIMEOUT(chart().groups.size(), 4U, Long);
    // A second one, and the first one goes.
    make(u"area"_s, {}, {}, u"Second"_s);
    QCOMPARE(ownTitles(), QStringList({u"What pays whom?"_s, u"Second"_s}));
    questions().list().setCurrentRow(int(ready) + 1);
    questions().remove();
    QCOMPARE(ownTitles(), QStringList{u"Second"_s});
    QVERIFY(questions().current());
    QUndoStack &history = m_rig->actions().history();
    QCOMPARE(history.count(), 5);
    history.undo();
    QCOMPARE(ownTitles(), QStringList({u"What pays whom?"_s, u"Second"_s}));
    for (int i = 0; i < 3; ++i)
        history.undo();
    QCOMPARE(ownTitles(), QStringList{usual});
    history.redo();
    QCOMPARE(ownTitles(), QStringList{u"What pays whom?"_s});
    // The project keeps it.
    open();
    QTRY_COMPARE_WITH_TIMEOUT(ownTitles(), QStringList{u"What pays whom?"_s}, Long);
}

void TestOwnQuestions::answersOfEachKind()
{
    open();
    const QString cut = make(u"area"_s, {}, u"experience"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, cut, Long);
    QCOMPARE(chart().kind, draw::ChartKind::Shares);
    QCOMPARE(chart().groups.size(), 3U);
    QCOMPARE(chart().series.size(), 4U);
    for (const draw::ChartGroup &group : chart().groups) {
        double sum = 0;
        for (const auto &value : group.values)
            sum += value.value_or(0);
        QCOMPARE(qint64(sum), group.n);
    }
    picture(u"own-shares"_s);
    const QString measured = make(u"area"_s, u"pay"_s, u"experience"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, measured, Long);
    QCOMPARE(chart().kind, draw::ChartKind::Ranges);
    QCOMPARE(chart().groups.size(), 8U); // no ad of Moscow tells its pay
    QStringList labels;                  // those of a place side by side
    for (const draw::ChartGroup &group : chart().groups)
        labels.append(group.key.section(models::KeySeparator, 0, 0));
    QCOMPARE(std::ranges::unique(labels).begin() - labels.begin(), 2);
    picture(u"own-ranges"_s);
    const QString spread = make(u"salary_from"_s, {}, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, spread, Long);
    QCOMPARE(chart().kind, draw::ChartKind::Histogram);
    // More values than can be told apart: five and the others.
    const QString many = make(u"area"_s, {}, u"employer"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, many, Long);
    QCOMPARE(chart().series.size(), 6U);
    QVERIFY(chart().series.back().key.isEmpty());
    for (const draw::ChartGroup &group : chart().groups)
        QCOMPARE(qint64(std::accumulate(group.values.begin(), group.values.end(), 0.0,
                                        [](double sum, const auto &value) { return sum + *value; })),
                 group.n);
}

void TestOwnQuestions::clickOnAPartFilters()
{
    open();
    const QString cut = make(u"area"_s, {}, u"experience"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, cut, Long);
    const draw::ChartGroup group = chart().groups[1];
    const QString part = chart().series[2].key;
    const auto count = qint64(*group.values[2]);
    Q_EMIT tab().chart().groupChosen(group.key, part);
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), count, Long);
    QCOMPARE(rows().filter().chips().size(), 2);
}

// They mean the question, not the search on the left.
void TestOwnQuestions::keys()
{
    open();
    make(u"area"_s, {}, {}, u"Where?"_s);
    QListWidget &list = questions().list();
    m_rig->window().activateWindow();
    list.setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(list.hasFocus(), Long);
    QTest::keyClick(&list, Qt::Key_F2);
    auto *editor = list.findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"Here?"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(ownTitles(), QStringList{u"Here?"_s}, Long);
    QTest::keyClick(&list, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(ownTitles(), QStringList(), Long);
    QCOMPARE(rows().model().rowCount(), Ads); // the search is there
    m_rig->actions().history().undo();
    QCOMPARE(ownTitles(), QStringList{u"Here?"_s});
}

void TestOwnQuestions::namesStayWhenEmptied()
{
    open();
    const QString name = make(u"area"_s, {}, {}, u"Where?"_s);
    QListWidgetItem *item = questions().list().currentItem();
    item->setText(u"   "_s);
    QCOMPARE(item->text(), name);
    QCOMPARE(ownTitles(), QStringList{name});
}

void TestOwnQuestions::inTheReport()
{
    open();
    const QString name = make(u"area"_s, {}, {}, u"Where, again?"_s);
    tab().reportButton().click();
    const auto dialogs = tab().findChildren<gui::ReportDialog *>();
    QVERIFY(!dialogs.isEmpty());
    const auto *list = dialogs.last()->findChild<QListWidget *>(u"questions"_s);
    QCOMPARE(list->item(list->count() - 1)->text(), name);
    QCOMPARE(list->item(list->count() - 1)->data(Qt::UserRole), u"own-1"_s);
}

void TestOwnQuestions::notInAReadProject()
{
    open();
    make(u"area"_s, {}, {}, u"Where?"_s);
    QVERIFY(m_rig->session().projectSlot().close());
    QVERIFY(ownTitles().isEmpty()); // it went with its project
    QVERIFY(m_rig->session().projectSlot().openToRead(m_rig->path(u"p.linnet"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(ownTitles(), QStringList{u"Where?"_s}, Long);
    QVERIFY(!questions().newButton().isEnabled());
    QVERIFY(!questions().newButton().toolTip().isEmpty());
    const qsizetype before = m_rig->actions().history().count();
    questions().list().setCurrentRow(questions().list().count() - 1);
    questions().remove();
    QCOMPARE(m_rig->actions().history().count(), before);
    QCOMPARE(ownTitles(), QStringList{u"Where?"_s});
}

void TestOwnQuestions::limits()
{
    open();
    const QString name = make(u"employer"_s, u"pay"_s, {}, u"Who pays?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(chart().title, name, Long);
    QVERIFY(chart().groups.front().quantiles.p10);
    const qint64 known = *chart().groups.front().known;
    gui::RulesDialog dialog(m_rig->services(), {});
    dialog.limits().findChild<QSpinBox *>(u"leastForTenths"_s)->setValue(int(known) + 1);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty()) {
        dialog.findChild<QTabWidget *>()->setCurrentWidget(&dialog.limits());
        QVERIFY(dialog.grab().save(folder + u"/limits.png"_s));
    }
    dialog.accept();
    QTRY_VERIFY_WITH_TIMEOUT(!chart().groups.empty() && !chart().groups.front().quantiles.p10, Long);
    QVERIFY(chart().groups.front().quantiles.median);
    gui::RulesDialog second(m_rig->services(), {});
    // What is grey, and what is told of tenths, is told of medians.
    second.limits().findChild<QSpinBox *>(u"leastForMedian"_s)->setValue(9999);
    QCOMPARE(second.limits().limits(), (analysis::Fewest{9999, 9999, 9999}));
    second.accept();
    QTRY_VERIFY_WITH_TIMEOUT(!chart().groups.empty() && !chart().groups.front().quantiles.median, Long);
    m_rig->actions().history().undo();
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!chart().groups.empty() && chart().groups.front().quantiles.p10, Long);
}

void TestOwnQuestions::limitsOutOfBounds()
{
    using analysis::Fewest;
    QCOMPARE(models::limitsFromMemo({}), Fewest());
    QCOMPARE(models::limitsFromMemo(u"nonsense"_s), Fewest());
    QCOMPARE(models::limitsFromMemo(u"{\"median\":-4,\"sure\":1,\"tenths\":99999999}"_s),
             (Fewest{models::LeastLimit, models::LeastLimit, models::MostLimit}));
    QCOMPARE(models::limitsFromMemo(models::limitsMemo({7, 8, 9})), (Fewest{7, 8, 9}));
    QCOMPARE(models::limitsMemo({}), QString());
}

QTEST_MAIN(TestOwnQuestions)
#include "tst_ownquestions.moc"
