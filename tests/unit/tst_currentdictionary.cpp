// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shareddata.h"
#include "vacancies/currentdictionary.h"
#include "vacancies/hh/hhsource.h"
#include "vacancies/regionmap.h"
#include "vacancies/trudvsem/trudvsemsource.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;
using Kind = Dictionary::Kind;

/// Dictionaries that were read from their source: what of an answer is taken, kept, and known after a
/// restart.
class TestCurrentDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void areas();
    void roles();
    void industries();
    void badItems();
    void noDictionary_data();
    void noDictionary();
    void bundledUntilRead();
    void keptOverARestart();
    void formerNamesStayKnown();
    void damaged_data();
    void damaged();
    void onceADay();
    void newPlacesInOtherSources();
    void partsAreThoseOfNow();
    void largeOnesAreQuick();

private:
    /// As after a start of the program.
    void restart();
    static Dictionary one(const QString &id, const QString &name, const QString &parent = {});
    QString file(const QString &name) const { return m_folder->filePath(u"dictionaries/"_s + name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCurrentDictionary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    setDictionaryFolder(m_folder->path());
}

void TestCurrentDictionary::cleanup()
{
    setDictionaryFolder({});
}

void TestCurrentDictionary::restart()
{
    setDictionaryFolder({});
    setDictionaryFolder(m_folder->path());
}

Dictionary TestCurrentDictionary::one(const QString &id, const QString &name, const QString &parent)
{
    return Dictionary::fromNodes({{id, parent, name, name}});
}

void TestCurrentDictionary::areas()
{
    const auto read = HhSource().parseDictionary(Kind::HhAreas, R"([
        {"id": "113", "parent_id": null, "name": "A", "areas": [
            {"id": "1", "parent_id": "113", "name": "B", "areas": []},
            {"id": "2019", "parent_id": "113", "name": "C", "areas": [
                {"id": "2034", "parent_id": "2019", "name": " D\te ", "areas": []}]}]},
        {"id": "40", "parent_id": null, "name": "F", "areas": []}])");
    QVERIFY(read);
    const std::vector<DictionaryNode> &nodes = read->nodes();
    QCOMPARE(nodes.size(), size_t(5));
    QCOMPARE(nodes[0].id, u"113"_s);
    QVERIFY(nodes[0].parentId.isNull());
    QCOMPARE(nodes[3].id, u"2034"_s);
    QCOMPARE(nodes[3].parentId, u"2019"_s);
    QCOMPARE(nodes[3].russian, u"D e"_s);
    QCOMPARE(nodes[3].english, u"D e"_s);
}

void TestCurrentDictionary::roles()
{
    const auto read = HhSource().parseDictionary(Kind::HhRoles, R"({"categories": [
        {"id": "19", "name": "A", "roles": [{"id": "4", "name": "B"}, {"id": "5", "name": "C",
            "search_deprecated": true}]},
        {"id": "5", "name": "D", "roles": [{"id": "4", "name": "B"}, {"id": "4", "name": "B"}]}]})");
    QVERIFY(read);
    QStringList lines;
    for (const DictionaryNode &node : read->nodes())
        lines << node.parentId + u'/' + node.id;
    QCOMPARE(lines,
             (QStringList{u"/category.19"_s, u"category.19/4"_s, u"/category.5"_s, u"category.5/4"_s}));
    QVERIFY(!Dictionary::isSelectable(read->nodes().front()));
}

void TestCurrentDictionary::industries()
{
    const auto read = HhSource().parseDictionary(Kind::HhIndustries, R"([
        {"id": "7", "name": "A", "industries": [{"id": "7.541", "name": "B"}]}])");
    QVERIFY(read);
    QCOMPARE(read->nodes().size(), size_t(2));
    QCOMPARE(read->nodes()[1].parentId, u"7"_s);
    QVERIFY(Dictionary::isSelectable(read->nodes()[0])); // the whole industry can be asked for
}

