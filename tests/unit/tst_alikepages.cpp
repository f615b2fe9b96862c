// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/findingrows.h"
#include "audit/run/segmentcounts.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <bit>
#include <random>

using namespace linnet;
using namespace linnet::audit;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;
using L = table::LinkColumn;
using test::CrawlRows;

/// What only all pages of a crawl together say of one: texts that are nearly the same, addresses that are
/// twins, canonical addresses that nothing links to; and findings by segments of the site.
class TestAlikePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nearTexts();
    void nearTextsAgreeWithEachPair();
    void reckonedAgainAfterWriting();
    void manyPages();
    void stops();
    void twins();
    void unlinkedCanonicals();
    void linkScores();
    void readsSegments();
    void countsBySegment();
    void partsAreTheSegments_data();
    void partsAreTheSegments();
    void ownRulesKnowJoinedColumns();

private:
    using Given = CrawlRows::Given<P>;

    /// A page that may be listed.
    void page(const char *url, const Given &more = {}, int status = 200);
    void write();
    QMap<QString, QStringList> found(const QStringList &rules, const RuleSet &set = {});
    QList<Finding> audited(const RuleSet &set = {});
    static QString hex(quint64 mark) { return QString::number(mark, 16); }

    std::unique_ptr<test::TempProject> m_temp;
    store::RunId m_run = 0;
    std::unique_ptr<CrawlRows> m_rows;
    qint64 m_next = 1;
};

void TestAlikePages::init()
{
    m_rows.reset();
    m_temp = std::make_unique<test::TempProject>();
    m_run = m_temp->writer().postRun(u"crawl"_s, {});
    m_rows = std::make_unique<CrawlRows>(m_run);
    m_next = 1;
}

void TestAlikePages::page(const char *url, const Given &more, int status)
{
    m_rows->address(m_next, url);
    Given cells{{P::Internal, true}, {P::Words, qint64(100)}, {P::Host, u"site.example"_s}};
    for (const auto &cell : more)
        cells.push_back(cell);
    m_rows->page(m_next++, status, cells);
}

void TestAlikePages::write()
{
    store::Unit unit = m_rows->take();
    unit.state = store::RunState::Finished;
    m_temp->writer().post(std::move(unit));
    QVERIFY(m_temp->flush());
}

QList<Finding> TestAlikePages::audited(const RuleSet &set)
{
    const auto findings = auditCrawl(*m_temp->reader(), {.run = m_run, .pages = {}}, set);
    if (!findings)
        qWarning("%s", qPrintable(findings.error().detail));
    return findings.value_or(QList<Finding>());
}

/// The last part of each address that a rule finds, in the order of the table of findings; with its place, if
/// it has one.
QMap<QString, QStringList> TestAlikePages::found(const QStringList &rules, const RuleSet &set)
{
    const auto reader = m_temp->reader();
    QMap<QString, QStringList> places;
    const auto take = [&](const table::Cells &row) -> Result<void> {
        const QString rule = table::toText(row[0]);
        const QString place = table::toText(row[4]);
        if (rules.contains(rule))
            places[rule].append(table::toText(row[2]).section(u'/', -1) +
                                (place.isEmpty() ? QString() : u'>' + place.section(u'/', -1)));
        return {};
    };
    const auto read = eachFindingRow(*reader, m_run, audited(set), take);
    if (!read)
        qWarning("%s", qPrintable(read.error().detail));
    return places;
}

