// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/encoding.h"
#include "encoding/utf8.h"
#include "links/page/pagereader.h"
#include "store/sqlite/fragmentset.h"
#include "support/growth.h"
#include "support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace linnet;
using namespace linnet::links;
using namespace linnet::url;
using namespace Qt::Literals::StringLiterals;
using namespace std::string_view_literals;

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

PageFacts read(const QByteArray &body, const char *charset = "utf-8")
{
    return readPage(body, {"http://example.org/a/b.html?c", charset});
}

/// An edge on one line: element, address, then what is not empty.
QString show(const PageFacts &facts, const Edge &edge)
{
    const NamedAddress &address = facts.addresses[edge.address];
    QStringList parts{text(elementCode(edge.element)), text(address.url)};
    if (address.kind != UrlKind::Http)
        parts[1] = (address.kind == UrlKind::Foreign ? u"foreign "_s : u"invalid "_s) + parts[1];
    if (edge.hasFragment)
        parts[1] += u'#' + text(edge.fragment);
    if (!edge.anchor.empty())
        parts.append(u'[' + text(edge.anchor) + u']');
    if (!edge.rel.empty())
        parts.append(u"rel="_s + text(edge.rel));
    if (edge.nofollow)
        parts.append(u"nofollow"_s);
    if (edge.originOnly)
        parts.append(u"origin"_s);
    return parts.join(u' ');
}

QString showEdges(const PageFacts &facts)
{
    QStringList lines;
    for (const Edge &edge : facts.edges)
        lines.append(show(facts, edge));
    return lines.join(u'\n');
}

struct Case
{
    QByteArray data;
    QByteArray encoding;
    int line = 0;
};

/// The cases of an html5lib .dat file: "#data", bytes, "#encoding", a label.
QList<Case> casesOf(const QByteArray &file)
{
    QList<Case> cases;
    bool inData = false;
    int line = 0;
    for (const QByteArray &text : file.split('\n')) {
        ++line;
        if (text == "#data") {
            cases.append({{}, {}, line});
            inData = true;
        } else if (text == "#encoding") {
            inData = false;
        } else if (!cases.isEmpty() && inData) {
            cases.last().data += text + '\n';
        } else if (!cases.isEmpty() && cases.last().encoding.isEmpty()) {
            cases.last().encoding = text;
        }
    }
    return cases;
}
} // namespace

class TestReadPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges_data();
    void edges();
    void facts_data();
    void facts();
    void lines_data();
    void lines();
    void encodings_data();
    void encodings();
    void scripted_data();
    void scripted();
    void robots_data();
    void robots();
    void robotsHeaders_data();
    void robotsHeaders();
    void fragments_data();
    void fragments();
    void headersOfAnyBytes();
    void limits();
    void linear_data();
    void linear();
    void mutations();
    void encodingConformance_data();
    void encodingConformance();
};

