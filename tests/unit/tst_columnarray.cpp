// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/arrays/columnarray.h"

#include "base/textfold.h"
#include "store/read/arrays/arraycache.h"
#include "store/read/filtersql.h"
#include "store/read/rowreader.h"
#include "store/read/stoppablesort.h"
#include "store/schema/changefile.h"
#include "support/crawlrows.h"
#include "support/randomtables.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using P = PageColumn;
using L = LinkColumn;
using V = VacancyColumn;

/// Orders and counts from arrays are those of plain SQL, on random rows, filters and sorts.
class TestColumnArray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sortsAsSql_data();
    void sortsAsSql();
    void countsAsSql_data();
    void countsAsSql();
    void testsAsSql_data();
    void testsAsSql();
    void sumsUpAsSql_data();
    void sumsUpAsSql();
    void remembersWhatPasses();
    void stopsSoon();
    void longTextsAreSortedByTheirBeginning();
    void restOfLongTextsIsLeftToSql();
    void keptUntilSomethingIsWritten();
    void keepsWithinItsBound();

private:
    std::vector<FacetEntry> countedItems(const RowQuery &query, const Column &column);
    std::vector<FacetEntry> countedBySql(const RowQuery &query, const Column &column);

    test::RandomTables m_tables;
    QRandomGenerator &m_random = m_tables.random;
    test::TempProject &m_temp = m_tables.project;
    std::unique_ptr<RowReader> &m_reader = m_tables.reader;
    Database m_database;
};

namespace {

constexpr qint64 Everything = 1'000'000;
constexpr int Cases = 350; // for each table and question

} // namespace

void TestColumnArray::initTestCase()
{
    QVERIFY(m_tables.fill());
    auto database = ChangeFile::openProject(m_temp.path());
    QVERIFY(database);
    m_database = std::move(*database);
}

void TestColumnArray::sortsAsSql_data()
{
    QTest::addColumn<const Schema *>("schema");
    for (const Schema *schema : {&vacancySchema(), &pageSchema(), &linkSchema()})
        QTest::newRow(schema->key.data()) << schema;
}

void TestColumnArray::sortsAsSql()
{
    QFETCH(const Schema *, schema);
    qsizetype rows = 0;
    for (int attempt = 0; attempt < Cases; ++attempt) {
        RowQuery query = m_tables.anyQuery(*schema);
        for (int keys = 1 + m_random.bounded(3); keys > 0; --keys) {
            const Column &column = m_tables.anyColumn(*schema, true);
            const bool isText = column.type == ColumnType::Text || column.type == ColumnType::Code;
            QList<Value> first;
            for (int texts = isText && m_random.bounded(3) == 0 ? 1 + m_random.bounded(2) : 0; texts > 0;
                 --texts)
                first << m_tables.words.at(m_random.bounded(int(m_tables.words.size())));
            if (column.type == ColumnType::Bool && m_random.bounded(2) == 0)
                first << (m_random.bounded(2) == 0);
            if (!first.isEmpty() && m_random.bounded(3) == 0)
                first << Value(); // the empty cells
            query.sort.append({column.key, m_random.bounded(2) == 0, first});
        }
        const auto byArrays = m_reader->ids(query);
        const auto bySql = m_reader->firstIds(query, Everything);
        QVERIFY2(byArrays, qPrintable(byArrays ? QString() : byArrays.error().detail));
        QVERIFY(bySql);
        QCOMPARE(*byArrays, *bySql);
        rows += qsizetype(bySql->size());
    }
    QVERIFY(rows > 20 * Cases);
}

void TestColumnArray::countsAsSql_data()
{
    sortsAsSql_data();
}

std::vector<FacetEntry> TestColumnArray::countedBySql(const RowQuery &query, const Column &column)
{
    const auto filter = FilterSql::compile(query, m_database);
    const QByteArray by = FilterSql::compared(*query.schema, column);
    auto statement = m_database.prepare("SELECT " + FilterSql::value(*query.schema, column) +
                                        ", count(*) AS n, min(r.row_id) FROM " + filter->source(&column) +
                                        filter->where() + " GROUP BY " + by + " ORDER BY n DESC, " + by);
    std::vector<FacetEntry> result;
    qint64 empty = 0;
    if (!statement)
        return result;
    filter->bind(*statement);
    const Result<void> all = statement->forEachRow([&] {
        const Value value = statement->value(0);
        const auto *number = std::get_if<qint64>(&value);
        if (isNull(value) || value == Value(u""_s))
            empty += statement->integer(1);
        else
            result.push_back({column.type == ColumnType::Bool && number ? Value(*number != 0) : value,
                              statement->integer(1)});
    });
    if (empty > 0)
        result.push_back({Value(), empty});
    return all ? result : std::vector<FacetEntry>();
}

