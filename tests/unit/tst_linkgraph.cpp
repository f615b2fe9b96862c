// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/graph/betweenness.h"
#include "base/graph/graphmeasures.h"
#include "support/plaingraph.h"
#include "support/python.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::analysis;
using namespace Qt::Literals::StringLiterals;

/// Graphs and what is measured in them, against igraph.
class TestLinkGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsOne();
    void memory();
    void among();
    void ways();
    void waysAlongMenus();
    void navigation();
    void stops();
    void betweenness();
    void betweennessOfLargeGraphs();
    void sameAsIgraph_data();
    void sameAsIgraph();
};

namespace {

std::vector<quint32> listed(std::span<const quint32> nodes)
{
    return {nodes.begin(), nodes.end()};
}

using List = std::vector<quint32>;

} // namespace

void TestLinkGraph::takesWhatIsOne()
{
    const LinkGraph graph(4, {{2, 1}, {0, 1}, {0, 1}, {1, 1}, {0, 3}, {0, 4}, {9, 0}, {3, 0}});
    QCOMPARE(graph.edges(), 4u);
    QCOMPARE(listed(graph.out(0)), (List{1, 3}));
    QCOMPARE(listed(graph.in(1)), (List{0, 2}));
    QCOMPARE(graph.degree(0), 3u);
    QVERIFY(graph.out(1).empty());
    QCOMPARE(graph.links().size(), size_t(4));
    QCOMPARE(LinkGraph().edges(), 0u);
    QCOMPARE(LinkGraph().size(), 0u);
}

void TestLinkGraph::memory()
{
    constexpr quint32 Nodes = 100'000;
    const LinkGraph graph = test::inventedSite(Nodes, 1'000'000);
    QVERIFY(graph.edges() > 900'000);
    QVERIFY(graph.bytes() <= size_t(8) * graph.edges() + size_t(16) * Nodes);
}

void TestLinkGraph::among()
{
    const LinkGraph graph(5, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 2}});
    const LinkGraph part = graph.among(List{3, 0, 1});
    QCOMPARE(part.size(), 3u);
    QCOMPARE(listed(part.out(0)), (List{1}));
    QCOMPARE(listed(part.out(1)), (List{2}));
    QVERIFY(part.out(2).empty());
    const LinkGraph without = graph.withoutLinksTo({false, false, true, false, false});
    QCOMPARE(without.size(), 5u);
    QCOMPARE(without.edges(), 3u);
    QVERIFY(without.in(2).empty());
}

void TestLinkGraph::ways()
{
    const LinkGraph graph(7, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {5, 4}});
    QCOMPARE(shortestWay(graph, 0, 4), (List{0, 1, 3, 4}));
    QCOMPARE(shortestWay(graph, 3, 3), (List{3}));
    QVERIFY(shortestWay(graph, 4, 0).empty());
    QVERIFY(shortestWay(graph, 0, 6).empty());
    QVERIFY(shortestWay(graph, 0, 99).empty());
    QCOMPARE(around(graph, 4, 1, 100), (List{4, 3, 5}));
    QCOMPARE(around(graph, 4, 9, 3), (List{4, 3, 5}));
    QCOMPARE(around(graph, 6, 9, 100), (List{6}));
    QVERIFY(around(graph, 99, 1, 100).empty());
}

void TestLinkGraph::waysAlongMenus()
{
    const LinkGraph graph(6, {{0, 1}, {1, 2}, {2, 3}, {4, 3}});
    const LinkGraph menus(6, {{1, 4}, {3, 0}});
    QCOMPARE(shortestWay(graph, menus, List{0}, 3),
             (List{0, 1, 2, 3})); // of two the one with smaller numbers
    QCOMPARE(shortestWay(graph, menus, List{0}, 4), (List{0, 1, 4}));
    QCOMPARE(shortestWay(graph, menus, List{0, 4}, 3), (List{4, 3}));
    QVERIFY(shortestWay(graph, menus, List{0}, 5).empty());
    QVERIFY(shortestWay(graph, menus, List{}, 1).empty());
}

void TestLinkGraph::stops()
{
    std::stop_source stop;
    const std::vector<PlaceLink> links = test::inventedSite(2000, 9000).links();
    const auto made = LinkGraph::of(2000, links, stop.get_token());
    QVERIFY(made);
    QCOMPARE(made->links().size(), links.size());
    stop.request_stop();
    QVERIFY(!LinkGraph::of(2000, links, stop.get_token()));
}