void TestReadPage::edges_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *tag, const char *body, const QString &expected) {
        QTest::newRow(tag) << QByteArray(body) << expected;
    };
    row("anchor", "<a href='x y?a&amp;b#f'> some \n <b>te</b>xt<br>here </a>",
        u"a http://example.org/a/x%20y?a&b#f [some text here]"_s);
    row("anchors in a row", "<a href=1>one<a href=2>two</a>three",
        u"a http://example.org/a/1 [one]\na http://example.org/a/2 [two]"_s);
    row("anchor without address", "<a href=1>one<a name=x>two</a>", u"a http://example.org/a/1 [one]"_s);
    row("image in an anchor", "<a href=1><img src=i.png alt=' a  picture '> of it</a>",
        u"a http://example.org/a/1 [a picture of it]\nimg http://example.org/a/i.png [a picture]"_s);
    row("the page itself", "<a href>x</a><a href='#'>y</a>",
        u"a http://example.org/a/b.html?c [x]\na http://example.org/a/b.html?c# [y]"_s);
    row("rel", "<a rel='NoFollow  UGC' href=x>y</a>",
        u"a http://example.org/a/x [y] rel=nofollow ugc nofollow"_s);
    row("other schemes",
        "<a href='mailto:x@y'>m</a><a href=' JavaScript:f()'>j</a><img src='data:image/png;base64,AAAA'>",
        u"a foreign mailto:x@y [m]\na foreign javascript:f() [j]\nimg foreign data:image/png;base64,AAAA"_s);
    row("cut between letters", "<img src='data:" + QByteArray(58, 'x') + "\xD0\xB6'>",
        u"img foreign data:"_s + QString(58, u'x'));
    row("no address", "<a href='http://a b/'>x</a>", u"a invalid http://a b/ [x]"_s);
    row("area", "<map><area href=x alt='the  map'></map>", u"area http://example.org/a/x [the map]"_s);
    row("base", "<link rel=x href=1><base href='/base/'><base href=/no/><a href=2>x</a>",
        u"link http://example.org/base/1 rel=x\na http://example.org/base/2 [x]"_s);
    row("base of no use", "<base href='javascript:1'><a href=2>x</a>", u"a http://example.org/a/2 [x]"_s);
    row("sources",
        "<img srcset='1.png, 2.png 2x,3.png 3x , data:x,y 4x'><picture><source srcset='4.png "
        "100w'></picture>",
        u"img http://example.org/a/1.png\nimg http://example.org/a/2.png\nimg http://example.org/a/3.png\nimg foreign data:x,y\nsource http://example.org/a/4.png"_s);
    row("media", "<video src=v poster=p><source src=s></video><audio src=a></audio>",
        u"video http://example.org/a/v\nvideo http://example.org/a/p\nsource http://example.org/a/s\naudio http://example.org/a/a"_s);
    row("style element",
        "<style>\n@import 'i.css' screen;\np { background: url( \"b.png\" ) }</style><a href=1>t</a>",
        u"style http://example.org/a/i.css rel=import\nstyle http://example.org/a/b.png\na http://example.org/a/1 [t]"_s);
    row("style element that nobody ends", "<style>p{background:url(b.png)}",
        u"style http://example.org/a/b.png"_s);
    row("style in a template", "<template><style>p{background:url(b.png)}</style></template>", QString());
    row("style attribute", "<div style='background:url(&quot;b.png&quot;)'><p style='color:red'></div>",
        u"style http://example.org/a/b.png"_s);
    row("what stands for the page",
        "<meta property='og:image' content='/o.png'><meta name=twitter:image content=t.png>"
        "<meta property=og:image:width content=200><meta property='og:audio' content=' '>",
        u"meta http://example.org/o.png rel=og:image\nmeta http://example.org/a/t.png rel=twitter:image"_s);
    row("a page within",
        "<iframe srcdoc=\"<a href=1>x</a><img src=i.png><style>p{background:url(b)}</style>"
        "<iframe srcdoc='<a href=no>'></iframe>\" src=instead></iframe>",
        u"a http://example.org/a/1\nimg http://example.org/a/i.png\nstyle http://example.org/a/b\niframe http://example.org/a/instead"_s);
    row("frames", "<iframe src=i></iframe><frame src=f><frameset>",
        u"iframe http://example.org/a/i\nframe http://example.org/a/f"_s);
    row("scripts", "<script src=s></script><script>'<a href=no>'</script><style><a href=no></style>",
        u"script http://example.org/a/s"_s);
    row("form", "<form action='/go' method=post><form><form action=''>",
        u"form http://example.org/go\nform http://example.org/a/b.html?c"_s);
    row("link hints", "<link rel='dns-prefetch' href=//cdn.example><link rel=icon href=i>",
        u"link http://cdn.example/ rel=dns-prefetch origin\nlink http://example.org/a/i rel=icon"_s);
    row("refresh", "<meta http-equiv=Refresh content='5; URL=\"next\" '>",
        u"meta-refresh http://example.org/a/next"_s);
    row("empty resources", "<img src=''><script src=' '></script><link href><iframe src></iframe>",
        QString());
    row("no tags",
        "<!-- <a href=no> --><textarea><a href=no></textarea><title><a href=no></title><p title='<a "
        "href=no>'>",
        QString());
    row("templates", "<template><a href=no>x</a><template></template><a href=no></template><a href=x>y</a>",
        u"a http://example.org/a/x [y]"_s);
    row("shadow root", "<template shadowrootmode=open><a href=x>y</a></template>",
        u"a http://example.org/a/x [y]"_s);
    row("noscript", "<noscript><a href=x>y</a></noscript>", u"a http://example.org/a/x"_s);
    row("svg", "<svg><title/><style/><a xlink:href=x>y</a></svg><a href=z>z</a>",
        u"a http://example.org/a/x [y]\na http://example.org/a/z [z]"_s);
    row("names in capitals", "<A HREF=x REL=Next>y</A>", u"a http://example.org/a/x [y] rel=next"_s);
    row("first of two", "<a href=1 href=2>y</a>", u"a http://example.org/a/1 [y]"_s);
    row("cut in a tag", "<a href=1>x</a><a href=2", u"a http://example.org/a/1 [x]"_s);
    row("NUL", "<a href=1>x</a>", u"a http://example.org/a/1 [x]"_s);
    row("foreign letters", "<a href='/ж'>Ж</a>", u"a http://example.org/%D0%B6 [Ж]"_s);
}

