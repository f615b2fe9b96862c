// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using linnet::test::TempProject;
using linnet::test::vacancyRow;
using C = VacancyColumn;

namespace {

RowQuery query(QList<Condition> conditions = {}, Sort sort = {})
{
    RowQuery result;
    result.schema = &vacancySchema();
    result.filter.conditions = std::move(conditions);
    result.sort = std::move(sort);
    return result;
}

/// "value×count" joined by blanks, "-" for empty cells.
QString printed(const Result<std::vector<FacetEntry>> &entries)
{
    if (!entries)
        return entries.error().detail;
    QStringList result;
    for (const FacetEntry &entry : *entries)
        result.append(u"%1×%2"_s.arg(isNull(entry.value) ? u"-"_s : toText(entry.value)).arg(entry.count));
    return result.join(u' ');
}

using Ids = QList<qint64>;

Ids idsOf(const Result<IdVector> &ids)
{
    return ids ? Ids(ids->begin(), ids->end()) : Ids{-1};
}

} // namespace

class TestRowReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filters_data();
    void filters();
    void badFilters_data();
    void badFilters();
    void sorts_data();
    void sorts();
    void facets_data();
    void facets();
    void rows();
    void newIds();
    void runsAreApart();
    void statistics();
    void isStopped();

private:
    std::unique_ptr<TempProject> m_temp;
    std::unique_ptr<RowReader> m_reader;
    RunId m_run = 0;
    RunId m_other = 0;
};

