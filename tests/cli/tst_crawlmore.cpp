// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/database.h"
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// What a crawl asks besides pages and what they show: what style sheets load, places of other sites, other
/// forms of the start address; and what it says of troubles that may pass.
class TestCrawlMore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styleSheets();
    void styleSheetsWithinTheDepth();
    void placesOfOthers_data();
    void placesOfOthers();
    void failedOnce();
    void sitemapAsStart();
    void textOfKeptPages();
    void startForms_data();
    void startForms();

private:
    static Answer page(const QByteArray &html)
    {
        return Answer::status(200, {{"Content-Type", "text/html"}}, html);
    }
    static Answer css(const QByteArray &text)
    {
        return Answer::status(200, {{"Content-Type", "text/css"}}, text);
    }
    QJsonArray table(const QString &file) const { return QJsonDocument::fromJson(m_cli.read(file)).array(); }
    test::CliResult crawl(const QString &start, const QStringList &more)
    {
        return m_cli.run(QStringList{u"crawl"_s, start, u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s,
                                     u"--timeout"_s, u"5"_s, u"--pages"_s, u"p.json"_s, u"-o"_s,
                                     u"l.json"_s} +
                         more);
    }

    /// How often each check of the audit hits.
    QHash<QString, int> findings(const QString &project)
    {
        m_cli.run({u"audit"_s, project, u"--summary"_s, u"audit.json"_s});
        QHash<QString, int> hits;
        const QJsonObject counts =
            QJsonDocument::fromJson(m_cli.read(u"audit.json"_s)).object()[u"findings"_s].toObject();
        for (auto count = counts.begin(); count != counts.end(); ++count) {
            if (count->toInt() > 0)
                hits.insert(count.key(), count->toInt());
        }
        return hits;
    }

    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

void TestCrawlMore::styleSheets()
{
    test::FaultServer server;
    server.script("/", {page("<link rel=stylesheet href=/css/a.css>")});
    server.script("/css/a.css", {css("@import 'b.css';\np{background:url(../p.png)}")});
    server.script("/css/b.css", {css("@import 'a.css';@font-face{src:url(gone.woff2)}")});
    server.script("/css/gone.woff2", {Answer::status(404)});
    crawl(server.url().toString(), {u"--proxy"_s, u"none"_s, u"--depth"_s, u"9"_s});
    QStringList links;
    const QString root = server.url().toString().chopped(1);
    for (const QJsonValue &row : table(u"l.json"_s))
        links.append(u"%1 %2 %3 %4 %5"_s.arg(row[u"source_url"_s].toString().mid(root.size()),
                                             row[u"element"_s].toString(), row[u"rel"_s].toString(),
                                             row[u"parsed_url"_s].toString().mid(root.size()),
                                             row[u"target_verdict"_s].toString()));
    links.sort();
    QCOMPARE(links, (QStringList{u"/ link stylesheet /css/a.css "_s, u"/css/a.css style  /p.png "_s,
                                 u"/css/a.css style import /css/b.css "_s,
                                 u"/css/b.css style  /css/gone.woff2 broken"_s,
                                 u"/css/b.css style import /css/a.css "_s}));
    for (const QJsonValue &row : table(u"p.json"_s)) {
        if (row[u"url"_s].toString().endsWith(u".css"_s)) {
            QVERIFY(row[u"words"_s].isNull()); // it is no page
            QVERIFY(row[u"links_internal"_s].isNull());
            QCOMPARE(row[u"outlinks"_s].toInt(), 2);
        }
    }
}

/// What a style sheet loads is no click further away than the sheet.
void TestCrawlMore::styleSheetsWithinTheDepth()
{
    test::FaultServer server;
    server.script("/", {page("<link rel=stylesheet href=/a.css>")});
    server.script("/a.css", {css("p{background:url(p.png)}")});
    crawl(server.url().toString(), {u"--proxy"_s, u"none"_s, u"--depth"_s, u"1"_s});
    QCOMPARE(server.seen("/p.png").size(), 1);
}

void TestCrawlMore::placesOfOthers_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("isKnown");
    QTest::addRow("asked") << QStringList{u"--external"_s} << QByteArray("HEAD") << false;
    QTest::addRow("read") << QStringList{u"--external-places"_s} << QByteArray("GET") << true;
}

