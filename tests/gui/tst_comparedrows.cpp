// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/charttable.h"
#include "gui/chart/chartpanel.h"
#include "gui/insight/comparedialog.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/reportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "models/insight/adages.h"
#include "models/insight/answerwords.h"
#include "models/insight/insightfigures.h"
#include "models/insight/ownquestion.h"
#include "models/insight/pairpicture.h"
#include "report/reportmaker.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"
#include "table/filterparser.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::InsightAnswer;
using models::InsightQuestion;
using models::InsightView;

namespace {

constexpr int Long = 60'000;
constexpr auto OwnMemo = "[{\"number\":1,\"name\":\"Cut\",\"by\":\"area\",\"split\":\"experience\"},"
                         "{\"number\":2,\"name\":\"Pay cut\",\"by\":\"area\",\"measure\":\"pay\",\"split\":"
                         "\"experience\"}]";

table::Filter filterOf(const QString &text)
{
    return table::FilterParser(table::vacancySchema()).parse(text).value_or(table::Filter());
}

} // namespace

/// Rows beside other rows: two filters or two runs in one chart, and what stands out of all rows.
class TestComparedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_rig.reset(); }
    void everyQuestionHasBothSides_data();
    void everyQuestionHasBothSides();
    void someDrawOneSide_data();
    void someDrawOneSide();
    void tooFewOnOneSide();
    void moreOftenThanInAll();
    void pairs();
    void pairsOfTwoColumns();
    void ageOfAds();
    void ageWithoutHistory();
    void inTheWindow();
    void anotherRun();
    void wrongFilterIsSaid();
    void inTheReport();

private:
    std::optional<InsightAnswer> answer(const QString &key, const InsightView &view) const;
    InsightView view(const QString &filter, store::RunId run = 1) const
    {
        return {.rows = {&table::vacancySchema(), {run}, filterOf(filter), {}},
                .locale = QLocale::c(),
                .ages = m_ages};
    }
    InsightView both(const QString &one, const QString &other) const
    {
        InsightView result = view(one);
        result.name = u"One"_s;
        result.other = models::InsightSide{view(other).rows, u"Other"_s};
        return result;
    }
    void open();
    gui::CompareDialog *dialog() const
    {
        tab().compareButton().click();
        const auto dialogs = tab().findChildren<gui::CompareDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    }
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    const draw::Chart &chart() const { return tab().chart().view().chart(); }
    void ask(const QString &title) const
    {
        const auto items = tab().questions().findItems(title, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        tab().questions().setCurrentItem(items.front());
    }
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("LINNET_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_rig->window().grab().save(folder + u'/' + name + u".png"_s));
    }

    std::unique_ptr<TempProject> m_project;
    std::unique_ptr<store::RowReader> m_reader;
    std::shared_ptr<models::AdAges> m_ages;
    std::unique_ptr<WindowRig> m_rig;
};

void TestComparedRows::initTestCase()
{
    m_project = std::make_unique<TempProject>();
    for (const int count : {3000, 400}) {
        const store::RunId run = m_project->writer().postRun(u"vacancies"_s, {});
        store::Unit unit = inventedUnit(run, 0, count);
        unit.state = store::RunState::Finished;
        m_project->writer().post(std::move(unit));
    }
    m_project->writer().postMemo(QString::fromLatin1(models::OwnQuestion::Memo),
                                 QString::fromLatin1(OwnMemo));
    QVERIFY(m_project->flush());
    m_reader = m_project->reader();
    m_ages = std::make_shared<models::AdAges>(
        m_project->path(), [](const QString &file) { return models::openForInsight(file, {}, true); });
}

std::optional<InsightAnswer> TestComparedRows::answer(const QString &key, const InsightView &of) const
{
    const auto questions = InsightQuestion::of(table::vacancySchema(), QString::fromLatin1(OwnMemo));
    const auto question = std::ranges::find(questions, key, &InsightQuestion::key);
    if (question == questions.end())
        return {};
    auto found = models::answerInsight(*m_reader, *question, of, {});
    if (!found)
        qWarning("%s", qPrintable(found.error().detail));
    return found ? std::optional(std::move(*found)) : std::nullopt;
}

