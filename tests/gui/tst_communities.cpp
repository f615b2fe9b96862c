// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/communities.h"
#include "support/plaingraph.h"
#include "support/python.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::models;
using namespace Qt::Literals::StringLiterals;

/// Communities of graphs, as igraph finds them from Python.
class TestCommunities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cliquesAreFound();
    void asGoodAsPython();
    void anyGraph();
    void stops();

private:
    static bool isThere();
};

bool TestCommunities::isThere()
{
    return canFindCommunities();
}

void TestCommunities::cliquesAreFound()
{
    if (!isThere())
        QSKIP("elsewhere: built without igraph");
    // Three groups, all with all within, one link between.
    std::vector<PlaceLink> links{{0, 10}, {10, 25}};
    const auto all = [&links](quint32 from, quint32 to) {
        for (quint32 one = from; one < to; ++one) {
            for (quint32 other = from; other < to; ++other)
                links.push_back({one, other});
        }
    };
    all(0, 10);
    all(10, 25);
    all(25, 30);
    const auto found = communitiesOf(LinkGraph(30, links), {});
    QVERIFY(found);
    QCOMPARE(found->ofNodes.size(), size_t(30));
    for (quint32 node = 0; node < 30; ++node)
        QCOMPARE(found->ofNodes[node], node < 10 ? 1u : node < 25 ? 0u : 2u); // by size
    QVERIFY(found->modularity > 0.4);
}

void TestCommunities::asGoodAsPython()
{
    if (!isThere())
        QSKIP("elsewhere: built without igraph");
    if (const QString missing = test::pythonMissing(u"igraph"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const LinkGraph graph = test::inventedSite(3000, 20'000);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"edges"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("3000\n");
    for (const PlaceLink &link : graph.links())
        file.write(QByteArray::number(link.from) + ' ' + QByteArray::number(link.to) + '\n');
    file.close();
    const QJsonArray said = test::runPython(u"plain_graph.py"_s, {file.fileName()});
    QCOMPARE(said.size(), 6);
    const auto found = communitiesOf(graph, {});
    QVERIFY(found);
    // The order of nodes is by chance, so it is not the same to the last digit.
    QVERIFY2(std::abs(found->modularity - said[4][0].toDouble()) < 0.02,
             qPrintable(QString::number(found->modularity)));
    QCOMPARE(communitiesOf(graph, {})->ofNodes, found->ofNodes);
}

void TestCommunities::anyGraph()
{
    if (!isThere())
        QSKIP("elsewhere: built without igraph");
    QVERIFY(communitiesOf(LinkGraph(), {}));
    const auto alone = communitiesOf(LinkGraph(5, {}), {});
    QVERIFY(alone);
    QCOMPARE(alone->ofNodes.size(), size_t(5));
}

void TestCommunities::stops()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!communitiesOf(test::inventedSite(1000, 5000), stop.get_token()));
}

QTEST_GUILESS_MAIN(TestCommunities)
#include "tst_communities.moc"