void TestReadPage::edges()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(showEdges(read(body)), expected);
}

void TestReadPage::facts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected"); // title, description, h1, h2, canonical, language, words
    const auto row = [](const char *tag, const char *body, const QStringList &expected) {
        QTest::newRow(tag) << QByteArray(body) << expected;
    };
    row("all",
        "<html lang=' de '><title> A &amp;\n B </title><meta name=Description content=' of  it "
        "'><h1>One<br>line</h1>"
        "<h2>Two <b>w</b>ords</h2><h1>no</h1><link rel='x Canonical' href=/c#f>",
        {u"A & B"_s, u"of it"_s, u"One line"_s, u"Two words"_s, u"http://example.org/c"_s, u"de"_s, u"5"_s});
    row("nothing", "", {{}, {}, {}, {}, {}, {}, u"0"_s});
    row("second title", "<title></title><title>x</title>", {{}, {}, {}, {}, {}, {}, u"0"_s});
    row("title of a picture", "<svg><title>no</title></svg><title>yes</title>",
        {u"yes"_s, {}, {}, {}, {}, {}, u"0"_s});
    row("open headings", "<h1>a<h2>b<p>c", {{}, {}, u"a"_s, u"b c"_s, {}, {}, u"3"_s});
    row("first description", "<meta name=description content=''><meta name=description content=x>",
        {{}, u"x"_s, {}, {}, {}, {}, u"0"_s});
    row("canonical of no use", "<link rel=canonical href='http://a b/'>",
        {{}, {}, {}, {}, u"http://a b/"_s, {}, u"0"_s});
    row("language of HTTP", "<meta http-equiv=content-language content='en, de'>",
        {{}, {}, {}, {}, {}, u"en"_s, u"0"_s});
    row("words",
        "one<b>two</b> three<p>four</p>- <script>no "
        "no</script><style>no</style>5&nbsp;six<template>no</template>"
        "<noscript>no</noscript><td>7<td>8",
        {{}, {}, {}, {}, {}, {}, u"7"_s});
}

void TestReadPage::facts()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    const PageFacts found = read(body);
    QStringList got;
    for (const std::string &fact :
         {found.title, found.description, found.h1, found.h2, found.canonical, found.language})
        got.append(text(fact));
    got.append(QString::number(found.words));
    QCOMPARE(got.join(u'|'), expected.join(u'|'));
}

void TestReadPage::lines_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("first") << QByteArray("<a href=x>") << QList<int>{1};
    QTest::newRow("unix") << QByteArray("\n<a\nhref=x>\n\n<a href=y>") << QList<int>{2, 5};
    QTest::newRow("windows") << QByteArray("\r\n<a href=x>\r\n<a href=y>") << QList<int>{2, 3};
    QTest::newRow("old mac") << QByteArray("\r<a href=x>\r<a href=y>") << QList<int>{2, 3};
    QTest::newRow("style element") << QByteArray("\n<style>\na{background:url(x)}\n@import 'y';</style>")
                                   << QList<int>{3, 4};
    QTest::newRow("style attribute") << QByteArray("\n\n<p style='background:url(x)'>\n<a href=y>")
                                     << QList<int>{3, 4};
    QTest::newRow("page within") << QByteArray("\n<iframe srcdoc='\n\n<a href=x>\n'></iframe>\n<a href=y>")
                                 << QList<int>{2, 6};
    QTest::newRow("same line") << QByteArray("\n<a href=x><a href=y>") << QList<int>{2, 2};
}

void TestReadPage::lines()
{
    QFETCH(QByteArray, body);
    QList<int> got;
    for (const Edge &edge : read(body).edges)
        got.append(edge.line);
    QTEST(got, "expected");
}

