// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/inventedtitles.h"
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
    void partsOfTexts();
    void branches_data();
    void branches();
    void typedTexts_data();
    void typedTexts();
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
    row("C", "Программист с опытом", false);
    row("программист с", "Программист С", true);
    row("программист с опытом", "Программист, опыт от года", true);
    row("для студентов", "Работа студентам", true);
    row("для", "Работа для всех", true);
    row("\"по продажам\"", "Менеджер продаж", false);
    row("разработчики", "вебразработчик", false);
    row("T-SQL", "SQL", false);
    row("t-sql", "Разработчик (T-SQL)", true);
    row("e-mail маркетолог", "Email-маркетолог", true);
    row("email маркетолог", "E-mail маркетолог", true);
    row("тестировщик", "те\u00adсти\u200bровщики", true);
    row("и\u0306одолог", "Йодолог", true);
    row("МАСТЕР", "MACTEP", true);
    row("python", "Python3 developer", true);
    row("python", "Pythonista", false);
    row("колодцев", "Чистка колодца", true);
    row("владелец", "Помощник владельца", true);
    row("хозяйка", "Набор хозяек", true);
    row("бармен", "Бармены и повара", true);
    row("кредит", "Специалист по кредитам", true);
    row("экзамены", "Подготовка экзаменов", true);
    row("NAME:(python OR java)", "Java developer", true);
    row("fullstack разработчик", "Full stack разработчик", true);
    row("full-stack", "Fullstack developer", true);
    row("1 С", "Программист 1С", true);
    row("S\u0410\u0420", "Консультант SAP", true);
    row("MEHEДЖEP", "Менеджер", true);
    row("тестировщик ПО", "Тестировщик ПО", true);
    row("тестировщик ПО", "Тестировщик", false);
    row("по\u0301вар", "Повар", true);
    row("бухгалтер+экономист", "Экономист, бухгалтер", true);
    row("\U0001F525бухгалтер\U0001F525", "Бухгалтер", true);
    row("инженер\u2212технолог", "Инженер-технолог", true);
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

void TestTextMatch::partsOfTexts()
{
    QVERIFY(TextMatch(u"бухгалтер").mayMatch(u"Швея"));
    QVERIFY(!TextMatch(u"бухгалтер NOT швея").mayMatch(u"Швея"));
    QVERIFY(TextMatch(u"бухгалтер NOT \"две швеи\"").mayMatch(u"Швея, две"));
    QVERIFY(TextMatch(u"NOT швея OR бухгалтер").mayMatch(u"Швея"));
    QVERIFY(TextMatch(u"").mayMatch(u"Швея"));
}

void TestTextMatch::branches_data()
{
    using Branches = std::vector<QStringList>;
    QTest::addColumn<QString>("query");
    QTest::addColumn<Branches>("lists");
    const QStringList a{u"a"_s};
    const QStringList b{u"b"_s};
    QTest::newRow("empty") << u""_s << Branches{{}};
    QTest::newRow("words") << u"a, b-c"_s << Branches{{u"a"_s, u"b"_s, u"c"_s}};
    QTest::newRow("or") << u"a OR b"_s << Branches{a, b};
    QTest::newRow("and of or") << u"(a OR b) AND c"_s << Branches{{u"a"_s, u"c"_s}, {u"b"_s, u"c"_s}};
    QTest::newRow("not") << u"a NOT b"_s << Branches{a};
    QTest::newRow("only not") << u"NOT b"_s << Branches{{}};
    QTest::newRow("or not") << u"a OR NOT b"_s << Branches{{}};
    QTest::newRow("not not") << u"NOT NOT b"_s << Branches{{}};
    QTest::newRow("narrower") << u"a b OR a"_s << Branches{a};
    QTest::newRow("phrase") << u"\"a b\" OR a c"_s << Branches{{u"a"_s, u"b"_s}, {u"a"_s, u"c"_s}};
    const QString four = u"(a OR b OR c OR d)"_s;
    QTest::newRow("too many") << four + u" (e OR f OR g OR h)"_s
                              << Branches{{u"e"_s}, {u"f"_s}, {u"g"_s}, {u"h"_s}};
}

void TestTextMatch::branches()
{
    QFETCH(QString, query);
    QTEST(TextMatch(query).branches(), "lists");
}

void TestTextMatch::typedTexts_data()
{
    QTest::addColumn<size_t>("number");
    const auto &texts = linnet::test::typedTexts();
    QVERIFY(texts.size() >= 60);
    for (size_t i = 0; i < texts.size(); ++i)
        QTest::addRow("%s", texts[i].text.toUtf8().constData()) << i;
}

/// None that is wanted is dropped, and of every hundred kept at most two are unwanted.
void TestTextMatch::typedTexts()
{
    QFETCH(size_t, number);
    const linnet::test::TypedText &typed = linnet::test::typedTexts()[number];
    const TextMatch match(typed.text);
    QStringList dropped;
    QStringList unwanted;
    int kept = 0;
    for (const linnet::test::InventedTitle &title : linnet::test::inventedTitles()) {
        const bool wanted = typed.means(title.lemmas);
        const bool found = match.matches(title.text);
        kept += int(found);
        if (wanted && !found)
            dropped << title.text;
        if (found && !wanted)
            unwanted << title.text;
    }
    QCOMPARE(dropped, QStringList());
    QVERIFY(kept > 0);
    QVERIFY2(unwanted.size() * 50 <= kept, qPrintable(unwanted.join(u" | "_s)));
}

QTEST_GUILESS_MAIN(TestTextMatch)
#include "tst_textmatch.moc"