void TestComparedRows::everyQuestionHasBothSides_data()
{
    QTest::addColumn<QString>("key");
    for (const InsightQuestion &question :
         InsightQuestion::of(table::vacancySchema(), QString::fromLatin1(OwnMemo))) {
        if (question.kind != InsightQuestion::Kind::Map && question.kind != InsightQuestion::Kind::Coverage)
            QTest::newRow(qPrintable(question.key)) << question.key;
    }
}

void TestComparedRows::someDrawOneSide_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("places would hide one another") << u"map"_s;
    QTest::newRow("sources are series already") << u"coverage"_s;
}

void TestComparedRows::someDrawOneSide()
{
    QFETCH(const QString, key);
    const auto compared = answer(key, both(u"has_test = true"_s, u"has_test = false"_s));
    QVERIFY(compared);
    QVERIFY2(compared->chart.basis.endsWith(u"Only One is drawn."_s), qPrintable(compared->chart.basis));
}

void TestComparedRows::everyQuestionHasBothSides()
{
    QFETCH(const QString, key);
    const QString filters[] = {u"has_test = true"_s, u"has_test = false and source = hh"_s};
    const auto compared = answer(key, both(filters[0], filters[1]));
    QVERIFY(compared);
    const draw::Chart &chart = compared->chart;
    QVERIFY(!chart.isEmpty());
    QVERIFY2(chart.basis.contains(u"One: "_s) && chart.basis.contains(u"Other: "_s), qPrintable(chart.basis));
    if (chart.kind == draw::ChartKind::Shares) {
        QVERIFY(
            std::ranges::any_of(chart.groups, [](const auto &of) { return of.label.contains(u"One"_s); }));
        QVERIFY(
            std::ranges::any_of(chart.groups, [](const auto &of) { return of.label.contains(u"Other"_s); }));
        return;
    }
    QCOMPARE(chart.series.size(), 2U);
    QCOMPARE(chart.series[0].label, u"One"_s);
    QCOMPARE(chart.series[1].label, u"Other"_s);
    // The table behind has a column of numbers and of n for each.
    QByteArrayList columns;
    for (const auto &column : draw::chartTable(chart, QLocale::c()).columns)
        columns.append(column.key);
    for (const char *name : {"a", "b", "n_a", "n_b"})
        QVERIFY2(columns.contains(name), columns.join(' '));
    // Each side is what it is alone.
    for (size_t side = 0; side < 2; ++side) {
        const auto alone = answer(key, view(filters[side]));
        QVERIFY(alone);
        QCOMPARE(chart.series[side].n, alone->chart.n);
        if (chart.kind == draw::ChartKind::Histogram) {
            double sum = 0;
            for (const auto &group : chart.groups)
                sum += group.values[side].value_or(0);
            QVERIFY(std::abs(sum - 1) < 1e-9);
            QVERIFY(compared->sentence.contains(QLocale::c().toString(alone->known)));
            continue;
        }
        for (const draw::ChartGroup &group : alone->chart.groups) {
            const auto merged = std::ranges::find_if(
                chart.groups, [&](const auto &of) { return of.key == group.key && of.label == group.label; });
            QVERIFY(merged != chart.groups.end());
            QCOMPARE(merged->sides[side].n, group.n);
            if (alone->chart.kind == draw::ChartKind::Ranges)
                QCOMPARE(merged->values[side], group.quantiles.median);
            else if (alone->chart.valueAxis.form == draw::ValueForm::Count)
                QCOMPARE(*merged->values[side] * double(alone->chart.n), *group.values[0]);
            else
                QCOMPARE(merged->values[side], group.values[0]);
        }
    }
    QVERIFY2(compared->sentence.isEmpty() ||
                 (compared->sentence.contains(u"One"_s) && compared->sentence.contains(u"Other"_s)),
             qPrintable(compared->sentence));
}

void TestComparedRows::tooFewOnOneSide()
{
    const auto found = answer(u"pay_area"_s, both(u"has_test = true"_s, u"id in (1, 2, 4)"_s));
    QVERIFY(found);
    for (const draw::ChartGroup &group : found->chart.groups) {
        QVERIFY(group.values[0]);
        QVERIFY(!group.values[1]);
    }
    QVERIFY2(found->sentence.contains(u"Other: too few known values"_s), qPrintable(found->sentence));
    const auto neither = answer(u"pay_area"_s, both(u"id in (5, 7)"_s, u"id in (1, 2, 4)"_s));
    QVERIFY(neither && neither->chart.isEmpty());
    QVERIFY(!neither->chart.whyEmpty.isEmpty());
    const auto empty = answer(u"skills"_s, both(u"has_test = true"_s, u"area = nowhere"_s));
    QVERIFY(empty && !empty->chart.isEmpty());
}

