// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/cssaddresses.h"

#include <QElapsedTimer>
#include <QTest>

using namespace linnet::links;
using namespace Qt::Literals::StringLiterals;

/// What a style sheet loads.
class TestCssAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void places();
    void linear_data();
    void linear();
};

void TestCssAddresses::found_data()
{
    QTest::addColumn<QByteArray>("css");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const char *css, const QStringList &expected) {
        QTest::newRow(tag) << QByteArray(css) << expected;
    };
    row("nothing", "p { color: red }", {});
    row("bare", "p{background:url(a.png) no-repeat}", {u"a.png"_s});
    row("quoted", "p{background:url( 'a b.png' )}q{background:URL(\"c\")}", {u"a b.png"_s, u"c"_s});
    row("several", "p{background:url(a),url(b)}", {u"a"_s, u"b"_s});
    row("fonts", "@font-face{src:url(f.woff2)format('woff2'),url(f.ttf) format(\"truetype\")}",
        {u"f.woff2"_s, u"f.ttf"_s});
    row("import",
        "@import 'a.css';@IMPORT \"b.css\" screen;@import url(c.css) layer(x);@import url('d.css');",
        {u"import a.css"_s, u"import b.css"_s, u"import c.css"_s, u"import d.css"_s});
    row("import with conditions", "@import 'a.css' supports(background: url('no')) ;p{background:url(b)}",
        {u"import a.css"_s, u"b"_s});
    row("namespace", "@namespace svg url(http://www.w3.org/2000/svg);p{background:url(b)}", {u"b"_s});
    row("comments", "/* url(no) */p{/*'*/background:url(a)/* ' */}", {u"a"_s});
    row("comment that nobody ends", "p{background:url(a)}/* url(b)", {u"a"_s});
    row("strings", "p::before{content:'url(no)'}q{content:\"\\\"url(no)\"}", {});
    row("string that nobody ends", "p::before{content:'url(no)\n}q{background:url(a)}", {u"a"_s});
    row("escapes", "p{background:url(a\\ b\\)\\63 d)}q{background:url('\\44F .png')}",
        {u"a b)cd"_s, u"\u044F.png"_s});
    row("escape of nothing", "p{background:url('\\0 \\D800 \\110000 x')}", {u"\uFFFD\uFFFD\uFFFDx"_s});
    row("line break within", "p{background:url('a\\\nb')}", {u"ab"_s});
    row("none at all", "p{background:url()}q{background:url('')}r{background:url( )}", {});
    row("bad bare ones", "p{background:url(a b)}q{background:url(a\"b)}r{background:url(c)}", {u"c"_s});
    row("places and contents", "p{fill:url(#g);background:url(data:image/png;base64,AA)}", {});
    row("other names", "p{background:myurl(a)}q{width:-url(b)}r{background:curl(c)}", {});
    row("image-set",
        "p{background:image-set('a.png' 1x,\"b.png\" type('image/png') 2x,url(c) 3x)}"
        "q{content:'no'}r{background:-webkit-image-set(url(d)1x)}",
        {u"a.png"_s, u"b.png"_s, u"c"_s, u"d"_s});
    row("end in the middle", "p{background:url(a", {u"a"_s});
    row("end in a string", "p{background:url('a", {u"a"_s});
    row("backslash at the end", "p{background:url(a\\", {u"a"_s});
}

void TestCssAddresses::found()
{
    QFETCH(const QByteArray, css);
    QFETCH(const QStringList, expected);
    QStringList found;
    for (const CssAddress &address : cssAddresses({css.data(), size_t(css.size())}))
        found.append((address.isSheet ? u"import "_s : QString()) + QString::fromStdString(address.url));
    QCOMPARE(found, expected);
}

void TestCssAddresses::places()
{
    const std::string_view css = "@import 'a';\np{background:url(b)}";
    const std::vector<CssAddress> found = cssAddresses(css);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].offset, css.find('\''));
    QCOMPARE(found[1].offset, css.find("url"));
}

void TestCssAddresses::linear_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"url(", "url('", "/*", "'", "\\", "@import ", "image-set(", "((", "url(a\\\n"})
        QTest::newRow(piece) << QByteArray(piece);
}

// Twice the bytes may take no more than a few times as long: a walk back would take hours here.
void TestCssAddresses::linear()
{
    QFETCH(const QByteArray, piece);
    const QByteArray css = piece.repeated(4'000'000 / piece.size());
    QElapsedTimer time;
    time.start();
    const std::vector<CssAddress> found = cssAddresses({css.data(), size_t(css.size())});
    QVERIFY(found.size() <= size_t(css.size()));
    QVERIFY2(time.elapsed() < 60'000, "quadratic");
}

QTEST_APPLESS_MAIN(TestCssAddresses)
#include "tst_cssaddresses.moc"
