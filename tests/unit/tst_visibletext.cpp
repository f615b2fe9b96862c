// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visibletext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What strangers write cannot turn a line round or hide in it.
class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
};

void TestVisibleText::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Аналитик данных\n\tv2"_s << u"Аналитик данных\n\tv2"_s;
    QTest::newRow("escape") << u"\u001b[31mred"_s << u"␛[31mred"_s;
    QTest::newRow("bell and delete") << u"a\u0007b\u007f"_s << u"a␇b␡"_s;
    QTest::newRow("control sequence introducer") << u"a\u009bb"_s << u"a[U+009B]b"_s;
    QTest::newRow("right to left override")
        << u"http://a\u202eb.example/"_s << u"http://a[U+202E]b.example/"_s;
    QTest::newRow("isolate") << u"\u2067x\u2069"_s << u"[U+2067]x[U+2069]"_s;
    QTest::newRow("Hebrew stays") << u"שלום"_s << u"שלום"_s;
}

void TestVisibleText::texts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(linnet::visibleText(text), shown);
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
