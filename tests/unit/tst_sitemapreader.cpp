// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemapreader.h"
#include "support/packed.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using links::Sitemap;
using links::SitemapReader;
using Kind = Sitemap::Kind;

class TestSitemapReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void packed();
    void versions();
    void tooManyUrls();
    void tooManyBytes_data();
    void tooManyBytes();
    void noEntities_data();
    void noEntities();
};

namespace {

const QByteArray Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const QByteArray UrlSet = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

QByteArray url(const QByteArray &address)
{
    return "<url><loc>" + address + "</loc><lastmod>2026-01-01</lastmod></url>";
}

} // namespace

void TestSitemapReader::read_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("urls"); // joined by spaces
    QTest::addColumn<int>("skipped");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QByteArray &body, Kind kind, const QByteArray &urls,
                        int skipped = 0, Reason reason = Reason::None) {
        QTest::newRow(name) << body << kind << urls << skipped << reason;
    };
    const QByteArray a = "https://a.example/1";
    const QByteArray b = "https://a.example/2?x=1&y=2";
    const QByteArray ab = a + ' ' + b;
    const QByteArray bXml = "https://a.example/2?x=1&amp;y=2";
    row("urls", Head + UrlSet + url(a) + url("\n " + bXml + "\t") + "</urlset>", Kind::Urls, ab);
    row("mark before it", "\xEF\xBB\xBF" + Head + UrlSet + url(a) + "</urlset>", Kind::Urls, a);
    row("line before it", "\r\n\n" + Head + UrlSet + url(a) + "</urlset>", Kind::Urls, a);
    row("no declaration, no namespace", "<urlset>" + url(a) + "</urlset>", Kind::Urls, a);
    row("character data", Head + UrlSet + "<url><loc><![CDATA[" + b + "]]></loc></url></urlset>", Kind::Urls,
        b);
    row("UTF-16",
        QStringEncoder(QStringConverter::Utf16, QStringConverter::Flag::WriteBom)(
            QString::fromUtf8("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + UrlSet + url(a) + "</urlset>")),
        Kind::Urls, a);
    row("windows-1251",
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><urlset>" + url("https://a.example/\xEF") +
            "</urlset>",
        Kind::Urls, "https://a.example/\xD0\xBF");
    row("pictures are no pages",
        Head + "<urlset xmlns:image=\"http://x\"><url><loc>" + a +
            "</loc><image:image><image:loc>https://a.example/p.png"
            "</image:loc></image:image></url></urlset>",
        Kind::Urls, a);
    row("index",
        Head + "<sitemapindex><sitemap><loc>" + a + "</loc></sitemap><sitemap><loc>" + bXml +
            "</loc></sitemap></sitemapindex>",
        Kind::Index, ab);
    row("foreign addresses",
        Head + UrlSet + url("/relative") + url("ftp://a.example/") + url(a) + url("") + "</urlset>",
        Kind::Urls, "/relative " + a, 2);
    row("text", a + "\r\n\r\n  " + b + "\nnonsense\n", Kind::Text, ab, 1);
    row("text without end of line", a, Kind::Text, a);
    row("RSS",
        "<rss><channel><link>https://a.example/</link><item><title>x</title><link>" + a +
            "</link></item></channel></rss>",
        Kind::Feed, a);
    row("Atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"https://a.example/\"/><entry><link "
        "href=\"" +
            a + "\"/><link rel=\"edit\" href=\"" + a + "/edit\"/></entry></feed>",
        Kind::Feed, a);
    row("web page", " <!DOCTYPE HTML><html><a href='" + a + "'>x</a></html>", Kind::Html, {}, 0,
        Reason::BadSitemap);
    row("web page as XML", Head + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", Kind::Html,
        {}, 0, Reason::BadSitemap);
    row("web page, packed", test::pack("<html></html>", test::Packing::Gzip), Kind::Html, {}, 0,
        Reason::BadSitemap);
    row("other XML", Head + "<svg/>", Kind::None, {}, 0, Reason::BadSitemap);
    row("junk", QByteArray(5000, '\1'), Kind::None, {}, 0, Reason::BadSitemap);
    row("nothing", {}, Kind::None, {}, 0, Reason::BadSitemap);
    row("broken in the middle", Head + UrlSet + url(a) + "<url><loc>https://a.example/&</loc></url></urlset>",
        Kind::Urls, a, 0, Reason::BadSitemap);
    row("cut off", Head + UrlSet + url(a) + "<url><lo", Kind::Urls, a, 0, Reason::BadSitemap);
    row("gzip cut off", test::pack(Head + UrlSet + url(a) + "</urlset>", test::Packing::Gzip).chopped(8),
        Kind::Urls, a, 0, Reason::Truncated);
}

void TestSitemapReader::read()
{
    QFETCH(QByteArray, body);
    const Sitemap sitemap = SitemapReader::read(body);
    QTEST(sitemap.kind, "kind");
    QTEST(sitemap.urls.join(' '), "urls");
    QTEST(int(sitemap.skipped), "skipped");
    QTEST(sitemap.error.reason, "reason");
}

void TestSitemapReader::packed()
{
    QByteArray body = Head + UrlSet;
    for (int i = 0; i < 5000; ++i)
        body += url("https://a.example/" + QByteArray::number(i));
    body += "</urlset>";
    const Sitemap sitemap = SitemapReader::read(test::pack(body, test::Packing::Gzip));
    QCOMPARE(sitemap.error, Error());
    QCOMPARE(sitemap.urls.size(), 5000);
    QCOMPARE(sitemap.urls.last(), QByteArray("https://a.example/4999"));
}

/// Pages in other languages belong to the address beside them, wherever that stands.
void TestSitemapReader::versions()
{
    const auto link = [](const QByteArray &attributes) { return "<xhtml:link " + attributes + "/>"; };
    const Sitemap sitemap = SitemapReader::read(
        Head + UrlSet + "<url>" +
        link("rel='alternate' hreflang='de' href='https://a.example/de?a=1&amp;b=2'") +
        "<loc>https://a.example/</loc>" + link("rel='alternate' hreflang=' fr ' href=' /fr '") +
        link("rel='alternate' href='/none'") + link("rel='canonical' hreflang='it' href='/it'") + "</url>" +
        "<url><loc>mailto:a@a.example</loc>" + link("rel='alternate' hreflang='es' href='/es'") + "</url>" +
        "<url><loc>https://a.example/2</loc><x>" + link("rel='alternate' hreflang='nl' href='/nl'") + "</x>" +
        link("rel='alternate' hreflang='pl' href='/pl'") + "</url></urlset>");
    QCOMPARE(sitemap.urls, (QList<QByteArray>{"https://a.example/", "https://a.example/2"}));
    QByteArrayList found;
    for (const Sitemap::Version &version : sitemap.versions)
        found.append(QByteArray::number(version.entry) + version.language + '=' + version.url);
    QCOMPARE(found, (QByteArrayList{"0de=https://a.example/de?a=1&b=2", "0fr=/fr", "1pl=/pl"}));
}

void TestSitemapReader::tooManyUrls()
{
    QByteArray body = Head + UrlSet;
    for (int i = 0; i <= SitemapReader::MaxUrls; ++i)
        body += url("https://a.example/" + QByteArray::number(i));
    body += "</urlset>";
    QElapsedTimer timer;
    timer.start();
    const Sitemap sitemap = SitemapReader::read(body);
    qInfo("%lld bytes in %lld ms", body.size(), timer.elapsed());
    QCOMPARE(sitemap.urls.size(), SitemapReader::MaxUrls);
    QCOMPARE(sitemap.error.reason, Reason::TooLarge);
}

void TestSitemapReader::tooManyBytes_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("plain") << false;
    QTest::newRow("packed") << true;
}