void TestColumnArray::countsAsSql()
{
    QFETCH(const Schema *, schema);
    for (int attempt = 0; attempt < Cases; ++attempt) {
        const RowQuery query = m_tables.anyQuery(*schema);
        const Column &column = m_tables.anyColumn(*schema);
        const auto counted = m_reader->facet(query, column.key, int(Everything));
        QVERIFY(counted);
        RowQuery others = query;
        others.filter = query.filter.without(column.key);
        QCOMPARE(*counted, column.type == ColumnType::List ? countedItems(others, column)
                                                           : countedBySql(others, column));
    }
}

std::vector<FacetEntry> TestColumnArray::countedItems(const RowQuery &query, const Column &column)
{
    const IdVector ids = m_reader->firstIds(query, Everything).value_or(IdVector());
    const auto rows = m_reader->rows(*query.schema, ids);
    QMap<QString, std::pair<QString, qint64>> items; // by folded text: spelling and rows
    qint64 empty = 0;
    for (const Cells &cells : rows.value_or(std::vector<Cells>())) {
        const QString list = toText(cells[size_t(*query.schema->indexOf(QString(column.key)))]);
        empty += list.isEmpty() ? 1 : 0;
        QStringList seen;
        for (const QString &item : list.split(u';')) {
            const QString folded = foldText(item.trimmed());
            if (folded.isEmpty() || seen.contains(folded))
                continue;
            seen.append(folded);
            auto &known = items[folded];
            if (known.second++ == 0)
                known.first = item.trimmed();
        }
    }
    std::vector<FacetEntry> result;
    for (const auto &[spelling, count] : items)
        result.push_back({spelling, count});
    std::ranges::stable_sort(result, std::greater<>(), &FacetEntry::count);
    if (empty > 0)
        result.push_back({Value(), empty});
    return result;
}

void TestColumnArray::testsAsSql_data()
{
    sortsAsSql_data();
}

void TestColumnArray::testsAsSql()
{
    QFETCH(const Schema *, schema);
    const RowQuery all{schema, {}, {}, {}};
    QMap<QString, std::shared_ptr<const ColumnArray>> arrays;
    qsizetype passed = 0;
    for (int attempt = 0; attempt < Cases; ++attempt) {
        const Condition condition = m_tables.anyCondition(*schema);
        auto &array = arrays[condition.column];
        if (!array)
            array = ColumnArray::read(m_database, all,
                                      schema->columns[size_t(*schema->indexOf(condition.column))])
                        .value_or(nullptr);
        QVERIFY(array);
        const auto passing = array->passing(m_database, condition);
        QVERIFY2(passing, qPrintable(passing ? QString() : passing.error().detail));
        RowQuery query = all;
        query.filter.conditions = {condition};
        const IdVector bySql = m_reader->firstIds(query, Everything).value_or(IdVector());
        IdVector byArray;
        for (size_t place = 0; place < array->ids()->size(); ++place) {
            if (passing->testBit(qsizetype(place)))
                byArray.push_back((*array->ids())[place]);
        }
        QCOMPARE(byArray, bySql);
        passed += qsizetype(bySql.size());
    }
    QVERIFY(passed > 20 * Cases);
}

void TestColumnArray::sumsUpAsSql_data()
{
    sortsAsSql_data();
}

void TestColumnArray::sumsUpAsSql()
{
    QFETCH(const Schema *, schema);
    for (int attempt = 0; attempt < Cases; ++attempt) {
        const RowQuery query = m_tables.anyQuery(*schema);
        const Column &column = m_tables.anyColumn(*schema);
        const auto summed = m_reader->statistics(query, column.key, 7);
        QVERIFY(summed);
        const IdVector ids = m_reader->firstIds(query, Everything).value_or(IdVector());
        std::vector<double> numbers;
        for (const Cells &cells : m_reader->rows(*schema, ids).value_or(std::vector<Cells>())) {
            const Value &value = cells[size_t(*schema->indexOf(QString(column.key)))];
            if (const auto *whole = std::get_if<qint64>(&value))
                numbers.push_back(double(*whole));
            else if (const auto *real = std::get_if<double>(&value))
                numbers.push_back(*real);
            else if (const auto *yes = std::get_if<bool>(&value))
                numbers.push_back(*yes ? 1 : 0);
        }
        ColumnStatistics expected = ColumnStatistics::of(qint64(ids.size()), numbers, 7);
        expected.lastId = ids.empty() ? 0 : *std::ranges::max_element(ids);
        QCOMPARE(*summed, expected);
    }
}

