// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/textmatch.h"

#include <QTest>

using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

class TestTextMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void words_data();
    void words();
    void deepBrackets();
};

void TestTextMatch::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *query, const char *text, bool matches) {
        QTest::addRow("%s in %s", query, text)
            << QString::fromUtf8(query) << QString::fromUtf8(text) << matches;
    };
    row("", "anything", true);
    row("data analyst", "Analyst of DATA", true);
    row("data analyst", "Data engineer", false);
    row("analyst", "Analysts wanted", true);
    row("java", "JavaScript", false);
    row("script", "JavaScript", false);
    row("sql", "T-SQL, MySQL", true);
    row("водители", "Водитель-экспедитор", true);
    row("программист", "нужны программисты", true);
    row("программистов", "Программист", true);
    row("учет", "Учёт и отчётность", true);
    row("1с", "Программист 1C", true);
    row("с++", "C++ developer", true);
    row("c", "C++ developer", false);
    row("c", "C, Go", true);
    row(".net", "ASP.NET", true);
    row("a OR b", "b", true);
    row("a b OR c", "a c", true);
    row("a b OR c", "a", false);
    row("a AND (b OR c)", "a c", true);
    row("a AND (b OR c)", "b c", false);
    row("NOT a", "b", true);
    row("NOT (a OR b) c", "b c", false);
    row("NOT NOT a", "a", true);
    row("\"b a\"", "a b a", true);
    row("\"b a\"", "a  b\n a", true);
    row("\"b a\"", "a b c a", false);
    row("a OR", "a or", true);
    row("a OR", "a", false);
    row("(a", "a", true);
    row("a)", "a", true);
    row("\"a", "a", true);
    row("()", "anything", true);
    row("AND", "this and that", true);
    row("and", "this", false);
}

void TestTextMatch::matches()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QTEST(TextMatch(query).matches(text), "matches");
}

void TestTextMatch::words_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("empty") << u" "_s << QStringList();
    QTest::newRow("plain") << u"a b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("language") << u"\"a  b\" OR (c AND NOT (d \"e\")) f"_s
                              << QStringList{u"a b"_s, u"c"_s, u"f"_s};
    QTest::newRow("wrong language") << u"a: (b, OR \"c"_s << QStringList{u"a"_s, u"b"_s, u"OR"_s, u"c"_s};
}

void TestTextMatch::words()
{
    QFETCH(QString, query);
    QTEST(TextMatch(query).words(), "words");
}

void TestTextMatch::deepBrackets()
{
    constexpr int Depth = 100'000;
    const TextMatch match(u"NOT ("_s.repeated(Depth) + u"a"_s + u")"_s.repeated(Depth));
    QVERIFY(match.matches(u"a"));
    QVERIFY(!match.matches(u"b"));
    QVERIFY(TextMatch(u"("_s.repeated(Depth)).isEmpty());
}

QTEST_GUILESS_MAIN(TestTextMatch)
#include "tst_textmatch.moc"