void TestRowReader::initTestCase()
{
    m_temp = std::make_unique<TempProject>();
    m_run = m_temp->writer().postRun(u"vacancies"_s, {});
    m_other = m_temp->writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = m_run;
    unit.rows = {
        vacancyRow(u"1"_s, {{C::Vacancy, u"Аналитик данных"_s},
                            {C::SalaryFrom, 100'000.0},
                            {C::HasTest, true},
                            {C::Skills, u"SQL;Power BI;Excel"_s},
                            {C::Area, u"Москва"_s},
                            {C::Created, u"2026-11-20T10:00:00+0300"_s},
                            {C::Currency, u"RUR"_s}}),
        vacancyRow(u"2"_s, {{C::Vacancy, u"Учёный"_s},
                            {C::SalaryFrom, 2500.5},
                            {C::HasTest, false},
                            {C::Skills, u"Python; sql"_s},
                            {C::Area, u"МОСКВА"_s},
                            {C::Created, u"2026-11-21T23:59:00+0300"_s},
                            {C::Currency, u"EUR"_s}}),
        vacancyRow(u"3"_s, {{C::Vacancy, u"ученик"_s},
                            {C::Area, u"Ёлкино"_s},
                            {C::Skills, u""_s},
                            {C::Created, u"2026-11-22T00:00:00+0300"_s},
                            {C::Description, u"long "_s.repeated(200) + u"ИГЛА"_s}}),
        vacancyRow(u"4"_s, {{C::Vacancy, u"Data analyst; 100% \"remote\" _x"_s},
                            {C::SalaryFrom, 100'000.0},
                            {C::Skills, u"MySQL"_s},
                            {C::Description, u"short игла"_s},
                            {C::Currency, u"RUR"_s}}),
        vacancyRow(u"5"_s, {{C::SalaryFrom, 0.0}, {C::Area, u"Еманжелинск"_s}}),
    };
    m_temp->writer().post(unit);
    unit.run = m_other;
    unit.rows = {vacancyRow(u"1"_s, {{C::Vacancy, u"other run"_s}})};
    m_temp->writer().post(unit);
    QVERIFY(m_temp->flush());
    m_reader = m_temp->reader();
}

void TestRowReader::filters_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<Ids>("ids");
    const auto row = [](const char *name, const QString &column, FilterOp op, QList<Value> operands,
                        const Ids &ids, bool negated = false) {
        QTest::newRow(name) << Condition{column, op, std::move(operands), negated} << ids;
    };
    row("contains, Cyrillic case", u"vacancy"_s, FilterOp::Contains, {u"АНАЛИТ"_s}, {1});
    row("contains, yo", u"vacancy"_s, FilterOp::Contains, {u"учен"_s}, {2, 3});
    row("contains, no wildcards", u"vacancy"_s, FilterOp::Contains, {u"100% \"r"_s}, {4});
    row("contains, underscore", u"vacancy"_s, FilterOp::Contains, {u"_"_s}, {4});
    row("not contains keeps empty", u"vacancy"_s, FilterOp::Contains, {u"А"_s}, {2, 3, 4, 5}, true);
    row("contains in a long text", u"description"_s, FilterOp::Contains, {u"игла"_s}, {3, 4});
    row("contains in a number", u"salary_from"_s, FilterOp::Contains, {u"1000"_s}, {1, 4});
    row("contains in any text", QString(), FilterOp::Contains, {u"ИГЛА"_s}, {3, 4});
    row("any text is no code", QString(), FilterOp::Contains, {u"rur"_s}, {});
    row("words", u"vacancy"_s, FilterOp::HasWords, {u"ДАННЫХ аналитик"_s}, {1});
    row("words are whole", u"vacancy"_s, FilterOp::HasWords, {u"анал"_s}, {});
    row("beginning of a word", u"vacancy"_s, FilterOp::HasWords, {u"учен*"_s}, {2, 3});
    row("words in a long text", u"description"_s, FilterOp::HasWords, {u"игла"_s}, {3, 4});
    row("phrase in a long text", u"description"_s, FilterOp::HasWords, {u"\"long игла\""_s}, {3});
    row("without words", u"description"_s, FilterOp::HasWords, {u"long"_s}, {1, 2, 4, 5}, true);
    row("words in any text", QString(), FilterOp::HasWords, {u"игла"_s}, {3, 4});
    row("all words in one text", QString(), FilterOp::HasWords, {u"analyst игла"_s}, {});
    row("words in a list", u"skills"_s, FilterOp::HasWords, {u"bi"_s}, {1});
    row("words of a number", u"salary_from"_s, FilterOp::HasWords, {u"100000"_s}, {1, 4});
    row("sql in words", QString(), FilterOp::HasWords, {u"x\" OR \"игла"_s}, {});
    row("fts in words", u"description"_s, FilterOp::HasWords, {u"long NOT игла"_s}, {});
    row("matches in any text", QString(), FilterOp::Matches, {u"^учёный$"_s}, {2});
    row("equals, folded", u"area"_s, FilterOp::Equals, {u"москва"_s}, {1, 2});
    row("not equals", u"area"_s, FilterOp::Equals, {u"москва"_s}, {3, 4, 5}, true);
    row("equals code", u"currency"_s, FilterOp::Equals, {u"rur"_s}, {1, 4});
    row("equals number", u"salary_from"_s, FilterOp::Equals, {qint64(100'000)}, {1, 4});
    row("equals number as text", u"salary_from"_s, FilterOp::Equals, {u"2500.5"_s}, {2});
    row("equals bool", u"has_test"_s, FilterOp::Equals, {false}, {2});
    row("equals bool as text", u"has_test"_s, FilterOp::Equals, {u"true"_s}, {1});
    row("not equals bool", u"has_test"_s, FilterOp::Equals, {true}, {2, 3, 4, 5}, true);
    row("item equals", u"skills"_s, FilterOp::Equals, {u"sql"_s}, {1, 2});
    row("whole list equals", u"skills"_s, FilterOp::Equals, {u"sql;power bi;excel"_s}, {1});
    row("one of items", u"skills"_s, FilterOp::OneOf, {u"POWER BI"_s, u"MySQL"_s}, {1, 4});
    QList<Value> many; // more than a function of SQLite takes
    for (int i = 0; i < 250; ++i)
        many << u"none %1"_s.arg(i);
    many << u"MySQL"_s;
    row("one of many items", u"skills"_s, FilterOp::OneOf, many, {4});
    row("not one of items", u"skills"_s, FilterOp::OneOf, {u"sql"_s}, {3, 4, 5}, true);
    row("one of texts", u"area"_s, FilterOp::OneOf, {u"ёлкино"_s, u"МоскВа"_s}, {1, 2, 3});
    row("one of numbers", u"salary_from"_s, FilterOp::OneOf, {2500.5, qint64(0)}, {2, 5});
    row("one of none", u"area"_s, FilterOp::OneOf, {}, {});
    row("one of or empty", u"salary_from"_s, FilterOp::OneOf, {2500.5, Value()}, {2, 3});
    row("one of or empty text", u"skills"_s, FilterOp::OneOf, {u"mysql"_s, Value()}, {3, 4, 5});
    row("less", u"salary_from"_s, FilterOp::Less, {qint64(2501)}, {2, 5});
    row("not less keeps empty", u"salary_from"_s, FilterOp::Less, {qint64(2501)}, {1, 3, 4}, true);
    row("at most", u"salary_from"_s, FilterOp::AtMost, {2500.5}, {2, 5});
    row("greater", u"salary_from"_s, FilterOp::Greater, {2500.5}, {1, 4});
    row("at least", u"salary_from"_s, FilterOp::AtLeast, {u"2500.5"_s}, {1, 2, 4});
    row("between", u"salary_from"_s, FilterOp::Between, {qint64(0), 2500.5}, {2, 5});
    row("not between", u"salary_from"_s, FilterOp::Between, {qint64(0), 2500.5}, {1, 3, 4}, true);
    row("text at least, folded", u"area"_s, FilterOp::AtLeast, {u"ЁЛКИНО"_s}, {1, 2, 3, 5});
    row("text less, yo is ye", u"area"_s, FilterOp::Less, {u"ем"_s}, {3});
    row("day", u"created"_s, FilterOp::Equals, {u"2026-11-21"_s}, {2});
    row("to a day, inclusive", u"created"_s, FilterOp::AtMost, {u"2026-11-21"_s}, {1, 2});
    row("after a day", u"created"_s, FilterOp::Greater, {u"2026-11-21"_s}, {3});
    row("days between", u"created"_s, FilterOp::Between, {u"2026-11-21"_s, u"2026-11-22"_s}, {2, 3});
    row("matches", u"vacancy"_s, FilterOp::Matches, {u"^(анал|учён)\\w+"_s}, {1, 2});
    row("matches, item", u"skills"_s, FilterOp::Matches, {u"^sql$"_s}, {1, 2});
    row("not matches", u"vacancy"_s, FilterOp::Matches, {u"."_s}, {5}, true);
    row("empty", u"skills"_s, FilterOp::Empty, {}, {3, 5});
    row("not empty", u"skills"_s, FilterOp::Empty, {}, {1, 2, 4}, true);
    row("empty number", u"salary_from"_s, FilterOp::Empty, {}, {3});
    row("sql in a value", u"area"_s, FilterOp::Equals, {u"x' OR '1'='1"_s}, {});
}

void TestRowReader::filters()
{
    QFETCH(Condition, condition);
    RowQuery asked = query({condition});
    asked.runs = {m_run};
    QTEST(idsOf(m_reader->ids(asked)), "ids");
    QTEST(idsOf(m_reader->newIds(asked, 0, 1'000'000)), "ids");
    QFETCH(Ids, ids);
    QCOMPARE(m_reader->count(asked).value_or(-1), ids.size());

    RowQuery all = query();
    all.runs = {m_run};
    Condition other = condition;
    other.negated = !other.negated;
    const Filter filters[] = {{{condition}}, {}, {{other}}, {{condition, other}}};
    const qint64 rows = m_reader->count(all).value_or(-1);
    const auto counts = m_reader->counts(all, filters);
    QVERIFY(counts);
    QCOMPARE(*counts, (std::vector<qint64>{ids.size(), rows, rows - ids.size(), 0}));
    for (int again = 0; again < 2; ++again) { // read, then known
        const auto remembered = m_reader->countsInMemory(all, filters);
        QVERIFY(remembered);
        QCOMPARE(*remembered, *counts);
    }
}

void TestRowReader::badFilters_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::newRow("column") << Condition{u"nowhere"_s, FilterOp::Empty, {}, false};
    QTest::newRow("column with quote") << Condition{u"a\" OR 1 --"_s, FilterOp::Empty, {}, false};
    QTest::newRow("number") << Condition{u"salary_from"_s, FilterOp::Less, {u"much"_s}, false};
    QTest::newRow("no operand") << Condition{u"area"_s, FilterOp::Equals, {}, false};
    QTest::newRow("null operand") << Condition{u"area"_s, FilterOp::Contains, {Value()}, false};
    QTest::newRow("one of two") << Condition{u"salary_from"_s, FilterOp::Between, {1.0}, false};
    QTest::newRow("expression") << Condition{u"area"_s, FilterOp::Matches, {u"("_s}, false};
    QTest::newRow("no word") << Condition{u"description"_s, FilterOp::HasWords, {u"--"_s}, false};
    QTest::newRow("no word in any column") << Condition{QString(), FilterOp::HasWords, {u"*"_s}, false};
    QTest::newRow("any column less") << Condition{QString(), FilterOp::Less, {u"x"_s}, false};
}

void TestRowReader::badFilters()
{
    QFETCH(Condition, condition);
    const Result<IdVector> ids = m_reader->ids(query({condition}));
    QVERIFY(!ids);
    QCOMPARE(ids.error().reason, Reason::BadValue);
    QVERIFY(!ids.error().detail.isEmpty());
}

void TestRowReader::sorts_data()
{
    QTest::addColumn<Sort>("sort");
    QTest::addColumn<Ids>("ids");
    QTest::newRow("arrival") << Sort{} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("text") << Sort{{u"area"_s, false}} << Ids{3, 5, 1, 2, 4};
    QTest::newRow("text, down") << Sort{{u"area"_s, true}} << Ids{1, 2, 5, 3, 4};
    QTest::newRow("number") << Sort{{u"salary_from"_s, false}} << Ids{5, 2, 1, 4, 3};
    QTest::newRow("number, down") << Sort{{u"salary_from"_s, true}} << Ids{1, 4, 2, 5, 3};
    QTest::newRow("bool, down") << Sort{{u"has_test"_s, true}} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("time, down") << Sort{{u"created"_s, true}} << Ids{3, 2, 1, 4, 5};
    QTest::newRow("long text") << Sort{{u"description"_s, false}} << Ids{3, 4, 1, 2, 5};
    QTest::newRow("two keys") << Sort{{u"currency"_s, true}, {u"vacancy"_s, true}} << Ids{1, 4, 2, 3, 5};
}

void TestRowReader::sorts()
{
    QFETCH(Sort, sort);
    RowQuery asked = query({}, sort);
    asked.runs = {m_run};
    QTEST(idsOf(m_reader->ids(asked)), "ids");
}

void TestRowReader::facets_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<Condition>>("conditions");
    QTest::addColumn<QString>("expected");
    const QList<Condition> none;
    QTest::newRow("text") << u"area"_s << 10 << none << u"Москва×2 Ёлкино×1 Еманжелинск×1 -×1"_s;
    QTest::newRow("limit") << u"area"_s << 1 << none << u"Москва×2 -×1"_s;
    QTest::newRow("items") << u"skills"_s << 10 << none << u"SQL×2 Excel×1 MySQL×1 Power BI×1 Python×1 -×2"_s;
    QTest::newRow("items, limit") << u"skills"_s << 1 << none << u"SQL×2 -×2"_s;
    QTest::newRow("bool") << u"has_test"_s << 10 << none << u"false×1 true×1 -×3"_s;
    QTest::newRow("number") << u"salary_from"_s << 10 << none << u"100000×2 0×1 2500.5×1 -×1"_s;
    QTest::newRow("code, filtered") << u"currency"_s << 10
                                    << QList{Condition{u"area"_s, FilterOp::Equals, {u"москва"_s}, false}}
                                    << u"EUR×1 RUR×1"_s;
    QTest::newRow("own condition left out")
        << u"currency"_s << 10 << QList{Condition{u"currency"_s, FilterOp::Equals, {u"EUR"_s}, false}}
        << u"RUR×2 EUR×1 -×2"_s;
    QTest::newRow("unknown") << u"nowhere"_s << 10 << none << u"no column \"nowhere\""_s;
}

void TestRowReader::facets()
{
    QFETCH(QString, column);
    QFETCH(int, limit);
    QFETCH(QList<Condition>, conditions);
    RowQuery asked = query(conditions);
    asked.runs = {m_run};
    QTEST(printed(m_reader->facet(asked, column, limit)), "expected");
}

void TestRowReader::rows()
{
    const Result<std::vector<Cells>> rows = m_reader->rows(vacancySchema(), std::array<qint64, 3>{4, 99, 1});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 3u);
    QCOMPARE((*rows)[0][int(C::Skills)], Value(u"MySQL"_s));
    QCOMPARE((*rows)[0][int(C::HasTest)], Value());
    QCOMPARE((*rows)[1], Cells(vacancySchema().columns.size()));
    QCOMPARE((*rows)[2][int(C::HasTest)], Value(true));
    QCOMPARE((*rows)[2][int(C::SalaryFrom)], Value(100'000.0));

    // Many rows in the order of arrival are read another way; with the same result.
    std::vector<qint64> ids{1, 2, 3, 4, 5, 5, 6};
    for (qint64 id = 7; id < 20; ++id)
        ids.push_back(id);
    const Result<std::vector<Cells>> many = m_reader->rows(vacancySchema(), ids);
    QVERIFY(many);
    for (size_t i = 0; i < ids.size(); ++i)
        QCOMPARE((*many)[i], m_reader->rows(vacancySchema(), std::span(&ids[i], 1))->front());
    QCOMPARE((*many)[4], (*many)[5]);
}

void TestRowReader::newIds()
{
    QCOMPARE(idsOf(m_reader->newIds(query({}, {{u"area"_s, true}}), 2, 4)), (Ids{2, 3, 4}));
    QCOMPARE(idsOf(m_reader->newIds(query({{u"area"_s, FilterOp::Empty, {}, false}}), 2, 4)), Ids{4});
    QCOMPARE(idsOf(m_reader->newIds(query(), 100, 200)), Ids{});
}

void TestRowReader::runsAreApart()
{
    RowQuery asked = query();
    QCOMPARE(m_reader->count(asked).value_or(-1), 6);
    asked.runs = {m_other};
    QCOMPARE(idsOf(m_reader->ids(asked)), Ids{6});
    asked.runs = {m_other, m_run};
    QCOMPARE(m_reader->count(asked).value_or(-1), 6);
}

void TestRowReader::statistics()
{
    RowQuery asked = query();
    asked.runs = {m_run};
    const Result<ColumnStatistics> all = m_reader->statistics(asked, u"salary_from"_s, 4);
    QVERIFY(all);
    QCOMPARE(all->rows, 5);
    QCOMPARE(all->known, 4);
    QCOMPARE(all->min, 0.0);
    QCOMPARE(all->max, 100'000.0);
    QCOMPARE(all->median, (2500.5 + 100'000) / 2);
    QCOMPARE(all->mean(), 202'500.5 / 4);
    QCOMPARE(all->buckets, (std::vector<qint64>{2, 0, 0, 2}));
    asked.filter.conditions = {{u"salary_from"_s, FilterOp::Less, {100.0}, false}};
    const Result<ColumnStatistics> one = m_reader->statistics(asked, u"salary_from"_s, 4);
    QCOMPARE(one->buckets, std::vector<qint64>{1});
    asked.filter.conditions = {{u"salary_from"_s, FilterOp::Empty, {}, false}};
    ColumnStatistics none;
    none.rows = 1;
    none.lastId = m_reader->ids(asked).value_or(IdVector{0}).front();
    QVERIFY(none.lastId > 0);
    QCOMPARE(*m_reader->statistics(asked, u"salary_from"_s, 4), none);
}

void TestRowReader::isStopped()
{
    std::stop_source stop;
    m_reader->stopOn(stop.get_token());
    QCOMPARE(m_reader->count(query()).value_or(-1), 6);
    stop.request_stop();
    // Arrays are worked on without SQLite, which notices a stop by itself.
    RowQuery sorted = query();
    sorted.sort = {{u"vacancy"_s, true, {}}};
    const auto ids = m_reader->ids(sorted);
    QVERIFY(!ids);
    QCOMPARE(ids.error().reason, Reason::Cancelled);
    m_reader->stopOn({});
    QVERIFY(m_reader->ids(sorted));
}

QTEST_GUILESS_MAIN(TestRowReader)
#include "tst_rowreader.moc"