void TestCurrentDictionary::badItems()
{
    const auto read = HhSource().parseDictionary(Kind::HhAreas, R"([
        null, 5, "x", [], {}, {"id": null, "name": "no id"}, {"id": "9&x=1", "name": "no id for addresses"},
        {"id": "3", "name": ""}, {"id": 16, "name": "number", "areas": 5},
        {"name": "no id", "areas": [{"id": "8", "name": "below it", "areas": [null]}]}])");
    QVERIFY(read);
    QCOMPARE(read->nodes().size(), size_t(2));
    QCOMPARE(read->nodes()[0].id, u"16"_s);
    QCOMPARE(read->nodes()[1].id, u"8"_s);
    QVERIFY(read->nodes()[1].parentId.isNull());
}

void TestCurrentDictionary::noDictionary_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray(R"([{"id": "113", "name": "A", "areas": [)");
    QTest::newRow("a page") << QByteArray("<html><title>Stop</title></html>");
    QTest::newRow("empty list") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("an error") << QByteArray(R"({"errors": [{"type": "forbidden"}]})");
    QTest::newRow("other things") << QByteArray(R"([{"code": "RUR"}])");
}

void TestCurrentDictionary::noDictionary()
{
    QFETCH(QByteArray, body);
    for (const Kind kind : HhSource().facts().dictionaries) {
        const auto read = HhSource().parseDictionary(kind, body);
        QVERIFY(!read);
        QCOMPARE(read.error().reason, Reason::BadBody);
    }
}

void TestCurrentDictionary::bundledUntilRead()
{
    const Dictionary bundled = Dictionary::load(Kind::HhAreas);
    QCOMPARE(currentDictionary(Kind::HhAreas).nodes().size(), bundled.nodes().size());
    QVERIFY(currentDictionary(Kind::HhIndustries).nodes().empty());
    QVERIFY(dictionaryTags(Kind::HhAreas)[0].isEmpty());
    QVERIFY(!QDir(m_folder->filePath(u"dictionaries"_s)).exists());
}

void TestCurrentDictionary::keptOverARestart()
{
    const Dictionary both =
        Dictionary::inBothLanguages(one(u"7"_s, u"Связь"_s), one(u"7"_s, u"Telecommunications"_s));
    QVERIFY(keepDictionary(Kind::HhIndustries, both, {"\"ru\"", "W/\"en\""}));
    for (const bool again : {false, true}) {
        if (again)
            restart();
        const Dictionary &now = currentDictionary(Kind::HhIndustries);
        QCOMPARE(now.name(u"7"_s, QLocale(QLocale::Russian)), u"Связь"_s);
        QCOMPARE(now.name(u"7"_s, QLocale(QLocale::English)), u"Telecommunications"_s);
        QCOMPARE(dictionaryTags(Kind::HhIndustries)[0], QByteArray("\"ru\""));
        QCOMPARE(dictionaryTags(Kind::HhIndustries)[1], QByteArray("W/\"en\""));
    }
}

void TestCurrentDictionary::formerNamesStayKnown()
{
    QVERIFY(keepDictionary(Kind::HhAreas, one(u"113"_s, u"Россия"_s), {}));
    QVERIFY(keepDictionary(Kind::HhAreas, one(u"900001"_s, u"Новый город"_s), {}));
    QVERIFY(keepDictionary(Kind::HhAreas, one(u"113"_s, u"Россия"_s), {}));
    for (const bool again : {false, true}) {
        if (again)
            restart();
        const Dictionary &now = currentDictionary(Kind::HhAreas);
        QCOMPARE(now.nodes().size(), size_t(1)); // what is offered
        QVERIFY(now.children(u"113"_s).empty());
        QVERIFY(now.find(u"Москва"_s).empty());
        QCOMPARE(now.name(u"1"_s, QLocale(QLocale::Russian)), u"Москва"_s);
        QCOMPARE(now.name(u"900001"_s, QLocale(QLocale::Russian)), u"Новый город"_s);
    }
}

void TestCurrentDictionary::damaged_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("cut") << 0;
    QTest::newRow("one byte") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("another format") << 3;
    QTest::newRow("a folder") << 4;
}

