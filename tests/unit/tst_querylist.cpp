// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/filetext.h"
#include "vacancies/search/querylist.h"
#include "vacancies/search/sources.h"

#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// What a list of searches from anywhere is taken for.
class TestQueryList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void encodings_data();
    void encodings();
    void junk();
    void regions();
    void regionsOfSeveralSources();
    void textsAndPlaces();
    void linesAndBack();
    void refs();
    void work();
    void manyLines();
};

namespace {

QStringList told(const QueryLines &lines)
{
    QStringList result;
    for (const QueryLines::Line &line : lines.lines)
        result << u"%1 %2|%3"_s.arg(line.line).arg(line.text, line.area);
    for (const RefusedQuery &line : lines.refused)
        result << u"%1! %2"_s.arg(line.line).arg(line.why);
    return result;
}

QueryList listOf(const QString &text, const QStringList &sources = {u"hh"_s}, const QStringList &texts = {},
                 const QStringList &areas = {})
{
    RegionWords regions(sources);
    std::vector<ListedPlace> places;
    for (const QString &area : areas)
        places.push_back(*regions.find(area));
    return QueryList::of(QueryLines::read(text), texts, places, regions);
}

QStringList toldQueries(const QueryList &list)
{
    QStringList result;
    for (const ListedQuery &query : list.queries)
        result << query.toLine();
    return result;
}

} // namespace

void TestQueryList::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    const QString open = u"A quotation mark is not closed."_s;
    row("empty", u""_s, {});
    row("blank lines", u"\n \r\n\t\n"_s, {});
    row("plain lines, blank ones between", u"аналитик\n\n  data   engineer \n"_s,
        {u"1 аналитик|"_s, u"3 data engineer|"_s});
    row("CR alone", u"a\rb"_s, {u"1 a|"_s, u"2 b|"_s});
    row("separators are part of a plain line", u"аналитик, Москва; SQL | BI"_s,
        {u"1 аналитик, Москва; SQL | BI|"_s});
    row("quotes of a plain line are the query's", u"\"data analyst\" AND sql"_s,
        {u"1 \"data analyst\" AND sql|"_s});
    row("an open quote in a plain line", u"a\n\"b\nc"_s, {u"1 a|"_s, u"3 c|"_s, u"2! "_s + open});
    row("table", u"text,area\nаналитик,1\nинженер,2"_s, {u"2 аналитик|1"_s, u"3 инженер|2"_s});
    row("the other way round", u"area;text\n1;аналитик"_s, {u"2 аналитик|1"_s});
    row("tabs, capital letters", u"Text\tArea\nаналитик\tМосква"_s, {u"2 аналитик|Москва"_s});
    row("bars, Russian names", u"Регион|Запрос\nМосква|швея"_s, {u"2 швея|Москва"_s});
    row("declared separator", u"sep=;\r\ntext;area\r\na, b;1\r\n"_s, {u"3 a, b|1"_s});
    row("the text alone", u"text\na, b\n\"c; \"\"d\"\"\""_s, {u"2 a, b|"_s, u"3 c; \"d\"|"_s});
    row("the region alone", u"area\n1\n\n2"_s, {u"2 |1"_s, u"4 |2"_s});
    row("more columns", u"n,text,who,area\n7,a,me,1"_s, {u"2 a|1"_s});
    row("fewer cells", u"text,area\na\nb,"_s, {u"2 a|"_s, u"3 b|"_s});
    row("too many cells", u"text,area\na,1,2\nb,1"_s,
        {u"3 b|1"_s, u"2! It has 3 cells, the first line has 2."_s});
    row("empty cells too many", u"text,area\na,1,,"_s, {u"2 a|1"_s});
    row("no text", u"text,area\n,1\nb,1\n,"_s, {u"3 b|1"_s, u"2! The text is missing."_s});
    row("an open quote in a table", u"text,area\n\"a,1\nb,1\n\"c\",1"_s,
        {u"3 b|1"_s, u"4 c|1"_s, u"2! "_s + open});
    row("an open quote at the end", u"text,area\nb,1\n\"a,1"_s, {u"2 b|1"_s, u"3! "_s + open});
    row("a cell of two lines", u"text,area\n\"a\nb\",1\nc,2"_s, {u"2 a b|1"_s, u"4 c|2"_s});
    row("no word", u"a\n;;;\n***"_s,
        {u"1 a|"_s, u"2! There is no word in it."_s, u"3! There is no word in it."_s});
    row("too long", QString(3000, u'x') + u"\nb"_s,
        {u"2 b|"_s, u"1! The text is longer than 2000 characters."_s});
    row("a header alone", u"text,area\n"_s, {});
}