void TestComparedRows::moreOftenThanInAll()
{
    // The invented skills go by the titles.
    const auto some = answer(u"skills"_s, view(u"vacancy contains \"C++\""_s));
    QVERIFY(some);
    QVERIFY2(some->sentence.contains(u"More often here than in all: "_s), qPrintable(some->sentence));
    const draw::ChartGroup &first = some->chart.groups.front();
    QCOMPARE(some->chart.further.size(), 3U);
    QCOMPARE(first.further.size(), 3U);
    QVERIFY(*first.further[0] > *first.further[1] && *first.further[2] > 1);
    QVERIFY2(first.note.startsWith(u"More often than in all"_s), qPrintable(first.note));
    // Nothing stands out of all rows when these are all.
    const auto all = answer(u"skills"_s, view({}));
    QVERIFY(all && all->chart.further.empty());
    for (const draw::ChartGroup &group : all->chart.groups)
        QVERIFY(group.note.isEmpty());
}

void TestComparedRows::pairs()
{
    const auto found = answer(u"pairs_skills"_s, view({}));
    QVERIFY(found);
    // SQL stands with Python, A/B tests, Excel and Power BI, the first two with each other, C++ with Qt.
    QCOMPARE(found->chart.groups.size(), 6U);
    QVERIFY(std::ranges::is_sorted(found->chart.groups, std::greater(), &draw::ChartGroup::n));
    for (const draw::ChartGroup &group : found->chart.groups) {
        QCOMPARE(group.further.size(), 2U);
        QVERIFY(group.label.contains(u" · "_s));
        QVERIFY(group.n > 0 && *group.further[1] > 1);
    }
    QVERIFY2(found->sentence.contains(u"as often as by chance"_s), qPrintable(found->sentence));
    QVERIFY(found->chart.knownShare);
}

/// Of two columns: each pair has the rows that filters find.
void TestComparedRows::pairsOfTwoColumns()
{
    const auto found = answer(u"pairs_employers"_s, view({}));
    QVERIFY(found && !found->chart.groups.empty());
    QCOMPARE(found->column, u"employer"_s);
    QCOMPARE(found->split, u"skills"_s);
    const auto reader = m_ages->reader(1, 3000, {});
    QVERIFY(reader);
    const auto rows = [&](const table::Filter &filter) {
        return (*reader)->count({&table::vacancySchema(), {1}, filter, {}}).value_or(-1);
    };
    for (const draw::ChartGroup &group : found->chart.groups) {
        const table::Condition employer{
            u"employer"_s, table::FilterOp::OneOf, {group.key.section(models::KeySeparator, 0, 0)}};
        const table::Condition skill{
            u"skills"_s, table::FilterOp::OneOf, {group.key.section(models::KeySeparator, 1)}};
        QCOMPARE(rows({{employer, skill}}), group.n);
    }
    QVERIFY(found->pairs);
    const models::PairPicture &drawn = *found->pairs;
    QCOMPARE(drawn.areOthers.size(), drawn.rows.size());
    for (const draw::GraphPicture::Link &link : drawn.picture->links)
        QVERIFY(!drawn.areOthers[link.from] && drawn.areOthers[link.to]);
}

void TestComparedRows::ageOfAds()
{
    const auto found = answer(u"age"_s, view(u"has_test = true"_s));
    QVERIFY(found);
    QVERIFY(!found->chart.isEmpty());
    qint64 sum = 0;
    for (const draw::ChartGroup &group : found->chart.groups)
        sum += group.n;
    QCOMPARE(sum, found->chart.n);
    QVERIFY(found->median);
    QVERIFY2(found->sentence.contains(QString::number(found->known)), qPrintable(found->sentence));
    // As the column of the table says.
    const auto aged = m_ages->reader(1, 3000, {});
    QVERIFY(aged);
    const draw::ChartGroup &first = found->chart.groups.front();
    store::RowQuery young{&table::vacancySchema(), {1}, filterOf(u"has_test = true and age_days < 3"_s), {}};
    QCOMPARE((*aged)->count(young).value_or(-1), first.n);
    // Of several runs nobody can say it.
    InsightView several = view({});
    several.rows.runs = {1, 2};
    const auto none = answer(u"age"_s, several);
    QVERIFY(none && none->chart.isEmpty() && !none->chart.whyEmpty.isEmpty());
}

