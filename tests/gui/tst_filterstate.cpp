// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/filterstate.h"
#include "vacancies/search/sources.h"

#include "models/table/conditiontext.h"
#include "models/table/wordconditions.h"
#include "table/codetitle.h"
#include "table/vacancyschema.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::FilterState;
using table::Condition;
using table::FilterOp;
using table::VacancyColumn;
using table::Value;

class TestFilterState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { vacancies::nameSourcesInTables(); }
    void typing_data();
    void typing();
    void errorsFilterNothing();
    void chipsTakeBack();
    void facetsAndCellsAreOne();
    void contextMenu();
    void setFilterShowsInCells();
    void titlesOfCodes();
    void anyText();
    void anyWords();
    void wordsInsteadOfParts();
    void words_data();
    void words();

private:
    static constexpr int at(VacancyColumn column) { return int(column); }
};

void TestFilterState::typing_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<QString>("chip");
    const auto add = [](const char *name, VacancyColumn column, const QString &text,
                        const Condition &condition, const QString &chip) {
        QTest::newRow(name) << at(column) << text << condition << chip;
    };
    add("text", VacancyColumn::Vacancy, u"аналитик"_s,
        {u"vacancy"_s, FilterOp::Contains, {u"аналитик"_s}, false}, u"vacancy: аналитик"_s);
    add("not", VacancyColumn::Vacancy, u"!senior"_s, {u"vacancy"_s, FilterOp::Contains, {u"senior"_s}, true},
        u"vacancy: not senior"_s);
    add("empty", VacancyColumn::Skills, u"="_s, {u"skills"_s, FilterOp::Empty, {}, false},
        u"skills: empty"_s);
    add("yes", VacancyColumn::HasTest, u"YES"_s, {u"has_test"_s, FilterOp::Equals, {true}, false},
        u"test: yes"_s);
    add("no", VacancyColumn::HasTest, u"n"_s, {u"has_test"_s, FilterOp::Equals, {false}, false},
        u"test: no"_s);
    add("whole title of a code", VacancyColumn::State, u"=read"_s,
        {u"state"_s, FilterOp::OneOf, {u"complete"_s}, false}, u"details: read"_s);
    add("any other title", VacancyColumn::State, u"<> not read yet"_s,
        {u"state"_s, FilterOp::OneOf, {u"listed"_s}, true}, u"details: not not read yet"_s);
    add("title of a code", VacancyColumn::Source, u"work in"_s,
        {u"source"_s, FilterOp::OneOf, {u"trudvsem"_s}, false}, u"source: Work in Russia"_s);
}

void TestFilterState::typing()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(Condition, condition);
    FilterState state(table::vacancySchema());
    QSignalSpy changed(&state, &FilterState::changed);
    QSignalSpy cellChanged(&state, &FilterState::cellChanged);
    state.setCellText(column, text);
    QCOMPARE(state.filter().conditions, QList{condition});
    QCOMPARE(state.cellText(column), text);
    QCOMPARE(state.cellError(column), QString());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cellChanged.size(), 1);
    QCOMPARE(state.chips().size(), 1);
    QTEST(QString(state.chips()[0].column + u": "_s + state.chips()[0].text), "chip");
    state.setCellText(column, text);
    QCOMPARE(changed.size(), 1);
    state.setCellText(column, {});
    QVERIFY(state.filter().isEmpty());
    QCOMPARE(changed.size(), 2);
}

void TestFilterState::errorsFilterNothing()
{
    FilterState state(table::vacancySchema());
    const int salary = at(VacancyColumn::SalaryFrom);
    state.setCellText(salary, u">100000"_s);
    QCOMPARE(state.filter().conditions.size(), 1);
    QCOMPARE(state.chips()[0], (FilterState::Chip{u"salary from"_s, u"over 100,000"_s}));
    state.setCellText(salary, u">many"_s);
    QVERIFY(state.filter().isEmpty());
    QVERIFY(!state.cellError(salary).isEmpty());
    QCOMPARE(state.cellText(salary), u">many"_s);
    const int title = at(VacancyColumn::Vacancy);
    state.setCellText(title, u"/(/"_s);
    QVERIFY(!state.cellError(title).isEmpty());
    state.setCellText(title, u"/(a|b)/"_s);
    QCOMPARE(state.cellError(title), QString());
    QSignalSpy cellChanged(&state, &FilterState::cellChanged);
    state.clear();
    QCOMPARE(state.cellText(salary), QString());
    QCOMPARE(state.cellError(salary), QString());
    QCOMPARE(cellChanged.size(), 2);
    QVERIFY(state.filter().isEmpty());
}

