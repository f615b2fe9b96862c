// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli crawl of sites as they are reported to be: what they want to be asked, what their pages are,
/// and what is said about the rest.
class TestCrawlCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItReads();
    void cookieBeforeThePage_data();
    void cookieBeforeThePage();
    void emptyElements_data();
    void emptyElements();
    void typesAreSniffed_data();
    void typesAreSniffed();
    void lastTypeCounts_data();
    void lastTypeCounts();
    void forbiddenIsTold_data();
    void forbiddenIsTold();
    void longDelayIsTold();
    void closingLine();
    void placesBehindRedirects();
    void sameFinders_data();
    void sameFinders();
    void versionsOfASitemap();
    void sitemapThatIsTooLarge();
    void oldEncodings_data();
    void oldEncodings();

private:
    struct Outcome
    {
        test::CliResult result;
        QHash<QString, QJsonObject> pages; ///< by path
        QJsonArray links;
        QJsonObject summary;

        QStringList paths() const
        {
            QStringList paths = pages.keys();
            paths.sort();
            return paths;
        }
    };
    Outcome crawl(const test::FaultServer &server, const QStringList &more)
    {
        Outcome outcome;
        outcome.result =
            m_cli.run(QStringList{u"crawl"_s, server.url().toString(), u"--proxy"_s, u"none"_s, u"-d"_s,
                                  u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s, u"-o"_s, u"links.json"_s,
                                  u"--pages"_s, u"pages.json"_s, u"--summary"_s, u"s.json"_s} +
                      more);
        const QString root = server.url().toString().chopped(1);
        for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"pages.json"_s)).array())
            outcome.pages.insert(row[u"url"_s].toString().mid(root.size()), row.toObject());
        outcome.links = QJsonDocument::fromJson(m_cli.read(u"links.json"_s)).array();
        outcome.summary = QJsonDocument::fromJson(m_cli.read(u"s.json"_s)).object();
        return outcome;
    }
    Outcome crawl(const test::FaultServer &server, int depth = 1)
    {
        return crawl(server, {u"--ignore-robots"_s, u"--depth"_s, QString::number(depth)});
    }
    static Answer page(const QByteArray &html, const QByteArray &type = "text/html")
    {
        return Answer::status(200, {{"Content-Type", type}}, html);
    }
    static QByteArray path(const QJsonValue &url) { return QUrl(url.toString()).path().toUtf8(); }

    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

/// Some servers have pages only for those who say that they read them.
void TestCrawlCases::saysWhatItReads()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &seen) {
        if (seen.target == "/robots.txt")
            return Answer::text("");
        const QByteArray accept = seen.header("Accept");
        if (accept.isEmpty())
            return Answer::status(406);
        if (seen.target == "/picture")
            return Answer::status(accept == "*/*" ? 200 : 406, {{"Content-Type", "image/png"}}, "png");
        return accept.contains("text/html") ? page("<a href=/in>in</a><img src=/picture>")
                                            : Answer::status(404);
    });
    const Outcome outcome = crawl(server, {u"--depth"_s, u"1"_s});
    QCOMPARE(outcome.result.status, 0);
    QCOMPARE(outcome.paths(), (QStringList{u"/"_s, u"/in"_s, u"/picture"_s}));
    for (const QJsonObject &row : outcome.pages)
        QCOMPARE(row[u"status"_s].toInt(), 200);
    QVERIFY(server.seen("/robots.txt").value(0).header("Accept").contains("text/plain"));
}

void TestCrawlCases::cookieBeforeThePage_data()
{
    QTest::addColumn<bool>("isElsewhere");
    QTest::newRow("the same address again") << false;
    QTest::newRow("round another one") << true;
}

