// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include "store/read/addressreader.h"
#include "store/sqlite/fragmentset.h"
#include "table/filterparser.h"

#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using P = PageColumn;
using L = LinkColumn;

/// The tables of a crawl as filters, sorting, facets and exports see them: a small site with a redirect, a
/// broken link, a twin, an orphan and an address that was not asked.
class TestCrawlTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void derivedPageCells_data();
    void derivedPageCells();
    void derivedLinkCells_data();
    void derivedLinkCells();
    void filters_data();
    void filters();
    void sorting_data();
    void sorting();
    void facets();
    void knowsWhatItKnew();
    void twinsFollowChanges();
    void fragmentsGoAlongWithRedirects();
    void redirectsAreAsBrokenAsTheirEnd();
    void removedRunsLeaveNothing();
    void fragments_data();
    void fragments();

private:
    Cells cellsOf(const Schema &schema, const Condition &one);
    IdVector ask(const Schema &schema, const Filter &filter, const Sort &sort = {});
    QStringList urls(const Schema &schema, const IdVector &ids);

    test::TempProject m_temp;
    RunId m_run = 0;
    std::unique_ptr<RowReader> m_reader;
};

namespace {

const QString Root = u"http://site.example/"_s;

enum Number : qint64
{
    Home = 1,
    News,
    Moved,
    MovedAgain,
    Missing,
    Twin,
    Orphan,
    Foreign,
};

Unit site(RunId run)
{
    test::CrawlRows rows(run);
    rows.address(Home, "http://site.example/");
    rows.address(News, "http://site.example/Новости");
    rows.address(Moved, "http://site.example/moved");
    rows.address(MovedAgain, "http://site.example/moved2");
    rows.address(Missing, "http://site.example/missing");
    rows.address(Twin, "http://site.example/twin", true);
    rows.address(Orphan, "http://site.example/orphan", true);
    rows.address(Foreign, "http://other.example/");
    rows.page(Home, 200, {{P::Title, u"Start"_s}, {P::Hash, u"aa"_s}});
    rows.page(News, 200,
              {{P::Title, u"News"_s},
               {P::MetaDescription, u"All"_s},
               {P::Hash, u"bb"_s},
               {P::PageText, u"Смотритель маяка. "_s.repeated(100)}});
    rows.page(Moved, 301, {{P::State, u"redirect"_s}, {P::RedirectTo, qint64(MovedAgain)}});
    rows.page(MovedAgain, 302, {{P::State, u"redirect"_s}, {P::RedirectTo, qint64(News)}});
    rows.page(Missing, 404,
              {{P::State, u"failed"_s}, {P::Reason, u"http_status"_s}, {P::Verdict, u"broken"_s}});
    rows.page(Twin, 200, {{P::Title, u"News"_s}, {P::Hash, u"bb"_s}, {P::Canonical, qint64(News)}});
    rows.page(Orphan, 200, {{P::Title, u"Alone"_s}, {P::Hash, u"cc"_s}});
    rows.page(Foreign, 0, {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"out_of_scope"_s}});
    rows.link(Home, News, "a"_L1, {{L::Anchor, u"news"_s}, {L::Fragment, u"there"_s}});
    rows.link(Home, News, "a"_L1, {{L::Anchor, u"gone place"_s}, {L::Fragment, u"nowhere"_s}});
    rows.link(Home, Moved, "a"_L1, {{L::Anchor, u"moved"_s}});
    rows.link(Home, Missing, "img"_L1, {{L::Line, qint64(12)}});
    rows.link(News, Missing, "a"_L1, {{L::Anchor, u"missing"_s}, {L::Area, u"footer"_s}});
    rows.link(News, Foreign, "a"_L1, {{L::Fragment, u"x"_s}});
    rows.link(News, Twin, "a"_L1);
    rows.link(Orphan, Orphan, "a"_L1);
    rows.places(News, {"there", "other"});
    return rows.take();
}

Value cell(const Cells &cells, auto column)
{
    return cells[size_t(column)];
}

} // namespace

void TestCrawlTables::initTestCase()
{
    m_run = m_temp.project().writer().postRun(u"crawl"_s, {});
    m_temp.project().writer().post(site(m_run));
    QVERIFY(m_temp.flush());
    auto reader = m_temp.project().reader();
    QVERIFY(reader);
    m_reader = std::move(*reader);
}

IdVector TestCrawlTables::ask(const Schema &schema, const Filter &filter, const Sort &sort)
{
    return m_reader->ids({&schema, {m_run}, filter, sort}).value_or(IdVector());
}

