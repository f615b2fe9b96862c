// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/neargroups.h"
#include "support/memory.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <ctime>
#include <numeric>
#include <random>

using namespace linnet;

/// Groups of marks that differ in few bits are those of comparing each with each, also of very many marks
/// and of marks that lie as badly as they can.
class TestNearGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEachPair_data();
    void agreesWithEachPair();
    void aMillion_data();
    void aMillion();
    void stops();
};

namespace {

using Marks = std::vector<quint64>;

/// What is asked, in the plainest way.
struct EachPair
{
    std::vector<quint32> firsts;
    std::vector<int> distances; ///< -1 = none

    EachPair(const Marks &marks, int distance)
        : firsts(marks.size())
        , distances(marks.size(), -1)
    {
        std::iota(firsts.begin(), firsts.end(), 0U);
        bool isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (size_t one = 0; one < marks.size(); ++one) {
                for (size_t other = 0; other < marks.size(); ++other) {
                    const int bits = std::popcount(marks[one] ^ marks[other]);
                    if (one == other || bits > distance)
                        continue;
                    distances[one] = distances[one] < 0 ? bits : std::min(distances[one], bits);
                    if (firsts[other] < firsts[one]) {
                        firsts[one] = firsts[other];
                        isChanged = true;
                    }
                }
            }
        }
    }
};

quint64 flipped(quint64 mark, int bits, std::mt19937_64 &random)
{
    for (int i = 0; i < bits; ++i)
        mark ^= quint64(1) << (random() % 64);
    return mark;
}

/// Groups of some marks each around a random one.
Marks clusters(size_t count, size_t size, int bits, std::mt19937_64 &random)
{
    Marks marks;
    while (marks.size() < count) {
        const quint64 middle = random();
        for (size_t i = 0; i < size && marks.size() < count; ++i)
            marks.push_back(flipped(middle, int(random() % size_t(bits + 1)), random));
    }
    std::ranges::shuffle(marks, random);
    return marks;
}

} // namespace

void TestNearGroups::agreesWithEachPair_data()
{
    QTest::addColumn<QList<quint64>>("given");
    std::mt19937_64 random(20261130);
    const auto add = [](const char *name, const Marks &marks) {
        QTest::newRow(name) << QList<quint64>(marks.begin(), marks.end());
    };
    add("nothing", {});
    add("one", {7});
    add("equal", {7, 7, 7, 9'000'000'000});
    add("in a row", {0, 7, 63, 511, 4095, 1, 0xff00ff00ff00ff00});
    add("small groups", clusters(600, 5, 4, random));
    add("large groups", clusters(900, 300, 6, random));
    add("one ball", clusters(900, 900, 3, random));
    Marks few; // most bits are the same in all
    for (int i = 0; i < 800; ++i)
        few.push_back(0xabcdef0000000000 | (random() & 0xfff0f0));
    add("few bits vary", few);
    Marks cube(512);
    std::iota(cube.begin(), cube.end(), quint64(0));
    add("all of nine bits", cube);
    Marks rare; // each bit is set in few of them
    for (int i = 0; i < 700; ++i)
        rare.push_back(flipped(0, 4, random));
    add("bits that hardly vary", rare);
}

void TestNearGroups::agreesWithEachPair()
{
    QFETCH(const QList<quint64>, given);
    const Marks marks(given.begin(), given.end());
    for (int distance = 0; distance <= 5; ++distance) {
        const EachPair plain(marks, distance);
        const auto groups = NearGroups::of(marks, distance);
        QVERIFY(groups);
        for (size_t place = 0; place < marks.size(); ++place) {
            const QByteArray where =
                QByteArray::number(distance) + " bits, place " + QByteArray::number(qsizetype(place));
            QVERIFY2(groups->firstOf(place) == plain.firsts[place], where.constData());
            QVERIFY2(groups->distanceOf(place).value_or(-1) == plain.distances[place], where.constData());
        }
    }
}

void TestNearGroups::aMillion_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"random", "equal", "near", "all of twenty bits", "balls"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// Far below what somebody waits for, in any order of marks.
void TestNearGroups::aMillion()
{
    QFETCH(const QString, kind);
    constexpr size_t Count = 1'000'000;
    std::mt19937_64 random(1130);
    Marks marks(Count);
    if (kind == QLatin1StringView("random"))
        std::ranges::generate(marks, random);
    else if (kind == QLatin1StringView("equal"))
        std::ranges::fill(marks, quint64(42));
    else if (kind == QLatin1StringView("near"))
        marks = clusters(Count, 10, 2, random);
    else if (kind == QLatin1StringView("balls"))
        marks = clusters(Count, 50'000, 3, random);
    else
        std::iota(marks.begin(), marks.end(), quint64(0));
    const qint64 before = test::residentBytes();
    const std::clock_t begun = std::clock();
    const auto groups = NearGroups::of(marks, 3);
    const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
    const qint64 grown = test::residentBytes() - before;
    QVERIFY(groups);
    qInfo("%s: %.1f s of a processor, %lld MB kept", qPrintable(kind), seconds, grown / 1'048'576);
    QVERIFY2(seconds < (test::isSanitized() ? 200 : 20), qPrintable(QString::number(seconds)));
    QVERIFY2(grown < 100 * 1'048'576, qPrintable(QString::number(grown)));
    if (kind == QLatin1StringView("equal")) {
        QCOMPARE(groups->firstOf(Count - 1), 0U);
        QCOMPARE(groups->distanceOf(Count - 1), std::optional(0));
    } else if (kind == QLatin1StringView("all of twenty bits")) {
        QCOMPARE(groups->firstOf(Count - 1), 0U);
        QCOMPARE(groups->distanceOf(Count - 1), std::optional(1));
    }
}

void TestNearGroups::stops()
{
    std::mt19937_64 random(3);
    const Marks marks = clusters(200'000, 20'000, 3, random);
    int asked = 0;
    QVERIFY(!NearGroups::of(marks, 3, [&asked] { return ++asked == 2; }));
    QCOMPARE(asked, 2);
    asked = 0;
    QVERIFY(NearGroups::of(marks, 3, [&asked] {
        ++asked;
        return false;
    }));
    QVERIFY(asked > 2);
}

QTEST_GUILESS_MAIN(TestNearGroups)
#include "tst_neargroups.moc"