/// A site that sends visitors round once until they bring its cookie; it goes no further than that.
void TestCrawlCases::cookieBeforeThePage()
{
    QFETCH(const bool, isElsewhere);
    test::FaultServer server;
    server.setHandler([isElsewhere](const test::Seen &seen) {
        const bool isKnown = seen.header("Cookie").contains("seen=Walrus");
        const QList<QPair<QByteArray, QByteArray>> given{{"Set-Cookie", "seen=Walrus; Path=/"},
                                                         {"Location", "/"}};
        if (seen.target == "/gate")
            return Answer::status(302, given);
        if (seen.target == "/plain")
            return page(isKnown ? "known" : "unknown");
        if (isKnown)
            return page("<title>home</title><a href=/plain>on</a>");
        return isElsewhere ? Answer::redirect("/gate") : Answer::status(302, given);
    });
    const Outcome outcome =
        crawl(server, {u"--ignore-robots"_s, u"--depth"_s, u"1"_s, u"--project"_s, u"p.linnet"_s});
    QCOMPARE(outcome.result.status, 0);
    QCOMPARE(outcome.pages[u"/"_s][u"status"_s].toInt(), 200);
    QCOMPARE(outcome.pages[u"/"_s][u"title"_s].toString(), u"home"_s);
    QCOMPARE(outcome.pages[u"/plain"_s][u"status"_s].toInt(), 200);
    QVERIFY(server.seen("/plain").value(0).header("Cookie").isNull());
    QCOMPARE(server.seen("/").size(), isElsewhere ? 4 : 3);
    QVERIFY(!m_cli.read(u"p.linnet"_s).contains("Walrus"));
}

void TestCrawlCases::emptyElements_data()
{
    QTest::addColumn<QByteArray>("element");
    for (const char *element : {"<script src='/s.js'/>", "<style/>", "<textarea/>", "<title/>",
                                "<iframe src='/f'/>", "<noscript/>", "<xmp/>", "<div/>"})
        QTest::newRow(element) << QByteArray(element);
}

/// In XML "/>" ends any element; in HTML it ends none of these.
void TestCrawlCases::emptyElements()
{
    QFETCH(const QByteArray, element);
    test::FaultServer server;
    const QByteArray body = "<html xmlns='http://www.w3.org/1999/xhtml'><head>" + element +
                            "</head><body><p><a href='/after'>x</a></p></body></html>";
    server.script("/", {page(body, "application/xhtml+xml")});
    QVERIFY(crawl(server).pages.contains(u"/after"_s));
    server.script("/", {page("<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE html>\n" + body, "text/xml")});
    QVERIFY(crawl(server).pages.contains(u"/after"_s));
    const bool isOpenInHtml = !element.startsWith("<div") && !element.startsWith("<noscript");
    server.script("/", {page(body)});
    QCOMPARE(crawl(server).pages.contains(u"/after"_s), !isOpenInHtml);
}

void TestCrawlCases::typesAreSniffed_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<bool>("isPage");
    for (const char *beginning : {"<!-- made by hand --><html>", "<head>", "<BODY class=x>", "<p>",
                                  "<table >", "<a name=top>", "<div>", "<h1>", "<br/>", "<!doctype HTML>",
                                  "\xEF\xBB\xBF<html>", "<?xml version='1.0'?><!DOCTYPE html><html>"})
        QTest::newRow(beginning) << QByteArray(beginning) << true;
    QTest::newRow("blanks") << QByteArray(300, ' ') + "\n<!doctype html>" << true;
    QTest::newRow("text") << "Hello <p>"_ba << false;
    QTest::newRow("another tag") << "<abbr>"_ba << false;
    QTest::newRow("data") << "{\"a\": \"<html>\"}"_ba << false;
    QTest::newRow("XML of another kind") << "<?xml version='1.0'?><feed>"_ba << false;
}

void TestCrawlCases::typesAreSniffed()
{
    QFETCH(const QByteArray, beginning);
    QFETCH(const bool, isPage);
    test::FaultServer server;
    const QByteArray body = beginning + "<a href='/found'>x</a>";
    for (const char *type : {"", "Content-Type: unknown/unknown\r\n", "Content-Type: */*\r\n"}) {
        server.script("/", {Answer::raw(QByteArray("HTTP/1.1 200 OK\r\n") + type + "Content-Length: " +
                                            QByteArray::number(body.size()) + "\r\n\r\n" + body,
                                        Answer::End::KeepAlive)});
        const Outcome outcome = crawl(server);
        QCOMPARE(outcome.pages[u"/"_s][u"state"_s].toString(), u"fetched"_s);
        QCOMPARE(outcome.pages.contains(u"/found"_s), isPage);
    }
}