void TestAlikePages::nearTexts()
{
    const quint64 mark = 0xf0f0f0f012345678;
    const auto text = [&](const char *hash, quint64 own) {
        return Given{{P::TextHash, QString::fromLatin1(hash)}, {P::Simhash, hex(own)}};
    };
    const auto but = [](Given cells, const Given &more) {
        cells.insert(cells.end(), more.begin(), more.end());
        return cells;
    };
    page("https://site.example/a", text("1", mark));
    page("https://site.example/far", text("2", mark ^ 0xf000));
    page("https://site.example/b", text("3", mark ^ 0b111));
    page("https://site.example/c", text("4", mark ^ 0b111111)); // near b only
    page("https://site.example/b-again", text("3", mark ^ 0b111));
    page("https://site.example/same1", text("5", ~mark));
    page("https://site.example/same2", text("5", ~mark)); // the very same text is another finding
    page("https://site.example/equal1", text("6", 99));
    page("https://site.example/equal2", text("7", 99));
    page("https://site.example/hidden",
         but(text("8", mark), {{P::Indexable, false}, {P::WhyNot, u"noindex"_s}}));
    page("https://other.example/a", but(text("9", mark), {{P::Host, u"other.example"_s}}));
    page("https://site.example/short", {{P::MainWords, qint64(3)}}); // too few words for a mark
    write();
    const QStringList rules{u"near_duplicate"_s, u"same_text"_s};
    QMap<QString, QStringList> places = found(rules);
    const QStringList near{u"a>a"_s,       u"b>a"_s,           u"c>a"_s,
                           u"b-again>a"_s, u"equal1>equal1"_s, u"equal2>equal1"_s};
    QCOMPARE(places.value(u"near_duplicate"_s), near);
    std::ranges::sort(places[u"same_text"_s]);
    QCOMPARE(places.value(u"same_text"_s), (QStringList{u"b"_s, u"b-again"_s, u"same1"_s, u"same2"_s}));
    RuleSet strict;
    strict.setThreshold(u"near_duplicate"_s, 2);
    QCOMPARE(found(rules, strict).value(u"near_duplicate"_s),
             (QStringList{u"equal1>equal1"_s, u"equal2>equal1"_s}));
    // The columns say the same to filters, sorts and exports.
    const auto reader = m_temp->reader();
    const auto ids = reader->ids({&table::pageSchema(),
                                  {m_run},
                                  {{{u"near_group"_s, table::FilterOp::Contains, {u"example/a"_s}, false}}},
                                  {{u"near_distance"_s, true}}});
    QVERIFY(ids);
    QCOMPARE(ids->size(), size_t(4));
}

void TestAlikePages::nearTextsAgreeWithEachPair()
{
    std::mt19937_64 random(17);
    std::vector<quint64> marks;
    for (int i = 0; i < 300; ++i) {
        const quint64 middle = i % 3 == 0 || marks.empty() ? random() : marks[random() % marks.size()];
        marks.push_back(middle ^ (quint64(1) << (random() % 64)) ^ (quint64(i % 2) << (random() % 64)));
        page(qPrintable(u"https://site.example/%1"_s.arg(i)),
             {{P::TextHash, u"t%1"_s.arg(i)}, {P::Simhash, hex(marks.back())}});
    }
    write();
    const auto reader = m_temp->reader();
    const auto ids = reader->ids({&table::pageSchema(), {m_run}, {}, {}});
    const auto rows = reader->rows(table::pageSchema(), *ids);
    QVERIFY(rows);
    for (size_t one = 0; one < marks.size(); ++one) {
        int nearest = 65;
        for (size_t other = 0; other < marks.size(); ++other) {
            if (one != other)
                nearest = std::min(nearest, std::popcount(marks[one] ^ marks[other]));
        }
        const table::Value expected = nearest <= 3 ? table::Value(qint64(nearest)) : table::Value();
        QCOMPARE((*rows)[one][size_t(P::NearDistance)], expected);
        QCOMPARE(table::isNull((*rows)[one][size_t(P::NearGroup)]), nearest > 3);
    }
}

void TestAlikePages::reckonedAgainAfterWriting()
{
    page("https://site.example/a", {{P::TextHash, u"1"_s}, {P::Simhash, hex(1)}});
    write();
    const auto reader = m_temp->reader();
    const store::RowQuery query{
        &table::pageSchema(), {m_run}, {{{u"near_distance"_s, table::FilterOp::Empty, {}, true}}}, {}};
    QCOMPARE(reader->count(query), Result<qint64>(0));
    page("https://site.example/b", {{P::TextHash, u"2"_s}, {P::Simhash, hex(3)}});
    write();
    QCOMPARE(reader->count(query), Result<qint64>(2));
}

