// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shareddata.h"
#include "vacancies/dictionary.h"
#include "vacancies/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Dictionary::Kind;

std::vector<DictionaryNode> nodesOf(Kind kind)
{
    const Dictionary dictionary = Dictionary::load(kind);
    return dictionary.nodes();
}

const std::vector<DictionaryNode> &trudvsemRegions()
{
    static const Dictionary dictionary = Dictionary::load("trudvsem_regions"_L1);
    return dictionary.nodes();
}

QStringList ids(const std::vector<const DictionaryNode *> &nodes)
{
    QStringList result;
    for (const DictionaryNode *node : nodes)
        result.append(node->id);
    return result;
}

void collectAreas(const QJsonArray &areas, QHash<QString, QString> &parents)
{
    for (const QJsonValue &value : areas) {
        const QJsonObject area = value.toObject();
        parents.insert(area.value("id"_L1).toString(), area.value("parent_id"_L1).toString());
        collectAreas(area.value("areas"_L1).toArray(), parents);
    }
}

} // namespace

class TestDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormed_data();
    void wellFormed();
    void lookUp();
    void search_data();
    void search();
    void roles();
    void codesAreThoseOfQueries();
    void badLines();
    void idsOfHh();
    void idsOfTrudvsem();
};

void TestDictionary::wellFormed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("least");
    QTest::newRow("areas") << QByteArray("hh_areas") << 450;
    QTest::newRow("regions") << QByteArray("trudvsem_regions") << 90;
    QTest::newRow("SuperJob's regions") << QByteArray("superjob_regions") << 260;
    QTest::newRow("roles") << QByteArray("hh_roles") << 290;
    QTest::newRow("experience") << QByteArray("experience") << 4;
    QTest::newRow("work format") << QByteArray("work_format") << 4;
    QTest::newRow("employment") << QByteArray("employment") << 4;
    QTest::newRow("currencies") << QByteArray("currencies") << 10;
}

void TestDictionary::wellFormed()
{
    QFETCH(QByteArray, name);
    QFETCH(int, least);
    const Dictionary dictionary = Dictionary::load(QLatin1StringView(name));
    QVERIFY(int(dictionary.nodes().size()) >= least);
    QSet<QString> before;
    QSet<QString> places;
    for (const DictionaryNode &node : dictionary.nodes()) {
        QVERIFY2(node.parentId.isNull() || before.contains(node.parentId), qPrintable(node.id));
        QVERIFY2(!node.id.isEmpty() && !node.russian.isEmpty() && !node.english.isEmpty(),
                 qPrintable(node.id));
        QVERIFY2(!places.contains(node.parentId + u'/' + node.id), qPrintable(node.id));
        before.insert(node.id);
        places.insert(node.parentId + u'/' + node.id);
    }
}

void TestDictionary::lookUp()
{
    const Dictionary areas = Dictionary::load(Kind::HhAreas);
    const QLocale russian(QLocale::Russian);
    const QLocale english(QLocale::English);
    QCOMPARE(areas.name(u"113"_s, russian), u"Россия"_s);
    QCOMPARE(areas.name(u"113"_s, english), u"Russia"_s);
    QCOMPARE(areas.name(u"2"_s, QLocale(QLocale::German)), u"Saint Petersburg"_s);
    QCOMPARE(areas.name(u"no such"_s, english), u"no such"_s);
    QVERIFY(!areas.byId(u"no such"_s));
    QCOMPARE(areas.children(u"113"_s).size(), 88U);
    QCOMPARE(areas.children({}).size(), 9U);
    QCOMPARE(areas.byId(u"237"_s)->parentId, u"1438"_s);
}

void TestDictionary::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("first");
    QTest::newRow("russian") << u"Москва"_s << QStringList{u"1"_s};
    QTest::newRow("part") << u"моск"_s << QStringList{u"1"_s, u"2019"_s};
    QTest::newRow("english") << u"MOSCOW"_s << QStringList{u"1"_s, u"2019"_s};
    QTest::newRow("yo") << u"Королёв"_s << QStringList{u"2090"_s};
    QTest::newRow("second word") << u"  new  zealand "_s << QStringList{u"204"_s};
    QTest::newRow("id") << u"113"_s << QStringList{u"113"_s};
    QTest::newRow("nothing") << u"qqq"_s << QStringList();
}

