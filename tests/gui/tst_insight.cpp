// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartpanel.h"
#include "gui/insight/insighttab.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "models/insight/insightanswer.h"
#include "support/inventedvacancies.h"
#include "support/practice.h"
#include "support/tempproject.h"
#include "table/filterparser.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// What the rows of a search say, in the window.
class TestInsight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyQuestionIsAnswered_data();
    void everyQuestionIsAnswered();
    void premiumSaysWhyNot();
    void premiumOfSkills();
    void knownIsWhatIsNotEmpty();
    void clickFilters();
    void beforeTaxOrInHand();
    void nothingIsSaidOfNoRows();

private:
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    gui::ResultsPane &rows() const { return *m_rig->vacancies().results().pane(table::vacancySchema()); }
    void show();
    bool answer(const QString &question);
    void picture(const QString &name) const;

    std::unique_ptr<WindowRig> m_rig;
    std::unique_ptr<Practice> m_server;
};

void TestInsight::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    m_server = std::make_unique<Practice>();
    QVERIFY(m_rig->session().projectSlot().openNew());
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, {}, m_server->url, {}}};
    spec.sources.front().query.pages = 5;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    m_rig->newSearch();
    session::RunHandle *run = m_rig->session().startVacancies(spec, requests);
    m_rig->vacancies().follow(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rows().model().isBuilding() && rows().model().rowCount() > 50, 30'000);
    show();
}

void TestInsight::cleanup()
{
    m_rig.reset();
    m_server.reset();
}

void TestInsight::show()
{
    m_rig->vacancies().results().showPage(&tab());
    QTRY_VERIFY_WITH_TIMEOUT(!tab().figures().isEmpty(), 30'000);
}

/// Once the chart of the question is there.
bool TestInsight::answer(const QString &question)
{
    const auto items = tab().questions().findItems(question, Qt::MatchExactly);
    if (items.size() != 1)
        return false;
    tab().questions().setCurrentItem(items.front());
    return QTest::qWaitFor(
        [&] { return tab().chart().isVisible() && tab().chart().view().chart().title == question; }, 30'000);
}

void TestInsight::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LINNET_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_rig->window().grab().save(folder + u'/' + name + u".png"_s));
}

void TestInsight::everyQuestionIsAnswered_data()
{
    QTest::addColumn<QString>("key");
    for (const auto &question : models::InsightQuestion::of(table::vacancySchema())) {
        if (question.kind != models::InsightQuestion::Kind::Premium)
            QTest::newRow(qPrintable(question.key)) << question.key;
    }
}

void TestInsight::everyQuestionIsAnswered()
{
    QFETCH(const QString, key);
    const auto questions = models::InsightQuestion::of(table::vacancySchema());
    const auto question = std::ranges::find(questions, key, &models::InsightQuestion::key);
    QVERIFY(question != questions.end());
    QVERIFY(answer(question->text()));
    const draw::Chart &chart = tab().chart().view().chart();
    QVERIFY(!chart.isEmpty());
    QVERIFY(!chart.unit.isEmpty() && !chart.valueAxis.title.isEmpty() && !chart.groupAxis.title.isEmpty());
    QVERIFY(chart.total > 50 && chart.n <= chart.total);
    qint64 counted = 0;
    for (const draw::ChartGroup &group : chart.groups) {
        counted += group.n;
        QVERIFY(group.known.value_or(5) >= 5 || group.quantiles.isEmpty());
        QVERIFY(group.known.value_or(30) >= 30 || !group.quantiles.p10);
    }
    if (question->kind == models::InsightQuestion::Kind::Spread)
        QCOMPARE(counted, chart.n);
    picture(key);
}

