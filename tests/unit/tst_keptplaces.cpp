// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/keptplaces.h"
#include "base/graph/betweenness.h"
#include "base/graph/graphmeasures.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QRegularExpression>
#include <QTest>

using namespace linnet;
using namespace linnet::analysis;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;
using Given = test::CrawlRows::Given<table::PageColumn>;

/// A site looks as it did when its graph is drawn again; and what a graph says of pages stands in their
/// table.
class TestKeptPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes();
    void otherBytes_data();
    void otherBytes();
    void sameAgain();
    void siteGrows();
    void filterTakesNoPlaceAway();
    void answersStay();
    void columns();

private:
    static constexpr int Pages = 40;

    /// A crawl of a site of folders with so many pages; its number.
    static store::RunId crawl(test::TempProject &temp, int pages);
    static PlacedCrawl placed(store::RowReader &reader, const GraphQuestion &question, CrawlGraph &graph);
    static void keep(test::TempProject &temp, store::RunId run, const QByteArray &packed);
};

store::RunId TestKeptPlaces::crawl(test::TempProject &temp, int pages)
{
    const store::RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    for (int page = 1; page <= pages; ++page) {
        rows.address(page, qPrintable(u"http://s.example/%1"_s.arg(page)));
        rows.page(page, 200, {{P::Internal, true}, {P::Type, u"text/html"_s}, {P::Depth, qint64(page > 1)}});
    }
    for (int page = 2; page <= pages; ++page) {
        rows.link(page / 3 + 1, page, "a"_L1, {{table::LinkColumn::Internal, true}});
        rows.link(page, 1, "a"_L1, {{table::LinkColumn::Internal, true}});
    }
    temp.writer().post(rows.take());
    if (!temp.flush())
        qFatal("not stored");
    return run;
}

PlacedCrawl TestKeptPlaces::placed(store::RowReader &reader, const GraphQuestion &question, CrawlGraph &graph)
{
    auto read = readCrawlGraph(reader, question);
    if (!read)
        qFatal("not read");
    graph = std::move(*read);
    auto result = PlacedCrawl::of(graph, question, reader, {});
    if (!result)
        qFatal("not laid out");
    return std::move(*result);
}

void TestKeptPlaces::keep(test::TempProject &temp, store::RunId run, const QByteArray &packed)
{
    store::Unit unit;
    unit.run = run;
    unit.attachments.push_back({0, store::AttachmentWrite::Kind::Places, packed});
    temp.writer().post(std::move(unit));
    if (!temp.flush())
        qFatal("not kept");
}

