// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mark.h"
#include "store/read/rowreader.h"
#include "store/sqlite/database.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/checkschema.h"
#include "table/filterparser.h"
#include "table/leftoutschema.h"
#include "table/markcolumns.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using V = VacancyColumn;

/// Stars, tags and notes belong to ads and addresses: every run shows them, and every reader sees them.
class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastColumnsOfTheirSchemas();
    void editsAreTidy();
    void newRunsShowThem();
    void outliveTheirRuns();
    void pagesAndChecksByAddress();
    void filters_data();
    void filters();
    void facetsCountTags();
    void answersChangeWithMarks();
    void committedTellsOfThem();
    void earlierVersionsHaveNone();

private:
    static RunId addVacancies(test::TempProject &temp);
    static Cells rowOf(RowReader &reader, const Schema &schema, qint64 id)
    {
        const auto rows = reader.rows(schema, std::vector{id});
        return rows ? rows->front() : Cells();
    }
    static IdVector passing(RowReader &reader, const Schema &schema, const QString &filter);
};

namespace {

const Mark Star{u"hh:2"_s, true, {u"SQL"_s, u"удалённо"_s}, u"Call Иванов on Monday"_s};

Value cell(const Cells &cells, const Schema &schema, const Column &column)
{
    return cells[size_t(*schema.indexOf(QString(column.key)))];
}

} // namespace

RunId TestMarks::addVacancies(test::TempProject &temp)
{
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    for (int i = 1; i <= 4; ++i)
        unit.rows.push_back(test::vacancyRow(
            u"hh:%1"_s.arg(i), {{V::Vacancy, u"Job %1"_s.arg(i)}, {V::Description, u"Text %1"_s.arg(i)}}));
    temp.writer().post(std::move(unit));
    return run;
}

IdVector TestMarks::passing(RowReader &reader, const Schema &schema, const QString &filter)
{
    const auto parsed = FilterParser(schema).parse(filter);
    return parsed ? reader.ids({&schema, {}, *parsed, {}}).value_or(IdVector{-1}) : IdVector{-2};
}

void TestMarks::lastColumnsOfTheirSchemas()
{
    for (const Schema *schema : {&vacancySchema(), &checkSchema(), &pageSchema()}) {
        const auto last = schema->columns.last(MarkColumns);
        QCOMPARE(last[0].key, "starred"_L1);
        QCOMPARE(last[1].key, "tags"_L1);
        QCOMPARE(last[2].key, "note"_L1);
        QCOMPARE(schema->readingOrder().first(), int(schema->columns.size() - MarkColumns)); // the star
        QCOMPARE(marksOf(*schema), schema->key);
    }
    QCOMPARE(marksOf(leftOutSchema()), "vacancies"_L1);
    QVERIFY(marksOf(linkSchema()).isEmpty());
}

void TestMarks::editsAreTidy()
{
    MarkEdit edit;
    edit.starred = true;
    edit.tagsToAdd = {u" SQL "_s, u"sql"_s, u"a;b"_s, u""_s};
    edit.note = u" text\n "_s;
    const Mark mark = edit.applied({u"k"_s});
    QCOMPARE(mark, (Mark{u"k"_s, true, {u"SQL"_s, u"a,b"_s}, u"text"_s}));
    MarkEdit back;
    back.starred = false;
    back.tagsToRemove = {u"Sql"_s, u"unknown"_s, u"a,b"_s};
    back.note = QString();
    QCOMPARE(back.applied(mark), (Mark{u"k"_s, false, {}, {}}));
    QCOMPARE(MarkEdit().applied(mark), mark);
}

void TestMarks::newRunsShowThem()
{
    test::TempProject temp;
    addVacancies(temp);
    temp.writer().postMarks(vacancySchema(), {Star});
    addVacancies(temp); // the same search again
    QVERIFY(temp.reopen());
    const auto reader = temp.reader();
    const IdVector starred = passing(*reader, vacancySchema(), u"starred = true"_s);
    QCOMPARE(starred.size(), size_t(2)); // in both runs
    for (const qint64 id : starred) {
        const Cells cells = rowOf(*reader, vacancySchema(), id);
        QCOMPARE(cells[size_t(V::Vacancy)], Value(u"Job 2"_s));
        QCOMPARE(cell(cells, vacancySchema(), StarredColumn), Value(true));
        QCOMPARE(cell(cells, vacancySchema(), TagsColumn), Value(u"SQL;удалённо"_s));
        QCOMPARE(cell(cells, vacancySchema(), NoteColumn), Value(Star.note));
    }
    const auto marks = reader->marks(vacancySchema(), reader->ids({&vacancySchema(), {}, {}, {}}).value());
    QVERIFY(marks);
    QCOMPARE(marks->size(), size_t(4)); // ads, not rows
    QCOMPARE((*marks)[1], Star);
    QCOMPARE((*marks)[0], Mark{u"hh:1"_s});
    QCOMPARE(reader->tags().value(), (QStringList{u"SQL"_s, u"удалённо"_s}));
}