void TestReadPage::encodings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("charset"); // name, source, whether faulty
    QTest::addColumn<QString>("url");
    const auto row = [](const char *tag, const QByteArray &body, const char *http, const QString &title,
                        const QString &charset, const QString &url) {
        QTest::newRow(tag) << body << QByteArray(http) << title << charset << url;
    };
    const QByteArray tail = "<a href='\xC6?\xC6'>";
    row("header", "<title>\xC6\xF3\xEA</title>" + tail, "windows-1251", u"Жук"_s, u"windows-1251 http"_s,
        u"http://example.org/a/%D0%96?%C6"_s);
    row("meta", "<meta charset=windows-1251><title>\xC6\xF3\xEA</title>" + tail, "", u"Жук"_s,
        u"windows-1251 meta"_s, u"http://example.org/a/%D0%96?%C6"_s);
    row("late meta", QByteArray(2000, '\n') + "<title>\xC6\xF3\xEA</title><meta charset=windows-1251>" + tail,
        "", u"Жук"_s, u"windows-1251 meta"_s, u"http://example.org/a/%D0%96?%C6"_s);
    row("wrong header", "<title>\xC6\xF3</title>", "utf-8", u"\uFFFD\uFFFD"_s, u"UTF-8 http faulty"_s,
        QString());
    row("UTF-16", QByteArray("\xFF\xFE<\0t\0i\0t\0l\0e\0>\0\x16\x04<\0/\0t\0i\0t\0l\0e\0>\0", 34), "", u"Ж"_s,
        u"UTF-16LE bom"_s, QString());
    row("UTF-8 mark", "\xEF\xBB\xBF<title>\xD0\x96</title>", "windows-1251", u"Ж"_s, u"UTF-8 bom"_s,
        QString());
}

void TestReadPage::encodings()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, http);
    QFETCH(QString, url);
    const PageFacts found = read(body, http.constData());
    QTEST(text(found.title), "title");
    QTEST(text(found.charset) + u' ' + text(html::sourceCode(found.charsetSource)) +
              (found.charsetFaulty ? u" faulty"_s : QString()),
          "charset");
    QCOMPARE(found.edges.empty() ? QString() : text(found.addresses.front().url), url);
}

void TestReadPage::scripted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expected");
    const QByteArray words = QByteArray("word ").repeated(60);
    QTest::newRow("root only") << QByteArray("<div id=root></div><script src=app.js></script>") << true;
    QTest::newRow("with a note") << "<noscript>Please enable JavaScript.</noscript>" + words +
                                        "<script>x</script>"
                                 << true;
    QTest::newRow("text") << words + "<script>x</script>" << false;
    QTest::newRow("links") << QByteArray("<a href=1><a href=2><a href=3><a href=4><script>x</script>")
                           << false;
    QTest::newRow("no scripts") << QByteArray("<p>short") << false;
    QTest::newRow("data only") << QByteArray("<p>short<script type='application/ld+json'>{}</script>")
                               << false;
}

void TestReadPage::scripted()
{
    QFETCH(QByteArray, body);
    QTEST(read(body).scripted, "expected");
}

void TestReadPage::robots_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *body, const QString &expected) {
        QTest::newRow(body) << QByteArray(body) << expected;
    };
    row("", u"index,follow:"_s);
    row("<meta name=robots content='NoIndex'>", u"noindex,follow:noindex"_s);
    row("<meta name=ROBOTS content='all, nofollow ,'>", u"index,nofollow:all, nofollow"_s);
    row("<meta name=robots content=none>", u"noindex,nofollow:none"_s);
    row("<meta name=otherbot content=noindex>", u"index,follow:"_s);
    row("<meta name=Linnet content=noindex><meta name=robots content=nofollow>",
        u"noindex,nofollow:noindex, nofollow"_s);
}

void TestReadPage::robots()
{
    QFETCH(QByteArray, body);
    const IndexRules rules = read(body).robots;
    QTEST((rules.indexable() ? u"index,"_s : u"noindex,"_s) +
              (rules.nofollow ? u"nofollow:"_s : u"follow:"_s) + text(rules.text),
          "expected");
}

void TestReadPage::robotsHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *header, const QString &expected) {
        QTest::newRow(header) << QByteArray(header) << expected;
    };
    row("noindex, nofollow", u"noindex,nofollow"_s);
    row("googlebot: noindex", u"index,follow"_s);
    row("Linnet: noindex", u"noindex,follow"_s);
    row("unavailable_after: 25 Jun 2010 15:00:00 PST", u"index,follow"_s);
    row("noindex, max-snippet:20", u"noindex,follow"_s);
    row("", u"index,follow"_s);
    row(":", u"index,follow"_s);
}

