// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/bigsite.h"
#include "practice/sites/sitemanifest.h"
#include "support/practice.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace linnet;
using namespace linnet::practice;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

class TestPracticeSmallSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_practice = std::make_unique<Practice>(); }
    void cleanupTestCase() { m_practice.reset(); }
    void seededLinks_data();
    void seededLinks();
    void remarks_data();
    void remarks();
    void twins();
    void chain();
    void flaky();
    void logins();
    void charsets();
    void robotsAndSitemap();
    void traps();
    void types_data();
    void types();
    void bigSite();
    void bigSiteIsWhole();

private:
    RawAnswer get(const QString &path) { return m_practice->client.get(QUrl(path).toEncoded()); }

    std::unique_ptr<Practice> m_practice;
};

namespace {

bool isRemark(const Seed &seed)
{
    return seed.target.isEmpty();
}

void addSeeds(bool remarks)
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("anchor");
    QTest::addColumn<int>("status");
    QTest::addColumn<SeedKind>("kind");
    const QList<Seed> seeds = siteSeeds();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        const Seed &seed = seeds[i];
        if (isRemark(seed) == remarks) {
            QTest::addRow("%lld %s %s", i, qPrintable(seed.page), qPrintable(seed.target))
                << seed.page << seed.target << seed.anchor << seed.status << seed.kind;
        }
    }
}

} // namespace

void TestPracticeSmallSite::seededLinks_data()
{
    addSeeds(false);
}

/// The page that holds the link is there, holds it with that text, and the target answers as the manifest
/// says.
void TestPracticeSmallSite::seededLinks()
{
    QFETCH(QString, page);
    QFETCH(QString, target);
    QFETCH(QString, anchor);
    QFETCH(int, status);
    const RawAnswer answer = get(page);
    QCOMPARE(answer.status, 200);
    const QString text = QString::fromUtf8(answer.body);
    const QUrl base(m_practice->url.toString() + page);
    const QUrl wanted =
        QUrl(m_practice->url)
            .resolved(QUrl(target.replace(u"@PORT@"_s, QString::number(m_practice->url.port()))));
    bool found = false;
    static const QRegularExpression link(
        u"<a href=\"([^\"]*)\"[^>]*>([^<]*)<|<img src=\"([^\"]*)\" alt=\"([^\"]*)\""_s);
    for (auto it = link.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const bool image = match.captured(1).isEmpty();
        found = found || (base.resolved(QUrl(match.captured(image ? 3 : 1))) == wanted &&
                          match.captured(image ? 4 : 2) == anchor);
    }
    QVERIFY2(found, qPrintable(wanted.toString()));
    if (wanted.host() == "127.0.0.1"_L1 && wanted.port() == m_practice->url.port() && status > 0)
        QCOMPARE(get(wanted.path() + (wanted.hasQuery() ? u'?' + wanted.query() : QString())).status, status);
}

void TestPracticeSmallSite::remarks_data()
{
    addSeeds(true);
}

void TestPracticeSmallSite::remarks()
{
    QFETCH(QString, page);
    QFETCH(SeedKind, kind);
    RawAnswer answer = get(page);
    while (kind == SeedKind::Flaky && answer.status == 503)
        answer = get(page);
    QCOMPARE(answer.status, 200);
    const bool title = answer.body.contains("<title>");
    const bool description = answer.body.contains("name=\"description\"");
    QCOMPARE(title, kind != SeedKind::MissingTitle);
    QCOMPARE(description, kind != SeedKind::MissingDescription);
    if (kind == SeedKind::NoIndex)
        QVERIFY(answer.body.contains("noindex") || answer.headers.value("x-robots-tag") == "noindex");
    if (kind == SeedKind::CanonicalElsewhere)
        QVERIFY(answer.body.contains("<link rel=\"canonical\" href=\"" + m_practice->url.toEncoded() +
                                     "/site/guide/start.html\">"));
    if (kind == SeedKind::ScriptBuilt)
        QVERIFY(answer.body.contains("<div id=\"root\"></div>"));
}

void TestPracticeSmallSite::twins()
{
    const QByteArray north = get(u"/site/twins/north.html"_s).body;
    QCOMPARE(north, get(u"/site/twins/south.html"_s).body);
    QVERIFY(north != get(u"/site/twins/east.html"_s).body);
    QVERIFY(get(u"/site/twins/east.html"_s).body.contains("<title>Twin house</title>"));
}

void TestPracticeSmallSite::chain()
{
    QByteArray path = "/site/moved/1";
    QList<int> statuses;
    for (int hop = 0; hop < 4; ++hop) {
        const RawAnswer answer = m_practice->client.get(path);
        statuses.append(answer.status);
        path = QUrl::fromEncoded(m_practice->url.toEncoded() + path)
                   .resolved(QUrl::fromEncoded(answer.headers.value("location")))
                   .path()
                   .toUtf8();
    }
    QCOMPARE(statuses, (QList<int>{301, 302, 308, 200}));
}

void TestPracticeSmallSite::flaky()
{
    Practice practice;
    QList<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses.append(practice.client.get("/site/flaky.html").status);
    QCOMPARE(statuses, (QList<int>{503, 503, 200, 503, 503, 200}));
}

