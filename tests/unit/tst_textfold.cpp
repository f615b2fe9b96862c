// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"

#include <QTest>

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
    QTest::newRow("cyrillic case") << u"Вакансия"_qs << u"вак"_qs << true;
    QTest::newRow("yo") << u"Учёный"_qs << u"уЧен"_qs << true;
    QTest::newRow("ye finds yo") << u"учет"_qs << u"Учёт"_qs << true;
    QTest::newRow("latin") << u"SQL analyst"_qs << u"Sql A"_qs << true;
    QTest::newRow("no-break space") << u"1\u00a0000"_qs << u"1 000"_qs << true;
    QTest::newRow("empty needle") << u"x"_qs << QString() << true;
    QTest::newRow("longer needle") << u"x"_qs << u"xy"_qs << false;
    QTest::newRow("surrogates stay") << u"a\U0001F600b"_qs << u"\U0001F600B"_qs << true;
    QTest::newRow("beyond the table") << u"\u1E9E\uFF21"_qs << u"\uFF41"_qs << true;
}

void TestTextFold::contains()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QTEST(containsFolded(text, foldText(needle)), "found");
}

void TestTextFold::order()
{
    QCOMPARE(compareFolded(u"ёлка", u"Ель") > 0, false);
    QVERIFY(compareFolded(u"абв", u"АБГ") < 0);
    QVERIFY(compareFolded(u"аб", u"абв") < 0);
    QVERIFY(compareFolded(u"Я", u"я") != 0);
    QCOMPARE(compareFolded(u"я", u"я"), 0);
}

QTEST_GUILESS_MAIN(TestTextFold)
#include "tst_textfold.moc"