void TestCrawlCases::lastTypeCounts_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *fields, const char *type) {
        QTest::newRow(fields) << QByteArray(fields) << QString::fromLatin1(type);
    };
    row("Content-Type: text/html, text/html", "text/html");
    row("Content-Type: text/plain\r\nContent-Type: text/html", "text/html");
    row("Content-Type: text/html; charset=utf-8, */*", "text/html");
    row("Content-Type: TEXT/HTML", "text/html");
    row("Content-Type: text/html\r\nContent-Type: text/plain", "text/plain");
    row("Content-Type: text/html\r\nX-Content-Type-Options: nosniff", "text/html");
}

void TestCrawlCases::lastTypeCounts()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const QString, type);
    test::FaultServer server;
    server.script(
        "/", {Answer::raw("HTTP/1.1 200 OK\r\n" + fields + "\r\nContent-Length: 18\r\n\r\n<a href='/in'>x</a",
                          Answer::End::KeepAlive)});
    const Outcome outcome = crawl(server);
    QCOMPARE(outcome.pages[u"/"_s][u"type"_s].toString(), type);
    QCOMPARE(outcome.pages.contains(u"/in"_s), type == "text/html"_L1);
}

void TestCrawlCases::forbiddenIsTold_data()
{
    QTest::addColumn<QByteArray>("robots");
    QTest::addColumn<int>("forbidden");
    QTest::addColumn<int>("asked");
    QTest::newRow("everything") << "User-agent: *\nDisallow: /"_ba << 1 << 0;
    QTest::newRow("what the page names") << "User-agent: *\nDisallow: /no"_ba << 4 << 1;
}

void TestCrawlCases::forbiddenIsTold()
{
    QFETCH(const QByteArray, robots);
    QFETCH(const int, forbidden);
    QFETCH(const int, asked);
    test::FaultServer server;
    server.script("/robots.txt", {Answer::text(robots)});
    server.script("/",
                  {page("<a href=/no/1>1</a><a href=/no/2>2</a><a href=/no/3>3</a><a href=/no/4>4</a>")});
    const Outcome outcome = crawl(server, {u"--depth"_s, u"1"_s});
    QCOMPARE(outcome.result.status, 0);
    QCOMPARE(outcome.summary[u"left_out"_s].toObject(), (QJsonObject{{u"robots"_s, forbidden}}));
    const QByteArray told = QByteArray::number(forbidden) + " address" + (forbidden > 1 ? "es" : "") +
                            " left out: robots.txt forbids ";
    QVERIFY2(outcome.result.err.contains("left out: robots.txt forbids"), told + outcome.result.err);
    QVERIFY2(outcome.result.err.contains("asked " + QByteArray::number(asked) + " · not asked " +
                                         QByteArray::number(forbidden) + " (robots " +
                                         QByteArray::number(forbidden)),
             outcome.result.err);
}

/// An hour in which nothing happens has a reason.
void TestCrawlCases::longDelayIsTold()
{
    test::FaultServer server;
    server.script("/robots.txt", {Answer::text("User-agent: *\nCrawl-delay: 3600")});
    QProcess process;
    m_cli.start(process, {u"crawl"_s, server.url().toString(), u"--proxy"_s, u"none"_s, u"-o"_s, u"l.csv"_s});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT(
        (told += process.readAllStandardError()).contains("Crawl-delay of " + server.host().toUtf8()),
        20'000);
    QVERIFY2(told.contains("waiting 60 min") || told.contains("waiting 59 min"), told);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 130);
}