void TestLinkGraph::betweenness()
{
    // A chain, and a way around its middle.
    const auto found = Betweenness::of(LinkGraph(5, {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {4, 3}}));
    QVERIFY(found);
    // 0 to 2, 3 and 4 by 1; 0 and 1 to 3 half by 2 and half by 4.
    QCOMPARE(*found, (std::vector<double>{0, 3, 1, 0, 1}));
    QVERIFY(!Betweenness::of(test::inventedSite(3000, 9000), [] { return true; }));
    QCOMPARE(Betweenness::of(LinkGraph())->size(), size_t(0));
}

/// The same every time, and of the sum that it estimates.
void TestLinkGraph::betweennessOfLargeGraphs()
{
    const LinkGraph graph = test::inventedSite(Betweenness::MostExact + 3000, 40'000);
    const auto found = Betweenness::of(graph);
    QVERIFY(found);
    QVERIFY(found == Betweenness::of(graph));
    // The sum over all nodes is known: steps between all pairs, less one each.
    double sum = 0;
    for (quint32 node = 0; node < graph.size(); node += 20) {
        for (const quint32 clicks : clicksFrom(graph, std::span(&node, 1)))
            sum += clicks == Unreached || clicks == 0 ? 0 : 20.0 * (clicks - 1);
    }
    const double told = std::accumulate(found->begin(), found->end(), 0.0);
    QVERIFY2(std::abs(told / sum - 1) < 0.05, qPrintable(u"%1 of %2"_s.arg(told).arg(sum)));
}

void TestLinkGraph::navigation()
{
    std::vector<PlaceLink> links;
    for (quint32 page = 1; page < 20; ++page)
        links.push_back({page, 0}); // a menu
    for (quint32 page = 2; page < 12; ++page)
        links.push_back({page, 1}); // exactly a half
    const std::vector<bool> found = navigationTargets(LinkGraph(20, links));
    QVERIFY(found[0]);
    QCOMPARE(std::ranges::count(found, true), 1);
    const std::vector<bool> few = navigationTargets(LinkGraph(3, {{1, 0}, {2, 0}}));
    QCOMPARE(std::ranges::count(few, true), 0);
}

void TestLinkGraph::sameAsIgraph_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("links");
    QTest::newRow("a site") << 3000 << 20'000;
    QTest::newRow("sparse, in many parts") << 2000 << 900;
    QTest::newRow("dense") << 60 << 2500;
}

void TestLinkGraph::sameAsIgraph()
{
    if (const QString missing = test::pythonMissing(u"igraph"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFETCH(int, nodes);
    QFETCH(int, links);
    LinkGraph graph = test::inventedSite(quint32(nodes), size_t(links));
    if (links < nodes) { // the tree alone has more
        std::vector<PlaceLink> some = graph.links();
        some.resize(size_t(links));
        graph = LinkGraph(quint32(nodes), std::move(some));
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"edges"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(nodes) + '\n');
    const std::vector<PlaceLink> all = graph.links();
    for (const PlaceLink &link : all)
        file.write(QByteArray::number(link.from) + ' ' + QByteArray::number(link.to) + '\n');
    file.close();
    const QJsonArray said = test::runPython(u"plain_graph.py"_s, {file.fileName()});
    QCOMPARE(said.size(), 6);

    const Components components = componentsOf(graph);
    const std::vector<quint32> cores = coresOf(graph);
    const List start{0};
    const std::vector<quint32> clicks = clicksFrom(graph, start);
    const auto ranks = pageRank(graph.size(), all);
    QVERIFY(ranks);
    const auto between = Betweenness::of(graph);
    QVERIFY(between);
    QVERIFY(std::ranges::is_sorted(components.sizes, std::greater()));
    QHash<int, quint32> names; // of igraph's parts
    for (int node = 0; node < nodes; ++node) {
        const int part = said[0][node].toInt();
        if (!names.contains(part))
            names.insert(part, components.ofNodes[size_t(node)]);
        QCOMPARE(components.ofNodes[size_t(node)], names[part]);
        QCOMPARE(int(cores[size_t(node)]), said[1][node].toInt());
        QCOMPARE(int(clicks[size_t(node)]), said[2][node].toInt());
        QVERIFY(std::abs((*ranks)[size_t(node)] - said[3][node].toDouble()) < 1e-7);
        const double passed = said[5][node].toDouble();
        QVERIFY(std::abs((*between)[size_t(node)] - passed) <= 1e-6 * (1 + passed));
    }
    QCOMPARE(size_t(names.size()), components.sizes.size());
}

QTEST_GUILESS_MAIN(TestLinkGraph)
#include "tst_linkgraph.moc"
