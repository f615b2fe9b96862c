// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/pagecells.h"
#include "links/page/maintext.h"
#include "links/page/pagereader.h"
#include "links/page/pixelwidth.h"
#include "links/page/sniffedtype.h"

#include <QElapsedTimer>
#include <QTest>

#include <bit>

using namespace linnet;
using namespace linnet::links;
using namespace Qt::Literals::StringLiterals;
using table::PageColumn;

/// What audits ask of a page is counted as browsers see it: cells of its row.
class TestPageDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void headers_data();
    void headers();
    void widths_data();
    void widths();
    void textMarks();
    void addresses();
    void largePages();
    void areas_data();
    void areas();
    void areasOfHostilePages();
    void typesOfBytes_data();
    void typesOfBytes();
};

namespace {

PageFacts read(const QByteArray &body)
{
    return readPage(body, {"https://example.org/a/b.html", "utf-8"});
}

QByteArray words(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i)
        text += "word" + QByteArray::number(i * 7919) + ' ';
    return text;
}

} // namespace

void TestPageDetails::cells_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *column, const QByteArray &body, const char *expected) {
        QTest::addRow("%s: %s", column, body.left(60).constData())
            << body << QString::fromLatin1(column) << QString::fromUtf8(expected);
    };
    row("title_count", "<title>a</title><svg><title>b</title></svg>", "1");
    row("title_count", "<title>a</title><title>b</title>", "2");
    row("title_count", "<template><title>a</title></template>", "0");
    row("head_faults", "<title>a</title><meta name=description content=b><link rel=canonical href=/x><p>x",
        "");
    row("head_faults", "<head></head><title>a</title><body>", "");
    row("head_faults", "<p>x<title>a</title>", "title");
    row("head_faults", "words<META NAME=Description content=b>", "description");
    row("head_faults", "<div></div><link rel='Canonical' href=/x><meta name=robots content=all>",
        "canonical;robots");
    row("head_faults", "<noscript><img src=a></noscript><title>a</title>", "");
    row("description_count", "<meta name=description content=a><meta name=Description content=b>", "2");
    row("h1_count", "<h1>a</h1><h2>b</h2><h1>c</h1>", "2");
    row("h2_count", "<h1>a</h1><h2>b</h2><h1>c</h1>", "1");
    row("heading_skip", "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>", "");
    row("heading_skip", "<h1>a</h1><h3>b</h3><h5>c</h5>", "h1 > h3");
    row("heading_skip", "<h2>a</h2><h1>b</h1>", "> h2");
    row("h1_is_title", "<title>Start  page</title><h1>start PAGE</h1>", "true");
    row("h1_is_title", "<title>Start page</title><h1>Start</h1>", "false");
    row("h1_is_title", "<title>Start page</title>", "");
    row("canonical_count", "<link rel=canonical href=/a><link rel=canonical href=/b>", "2");
    row("canonical_written", "<link rel=canonical href=/a#x>", "/a#x");
    row("canonical_conflict", "<link rel=canonical href=/a><link rel=canonical href='https://example.org/a'>",
        "false");
    row("canonical_conflict", "<link rel=canonical href=/a><link rel=canonical href=/b>", "true");
    row("canonical_conflict", "<p>", "");
    row("robots_bots", "<meta name=Yandex content='NoIndex'><meta name=googlebot content=nofollow>",
        "yandex: noindex;googlebot: nofollow");
    row("robots_source", "<meta name=robots content=all>", "meta");
    row("refresh_url", "<meta http-equiv=refresh content='5; url=/there'>", "https://example.org/there");
    row("refresh_seconds", "<meta http-equiv=refresh content='5; url=/there'>", "5");
    row("refresh_seconds", "<p>", "");
    row("charset_source", "<p>", "http");
    row("images", "<img src=a><img src=b alt=''><picture><source srcset=c><img src=d alt=e></picture>", "3");
    row("images_no_alt", "<img src=a><img src=b alt=''><noscript><img src=c></noscript>", "1");
    row("images_no_size", "<img src=a width=1><img src=b width=1 height=1><img src=c style='width:1em'>",
        "1");
    row("main_words",
        "<header>one</header><nav>two three</nav><main>four <b>f</b>ive - six</main><footer>7</footer>", "3");
    row("main_words", "<nav>one<nav>two</nav></nav>three</nav>four", "2");
    row("text_share", "<p>" + QByteArray("a").repeated(97), "97");
    row("elements", "<p>a<br>b<b>c</b>", "3");
    row("anchors_empty", "<a href=a></a><a href=b> </a><a href=c>c</a>", "2");
    row("anchors_empty",
        "<a href=a><img src=x alt=there></a><a href=b title=there></a><a href=c><i aria-label=there></i></a>"
        "<a name=d></a><a href=e aria-hidden=true></a><a href=f><img src=x alt=''></a>",
        "1");
    row("links_script",
        "<a href='javascript:go()'>a</a><a onclick='go()'>b</a><a href=# onclick='go()'>c</a><a "
        "href=#>d</a><a name=e>",
        "3");
    row("open_graph",
        "<meta property=og:title content=a><meta property=og:image content=''><meta name=OG:Type content=b>",
        "title;type");
    row("viewport", "<meta name=viewport content='width=device-width'>", "width=device-width");
    row("data_types",
        "<script "
        "type='application/"
        "ld+json'>{\"@graph\":[{\"@type\":\"Person\"},{\"@type\":[\"Article\",\"Person\"]}]}</script>",
        "Person;Article");
    row("data_types", "<script type='application/ld+json'>[{\"@type\":\"JobPosting\"}]</script>",
        "JobPosting");
    row("data_broken",
        "<script type='application/ld+json'>{\"@type\":}</script><script type='application/ld+json'> "
        "</script>",
        "1");
    row("data_broken", "<script type='text/javascript'>{\"@type\":}</script>", "0");
    row("filler_text", "<p>Lorem <b>ipsum</b> dolor", "true");
    row("filler_text", "<p>Lorem dolor ipsum", "false");
    row("element_depth", "<html><body><ul><li>a<li><a href=b><img src=c></a></ul>", "6");
    row("element_depth", "<p>a<p>b<p>c", "1");
    row("element_depth", "<table><tr><td><p>a<td>b<tr><td>c</table><div>", "4");
    row("element_depth", "<svg><path/><path/></svg>", "2");
    row("element_depth", "<template><div><div></div></div></template>", "0");
    row("images_alt_empty", "<img src=a alt><img src=b alt=' '><img src=c alt=d><img src=e>", "2");
    row("images_alt_long",
        "<img alt='" + QByteArray("a").repeated(101) + "'><img alt='" + QByteArray("\xD0\xB6").repeated(100) +
            "'>",
        "1");
    row("ids_doubled", "<p id=a><p id=b><p id=a><p id=a><a name=b><i id=''><b id=''>", "1");
    row("ids_doubled", "<p id=a><p id=A>", "0");
    row("head_faults", "<p><link rel=alternate hreflang=de href=/de>", "hreflang");
    row("head_faults", "<link rel=alternate hreflang=de href=/de><p><link rel=alternate href=/feed>", "");
    row("twitter", "<meta name=twitter:card content=summary><meta property=Twitter:Image content=a>",
        "card;image");
    row("icon", "<link rel='shortcut icon' href=' /i.ico '><link rel=icon href=/i.png>", "/i.ico");
    row("icon", "<link rel=apple-touch-icon href=/i.png>", "");
    const auto job = [](const QByteArray &more) {
        return "<script type='application/ld+json'>{\"@graph\": [{\"@type\": [\"JobPosting\"], \"title\": "
               "\"a\"," +
               more + "}]}</script>";
    };
    row("jobs", job("\"x\":1") + job("\"x\":1"), "2");
    row("job_faults", job("\"description\":\" \", \"hiringOrganization\":{}, \"datePosted\":\"2026-13-01\""),
        "description;hiringOrganization;datePosted;jobLocation");
    const QByteArray whole =
        "\"description\":\"b\",\"hiringOrganization\":\"c\",\"datePosted\":\"2026-11-30T10:00:00+03:00\",";
    row("job_faults", job(whole + "\"jobLocation\":[{\"address\":\"d\"}]"), "");
    row("job_faults", job(whole + "\"jobLocationType\":\"TELECOMMUTE\""), "jobLocation");
    row("job_faults",
        job(whole +
            "\"jobLocationType\":\"TELECOMMUTE\",\"applicantLocationRequirements\":{\"name\":\"RU\"}"),
        "");
    row("job_faults", job(whole + "\"jobLocation\":\"d\",\"validThrough\":\"soon\""), "validThrough");
    row("job_gaps", job(whole + "\"baseSalary\":9,\"identifier\":0"), "validThrough;employmentType");
    row("password_field", "<input type=Password>", "true");
}