Cells TestCrawlTables::cellsOf(const Schema &schema, const Condition &one)
{
    const IdVector ids = ask(schema, {{one}});
    const auto rows = m_reader->rows(schema, ids);
    return rows && rows->size() == 1 ? rows->front() : Cells(schema.columns.size());
}

QStringList TestCrawlTables::urls(const Schema &schema, const IdVector &ids)
{
    QStringList result;
    const auto rows = m_reader->rows(schema, ids);
    for (const Cells &cells : rows.value_or(std::vector<Cells>()))
        result.append(toText(cells[&schema == &linkSchema() ? size_t(L::ParsedUrl) : 0]));
    result.replaceInStrings(Root, u"/"_s);
    return result;
}

void TestCrawlTables::derivedPageCells_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    QTest::addRow("url") << u"/"_s << u"url"_s << Root;
    QTest::addRow("final") << u"/"_s << u"final_url"_s << Root;
    QTest::addRow("chain") << u"/moved"_s << u"final_url"_s << Root + u"Новости"_s;
    QTest::addRow("hop") << u"/moved"_s << u"redirect_to"_s << Root + u"moved2"_s;
    QTest::addRow("failed") << u"/missing"_s << u"final_url"_s << Root + u"missing"_s;
    QTest::addRow("not asked") << u"http://other.example/"_s << u"final_url"_s << QString();
    QTest::addRow("canonical") << u"/twin"_s << u"canonical"_s << Root + u"Новости"_s;
    QTest::addRow("no canonical") << u"/"_s << u"canonical"_s << QString();
    QTest::addRow("in") << u"/missing"_s << u"inlinks"_s << u"2"_s;
    QTest::addRow("none in") << u"/"_s << u"inlinks"_s << u"0"_s;
    QTest::addRow("out") << u"/"_s << u"outlinks"_s << u"4"_s;
    QTest::addRow("same title") << u"/twin"_s << u"same_title"_s << u"1"_s;
    QTest::addRow("own title") << u"/orphan"_s << u"same_title"_s << u"0"_s;
    QTest::addRow("no title") << u"/missing"_s << u"same_title"_s << QString();
    QTest::addRow("same description") << u"/Новости"_s << u"same_description"_s << u"0"_s;
    QTest::addRow("same content") << u"/Новости"_s << u"same_content"_s << u"1"_s;
    QTest::addRow("listed") << u"/orphan"_s << u"in_sitemap"_s << u"true"_s;
    QTest::addRow("not listed") << u"/"_s << u"in_sitemap"_s << u"false"_s;
    QTest::addRow("orphan links to itself") << u"/orphan"_s << u"orphan"_s << u"true"_s;
    QTest::addRow("no orphan") << u"/twin"_s << u"orphan"_s << u"false"_s;
    QTest::addRow("start") << u"/"_s << u"orphan"_s << u"false"_s;
}

void TestCrawlTables::derivedPageCells()
{
    QFETCH(QString, url);
    QFETCH(const QString, column);
    if (url.startsWith(u'/'))
        url = Root + url.mid(1);
    const Cells cells = cellsOf(pageSchema(), {u"url"_s, FilterOp::Equals, {url}});
    QTEST(toText(cells[size_t(*pageSchema().indexOf(column))]), "expected");
}

void TestCrawlTables::derivedLinkCells_data()
{
    QTest::addColumn<QString>("anchor");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    QTest::addRow("source") << u"news"_s << u"source_url"_s << Root;
    QTest::addRow("target") << u"news"_s << u"parsed_url"_s << Root + u"Новости"_s;
    QTest::addRow("status") << u"missing"_s << u"target_status"_s << u"404"_s;
    QTest::addRow("verdict") << u"missing"_s << u"target_verdict"_s << u"broken"_s;
    QTest::addRow("reason") << u"missing"_s << u"target_reason"_s << u"http_status"_s;
    QTest::addRow("state") << u"moved"_s << u"target_state"_s << u"redirect"_s;
    QTest::addRow("final") << u"moved"_s << u"target_final_url"_s << Root + u"Новости"_s;
    QTest::addRow("place") << u"news"_s << u"fragment_found"_s << u"true"_s;
    QTest::addRow("no such place") << u"gone place"_s << u"fragment_found"_s << u"false"_s;
    QTest::addRow("no fragment") << u"moved"_s << u"fragment_found"_s << QString();
}

