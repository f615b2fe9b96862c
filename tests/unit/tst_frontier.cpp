// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawllevels.h"
#include "links/crawl/frontier.h"
#include "links/crawl/redirectchains.h"
#include "links/crawlref.h"

#include <QTest>

#include <string>

Q_DECLARE_METATYPE(linnet::links::CrawlRef)

using namespace linnet::links;

/// What a crawl remembers of its addresses: which were met, how deep it may go now, where redirects lead.
class TestFrontier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatItWasGiven();
    void growsWithoutLosing();
    void goesOnWhereItWasLeft();
    void levels();
    void slowAnswersOpenTheNextLevel();
    void chains();
    void refs_data();
    void refs();
};

void TestFrontier::findsWhatItWasGiven()
{
    Frontier frontier;
    const auto key = Frontier::keyOf("http://a/");
    QCOMPARE(frontier.find(key).number, 0u);
    QCOMPARE(frontier.add(key, true), 1u);
    QCOMPARE(frontier.find(key).number, 1u);
    QVERIFY(frontier.find(key).open);
    frontier.close(key);
    QVERIFY(!frontier.find(key).open);
    QCOMPARE(frontier.find(key).number, 1u);
    QCOMPARE(frontier.find(Frontier::keyOf("http://a/#")).number, 0u);
}

void TestFrontier::growsWithoutLosing()
{
    Frontier frontier;
    constexpr int Many = 100'000;
    const auto keyOf = [](int i) { return Frontier::keyOf("http://site.example/page" + std::to_string(i)); };
    for (int i = 0; i < Many; ++i)
        QCOMPARE(frontier.add(keyOf(i), i % 3 == 0), std::uint32_t(i + 1));
    QCOMPARE(frontier.size(), size_t(Many));
    std::vector<Frontier::Key> keys;
    for (int i = 0; i < Many; ++i)
        keys.push_back(keyOf(i));
    const auto known = frontier.find(keys);
    for (int i = 0; i < Many; ++i) {
        QCOMPARE(known[size_t(i)].number, std::uint32_t(i + 1));
        QCOMPARE(known[size_t(i)].open, i % 3 == 0);
    }
    QCOMPARE(frontier.find(keyOf(Many)).number, 0u);
}

void TestFrontier::goesOnWhereItWasLeft()
{
    Frontier frontier;
    frontier.restore(7, Frontier::keyOf("b"), true);
    frontier.restore(3, Frontier::keyOf("a"), false);
    QCOMPARE(frontier.lastNumber(), 7u);
    QCOMPARE(frontier.add(Frontier::keyOf("c"), false), 8u);
    QVERIFY(frontier.find(Frontier::keyOf("b")).open);
}

void TestFrontier::levels()
{
    CrawlLevels levels;
    QCOMPARE(levels.first(), -1);
    QCOMPARE(levels.open(0), -1);
    levels.added(0, 2);
    levels.added(1);
    QCOMPARE(levels.open(1), 0);
    levels.ended(0, 2);
    QCOMPARE(levels.open(3), 0);
    levels.ended(0, 4);
    QCOMPARE(levels.open(5), 1);
    levels.ended(1, 6);
    QVERIFY(levels.isEmpty());
}

void TestFrontier::slowAnswersOpenTheNextLevel()
{
    CrawlLevels levels;
    levels.added(0, 2);
    levels.added(1, 5);
    levels.ended(0, 1);
    QCOMPARE(levels.open(CrawlLevels::PatienceNs), 0);
    QCOMPARE(levels.open(CrawlLevels::PatienceNs + 2), 1);
    levels.ended(1, CrawlLevels::PatienceNs + 3); // stays open, also when answers come again
    QCOMPARE(levels.open(CrawlLevels::PatienceNs + 4), 1);
}

void TestFrontier::chains()
{
    RedirectChains chains;
    QVERIFY(chains.closesLoop(1, 1));
    QVERIFY(!chains.closesLoop(1, 2));
    chains.add(1, 2);
    chains.add(2, 3);
    QVERIFY(chains.closesLoop(3, 1));
    QVERIFY(chains.closesLoop(3, 2));
    QVERIFY(!chains.closesLoop(4, 1));
}

void TestFrontier::refs_data()
{
    QTest::addColumn<CrawlRef>("ref");
    QTest::addRow("start") << CrawlRef{0, 0, true};
    QTest::addRow("link") << CrawlRef{17, 0, false};
    QTest::addRow("hop") << CrawlRef{17, 3, false};
    QTest::addRow("hop of a start") << CrawlRef{1, 1, true};
    QTest::addRow("sitemap") << CrawlRef{};
}

void TestFrontier::refs()
{
    QFETCH(const CrawlRef, ref);
    QVERIFY(CrawlRef::parse(ref.toString()) == ref);
}

QTEST_GUILESS_MAIN(TestFrontier)
#include "tst_frontier.moc"
