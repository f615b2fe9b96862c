// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/answerverdict.h"
#include "links/crawl/crawlrules.h"
#include "links/page/contenttype.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace linnet::links;
using namespace linnet::url;
using namespace Qt::Literals::StringLiterals;

/// Which addresses a crawl asks and how, and what it makes of the answers.
class TestCrawlRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_data();
    void choices();
    void wants_data();
    void wants();
    void specs();
    void badSpecs_data();
    void badSpecs();
    void badStart_data();
    void badStart();
    void listsBecomeWork();
    void oldLists();
    void verdicts_data();
    void verdicts();
    void contentTypes_data();
    void contentTypes();
};

namespace {

CrawlSpec spec()
{
    CrawlSpec spec;
    spec.start = {u"http://site.example/start"_s};
    spec.depth = 2;
    spec.exclude = {u"/private"_s};
    return spec;
}

} // namespace

void TestCrawlRules::choices_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<UrlKind>("kind");
    QTest::addColumn<Want>("want");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("nofollow");
    QTest::addColumn<QString>("choice"); // "get", "head", or why not; with "?" when it may change
    const auto row = [](const char *name, const char *url, const char *choice, UrlKind kind = UrlKind::Http,
                        Want want = Want::Get, int depth = 1, bool nofollow = false) {
        QTest::addRow("%s", name) << QByteArray(url) << kind << want << depth << nofollow
                                  << QString::fromLatin1(choice);
    };
    row("page", "http://site.example/a", "get");
    row("https too", "https://site.example/a", "get");
    row("picture", "http://site.example/a.png", "head", UrlKind::Http, Want::Head);
    row("deepest", "http://site.example/a", "get", UrlKind::Http, Want::Get, 2);
    row("too deep", "http://site.example/a", "depth?", UrlKind::Http, Want::Get, 3);
    row("form", "http://site.example/a", "reference?", UrlKind::Http, Want::Nothing);
    row("nofollow", "http://site.example/a", "nofollow?", UrlKind::Http, Want::Get, 1, true);
    row("other site", "http://other.example/", "out_of_scope");
    row("pattern", "http://site.example/private/1", "pattern");
    row("ftp", "ftp://site.example/", "scheme", UrlKind::Foreign);
    row("no address", "http://[", "bad_url", UrlKind::Invalid);
    row("robots", "http://site.example/closed/1", "robots");
}

void TestCrawlRules::choices()
{
    QFETCH(const QByteArray, url);
    QFETCH(const UrlKind, kind);
    QFETCH(const Want, want);
    QFETCH(const int, depth);
    QFETCH(const bool, nofollow);
    const Robots robots = Robots::parse("User-agent: *\nDisallow: /closed/\n");
    const auto told = [&](const CrawlRules &rules) {
        const Choice choice = rules.judge(url.toStdString(), kind, want, {depth, nofollow, &robots});
        if (choice.action == Choice::Action::Get)
            return u"get"_s;
        if (choice.action == Choice::Action::Head)
            return u"head"_s;
        return choice.why + (choice.open ? u"?"_s : QString());
    };
    QTEST(told(CrawlRules(spec())), "choice");
    CrawlSpec mine = spec();
    mine.ignoreRobots = true;
    mine.external = true;
    mine.exclude.clear();
    const QString now = told(CrawlRules(mine));
    QVERIFY(now != u"robots" && now != u"nofollow?" && now != u"pattern");
    if (url.contains("other.example"))
        QCOMPARE(now, u"head"_s); // other sites are never read
    if (url.contains("closed")) {
        const Choice no = CrawlRules(spec()).judge(url.toStdString(), kind, want, {depth, false, &robots});
        QCOMPARE(no.robotsLine, u"2: Disallow: /closed/"_s);
    }
}