void TestDictionary::search()
{
    QFETCH(QString, text);
    QFETCH(QStringList, first);
    const Dictionary areas = Dictionary::load(Kind::HhAreas);
    const QStringList found = ids(areas.find(text));
    QCOMPARE(found.first(first.size()), first);
    QCOMPARE(found.isEmpty(), first.isEmpty());
    QCOMPARE(areas.find(u" "_s).size(), areas.nodes().size());
}

void TestDictionary::roles()
{
    const Dictionary roles = Dictionary::load(Kind::HhRoles);
    const auto found = roles.find(u"data analyst"_s);
    QCOMPARE(ids(found), QStringList{u"156"_s});
    QVERIFY(Dictionary::isSelectable(*found.front()));
    // A role of several categories is found once.
    QCOMPARE(ids(roles.find(u"Курьер"_s)), QStringList{u"58"_s});
    int categories = 0;
    for (const DictionaryNode *node : roles.children({})) {
        QVERIFY(!Dictionary::isSelectable(*node));
        QVERIFY(!roles.children(node->id).empty());
        ++categories;
    }
    QCOMPARE(categories, 27);
}

void TestDictionary::codesAreThoseOfQueries()
{
    Query query;
    for (const DictionaryNode &node : nodesOf(Kind::Experience))
        query.experience.append(node.id);
    for (const DictionaryNode &node : nodesOf(Kind::WorkFormat))
        query.workFormat.append(node.id);
    for (const DictionaryNode &node : nodesOf(Kind::Employment))
        query.employment.append(node.id);
    for (const DictionaryNode &node : nodesOf(Kind::HhAreas))
        query.areas.append(node.id);
    for (const DictionaryNode &node : trudvsemRegions())
        query.areas.append(node.id);
    QVERIFY(query.validate().has_value());
    for (const DictionaryNode &node : nodesOf(Kind::Currencies)) {
        query.currency = node.id;
        QVERIFY2(query.validate().has_value(), qPrintable(node.id));
    }
}

void TestDictionary::badLines()
{
    const Dictionary dictionary =
        Dictionary::fromTsv("# comment\n\n1\t\tА\tA\n2\tА\n3\t1\tБ\tB\textra\n4\t1\tВ\tC");
    QCOMPARE(dictionary.nodes().size(), 2U);
    QVERIFY(dictionary.nodes().front().parentId.isNull());
    QCOMPARE(ids(dictionary.children(u"1"_s)), QStringList{u"4"_s});
    const Dictionary nothing = Dictionary::fromTsv({});
    QVERIFY(nothing.nodes().empty());
}

void TestDictionary::idsOfHh()
{
    const QByteArray areas = test::sharedBytes(u"samples/hh/hh_areas_full.json"_s);
    const QByteArray roles = test::sharedBytes(u"samples/hh/hh_professional_roles.json"_s);
    if (areas.isEmpty() || roles.isEmpty())
        QSKIP("samples/hh/hh_areas_full.json or hh_professional_roles.json is not there");
    QHash<QString, QString> parents;
    collectAreas(QJsonDocument::fromJson(areas).array(), parents);
    for (const DictionaryNode &node : nodesOf(Kind::HhAreas)) {
        QVERIFY2(parents.contains(node.id), qPrintable(node.english));
        QVERIFY2(parents[node.id] == node.parentId, qPrintable(node.english));
    }
    QSet<QString> places;
    for (const QJsonValue &value : QJsonDocument::fromJson(roles).object().value("categories"_L1).toArray()) {
        const QJsonObject category = value.toObject();
        for (const QJsonValue &role : category.value("roles"_L1).toArray())
            places.insert(u"category."_s + category.value("id"_L1).toString() + u'/' +
                          role.toObject().value("id"_L1).toString());
    }
    QSet<QString> ours;
    for (const DictionaryNode &node : nodesOf(Kind::HhRoles)) {
        if (!node.parentId.isNull())
            ours.insert(node.parentId + u'/' + node.id);
    }
    QCOMPARE(ours, places);
}

void TestDictionary::idsOfTrudvsem()
{
    const QByteArray regions = test::sharedBytes(u"samples/sources/trudvsem_regions.json"_s);
    if (regions.isEmpty())
        QSKIP("samples/sources/trudvsem_regions.json is not there");
    QStringList theirs;
    for (const QJsonValue &value : QJsonDocument::fromJson(regions).array())
        theirs.append(value.toObject().value("region_code"_L1).toString());
    QStringList ours;
    for (const DictionaryNode &node : trudvsemRegions())
        ours.append(node.id);
    QCOMPARE(ours, theirs);
}

QTEST_GUILESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