void TestCrawlMore::placesOfOthers()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, method);
    QFETCH(const bool, isKnown);
    test::FaultServer server(2);
    const QByteArray other = server.url(u"/"_s, 1).toEncoded();
    server.script("/", {page("<a href='" + other + "o#here'>1</a><a href='" + other + "o#gone'>2</a>")});
    server.script("/o", {page("<p id=here><a href=/never>further</a>")});
    crawl(server.url().toString(), QStringList{u"--proxy"_s, u"none"_s, u"--depth"_s, u"3"_s} + options);
    QCOMPARE(server.seen("/o").size(), 1);
    QCOMPARE(server.seen("/o").first().method, method);
    QVERIFY(server.seen("/never").isEmpty());
    const QJsonArray links = table(u"l.json"_s);
    QCOMPARE(links.size(), 2);
    for (const QJsonValue &row : links) {
        const QJsonValue found = row[u"fragment_found"_s];
        QCOMPARE(found.isNull(), !isKnown);
        QCOMPARE(found.toBool(), isKnown && row[u"fragment"_s].toString() == u"here");
    }
    for (const QJsonValue &row : table(u"p.json"_s)) {
        if (!row[u"internal"_s].toBool())
            QVERIFY(row[u"title"_s].isNull() && row[u"words"_s].isNull());
    }
}

/// A trouble of the server is no broken address until it was seen again ten minutes later.
void TestCrawlMore::failedOnce()
{
    test::FaultServer server;
    server.script("/", {page("<a href=/ill>1</a><a href=/gone>2</a>")});
    server.script("/ill", {Answer::status(500)});
    server.script("/gone", {Answer::status(404)});
    const QString project = m_cli.path(u"once.linnet"_s);
    const auto once = [this](const QString &path) {
        for (const QJsonValue &row : table(u"p.json"_s)) {
            if (row[u"url"_s].toString().endsWith(path))
                return row[u"failed_once"_s].toBool();
        }
        return false;
    };
    const auto broken = [&] {
        QStringList found = findings(project).keys();
        found.sort();
        found.removeIf([](const QString &id) {
            return !id.startsWith(u"broken"_s) && !id.startsWith(u"links_broken"_s) && id != u"failed_once";
        });
        return found;
    };
    const auto again = [&] {
        m_cli.run({u"resume"_s, project, u"--failed"_s, u"--quiet"_s});
        m_cli.run({u"export"_s, project, u"--table"_s, u"pages"_s, u"-o"_s, u"p.json"_s});
    };
    crawl(server.url().toString(), {u"--proxy"_s, u"none"_s, u"--depth"_s, u"1"_s, u"--project"_s, project});
    QVERIFY(once(u"/ill"_s));
    QVERIFY(!once(u"/gone"_s)); // the server knows that
    QCOMPARE(broken(), (QStringList{u"broken_4xx"_s, u"failed_once"_s, u"links_broken"_s}));
    again();
    QCOMPARE(server.seen("/ill").size(), 2);
    QVERIFY(once(u"/ill"_s)); // at once is not often enough
    {
        auto database = store::Database::open(project, store::Database::Mode::Write);
        QVERIFY(database);
        QVERIFY(database->exec("UPDATE work SET failed_at = failed_at - 601"));
    }
    again();
    QCOMPARE(server.seen("/ill").size(), 3);
    QVERIFY(!once(u"/ill"_s));
    QCOMPARE(broken(), (QStringList{u"broken_4xx"_s, u"broken_5xx"_s, u"links_broken"_s}));
    server.script("/ill", {page("well again")});
    again();
    QCOMPARE(broken(), (QStringList{u"broken_4xx"_s, u"links_broken"_s}));
}

/// A list of addresses as sites have it.
void TestCrawlMore::sitemapAsStart()
{
    test::FaultServer server;
    const QByteArray root = server.url().toEncoded().chopped(1);
    const auto list = [&root](const QByteArrayList &paths, const QByteArray &of, const QByteArray &one) {
        QByteArray xml =
            "<?xml version='1.0'?><" + of + " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
        for (const QByteArray &path : paths)
            xml += '<' + one + "><loc>" + root + path + "</loc></" + one + '>';
        return Answer::status(200, {{"Content-Type", "application/xml"}}, xml + "</" + of + '>');
    };
    server.script("/sitemap_index.xml", {list({"/part.xml"}, "sitemapindex", "sitemap")});
    server.script("/part.xml", {list({"/a", "/b"}, "urlset", "url")});
    server.script("/a", {page("<a href=/c>further</a>")});
    server.script("/b", {page("b")});
    crawl(server.url(u"/sitemap_index.xml"_s).toString(), {u"--proxy"_s, u"none"_s});
    QCOMPARE(server.seen("/a").size(), 1);
    QCOMPARE(server.seen("/b").size(), 1);
    QVERIFY(server.seen("/c").isEmpty()); // only the list, and where its links lead
    QStringList listed;
    for (const QJsonValue &row : table(u"p.json"_s)) {
        if (row[u"in_sitemap"_s].toBool())
            listed.append(row[u"url"_s].toString().mid(root.size()));
    }
    listed.sort();
    QCOMPARE(listed, (QStringList{u"/a"_s, u"/b"_s}));
}