void TestMarks::outliveTheirRuns()
{
    test::TempProject temp;
    const RunId run = addVacancies(temp);
    temp.writer().postMarks(vacancySchema(), {Star});
    temp.writer().removeRun(run);
    QVERIFY(temp.flush());
    QVERIFY(passing(*temp.reader(), vacancySchema(), u"starred = true"_s).empty());
    addVacancies(temp);
    QVERIFY(temp.flush());
    QCOMPARE(passing(*temp.reader(), vacancySchema(), u"starred = true"_s).size(), size_t(1));
    QVERIFY(temp.reader()->hasMarks(vacancySchema()).value());
    QVERIFY(!temp.reader()->hasMarks(pageSchema()).value());
    temp.writer().postMarks(vacancySchema(), {{Star.key}});
    QVERIFY(temp.flush());
    QVERIFY(!temp.reader()->hasMarks(vacancySchema()).value());
}

void TestMarks::pagesAndChecksByAddress()
{
    test::TempProject temp;
    const QString address = u"https://a.example/ж"_s;
    for (int run = 0; run < 2; ++run) {
        test::CrawlRows rows(temp.writer().postRun(u"crawl"_s, {}));
        const qint64 number = 5 + run; // another one in each run
        rows.address(number, "https://a.example/ж");
        rows.address(90, "https://a.example/other");
        rows.page(number, 200);
        rows.page(90, 404);
        temp.writer().post(rows.take());
        Unit checks;
        checks.run = temp.writer().postRun(u"check"_s, {});
        for (const QString &phase : {u"sequential"_s, u"concurrent"_s}) {
            Cells cells(checkSchema().columns.size());
            cells[size_t(CheckColumn::Url)] = address;
            cells[size_t(CheckColumn::Phase)] = phase;
            checks.rows.push_back({&checkSchema(), address + phase, std::move(cells), RowMode::Keep});
        }
        temp.writer().post(std::move(checks));
    }
    temp.writer().postMarks(pageSchema(), {{address, true, {u"page"_s}, u"of the page"_s}});
    temp.writer().postMarks(checkSchema(), {{address, false, {u"check"_s}, {}}});
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    QCOMPARE(passing(*reader, pageSchema(), u"starred = true"_s).size(), size_t(2));
    QCOMPARE(passing(*reader, pageSchema(), u"tags empty"_s).size(), size_t(2));
    QCOMPARE(passing(*reader, checkSchema(), u"tags in (check)"_s).size(), size_t(4)); // of a comparison, too
    QVERIFY(passing(*reader, checkSchema(), u"starred = true"_s).empty());
    const auto marks =
        reader->marks(pageSchema(), passing(*reader, pageSchema(), u"note contains \"of the\""_s));
    QVERIFY(marks);
    QCOMPARE(marks->size(), size_t(1));
    QCOMPARE(marks->front().key, address);
}

void TestMarks::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("jobs");
    const QStringList second{u"Job 2"_s};
    const QStringList others{u"Job 1"_s, u"Job 3"_s, u"Job 4"_s};
    QTest::newRow("star") << u"starred = true"_s << second;
    QTest::newRow("no star") << u"starred != true"_s << others;
    QTest::newRow("star empty") << u"starred empty"_s << others;
    QTest::newRow("tag") << u"tags in (sql)"_s << second;
    QTest::newRow("tag not") << u"tags != sql"_s << others;
    QTest::newRow("note words") << u"note has words \"иванов\""_s << second;
    QTest::newRow("note") << u"note contains monday"_s << second;
    QTest::newRow("any column, words") << u"* has words \"понедельник\""_s << QStringList();
    QTest::newRow("with long text") << u"starred = true and description contains text"_s << second;
}

