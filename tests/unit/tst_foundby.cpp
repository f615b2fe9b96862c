// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/foundby.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/listvalue.h"

#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// By which queries of a list an ad was found does not depend on who finds it first.
class TestFoundBy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrder();
    void besideDetails();
    void afterRowsWithoutNumber();
    void needsItsNumber();

private:
    static store::RowWrite found(const QString &key, int place, const QString &query);
    static void write(test::TempProject &temp, const std::vector<store::RowWrite> &rows, store::RunId run);
    static QStringList told(test::TempProject &temp, store::RunId run);
};

store::RowWrite TestFoundBy::found(const QString &key, int place, const QString &query)
{
    store::RowWrite row = test::vacancyRow(key,
                                           {{VacancyColumn::Vacancy, u"name of "_s + key},
                                            {VacancyColumn::Query, query},
                                            {VacancyColumn::Queries, table::listValue({query})}},
                                           store::RowMode::Gather);
    row.place = place;
    return row;
}

void TestFoundBy::write(test::TempProject &temp, const std::vector<store::RowWrite> &rows, store::RunId run)
{
    store::Unit unit;
    unit.run = run;
    unit.rows = rows;
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
}

QStringList TestFoundBy::told(test::TempProject &temp, store::RunId run)
{
    const auto reader = temp.reader();
    const auto ids = reader->ids({&table::vacancySchema(), {run}, {}, {}});
    const auto rows = reader->rows(table::vacancySchema(), *ids);
    QStringList result;
    for (const table::Cells &row : *rows) {
        const auto cell = [&row](VacancyColumn column) { return table::toText(row[size_t(column)]); };
        result << cell(VacancyColumn::Vacancy) + u'|' + cell(VacancyColumn::Query) + u'|' +
                      cell(VacancyColumn::Queries);
    }
    return result;
}

void TestFoundBy::anyOrder()
{
    test::TempProject temp;
    std::vector<int> places{2, 10, 11, 700};
    int rounds = 0;
    do {
        const store::RunId run = temp.writer().postRun(u"vacancies"_s, {});
        for (const int place : places)
            write(temp, {found(u"a"_s, place, u"q;%1"_s.arg(place))}, run);
        write(temp, {found(u"a"_s, places[0], u"q;%1"_s.arg(places[0]))}, run); // once more
        QCOMPARE(told(temp, run), QStringList{u"name of a|q;2|q,2;q,10;q,11;q,700"_s});
        ++rounds;
    } while (std::ranges::next_permutation(places).found);
    QCOMPARE(rounds, 24);
}

/// What is read of the ad meanwhile stays, and so does what found it.
void TestFoundBy::besideDetails()
{
    test::TempProject temp;
    const store::RunId run = temp.writer().postRun(u"vacancies"_s, {});
    write(temp, {found(u"a"_s, 5, u"five"_s), found(u"b"_s, 5, u"five"_s)}, run);
    write(temp,
          {test::vacancyRow(u"a"_s, {{VacancyColumn::Vacancy, u"details"_s}}, store::RowMode::Merge),
           found(u"a"_s, 3, u"three"_s)},
          run);
    QVERIFY(temp.reopen());
    write(temp, {found(u"a"_s, 4, u"four"_s)}, run);
    QCOMPARE(told(temp, run), (QStringList{u"details|three|three;four;five"_s, u"name of b|five|five"_s}));
    // Filters see the items.
    store::RowQuery query{&table::vacancySchema(), {run}, {}, {}};
    query.filter.conditions.append({u"queries"_s, table::FilterOp::Equals, {u"four"_s}, false});
    QCOMPARE(temp.reader()->count(query), 1);
}

void TestFoundBy::afterRowsWithoutNumber()
{
    store::FoundBy found{u"old"_s, u"old;older"_s, {}};
    QVERIFY(found.add(1, u"new"_s, u"new"_s));
    QCOMPARE(found.first, u"old"_s);
    QCOMPARE(found.all, u"old;older;new"_s);
    QCOMPARE(found.numbers, u"0;0;1"_s);
    QVERIFY(!found.add(1, u"new"_s, u"new"_s));
}

void TestFoundBy::needsItsNumber()
{
    test::TempProject temp;
    const store::RunId run = temp.writer().postRun(u"vacancies"_s, {});
    store::Unit unit;
    unit.run = run;
    unit.rows = {found(u"a"_s, 0, u"nobody"_s)};
    temp.writer().post(std::move(unit));
    (void)temp.flush();
    QCOMPARE(told(temp, run), QStringList());
}

QTEST_GUILESS_MAIN(TestFoundBy)
#include "tst_foundby.moc"
