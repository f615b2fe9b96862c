// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowcursor.h"

#include "store/read/rowreader.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using P = PageColumn;
using L = LinkColumn;

/// What the cursor puts together is what SQLite says of the view, on random sites.
class TestRowCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsTheView_data();
    void equalsTheView();
    void endsWhenToldTo();
    void seesOneMoment();
    void repairsWhatIsNoUtf8();
    void looksUpAnewWhenFull();

private:
    std::vector<Cells> byView(const Schema &schema, const QList<int> &columns, const IdVector &ids);
    std::vector<Cells> byCursor(const Schema &schema, const QList<int> &columns, const IdVector &ids);

    QRandomGenerator m_random{20'261};
    test::TempProject m_temp;
    RunId m_run = 0;
    std::unique_ptr<RowReader> m_reader;
    Database m_database;
};

namespace {

constexpr int Addresses = 60;
constexpr int Links = 400;

} // namespace

void TestRowCursor::initTestCase()
{
    const auto any = [this](int below) { return m_random.bounded(below); };
    const QStringList names{u"top"_s, u"a"_s, u"b%20c"_s, u"Ж"_s, QString()};
    for (int site = 0; site < 2; ++site) {
        m_run = m_temp.writer().postRun(u"crawl"_s, {});
        test::CrawlRows rows(m_run);
        for (qint64 number = 1; number <= Addresses; ++number) {
            rows.address(number, qPrintable(u"http://site.example/%1"_s.arg(number)), any(3) == 0);
            if (any(6) == 0)
                continue; // named, but not a page
            if (any(3) == 0) {
                rows.page(number, 301,
                          {{P::State, u"redirect"_s}, {P::RedirectTo, qint64(1 + any(Addresses + 5))}});
                if (any(3) == 0)
                    rows.attach(number, AttachmentWrite::Kind::HopFragment, "a");
                continue;
            }
            const bool isGood = any(4) > 0;
            rows.page(number, isGood ? 200 : 404,
                      {{P::State, isGood ? u"fetched"_s : u"failed"_s},
                       {P::Verdict, isGood ? Value() : Value(u"broken"_s)},
                       {P::Title, u"Title %1"_s.arg(any(8))},
                       {P::Hash, QString::number(any(8))}});
            if (any(3) > 0)
                rows.places(number, {"a", "b c"});
        }
        qint64 from = 1;
        for (int link = 0; link < Links; ++link) {
            from = std::min<qint64>(from + (any(8) == 0), Addresses);
            const QString fragment = names.at(any(int(names.size())));
            rows.link(from, 1 + any(Addresses + 3), "a"_L1,
                      {{L::Anchor, u"text %1"_s.arg(link)},
                       {L::Line, qint64(link)},
                       {L::Fragment, fragment.isNull() ? Value() : Value(fragment)}});
        }
        m_temp.writer().post(rows.take());
    }
    std::vector<Mark> marks;
    for (int number = 1; number <= Addresses; ++number) {
        if (any(3) == 0)
            marks.push_back({u"http://site.example/%1"_s.arg(number), any(2) == 0, {u"tag"_s}, u"note"_s});
    }
    m_temp.writer().postMarks(pageSchema(), std::move(marks));
    QVERIFY(m_temp.flush());
    m_reader = m_temp.reader();
    auto database = Database::open(m_temp.path(), Database::Mode::Read);
    QVERIFY(database);
    m_database = std::move(*database);
}

std::vector<Cells> TestRowCursor::byView(const Schema &schema, const QList<int> &columns, const IdVector &ids)
{
    QByteArray names;
    for (const int column : columns)
        names += (names.isEmpty() ? "" : ", ") + Relation::quoted(schema.columns[size_t(column)].key);
    auto statement =
        m_database.prepare("SELECT " + names + " FROM " + Relation(schema).view() + " WHERE row_id = ?");
    std::vector<Cells> result(ids.size());
    for (size_t i = 0; statement && i < ids.size(); ++i) {
        statement->bind(1, ids[i]);
        if (statement->step().value_or(false)) {
            for (int place = 0; place < columns.size(); ++place) {
                const Value value = statement->value(place);
                const bool isYesNo = schema.columns[size_t(columns.at(place))].type == ColumnType::Bool;
                const auto *number = std::get_if<qint64>(&value);
                result[i].push_back(isYesNo && number ? Value(*number != 0) : value);
            }
        }
        statement->reset();
    }
    return result;
}

std::vector<Cells> TestRowCursor::byCursor(const Schema &schema, const QList<int> &columns,
                                           const IdVector &ids)
{
    std::vector<Cells> result(ids.size());
    const auto cursor = m_reader->cursor(schema, columns);
    if (cursor)
        (void)(*cursor)->read(ids, [&](size_t place, CellViews cells) {
            result[place] = toCells(cells);
            return true;
        });
    return result;
}

void TestRowCursor::equalsTheView_data()
{
    QTest::addColumn<const Schema *>("schema");
    QTest::newRow("pages") << &pageSchema();
    QTest::newRow("links") << &linkSchema();
}