void TestCrawlRules::wants_data()
{
    QTest::addColumn<Element>("element");
    QTest::addColumn<QByteArray>("rel");
    QTest::addColumn<Want>("want");
    QTest::addRow("a") << Element::A << QByteArray() << Want::Get;
    QTest::addRow("frame") << Element::Frame << QByteArray() << Want::Get;
    QTest::addRow("refresh") << Element::MetaRefresh << QByteArray() << Want::Get;
    QTest::addRow("img") << Element::Img << QByteArray() << Want::Head;
    QTest::addRow("script") << Element::Script << QByteArray() << Want::Head;
    QTest::addRow("background") << Element::Style << QByteArray() << Want::Head;
    QTest::addRow("import") << Element::Style << QByteArray("import") << Want::Head;
    QTest::addRow("Open Graph") << Element::Meta << QByteArray("og:image") << Want::Head;
    QTest::addRow("style") << Element::Link << QByteArray("alternate stylesheet") << Want::Head;
    QTest::addRow("icon") << Element::Link << QByteArray("icon") << Want::Head;
    QTest::addRow("next page") << Element::Link << QByteArray("next") << Want::Get;
    QTest::addRow("form") << Element::Form << QByteArray() << Want::Nothing;
}

void TestCrawlRules::wants()
{
    QFETCH(const Element, element);
    QFETCH(const QByteArray, rel);
    Edge edge;
    edge.element = element;
    edge.rel = rel.toStdString();
    QTEST(wantOf(edge), "want");
    edge.originOnly = true;
    QCOMPARE(wantOf(edge), Want::Nothing);
}

void TestCrawlRules::specs()
{
    CrawlSpec given = spec();
    given.maxPages = 5;
    given.maxTime = std::chrono::seconds(60);
    given.maxBytes = 1'000'000;
    given.scope = CrawlScope::Kind::Domain;
    given.include = {u"новости"_s};
    given.ignoreRobots = given.sitemap = given.external = given.keepBodies = true;
    given.externalPlaces = true;
    given.startForms = false;
    given.secretHosts = {u"site.example"_s};
    QVERIFY(given.validate());
    given.takeStart();
    const auto stored = QJsonDocument::fromJson(QJsonDocument(given.toJson()).toJson()).object();
    const auto read = CrawlSpec::fromJson(stored);
    QVERIFY(read);
    QVERIFY(*read == given);
}

void TestCrawlRules::badSpecs_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("detail");
    QTest::addRow("no start") << u"starts"_s << QJsonValue() << u"URL"_s;
    QTest::addRow("depth") << u"depth"_s << QJsonValue(-1) << u"depth: 0 to 1000"_s;
    QTest::addRow("limit") << u"max_pages"_s << QJsonValue(-1) << u"limits: 0 or more"_s;
    QTest::addRow("scope") << u"scope"_s << QJsonValue(u"world"_s) << u"scope world"_s;
    QTest::addRow("expression") << u"include"_s << QJsonValue(QJsonArray{u"a("_s}) << u"a(: position"_s;
}

void TestCrawlRules::badSpecs()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, detail);
    CrawlSpec given = spec();
    given.takeStart();
    QJsonObject json = given.toJson();
    json[key] = value;
    const auto read = CrawlSpec::fromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.startsWith(detail), qPrintable(read.error().detail));
}

void TestCrawlRules::badStart_data()
{
    QTest::addColumn<QStringList>("start");
    QTest::addColumn<QString>("detail");
    QTest::addRow("nothing") << QStringList() << u"URL"_s;
    QTest::addRow("no address") << QStringList{u"http://a/"_s, u"nowhere"_s} << u"nowhere"_s;
    QTest::addRow("ftp") << QStringList{u"ftp://a/"_s} << u"ftp://a/"_s;
}

void TestCrawlRules::badStart()
{
    QFETCH(const QStringList, start);
    CrawlSpec given = spec();
    given.start = start;
    const auto valid = given.validate();
    QVERIFY(!valid);
    QTEST(valid.error().detail, "detail");
}

