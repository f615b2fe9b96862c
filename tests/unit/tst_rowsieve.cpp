// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/sieve/rowsieve.h"

#include "store/schema/changefile.h"
#include "store/sqlite/database.h"
#include "support/randomtables.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;

/// Many filters at once find the rows that SQL finds for each of them, on random rows and filters.
class TestRowSieve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatSqlFinds_data();
    void findsWhatSqlFinds();
    void countsWhatSqlCounts_data();
    void countsWhatSqlCounts();
    void refusesWhatCannotBeAsked();
    void remembersSoManyValuesOnly();

private:
    QList<Filter> anyFilters(const Schema &schema);

    test::RandomTables m_tables;
    Database m_database;
};

namespace {

constexpr int Rounds = 12;
constexpr int FiltersAtOnce = 150; // more conditions than a word has bits

} // namespace

void TestRowSieve::initTestCase()
{
    QVERIFY(m_tables.fill());
    auto database = ChangeFile::openProject(m_tables.project.path());
    QVERIFY(database);
    m_database = std::move(*database);
}

QList<Filter> TestRowSieve::anyFilters(const Schema &schema)
{
    QList<Filter> filters;
    for (int i = 0; i < FiltersAtOnce; ++i)
        filters.append(m_tables.anyQuery(schema).filter);
    return filters;
}

void TestRowSieve::findsWhatSqlFinds_data()
{
    QTest::addColumn<const Schema *>("schema");
    QTest::addColumn<int>("run"); // 0: all of them
    QTest::newRow("ads") << &vacancySchema() << 1;
    QTest::newRow("pages") << &pageSchema() << 2;
    QTest::newRow("links") << &linkSchema() << 3;
    QTest::newRow("links of all crawls") << &linkSchema() << 0;
}

void TestRowSieve::findsWhatSqlFinds()
{
    QFETCH(const Schema *, schema);
    QFETCH(int, run);
    RowQuery query{schema, {}, {}, {}};
    if (run > 0)
        query.runs = {run};
    qsizetype found = 0;
    for (int round = 0; round < Rounds; ++round) {
        const QList<Filter> filters = anyFilters(*schema);
        auto sieve = RowSieve::open(m_database, query, filters);
        QVERIFY2(sieve, qPrintable(sieve ? QString() : sieve.error().detail));
        std::vector<IdVector> ids(size_t(filters.size()));
        QVERIFY(sieve->forEachRow([&](qint64 id) {
            for (size_t i = 0; i < ids.size(); ++i) {
                if (sieve->passes(i))
                    ids[i].push_back(id);
            }
        }));
        for (size_t i = 0; i < ids.size(); ++i) {
            RowQuery one = query;
            one.filter = filters[qsizetype(i)];
            QCOMPARE(ids[i], m_tables.reader->firstIds(one, 1'000'000).value_or(IdVector()));
            found += qsizetype(ids[i].size());
        }
    }
    QVERIFY(found > Rounds * FiltersAtOnce);
}

void TestRowSieve::countsWhatSqlCounts_data()
{
    findsWhatSqlFinds_data();
}

void TestRowSieve::countsWhatSqlCounts()
{
    QFETCH(const Schema *, schema);
    QFETCH(int, run);
    RowQuery query{schema, {}, {}, {}};
    if (run > 0)
        query.runs = {run};
    const QList<Filter> filters = anyFilters(*schema);
    const auto counts = m_tables.reader->counts(query, filters);
    QVERIFY(counts);
    const auto remembered = m_tables.reader->countsInMemory(query, filters);
    QVERIFY(remembered);
    QCOMPARE(*remembered, *counts);
    for (size_t i = 0; i < counts->size(); ++i) {
        RowQuery one = query;
        one.filter = filters[qsizetype(i)];
        QCOMPARE((*counts)[i], m_tables.reader->count(one).value_or(-1));
    }
}

void TestRowSieve::refusesWhatCannotBeAsked()
{
    const RowQuery query{&linkSchema(), {2}, {}, {}};
    const Condition bad[] = {{u"line"_s, FilterOp::Less, {u"much"_s}, false},
                             {u"anchor"_s, FilterOp::Matches, {u"("_s}, false},
                             {u"parsed_url"_s, FilterOp::Matches, {u"("_s}, false},
                             {u"target_status"_s, FilterOp::Equals, {}, false},
                             {u"nowhere"_s, FilterOp::Empty, {}, false}};
    for (const Condition &condition : bad) {
        const Filter filter{{condition}};
        const auto sieve = RowSieve::open(m_database, query, {&filter, 1});
        QVERIFY(!sieve);
        QCOMPARE(sieve.error().reason, Reason::BadValue);
    }
}

/// Of a column in which no value comes twice.
void TestRowSieve::remembersSoManyValuesOnly()
{
    constexpr int Rows = 70'000;
    test::TempProject project;
    const RunId run = project.writer().postRun(u"vacancies"_s, {});
    for (int from = 0; from < Rows; from += 1000) {
        Unit unit;
        unit.run = run;
        for (int i = from; i < from + 1000; ++i) {
            Cells cells(vacancySchema().columns.size());
            cells[size_t(VacancyColumn::Vacancy)] = u"Analyst %1"_s.arg(i);
            cells[size_t(VacancyColumn::SalaryFrom)] = qint64(i);
            unit.rows.push_back({&vacancySchema(), QString::number(i), std::move(cells), RowMode::Keep});
        }
        project.writer().post(std::move(unit));
    }
    QVERIFY(project.flush());
    const auto reader = project.reader();
    QVERIFY(reader);
    const Filter filters[] = {{{{u"vacancy"_s, FilterOp::Matches, {u"7$"_s}, false}}},
                              {{{u"vacancy"_s, FilterOp::Contains, {u"analyst 6999"_s}, false}}},
                              {{{u"salary_from"_s, FilterOp::AtLeast, {qint64(69'000)}, false}}}};
    const auto counts = reader->counts({&vacancySchema(), {run}, {}, {}}, filters);
    QVERIFY(counts);
    QCOMPARE(*counts, (std::vector<qint64>{Rows / 10, 11, 1000}));
}

QTEST_GUILESS_MAIN(TestRowSieve)
#include "tst_rowsieve.moc"