void TestCrawlTables::derivedLinkCells()
{
    QFETCH(const QString, anchor);
    QFETCH(const QString, column);
    const Cells cells = cellsOf(linkSchema(), {u"anchor"_s, FilterOp::Equals, {anchor}});
    QTEST(toText(cells[size_t(*linkSchema().indexOf(column))]), "expected");
}

void TestCrawlTables::filters_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    const auto pages = [](const char *filter, int rows) {
        QTest::addRow("pages %s", filter) << u"pages"_s << QString::fromUtf8(filter) << rows;
    };
    const auto links = [](const char *filter, int rows) {
        QTest::addRow("links %s", filter) << u"links"_s << QString::fromUtf8(filter) << rows;
    };
    pages("url contains site.example", 7);
    pages("url contains НОВОСТИ", 1);
    pages("url = \"http://other.example/\"", 1);
    pages("canonical contains новости", 1);
    pages("inlinks >= 2", 2);
    pages("inlinks = 0", 2);
    pages("same_title > 0", 2);
    pages("orphan = true", 1);
    pages("in_sitemap = true", 2);
    pages("status = 404", 1);
    pages("final_url contains новости", 3);
    pages("url has words новости", 1);
    pages("title has words NEWS", 2);
    pages("* has words alone", 1);
    pages("page_text has words смотритель", 1);
    pages("page_text contains маяка", 1);
    pages("page_text contains маяка and url contains новости", 1);
    pages("page_text contains маяка and redirect_to not empty", 0);
    pages("* contains маяка", 1);
    pages("* contains site", 7);
    pages("* has words \"site example\"", 7);
    pages("* has words ново*", 4); // the address, a canonical one, and where two redirects end
    links("anchor has words gone", 1);
    links("parsed_url has words \"missing site\"", 2);
    links("* has words missing", 2);
    links("* has words there", 1);
    links("source_url = \"http://site.example/\"", 4);
    links("parsed_url = \"http://site.example/missing\"", 2);
    links("parsed_url contains example", 8);
    links("target_status = 404", 2);
    links("target_status >= 300", 3);
    links("target_verdict = broken", 2);
    links("target_why = out_of_scope", 1);
    links("target_final_url contains новости", 3);
    links("fragment_found = false", 1);
    links("element = img", 1);
    links("element = a and target_status = 404", 1);
}

void TestCrawlTables::filters()
{
    QFETCH(const QString, table);
    QFETCH(const QString, filter);
    const Schema &schema = *schemaByKey(table);
    const auto parsed = FilterParser(schema).parse(filter);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().detail));
    const auto found = m_reader->ids({&schema, {m_run}, *parsed, {}});
    QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
    QFETCH(const int, rows);
    QCOMPARE(int(found->size()), rows);
    QCOMPARE(m_reader->count({&schema, {m_run}, *parsed, {}}).value_or(-1), rows);
    const auto fresh = m_reader->newIds({&schema, {m_run}, *parsed, {}}, 1, 1000);
    QCOMPARE(fresh.value_or(IdVector()), *found);
    // All runs together are this one; and what is left out is the rest.
    QCOMPARE(int(m_reader->ids({&schema, {}, *parsed, {}}).value_or(IdVector()).size()), rows);
    Filter others = *parsed;
    if (others.conditions.size() > 1)
        return;
    others.conditions[0].negated = true;
    QCOMPARE(m_reader->count({&schema, {m_run}, others, {}}).value_or(-1), 8 - rows);
}

void TestCrawlTables::sorting_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QStringList>("first");
    QTest::addRow("pages by links in")
        << u"pages"_s << u"inlinks"_s << true << QStringList{u"/Новости"_s, u"/missing"_s};
    QTest::addRow("pages by address")
        << u"pages"_s << u"url"_s << false << QStringList{u"http://other.example/"_s, u"/"_s, u"/missing"_s};
    QTest::addRow("links by target") << u"links"_s << u"parsed_url"_s << false
                                     << QStringList{u"http://other.example/"_s, u"/missing"_s};
    QTest::addRow("links by status") << u"links"_s << u"target_status"_s << true
                                     << QStringList{u"/missing"_s, u"/missing"_s, u"/moved"_s};
}

void TestCrawlTables::sorting()
{
    QFETCH(const QString, table);
    QFETCH(const QString, column);
    QFETCH(const bool, descending);
    QFETCH(const QStringList, first);
    const Schema &schema = *schemaByKey(table);
    const QStringList order = urls(schema, ask(schema, {}, {{column, descending}}));
    QCOMPARE(order.size(), 8);
    QCOMPARE(order.first(first.size()), first);
}