void TestPageDetails::cells()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, column);
    PageRow row;
    setDetailCells(row, read(body), {});
    const auto index = table::pageSchema().indexOf(column);
    QVERIFY(index);
    QTEST(table::toText(row[PageColumn(*index)]), "expected");
}

void TestPageDetails::headers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *column, const char *name, const char *value, const char *expected) {
        QTest::addRow("%s: %s", name, value) << QByteArray(name) << QByteArray(value)
                                             << QString::fromLatin1(column) << QString::fromLatin1(expected);
    };
    row("hsts", "Strict-Transport-Security", "Max-Age=\"300\"; includeSubDomains", "300");
    row("hsts", "strict-transport-security", "includeSubDomains", "");
    row("content_encoding", "Content-Encoding", "GZip", "gzip");
    row("content_encoding", "Content-Encoding", "identity", "");
    row("safety_headers", "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'",
        "csp;frames");
    row("safety_headers", "X-Content-Type-Options", "nosniff", "nosniff");
    row("safety_headers", "X-Frame-Options", "DENY", "frames");
    row("unsafe_cookies", "Set-Cookie", "sid=secret; Secure; HttpOnly; SameSite=Lax", "");
    row("unsafe_cookies", "Set-Cookie", "sid=secret; path=/secure", "sid: Secure, HttpOnly, SameSite");
    row("robots_bots", "X-Robots-Tag", "Googlebot: NoIndex", "googlebot: noindex");
    row("robots_bots", "X-Robots-Tag", "noindex", "");
    row("robots_source", "X-Robots-Tag", "noindex", "header");
    row("robots_source", "X-Robots-Tag", "googlebot: noindex", "");
}

