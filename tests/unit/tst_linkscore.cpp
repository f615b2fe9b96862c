// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/linkscore.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace linnet;

/// PageRank of places and links.
class TestLinkScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void known();
    void nothing();
    void equalLinksCountOnce();
    void asTheWholeMatrix_data();
    void asTheWholeMatrix();
    void stops();
};

namespace {

/// The same by the whole matrix, a thousand rounds.
std::vector<double> byMatrix(size_t places, const std::vector<PlaceLink> &links)
{
    std::vector<std::vector<double>> matrix(places, std::vector<double>(places, 0));
    for (const PlaceLink &link : links) {
        if (link.from != link.to)
            matrix[link.from][link.to] = 1;
    }
    for (std::vector<double> &row : matrix) {
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (double &cell : row)
            cell = sum > 0 ? cell / sum : 1.0 / double(places);
    }
    std::vector<double> rank(places, 1.0 / double(places));
    for (int round = 0; round < 1000; ++round) {
        std::vector<double> next(places, 0.15 / double(places));
        for (size_t from = 0; from < places; ++from) {
            for (size_t to = 0; to < places; ++to)
                next[to] += 0.85 * rank[from] * matrix[from][to];
        }
        rank = next;
    }
    return rank;
}

} // namespace

/// A star: all lead to the middle, which leads to all.
void TestLinkScore::known()
{
    std::vector<PlaceLink> links;
    for (quint32 place = 1; place <= 4; ++place) {
        links.push_back({place, 0});
        links.push_back({0, place});
    }
    const auto rank = pageRank(5, links);
    QVERIFY(rank);
    // m = 0.03 + 0.85 · 4 · o and o = 0.03 + 0.85 · m / 4.
    QVERIFY(std::abs((*rank)[0] - 0.132 / 0.2775) < 1e-6);
    QVERIFY(std::abs((*rank)[3] - (1 - 0.132 / 0.2775) / 4) < 1e-6);
}

void TestLinkScore::nothing()
{
    QVERIFY(pageRank(0, {})->empty());
    const auto rank = pageRank(4, {});
    QCOMPARE(*rank, std::vector<double>(4, 0.25));
}

void TestLinkScore::equalLinksCountOnce()
{
    const std::vector<PlaceLink> once{{0, 1}, {0, 2}, {1, 0}};
    const std::vector<PlaceLink> often{{0, 1}, {0, 1}, {0, 2}, {0, 0}, {1, 0}, {0, 1}};
    QCOMPARE(*pageRank(3, often), *pageRank(3, once));
}

void TestLinkScore::asTheWholeMatrix_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 10; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestLinkScore::asTheWholeMatrix()
{
    QFETCH(const int, seed);
    std::mt19937 random{std::mt19937::result_type(seed)};
    const size_t places = 2 + random() % 40;
    std::vector<PlaceLink> links(random() % 200);
    for (PlaceLink &link : links)
        link = {quint32(random() % places), quint32(random() % places)};
    const auto rank = pageRank(places, links);
    const std::vector<double> expected = byMatrix(places, links);
    QVERIFY(rank);
    for (size_t place = 0; place < places; ++place)
        QVERIFY2(std::abs((*rank)[place] - expected[place]) < 1e-6, qPrintable(QString::number(place)));
    QVERIFY(std::abs(std::accumulate(rank->begin(), rank->end(), 0.0) - 1) < 1e-9);
}

void TestLinkScore::stops()
{
    int asked = 0;
    QVERIFY(!pageRank(2, std::vector<PlaceLink>{{0, 1}}, [&] { return ++asked == 2; }));
    QCOMPARE(asked, 2);
}

QTEST_APPLESS_MAIN(TestLinkScore)
#include "tst_linkscore.moc"