/// The line at the end tells of a crawl what is true of one.
void TestCrawlCases::closingLine()
{
    test::FaultServer server;
    server.script("/", {page("<a href=/a>a</a><a href=/b>b</a>")});
    const Outcome outcome = crawl(server, 0);
    QCOMPARE(outcome.result.status, 0);
    QVERIFY2(outcome.result.err.contains("addresses found 3 · asked 1 · not asked 2 (depth 2)"),
             outcome.result.err);
    QVERIFY2(!outcome.result.err.contains("reachable"), outcome.result.err);
    QCOMPARE(outcome.summary[u"found"_s].toInt(), 3);
    QCOMPARE(outcome.summary[u"pages"_s].toInt(), 1);
    QVERIFY(!outcome.summary.contains("truncated"_L1) && !outcome.summary.contains("duplicates"_L1));
    const Outcome whole = crawl(server, 1);
    QVERIFY2(whole.result.err.contains("addresses found 3 · asked 3 · not asked 0\n"), whole.result.err);
}

/// Of a redirect's own place and the one that was asked for, browsers use the first (RFC 9110, 10.2.2).
void TestCrawlCases::placesBehindRedirects()
{
    test::FaultServer server;
    server.script(
        "/", {page("<a href='/moved#there'>1</a><a href='/moved#gone'>2</a><a href='/own#there'>3</a>"
                   "<a href='/bad#there'>4</a><a href='/bad'>5</a><a href='/own'>6</a><a href='/top#gone'>7"
                   "</a><a href='/far#gone'>8</a>")});
    server.script("/moved", {Answer::redirect("/end")});
    server.script("/own", {Answer::redirect("/end#given")});
    server.script("/bad", {Answer::redirect("/end#none")});
    server.script("/top", {Answer::redirect("/end#")});
    server.script("/far", {Answer::redirect("/own")}); // the last place that is named counts
    server.script("/end", {page("<p id=there>x</p><p id=given>y</p>")});
    const Outcome outcome = crawl(server);
    QStringList found;
    for (const QJsonValue &link : outcome.links) {
        if (path(link[u"source_url"_s]) != "/")
            continue;
        const QJsonValue place = link[u"fragment_found"_s];
        found.append(place.isNull() ? u"-"_s : place.toBool() ? u"yes"_s : u"no"_s);
    }
    // A link without a place is not judged, whatever the redirect says.
    QCOMPARE(found.join(u' '), u"yes no yes no - - yes yes"_s);
}

void TestCrawlCases::sameFinders_data()
{
    QTest::addColumn<QByteArray>("slow");
    for (const char *slow : {"/one", "/two", "/three"})
        QTest::newRow(slow) << QByteArray(slow);
}

/// Whichever of three pages answers last, what they name was found on the same one.
void TestCrawlCases::sameFinders()
{
    QFETCH(const QByteArray, slow);
    // The same host and port in all rounds: a page's place among others comes from its address.
    static test::FaultServer server;
    static QMap<QString, QString> first;
    server.script("/", {page("<a href=/one>1</a><a href=/two>2</a><a href=/three>3</a><a href=/four>4</a>")});
    const QByteArray links =
        "<a href=/inner>i</a><a href='http://other.invalid/'>o</a><a href=/one>1</a><img "
        "src=/picture><a href=/moved>m</a><a href=/>home</a>";
    for (const char *path : {"/one", "/two", "/three"})
        server.script(path, {slow == path ? page(links).after(400) : page(links)});
    server.script("/four", {Answer::redirect("/deep")});
    server.script("/moved", {Answer::redirect("/deep")});
    server.script("/deep", {page("<a href=/inner>back</a>")});
    server.script("/inner", {page("in")});
    const Outcome outcome = crawl(server, {u"--ignore-robots"_s, u"--depth"_s, u"9"_s, u"--project"_s,
                                           QString::fromLatin1(slow.mid(1)) + u".linnet"_s});
    const auto exported =
        m_cli.run({u"export"_s, QString::fromLatin1(slow.mid(1)) + u".linnet"_s, u"--table"_s, u"pages"_s,
                   u"--columns"_s, u"url,found_on"_s, u"-o"_s, u"all.json"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QMap<QString, QString> finders;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"all.json"_s)).array())
        finders.insert(row[u"url"_s].toString(), row[u"found_on"_s].toString());
    const auto of = [&finders](const QString &path) { return finders.value(server.url(path).toString()); };
    QCOMPARE(finders.size(), 10);
    QCOMPARE(of(u"/"_s), QString());
    QCOMPARE(of(u"/one"_s), server.url(u"/"_s).toString()); // fewest clicks
    QCOMPARE(of(u"/deep"_s), server.url(u"/four"_s).toString());
    QVERIFY(!of(u"/inner"_s).isEmpty() && !of(u"/picture"_s).isEmpty());
    QVERIFY(!finders.value(u"http://other.invalid/"_s).isEmpty()); // not asked, and yet found somewhere
    if (first.isEmpty())
        first = finders;
    QCOMPARE(finders, first);
}