void TestFilterState::chipsTakeBack()
{
    FilterState state(table::vacancySchema());
    state.setCellText(at(VacancyColumn::Vacancy), u"data"_s);
    state.setPicked(at(VacancyColumn::Experience), u"1–3 years"_s, true);
    state.setCellText(at(VacancyColumn::SalaryFrom), u"50000~90000"_s);
    QCOMPARE(state.chips().size(), 3);
    QCOMPARE(state.chips()[2].text, u"50,000 to 90,000"_s);
    state.removeChip(0);
    QCOMPARE(state.cellText(at(VacancyColumn::Vacancy)), QString());
    QCOMPARE(state.chips().size(), 2);
    state.removeChip(0);
    QVERIFY(state.picked(at(VacancyColumn::Experience)).isEmpty());
    state.removeChip(7);
    state.removeChip(0);
    QVERIFY(state.filter().isEmpty());
    QCOMPARE(state.cellText(at(VacancyColumn::SalaryFrom)), QString());
}

void TestFilterState::facetsAndCellsAreOne()
{
    FilterState state(table::vacancySchema());
    const int skills = at(VacancyColumn::Skills);
    QSignalSpy changed(&state, &FilterState::changed);
    state.setPicked(skills, u"SQL"_s, true);
    state.setPicked(skills, u"Python"_s, true);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(state.filter().conditions,
             (QList{Condition{u"skills"_s, FilterOp::OneOf, {u"SQL"_s, u"Python"_s}, false}}));
    QCOMPARE(state.chips()[0].text, u"SQL, Python"_s);
    state.setCellText(skills, u"excel"_s);
    QCOMPARE(state.filter().conditions.size(), 2);
    state.setPicked(skills, u"SQL"_s, false);
    state.setPicked(skills, u"Python"_s, false);
    QCOMPARE(state.filter().conditions.size(), 1);
    QCOMPARE(state.cellText(skills), u"excel"_s);

    // A code typed by its title is the same as its tick.
    const int source = at(VacancyColumn::Source);
    state.setCellText(source, u"hh"_s);
    QCOMPARE(state.picked(source), QList<Value>{u"hh"_s});
    state.setPicked(source, u"trudvsem"_s, true);
    QCOMPARE(state.cellText(source), QString());
    QCOMPARE(state.picked(source).size(), 2);
}

void TestFilterState::contextMenu()
{
    FilterState state(table::vacancySchema());
    const int area = at(VacancyColumn::Area);
    state.keepOnly(area, u"Moscow"_s);
    QCOMPARE(state.chips()[0].text, u"exactly “Moscow”"_s);
    QCOMPARE(state.cellText(area), u"=Moscow"_s);
    state.keepOnly(area, u"Moscow"_s);
    QCOMPARE(state.chips().size(), 1);
    state.except(at(VacancyColumn::Employer), {});
    QCOMPARE(state.chips()[1].text, u"not empty"_s);
    state.except(at(VacancyColumn::Skills), u"SQL"_s);
    QCOMPARE(state.filter().conditions[2], (Condition{u"skills"_s, FilterOp::OneOf, {u"SQL"_s}, true}));
    QCOMPARE(state.chips()[2].text, u"not SQL"_s);
    state.setRange(at(VacancyColumn::SalaryFrom), 1000, 2000);
    state.setRange(at(VacancyColumn::SalaryFrom), 1000, 3000);
    QCOMPARE(state.chips().size(), 4);
    QCOMPARE(state.cellText(at(VacancyColumn::SalaryFrom)), u"1000~3000"_s);
}

