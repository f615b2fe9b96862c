// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/searchtext.h"

#include "base/textfold.h"

#include <QTest>

using namespace linnet;
using namespace linnet::practice;
using namespace Qt::Literals::StringLiterals;

class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void onlyAskedPlaces();
    void survivesNesting();
};

static InventedVacancy vacancy()
{
    InventedVacancy result;
    result.foldedName = foldText(u"Старший аналитик данных (C++)");
    result.foldedCompany = foldText(u"Тёплый Дом, Blue Kettle");
    result.foldedText = foldText(u"Нужен SQL & Linux. JavaScript не нужен.");
    return result;
}

void TestSearchText::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing asked") << u""_s << true;
    QTest::newRow("word") << u"АНАЛИТИК"_s << true;
    QTest::newRow("other ending") << u"аналитика"_s << true;
    QTest::newRow("beginning of a word only") << u"налитик"_s << false;
    QTest::newRow("ё is е") << u"теплый"_s << true;
    QTest::newRow("all words") << u"аналитик sql"_s << true;
    QTest::newRow("not all words") << u"аналитик python"_s << false;
    QTest::newRow("Latin words are whole") << u"java"_s << false;
    QTest::newRow("prefix") << u"java*"_s << true;
    QTest::newRow("signs") << u"C++"_s << true;
    QTest::newRow("exact") << u"!аналитика"_s << false;
    QTest::newRow("phrase") << u"\"аналитик данных\""_s << true;
    QTest::newRow("phrase in other order") << u"\"данных аналитик\""_s << false;
    QTest::newRow("name") << u"NAME:(аналитик данных)"_s << true;
    QTest::newRow("name only first word bound") << u"NAME:аналитик sql"_s << true;
    QTest::newRow("not in name") << u"NAME:(аналитик sql)"_s << false;
    QTest::newRow("name phrase") << u"NAME:(\"аналитик данных\")"_s << true;
    QTest::newRow("company") << u"COMPANY_NAME:(Blue Kettle)"_s << true;
    QTest::newRow("not in company") << u"COMPANY_NAME:sql"_s << false;
    QTest::newRow("description") << u"DESCRIPTION:(sql AND linux)"_s << true;
    QTest::newRow("or") << u"python OR sql"_s << true;
    QTest::newRow("or binds less") << u"python sql OR аналитик"_s << true;
    QTest::newRow("neither") << u"python OR rust"_s << false;
    QTest::newRow("not") << u"аналитик NOT python"_s << true;
    QTest::newRow("not found") << u"аналитик NOT sql"_s << false;
    QTest::newRow("not bracket") << u"аналитик NOT (python OR linux)"_s << false;
    QTest::newRow("open bracket") << u"NAME:(аналитик"_s << true;
    QTest::newRow("stray bracket") << u") аналитик"_s << true;
    QTest::newRow("open quote") << u"\"аналитик данных"_s << true;
    QTest::newRow("operators alone") << u"AND OR NOT"_s << true;
}

void TestSearchText::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    const TextPlaces everywhere = TextPlace::Name | TextPlace::Company | TextPlace::Text;
    QCOMPARE(SearchText::parse(text, everywhere).matches(vacancy()), found);
}

void TestSearchText::onlyAskedPlaces()
{
    QVERIFY(SearchText::parse(u"sql"_s, TextPlace::Text).matches(vacancy()));
    QVERIFY(!SearchText::parse(u"sql"_s, TextPlace::Name).matches(vacancy()));
}

void TestSearchText::survivesNesting()
{
    const QString deep = QString(3000, u'(') + u"sql"_s;
    const SearchText text = SearchText::parse(deep, TextPlace::Text);
    QVERIFY(text.matches(vacancy()));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