void TestReadPage::robotsHeaders()
{
    QFETCH(QByteArray, header);
    IndexRules rules;
    rules.addHeader(header.toStdString());
    QTEST((rules.indexable() ? u"index,"_s : u"noindex,"_s) + (rules.nofollow ? u"nofollow"_s : u"follow"_s),
          "expected");
}

void TestReadPage::fragments_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<bool>("expected");
    for (const char *there :
         {"", "top", "TOP", "one", "two", "a b", "a%20b", "%D0%B6", "ж", "a%41", ":~:text=x", "one:~:text=x"})
        QTest::newRow(there) << QString::fromUtf8(there) << true;
    for (const char *missing : {"One", "three", "named", "deep", "a", "%"})
        QTest::newRow(missing) << QString::fromUtf8(missing) << false;
}

void TestReadPage::fragments()
{
    QFETCH(QString, fragment);
    const PageFacts found =
        read("<p id=one><a name=two><img name=named><p id='a b'><p id=ж><p id=one><p id='a%41'><p id=''>"
             "<template><p id=deep></template>");
    QCOMPARE(found.places.size(), 5 * 8);
    QTEST(store::FragmentSet::contains(found.places, fragment.toUtf8()), "expected");
}

/// What a header names is UTF-8 afterwards; bytes of an address of the web are kept by their codes.
void TestReadPage::headersOfAnyBytes()
{
    PageContext context{.url = "http://example.org/a/", .httpCharset = "utf-8"};
    context.linkHeader = "<news:\xED\xEE\xE2>; rel=canonical, <b\xE8>; rel=alternate; hreflang=\"r\xFF\"";
    context.refreshHeader = "3; url=odd:\xE0";
    const PageFacts facts = readPage("<p>x</p>", context);
    QCOMPARE(facts.addresses.size(), size_t(3));
    for (const NamedAddress &address : facts.addresses)
        QVERIFY2(encoding::isValidUtf8(address.url), address.url.c_str());
    QCOMPARE(std::ranges::count(facts.addresses, "http://example.org/a/b%E8", &NamedAddress::url), 1);
    QVERIFY(encoding::isValidUtf8(facts.canonical));
    QVERIFY(encoding::isValidUtf8(facts.refreshUrl));
    QCOMPARE(facts.alternates.size(), size_t(1));
    QCOMPARE(facts.alternates[0].language, std::string("r\xEF\xBF\xBD"));
}