void TestCrawlRules::listsBecomeWork()
{
    CrawlSpec given = spec();
    given.startForms = false;
    given.start = {u"http://b.example"_s, u"https://a.example:8443/x?y#z"_s, u"http://b.example/"_s};
    const store::Unit first = given.takeStart();
    QVERIFY(given.start.isEmpty());
    QCOMPARE(given.first, u"http://b.example"_s);
    QCOMPARE(given.starts, 2); // what comes again is not asked again
    QCOMPARE(first.addresses.size(), size_t(2));
    QCOMPARE(first.newWork.size(), size_t(2));
    const QByteArray urls[] = {"http://b.example/", "https://a.example:8443/x?y"};
    const QString hosts[] = {u"b.example"_s, u"a.example:8443"_s};
    for (size_t i = 0; i < 2; ++i) {
        QCOMPARE(first.addresses[i].number, qint64(i + 1));
        QCOMPARE(first.addresses[i].url, urls[i]);
        QCOMPARE(first.newWork[i].address, qint64(i + 1));
        QCOMPARE(first.newWork[i].host, hosts[i]);
    }
}

/// What earlier versions stored.
void TestCrawlRules::oldLists()
{
    CrawlSpec given = spec();
    QJsonObject json = given.toJson();
    json.remove(u"first"_s);
    json.remove(u"starts"_s);
    const QStringList list{u"http://a.example/"_s, u"http://b.example/"_s};
    json[u"start"_s] = QJsonArray::fromStringList(list);
    const auto read = CrawlSpec::fromJson(json);
    QVERIFY(read);
    QCOMPARE(read->first, list.first());
    QCOMPARE(read->starts, 2);
    QCOMPARE(CrawlSpec::oldStart(json), list);
    QVERIFY(CrawlSpec::oldStart(read->toJson()).isEmpty());
}

void TestCrawlRules::verdicts_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("retryAfter");
    QTest::addColumn<QString>("verdict");
    const auto status = [](int code, const char *verdict, bool retryAfter = false) {
        QTest::addRow("%d%s", code, retryAfter ? " with Retry-After" : "")
            << Reason::HttpStatus << code << retryAfter << QString::fromLatin1(verdict);
    };
    status(404, "broken");
    status(410, "broken");
    status(500, "broken");
    status(503, "broken");
    status(503, "rate_limited", true);
    status(429, "rate_limited");
    status(401, "refused");
    status(403, "refused");
    status(999, "refused");
    QTest::addRow("no host") << Reason::Dns << 0 << false << u"broken"_s;
    QTest::addRow("no answer") << Reason::Deadline << 0 << false << u"broken"_s;
    QTest::addRow("circle") << Reason::RedirectLoop << 302 << false << u"broken"_s;
    QTest::addRow("too large") << Reason::TooLarge << 0 << false << QString();
    QTest::addRow("good") << Reason::None << 0 << false << QString();
}

void TestCrawlRules::verdicts()
{
    QFETCH(const Reason, reason);
    QFETCH(const int, status);
    QFETCH(const bool, retryAfter);
    QTEST(QString(verdictOf({reason, status, {}}, retryAfter)), "verdict");
}

void TestCrawlRules::contentTypes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("charset");
    QTest::addRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::addRow("plain") << QByteArray("Text/HTML") << QByteArray("text/html") << QByteArray();
    QTest::addRow("charset") << QByteArray("text/html;charset=windows-1251") << QByteArray("text/html")
                             << QByteArray("windows-1251");
    QTest::addRow("quoted") << QByteArray("text/html; a=b ; Charset=\"UTF-8\"") << QByteArray("text/html")
                            << QByteArray("UTF-8");
    QTest::addRow("odd") << QByteArray(";;=;charset") << QByteArray() << QByteArray();
}

void TestCrawlRules::contentTypes()
{
    QFETCH(const QByteArray, header);
    const ContentType type = ContentType::parse(header);
    QTEST(type.type, "type");
    QTEST(type.charset, "charset");
    QCOMPARE(type.isHtml(), type.type == "text/html");
}

QTEST_GUILESS_MAIN(TestCrawlRules)
#include "tst_crawlrules.moc"
