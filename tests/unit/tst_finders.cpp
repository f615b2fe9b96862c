// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/finders.h"

#include <QTest>

using namespace linnet::links;

namespace {

Finders::Finder page(quint32 number, int depth, const char *url)
{
    return Finders::Finder::of(number, depth, Frontier::keyOf(url));
}

} // namespace

class TestFinders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAnyOrder();
    void fewestClicks();
    void told();
    void nobody();
};

void TestFinders::inAnyOrder()
{
    const char *urls[] = {"http://a.example/1", "http://a.example/2", "http://a.example/3"};
    quint32 found = 0;
    for (int first = 0; first < 3; ++first) {
        Finders finders;
        for (int i = 0; i < 3; ++i) {
            const int which = (first + i) % 3;
            finders.offer(9, page(quint32(which + 1), 4, urls[which]));
        }
        const quint32 now = finders.tell(9);
        QVERIFY(now >= 1 && now <= 3);
        QVERIFY(found == 0 || found == now);
        found = now;
    }
}

void TestFinders::fewestClicks()
{
    Finders finders;
    finders.offer(9, page(1, 3, "http://a.example/1"));
    finders.offer(9, page(2, 2, "http://a.example/2"));
    finders.offer(9, page(3, 1000, "http://a.example/3"));
    QCOMPARE(finders.tell(9), 2U);
}

/// Only who has been told something else has to be told again.
void TestFinders::told()
{
    Finders finders;
    QVERIFY(!finders.offer(5, page(1, 3, "http://a.example/1")));
    QCOMPARE(finders.tell(5), 1U);
    QVERIFY(!finders.offer(5, page(1, 3, "http://a.example/1")));
    QVERIFY(!finders.offer(5, page(2, 4, "http://a.example/2")));
    QVERIFY(finders.offer(5, page(3, 1, "http://a.example/3")));
    QCOMPARE(finders.tell(5), 3U);
}

void TestFinders::nobody()
{
    Finders finders(2);
    QVERIFY(!finders.offer(2, page(7, 1, "http://a.example/7"))); // a start address
    QVERIFY(!finders.offer(7, page(7, 1, "http://a.example/7"))); // the page itself
    QVERIFY(!finders.offer(8, {}));
    QCOMPARE(finders.tell(2), 0U);
    QCOMPARE(finders.tell(7), 0U);
    QCOMPARE(finders.tell(8), 0U);
    QCOMPARE(finders.tell(100'000), 0U);
}

QTEST_GUILESS_MAIN(TestFinders)
#include "tst_finders.moc"
