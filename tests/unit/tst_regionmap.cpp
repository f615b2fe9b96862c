// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/dictionary.h"
#include "vacancies/regionmap.h"

#include <QTest>

using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Regions of one source in the words of the other, over the bundled dictionaries.
class TestRegionMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toTrudvsem_data();
    void toTrudvsem();
    void everySubjectIsKnown();
    void thereAndBack();
};

namespace {

RegionMap bundled()
{
    return RegionMap(Dictionary::load(Dictionary::Kind::HhAreas), Dictionary::load("trudvsem_regions"_L1));
}

} // namespace

void TestRegionMap::toTrudvsem_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("region");
    QTest::newRow("Moscow") << u"1"_s << u"7700000000000"_s;
    QTest::newRow("a city becomes its subject: Samara") << u"78"_s << u"6300000000000"_s;
    QTest::newRow("Kemerovo region has a longer name there") << u"1229"_s << u"4200000000000"_s;
    QTest::newRow("a city that is a region there") << u"130"_s << u"9200000000000"_s;
    QTest::newRow("Russia as a whole") << u"113"_s << u""_s;
}

void TestRegionMap::toTrudvsem()
{
    QFETCH(QString, area);
    QFETCH(QString, region);
    const QString found = bundled().toRegion(area);
    QVERIFY(!found.isNull());
    QCOMPARE(found, region);
    QVERIFY(bundled().toRegion(u"40"_s).isNull()); // Kazakhstan
    QVERIFY(bundled().toRegion(u"no such"_s).isNull());
}

void TestRegionMap::everySubjectIsKnown()
{
    const RegionMap map = bundled();
    const Dictionary areas = Dictionary::load(Dictionary::Kind::HhAreas);
    QStringList unknown;
    for (const DictionaryNode *subject : areas.children(u"113"_s)) {
        if (map.toRegion(subject->id).isEmpty())
            unknown << subject->russian;
    }
    QCOMPARE(unknown, QStringList());
}

void TestRegionMap::thereAndBack()
{
    const RegionMap map = bundled();
    const Dictionary areas = Dictionary::load(Dictionary::Kind::HhAreas);
    for (const DictionaryNode *subject : areas.children(u"113"_s))
        QCOMPARE(map.toHh(map.toRegion(subject->id)), subject->id);
}

QTEST_GUILESS_MAIN(TestRegionMap)
#include "tst_regionmap.moc"
