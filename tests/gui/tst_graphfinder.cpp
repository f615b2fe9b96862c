// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/graphfinder.h"
#include "support/crawlrows.h"
#include "support/plaingraph.h"
#include "support/tempproject.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::models;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;

/// The graph of a larger site, read and laid out beside the window.
class TestGraphFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void movesBeforeItIsThere();
    void stopsSoon();
    void growsInPlace();

private:
    static constexpr quint32 Pages = 6000;

    GraphLook look() const
    {
        GraphLook look;
        look.grouping = analysis::Grouping::Pages;
        look.isChosen = true;
        return look;
    }
    void add(quint32 first, quint32 count, const std::vector<PlaceLink> &links);

    test::TempProject m_temp;
    store::RunId m_run = 0;
};

void TestGraphFinder::add(quint32 first, quint32 count, const std::vector<PlaceLink> &links)
{
    test::CrawlRows rows(m_run);
    for (quint32 page = first; page < first + count; ++page) {
        rows.address(page + 1, qPrintable(u"http://s.example/%1"_s.arg(page)));
        rows.page(page + 1, 200,
                  {{P::Internal, true}, {P::Type, u"text/html"_s}, {P::Depth, qint64(page > 0)}});
    }
    store::Unit unit = rows.take();
    // By hand: CrawlRows looks for the page of each link.
    std::vector<PlaceLink> sorted = links;
    std::ranges::sort(sorted, {}, &PlaceLink::from);
    for (const PlaceLink &link : sorted) {
        if (unit.links.empty() || unit.links.back().page != link.from + 1)
            unit.links.emplace_back().page = link.from + 1;
        store::LinkRows &of = unit.links.back();
        store::LinkRows::Link one;
        one.target = quint32(of.targets.size());
        one.element = "a"_L1;
        of.targets.push_back(link.to + 1);
        of.add(one);
    }
    m_temp.writer().post(std::move(unit));
    QVERIFY(m_temp.flush());
}

void TestGraphFinder::initTestCase()
{
    m_run = m_temp.writer().postRun(u"crawl"_s, {});
    add(0, Pages, test::inventedSite(Pages, 30'000).links());
}

void TestGraphFinder::movesBeforeItIsThere()
{
    GraphFinder finder;
    finder.setProject(m_temp.path());
    QSignalSpy found(&finder, &GraphFinder::found);
    int moved = 0;
    connect(&finder, &GraphFinder::moving, this,
            [&](const std::shared_ptr<const draw::GraphPicture> &picture) {
                QCOMPARE(picture->size(), Pages);
                QVERIFY(found.isEmpty());
                ++moved;
            });
    finder.ask({.run = m_run, .filter = {}}, look());
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 120'000);
    QVERIFY(moved >= 1);
    const auto picture = found[0][0].value<CrawlPicture>();
    QCOMPARE(picture.picture->size(), Pages);
    QVERIFY(!picture.newPlaces.isEmpty());
    QVERIFY(picture.picture->hidden.empty());
}

/// Whatever it is at.
void TestGraphFinder::stopsSoon()
{
    for (const int after : {0, 5, 20, 60, 150, 400}) {
        GraphFinder finder;
        finder.setProject(m_temp.path());
        QSignalSpy found(&finder, &GraphFinder::found);
        finder.ask({.run = m_run, .filter = {}}, look());
        QElapsedTimer time;
        time.start();
        QTest::qWait(after);
        time.start();
        finder.setProject({}); // waits for its thread
        const qint64 took = time.elapsed();
        qInfo("after %d ms: %lld ms", after, took);
        QVERIFY(took < 1500); // 100 on a machine that does nothing else
        QVERIFY(!finder.isBusy());
    }
}

/// Pages that come while somebody looks do not move the others, though nothing was kept.
void TestGraphFinder::growsInPlace()
{
    GraphFinder finder;
    finder.setProject(m_temp.path());
    QSignalSpy found(&finder, &GraphFinder::found);
    finder.ask({.run = m_run, .filter = {}}, look());
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 120'000);
    const auto before = found[0][0].value<CrawlPicture>();
    add(Pages, 3, {{Pages, 5}, {Pages + 1, 7}, {Pages + 2, Pages + 1}});
    finder.ask({.run = m_run, .filter = {}, .moment = 1}, look());
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 2, 120'000);
    const auto after = found[1][0].value<CrawlPicture>();
    QCOMPARE(after.picture->size(), Pages + 3);
    QVERIFY(std::equal(before.picture->places.begin(), before.picture->places.end(),
                       after.picture->places.begin()));
}

QTEST_MAIN(TestGraphFinder)
#include "tst_graphfinder.moc"