void TestPageDetails::headers()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, column);
    PageRow row;
    setHeaderCells(row, {{name, value}}, true);
    setDetailCells(row, {}, {{name, value}});
    QTEST(table::toText(row[PageColumn(*table::pageSchema().indexOf(column))]), "expected");
}

void TestPageDetails::widths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("digits") << u"0123456789"_s << 111;
    QTest::newRow("narrow") << u"iiiiiiiiii"_s << 44;
    QTest::newRow("wide") << u"WWWWWWWWWW"_s << 189;
    QTest::newRow("Cyrillic") << u"жжжжжжжжжж"_s << 134;
    QTest::newRow("East Asian") << u"日本"_s << 40;
    QTest::newRow("beyond") << QString::fromUtf8("\U0001F600") << 20;
}

void TestPageDetails::widths()
{
    QFETCH(const QString, text);
    QTEST(pixelWidth(text.toStdString(), 20), "width");
}

/// Equal texts have equal marks whatever stands around them; nearly equal ones differ in few bits.
void TestPageDetails::textMarks()
{
    const PageFacts one = read("<nav>menu</nav><p>" + words(0, 400));
    const PageFacts same =
        read("<header>other menu</header><div>" + words(0, 400).replace(" ", " <i></i>\n"));
    QCOMPARE(one.details.mainWords, 400);
    QVERIFY(one.details.textHash != 0);
    QCOMPARE(same.details.textHash, one.details.textHash);
    QCOMPARE(same.details.simHash, one.details.simHash);
    const PageFacts near = read("<p>" + words(0, 396) + "an other end here");
    QVERIFY(near.details.textHash != one.details.textHash);
    const int nearBits = std::popcount(near.details.simHash ^ one.details.simHash);
    QVERIFY2(nearBits <= 6, qPrintable(QString::number(nearBits)));
    const PageFacts far = read("<p>" + words(1000, 400));
    QVERIFY(std::popcount(far.details.simHash ^ one.details.simHash) > 16);
    const PageFacts few = read("<p>" + words(0, MainText::FewestWords - 1));
    QCOMPARE(few.details.textHash, 0U);
    QCOMPARE(few.details.simHash, 0U);
}