// A hundred ads are too few for it.
void TestInsight::premiumSaysWhyNot()
{
    const auto items = tab().questions().findItems(u"Which skills go with more pay?"_s, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    tab().questions().setCurrentItem(items.front());
    const auto isSaid = [this] {
        return std::ranges::any_of(tab().findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"30 ads"_s);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 30'000);
    picture(u"premium_skills"_s);
}

void TestInsight::premiumOfSkills()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    project.writer().post(inventedUnit(run, 0, 3000));
    QVERIFY(project.flush());
    const auto reader = project.reader();
    const auto questions = models::InsightQuestion::of(table::vacancySchema());
    const auto question =
        std::ranges::find(questions, models::InsightQuestion::Kind::Premium, &models::InsightQuestion::kind);
    QVERIFY(question != questions.end());
    const auto answer = models::answerInsight(
        *reader, *question, {.rows = {&table::vacancySchema(), {run}, {}, {}}, .locale = QLocale::c()}, {});
    QVERIFY(answer);
    const std::vector<draw::ChartGroup> &groups = answer->chart.groups;
    QVERIFY(groups.size() > 3);
    QVERIFY(
        std::ranges::is_sorted(groups, std::greater(), [](const auto &group) { return *group.values[0]; }));
    for (const draw::ChartGroup &group : groups) {
        QVERIFY(group.n >= 30);
        QVERIFY2(group.note.contains(u"95 %"_s), qPrintable(group.note));
    }
    QVERIFY2(answer->sentence.contains(u"goes with"_s), qPrintable(answer->sentence));
}

void TestInsight::knownIsWhatIsNotEmpty()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    project.writer().post(inventedUnit(run, 0, 1000));
    QVERIFY(project.flush());
    const auto reader = project.reader();
    const auto questions = models::InsightQuestion::of(table::vacancySchema());
    const auto question =
        std::ranges::find(questions, models::InsightQuestion::Kind::Known, &models::InsightQuestion::kind);
    QVERIFY(question != questions.end());
    for (const char *where : {"", "has_test = true"}) {
        const auto filter = table::FilterParser(table::vacancySchema()).parse(QString::fromLatin1(where));
        QVERIFY(filter);
        const store::RowQuery rows{&table::vacancySchema(), {run}, *filter, {}};
        const auto answer =
            models::answerInsight(*reader, *question, {.rows = rows, .locale = QLocale::c()}, {});
        QVERIFY(answer);
        for (const QString &key :
             {u"salary_from"_s, u"pay"_s, u"skills"_s, u"created"_s, u"salary_gross"_s}) {
            store::RowQuery known = rows;
            known.filter.conditions.append(
                {.column = key, .op = table::FilterOp::Empty, .operands = {}, .negated = true});
            const auto &column = table::vacancySchema().columns[size_t(*table::vacancySchema().indexOf(key))];
            const auto &groups = answer->chart.groups;
            const auto group =
                std::ranges::find(groups, table::columnTitle(column), &draw::ChartGroup::label);
            QVERIFY2(group != groups.end(), qPrintable(key));
            QCOMPARE(group->n, reader->count(known).value_or(-1));
        }
    }
}

void TestInsight::clickFilters()
{
    QVERIFY(answer(u"Where are the jobs?"_s));
    const draw::Chart chart = tab().chart().view().chart();
    const draw::ChartGroup &first = chart.groups.front();
    Q_EMIT tab().chart().groupChosen(first.key, {});
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), first.n, 30'000);
    QCOMPARE(rows().filter().chips().size(), 1);
    // The others stay in sight, and what is chosen is set off.
    QTRY_COMPARE_WITH_TIMEOUT(tab().chart().view().chosen(), QStringList{first.key}, 30'000);
    QCOMPARE(tab().chart().view().chart().groups.size(), chart.groups.size());
    // Another question is of these rows alone.
    QVERIFY(answer(u"Who hires?"_s));
    QCOMPARE(tab().chart().view().chart().total, first.n);
    QVERIFY(answer(u"What is paid?"_s));
    const draw::Chart paid = tab().chart().view().chart();
    const auto step = std::ranges::max_element(paid.groups, {}, &draw::ChartGroup::n);
    Q_EMIT tab().chart().groupChosen(step->key, {});
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), step->n, 30'000);
}

void TestInsight::beforeTaxOrInHand()
{
    QVERIFY(answer(u"What is paid?"_s));
    const double before = *tab().chart().view().chart().median;
    QVERIFY(tab().figures().contains(u"before tax"));
    tab().basis().setCurrentIndex(1);
    Q_EMIT tab().basis().activated(1);
    QTRY_VERIFY_WITH_TIMEOUT(tab().figures().contains(u"in hand"), 30'000);
    const double inHand = *tab().chart().view().chart().median;
    // All that is paid here lies in the first step of the tax, or a little above it.
    QVERIFY2(inHand < before * 0.871 && inHand > before * 0.84, qPrintable(QString::number(inHand / before)));
    QVERIFY(tab().chart().view().chart().groupAxis.title.contains(u"in hand"));
}

void TestInsight::nothingIsSaidOfNoRows()
{
    QVERIFY(answer(u"What is paid?"_s));
    rows().filter().setAnyText(u"no ad has these words"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!tab().chart().isVisible(), 30'000);
    QVERIFY(tab().figures().startsWith(u"0 ads"));
    picture(u"nothing"_s);
}

QTEST_MAIN(TestInsight)
#include "tst_insight.moc"