void TestMarks::filters()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, jobs);
    test::TempProject temp;
    addVacancies(temp);
    temp.writer().postMarks(vacancySchema(), {Star});
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    Filter parsed;
    if (filter.startsWith(u'*'))
        parsed.conditions = {{QString(), FilterOp::HasWords, {u"понедельник"_s}}};
    else
        parsed = FilterParser(vacancySchema()).parse(filter).value_or(Filter());
    QVERIFY(!parsed.isEmpty());
    const auto names = [&](const IdVector &ids) {
        QStringList found;
        for (const qint64 id : ids)
            found << toText(rowOf(*reader, vacancySchema(), id)[size_t(V::Vacancy)]);
        return found;
    };
    const RowQuery query{&vacancySchema(), {}, parsed, {}};
    QCOMPARE(names(reader->ids(query).value_or(IdVector())), jobs);
    QCOMPARE(names(reader->newIds(query, 1, 100).value_or(IdVector())), jobs); // row by row
    QCOMPARE(reader->count(query).value_or(-1), qint64(jobs.size()));
    // In all columns, too.
    for (const QString &words : {u"Monday"_s, u"удалённо"_s}) {
        const RowQuery any{&vacancySchema(), {}, {{{QString(), FilterOp::HasWords, {words}}}}, {}};
        QCOMPARE(names(reader->ids(any).value_or(IdVector())), QStringList{u"Job 2"_s});
        const RowQuery part{&vacancySchema(), {}, {{{QString(), FilterOp::Contains, {words}}}}, {}};
        QCOMPARE(names(reader->ids(part).value_or(IdVector())), QStringList{u"Job 2"_s});
    }
}

void TestMarks::facetsCountTags()
{
    test::TempProject temp;
    addVacancies(temp);
    temp.writer().postMarks(vacancySchema(), {Star, {u"hh:4"_s, false, {u"sql"_s}, {}}});
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const RowQuery all{&vacancySchema(), {}, {}, {}};
    const std::vector<FacetEntry> tags{{u"SQL"_s, 2}, {u"удалённо"_s, 1}, {Value(), 2}};
    QCOMPARE(reader->facet(all, u"tags"_s, 10).value(), tags);
    const std::vector<FacetEntry> stars{{true, 1}, {Value(), 3}};
    QCOMPARE(reader->facet(all, u"starred"_s, 10).value(), stars);
    RowQuery sorted = all;
    sorted.sort = {{u"starred"_s, true, {}}};
    QCOMPARE(reader->ids(sorted).value(), (IdVector{2, 1, 3, 4}));
}

void TestMarks::answersChangeWithMarks()
{
    test::TempProject temp;
    addVacancies(temp);
    QVERIFY(temp.flush());
    const auto reader = temp.reader(); // keeps arrays
    const RowQuery all{&vacancySchema(), {}, {}, {{u"tags"_s, false, {}}}};
    QCOMPARE(reader->facet(all, u"tags"_s, 10).value().size(), size_t(1));
    temp.writer().postMarks(vacancySchema(), {Star});
    QVERIFY(temp.flush());
    QCOMPARE(reader->facet(all, u"tags"_s, 10).value().size(), size_t(3));
    QCOMPARE(reader->ids(all).value().front(), 2);
}

void TestMarks::committedTellsOfThem()
{
    test::TempProject temp;
    QSignalSpy committed(&temp.writer(), &Writer::committed);
    temp.writer().postMarks(pageSchema(), {{u"https://a.example/"_s, true}, {u"https://b.example/"_s, true}});
    QTRY_COMPARE(committed.size(), 1);
    const auto change = committed.first().first().value<Committed>();
    QCOMPARE(change.marks.size(), size_t(1));
    QCOMPARE(change.marks.front().of, "pages"_L1);
    QCOMPARE(change.marks.front().count, 2);
}

void TestMarks::earlierVersionsHaveNone()
{
    test::TempProject temp;
    addVacancies(temp);
    QVERIFY(temp.close());
    {
        auto database = Database::open(temp.path(), Database::Mode::Write);
        QVERIFY(database);
        QVERIFY(database->exec("DROP VIEW v_vacancy; DROP VIEW v_left_out; DROP VIEW v_page; DROP VIEW "
                               "v_url_check; DROP TABLE mark; ALTER TABLE work DROP COLUMN failed_at; PRAGMA "
                               "user_version = 11"));
    }
    QVERIFY(temp.reopen());
    const auto reader = temp.reader();
    QVERIFY(!reader->hasMarks(vacancySchema()).value());
    QCOMPARE(passing(*reader, vacancySchema(), u"starred empty"_s).size(), size_t(4));
    temp.writer().postMarks(vacancySchema(), {Star});
    QVERIFY(temp.flush());
    QCOMPARE(passing(*reader, vacancySchema(), u"starred = true"_s).size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
