// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"

#include "store/sqlite/foldedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;

class TestTextFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void order();
};

void TestTextFold::contains_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("cyrillic case") << u"Вакансия"_s << u"вак"_s << true;
    QTest::newRow("yo") << u"Учёный"_s << u"уЧен"_s << true;
    QTest::newRow("ye finds yo") << u"учет"_s << u"Учёт"_s << true;
    QTest::newRow("latin") << u"SQL analyst"_s << u"Sql A"_s << true;
    QTest::newRow("no-break space") << u"1\u00a0000"_s << u"1 000"_s << true;
    QTest::newRow("empty needle") << u"x"_s << QString() << true;
    QTest::newRow("longer needle") << u"x"_s << u"xy"_s << false;
    QTest::newRow("surrogates stay") << u"a\U0001F600b"_s << u"\U0001F600B"_s << true;
    QTest::newRow("soft hyphens") << u"пере\u00adда\u00adча"_s << u"передача"_s << true;
    QTest::newRow("soft hyphen typed") << u"передача"_s << u"пере\u00adдача"_s << true;
    QTest::newRow("no width") << u"S\u200bQ\u200dL\ufeff"_s << u"sql"_s << true;
    QTest::newRow("1C in Cyrillic") << u"Программист 1С"_s << u"1C"_s << true;
    QTest::newRow("1C in Latin") << u"программист 1C:ERP"_s << u"1С"_s << true;
    QTest::newRow("C++ in Cyrillic") << u"С++ и С#"_s << u"c#"_s << true;
    QTest::newRow("B2B") << u"продажи В2В"_s << u"b2b"_s << true;
    QTest::newRow("words stay Cyrillic") << u"форма"_s << u"PM"_s << false;
    QTest::newRow("beside a number") << u"до 20кг"_s << u"кг"_s << true;
    QTest::newRow("beyond the table") << u"\u1E9E\uFF21"_s << u"\uFF41"_s << true;
}

void TestTextFold::contains()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QTEST(containsFolded(text, foldText(needle)), "found");
    // What the project's file does is the same.
    store::FoldedText folded;
    QTEST(folded.utf16(text.toUtf8()).contains(foldText(needle)), "found");
    QCOMPARE(folded.utf8(text.toUtf8()).toByteArray(), foldText(text).toUtf8());
}

void TestTextFold::order()
{
    QCOMPARE(compareFolded(u"ёлка", u"Ель") > 0, false);
    QVERIFY(compareFolded(u"абв", u"АБГ") < 0);
    QVERIFY(compareFolded(u"аб", u"абв") < 0);
    QVERIFY(compareFolded(u"Я", u"я") != 0);
    QCOMPARE(compareFolded(u"я", u"я"), 0);
    QVERIFY(compareFolded(u"1С", u"1D") < 0);
    QVERIFY(compareFolded(u"а\u00adб", u"аб") != 0);
    QVERIFY(compareFolded(u"а\u00adв", u"аб") > 0);
}

QTEST_GUILESS_MAIN(TestTextFold)
#include "tst_textfold.moc"
