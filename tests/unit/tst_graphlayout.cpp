// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/graphlayout.h"
#include "support/plaingraph.h"

#include <QTest>

#include <set>

using namespace linnet;
using namespace linnet::analysis;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(std::vector<PlaceLink>)

/// Places of nodes: good, the same every time, and there for any graph.
class TestGraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quality();
    void anyGraph_data();
    void anyGraph();
    void partsDoNotOverlap();
    void stops();
    void showsThemMoving();
    void rings();
    void ringsOfFolders();
    void knownOnesStay();
    void newOnesWithoutLinks();
    void stopsGrowing();

private:
    static Known someOf(const Points &points, quint32 without);
};

void TestGraphLayout::quality()
{
    // The least stress that was reached, and the share of neighbours that igraph's Fruchterman-Reingold kept
    // on the same graph (with a stress of 0.151; sfdp 0.150 and 0.024).
    constexpr double Stress = 0.1484;
    constexpr double Kept = 0.0244;
    const LinkGraph graph = test::inventedSite(10'000, 100'000);
    std::vector<double> told;
    LayoutHooks hooks;
    hooks.progressed = [&told](double share) { told.push_back(share); };
    const auto points = layOut(graph, hooks);
    QVERIFY(points);
    const double stress = test::sampledStress(graph, *points);
    const double kept = test::neighboursKept(graph, *points);
    qInfo("stress %.4f, neighbours kept %.4f", stress, kept);
    QVERIFY(stress <= 1.05 * Stress);
    QVERIFY(kept >= Kept);
    QVERIFY(told.size() > 5);
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), 1.0);
    QCOMPARE(*layOut(graph), *points);
}