void TestAlikePages::manyPages()
{
    std::mt19937_64 random(4);
    constexpr int Count = 20'000;
    for (int i = 0; i < Count; ++i) {
        const quint64 mark = i % 4 == 0 ? 5 : random();
        page(qPrintable(u"https://site.example/%1"_s.arg(i)),
             {{P::TextHash, u"t%1"_s.arg(i)}, {P::Simhash, hex(mark)}});
    }
    write();
    QElapsedTimer time;
    time.start();
    const QList<Finding> findings = audited();
    const auto near =
        std::ranges::find(findings, u"near_duplicate"_s, [](const Finding &f) { return f.rule.id; });
    QVERIFY(near != findings.end());
    QVERIFY(near->count >= Count / 4);
    QCOMPARE(near->of, Count);
    QVERIFY2(time.elapsed() < 60'000, qPrintable(QString::number(time.elapsed())));
}

void TestAlikePages::stops()
{
    constexpr int Count = 3000;
    for (int i = 0; i < Count; ++i)
        page(qPrintable(u"https://site.example/%1"_s.arg(i)),
             {{P::TextHash, u"t%1"_s.arg(i)}, {P::Simhash, hex(quint64(i))}});
    write();
    const auto reader = m_temp->reader();
    const store::RowQuery query{
        &table::pageSchema(), {m_run}, {{{u"near_distance"_s, table::FilterOp::Empty, {}, true}}}, {}};
    std::stop_source stop;
    stop.request_stop();
    reader->stopOn(stop.get_token());
    const auto stopped = reader->ids(query);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().reason, Reason::Cancelled);
    reader->stopOn({});
    QCOMPARE(reader->ids(query)->size(), size_t(Count));
}

void TestAlikePages::twins()
{
    page("http://site.example/both");
    page("https://site.example/both");
    page("https://site.example/slash");
    page("https://site.example/slash/");
    page("https://www.site.example/www?a=1", {{P::Host, u"www.site.example"_s}});
    page("https://site.example/www?a=1");
    page("http://www.site.example/all", {{P::Host, u"www.site.example"_s}});
    page("https://site.example/all/");
    page("https://site.example/query?a=1");
    page("https://site.example/query?a=2");
    page("http://site.example/moved", {{P::Indexable, false}, {P::WhyNot, u"canonical"_s}});
    page("https://site.example/moved");
    page("http://site.example/gone", {{P::WhyNot, u"error"_s}}, 404);
    page("https://site.example/gone");
    page("https://wwwsite.example/both", {{P::Host, u"wwwsite.example"_s}});
    page("http://other.example/both", {{P::Internal, false}, {P::Host, u"other.example"_s}});
    page("https://other.example/both", {{P::Internal, false}, {P::Host, u"other.example"_s}});
    write();
    const auto reader = m_temp->reader();
    const auto ids = [&](const QString &rule) {
        const QList<Finding> findings = audited();
        const auto hit = std::ranges::find(findings, rule, [](const Finding &f) { return f.rule.id; });
        return *reader->ids({&table::pageSchema(), {m_run}, hit->filter, {}});
    };
    using Ids = store::IdVector;
    QCOMPARE(ids(u"http_twin"_s), (Ids{1, 2, 7, 8}));
    QCOMPARE(ids(u"slash_twin"_s), (Ids{3, 4, 7, 8}));
    QCOMPARE(ids(u"www_twin"_s), (Ids{5, 6, 7, 8}));
    const auto rows = reader->rows(table::pageSchema(), std::vector<qint64>{1, 7, 9});
    QCOMPARE((*rows)[0][size_t(P::TwinUrl)], table::Value(u"https://site.example/both"_s));
    QCOMPARE((*rows)[0][size_t(P::Twins)], table::Value(u"scheme"_s));
    QCOMPARE((*rows)[1][size_t(P::Twins)], table::Value(u"scheme;slash;www"_s));
    QVERIFY(table::isNull((*rows)[2][size_t(P::TwinUrl)]));
}