void TestSitemapReader::tooManyBytes()
{
    QFETCH(bool, packed);
    QByteArray body = Head + UrlSet + url("https://a.example/1");
    body += QByteArray(SitemapReader::MaxBytes, ' ') + url("https://a.example/2") + "</urlset>";
    const Sitemap sitemap = SitemapReader::read(packed ? test::pack(body, test::Packing::Gzip) : body);
    QCOMPARE(sitemap.urls, QList<QByteArray>{"https://a.example/1"});
    QCOMPARE(sitemap.error.reason, Reason::TooLarge);
}

void TestSitemapReader::noEntities_data()
{
    QTest::addColumn<QByteArray>("declarations");
    QTest::newRow("file") << QByteArray("<!ENTITY e SYSTEM \"file:///etc/hostname\">");
    QByteArray laughs = "<!ENTITY a0 \"https://a.example/\">";
    for (int i = 1; i < 20; ++i)
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" +
                  ("&a" + QByteArray::number(i - 1) + ';').repeated(10) + "\">";
    QTest::newRow("bomb") << QByteArray(laughs + "<!ENTITY e \"&a19;\">");
}

void TestSitemapReader::noEntities()
{
    QFETCH(QByteArray, declarations);
    const Sitemap sitemap =
        SitemapReader::read("<?xml version=\"1.0\"?><!DOCTYPE urlset [" + declarations + "]><urlset>" +
                            url("https://a.example/1") + url("https://a.example/&e;") + "</urlset>");
    QCOMPARE(sitemap.urls.first(), QByteArray("https://a.example/1"));
    // Either refused, or taken without anything in the entity's place.
    if (sitemap.urls.size() == 1)
        QCOMPARE(sitemap.error.reason, Reason::BadSitemap);
    else
        QCOMPARE(sitemap.urls.last(), QByteArray("https://a.example/"));
}

QTEST_GUILESS_MAIN(TestSitemapReader)
#include "tst_sitemapreader.moc"