void TestKeptPlaces::bytes()
{
    const QStringList urls{u"http://a.example/"_s, u"http://a.example/б"_s, u"http://a.example/c"_s};
    const Points points{{0.5f, -1e9f}, {3, 4}, {0.1f, 0.2f}};
    const auto kept = KeptPlaces::unpack(KeptPlaces::pack(urls, points));
    QVERIFY(kept);
    QCOMPARE(kept->size(), 3);
    const Known known = kept->of({urls[2], u"http://a.example/d"_s, urls[0]});
    QCOMPARE(known, (Known{points[2], {}, points[0]}));
    QCOMPARE(KeptPlaces::unpack(KeptPlaces::pack({}, {}))->size(), 0);
    QStringList many;
    for (int i = 0; i < 100'000; ++i)
        many.append(u"http://a.example/%1"_s.arg(i));
    QVERIFY(KeptPlaces::pack(many, Points(100'000, {1, 2})).size() < 1'700'000);
}

void TestKeptPlaces::otherBytes_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray right = KeptPlaces::pack({u"a"_s, u"b"_s}, {{1, 2}, {3, 4}});
    const QByteArray inner = qUncompress(right);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("some text that is none");
    QTest::newRow("cut") << right.chopped(3);
    QTest::newRow("as large as memory") << QByteArray::fromHex("ffffffff") + right.sliced(4);
    QTest::newRow("another form") << qCompress('\2' + inner.sliced(1));
    QTest::newRow("half a place") << qCompress(inner.chopped(3));
    QTest::newRow("no number") << qCompress(inner.chopped(4) + QByteArray::fromHex("0000c07f"));
    QTest::newRow("not in order") << qCompress(inner.first(1) + inner.sliced(17) + inner.sliced(1, 16));
}

void TestKeptPlaces::otherBytes()
{
    QFETCH(QByteArray, packed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s)); // of qUncompress, perhaps
    qWarning("asked");
    QVERIFY(!KeptPlaces::unpack(packed));
}

void TestKeptPlaces::sameAgain()
{
    test::TempProject temp;
    const store::RunId run = crawl(temp, Pages);
    const GraphQuestion question{.run = run, .filter = {}};
    CrawlGraph graph;
    const PlacedCrawl first = placed(*temp.reader(), question, graph);
    QVERIFY(first.isNew);
    keep(temp, run, first.packed);
    const PlacedCrawl again = placed(*temp.reader(), question, graph);
    QVERIFY(!again.isNew);
    QCOMPARE(again.points, first.points);
    // As it is kept, not as it would be laid out.
    Points moved = first.points;
    moved[7] = {55, 66};
    keep(temp, run, KeptPlaces::pack(graph.urls, moved));
    QCOMPARE(placed(*temp.reader(), question, graph).points, moved);
    // With the links of menus it is another picture.
    const GraphQuestion whole{.run = run, .filter = {}, .links = GraphQuestion::Links::All};
    QVERIFY(placed(*temp.reader(), whole, graph).isNew);
    // Damaged, it is laid out again.
    keep(temp, run, "damaged");
    QCOMPARE(placed(*temp.reader(), question, graph).points, first.points);
}

/// The next crawl has two more pages.
void TestKeptPlaces::siteGrows()
{
    test::TempProject temp;
    const store::RunId run = crawl(temp, Pages);
    CrawlGraph graph;
    const PlacedCrawl before = placed(*temp.reader(), {.run = run, .filter = {}}, graph);
    keep(temp, run, before.packed);
    const store::RunId next = crawl(temp, Pages + 2);
    const PlacedCrawl grown = placed(*temp.reader(), {.run = next, .filter = {}}, graph);
    QVERIFY(grown.isNew);
    QCOMPARE(grown.points.size(), size_t(Pages + 2));
    QVERIFY(std::equal(before.points.begin(), before.points.end(), grown.points.begin()));
    // Another site has a picture of its own.
    const store::RunId other = crawl(temp, 3 * Pages);
    const PlacedCrawl others = placed(*temp.reader(), {.run = other, .filter = {}}, graph);
    QCOMPARE(others.points, *layOut(graph.graph));
    // What was seen last in the window counts more than what is kept.
    auto again = PlacedCrawl::of(graph, {.run = other, .filter = {}}, *temp.reader(), {}, others.packed);
    QVERIFY(again);
    QCOMPARE(again->packed, others.packed);
}

void TestKeptPlaces::filterTakesNoPlaceAway()
{
    test::TempProject temp;
    const store::RunId run = crawl(temp, Pages);
    CrawlGraph graph;
    keep(temp, run, placed(*temp.reader(), {.run = run, .filter = {}}, graph).packed);
    const GraphQuestion some{run, {{{u"depth"_s, table::FilterOp::Equals, {1.0}, false}}}};
    const PlacedCrawl part = placed(*temp.reader(), some, graph);
    QVERIFY(!part.isNew); // fewer pages than are kept
    QCOMPARE(part.points.size(), size_t(Pages - 1));
    const auto kept = temp.reader()->keptPlaces(run, 0, 1);
    QVERIFY(kept && kept->size() == 1);
    const Known known = KeptPlaces::unpack(kept->front())->of(graph.urls);
    for (size_t i = 0; i < part.points.size(); ++i)
        QCOMPARE(part.points[i], *known[i]);
}

/// Keeping places drops nothing of what is known of rows, and goes with its run.
void TestKeptPlaces::answersStay()
{
    test::TempProject temp;
    const store::RunId run = crawl(temp, Pages);
    const auto writes = [&] {
        const auto reader = temp.reader();
        const auto cursor = reader->cursor(table::pageSchema(), {0});
        return (*cursor)->writes().value_or(-1);
    };
    const qint64 before = writes();
    keep(temp, run, "places");
    QCOMPARE(writes(), before);
    QCOMPARE(temp.reader()->keptPlaces(run, 0, 4)->size(), 1);
    QCOMPARE(temp.reader()->keptPlaces(run, 1, 4)->size(), 0);
    temp.writer().removeRun(run);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->keptPlaces(run, 0, 4)->size(), 0);
}

/// Two parts, and what is no node; the table says what the graph says.
void TestKeptPlaces::columns()
{
    test::TempProject temp;
    const store::RunId run = temp.writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    auto page = [&rows, number = qint64(0)](const Given &more, int status = 200) mutable {
        ++number;
        rows.address(number, qPrintable(u"http://s.example/%1"_s.arg(number)));
        Given given{{P::Internal, true}, {P::Type, u"text/html"_s}};
        given.insert(given.end(), more.begin(), more.end());
        rows.page(number, status, given);
    };
    for (int i = 0; i < 4; ++i)
        page({});                                                                      // 1 to 4
    page({{P::State, u"redirect"_s}, {P::RedirectTo, qint64(1)}, {P::Type, {}}}, 301); // 5
    page({{P::State, u"failed"_s}, {P::Type, {}}}, 404);                               // 6
    page({});                                                                          // 7, alone
    page({{P::Type, u"image/png"_s}});                                                 // 8
    page({{P::Internal, false}});                                                      // 9
    page({{P::State, u"skipped"_s}}, 0);                                               // 10
    for (const auto &[from, to] :
         {std::pair(1, 2), {2, 3}, {3, 1}, {2, 1}, {3, 4}, {4, 5}, {4, 6}, {1, 8}, {2, 9}})
        rows.link(from, to, "a"_L1, {{table::LinkColumn::Internal, true}});
    temp.writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const auto cells = reader->rows(table::pageSchema(), std::vector<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    QVERIFY(cells);
    const auto crawl =
        readCrawlGraph(*reader, {.run = run, .filter = {}, .links = GraphQuestion::Links::All});
    QVERIFY(crawl);
    QCOMPARE(crawl->graph.size(), 7u);
    const Components components = componentsOf(crawl->graph);
    const std::vector<quint32> cores = coresOf(crawl->graph);
    const auto between = Betweenness::of(crawl->graph);
    for (size_t row = 0; row < 10; ++row) {
        const table::Cells &told = (*cells)[row];
        if (row >= 7) {
            for (const P column : {P::Component, P::Core, P::Betweenness})
                QVERIFY(table::isNull(told[size_t(column)]));
            continue;
        }
        QCOMPARE(told[size_t(P::Component)], table::Value(qint64(components.ofNodes[row]) + 1));
        QCOMPARE(told[size_t(P::Core)], table::Value(qint64(cores[row])));
        QCOMPARE(told[size_t(P::Betweenness)], table::Value((*between)[row]));
    }
    QCOMPARE((*cells)[6][size_t(P::Component)], table::Value(qint64(2)));
    QVERIFY((*between)[3] > 0);
    // They filter as any column.
    const auto found = reader->ids(
        {&table::pageSchema(), {run}, {{{u"component"_s, table::FilterOp::Equals, {2.0}, false}}}, {}});
    QVERIFY(found);
    QCOMPARE(*found, (store::IdVector{7}));
}

QTEST_GUILESS_MAIN(TestKeptPlaces)
#include "tst_keptplaces.moc"