/// Versions in other languages that a sitemap names are judged with those that pages name themselves.
void TestCrawlCases::versionsOfASitemap()
{
    test::FaultServer server;
    const QByteArray root = server.url().toString().chopped(1).toUtf8();
    server.setHandler([root](const test::Seen &seen) {
        const auto version = [&](const char *language, const QByteArray &url) {
            return "<xhtml:link rel='alternate' hreflang='" + QByteArray(language) + "' href='" + url + "'/>";
        };
        if (seen.target == "/robots.txt")
            return Answer::text("");
        if (seen.target == "/sitemap.xml")
            return Answer::status(200, {{"Content-Type", "application/xml"}},
                                  "<urlset><url><loc>" + root + "/en</loc>" + version("en", root + "/en") +
                                      version("de", root + "/de") + version("fr", root + "/fr") +
                                      version("es", root + "/en") + version("es", "/odd") +
                                      "</url><url><loc>" + root + "/fr</loc></url></urlset>");
        if (seen.target == "/de")
            return page("<html lang=de><link rel=alternate hreflang=en href='" + root + "/en'><p>Deutsch");
        return page("<p>page <a href=/en>en</a> <a href=/de>de</a>");
    });
    const Outcome outcome =
        crawl(server, {u"--depth"_s, u"2"_s, u"--sitemap"_s, u"--project"_s, u"versions.linnet"_s});
    QCOMPARE(outcome.result.status, 0);
    QCOMPARE(outcome.paths(), (QStringList{u"/"_s, u"/de"_s, u"/en"_s, u"/fr"_s}));
    const auto named =
        m_cli.run({u"export"_s, u"versions.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s,
                   u"why_not_fetched = reference"_s, u"--columns"_s, u"url"_s, u"-o"_s, u"-"_s});
    QCOMPARE(named.out, "url\r\n" + root + "/odd\r\n");
    const auto exported = m_cli.run(
        {u"export"_s, u"versions.linnet"_s, u"--table"_s, u"hreflang"_s, u"-o"_s, u"versions.json"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QStringList found;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"versions.json"_s)).array())
        found.append(u"%1 %2 %3 %4 %5 %6"_s.arg(
            QString::fromLatin1(path(row[u"url"_s])), row[u"language"_s].toString(),
            QString::fromLatin1(path(row[u"target_url"_s])), row[u"source"_s].toString(),
            row[u"written"_s].toString(), row[u"returned"_s].toVariant().toString()));
    found.sort();
    QCOMPARE(found, (QStringList{u"/de en /en html  true"_s, u"/en de /de sitemap  true"_s,
                                 u"/en en /en sitemap  "_s, u"/en es /en sitemap  "_s,
                                 u"/en es /odd sitemap /odd "_s, u"/en fr /fr sitemap  false"_s}));
    const auto audited = m_cli.run({u"audit"_s, u"versions.linnet"_s, u"-o"_s, u"found.json"_s});
    QVERIFY2(audited.status == 0, audited.err);
    QStringList rules;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"found.json"_s)).array()) {
        if (row[u"check"_s].toString().startsWith(u"hreflang_"_s))
            rules.append(row[u"check"_s].toString() + u' ' + QString::fromLatin1(path(row[u"url"_s])));
    }
    rules.sort();
    QCOMPARE(rules, (QStringList{u"hreflang_no_default /de"_s, u"hreflang_no_return /en"_s,
                                 u"hreflang_no_self /de"_s, u"hreflang_relative /en"_s,
                                 u"hreflang_twice /en"_s, u"hreflang_twice /en"_s}));
}

