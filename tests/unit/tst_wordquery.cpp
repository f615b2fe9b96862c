// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"
#include "table/foldedwords.h"
#include "table/wordquery.h"

#include <QTest>

using namespace linnet;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;

/// What a word is, and which texts have them.
class TestWordQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void longWordsAreCut();
    void terms_data();
    void terms();
    void nonsense_data();
    void nonsense();
    void matches_data();
    void matches();
    void hits_data();
    void hits();
};

void TestWordQuery::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words"); // joined by bars
    const auto row = [](const QString &text, const QString &words) {
        QTest::newRow(qPrintable(text)) << text << words;
    };
    row(u"Аналитик данных, SQL!"_s, u"аналитик|данных|sql"_s);
    row(u"ёлка ЁЛКА"_s, u"елка|елка"_s);
    row(u"C++, C#; С++/С#"_s, u"c++|c#|c++|c#"_s);
    row(u"C++17 C#9 F#"_s, u"c++|17|c#|9|f#"_s);
    row(u"C+Java HTML+CSS"_s, u"c|java|html|css"_s);
    row(u"18+ A+ Python+ page#top"_s, u"18+|a+|python|page|top"_s);
    row(u"+7 #1 ++ -"_s, u"7|1"_s);
    row(u"1С:Бухгалтерия 1C"_s, u"1c|бухгалтерия|1c"_s);
    row(u"Node.js front-end инженер-программист"_s, u"node|js|front|end|инженер|программист"_s);
    row(u"про\u00adгам\u00adмист не\u00a0указано"_s, u"прогаммист|не|указано"_s);
    row(u"«ООО» — d’Artagnan … №5"_s, u"ооо|d|artagnan|5"_s);
    row(u"数据 アB"_s, u"数|据|ア|b"_s);
    row(u"ok 😀 \U00020000x"_s, u"ok|\U00020000|x"_s);
    row(u" \n\t.,;"_s, u""_s);
    row(u""_s, u""_s);
}

void TestWordQuery::words()
{
    QFETCH(const QString, text);
    const QString folded = foldText(text);
    QStringList found;
    qsizetype before = 0;
    for (FoldedWords words(folded); words.next();) {
        found << words.word().toString();
        QVERIFY(words.at() >= before);
        before = words.end();
        QCOMPARE(words.word(), QStringView(folded).sliced(words.at(), words.end() - words.at()));
    }
    QTEST(found.join(u'|'), "words");
}

void TestWordQuery::longWordsAreCut()
{
    const QString text = QString(100'000, u'я') + u" конец"_s;
    FoldedWords words(text);
    QVERIFY(words.next());
    QCOMPARE(words.word().size(), FoldedWords::MostUnits);
    QCOMPARE(words.end(), 100'000);
    QVERIFY(words.next());
    QCOMPARE(words.word(), u"конец"_s);
    QVERIFY(!words.next());
    // No half of a pair is left.
    const QString pairs = u"x"_s + u"\U00010400"_s.repeated(100);
    FoldedWords cut(pairs);
    QVERIFY(cut.next());
    QCOMPARE(cut.word().size(), FoldedWords::MostUnits - 1);
    QVERIFY(!cut.next());
}

void TestWordQuery::terms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("terms"); // as FTS5 would be asked
    const auto row = [](const QString &text, const QString &terms) {
        QTest::newRow(qPrintable(text)) << text << terms;
    };
    row(u"Анал* SQL"_s, u"[анал*] [sql]"_s);
    row(u"\"Power BI\" «машинное обучение»"_s, u"[power bi] [машинное обучение]"_s);
    row(u"Node.js"_s, u"[node js]"_s);
    row(u"\"data scien*\""_s, u"[data scien*]"_s);
    row(u"C++ & С#"_s, u"[c++] [c#]"_s);
    row(u"sql SQL"_s, u"[sql]"_s);
    row(u"a\"b c\"d"_s, u"[a] [b c] [d]"_s);
    row(u"AND OR NEAR(a)"_s, u"[and] [or] [near a]"_s);
    row(u"анал**"_s, u"[анал*]"_s);
}

void TestWordQuery::terms()
{
    QFETCH(const QString, text);
    const Result<WordQuery> query = WordQuery::parse(text);
    QVERIFY(query);
    QStringList found;
    for (const WordQuery::Term &term : query->terms())
        found << u'[' + term.words.join(u' ') + (term.isBeginning ? u"*]"_s : u"]"_s);
    QTEST(found.join(u' '), "terms");
}

void TestWordQuery::nonsense_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const QString &text, const QString &detail) {
        QTest::newRow(qPrintable(text.left(20))) << text << detail;
    };
    row(u""_s, u"there is no word in it: letters or digits are needed"_s);
    row(u" -- & "_s, u"there is no word in it: letters or digits are needed"_s);
    row(u"*"_s, u"a * needs the beginning of a word before it"_s);
    row(u"sql *"_s, u"a * needs the beginning of a word before it"_s);
    row(u"ан*лиз"_s, u"a * can only stand at the end of a word"_s);
    row(u"\"sql"_s, u"the quote is not closed"_s);
    row(u"sql \"--\""_s, u"there is no word between the quotes"_s);
    row(u"\"sql *\""_s, u"a * needs the beginning of a word before it"_s);
    QStringList many;
    for (int i = 0; i <= WordQuery::MostWords; ++i)
        many << u"w%1"_s.arg(i);
    row(many.join(u' '), u"these are more than 100 words"_s);
}