// Of one run nothing has to be compared, and the same comes out.
void TestComparedRows::ageWithoutHistory()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    store::Unit unit = inventedUnit(run, 0, 200);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (qsizetype i = 0; i < qsizetype(unit.rows.size()); ++i) {
        if (i % 4 != 0)
            unit.rows[size_t(i)].cells[size_t(table::VacancyColumn::FirstPublished)] =
                now.addDays(-i).toString(Qt::ISODate);
    }
    unit.state = store::RunState::Finished;
    project.writer().post(std::move(unit));
    QVERIFY(project.flush());
    const auto reader = project.reader();
    const auto ages = std::make_shared<models::AdAges>(
        project.path(), [](const QString &file) { return models::openForInsight(file, {}, true); });
    const auto questions = InsightQuestion::of(table::vacancySchema());
    const auto question = std::ranges::find(questions, u"age"_s, &InsightQuestion::key);
    QVERIFY(question != questions.end());
    const auto found = models::answerInsight(
        *reader, *question,
        {.rows = {&table::vacancySchema(), {run}, {}, {}}, .locale = QLocale::c(), .ages = ages}, {});
    QVERIFY(found);
    QCOMPARE(found->chart.n, 200);
    QVERIFY2(found->sentence.contains(u"75 %"_s), qPrintable(found->sentence));
    const auto aged = ages->reader(run, 200, {});
    QVERIFY(aged);
    for (const draw::ChartGroup &group : found->chart.groups) {
        const QString to = group.key.section(u';', 1);
        const QString where = u"age_days >= "_s + group.key.section(u';', 0, 0) +
                              (to == "inf"_L1 ? QString() : u" and age_days < "_s + to);
        const store::RowQuery rows{&table::vacancySchema(), {run}, filterOf(where), {}};
        QCOMPARE((*aged)->count(rows).value_or(-1), group.n);
    }
}

void TestComparedRows::open()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    const QString path = m_rig->path(u"p.linnet"_s);
    const auto project = store::Project::open(path);
    QVERIFY(project);
    for (const int count : {400, 3000}) {
        const store::RunId run = (*project)->writer().postRun(u"vacancies"_s, {});
        store::Unit unit = inventedUnit(run, 0, count);
        unit.state = store::RunState::Finished;
        (*project)->writer().post(std::move(unit));
    }
    QVERIFY((*project)->close());
    m_rig->window().openProject(path);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->vacancies().results().shown(), 3000, Long);
    m_rig->vacancies().results().showPage(&tab());
    QTRY_VERIFY_WITH_TIMEOUT(!tab().figures().isEmpty(), Long);
}

void TestComparedRows::inTheWindow()
{
    open();
    m_rig->vacancies()
        .results()
        .pane(table::vacancySchema())
        ->filter()
        .setFilter(filterOf(u"area = Moscow"_s));
    gui::CompareDialog *asked = dialog();
    QVERIFY(asked);
    auto *text = asked->findChild<QLineEdit *>(u"filter"_s);
    QCOMPARE(text->text(), u"area = Moscow"_s);
    text->setText(u"area = Kazan"_s);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(asked->grab().save(folder + u"/comparedialog.png"_s));
    asked->accept();
    const QStringList titles{tab().questions().item(0)->text(), tab().questions().item(1)->text(),
                             tab().questions().item(7)->text(), tab().questions().item(8)->text()};
    for (const QString &title : titles) {
        ask(title);
        QTRY_VERIFY_WITH_TIMEOUT(chart().title == title && chart().series.size() == 2, Long);
        QCOMPARE(chart().series[0].label, u"Moscow"_s);
        QCOMPARE(chart().series[1].label, u"Kazan"_s);
        QVERIFY2(tab().sentence().contains(u"Moscow"_s) && tab().sentence().contains(u"Kazan"_s),
                 qPrintable(tab().sentence()));
        picture(u"compared-%1"_s.arg(titles.indexOf(title)));
    }
    // The filter of the table is followed, the other side stays.
    m_rig->vacancies()
        .results()
        .pane(table::vacancySchema())
        ->filter()
        .setFilter(filterOf(u"area = Moscow and has_test = true"_s));
    const qint64 before = chart().series[1].n;
    QTRY_VERIFY_WITH_TIMEOUT(chart().series.size() == 2 && chart().series[0].n < before, Long);
    QCOMPARE(chart().series[1].n, before);
    tab().compareButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(chart().series.empty(), Long);
}