void TestAlikePages::unlinkedCanonicals()
{
    const auto elsewhere = [](qint64 target) {
        return Given{{P::Indexable, false},
                     {P::WhyNot, u"canonical"_s},
                     {P::Canonical, target},
                     {P::CanonicalCount, qint64(1)}};
    };
    page("https://site.example/", {{P::Canonical, qint64(1)}});
    page("https://site.example/lonely");            // 2: only named as canonical
    page("https://site.example/linked");            // 3
    page("https://site.example/x", elsewhere(2));   // 4
    page("https://site.example/y", elsewhere(3));   // 5
    page("https://site.example/z", elsewhere(2));   // 6
    page("https://site.example/out", elsewhere(8)); // 7
    page("https://other.example/", {{P::Internal, false}, {P::Host, u"other.example"_s}}); // 8
    page("https://site.example/own");                                                      // 9
    page("https://site.example/links", elsewhere(9)); // 10: links to what it names, too
    for (const qint64 from : {4, 6})
        m_rows->link(from, 2, "link"_L1, {{L::Rel, u"canonical"_s}});
    m_rows->link(5, 3, "link"_L1, {{L::Rel, u"canonical"_s}});
    m_rows->link(10, 9, "link"_L1, {{L::Rel, u"canonical"_s}});
    m_rows->link(10, 9, "a"_L1, {{L::Internal, true}});
    m_rows->link(7, 8, "link"_L1, {{L::Rel, u"canonical"_s}});
    m_rows->link(2, 2, "a"_L1, {{L::Internal, true}}); // a page's link to itself leads nobody there
    for (const qint64 to : {3, 4, 5, 6, 7, 10})
        m_rows->link(1, to, "a"_L1, {{L::Internal, true}});
    write();
    QCOMPARE(found({u"canonical_unlinked"_s}).value(u"canonical_unlinked"_s), (QStringList{u"x"_s, u"z"_s}));
    const auto rows = m_temp->reader()->rows(table::pageSchema(), std::vector<qint64>{1, 4, 5, 7, 10});
    QVERIFY(table::isNull((*rows)[0][size_t(P::CanonicalInlinks)]));
    QCOMPARE((*rows)[1][size_t(P::CanonicalInlinks)], table::Value(qint64(0)));
    QCOMPARE((*rows)[2][size_t(P::CanonicalInlinks)], table::Value(qint64(1)));
    QVERIFY(table::isNull((*rows)[3][size_t(P::CanonicalInlinks)]));
    QCOMPARE((*rows)[4][size_t(P::CanonicalInlinks)], table::Value(qint64(1)));
    // Where addresses were left out, a link may stand on what was not read.
    page("https://site.example/deep", {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"depth"_s}}, 0);
    write();
    const QList<Finding> findings = audited();
    QVERIFY(!std::ranges::find(findings, u"canonical_unlinked"_s, [](const Finding &f) {
                 return f.rule.id;
             })->isJudged);
}

void TestAlikePages::readsSegments()
{
    const auto segments = Segments::parse(u"# parts\n\nBlog\turl contains /blog/\n"
                                          "Shop\tno_such = 1\nno tab\nBlog\ttitle empty\nNothing\t \n"
                                          "Deep\tdepth > 2 and url contains /shop/\r\n"_s);
    QVERIFY(segments);
    QCOMPARE(segments->segments().size(), 2);
    QCOMPARE(segments->segments()[1].name, u"Deep"_s);
    QCOMPARE(segments->problems().size(), 4);
    QVERIFY2(segments->problems()[0].startsWith("line 4: "_L1), qPrintable(segments->problems()[0]));
    QVERIFY2(segments->problems()[2].contains("Blog"_L1), qPrintable(segments->problems()[2]));
    QVERIFY(!Segments::parse(u"# nothing\n"_s));
    QVERIFY(!Segments::parse(u"Shop\tno_such = 1\n"_s));
    QCOMPARE(Segments::of({{Segments::memoKey(), segments->text()}}).segments().size(), 2);
    QVERIFY(Segments::of({}).isByFolder());
    QVERIFY(Segments::of({{Segments::memoKey(), u"broken"_s}}).isByFolder());
}