void TestWordQuery::nonsense()
{
    QFETCH(const QString, text);
    const Result<WordQuery> query = WordQuery::parse(text);
    QVERIFY(!query);
    QCOMPARE(query.error().reason, Reason::BadValue);
    QTEST(query.error().detail, "detail");
}

void TestWordQuery::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    const auto row = [](const QString &query, const QString &text, bool is) {
        QTest::newRow(qPrintable(query + u" in "_s + text.left(30))) << query << text << is;
    };
    row(u"sql"_s, u"MySQL и SQL"_s, true);
    row(u"sql"_s, u"MySQL"_s, false);
    row(u"my*"_s, u"MySQL"_s, true);
    row(u"sql my*"_s, u"MySQL, SQL"_s, true);
    row(u"sql python"_s, u"SQL"_s, false);
    row(u"\"power bi\""_s, u"Power-BI"_s, true);
    row(u"\"power bi\""_s, u"BI Power"_s, false);
    row(u"\"power power bi\""_s, u"power power power bi"_s, true);
    row(u"учёный"_s, u"УЧЕНЫЙ"_s, true);
    row(u"c"_s, u"C++ и C#"_s, false);
    row(u"c++"_s, u"С++17"_s, true);
    row(u"1с"_s, u"1C"_s, true);
    row(u"\"a b*\""_s, u"a c a bx"_s, true);
    row(u"x"_s, u""_s, false);
}

void TestWordQuery::matches()
{
    QFETCH(const QString, query);
    QFETCH(const QString, text);
    const Result<WordQuery> parsed = WordQuery::parse(query);
    QVERIFY(parsed);
    const bool isFound = parsed->matches(foldText(text));
    QTEST(isFound, "is");
    QCOMPARE(!parsed->hits(text).empty() || parsed->terms().size() > 1,
             isFound || parsed->terms().size() > 1);
    QVERIFY(!WordQuery().matches(foldText(text)));
}

void TestWordQuery::hits_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked"); // the text with its hits in brackets
    const auto row = [](const QString &query, const QString &marked) {
        QTest::newRow(qPrintable(query + u" in "_s + marked)) << query << marked;
    };
    row(u"sql анал*"_s, u"[Аналитик] с [SQL], не MySQL; [SQL]"_s);
    row(u"\"power bi\" bi"_s, u"Power и [BI], [Power-BI]."_s);
    row(u"c++"_s, u"[С++]17 и C#"_s);
    row(u"программист"_s, u"[про\u00adграм\u00adмист]\u00ad и прочие"_s);
    row(u"\"a b\" \"b c\""_s, u"x [a b c] d"_s);
    row(u"a"_s, u"[a] [a] b"_s);
    row(u"нет"_s, u"да"_s);
}

void TestWordQuery::hits()
{
    QFETCH(const QString, query);
    QFETCH(QString, marked);
    QString text = marked;
    text.remove(u'[').remove(u']');
    const Result<WordQuery> parsed = WordQuery::parse(query);
    QVERIFY(parsed);
    QString found = text;
    const std::vector<WordQuery::Hit> hits = parsed->hits(text);
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        found.insert(hit->at + hit->length, u']');
        found.insert(hit->at, u'[');
    }
    QCOMPARE(found, marked);
}

QTEST_GUILESS_MAIN(TestWordQuery)
#include "tst_wordquery.moc"