void TestQueryList::lines()
{
    QFETCH(QString, text);
    QTEST(told(QueryLines::read(text)), "expected");
}

void TestQueryList::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"text;area\r\nшвея;Москва\r\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8();
    QTest::newRow("UTF-16") << QByteArray(
        QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(text));
    QByteArray cyrillic("text;area\r\n");
    cyrillic += "\xF8\xE2\xE5\xFF;\xCC\xEE\xF1\xEA\xE2\xE0\r\n"; // windows-1251
    QTest::newRow("windows-1251") << cyrillic;
}

void TestQueryList::encodings()
{
    QFETCH(QByteArray, bytes);
    const QString text = encoding::fileText(bytes, encoding::OtherBytes::Guess);
    QCOMPARE(told(QueryLines::read(text)), QStringList{u"2 швея|Москва"_s});
}

/// Nothing of a picture is asked, and nothing of it breaks the reader.
void TestQueryList::junk()
{
    QByteArray bytes("\x89PNG\r\n\x1a\n", 8);
    for (int i = 0; i < 20'000; ++i)
        bytes += char(i * 7919 >> 3);
    const QueryLines lines = QueryLines::read(encoding::fileText(bytes, encoding::OtherBytes::Guess));
    QVERIFY(!lines.refused.empty());
    for (const QueryLines::Line &line : lines.lines)
        QCOMPARE(QueryLines::problemOf(line.text), QString());
    QCOMPARE(QueryLines::read(u"n,text,who,area\n7,a,me,1"_s).ignored, (QStringList{u"n"_s, u"who"_s}));
}

void TestQueryList::regions()
{
    RegionWords hh({u"hh"_s});
    QCOMPARE(hh.find(u"1"_s)->areas, (std::vector<QStringList>{{u"1"_s}}));
    QCOMPARE(hh.find(u"1"_s)->region, u"Москва"_s);
    QCOMPARE(hh.find(u"москва"_s), hh.find(u"Moscow"_s));
    QCOMPARE(hh.find(u"1, 2"_s)->region, u"Москва, Санкт-Петербург"_s);
    QCOMPARE(hh.find(u"987654"_s)->areas, (std::vector<QStringList>{{u"987654"_s}})); // not known here
    for (const QString &word : {u"Нигде"_s, u"1; DROP"_s, u","_s, u"../1"_s})
        QVERIFY2(!hh.find(word), qPrintable(word));
    RegionWords trudvsem({u"trudvsem"_s});
    QCOMPARE(trudvsem.find(u"77"_s)->region, u"Москва"_s);
    QVERIFY(!trudvsem.find(u"113"_s));
}

void TestQueryList::regionsOfSeveralSources()
{
    RegionWords both({u"hh"_s, u"trudvsem"_s});
    const auto moscow = both.find(u"Москва"_s);
    QVERIFY(moscow);
    QCOMPARE(moscow->areas.size(), size_t(2));
    QCOMPARE(moscow->areas[0], QStringList{u"1"_s});
    QVERIFY(moscow->areas[1].value(0).startsWith(u"77"_s));
    QVERIFY(!both.find(u"5"_s)); // Ukraine: Work in Russia has none of it
}

void TestQueryList::textsAndPlaces()
{
    // Each line without a region in each place; what comes again is told and not asked again.
    const QueryList list = listOf(u"text,area\na,\nb,2\na,1\nx,Нигде\nb,Санкт-Петербург"_s, {u"hh"_s},
                                  {u"t"_s}, {u"1"_s, u"2"_s});
    QCOMPARE(toldQueries(list), (QStringList{u"t\t1\tМосква"_s, u"t\t2\tСанкт-Петербург"_s, u"a\t1\tМосква"_s,
                                             u"a\t2\tСанкт-Петербург"_s, u"b\t2\tСанкт-Петербург"_s}));
    QCOMPARE(list.repeated.size(), 2);
    QCOMPARE(list.repeated[0].line, 4);
    QCOMPARE(list.repeated[0].firstLine, 2);
    QCOMPARE(list.repeated[1].firstLine, 3);
    QCOMPARE(list.refused.size(), size_t(1));
    QCOMPARE(list.refused.front().line, 5);
    QVERIFY(list.refused.front().why.contains(u"Нигде"));
    // Regions alone: each text in each, or everything there.
    QCOMPARE(toldQueries(listOf(u"area\n1\n2"_s, {u"hh"_s}, {u"t"_s})),
             (QStringList{u"t\t1\tМосква"_s, u"t\t2\tСанкт-Петербург"_s}));
    QCOMPARE(toldQueries(listOf(u"area\n1"_s)), QStringList{u"\t1\tМосква"_s});
    QCOMPARE(toldQueries(listOf(u"a"_s)), QStringList{u"a\t\t"_s});
}

void TestQueryList::linesAndBack()
{
    const QueryList list = listOf(u"text,area\na,\nb; c,\"1,2\""_s, {u"hh"_s, u"superjob"_s});
    QCOMPARE(list.queries.size(), size_t(2));
    for (const ListedQuery &query : list.queries)
        QCOMPARE(ListedQuery::fromLine(query.toLine(), 2), std::optional(query));
    QVERIFY(!ListedQuery::fromLine(list.queries.front().toLine(), 1));
    QVERIFY(!ListedQuery::fromLine(u"a"_s, 1));
    QCOMPARE(list.queries[1].title(true), u"b; c · Москва, Санкт-Петербург"_s);
    QCOMPARE(list.queries[1].title(false), u"b; c"_s);
    const SearchSpec::List described = describeList(list.queries);
    QCOMPARE(described.count, 2);
    QVERIFY(described.hasRegions);
    QVERIFY(describeList({list.queries[1], list.queries[0]}).fingerprint != described.fingerprint);
}

void TestQueryList::refs()
{
    const ListedRef ref{17, 2, u"look5"_s, {u"1"_s, u"2"_s}, u"Москва"_s, u"a; b"_s};
    const ListedRef read = ListedRef::read(ref.toString());
    QCOMPARE(read.toString(), ref.toString());
    QCOMPARE(read.number, 17);
    QCOMPARE(read.areas, ref.areas);
    QCOMPARE(read.text, ref.text);
    QCOMPARE(ListedRef::read(u"hh:123"_s).number, 0); // the key of a row
}

/// Each unit has an address of its own, also where two ask for the same.
void TestQueryList::work()
{
    SearchSpec spec;
    spec.day = QDate(2026, 11, 30);
    spec.sources.push_back({u"hh"_s, {}, QUrl(u"http://a.example"_s)});
    spec.sources.push_back({u"trudvsem"_s, {}, QUrl(u"http://b.example"_s)});
    const QueryList list = listOf(u"a OR b\na OR c\n***"_s, spec.sourceIds());
    const auto work = firstWork(spec, list.queries, list.refused);
    QSet<QString> keys;
    for (const store::WorkAdd &unit : work)
        keys.insert(unit.key);
    QCOMPARE(keys.size(), qsizetype(work.size()));
    QCOMPARE(std::ranges::count(work, u"refused query"_s, &store::WorkAdd::kind), 1);
    QCOMPARE(work.front().depth, 3);
    QCOMPARE(std::ranges::count(work, u"hh/first"_s, &store::WorkAdd::kind), 2);
    QCOMPARE(std::ranges::count(work, u"trudvsem/first"_s, &store::WorkAdd::kind), 4); // each side of an OR
}

void TestQueryList::manyLines()
{
    QString text = u"text,area\n"_s;
    for (int i = 0; i < 100'000; ++i)
        text += u"query %1,%2\n"_s.arg(i).arg(i % 2 + 1);
    SearchSpec spec;
    spec.day = QDate(2026, 11, 30);
    spec.sources.push_back({u"hh"_s, {}, {}});
    QElapsedTimer timer;
    timer.start();
    const QueryList list = listOf(text);
    const auto work = firstWork(spec, list.queries, list.refused);
    qInfo("100,000 queries in %lld ms", timer.elapsed());
    QCOMPARE(work.size(), size_t(100'000));
    QVERIFY(timer.elapsed() < 60'000);
}

QTEST_GUILESS_MAIN(TestQueryList)
#include "tst_querylist.moc"
