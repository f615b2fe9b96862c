// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltext.h"

#include <QTest>

using namespace linnet::html;
using namespace Qt::Literals::StringLiterals;

class TestHtmlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readable_data();
    void readable();
    void deepNesting();
    void manyAttributes();
};

void TestHtmlText::readable_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const QString &markup, const QString &text) {
        QTest::newRow(tag) << markup << text;
    };
    row("empty", {}, u""_s);
    row("plain", u"  a \n\t b  "_s, u"a b"_s);
    row("paragraphs", u"<p>One</p><p>two</p>\n\n<p>three</p>"_s, u"One\ntwo\nthree"_s);
    row("inline tags add nothing", u"<b>S</b>QL, <em>Power</em> <i>BI</i>"_s, u"SQL, Power BI"_s);
    row("list", u"<ul><li>A</li><li>B</li></ul>c"_s, u"- A\n- B\nc"_s);
    row("list without ends", u"<p>x<ul><li>A<li>B</ul>"_s, u"x\n- A\n- B"_s);
    row("list of paragraphs", u"<ol> <li> <p><b>A</b></p> </li> <li><p></p></li> <li>B</li></ol>"_s,
        u"- A\n- B"_s);
    row("nested lists", u"<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>"_s, u"- A\n- B\n- C"_s);
    row("empty item", u"<li></li>after"_s, u"after"_s);
    row("breaks", u"a<br>b<br/><br />c"_s, u"a\nb\nc"_s);
    row("references", u"&lt;b&gt; &amp;amp; &laquo;x&raquo; &#8212; &#x2022;"_s, u"<b> &amp; «x» — •"_s);
    row("non-breaking space", u"<p>&nbsp;</p>10&nbsp;000&#160;₽<p>\u00a0</p>"_s, u"10 000 ₽"_s);
    row("script and style", u"a<script>x<y</script>b<style>p{}</style>c<iframe>z</iframe>"_s, u"abc"_s);
    row("comment", u"a<!-- <p>x</p> -->b"_s, u"ab"_s);
    row("table", u"<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>"_s, u"a b\nc"_s);
    row("headings", u"<h2>Tasks</h2>do<hr>it"_s, u"Tasks\ndo\nit"_s);
    row("preformatted", u"<pre>a\n  b</pre>\nc\nd"_s, u"a\nb\nc d"_s);
    row("no tag", u"опыт < 3 лет, C<D> и 5<6"_s, u"опыт < 3 лет, C и 5<6"_s);
    row("cut", u"<p>text</p><a href='x"_s, u"text"_s);
    row("cut reference", u"A&amp"_s, u"A&"_s);
    row("NUL", u"a\0b"_s, u"a\0b"_s);
    row("beyond the BMP", u"&#x1F600;\U0001F601"_s, u"\U0001F600\U0001F601"_s);
    row("search result", u"знать <highlighttext>SQL</highlighttext>."_s, u"знать SQL."_s);
}

void TestHtmlText::readable()
{
    QFETCH(QString, markup);
    QTEST(readableText(markup), "text");
}

void TestHtmlText::deepNesting()
{
    constexpr int Depth = 50'000;
    const QString markup =
        u"<div><ul><li>"_s.repeated(Depth) + u"x"_s + u"</li></ul></div>"_s.repeated(Depth);
    QCOMPARE(readableText(markup), u"- x"_s);
}

void TestHtmlText::manyAttributes()
{
    QString markup = u"<p"_s;
    for (int i = 0; i < 20'000; ++i)
        markup += u" a%1='&lt;'"_s.arg(i);
    QCOMPARE(readableText(markup + u">x"_s), u"x"_s);
}

QTEST_GUILESS_MAIN(TestHtmlText)
#include "tst_htmltext.moc"