void TestRowCursor::equalsTheView()
{
    QFETCH(const Schema *, schema);
    const IdVector all = m_reader->ids({schema, {}, {}, {}}).value_or(IdVector());
    QVERIFY(all.size() > 50);
    for (int attempt = 0; attempt < 300; ++attempt) {
        QList<int> columns(qsizetype(schema->columns.size()));
        std::iota(columns.begin(), columns.end(), 0);
        std::shuffle(columns.begin(), columns.end(), m_random);
        columns.resize(1 + m_random.bounded(int(columns.size())));
        // As they arrived, or in any order, some twice and some that are gone.
        const auto count = size_t(1 + m_random.bounded(60));
        IdVector ids;
        if (attempt % 2 == 0) {
            const auto from = size_t(m_random.bounded(int(all.size() - count)));
            ids.assign(all.begin() + qsizetype(from), all.begin() + qsizetype(from + count));
            if (m_random.bounded(3) == 0)
                ids.erase(ids.begin() + qsizetype(ids.size() / 2));
        } else {
            for (size_t i = 0; i < count; ++i)
                ids.push_back(m_random.bounded(10) == 0 ? 1'000'000'000
                                                        : all[size_t(m_random.bounded(int(all.size())))]);
        }
        QCOMPARE(byCursor(*schema, columns, ids), byView(*schema, columns, ids));
    }
}

void TestRowCursor::endsWhenToldTo()
{
    const IdVector all = m_reader->ids({&linkSchema(), {}, {}, {}}).value_or(IdVector());
    const auto cursor = m_reader->cursor(linkSchema(), {0});
    QVERIFY(cursor);
    int rows = 0;
    const auto three = [&rows](size_t, CellViews) { return ++rows < 3; };
    QVERIFY((*cursor)->read(all, three));
    QCOMPARE(rows, 3);
    rows = 0;
    QVERIFY((*cursor)->read(std::span(all).first(10), three)); // so few are read one by one
    QCOMPARE(rows, 3);
}

// An export under way shows nothing of what is stored meanwhile.
void TestRowCursor::seesOneMoment()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    rows.address(1, "http://site.example/");
    rows.page(1, 200, {{P::Title, u"before"_s}});
    temp.writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const IdVector ids = reader->ids({&pageSchema(), {}, {}, {}}).value_or(IdVector());
    const auto titles = [&](RowCursor &cursor) {
        QStringList result;
        const Result<void> read = cursor.read(ids, [&result](size_t, CellViews cells) {
            result.append(toText(toValue(cells[0])));
            return true;
        });
        return read ? result : QStringList{u"failed"_s};
    };
    {
        const auto cursor = reader->cursor(pageSchema(), {int(P::Title)});
        QVERIFY(cursor);
        QCOMPARE(titles(**cursor), QStringList{u"before"_s});
        rows.page(1, 200, {{P::Title, u"after"_s}}, RowMode::Replace);
        temp.writer().post(rows.take());
        QVERIFY(temp.flush());
        QCOMPARE(titles(**cursor), QStringList{u"before"_s});
    }
    const auto later = reader->cursor(pageSchema(), {int(P::Title)});
    QVERIFY(later);
    QCOMPARE(titles(**later), QStringList{u"after"_s});
}

void TestRowCursor::repairsWhatIsNoUtf8()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    rows.address(1, "http://site.example/");
    rows.page(1, 200, {{P::Title, u"one"_s}, {P::MetaDescription, u"two"_s}});
    temp.writer().post(rows.take());
    QVERIFY(temp.flush());
    auto foreign = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(foreign && foreign->exec("UPDATE page SET title = CAST(x'41FF42' AS TEXT), "
                                     "meta_description = CAST(x'C3' AS TEXT)"));
    const auto reader = temp.reader();
    const IdVector ids = reader->ids({&pageSchema(), {}, {}, {}}).value_or(IdVector());
    const auto cursor = reader->cursor(pageSchema(), {int(P::Title), int(P::MetaDescription)});
    QVERIFY(cursor);
    QList<QByteArray> seen;
    QVERIFY((*cursor)->read(ids, [&seen](size_t, CellViews cells) {
        for (const CellView &cell : cells)
            seen.append(std::get<QByteArrayView>(cell).toByteArray());
        return true;
    }));
    QCOMPARE(seen, (QList<QByteArray>{"A\xEF\xBF\xBD"
                                      "B",
                                      "\xEF\xBF\xBD"}));
}

// Addresses that together are longer than what is kept.
void TestRowCursor::looksUpAnewWhenFull()
{
    test::TempProject temp;
    const RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    constexpr int Pages = 80;
    constexpr qsizetype Length = RowCursor::MostKept / 20;
    for (qint64 number = 1; number <= Pages; ++number) {
        const QByteArray url = "http://site.example/" + QByteArray::number(number) + '/' +
                               QByteArray(Length, char('a' + number % 26));
        rows.address(number, url.constData());
        rows.page(number, 200);
        temp.writer().post(rows.take());
    }
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const IdVector ids = reader->ids({&pageSchema(), {}, {}, {}}).value_or(IdVector());
    QCOMPARE(ids.size(), size_t(Pages));
    const auto cursor = reader->cursor(pageSchema(), {int(P::Url), int(P::FinalUrl)});
    QVERIFY(cursor);
    int same = 0;
    QVERIFY((*cursor)->read(ids, [&same](size_t place, CellViews cells) {
        const auto url = std::get<QByteArrayView>(cells[0]);
        same += url.endsWith(char('a' + (place + 1) % 26)) && cells[1] == cells[0] ? 1 : 0;
        return true;
    }));
    QCOMPARE(same, Pages);
}

QTEST_GUILESS_MAIN(TestRowCursor)
#include "tst_rowcursor.moc"