/// A filter that was used is not asked of the file again.
void TestColumnArray::remembersWhatPasses()
{
    ArrayCache cache(m_temp.path());
    RowQuery query{&vacancySchema(), {}, {}, {}};
    query.filter.conditions = {{{}, FilterOp::Contains, {u"аналитик"_s}, false}};
    QVERIFY(!cache.recall(m_database, query).value_or(ArrayCache::Selection()));
    const Column *const columns[] = {&vacancySchema().columns[size_t(V::SalaryFrom)]};
    const auto selected = cache.select(m_database, query, columns);
    QVERIFY(selected && *selected);
    const auto again = cache.recall(m_database, query);
    QVERIFY(again && *again);
    QCOMPARE((*again)->among, (*selected)->among);
    QVERIFY((*again)->among.count(true) > 0);
    // A column that is in memory answers other questions about itself.
    query.filter.conditions.append({u"salary_from"_s, FilterOp::Greater, {1}, false});
    const auto narrower = cache.recall(m_database, query);
    QVERIFY(narrower && *narrower);
    QCOMPARE(size_t((*narrower)->among.count(true)),
             m_reader->firstIds(query, Everything).value_or(IdVector()).size());
}

void TestColumnArray::stopsSoon()
{
    std::vector<quint32> numbers(1'000'000);
    for (quint32 &number : numbers)
        number = m_random.generate();
    int looks = 0;
    std::vector<quint32> copy = numbers;
    QVERIFY(sortStoppable(copy, std::less<>(), [&looks] {
        ++looks;
        return false;
    }));
    std::ranges::sort(numbers);
    QCOMPARE(copy, numbers);
    QVERIFY(looks > 20);
    QVERIFY(!sortStoppable(copy, std::less<>(), [&looks] { return --looks == 0; }));
    // Every part of the work on an array ends when it is told to.
    std::stop_source stop;
    stop.request_stop();
    const RowQuery query{&vacancySchema(), {}, {}, {}};
    const Column &skills = vacancySchema().columns[size_t(V::Skills)];
    const auto whole = ColumnArray::read(m_database, query, skills);
    QVERIFY(whole && *whole);
    m_database.stopOn(stop.get_token());
    const auto array = ColumnArray::read(m_database, query, skills);
    const auto passing = (*whole)->passing(m_database, {u"skills"_s, FilterOp::Contains, {u"a"_s}, false});
    m_database.stopOn({});
    QVERIFY(!array);
    QCOMPARE(array.error().reason, Reason::Cancelled);
    QVERIFY(!passing);
    QCOMPARE(passing.error().reason, Reason::Cancelled);
}

/// Those that are in the table of texts and those in the row, of this version and of earlier ones.
void TestColumnArray::longTextsAreSortedByTheirBeginning()
{
    test::TempProject temp;
    Unit unit;
    unit.run = temp.writer().postRun(u"vacancies"_s, {});
    const QStringList ends{
        u""_s, u"а"_s, u"Б"_s, u"\U0001F600"_s, QString(600, u'в'), QString(600, u'В') + u"г"_s};
    for (int i = 0; i < test::RandomTables::Vacancies; ++i) {
        // What decides is around the last character that counts.
        QString text = m_tables.words.at(m_random.bounded(4));
        text += u"и"_s.repeated(60 + m_random.bounded(8) - text.size());
        text += m_tables.words.at(m_random.bounded(int(m_tables.words.size()))) +
                ends.at(m_random.bounded(int(ends.size())));
        unit.rows.push_back(test::vacancyRow(
            QString::number(i), {{V::Description, i % 20 == 0 ? Value() : Value(text)}}, RowMode::Keep));
    }
    temp.writer().post(unit);
    // Texts that are merged later have their own beginning.
    for (int i = 0; i < test::RandomTables::Vacancies; i += 9)
        unit.rows[size_t(i)].mode = RowMode::Merge;
    for (int i = 0; i + 9 < test::RandomTables::Vacancies; i += 9)
        std::swap(unit.rows[size_t(i)].cells, unit.rows[size_t(i) + 1].cells);
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    auto database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(database);
    QVERIFY(
        database->integer("SELECT count(*) FROM vacancy WHERE description_start IS NOT NULL").value_or(0) >
        100);
    for (const bool isEarlier : {false, true}) {
        if (isEarlier)
            QVERIFY(database->exec("UPDATE vacancy SET description_start = NULL"));
        for (const bool descending : {false, true}) {
            const RowQuery query{&vacancySchema(), {}, {}, {{u"description"_s, descending, {}}}};
            auto plain = database->prepare(
                "SELECT row_id FROM v_vacancy ORDER BY linnet_fold(substr(nullif(description, ''), 1, 64))" +
                QByteArray(descending ? " DESC" : "") + " NULLS LAST, row_id");
            QVERIFY(plain);
            const auto expected = plain->collect([&plain] { return plain->integer(0); });
            QVERIFY(expected && expected->size() == test::RandomTables::Vacancies);
            const auto reader = temp.reader();
            QCOMPARE(reader->ids(query).value_or(IdVector()), *expected);
            QCOMPARE(reader->firstIds(query, Everything).value_or(IdVector()), *expected);
            const auto array =
                ColumnArray::read(*database, query, vacancySchema().columns[size_t(V::Description)]);
            QVERIFY(array && *array);
        }
    }
}

