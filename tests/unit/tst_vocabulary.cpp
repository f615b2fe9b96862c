// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/vocabulary.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using comparable::RuleLine;
using comparable::Vocabulary;
using comparable::WordKind;

/// What the words of different sources mean.
class TestVocabulary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void means_data();
    void means();
    void ownLines();
    void wrongLines_data();
    void wrongLines();
    void linesAreSound();
};

void TestVocabulary::means_data()
{
    QTest::addColumn<WordKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QByteArray>("code");

    const auto add = [](WordKind kind, const char *text, const char *code, const char *other = "") {
        QTest::addRow("%d %s %s", int(kind), text, other)
            << kind << QString::fromUtf8(text) << QString::fromUtf8(other) << QByteArray(code);
    };
    using enum WordKind;
    add(Region, "Москва", "Москва");
    add(Region, "Город Москва", "Москва");
    add(Region, "г. Москва", "Москва");
    add(Region, "МОСКВА", "Москва");
    add(Region, "Moscow", "Москва");
    add(Region, "Казань", "Республика Татарстан");
    add(Region, "Республика Татарстан (Татарстан)", "Республика Татарстан");
    add(Region, "Республика Саха (Якутия)", "Республика Саха (Якутия)");
    add(Region, "Республика Татарстан, Казань", "Республика Татарстан");
    add(Region, "Россия, Казань", "Республика Татарстан");
    add(Region, "Кемеровская область - Кузбасс", "Кемеровская область — Кузбасс");
    add(Region, "Кемеровская область", "Кемеровская область — Кузбасс");
    add(Region, "Сургут", "Ханты-Мансийский автономный округ — Югра");
    add(Region, "Минск", "Беларусь");
    add(Region, "Казань, Минск", "");
    add(Region, "Нигде", "");
    add(Region, "", "");
    add(Grade, "Senior C++ developer", "senior");
    add(Grade, "Junior/Middle аналитик", "junior;middle");
    add(Grade, "Ведущий бухгалтер", "lead");
    add(Grade, "Team-lead (backend)", "lead");
    add(Grade, "Lead Generation manager", "");
    add(Grade, "Заместитель директора", "head");
    add(Grade, "Помощник руководителя", "");
    add(Grade, "Стажёр-аналитик", "intern");
    add(Grade, "Сеньорита", "");
    add(Grade, "", "");
    add(Experience, "Нет опыта", "noExperience");
    add(Experience, "без опыта", "noExperience");
    add(Experience, "От 1 года до 3 лет", "between1And3");
    add(Experience, "от 2 лет", "between1And3");
    add(Experience, "От 3 до 6 лет", "between3And6");
    add(Experience, "от 5 лет", "between3And6");
    add(Experience, "Более 6 лет", "moreThan6");
    add(Experience, "от 10 лет", "moreThan6");
    add(Experience, "3–6 years", "between3And6");
    add(Experience, "since 2019", "");
    add(Experience, "", "");
    add(Employment, "Полная занятость", "FULL", "Полный рабочий день");
    add(Employment, "Полная", "FLY_IN_FLY_OUT", "Вахтовый метод");
    add(Employment, "", "PART", "Неполный рабочий день");
    add(Employment, "Волонтерство", "VOLUNTEER");
    add(Employment, "как договоримся", "");
    add(WorkFormat, "Удалённо;Гибрид", "REMOTE;HYBRID");
    add(WorkFormat, "Удаленная работа;дистанционно", "REMOTE");
    add(WorkFormat, "", "");
    add(Occupation, "Программист, разработчик", "2512");
    add(Occupation, "Бухгалтер;Экономист;Другое", "2411;2631");
    add(Occupation, "Software and applications developers and analysts", "251");
    add(Occupation, "Специалисты высшего уровня квалификации", "2");
    add(Occupation, "ОКЗ 2511;ISCO-08: 251", "2511;251");
    add(Occupation, "STYRK-08 2512;CZ-ISCO 25123;SSOC 52231", "2512;5223");
    add(Occupation, "SSYK 2512;SSYK 1212;SSYK 7611", "25;1;75");
    add(Occupation, "SSYK 2;2512;ОКЗ 25111;SOC 1511", "");
    add(Region, "Sundsvall, Västernorrlands län", "Швеция");
    add(Region, "Singapore", "Сингапур");
    add(Employment, "Behovsanställning", "PART", "Deltid");
    add(Employment, "Contractor", "PROJECT");
    add(Experience, "Entry-level", "noExperience");
}

void TestVocabulary::means()
{
    QFETCH(const WordKind, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, other);
    const Vocabulary &words = Vocabulary::builtIn();
    QByteArray code;
    switch (kind) {
    case WordKind::Region:
        code = words.region(text);
        break;
    case WordKind::Grade:
        code = words.grades(text);
        break;
    case WordKind::Experience:
        code = words.experience(text);
        break;
    case WordKind::Employment:
        code = words.employment(text, other);
        break;
    default:
        code = words.codesOf(kind, text);
    }
    QTEST(code, "code");
}

void TestVocabulary::ownLines()
{
    const auto words = Vocabulary::parse("rule;for;value;source\n"
                                         "region;Зеленоград;Москва;own\n"
                                         "region;Казань;;taken away\n"
                                         "grade;ninja coder;senior;own\n");
    QVERIFY(words);
    QCOMPARE(words->region(u"Зеленоград"_s), "Москва");
    QCOMPARE(words->region(u"Казань"_s), "");
    QCOMPARE(words->grades(u"Python Ninja Coder"_s), "senior");
    QCOMPARE(words->region(u"Самара"_s), "Самарская область");
}

void TestVocabulary::wrongLines_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("why");
    QTest::newRow("rule") << QByteArray("rule,for,value\nregion,Москва,Москва\nsize,a,b\n")
                          << u"3: there is no rule “size”"_s;
    QTest::newRow("word") << QByteArray("rule,for,value\nregion,,Москва\n") << u"2: no word is named"_s;
    QTest::newRow("value") << QByteArray("rule,for,value\ngrade,x,great\n")
                           << u"2: “great” is no value of grade"_s;
    QTest::newRow("isco") << QByteArray("rule,for,value\nisco08,x,25123\n")
                          << u"2: “25123” is no value of isco08"_s;
}

void TestVocabulary::wrongLines()
{
    QFETCH(const QByteArray, table);
    const auto words = Vocabulary::parse(table);
    QVERIFY(!words);
    QCOMPARE(words.error().reason, Reason::BadLine);
    QTEST(words.error().detail, "why");
}

// A word that stands twice would let the later line win unseen.
void TestVocabulary::linesAreSound()
{
    QSet<QByteArray> seen;
    for (const RuleLine &line : Vocabulary::builtInLines()) {
        const QByteArray word = line.rule + '\t' + QString::fromUtf8(line.of).toLower().toUtf8();
        QVERIFY2(!seen.contains(word), word.constData());
        seen.insert(word);
    }
    QVERIFY(seen.size() > 1000);
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
