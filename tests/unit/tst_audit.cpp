// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rules/builtinrules.h"
#include "audit/run/crawlaudit.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"

#include <QTest>

using namespace linnet;
using namespace linnet::audit;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;
using L = table::LinkColumn;
using test::CrawlRows;

/// Which rows of a crawl the rules find.
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsRowOnly_data();
    void findsItsRowOnly();
    void versionsInOtherLanguages();
    void partsOfPages();
    void setsLeaveOutWhatIsNotTheirs();
    void twinsAreOfOneHost();
    void judgesWhatIsKnown();
    void askedRowsOnly();
};

namespace {

using Cells = CrawlRows::Given<P>;

/// A page without a fault that any rule knows.
Cells soundPage()
{
    return {{P::Internal, true},
            {P::Type, u"text/html"_s},
            {P::Host, u"site.example"_s},
            {P::Depth, qint64(1)},
            {P::UrlLength, qint64(30)},
            {P::Title, u"A sound title of a page"_s},
            {P::TitleCount, qint64(1)},
            {P::TitleWidth, qint64(300)},
            {P::MetaDescription, u"A description"_s},
            {P::DescriptionCount, qint64(1)},
            {P::DescriptionWidth, qint64(600)},
            {P::H1, u"A heading"_s},
            {P::H1Count, qint64(1)},
            {P::H2Count, qint64(1)},
            {P::H1IsTitle, false},
            {P::CanonicalCount, qint64(1)},
            {P::CanonicalWritten, u"https://site.example/page"_s},
            {P::CanonicalConflict, false},
            {P::Words, qint64(500)},
            {P::MainWords, qint64(400)},
            {P::TextShare, qint64(50)},
            {P::Elements, qint64(100)},
            {P::Size, qint64(5000)},
            {P::Seconds, 0.1},
            {P::FirstByte, 0.05},
            {P::Lang, u"en"_s},
            {P::Charset, u"UTF-8"_s},
            {P::CharsetSource, u"http"_s},
            {P::Images, qint64(1)},
            {P::ImagesNoAlt, qint64(0)},
            {P::ImagesNoSize, qint64(0)},
            {P::AnchorsEmpty, qint64(0)},
            {P::LinksScript, qint64(0)},
            {P::LinksInternal, qint64(5)},
            {P::LinksExternal, qint64(1)},
            {P::DataBroken, qint64(0)},
            {P::ScriptBuilt, false},
            {P::FillerText, false},
            {P::PasswordField, false},
            {P::Viewport, u"width=device-width"_s},
            {P::OpenGraph, u"title"_s},
            {P::Twitter, u"card"_s},
            {P::Icon, u"/icon.png"_s},
            {P::ElementDepth, qint64(12)},
            {P::ContentEncoding, u"gzip"_s},
            {P::Hsts, qint64(40'000'000)},
            {P::SafetyHeaders, u"csp;nosniff;frames;referrer"_s}};
}

Cells with(const Cells &more)
{
    Cells cells = soundPage();
    for (const auto &given : more) {
        const auto known = std::ranges::find(cells, given.first, [](const auto &cell) { return cell.first; });
        if (known != cells.end())
            *known = given;
        else
            cells.push_back(given);
    }
    return cells;
}

QStringList hits(const QList<Finding> &findings)
{
    QStringList ids;
    for (const Finding &finding : findings) {
        if (finding.isHit())
            ids.append(finding.rule.id);
    }
    return ids;
}

/// All rules, also those that are off by themselves.
RuleSet everyRule()
{
    RuleSet rules;
    for (const AuditRule &rule : builtInRules())
        rules.setOn(rule.id, true);
    return rules;
}

} // namespace