/// What is beyond the limit of the protocol is left out, and the audit says so.
void TestCrawlCases::sitemapThatIsTooLarge()
{
    test::FaultServer server;
    const QByteArray root = server.url().toString().chopped(1).toUtf8();
    QByteArray sitemap = "<urlset>";
    for (int i = 0; i < 50'001; ++i)
        sitemap += "<url><loc>" + root + '/' + QByteArray::number(i) + "</loc></url>";
    sitemap += "</urlset>";
    server.setHandler([sitemap](const test::Seen &seen) {
        if (seen.target == "/robots.txt")
            return Answer::text("");
        if (seen.target == "/sitemap.xml")
            return Answer::status(200, {{"Content-Type", "application/xml"}}, sitemap);
        return page("<p>page");
    });
    const auto crawled = m_cli.run({u"crawl"_s, server.url().toString(), u"--proxy"_s, u"none"_s, u"-d"_s,
                                    u"0"_s, u"--quiet"_s, u"--sitemap"_s, u"--exclude"_s, u"/[0-9]+$"_s,
                                    u"--project"_s, u"large.linnet"_s});
    QVERIFY2(crawled.status == 1, crawled.err); // of that sitemap
    const auto exported = m_cli.run({u"export"_s, u"large.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s,
                                     u"reason = too_large"_s, u"-o"_s, u"rows.json"_s});
    QVERIFY2(exported.status == 0, exported.err);
    const QJsonArray rows = QJsonDocument::fromJson(m_cli.read(u"rows.json"_s)).array();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(path(rows[0][u"url"_s]), "/sitemap.xml"_ba);
    QCOMPARE(rows[0][u"size"_s].toInt(), int(sitemap.size()));
    const auto audited = m_cli.run({u"audit"_s, u"large.linnet"_s, u"-o"_s, u"found.json"_s});
    QVERIFY2(audited.status == 0, audited.err);
    QStringList found;
    for (const QJsonValue &row : QJsonDocument::fromJson(m_cli.read(u"found.json"_s)).array()) {
        if (row[u"check"_s].toString() == u"sitemap_too_big"_s)
            found.append(row[u"value"_s].toString());
    }
    QCOMPARE(found, QStringList{u"sitemap: 50,000"_s});
}

void TestCrawlCases::oldEncodings_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::newRow("Hong Kong") << "text/html; charset=big5"_ba
                               << "\x88\x62\x87\x45"_ba << u"Ê̄\U00027267"_s;
    QTest::newRow("four bytes") << "text/html; charset=gb18030"_ba
                                << "\x94\x39\xFC\x36"_ba << u"😀"_s;
    QTest::newRow("markup after half a letter") << "text/html; charset=gbk"_ba
                                                << "a\x81</title><title>"_ba << u"a\uFFFD"_s;
    QTest::newRow("Greek, unsaid")
        << "text/html"_ba
        << "\xCD\xDD\xE1 \xE8\xDD\xF3\xE7 \xE5\xF1\xE3\xE1\xF3\xDF\xE1\xF2 \xF3\xF4\xE7\xED \xC1\xE8\xDE\xED\xE1"_ba
        << u"Νέα θέση εργασίας στην Αθήνα"_s;
    QTest::newRow("Russian, unsaid") << "text/html"_ba
                                     << "\xD0\xE0\xE1\xEE\xF2\xE0"_ba << u"Работа"_s;
}

void TestCrawlCases::oldEncodings()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, title);
    test::FaultServer server;
    server.script("/", {page("<title>" + bytes + "</title>", type)});
    const Outcome outcome = crawl(server, 0);
    QCOMPARE(outcome.pages[u"/"_s][u"title"_s].toString(), title);
}

QTEST_GUILESS_MAIN(TestCrawlCases)
#include "tst_crawlcases.moc"