void TestCurrentDictionary::damaged()
{
    QFETCH(int, how);
    QVERIFY(keepDictionary(Kind::HhAreas, one(u"900001"_s, u"Новый город"_s), {"\"ru\"", "\"en\""}));
    QFile kept(file(u"hh_areas.tsv"_s));
    QVERIFY(kept.open(QIODevice::ReadWrite));
    QByteArray content = kept.readAll();
    content[content.size() / 2] = char(content[content.size() / 2] + 1);
    if (how == 0)
        QVERIFY(kept.resize(kept.size() / 2));
    if (how == 1)
        QVERIFY(kept.seek(0) && kept.write(content) == content.size());
    if (how == 2 || how == 3)
        QVERIFY(kept.resize(0));
    if (how == 3)
        QVERIFY(kept.write("113\t\tA\tB\n") > 0);
    kept.close();
    if (how == 4)
        QVERIFY(kept.remove() && QDir().mkdir(kept.fileName()));
    restart();
    const Dictionary bundled = Dictionary::load(Kind::HhAreas);
    QCOMPARE(currentDictionary(Kind::HhAreas).nodes().size(), bundled.nodes().size());
    QVERIFY(dictionaryTags(Kind::HhAreas)[0].isEmpty()); // so that it is read whole the next time
}

void TestCurrentDictionary::onceADay()
{
    const QDate day(2026, 11, 29);
    QVERIFY(takeDictionaryDay(u"hh"_s, day));
    QVERIFY(!takeDictionaryDay(u"hh"_s, day));
    QVERIFY(takeDictionaryDay(u"another"_s, day));
    restart();
    QVERIFY(!takeDictionaryDay(u"hh"_s, day));
    QVERIFY(takeDictionaryDay(u"hh"_s, day.addDays(1)));
}

/// A place that was not bundled becomes the subject of another source in which it lies.
void TestCurrentDictionary::newPlacesInOtherSources()
{
    QVERIFY(!TrudvsemSource().toSource({u"900001"_s}));
    const Dictionary &bundled = currentDictionary(Kind::HhAreas);
    std::vector<DictionaryNode> nodes = bundled.nodes();
    nodes.push_back({u"900001"_s, u"2019"_s, u"Новый город"_s, u"New city"_s});
    QVERIFY(keepDictionary(Kind::HhAreas, Dictionary::fromNodes(nodes), {}));
    QCOMPARE(*TrudvsemSource().toSource({u"900001"_s}), *TrudvsemSource().toSource({u"2019"_s}));
}

void TestCurrentDictionary::partsAreThoseOfNow()
{
    QVERIFY(keepDictionary(Kind::HhAreas,
                           Dictionary::fromNodes({{u"113"_s, {}, u"Р"_s, u"R"_s},
                                                  {u"900001"_s, u"113"_s, u"Н"_s, u"N"_s},
                                                  {u"900002"_s, u"113"_s, u"М"_s, u"M"_s}}),
                           {}));
    QVERIFY(keepDictionary(Kind::HhRoles,
                           Dictionary::fromNodes({{u"category.1"_s, {}, u"К"_s, u"C"_s},
                                                  {u"901"_s, u"category.1"_s, u"Р"_s, u"R"_s}}),
                           {}));
    QCOMPARE(HhSource().splitValues({}, SplitKey::Regions), (QStringList{u"900001"_s, u"900002"_s}));
    QCOMPARE(HhSource().splitValues({}, SplitKey::Roles), QStringList{u"901"_s});
}

void TestCurrentDictionary::largeOnesAreQuick()
{
    const QByteArray body = test::sharedBytes(u"samples/hh/hh_areas_full.json"_s);
    if (body.isEmpty())
        QSKIP("samples/hh/hh_areas_full.json is not there");
    QElapsedTimer timer;
    timer.start();
    const auto read = HhSource().parseDictionary(Kind::HhAreas, body);
    qInfo("parsed in %lld ms", timer.restart());
    QVERIFY(read);
    QVERIFY(read->nodes().size() > 9000);
    QVERIFY(keepDictionary(Kind::HhAreas, *read, {}));
    qInfo("kept in %lld ms", timer.restart());
    restart();
    timer.restart();
    const Dictionary &areas = currentDictionary(Kind::HhAreas);
    qInfo("loaded in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(areas.nodes().size(), read->nodes().size());
    timer.restart();
    QVERIFY(TrudvsemSource().toSource({u"1"_s}));
    qInfo("mapped in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    const Dictionary bundled = Dictionary::load(Kind::HhAreas);
    for (const DictionaryNode &node : bundled.nodes())
        QVERIFY2(areas.byId(node.id), qPrintable(node.english));
}

QTEST_GUILESS_MAIN(TestCurrentDictionary)
#include "tst_currentdictionary.moc"