void TestCrawlTables::facets()
{
    const auto entries = m_reader->facet({&linkSchema(), {m_run}, {}, {}}, u"target_verdict"_s, 10);
    QVERIFY(entries);
    QCOMPARE(*entries, (std::vector<FacetEntry>{{u"broken"_s, 2}, {Value(), 6}}));
    const auto orphans = m_reader->facet({&pageSchema(), {m_run}, {}, {}}, u"orphan"_s, 10);
    QVERIFY(orphans);
    QCOMPARE(*orphans, (std::vector<FacetEntry>{{false, 7}, {true, 1}}));
}

void TestCrawlTables::knowsWhatItKnew()
{
    AddressReader addresses(m_temp.path(), m_run);
    QList<qint64> numbers;
    QList<qint64> listed;
    QVERIFY(addresses.each([&](const AddressReader::Address &address) {
        numbers.append(address.number);
        if (address.listed)
            listed.append(address.number);
        if (address.number == News)
            QCOMPARE(address.url.toByteArray(), QByteArray("http://site.example/Новости"));
    }));
    QCOMPARE(numbers, (QList<qint64>{1, 2, 3, 4, 5, 6, 7, 8}));
    QCOMPARE(listed, (QList<qint64>{Twin, Orphan}));
    QCOMPARE(addresses.url(Foreign).value_or(QByteArray()), QByteArray("http://other.example/"));
    QVERIFY(addresses.url(99).value_or(QByteArray("?")).isNull());
    const auto hops = addresses.redirects();
    QVERIFY(hops);
    QCOMPARE(hops->size(), size_t(2));
    QCOMPARE(hops->front().to, qint64(MovedAgain));
    QCOMPARE(addresses.asked().value_or(-1), 7);
}