void TestColumnArray::restOfLongTextsIsLeftToSql()
{
    test::TempProject temp;
    Unit unit;
    unit.run = temp.writer().postRun(u"vacancies"_s, {});
    for (const QString &end : {u"x"_s, u"y"_s}) {
        const QString text = u"The same beginning. "_s.repeated(40) + end;
        unit.rows.push_back(test::vacancyRow(end, {{V::Description, text}}));
    }
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    RowQuery query{&vacancySchema(), {}, {}, {{u"description"_s, false, {}}}};
    QCOMPARE(reader->ids(query).value_or(IdVector()), (IdVector{1, 2}));
    // With the beginnings in memory.
    QCOMPARE(reader->facet(query, u"description"_s, 10).value_or(std::vector<FacetEntry>()).size(),
             size_t(2));
    query.filter.conditions = {{u"description"_s, FilterOp::Contains, {u". y"_s}, false}};
    QCOMPARE(reader->ids(query).value_or(IdVector()), (IdVector{2}));
    query.sort = {};
    QCOMPARE(reader->ids(query).value_or(IdVector()), (IdVector{2}));
}

void TestColumnArray::keptUntilSomethingIsWritten()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    const auto add = [&](qint64 number) {
        rows.address(number, qPrintable(u"http://site.example/%1"_s.arg(number)));
        rows.page(number, 200);
        temp.writer().post(rows.take());
        return temp.flush().has_value();
    };
    QVERIFY(add(1));
    auto database = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(database);
    ArrayCache cache(temp.path());
    RowQuery query{&pageSchema(), {}, {}, {}};
    const Column &status = pageSchema().columns[size_t(P::Status)];
    const auto ask = [&] { return cache.select(*database, query, std::array{&status}); };
    const auto first = ask();
    QVERIFY(first && *first);
    query.sort.append({u"status"_s, true, {}}); // another order of the same rows
    const auto again = ask();
    QVERIFY(again && *again);
    QCOMPARE((*again)->columns, (*first)->columns);
    // What is written beside the rows changes nothing.
    auto other = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(other);
    const qint64 version = database->integer("PRAGMA data_version").value_or(-1);
    QVERIFY(other->exec("UPDATE word_index SET through = through + 1"));
    QVERIFY(database->integer("PRAGMA data_version").value_or(-1) != version);
    const auto beside = ask();
    QVERIFY(beside && *beside);
    QCOMPARE((*beside)->columns, (*first)->columns);
    QVERIFY(add(2));
    const auto second = ask();
    QVERIFY(second && *second);
    QCOMPARE((*second)->ids->size(), size_t(2));
}

void TestColumnArray::keepsWithinItsBound()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    constexpr qsizetype Length = 1024 * 1024;
    const int pages = int(ArrayCache::MostBytes / Length / 2) + 4;
    for (qint64 number = 1; number <= pages; ++number) {
        const QByteArray text = QByteArray::number(number) + QByteArray(Length, 'x');
        rows.address(number, ("http://site.example/" + text).constData());
        rows.page(number, 200, {{P::Title, QString::fromLatin1(text)}});
        temp.writer().post(rows.take());
    }
    QVERIFY(temp.flush());
    auto database = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(database);
    ArrayCache cache(temp.path());
    const RowQuery query{&pageSchema(), {}, {}, {}};
    for (const P column : {P::Url, P::Status, P::Title}) {
        const auto selected =
            cache.select(*database, query, std::array{&pageSchema().columns[size_t(column)]});
        QVERIFY(selected && *selected);
        QCOMPARE((*selected)->ids->size(), size_t(pages));
    }
    QVERIFY(cache.bytes() <= ArrayCache::MostBytes);
}

QTEST_GUILESS_MAIN(TestColumnArray)
#include "tst_columnarray.moc"