void TestCrawlMore::textOfKeptPages()
{
    test::FaultServer server;
    server.script("/",
                  {page("<title>t</title><p>Дорогая <b>ёлка</b><script>ёлка2</script><p><a href=/b>b</a>")});
    server.script("/b", {page("<p>Сосна")});
    const QString project = m_cli.path(u"texts.linnet"_s);
    crawl(server.url().toString(),
          {u"--proxy"_s, u"none"_s, u"--depth"_s, u"1"_s, u"--project"_s, project, u"--keep-bodies"_s});
    QVERIFY(table(u"p.json"_s).first()[u"page_text"_s].isUndefined()); // too long for files that do not ask
    for (const QString &where :
         {u"page_text has words \"елка\""_s, u"page_text contains \"дорогая ёлка\""_s}) {
        const auto result = m_cli.run({u"export"_s, project, u"--table"_s, u"pages"_s, u"--columns"_s,
                                       u"url,page_text"_s, u"--where"_s, where, u"-o"_s, u"found.json"_s});
        const QJsonArray found = table(u"found.json"_s);
        QVERIFY2(found.size() == 1, result.err);
        QCOMPARE(found.first()[u"url"_s].toString(), server.url().toString());
        QVERIFY(!found.first()[u"page_text"_s].toString().contains(u"ёлка2"_s));
    }
}

void TestCrawlMore::startForms_data()
{
    QTest::addColumn<bool>("isLinked");
    QTest::addRow("linked") << true;
    QTest::addRow("not linked") << false;
}

/// Asked through a proxy, which takes any name.
void TestCrawlMore::startForms()
{
    QFETCH(const bool, isLinked);
    test::FaultServer proxy;
    proxy.setHandler([isLinked](const test::Seen &seen) {
        if (seen.method == "CONNECT")
            return Answer::status(502);
        if (seen.target.contains("robots.txt"))
            return Answer::status(404);
        if (seen.target.startsWith("http://www.site.example"))
            return page("<title>a copy</title><a href=/never>not read</a>");
        return page(isLinked ? "<a href=http://www.site.example/>2</a>" : "<a href=/a>1</a>");
    });
    const QString project = m_cli.path(u"forms%1.linnet"_s.arg(isLinked));
    const auto result = crawl(u"http://site.example/"_s, {u"--proxy"_s, u"http://"_s + proxy.host(),
                                                          u"--depth"_s, u"3"_s, u"--project"_s, project});
    QHash<QString, QJsonObject> rows;
    for (const QJsonValue &row : table(u"p.json"_s))
        rows.insert(row[u"url"_s].toString(), row.toObject());
    const QJsonObject www = rows.value(u"http://www.site.example/"_s);
    QVERIFY2(!www.isEmpty(), result.err);
    // What pages link to is a page of the crawl like others.
    QCOMPARE(www[u"start_form"_s].toBool(), !isLinked);
    QCOMPARE(www[u"title"_s].isNull(), !isLinked);
    QCOMPARE(proxy.seen("http://www.site.example/never").isEmpty(), !isLinked);
    QVERIFY(www[u"internal"_s].toBool());
    QCOMPARE(www[u"status"_s].toInt(), 200);
    QVERIFY(!rows.value(u"http://site.example/"_s)[u"start_form"_s].toBool());
    QVERIFY(rows.value(u"https://site.example/"_s)[u"start_form"_s].toBool());
    QCOMPARE(result.status, 0); // that a form is not there is no failure
    const QHash<QString, int> found = findings(project);
    QCOMPARE(found.value(u"start_form_open"_s), isLinked ? 0 : 1);
    QCOMPARE(found.value(u"start_form_dead"_s), 2);
    QVERIFY(!found.contains(u"failed_once"_s) && !found.contains(u"broken_no_answer"_s));
}

QTEST_GUILESS_MAIN(TestCrawlMore)
#include "tst_crawlmore.moc"
