// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void everyCommandIsEscaped();
    void jsonMeansTheSame();
};

void TestVisibleText::shows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Аналитик, 100 000 ₽ 😀"_s
                           << u"Аналитик, 100 000 ₽ 😀"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("colour") << u"a\u001b[31mb"_s << u"a\\u001b[31mb"_s;
    QTest::newRow("one byte CSI") << u"\u009b2J"_s << u"\\u009b2J"_s;
    QTest::newRow("delete") << u"a\u007f"_s << u"a\\u007f"_s;
    QTest::newRow("turned address") << u"http://a\u202eb.example/"_s << u"http://a\\u202eb.example/"_s;
    QTest::newRow("isolates") << u"\u2066x\u2069"_s << u"\\u2066x\\u2069"_s;
    QTest::newRow("line feed") << u"a\nb"_s << u"a\\u000ab"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
    QTest::newRow("Arabic stays") << u"مهندس"_s << u"مهندس"_s;
}

void TestVisibleText::shows()
{
    QFETCH(const QString, text);
    QTEST(visibleText(text), "shown");
}

void TestVisibleText::everyCommandIsEscaped()
{
    for (char16_t code = 0; code < 0xffff; ++code) {
        const QChar unit(code);
        if (unit.isSurrogate())
            continue;
        const QString shown = visibleText(QStringView(&unit, 1), LineBreaks::Keep);
        const bool isOurs = unit == u'\n' || unit == u'\t';
        const bool obeyed = unit.category() == QChar::Other_Control || unit.direction() == QChar::DirRLO ||
                            unit.direction() == QChar::DirLRO || unit.direction() == QChar::DirRLE ||
                            unit.direction() == QChar::DirLRE || unit.direction() == QChar::DirPDF ||
                            unit.direction() == QChar::DirRLI || unit.direction() == QChar::DirLRI;
        if (obeyed)
            QCOMPARE(shown == unit, isOurs);
    }
    QCOMPARE(visibleText(u"a\n\tb", LineBreaks::Keep), u"a\n\tb"_s);
}

void TestVisibleText::jsonMeansTheSame()
{
    const QJsonArray before{u"\u009b\u202e\u001b\n \"x\" \\ я"_s};
    const QString text = QString::fromUtf8(QJsonDocument(before).toJson());
    QVERIFY(text.contains(u'\u202e'));
    const QString shown = visibleText(text, LineBreaks::Keep);
    QVERIFY(!shown.contains(u'\u202e'));
    QCOMPARE(QJsonDocument::fromJson(shown.toUtf8()).array(), before);
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