void TestPracticeSmallSite::logins()
{
    RawClient &client = m_practice->client;
    QVERIFY(client.get("/site/members/").headers.value("www-authenticate").startsWith("Basic realm="));
    const QByteArray basic = "Authorization: Basic " + QByteArray("practice:practice").toBase64();
    QCOMPARE(client.get("/site/members/list.html", {basic}).status, 200);
    QCOMPARE(client.get("/site/members/list.html", {"Authorization: Basic eDp5"}).status, 401);

    QCOMPARE(client.get("/site/account/").headers.value("location"), QByteArray("/site/login.html"));
    const auto post = [&client](const QByteArray &body) {
        return client.exchange("POST /site/login/enter HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    QVERIFY(!post("name=practice&password=wrong").headers.contains("set-cookie"));
    const RawAnswer entered = post("name=practice&password=practice");
    QCOMPARE(entered.status, 303);
    const QByteArray cookie = entered.headers.value("set-cookie").split(';').first();
    QCOMPARE(client.get("/site/account/letters.html", {"Cookie: a=b; " + cookie}).status, 200);
}

void TestPracticeSmallSite::charsets()
{
    const RawAnswer right = get(u"/site/charset/cyrillic.html"_s);
    QCOMPARE(right.headers.value("content-type"), QByteArray("text/html; charset=windows-1251"));
    QVERIFY(right.body.contains("<title>\xCD\xEE\xE2\xE0\xFF"));
    const RawAnswer wrong = get(u"/site/charset/mislabelled.html"_s);
    QCOMPARE(wrong.headers.value("content-type"), QByteArray("text/html; charset=UTF-8"));
    QVERIFY(wrong.body.contains("<title>\xD1\xF2"));
    QCOMPARE(get(u"/site/маяк.html"_s).status, 200);
}

void TestPracticeSmallSite::robotsAndSitemap()
{
    const QByteArray base = m_practice->url.toEncoded();
    QVERIFY(get(u"/robots.txt"_s).body.contains("\nSitemap: " + base + "/site/sitemap.xml\n"));
    QVERIFY(get(u"/site/sitemap.xml"_s).body.contains("<loc>" + base + "/site/sitemap-pages.xml</loc>"));
    QVERIFY(get(u"/site/sitemap-pages.xml"_s).body.contains("<loc>" + base + "/site/orphan.html</loc>"));
}

void TestPracticeSmallSite::traps()
{
    QVERIFY(get(u"/site/calendar/2026/12"_s).body.contains("href=\"/site/calendar/2027/01\""));
    QCOMPARE(get(u"/site/calendar/2026/13"_s).status, 404);
    QCOMPARE(get(u"/site/growing/more/more/more/"_s).status, 200);
    QVERIFY(
        get(u"/site/visit.html?sid=1"_s).body.contains("visit.html?sid=c4ca4238a0b923820dcc509a6f75849b"));
}

void TestPracticeSmallSite::types_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("picture") << u"/site/static/logo.png"_s << QByteArray("image/png");
    QTest::newRow("style") << u"/site/static/style.css"_s << QByteArray("text/css");
    QTest::newRow("PDF") << u"/site/files/timetable.pdf"_s << QByteArray("application/pdf");
    QTest::newRow("sitemap that is a page")
        << u"/site/sitemap-page.html"_s << QByteArray("text/html; charset=UTF-8");
    QTest::newRow("sound") << u"/site/static/bell.wav"_s << QByteArray("audio/wav");
}

void TestPracticeSmallSite::types()
{
    QFETCH(QString, path);
    const RawAnswer answer = get(path);
    QCOMPARE(answer.status, 200);
    QTEST(answer.headers.value("content-type"), "type");
}

void TestPracticeSmallSite::bigSite()
{
    RawClient &client = m_practice->client;
    QCOMPARE(client.get("/big/0").body.count("<a href=\"/big/"), 10);
    QCOMPARE(client.get("/big/199999").body.count("<a href=\"/big/"), 10);
    for (const char *path : {"/big/200000", "/big/-1", "/big/007", "/big/x", "/big/"})
        QCOMPARE(client.get(path).status, 404);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(client.get("/big/" + QByteArray::number(i)).status, 200);
    qInfo("one client, one after another: %lld pages a second",
          2000 * 1000 / std::max(timer.elapsed(), qint64(1)));
}

void TestPracticeSmallSite::bigSiteIsWhole()
{
    QList<bool> seen(BigSite::PageCount);
    QList<int> layer{0};
    seen[0] = true;
    int reached = 1;
    int depth = 0;
    for (; !layer.isEmpty(); ++depth) {
        QList<int> next;
        for (const int page : std::as_const(layer)) {
            const QList<int> links = BigSite::linksOf(page);
            QCOMPARE(QSet<int>(links.begin(), links.end()).size(), BigSite::LinksPerPage);
            for (const int link : links) {
                if (!seen[link]) {
                    seen[link] = true;
                    ++reached;
                    next.append(link);
                }
            }
        }
        layer = next;
    }
    QCOMPARE(reached, BigSite::PageCount);
    QVERIFY(depth <= 7);
}

QTEST_GUILESS_MAIN(TestPracticeSmallSite)
#include "tst_practicesmallsite.moc"
