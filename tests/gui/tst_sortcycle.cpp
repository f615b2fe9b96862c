// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/sortcycle.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::Sort;

class TestSortCycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_data();
    void next();
};

void TestSortCycle::next_data()
{
    QTest::addColumn<Sort>("before");
    QTest::addColumn<bool>("keepOthers");
    QTest::addColumn<Sort>("after");
    const Sort none;
    const Sort up{{u"a"_s, false}};
    const Sort down{{u"a"_s, true}};
    const Sort both{{u"b"_s, true}, {u"a"_s, false}};
    QTest::newRow("first click") << none << false << up;
    QTest::newRow("second click") << up << false << down;
    QTest::newRow("third click") << down << false << none;
    QTest::newRow("other column") << Sort{{u"b"_s, true}} << false << up;
    QTest::newRow("click on one of several") << both << false << up;
    QTest::newRow("shift adds") << Sort{{u"b"_s, true}} << true << both;
    QTest::newRow("shift turns") << both << true << Sort{{u"b"_s, true}, {u"a"_s, true}};
    QTest::newRow("shift removes") << Sort{{u"b"_s, true}, {u"a"_s, true}} << true << Sort{{u"b"_s, true}};
    QTest::newRow("shift on nothing") << none << true << up;
}

void TestSortCycle::next()
{
    QFETCH(Sort, before);
    QFETCH(bool, keepOthers);
    QTEST(models::nextSort(before, u"a"_s, keepOthers), "after");
}

QTEST_GUILESS_MAIN(TestSortCycle)
#include "tst_sortcycle.moc"