void TestCrawlTables::twinsFollowChanges()
{
    test::TempProject temp;
    Writer &writer = temp.project().writer();
    const RunId run = writer.postRun(u"crawl"_s, {});
    writer.post(site(run));
    test::CrawlRows again(run);
    again.page(Twin, 200, {{P::Title, u"Renamed"_s}}, RowMode::Merge);
    writer.post(again.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    QVERIFY(reader);
    QCOMPARE((*reader)
                 ->count({&pageSchema(), {run}, {{{u"same_title"_s, FilterOp::Greater, {qint64(0)}}}}, {}})
                 .value_or(-1),
             0);
    QCOMPARE((*reader)->count({&pageSchema(), {run}, {}, {}}).value_or(-1), 8);
}

// As browsers do: the fragment of the link, unless the address of a hop names another.
void TestCrawlTables::fragmentsGoAlongWithRedirects()
{
    test::TempProject temp;
    const RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    enum : qint64
    {
        Start = 1,
        Hop,
        HopOfItsOwn,
        Gone,
        End
    };
    const char *urls[] = {"start", "hop", "own", "gone", "end"};
    for (qint64 number = Start; number <= End; ++number)
        rows.address(number, urls[number - 1]);
    const auto hop = [&](qint64 number, qint64 to) {
        rows.page(number, 301, {{P::State, u"redirect"_s}, {P::RedirectTo, to}});
    };
    hop(Hop, HopOfItsOwn);
    hop(HopOfItsOwn, End);
    hop(Gone, Start);
    rows.page(End, 200);
    rows.places(End, {"there", "given"});
    for (const qint64 target : {Hop, HopOfItsOwn, Gone, End}) {
        for (const char *fragment : {"there", "missing"})
            rows.link(Start, target, "a"_L1, {{L::Fragment, QString::fromLatin1(fragment)}});
    }
    temp.project().writer().post(rows.take());
    const auto found = [&] {
        QStringList texts;
        const auto reader = temp.project().reader();
        const auto ids = (*reader)->ids({&linkSchema(), {run}, {}, {}});
        const auto all = (*reader)->rows(linkSchema(), ids.value_or(IdVector()));
        for (const Cells &cells : all.value_or(std::vector<Cells>()))
            texts.append(toText(cells[size_t(L::FragmentFound)]));
        return texts.join(u' ');
    };
    QVERIFY(temp.flush());
    QCOMPARE(found(), u"true false true false   true false"_s);
    rows.attach(HopOfItsOwn, AttachmentWrite::Kind::HopFragment, "given");
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    QCOMPARE(found(), u"true true true true   true false"_s);
}

/// Whoever repairs a site looks for the places that name what fails in the end, in a circle too.
void TestCrawlTables::redirectsAreAsBrokenAsTheirEnd()
{
    test::TempProject temp;
    const RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    test::CrawlRows rows(run);
    enum : qint64
    {
        Start = 1,
        Older,
        Old,
        Gone,
        Round,
        Circle,
        Leaving,
        NotAsked,
    };
    const char *urls[] = {"start", "older", "old", "gone", "round", "circle", "leaving", "unasked"};
    for (qint64 number = Start; number <= NotAsked; ++number)
        rows.address(number, urls[number - 1]);
    const auto moved = [&](qint64 from, qint64 to) {
        rows.page(from, 301, {{P::State, u"redirect"_s}, {P::RedirectTo, to}});
    };
    const auto failed = [&](qint64 number, int status, const QString &reason) {
        rows.page(number, status, {{P::State, u"failed"_s}, {P::Reason, reason}, {P::Verdict, u"broken"_s}});
    };
    rows.page(Start, 200);
    moved(Older, Old);
    moved(Old, Gone);
    failed(Gone, 410, u"http_status"_s);
    moved(Round, Circle);
    failed(Circle, 302, u"redirect_loop"_s);
    moved(Leaving, NotAsked);
    for (const qint64 target : {Older, Gone, Round, Circle, Leaving})
        rows.link(Start, target, "a"_L1);
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    QVERIFY(reader);

    const auto found = [&](const Condition &condition) {
        const auto ids = (*reader)->ids({&linkSchema(), {run}, {{condition}}, {}});
        const auto links = (*reader)->rows(linkSchema(), ids.value_or(IdVector()));
        QStringList result;
        for (const Cells &cells : links.value_or(std::vector<Cells>())) {
            result << toText(cell(cells, L::ParsedUrl)) + u' ' + toText(cell(cells, L::TargetStatus)) + u' ' +
                          toText(cell(cells, L::TargetReason));
        }
        return result;
    };
    QCOMPARE(found({u"target_verdict"_s, FilterOp::Equals, {u"broken"_s}}),
             (QStringList{u"older 301 http_status"_s, u"gone 410 http_status"_s, u"round 301 redirect_loop"_s,
                          u"circle 302 redirect_loop"_s}));
    QCOMPARE(found({u"target_reason"_s, FilterOp::Equals, {u"redirect_loop"_s}}).size(), 2);
    QCOMPARE(found({u"target_verdict"_s, FilterOp::Empty, {}}), QStringList{u"leaving 301 "_s});
}

void TestCrawlTables::removedRunsLeaveNothing()
{
    test::TempProject temp;
    Writer &writer = temp.project().writer();
    const RunId run = writer.postRun(u"crawl"_s, {});
    writer.post(site(run));
    writer.removeRun(run);
    QVERIFY(temp.flush());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(database);
    for (const char *table :
         {"page", "link", "link_span", "mention", "address", "attachment", "twin", "work"})
        QCOMPARE(database->integer(QByteArray("SELECT count(*) FROM ") + table).value_or(-1), 0);
}

void TestCrawlTables::fragments_data()
{
    QTest::addColumn<QByteArray>("fragment");
    QTest::addColumn<bool>("found");
    QTest::addRow("id") << QByteArray("one") << true;
    QTest::addRow("encoded") << QByteArray("%D0%B4%D0%B2%D0%B0") << true;
    QTest::addRow("unencoded") << QByteArray("два") << true;
    QTest::addRow("id with percent") << QByteArray("50%25") << true;
    QTest::addRow("other case") << QByteArray("One") << false;
    QTest::addRow("top") << QByteArray("ToP") << true;
    QTest::addRow("empty") << QByteArray("") << true;
    QTest::addRow("text") << QByteArray("one:~:text=word") << true;
    QTest::addRow("only text") << QByteArray(":~:text=word") << true;
    QTest::addRow("missing") << QByteArray("three") << false;
}

void TestCrawlTables::fragments()
{
    const QByteArrayView names[] = {"two", "one", "два", "50%25", "one"};
    const QByteArray packed = FragmentSet::pack(names);
    QCOMPARE(packed.size(), 4 * 8);
    QFETCH(const QByteArray, fragment);
    QTEST(FragmentSet::contains(packed, fragment), "found");
    QVERIFY(!FragmentSet::contains({}, "one"));
}

QTEST_GUILESS_MAIN(TestCrawlTables)
#include "tst_crawltables.moc"