void TestAlikePages::countsBySegment()
{
    const Given bare{{P::Title, {}}};
    page("https://site.example/", bare);
    page("https://site.example/about?from=/blog/x", bare);
    page("https://site.example/blog/1", bare);
    page("https://site.example/blog/2", bare);
    page("https://site.example/blog/3", {{P::Title, u"A title that is there"_s}});
    page("https://site.example/shop/1", {{P::Title, u"Another title that is there"_s}});
    page("https://other.example/blog/", {{P::Internal, false}, {P::Verdict, u"broken"_s}, {P::Indexable, {}}},
         404);
    for (const qint64 from : {3, 4, 4, 6})
        m_rows->link(from, 7, "a"_L1, {{L::Internal, false}});
    write();
    const QList<Finding> findings = audited();
    const auto counted = [&](const Segments &segments, const QString &rule) {
        QStringList lines;
        const auto counts =
            countBySegment(*m_temp->reader(), {.run = m_run, .pages = {}}, findings, segments);
        for (const SegmentCount &count : counts.value_or(QList<SegmentCount>())) {
            if (findings[count.finding].rule.id == rule)
                lines.append(u"%1 %2/%3"_s.arg(count.segment).arg(count.count).arg(count.of));
        }
        return lines;
    };
    QCOMPARE(counted({}, u"title_missing"_s), (QStringList{u"/blog/ 2/3"_s, u"/ 2/2"_s}));
    QCOMPARE(counted({}, u"links_broken_external"_s), (QStringList{u"/blog/ 3/3"_s, u"/shop/ 1/1"_s}));
    QCOMPARE(counted({}, u"external_4xx"_s), QStringList{u"(other sites) 1/1"_s});
    const auto own = Segments::parse(u"Blog\turl contains /blog/\nAll with 1\turl matches /1$/\n"_s);
    QVERIFY(own);
    // The first that a page passes.
    QCOMPARE(counted(*own, u"title_missing"_s), (QStringList{u"Blog 3/4"_s, u"(other) 1/1"_s}));
    QCOMPARE(counted(*own, u"links_broken_external"_s), (QStringList{u"Blog 3/3"_s, u"All with 1 1/1"_s}));
    qint64 all = 0;
    for (const QString &line : counted(*own, u"title_missing"_s))
        all += line.section(u' ', -1).section(u'/', 0, 0).toLongLong();
    QCOMPARE(all, 4); // each page in one segment
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(countBySegment(*m_temp->reader(), {.run = m_run, .pages = {}}, findings, {}, stop.get_token())
                 .error()
                 .reason,
             Reason::Cancelled);
}

/// A start page with two pages that link back, one of them by a redirect, and what is no page of the site.
void TestAlikePages::linkScores()
{
    page("https://site.example/");
    page("https://site.example/a");
    page("https://site.example/b");
    page("https://site.example/old", {{P::Words, {}}, {P::RedirectTo, qint64(1)}}, 301); // 4
    page("https://site.example/p.png", {{P::Words, {}}});                                // 5
    page("https://other.example/", {{P::Internal, false}});                              // 6
    page("https://site.example/lonely");                                                 // 7
    for (const auto &[from, to] : {std::pair(1, 2), {1, 3}, {2, 1}, {3, 4}, {1, 5}, {2, 6}, {1, 1}})
        m_rows->link(from, to, "a"_L1);
    write();
    const auto rows = m_temp->reader()->rows(table::pageSchema(), std::vector<qint64>{1, 2, 3, 4, 5, 6, 7});
    QVERIFY(rows);
    const auto score = [&](size_t row) { return (*rows)[row][size_t(P::LinkScore)]; };
    QCOMPARE(score(0), table::Value(100.0));
    QCOMPARE(score(6), table::Value(0.0));
    QCOMPARE(score(1), score(2));
    const double middle = std::get<double>(score(1));
    QVERIFY(middle > 0 && middle < 100);
    for (const size_t other : {3u, 4u, 5u})
        QVERIFY(table::isNull(score(other)));
}

void TestAlikePages::partsAreTheSegments_data()
{
    QTest::addColumn<QString>("segments");
    QTest::addColumn<int>("parts");
    QTest::newRow("folders") << QString() << 5;
    QTest::newRow("own") << u"Blog\turl contains /blog/\nAll with 1\turl matches /1$/\n"_s << 3;
    QTest::newRow("one condition of another column")
        << u"Nameless\ttitle empty\nBlog\turl contains /blog/\n"_s << 2;
}

