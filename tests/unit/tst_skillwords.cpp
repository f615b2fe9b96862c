// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/groupstats.h"
#include "comparable/skillwords.h"
#include "store/sqlite/skillfunction.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/filterparser.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <ctime>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using comparable::SkillWords;
using table::VacancyColumn;

/// Skills that texts name, by a list that can be changed.
class TestSkillWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void named_data();
    void named();
    void ownLines();
    void wrongLines_data();
    void wrongLines();
    void listIsSound();
    void columnOfRows();
    void manyTexts();
};

void TestSkillWords::named_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("skills");
    const auto add = [](const char *title, const char *text, const char *skills) {
        QTest::addRow("%s %s", title, text)
            << QString::fromUtf8(title) << QString::fromUtf8(text) << QByteArray(skills);
    };
    add("", "Знание SQL и Python 3.", "SQL;Python");
    add("Python-разработчик", "python, Python!", "Python");
    add("", "Программа 1С (рус.)", "1C");
    add("", "Программа 1C (eng.)", "1C");
    add("", "опыт в 1С:Бухгалтерия 8.3", "1C:Accounting");
    add("", "1с зуп", "1C:Payroll and HR");
    add("", "Расчёт заработной платы; учёт", "Payroll");
    add("", "Расчет заработной платы", "Payroll");
    add("", "Язык C++ и C#, немного С", "C++;C#");
    add("", "опыт A/B-тестов", "A/B testing");
    add("", "А/В-тесты по-русски", "");
    add("", "MS Excel, сводные таблицы (ВПР)", "Excel;Pivot tables;VLOOKUP");
    add("", "JavaScript", "JavaScript");
    add("", "We go to market and react to news; excel at it", "");
    add("", "SQL, R, Python", "SQL;Python;R");
    add("", "R&D department", "");
    add("", "язык R", "R");
    add("", "the rest of the team", "");
    add("", "REST API", "API;REST");
    add("", "Microsoft Power BI или Tableau", "Power BI;Tableau");
    add("", "mysqlite", "");
    add("SQL", "SQL", "SQL");
    add("MS", "Excel", "Excel");
    add("", "", "");
    add("", "Английский язык не ниже B2", "English");
}

void TestSkillWords::named()
{
    QFETCH(const QString, title);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, skills);
    QCOMPARE(SkillWords::builtIn().named(title, text), skills);
}

void TestSkillWords::ownLines()
{
    const auto own =
        SkillWords::parse("rule,for,value\nskill,python,Snakes\nskill,sql,\nskill,очень умный,Wit\n"
                          "skill,не очень умный,none\nskill,оба,Wit;Charm\n");
    QVERIFY(own);
    QCOMPARE(own->named(u"Python и SQL"_s, u"Очень умный"_s), QByteArray("Snakes;Wit"));
    QCOMPARE(own->named({}, u"не очень умный"_s), QByteArray());
    QCOMPARE(own->named({}, u"оба"_s), QByteArray("Wit;Charm"));
    QCOMPARE(own->named({}, u"pandas"_s), QByteArray("pandas"));
}

void TestSkillWords::wrongLines_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("why");
    QTest::newRow("rule") << QByteArray("rule,for,value\nskil,x,y\n") << u"2: there is no rule “skil”"_s;
    QTest::newRow("no word") << QByteArray("rule,for,value\nskill,--,y\n") << u"2: no word is named"_s;
    QTest::newRow("header") << QByteArray("a,b\n") << u"1: the header must name rule and value"_s;
}

void TestSkillWords::wrongLines()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QString, why);
    const auto made = SkillWords::parse(table);
    QVERIFY(!made);
    QCOMPARE(made.error().detail, why);
}

void TestSkillWords::listIsSound()
{
    QSet<QByteArray> words;
    QSet<QByteArray> names;
    for (const auto &line : SkillWords::builtInLines()) {
        QVERIFY2(!words.contains(line.of), line.of.constData());
        words.insert(line.of);
        if (line.value == "none")
            continue;
        for (const QByteArray &name : line.value.split(';'))
            names.insert(name);
        // Each is found by its own words.
        const QByteArray found = SkillWords::builtIn().named({}, QString::fromUtf8(line.of));
        QVERIFY2(found == line.value, line.of + " is " + found + ", not " + line.value);
    }
    QVERIFY2(names.size() >= 300, qPrintable(QString::number(names.size())));
}