void TestReadPage::limits()
{
    const PageFacts many = read(QByteArray("<a href=x>").repeated(200'010));
    QCOMPARE(many.edges.size(), std::size_t(200'000));
    QCOMPARE(many.edgesLeftOut, 10);

    const QByteArray base = "<base href='http://example.org/" + QByteArray(100'000, 'b') + "/'>";
    QByteArray links;
    for (int i = 0; i < 10'000; ++i)
        links += "<a href=" + QByteArray::number(i) + '>';
    const PageFacts large = read(base + links);
    QCOMPARE(large.edges.size() + std::size_t(large.edgesLeftOut), std::size_t(10'000));
    QVERIFY(large.edgesLeftOut > 9'000);

    const PageFacts texts = read("<title>" + QByteArray("ж").repeated(5000) + "</title><a href=x>" +
                                 QByteArray("ж ").repeated(5000));
    QCOMPARE(text(texts.title).size(), 2000);
    QCOMPARE(text(texts.edges.front().anchor).size(), 500);
}

void TestReadPage::linear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit : {"<div>",
                             "<a href=x>",
                             "<a href=x>y",
                             "<template>",
                             "<noscript>",
                             "<svg>",
                             "<h1>",
                             "<h1>x",
                             "<title>",
                             "<img srcset='x,",
                             "<meta charset=koi8-r>",
                             "<meta http-equiv=refresh content='1;url=x'>",
                             "<p id=x>",
                             "<base href=x>",
                             "<a href='../../",
                             "x ",
                             "\xD0\x96 ",
                             "\xFF",
                             "&nbsp;",
                             "<link rel=canonical href=x>",
                             "<link rel=alternate hreflang=x href=y>",
                             "<img alt='x y' src=z>",
                             "</p>"})
        QTest::newRow(unit) << QByteArray(unit);
}

// Ten times the page takes about ten times as long; quadratic work would take a hundred times.
void TestReadPage::linear()
{
    QFETCH(QByteArray, unit);
    constexpr int Small = 10'000;
    const QByteArray few = unit.repeated(Small);
    const QByteArray many = unit.repeated(10 * Small);
    const auto growth = test::Growth::of([&few] { read(few, ""); }, [&many] { read(many, ""); }, 50);
    QVERIFY2(growth.isBelow(50), qPrintable(growth.text()));
}

// Pages with random damage never break the reader, and what it gives is always valid UTF-8.
void TestReadPage::mutations()
{
    const QByteArray seed =
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A &amp; B</title>"
        "<base href='/x/'><link rel=canonical href='?a=1&amp;b'><meta name=robots content='noindex'>"
        "<meta http-equiv=refresh content='0; url=y'></head><body id=top><h1>Head</h1>"
        "<a href=\"../p%20q/?x=ж#f\" rel=nofollow>te<b>x</b>t</a><img src=i.png srcset='a 1x, b 2x' alt='Ж'>"
        "<script>if (a<b) '<!-- <script>';</script><!-- c --><svg><title/></svg><template></template>"
        "<a href='http://[::1]:80/'></a><a href='//\xC3\xA4.example\\x'>&notin;&#x416;</a>";
    constexpr std::string_view alphabet = "<>/!-&#x;='\" a?]\r\n\0\xD0\x96\xFF%.:@["sv;
    QRandomGenerator random(20261122);
    const int rounds = qEnvironmentVariableIntValue("LINNET_MUTATIONS");
    for (int round = 0; round < std::max(rounds, 3000); ++round) {
        QByteArray body = seed;
        for (quint32 change = random.bounded(1U, 12U); change > 0 && !body.isEmpty(); --change) {
            const qsizetype at = random.bounded(int(body.size()));
            switch (random.bounded(4)) {
            case 0:
                body[at] = alphabet[std::size_t(random.bounded(int(alphabet.size())))];
                break;
            case 1:
                body.insert(at, body.mid(random.bounded(int(body.size())), random.bounded(1, 40)));
                break;
            case 2:
                body.remove(at, random.bounded(1, 20));
                break;
            default:
                body[at] = char(random.bounded(256));
            }
        }
        const PageFacts found = read(body, round % 3 == 0 ? "windows-1251" : (round % 3 == 1 ? "utf-8" : ""));
        std::vector<std::string_view> texts{found.title, found.h1, found.description, found.canonical,
                                            found.base};
        for (const Edge &edge : found.edges) {
            const auto &[kind, url, login] = found.addresses[edge.address];
            texts.insert(texts.end(), {std::string_view(url), std::string_view(login), edge.anchor,
                                       edge.fragment, edge.rel});
            QVERIFY2(kind != UrlKind::Http || parseUrl(url).href == url, url.c_str());
        }
        for (const std::string_view piece : texts)
            QVERIFY2(encoding::isValidUtf8(piece), body.toPercentEncoding().constData());
    }
}

void TestReadPage::encodingConformance_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = test::sharedFile(u"conformance/html5lib-encoding"_s);
    if (folder.isEmpty())
        QSKIP("conformance/html5lib-encoding is not there");
    for (const QString &file : QDir(folder).entryList({u"*.dat"_s}, QDir::Files))
        QTest::newRow(qPrintable(file)) << QDir(folder).filePath(file);
}

void TestReadPage::encodingConformance()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<Case> cases = casesOf(file.readAll());
    QVERIFY(!cases.isEmpty());
    QStringList wrong;
    for (const Case &item : cases) {
        const PageFacts found = read(item.data, "");
        // The files take windows-1252 where nothing speaks; here the bytes themselves may.
        const bool told = found.charsetSource == html::EncodingSource::Meta ||
                          found.charsetSource == html::EncodingSource::ByteOrderMark;
        const QString name = told ? text(found.charset) : u"windows-1252"_s;
        const QString wanted = text(encoding::nameForLabel(item.encoding.toStdString()));
        if (name != wanted)
            wrong.append(u"line %1: got %2, want %3"_s.arg(item.line).arg(name, wanted));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestReadPage)
#include "tst_readpage.moc"