/// What is found when only the rows of one part are looked at is what the segment is told to have.
void TestAlikePages::partsAreTheSegments()
{
    QFETCH(const QString, segments);
    const Given bare{{P::Title, {}}};
    page("https://site.example", bare);
    page("https://site.example/about?from=/blog/x", bare);
    page("https://site.example/blog/1", bare);
    page("https://site.example/blog/a.b/2?x=/shop/", bare);
    page("https://site.example/Blog/3", bare);
    page("https://site.example/bl+og/4", bare);
    page("https://site.example/blog/5", {{P::Title, u"A title that is there"_s}});
    page("https://other.example/blog/", {{P::Internal, false}, {P::Verdict, u"broken"_s}, {P::Indexable, {}}},
         404);
    for (const qint64 from : {2, 3, 3, 4, 5})
        m_rows->link(from, 8, "a"_L1, {{L::Internal, false}});
    write();
    const Segments all = segments.isEmpty() ? Segments() : Segments::parse(segments).value_or(Segments());
    const auto reader = m_temp->reader();
    const QList<Finding> findings = audited();
    const auto counts = countBySegment(*reader, {.run = m_run, .pages = {}}, findings, all);
    const auto parts = segmentParts(*reader, m_run, all);
    QVERIFY(counts && parts);
    QTEST(int(parts->size()), "parts");
    qint64 addresses = 0;
    for (const SegmentPart &part : *parts) {
        addresses += part.size;
        QVERIFY(part.isExact);
        QMap<QString, std::pair<qint64, qint64>> told;
        for (const SegmentCount &count : *counts) {
            if (count.segment == part.name)
                told.insert(findings[count.finding].rule.id, {count.count, count.of});
        }
        QMap<QString, std::pair<qint64, qint64>> found;
        const auto own =
            auditCrawl(*reader, {.run = m_run, .pages = part.pages, .sources = part.sources}, RuleSet());
        QVERIFY(own);
        for (const Finding &finding : *own) {
            if (finding.isHit())
                found.insert(finding.rule.id, {finding.count, finding.of});
            else if (!part.sources && !isOfPages(finding.rule.set))
                told.remove(finding.rule.id); // not judged there
        }
        QVERIFY2(found == told, qPrintable(part.name));
        const auto rows = reader->count({&table::pageSchema(), {m_run}, part.pages, {}});
        QCOMPARE(rows.value_or(-1), part.size);
    }
    QCOMPARE(addresses, 8);
}

void TestAlikePages::ownRulesKnowJoinedColumns()
{
    page("https://site.example/a");
    page("https://site.example/b");
    m_rows->link(1, 2, "a"_L1, {{L::Internal, true}});
    write();
    store::JoinedTable table;
    table.name = u"Plan"_s;
    table.of = &table::pageSchema();
    table.by = u"url"_s;
    table.columns = {{0, "editor", u"Editor"_s, table::ColumnType::Text, u"url"_s, u"Plan"_s}};
    table.rows = {{u"https://site.example/b"_s, {u"Olga"_s}}};
    m_temp->writer().postJoined(std::make_shared<const store::JoinedTable>(table));
    QVERIFY(m_temp->flush());
    const QByteArray json =
        R"({"rules": [{"id": "olgas", "filter": "editor = Olga", "columns": ["editor"]}]})";
    // Without the project nobody knows the column.
    const auto unknown = RuleSet::parse(json);
    QVERIFY(unknown);
    QCOMPARE(unknown->problems().size(), 1);
    const auto schemas = auditSchemas(*m_temp->reader());
    QVERIFY(schemas);
    const auto rules = RuleSet::parse(json, *schemas);
    QVERIFY(rules);
    QVERIFY2(rules->problems().isEmpty(), qPrintable(rules->problems().join(u'\n')));
    QCOMPARE(RuleSet::of({{RuleSet::memoKey(), QString::fromUtf8(json)}}, *schemas).rules(), rules->rules());
    QCOMPARE(found({u"olgas"_s}, *rules).value(u"olgas"_s), QStringList{u"b"_s});
    const auto segments = Segments::parse(u"Olga\teditor = Olga\n"_s, *schemas);
    QVERIFY(segments);
}

QTEST_GUILESS_MAIN(TestAlikePages)
#include "tst_alikepages.moc"