void TestSkillWords::columnOfRows()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    store::Unit unit;
    unit.run = run;
    const QString text = u"Нужны SQL и Power BI. "_s + u"Мы растём. "_s.repeated(40); // kept by number
    unit.rows = {
        vacancyRow(u"hh:1"_s,
                   {{VacancyColumn::Vacancy, u"Аналитик (Python)"_s}, {VacancyColumn::Description, text}}),
        vacancyRow(u"hh:2"_s, {{VacancyColumn::Vacancy, u"Аналитик"_s}, {VacancyColumn::Description, text}}),
        vacancyRow(u"hh:3"_s, {{VacancyColumn::Vacancy, u"Дворник"_s}})};
    project.writer().post(std::move(unit));
    QVERIFY(project.flush());
    const auto counts = [&](const store::RowReader &) {
        QHash<QString, qint64> result;
        const auto reader = project.reader();
        const auto stats = analysis::groupStats(*reader,
                                                {.rows = {&table::vacancySchema(), {run}, {}, {}},
                                                 .by = {int(VacancyColumn::SkillsInText)},
                                                 .measure = {}},
                                                {});
        if (stats) {
            for (const auto &group : stats->top)
                result.insert(table::toText(group.of[0]), group.rows);
        }
        return result;
    };
    const auto reader = project.reader();
    QCOMPARE(counts(*reader),
             (QHash<QString, qint64>{{u"SQL"_s, 2}, {u"Power BI"_s, 2}, {u"Python"_s, 1}, {QString(), 1}}));
    for (const auto &[where, rows] :
         {std::pair(u"skills_in_text = \"power bi\""_s, 2), std::pair(u"skills_in_text = Python"_s, 1),
          std::pair(u"skills_in_text empty"_s, 1)}) {
        const auto filter = table::FilterParser(table::vacancySchema()).parse(where);
        QVERIFY2(filter, qPrintable(where));
        QCOMPARE(reader->count({&table::vacancySchema(), {run}, *filter, {}}).value_or(-1), rows);
    }
    // Another line of one's own rewrites no row.
    project.writer().postMemo(QString::fromLatin1(store::SkillsMemo),
                              u"rule,for,value\nskill,растём,Growth\n"_s);
    QVERIFY(project.flush());
    QCOMPARE(counts(*reader).value(u"Growth"_s), 2);
}

// 100,000 ads with 3 KB of text each are what docs/manual.md speaks of.
void TestSkillWords::manyTexts()
{
    const bool isMeasured = qEnvironmentVariableIsSet("LINNET_MEASURE");
    const int ads = isMeasured ? 100'000 : 1'000;
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    const QString sentence =
        u"Мы ищем человека, который знает SQL, умеет считать и не боится отчётов в Excel и Power BI. "_s;
    for (int from = 0; from < ads; from += 1000) {
        store::Unit unit;
        unit.run = run;
        for (int n = from; n < from + 1000; ++n)
            unit.rows.push_back(vacancyRow(
                u"hh:%1"_s.arg(n),
                {{VacancyColumn::Vacancy, u"Аналитик %1"_s.arg(n)},
                 {VacancyColumn::Description, (sentence + QString::number(n) + u' ').repeated(18)}}));
        project.writer().post(std::move(unit));
        QVERIFY(project.flush());
    }
    const auto reader = project.reader();
    QElapsedTimer timer;
    timer.start();
    const std::clock_t begun = std::clock();
    const auto stats = analysis::groupStats(*reader,
                                            {.rows = {&table::vacancySchema(), {run}, {}, {}},
                                             .by = {int(VacancyColumn::SkillsInText)},
                                             .measure = {}},
                                            {});
    const qint64 first = timer.restart();
    const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
    QVERIFY(stats && !stats->top.empty() && stats->top.front().rows == ads);
    QVERIFY(analysis::groupStats(*reader,
                                 {.rows = {&table::vacancySchema(), {run}, {}, {}},
                                  .by = {int(VacancyColumn::SkillsInText)},
                                  .measure = {}},
                                 {}));
    qInfo("%d ads: %lld ms, %g s of a processor, again %lld ms", ads, first, seconds, timer.elapsed());
}

QTEST_GUILESS_MAIN(TestSkillWords)
#include "tst_skillwords.moc"