void TestGraphLayout::anyGraph_data()
{
    QTest::addColumn<quint32>("nodes");
    QTest::addColumn<std::vector<PlaceLink>>("links");
    using Links = std::vector<PlaceLink>;
    QTest::newRow("nothing") << 0u << Links();
    QTest::newRow("one page") << 1u << Links{{0, 0}};
    QTest::newRow("two pages") << 2u << Links{{0, 1}, {1, 0}};
    QTest::newRow("no links") << 1000u << Links();
    Links star;
    for (quint32 i = 1; i < 100'000; ++i)
        star.push_back({0, i});
    QTest::newRow("a star of 100,000") << 100'000u << star;
    Links chain;
    for (quint32 i = 1; i < 50'000; ++i)
        chain.push_back({i - 1, i});
    QTest::newRow("a chain of 50,000") << 50'000u << chain;
    Links full;
    for (quint32 i = 0; i < 2000; ++i) {
        for (quint32 j = 0; j < 2000; ++j)
            full.push_back({i, j});
    }
    QTest::newRow("all with all of 2,000") << 2000u << full;
    Links parts;
    for (quint32 i = 0; i < 50'000; ++i)
        parts.insert(parts.end(), {{3 * i, 3 * i + 1}, {3 * i + 1, 3 * i + 2}});
    QTest::newRow("50,000 parts") << 150'000u << parts;
}

void TestGraphLayout::anyGraph()
{
    QFETCH(quint32, nodes);
    QFETCH(std::vector<PlaceLink>, links);
    const LinkGraph graph(nodes, links);
    const auto points = layOut(graph);
    QVERIFY(points);
    QCOMPARE(points->size(), size_t(nodes));
    std::set<std::pair<float, float>> places;
    for (const Point &point : *points) {
        QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
        places.emplace(point.x, point.y);
    }
    // None is hidden by another for good.
    QVERIFY(places.size() >= size_t(nodes) * 99 / 100);
}

void TestGraphLayout::partsDoNotOverlap()
{
    std::vector<PlaceLink> links;
    for (quint32 i = 0; i < 30; ++i) {
        links.push_back({i, (i + 1) % 30});
        links.push_back({30 + i, 30 + (i * 7 + 1) % 30});
    }
    const LinkGraph graph(62, links);
    const Components components = componentsOf(graph);
    const auto points = layOut(graph);
    QVERIFY(points);
    struct Box
    {
        float left = 1e9f;
        float top = 1e9f;
        float right = -1e9f;
        float bottom = -1e9f;
    };
    std::vector<Box> boxes(components.sizes.size());
    for (quint32 node = 0; node < graph.size(); ++node) {
        Box &box = boxes[components.ofNodes[node]];
        const Point &point = (*points)[node];
        box = {std::min(box.left, point.x), std::min(box.top, point.y), std::max(box.right, point.x),
               std::max(box.bottom, point.y)};
    }
    for (size_t i = 0; i < boxes.size(); ++i) {
        for (size_t j = i + 1; j < boxes.size(); ++j)
            QVERIFY(boxes[i].right < boxes[j].left || boxes[j].right < boxes[i].left ||
                    boxes[i].bottom < boxes[j].top || boxes[j].bottom < boxes[i].top);
    }
}

void TestGraphLayout::stops()
{
    const LinkGraph graph = test::inventedSite(20'000, 100'000);
    std::stop_source source;
    LayoutHooks hooks;
    hooks.stop = source.get_token();
    hooks.progressed = [&source](double share) {
        if (share > 0.4)
            source.request_stop();
    };
    QVERIFY(!layOut(graph, hooks));
    LayoutHooks before;
    before.stop = source.get_token(); // requested already
    QVERIFY(!layOut(graph, before));
}

void TestGraphLayout::rings()
{
    // 0 → 1, 2; 1 → 3, 4; 5 is not reached.
    const LinkGraph graph(6, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {5, 0}});
    const quint32 start = 0;
    const Points points = layOutByClicks(graph, std::span(&start, 1));
    const auto radius = [&points](quint32 node) { return std::hypot(points[node].x, points[node].y); };
    QCOMPARE(radius(0), 0.0f);
    QVERIFY(radius(1) > 0);
    QCOMPARE(radius(1), radius(2));
    QVERIFY(std::abs(radius(3) - 2 * radius(1)) < 1e-4f);
    QVERIFY(std::abs(radius(4) - 2 * radius(1)) < 1e-4f);
    QVERIFY(points[5].y > radius(4));
    QCOMPARE(layOutByClicks(LinkGraph(), {}).size(), size_t(0));
    QCOMPARE(layOutByClicks(LinkGraph(3, {}), {}).size(), size_t(3));
}

void TestGraphLayout::showsThemMoving()
{
    const LinkGraph graph = test::inventedSite(3000, 15'000);
    LayoutHooks hooks;
    int times = 0;
    hooks.moved = [&](const Known &places) {
        QCOMPARE(places.size(), size_t(3000));
        QVERIFY(
            std::ranges::all_of(places, [](const auto &place) { return place && std::isfinite(place->x); }));
        ++times;
    };
    const auto points = layOut(graph, hooks);
    QVERIFY(times >= 1);
    QCOMPARE(*points, *layOut(graph)); // being looked at changes nothing
}

void TestGraphLayout::ringsOfFolders()
{
    const QStringList urls{u"http://s.example/"_s,          u"http://s.example/a/"_s,
                           u"http://s.example/a/1?x=/y/"_s, u"http://s.example/a/2"_s,
                           u"http://s.example/b/c/3"_s,     u"http://s.example/d"_s,
                           u"http://s.example/a/deep/4"_s};
    const Points points = layOutByFolders(urls);
    const auto radius = [&](size_t page) { return std::hypot(points[page].x, points[page].y); };
    QVERIFY(radius(0) < 1e-4f);
    for (const size_t page : {1u, 5u})
        QVERIFY(std::abs(radius(page) - radius(1)) < 1e-4f);
    for (const size_t page : {2u, 3u})
        QVERIFY(std::abs(radius(page) - 2 * radius(1)) < 1e-4f);
    for (const size_t page : {4u, 6u})
        QVERIFY(std::abs(radius(page) - 3 * radius(1)) < 1e-4f);
    // The folder's page lies in the middle of what is in it.
    const auto angle = [&](size_t page) { return std::atan2(points[page].y, points[page].x); };
    const auto [least, most] = std::minmax({angle(2), angle(3), angle(6)});
    QVERIFY(angle(1) > least && angle(1) < most);
    QVERIFY(layOutByFolders({}).empty());
}

Known TestGraphLayout::someOf(const Points &points, quint32 without)
{
    Known known(points.begin(), points.end());
    for (size_t node = 0; node < known.size(); node += without)
        known[node].reset();
    return known;
}

void TestGraphLayout::knownOnesStay()
{
    const LinkGraph graph = test::inventedSite(3000, 15'000);
    const auto whole = layOut(graph);
    QCOMPARE(*layOutAround(graph, Known(whole->begin(), whole->end())), *whole);
    const Known known = someOf(*whole, 20);
    const auto grown = layOutAround(graph, known);
    QVERIFY(grown);
    QCOMPARE(*layOutAround(graph, known), *grown);
    std::vector<float> lengths; // of links of new nodes, and of all as they were
    std::vector<float> usual;
    for (quint32 node = 0; node < graph.size(); ++node) {
        if (known[node])
            QCOMPARE((*grown)[node], *known[node]);
        for (const quint32 other : graph.out(node)) {
            const auto length = [&](const Points &points) {
                return std::hypot(points[node].x - points[other].x, points[node].y - points[other].y);
            };
            usual.push_back(length(*whole));
            if (!known[node])
                lengths.push_back(length(*grown));
        }
    }
    const auto median = [](std::vector<float> &all) {
        std::ranges::nth_element(all, all.begin() + qptrdiff(all.size() / 2));
        return all[all.size() / 2];
    };
    qInfo("links of new nodes %.2f, usual %.2f", median(lengths), median(usual));
    QVERIFY(median(lengths) < 2 * median(usual)); // beside their neighbours
}

void TestGraphLayout::newOnesWithoutLinks()
{
    const LinkGraph graph(6, {{0, 1}, {1, 2}, {3, 4}});
    const auto grown = layOutAround(graph, {Point{0, 0}, Point{1, 0}, {}, {}, {}, {}});
    QVERIFY(grown);
    QCOMPARE((*grown)[0], (Point{0, 0}));
    for (const size_t below : {3u, 4u, 5u})
        QVERIFY((*grown)[below].y > 0.5f);
    std::set<std::pair<float, float>> places;
    for (const Point &point : *grown)
        places.emplace(point.x, point.y);
    QCOMPARE(places.size(), size_t(6));
    QVERIFY(layOutAround(LinkGraph(), {})->empty());
    QCOMPARE(layOutAround(LinkGraph(3, {}), Known(3))->size(), size_t(3)); // nothing is known
}

void TestGraphLayout::stopsGrowing()
{
    const LinkGraph graph = test::inventedSite(3000, 15'000);
    std::stop_source source;
    source.request_stop();
    LayoutHooks hooks;
    hooks.stop = source.get_token();
    QVERIFY(!layOutAround(graph, someOf(*layOut(graph), 10), hooks));
}

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"