void TestComparedRows::anotherRun()
{
    open();
    gui::CompareDialog *asked = dialog();
    QVERIFY(asked);
    QCOMPARE(asked->findChild<QComboBox *>(u"runs"_s)->count(), 1);
    asked->findChild<QRadioButton *>(u"byRun"_s)->setChecked(true);
    asked->findChild<QLineEdit *>(u"name"_s)->setText(u"Now"_s);
    asked->findChild<QLineEdit *>(u"otherName"_s)->setText(u"Before"_s);
    asked->accept();
    ask(u"Who hires?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart().title == u"Who hires?"_s && chart().series.size() == 2, Long);
    QCOMPARE(chart().series[0].n, 3000);
    QCOMPARE(chart().series[1].n, 400);
    // No run stands beside itself.
    m_rig->workspace().showRun(1);
    QTRY_COMPARE_WITH_TIMEOUT(tab().compareButton().text(), u"Compare with…"_s, Long);
    QTRY_VERIFY_WITH_TIMEOUT(chart().series.empty() && chart().total == 400, Long);
    asked = dialog();
    QVERIFY(asked);
    asked->findChild<QRadioButton *>(u"byRun"_s)->setChecked(true);
    asked->findChild<QLineEdit *>(u"name"_s)->setText(u"Before"_s);
    asked->findChild<QLineEdit *>(u"otherName"_s)->setText(u"Now"_s);
    asked->accept();
    QTRY_COMPARE_WITH_TIMEOUT(chart().series.size(), 2U, Long);
    // It goes with its project.
    QVERIFY(m_rig->session().projectSlot().close());
    QCOMPARE(tab().compareButton().text(), u"Compare with…"_s);
}

void TestComparedRows::wrongFilterIsSaid()
{
    open();
    gui::CompareDialog *asked = dialog();
    QVERIFY(asked);
    auto *text = asked->findChild<QLineEdit *>(u"filter"_s);
    auto *fault = asked->findChild<QLabel *>(u"fault"_s);
    text->setText(u"colour = red"_s);
    asked->accept();
    QVERIFY(asked->isVisible() && !fault->text().isEmpty());
    text->setText({}); // what is shown
    asked->accept();
    QVERIFY(asked->isVisible() && !fault->text().isEmpty());
    text->setText(u"area = Kazan"_s);
    QVERIFY(fault->text().isEmpty());
    asked->findChild<QLineEdit *>(u"name"_s)->setText(u"Kazan"_s);
    asked->accept();
    QVERIFY(asked->isVisible() && !fault->text().isEmpty());
    asked->findChild<QLineEdit *>(u"name"_s)->setText(u"All"_s);
    asked->accept();
    QVERIFY(!asked->isVisible());
}

void TestComparedRows::inTheReport()
{
    report::ReportSpec spec;
    spec.projectPath = m_project->path();
    spec.rows = view(u"area = Moscow"_s).rows;
    spec.other = models::InsightSide{view(u"area = Kazan"_s).rows, u"Kazan"_s};
    spec.name = u"Moscow"_s;
    spec.locale = QLocale::c();
    report::ReportProgress progress;
    const auto made = report::makeReport(spec, progress, {});
    QVERIFY(made);
    QVERIFY2(made->rows.contains(u"“Moscow” beside “Kazan”"_s), qPrintable(made->rows));
    const auto skills = std::ranges::find(made->sections, u"skills"_s, &report::Section::key);
    QVERIFY(skills != made->sections.end());
    QCOMPARE(skills->chart.series.size(), 2U);
    QVERIFY(skills->sentence.contains(u"Kazan"_s));
    QCOMPARE(progress.done.load(), progress.total.load());
}

QTEST_MAIN(TestComparedRows)
#include "tst_comparedrows.moc"