void TestPageDetails::addresses()
{
    PageRow row;
    setAddressCells(row, "https://example.org:8080/%D0%B6%D0%B6?a=1");
    QCOMPARE(table::toText(row[PageColumn::Host]), u"example.org:8080"_s);
    QCOMPARE(std::get<qint64>(row[PageColumn::UrlLength]), 31);
}

/// Time grows with the page and not with what stands on it.
void TestPageDetails::largePages()
{
    const PageFacts many = read(QByteArray("<div><img src=a><h4>b</h4>").repeated(100'000));
    QCOMPARE(many.details.elements, 300'000);
    QCOMPARE(many.details.imagesNoAlt, 100'000);
    const QByteArray block = "<script type='application/ld+json'>{\"@type\":\"T";
    QByteArray blocks;
    for (int i = 0; i < 1000; ++i)
        blocks += block + QByteArray::number(i) +
                  "\"}</script><link rel=canonical href=" + QByteArray::number(i) + '>';
    const PageFacts data = read(blocks);
    QCOMPARE(data.details.dataTypes.size(), size_t(20));
    QCOMPARE(data.details.canonicals.size(), size_t(20));
    QCOMPARE(data.details.brokenData, 0);
}

void TestPageDetails::areas_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected"); // of each link
    const auto row = [](const char *body, const char *expected) {
        QTest::addRow("%s", body) << QByteArray(body).replace('@', "<a href=x>y</a>") << QByteArray(expected);
    };
    row("@<nav>@</nav>@", "- nav -");
    row("<header>@<nav>@</nav></header><main>@</main><aside>@</aside><footer>@</footer>",
        "header nav main aside footer");
    row("<article><header>@</header></article><main><section><footer>@</footer></section></main>", "- main");
    row("<div role=navigation>@<div>@</div>@</div>@", "nav nav nav -");
    row("<div role='Banner x'>@</div><div role=contentinfo>@</div><p role=button>@", "header footer -");
    row("<section role=complementary>@</section><div role=main>@</div>", "aside main");
    row("<nav><ul><li>@<li><div>@</ul></nav>@", "nav nav -");
    row("<nav><div></nav>@", "-");                // what is open within ends with it
    row("<nav>@</header></div></p>@", "nav nav"); // ends of what is not open mean nothing
    row("<nav><table><tr><td></nav>@</table>@</nav>@", "nav nav -");
    row("<nav><svg><path/><g/></svg>@</nav>@", "nav -");
    row("<template><nav></template>@", "-");
    row("<main><img src=a><br><input>@</main>@", "main -");
}

void TestPageDetails::areas()
{
    QFETCH(const QByteArray, body);
    QByteArrayList found;
    for (const Edge &edge : read(body).edges) {
        const std::string_view area = areaCode(edge.area);
        if (edge.element == Element::A)
            found.append(area.empty() ? QByteArray("-") : QByteArray(area.data(), qsizetype(area.size())));
    }
    QTEST(found.join(' '), "expected");
}

/// Whatever is left open or ended twice takes no more time than its tags, and no more room than is there.
void TestPageDetails::areasOfHostilePages()
{
    QElapsedTimer timer;
    timer.start();
    const PageFacts deep = read(QByteArray("<div>").repeated(200'000) + QByteArray("</b>").repeated(200'000) +
                                "<a href=x>y</a>");
    QVERIFY(deep.details.elementDepth >= 200'000);
    const PageFacts barred =
        read("<b><table><tr><td>" + QByteArray("<i>").repeated(500) + QByteArray("</b>").repeated(200'000));
    QVERIFY(barred.details.elementDepth >= 500);
    const PageFacts nested = read(QByteArray("<nav><table><td>").repeated(100'000) + "<a href=x>y</a>");
    QCOMPARE(nested.edges.back().area, Area::Nav);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestPageDetails::typesOfBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << u"application/pdf"_s;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n....") << u"image/png"_s;
    QTest::newRow("WebP") << QByteArray("RIFF1234WEBPVP8 ") << u"image/webp"_s;
    QTest::newRow("short") << QByteArray("RIFF") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("page") << QByteArray("<!doctype html><p>GIF89a") << QString();
}

void TestPageDetails::typesOfBytes()
{
    QFETCH(const QByteArray, bytes);
    QTEST(QString(binaryType(bytes)), "type");
}

QTEST_GUILESS_MAIN(TestPageDetails)
#include "tst_pagedetails.moc"