void TestAudit::findsItsRowOnly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *rules, const Cells &cells, const QString &path = u"page"_s) {
        QTest::addRow("%s %s", rules, qPrintable(path))
            << path << with(cells) << QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts);
    };
    const auto failed = [&](const char *rules, qint64 status, const char *reason) {
        table::Value answered;
        if (status > 0)
            answered = status;
        row(rules, {{P::Status, answered},
                    {P::State, u"failed"_s},
                    {P::Reason, QString::fromLatin1(reason)},
                    {P::Verdict, u"broken"_s},
                    {P::Indexable, false},
                    {P::WhyNot, u"error"_s},
                    {P::Words, {}}});
    };
    row("", {});
    failed("broken_4xx links_broken", 404, "http_status");
    failed("broken_410 links_broken", 410, "http_status");
    failed("broken_5xx links_broken", 503, "http_status");
    failed("broken_no_answer links_broken", 0, "dns");
    row("noindex", {{P::Indexable, false}, {P::WhyNot, u"noindex"_s}, {P::Robots, u"noindex"_s}});
    row("noindex_bot", {{P::RobotsBots, u"googlebot: nofollow;yandex: noindex"_s}});
    row("", {{P::RobotsBots, u"googlebot: nofollow"_s}});
    row("nofollow_page", {{P::Robots, u"index, nofollow"_s}});
    row("snippet_limits", {{P::Robots, u"max-snippet: 0"_s}});
    row("", {{P::Robots, u"max-snippet: 20, follow"_s}});
    row("robots_outside_head", {{P::HeadFaults, u"robots"_s}});
    row("meta_refresh", {{P::RefreshUrl, u"https://site.example/b"_s}, {P::RefreshSeconds, 0.0}});
    row("meta_reload", {{P::RefreshSeconds, 60.0}});
    row("", {{P::RefreshSeconds, 600.0}});
    row("canonical_elsewhere", {{P::Indexable, false}, {P::WhyNot, u"canonical"_s}, {P::Title, {}}});
    row("canonical_missing", {{P::CanonicalCount, qint64(0)}, {P::CanonicalWritten, {}}});
    row("canonical_multiple", {{P::CanonicalCount, qint64(2)}});
    row("canonical_conflict", {{P::CanonicalCount, qint64(2)}, {P::CanonicalConflict, true}});
    row("canonical_relative", {{P::CanonicalWritten, u"//site.example/page"_s}});
    row("canonical_not_web", {{P::CanonicalWritten, u"file:///page"_s}});
    row("canonical_fragment", {{P::CanonicalWritten, u"https://site.example/page#a"_s}});
    row("canonical_outside_head title_outside_head description_outside_head",
        {{P::HeadFaults, u"title;description;canonical"_s}});
    row("title_missing", {{P::Title, {}}, {P::TitleWidth, qint64(0)}});
    row("title_long", {{P::TitleWidth, qint64(562)}});
    row("", {{P::TitleWidth, qint64(561)}});
    row("title_short", {{P::TitleWidth, qint64(199)}});
    row("title_multiple", {{P::TitleCount, qint64(2)}});
    row("title_placeholder", {{P::Title, u"Untitled Document"_s}});
    row("title_placeholder title_one_word", {{P::Title, u"Главная"_s}});
    row("", {{P::Title, u"Home of the brave"_s}});
    row("title_equals_h1", {{P::H1IsTitle, true}});
    row("description_missing", {{P::MetaDescription, {}}, {P::DescriptionWidth, qint64(0)}});
    row("description_long", {{P::DescriptionWidth, qint64(986)}});
    row("description_short", {{P::DescriptionWidth, qint64(399)}});
    row("description_multiple", {{P::DescriptionCount, qint64(2)}});
    row("h1_missing", {{P::H1, {}}});
    row("h1_multiple", {{P::H1Count, qint64(2)}});
    row("h1_long", {{P::H1, u"Ж"_s.repeated(71)}});
    row("", {{P::H1, u"Ж"_s.repeated(70)}});
    row("h2_missing", {{P::H2Count, qint64(0)}});
    row("heading_skip", {{P::HeadingSkip, u"h1 > h3"_s}});
    row("dead_end", {{P::LinksInternal, qint64(0)}});
    row("deep", {{P::Depth, qint64(4)}});
    row("many_links many_links_out", {{P::LinksInternal, qint64(1000)}, {P::LinksExternal, qint64(100)}});
    row("anchor_empty links_script", {{P::AnchorsEmpty, qint64(1)}, {P::LinksScript, qint64(1)}});
    row("empty_page", {{P::MainWords, qint64(9)}});
    row("thin", {{P::MainWords, qint64(199)}});
    row("thin soft_404", {{P::MainWords, qint64(30)}, {P::Title, u"Страница не найдена (404)"_s}});
    row("", {{P::Title, u"Error 404 in detail"_s}});
    row("filler_text", {{P::FillerText, true}});
    row("text_share", {{P::TextShare, qint64(9)}});
    row("html_big", {{P::Size, qint64(1048577)}});
    row("dom_big", {{P::Elements, qint64(1501)}});
    row("wrong_encoding", {{P::Detail, u"bytes that UTF-8 does not have"_s}});
    row("charset_missing", {{P::CharsetSource, u"bytes"_s}});
    row("script_built", {{P::ScriptBuilt, true}, {P::MainWords, qint64(1)}});
    row("lang_missing", {{P::Lang, {}}});
    row("lang_invalid", {{P::Lang, u"english"_s}});
    row("", {{P::Lang, u"pt-BR"_s}});
    row("alt_missing img_no_size", {{P::ImagesNoAlt, qint64(1)}, {P::ImagesNoSize, qint64(1)}});
    row("url_long", {{P::UrlLength, qint64(116)}});
    row("url_uppercase", {}, u"Page"_s);
    row("", {}, u"page?A=B"_s);
    row("url_underscore", {}, u"a_b"_s);
    row("url_space", {}, u"a%20b"_s);
    row("url_slashes", {}, u"a//b"_s);
    row("url_repeats", {}, u"a/docs/docs/b"_s);
    row("", {}, u"a/1/1/docs-docs/docs"_s);
    row("url_params", {}, u"a?a=1&b=2&c=3&d=4&e=5&f=6"_s);
    row("", {}, u"a?a=1&b=2&c=3&d=4&e=5"_s);
    row("url_session", {}, u"a?PHPSESSID=1"_s);
    row("url_deep", {}, u"a/b/c/d/e/f"_s);
    row("", {}, u"a/b/c/d/f"_s);
    row("url_non_ascii", {}, u"%D0%B6"_s);
    row("hsts_missing", {{P::Hsts, {}}});
    row("hsts_short", {{P::Hsts, qint64(300)}});
    row("nosniff_missing frames_allowed csp_missing", {{P::SafetyHeaders, u"referrer"_s}});
    row("nosniff_missing frames_allowed csp_missing referrer_missing", {{P::SafetyHeaders, {}}});
    row("cookie_flags", {{P::UnsafeCookies, u"sid: Secure"_s}});
    row("certificate", {{P::Certificate, u"expired"_s}});
    row("viewport_missing", {{P::Viewport, {}}});
    row("og_missing", {{P::OpenGraph, u"url;type"_s}});
    row("data_broken", {{P::DataBroken, qint64(1)}});
    row("twitter_missing", {{P::Twitter, u"site"_s}});
    row("icon_missing", {{P::Icon, {}}});
    row("job_faults job_gaps", {{P::JobFaults, u"title"_s}, {P::JobGaps, u"baseSalary"_s}});
    row("type_mismatch", {{P::SniffedType, u"application/pdf"_s}});
    row("dom_deep", {{P::ElementDepth, qint64(33)}});
    row("ids_doubled", {{P::IdsDoubled, qint64(1)}});
    row("alt_empty alt_long", {{P::ImagesAltEmpty, qint64(1)}, {P::ImagesAltLong, qint64(2)}});
    row("page_as_file", {}, u"a.pdf"_s);
    row("", {}, u"a.pdf?b"_s);
    row("img_big",
        {{P::Words, {}}, {P::Indexable, {}}, {P::Type, u"image/png"_s}, {P::Size, qint64(102'401)}});
    row("sitemap_too_big",
        {{P::Words, {}}, {P::Indexable, {}}, {P::Reason, u"too_large"_s}, {P::Detail, u"sitemap: 50,000"_s}});
    row("hreflang_outside_head hreflang_no_self hreflang_lang hreflang_no_default",
        {{P::HeadFaults, u"hreflang"_s}, {P::HreflangFaults, u"no_self;no_default;lang"_s}});
    row("slow_first_byte", {{P::FirstByte, 0.8}});
    row("slow", {{P::Seconds, 1.01}});
    row("not_compressed", {{P::ContentEncoding, {}}});
    row("", {{P::ContentEncoding, {}}, {P::Size, qint64(1400)}});
}

/// Of two pages the sound one is never found, the other by the rules that are named and no other.
void TestAudit::findsItsRowOnly()
{
    QFETCH(const QString, path);
    QFETCH(const Cells, cells);
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    rows.address(1, "https://site.example/");
    rows.address(2, QByteArray("https://site.example/" + path.toLatin1()).constData());
    rows.page(1, 200,
              with({{P::Depth, qint64(0)},
                    {P::Title, u"Another title of a page"_s},
                    {P::MetaDescription, u"Another description"_s},
                    {P::H1, u"Other"_s}}));
    rows.page(2, 200, cells);
    for (int i = 0; i < 3; ++i)
        rows.link(1, 2, "a"_L1, {{L::Anchor, u"words"_s}, {L::Internal, true}});
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    QVERIFY(reader);
    const auto findings = auditCrawl(**reader, {.run = run, .pages = {}}, everyRule());
    QVERIFY2(findings, qPrintable(findings ? QString() : findings.error().detail));
    QTEST(hits(*findings), "expected");
    for (const Finding &finding : *findings) {
        QVERIFY(finding.count <= finding.of);
        if (!finding.isHit())
            continue;
        const auto ids = (*reader)->ids({&schemaOf(finding.rule.set), {run}, finding.filter, {}});
        const bool isOfLinks = finding.rule.set == BaseSet::Links;
        QCOMPARE(*ids, isOfLinks ? store::IdVector({1, 2, 3}) : store::IdVector{2}); // what panels count
    }
}

/// Return links and targets are judged among pages that were read, and only of pages that may be listed.
void TestAudit::versionsInOtherLanguages()
{
    using H = table::HreflangColumn;
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    for (int i = 1; i <= 7; ++i)
        rows.address(i, ("https://site.example/" + QByteArray::number(i)).constData());
    const auto page = [&](qint64 number) {
        const QString name = u"Page %1 of several"_s.arg(number);
        rows.page(number, 200, with({{P::Title, name}, {P::MetaDescription, name}, {P::H1, name}}));
    };
    page(1);
    page(2);
    page(3);
    rows.page(4, 301,
              {{P::State, u"redirect"_s},
               {P::RedirectTo, qint64(1)},
               {P::Internal, true},
               {P::WhyNot, u"redirect"_s}});
    rows.page(5, 200, with({{P::Indexable, false}, {P::WhyNot, u"noindex"_s}}));
    rows.page(
        6, 404,
        {{P::State, u"failed"_s}, {P::Verdict, u"broken"_s}, {P::Internal, true}, {P::WhyNot, u"error"_s}});
    rows.version(1, u"en"_s, qint64(1));
    rows.version(1, u"de"_s, qint64(2));
    rows.version(2, u"de"_s, qint64(2));
    rows.version(2, u"en"_s, qint64(1));
    rows.version(2, u"fr"_s, qint64(3)); // 3 names nobody
    rows.version(3, u"en-UK"_s, qint64(3), {{H::LanguageFault, u"region"_s}});
    rows.version(3, u"es"_s, qint64(4));
    rows.version(3, u"it"_s, qint64(5));
    rows.version(3, u"pl"_s, qint64(6));
    rows.version(3, u"pt"_s, qint64(7)); // was not asked
    rows.version(3, u"nl"_s, {}, {{H::Written, u"file:///nl"_s}, {H::LanguageTwice, true}});
    rows.version(5, u"xx"_s, qint64(3), {{H::LanguageFault, u"language"_s}}); // of a page that is not listed
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    QVERIFY(reader);
    const auto findings = auditCrawl(**reader, {.run = run, .pages = {}}, everyRule());
    QVERIFY2(findings, qPrintable(findings ? QString() : findings.error().detail));
    QHash<QString, QString> found; // languages
    for (const Finding &finding : *findings) {
        if (finding.rule.set != BaseSet::Versions)
            continue;
        QCOMPARE(finding.of, 11);
        const auto ids = (*reader)->ids({&table::hreflangSchema(), {run}, finding.filter, {}});
        QVERIFY(ids);
        QStringList languages;
        const auto versions = (*reader)->rows(table::hreflangSchema(), *ids);
        QVERIFY(versions);
        for (const table::Cells &cells : *versions)
            languages.append(table::toText(cells[size_t(H::Language)]));
        QCOMPARE(finding.count, languages.size());
        found[finding.rule.id] = languages.join(u' ');
    }
    const QHash<QString, QString> expected{
        {u"hreflang_code"_s, u"en-UK"_s},       {u"hreflang_no_return"_s, u"fr"_s},
        {u"hreflang_broken"_s, u"pl"_s},        {u"hreflang_redirect"_s, u"es"_s},
        {u"hreflang_not_indexable"_s, u"it"_s}, {u"hreflang_twice"_s, u"nl"_s},
        {u"hreflang_relative"_s, u"nl"_s}};
    QCOMPARE(found, expected);
    const auto cells = (*reader)->rows(table::hreflangSchema(), store::IdVector{2});
    QVERIFY(cells && cells->size() == 1);
    const auto cell = [&](H column) { return table::toText(cells->front()[size_t(column)]); };
    QCOMPARE(cell(H::Url), u"https://site.example/1"_s);
    QCOMPARE(cell(H::TargetUrl), u"https://site.example/2"_s);
    QCOMPARE(cell(H::TargetStatus), u"200"_s);
    QCOMPARE(cell(H::Returned), u"true"_s);
}

/// What robots.txt keeps from search engines of a page, and rows of pages that end.
void TestAudit::partsOfPages()
{
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    rows.address(1, "https://site.example/");
    rows.address(2, "https://site.example/closed");
    rows.address(3, "https://site.example/gone");
    rows.page(1, 200, with({{P::Depth, qint64(0)}}));
    rows.page(2, 0, {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"robots"_s}, {P::Internal, true}});
    rows.page(3, 404, {{P::State, u"failed"_s}, {P::Internal, true}});
    const auto link = [&](qint64 to, QLatin1StringView element, const QString &rel, int line) {
        rows.link(1, to, element, {{L::Rel, rel}, {L::Line, qint64(line)}, {L::Internal, true}});
    };
    link(2, "a"_L1, {}, 1);
    link(2, "img"_L1, {}, 2);
    link(2, "link"_L1, u"preload stylesheet"_s, 3);
    link(2, "link"_L1, u"alternate"_s, 4);
    link(2, "script"_L1, {}, 5);
    link(3, "a"_L1, u"nofollow next"_s, 6);
    link(3, "link"_L1, u"prev"_s, 7);
    link(3, "link"_L1, u"prevention"_s, 8);
    link(1, "link"_L1, u"prev"_s, 9);
    link(2, "link"_L1, u"next"_s, 10); // nobody knows what it answers
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    const auto findings = auditCrawl(**reader, {.run = run, .pages = {}}, RuleSet());
    QVERIFY(findings);
    const auto lines = [&](const QString &id) {
        const auto finding =
            std::ranges::find(*findings, id, [](const Finding &each) { return each.rule.id; });
        QStringList result;
        const auto ids = (*reader)->ids({&table::linkSchema(), {run}, finding->filter, {}});
        const auto links = (*reader)->rows(table::linkSchema(), *ids);
        if (!links)
            return u"?"_s;
        for (const table::Cells &cells : *links)
            result.append(table::toText(cells[size_t(L::Line)]));
        return result.join(u' ');
    };
    QCOMPARE(lines(u"blocked_resource"_s), u"2 3 5"_s);
    QCOMPARE(lines(u"pagination_broken"_s), u"6 7"_s);
}

/// No rule about the text of pages sees a redirect, an error, another site or what is not indexable.
void TestAudit::setsLeaveOutWhatIsNotTheirs()
{
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    const char *urls[] = {"https://site.example/",     "https://site.example/old",
                          "https://site.example/gone", "https://other.example/page",
                          "https://site.example/pic",  "https://site.example/hidden"};
    for (int i = 0; i < 6; ++i)
        rows.address(i + 1, urls[i]);
    rows.page(1, 200, with({{P::Depth, qint64(0)}}));
    rows.page(2, 301,
              {{P::State, u"redirect"_s},
               {P::RedirectTo, qint64(3)},
               {P::Internal, true},
               {P::WhyNot, u"redirect"_s}});
    rows.page(
        3, 404,
        {{P::State, u"failed"_s}, {P::Verdict, u"broken"_s}, {P::Internal, true}, {P::WhyNot, u"error"_s}});
    rows.page(4, 404, {{P::State, u"failed"_s}, {P::Verdict, u"broken"_s}, {P::Internal, false}});
    rows.page(5, 200, {{P::Type, u"image/png"_s}, {P::Internal, true}, {P::Indexable, {}}});
    rows.page(6, 200,
              with({{P::Indexable, false},
                    {P::WhyNot, u"noindex"_s},
                    {P::Title, {}},
                    {P::H1, {}},
                    {P::MetaDescription, {}}}));
    for (int i = 2; i <= 6; ++i)
        rows.link(1, i, "a"_L1, {{L::Anchor, u"words"_s}, {L::Internal, i != 4}});
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    const auto findings = auditCrawl(**reader, {.run = run, .pages = {}}, RuleSet());
    QVERIFY(findings);
    QMap<QString, qint64> counts;
    QMap<QString, qint64> sets;
    for (const Finding &finding : *findings) {
        if (finding.isHit())
            counts[finding.rule.id] = finding.count;
        sets[setCode(finding.rule.set)] = finding.of;
    }
    const QMap<QString, qint64> expected{{u"broken_4xx"_s, 1},    {u"external_4xx"_s, 1},
                                         {u"links_broken"_s, 2},  {u"links_broken_external"_s, 1},
                                         {u"noindex"_s, 1},       {u"redirect_broken"_s, 1},
                                         {u"redirect_links"_s, 1}};
    QCOMPARE(counts, expected);
    QCOMPARE(sets, (QMap<QString, qint64>{{u"named"_s, 5},
                                          {u"asked"_s, 5},
                                          {u"external"_s, 1},
                                          {u"pages"_s, 2},
                                          {u"indexable"_s, 1},
                                          {u"links"_s, 5},
                                          {u"versions"_s, 0}}));
}

void TestAudit::twinsAreOfOneHost()
{
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    const char *urls[] = {"https://a.example/", "https://b.example/", "https://b.example/2",
                          "https://b.example/3"};
    for (int i = 0; i < 4; ++i)
        rows.address(i + 1, urls[i]);
    rows.page(1, 200, with({{P::Host, u"a.example"_s}}));
    rows.page(2, 200, with({{P::Host, u"b.example"_s}}));
    rows.page(3, 200, with({{P::Host, u"b.example"_s}, {P::Indexable, false}, {P::WhyNot, u"canonical"_s}}));
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto duplicates = [&] {
        const auto reader = temp.project().reader();
        const auto findings = auditCrawl(**reader, {.run = run, .pages = {}}, RuleSet());
        return std::ranges::find(*findings, u"title_duplicate"_s, [](const Finding &f) { return f.rule.id; })
            ->count;
    };
    QCOMPARE(duplicates(), 0);
    rows.page(4, 200, with({{P::Host, u"b.example"_s}}));
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    QCOMPARE(duplicates(), 2);
}

/// Orphans are told of whole crawls, sitemaps of crawls that read one, times where no proxy stood between.
void TestAudit::judgesWhatIsKnown()
{
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    rows.address(1, "https://site.example/");
    rows.address(2, "https://site.example/alone", true);
    rows.page(1, 200, with({{P::Depth, qint64(0)}, {P::Seconds, 9.0}}));
    rows.page(2, 200,
              with({{P::Title, u"Alone on the whole site"_s},
                    {P::MetaDescription, u"Other"_s},
                    {P::H1, u"Alone"_s}}));
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto finding = [&](const QString &id, bool throughProxy = false) {
        const auto reader = temp.project().reader();
        const auto all =
            auditCrawl(**reader, {.run = run, .throughProxy = throughProxy, .pages = {}}, RuleSet());
        return *std::ranges::find(*all, id, [](const Finding &f) { return f.rule.id; });
    };
    QVERIFY(!finding(u"orphan"_s).isJudged); // it still runs
    QVERIFY(finding(u"not_in_sitemap"_s).isHit());
    QVERIFY(finding(u"slow"_s).isHit());
    QVERIFY(!finding(u"slow"_s, true).isJudged);
    store::Unit end = rows.take();
    end.state = store::RunState::Finished;
    temp.project().writer().post(std::move(end));
    QVERIFY(temp.flush());
    QCOMPARE(finding(u"orphan"_s).count, 1);
    rows.address(3, "https://site.example/deep");
    rows.page(3, 0, {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"depth"_s}, {P::Internal, true}});
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    QVERIFY(!finding(u"orphan"_s).isJudged);
}

void TestAudit::askedRowsOnly()
{
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    CrawlRows rows(run);
    rows.address(1, "https://site.example/shop/a");
    rows.address(2, "https://site.example/blog/b");
    rows.page(1, 200, with({{P::Title, {}}}));
    rows.page(2, 200, with({{P::Title, {}}, {P::MetaDescription, u"Other"_s}, {P::H1, u"Other"_s}}));
    temp.project().writer().post(rows.take());
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    const table::Filter shop{{{u"url"_s, table::FilterOp::Contains, {u"/shop/"_s}, false}}};
    const auto findings = auditCrawl(**reader, {.run = run, .pages = shop}, RuleSet());
    const auto missing =
        std::ranges::find(*findings, u"title_missing"_s, [](const Finding &f) { return f.rule.id; });
    QCOMPARE(missing->count, 1);
    QCOMPARE(missing->of, 1);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(auditCrawl(**reader, {.run = run, .pages = {}}, RuleSet(), stop.get_token()).error().reason,
             Reason::Cancelled);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