void TestFilterState::setFilterShowsInCells()
{
    FilterState state(table::vacancySchema());
    const table::Filter filter{{Condition{u"salary_from"_s, FilterOp::AtLeast, {100'000.0}, false},
                                Condition{u"experience"_s, FilterOp::OneOf, {u"a"_s, u"b"_s}, false},
                                Condition{QString(), FilterOp::Contains, {u"sql"_s}, false}}};
    state.setFilter(filter);
    QCOMPARE(state.filter(), filter);
    QCOMPARE(state.cellText(at(VacancyColumn::SalaryFrom)), u">=100000"_s);
    QCOMPARE(state.cellText(at(VacancyColumn::Experience)), QString());
    QCOMPARE(state.chips()[2].column, u"any column"_s);
}

// People compare with what they see.
void TestFilterState::titlesOfCodes()
{
    models::FilterState state(table::vacancySchema());
    const int source = int(table::VacancyColumn::Source);
    const auto typed = [&](const QString &text) {
        state.setCellText(source, text);
        return state.filter().conditions.value(0);
    };
    const QString title = table::codeTitle(table::vacancySchema().columns[size_t(source)], u"trudvsem"_s);
    QCOMPARE(typed(u"= "_s + title), (Condition{u"source"_s, FilterOp::OneOf, {u"trudvsem"_s}, false}));
    QCOMPARE(typed(u"!="_s + title), (Condition{u"source"_s, FilterOp::OneOf, {u"trudvsem"_s}, true}));
    QCOMPARE(typed(u"<>"_s + title), (Condition{u"source"_s, FilterOp::OneOf, {u"trudvsem"_s}, true}));
    QCOMPARE(typed(u"!"_s + title.left(4)), (Condition{u"source"_s, FilterOp::OneOf, {u"trudvsem"_s}, true}));
    QCOMPARE(typed(u"="_s), (Condition{u"source"_s, FilterOp::Empty, {}, false}));
    QCOMPARE(typed(u"=trudvsem"_s), (Condition{u"source"_s, FilterOp::Equals, {u"trudvsem"_s}, false}));
}

void TestFilterState::anyText()
{
    models::FilterState state(table::vacancySchema());
    state.setAnyText(u"sql"_s);
    QCOMPARE(state.filter().conditions.value(0), (Condition{{}, FilterOp::Contains, {u"sql"_s}, false}));
    state.setAnyText(u"excel"_s);
    QCOMPARE(state.filter().conditions.size(), 1);
    QCOMPARE(state.anyText(), u"excel"_s);
    state.removeChip(0);
    QVERIFY(state.anyText().isEmpty());
    state.setAnyText({});
    QVERIFY(state.filter().isEmpty());
}

void TestFilterState::anyWords()
{
    models::FilterState state(table::vacancySchema());
    state.setAnyText(u"power bi"_s);
    QVERIFY(!state.isAnyTextOfWords());
    state.setAnyText(u"анал*"_s, true);
    QCOMPARE(state.filter().conditions, (QList{Condition{{}, FilterOp::HasWords, {u"анал*"_s}, false}}));
    QVERIFY(state.isAnyTextOfWords());
    QCOMPARE(state.anyText(), u"анал*"_s);
    QCOMPARE(state.chips().value(0), (FilterState::Chip{u"any column"_s, u"words анал*"_s}));
    state.setAnyText({}, true);
    QVERIFY(state.filter().isEmpty());
    // In the row of filters.
    const int column = int(VacancyColumn::Description);
    state.setCellText(column, u"~c++ \"power bi\""_s);
    QCOMPARE(state.filter().conditions.value(0),
             (Condition{u"description"_s, FilterOp::HasWords, {u"c++ \"power bi\""_s}, false}));
    state.setCellText(column, u"~\"power"_s);
    QVERIFY(state.cellError(column).contains(u"the quote is not closed"_s));
    QVERIFY(state.filter().isEmpty());
}

void TestFilterState::wordsInsteadOfParts()
{
    namespace words = models::WordConditions;
    const table::Schema &schema = table::vacancySchema();
    const auto instead = [&](const QString &column, const QString &part) {
        const auto other = words::insteadOfParts(schema, {{{column, FilterOp::Contains, {part}, true}}});
        return other ? table::toText(other->conditions[0].operands.value(0)) : QString();
    };
    QCOMPARE(instead({}, u"Power  BI"_s), u"\"Power BI*\""_s);
    QCOMPARE(instead(u"description"_s, u"анал"_s), u"\"анал*\""_s);
    QCOMPARE(instead({}, u"\"c++\""_s), u"\"c++*\""_s);
    QCOMPARE(instead({}, u"sql."_s), u"\"sql.\""_s);
    QCOMPARE(instead({}, u"--"_s), QString());
    QCOMPARE(instead(u"vacancy"_s, u"sql"_s), QString()); // short texts take no time
    const table::Filter filter{{{u"description"_s, FilterOp::HasWords, {u"a b"_s}, false},
                                {{}, FilterOp::HasWords, {u"c"_s}, true},
                                {u"area"_s, FilterOp::Equals, {u"d"_s}, false}}};
    QCOMPARE(words::wanted(filter).size(), size_t(1));
    QCOMPARE(words::wanted(filter)[0].terms().size(), size_t(2));
    QVERIFY(words::useIndex(schema, filter));
    QVERIFY(!words::useIndex(schema, {{{u"vacancy"_s, FilterOp::HasWords, {u"a"_s}, false}}}));
}

void TestFilterState::words_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<QString>("text");
    QTest::newRow("before") << Condition{u"created"_s, FilterOp::Less, {u"2026-11-01"_s}, false}
                            << u"before 1 Nov 2026"_s;
    QTest::newRow("since") << Condition{u"created"_s, FilterOp::AtLeast, {u"2026-11-01"_s}, false}
                           << u"since 1 Nov 2026"_s;
    QTest::newRow("many") << Condition{u"area"_s,
                                       FilterOp::OneOf,
                                       {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s},
                                       false}
                          << u"a, b, c and 2 more"_s;
    QTest::newRow("pattern") << Condition{u"area"_s, FilterOp::Matches, {u"^M"_s}, false}
                             << u"matches /^M/"_s;
    QTest::newRow("up to") << Condition{u"salary_to"_s, FilterOp::AtMost, {5.0}, false} << u"up to 5"_s;
    QTest::newRow("place marker in the text")
        << Condition{u"area"_s, FilterOp::Between, {u"%2"_s, u"%1"_s}, true} << u"not %2 to %1"_s;
    QTest::newRow("unknown column") << Condition{u"gone"_s, FilterOp::Equals, {u"x"_s}, false} << u"x"_s;
}

void TestFilterState::words()
{
    QFETCH(Condition, condition);
    QTEST(models::conditionText(table::vacancySchema(), condition), "text");
}

int main(int argc, char *argv[])
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCoreApplication app(argc, argv);
    TestFilterState test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_filterstate.moc"
