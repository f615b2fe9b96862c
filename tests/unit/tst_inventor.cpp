// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/inventor.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace linnet::practice;
using namespace Qt::Literals::StringLiterals;

class TestInventor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isRepeatable();
    void idsAreUnique();
    void datesFillAMonth();
    void salariesVary();
    void textsAreLongAndTricky();
    void somethingIsMissingEverywhere();

private:
    qsizetype count(bool (*holds)(const InventedVacancy &)) const
    {
        return std::count_if(m_vacancies.begin(), m_vacancies.end(), holds);
    }

    static constexpr int amount = 640;
    const QDate m_today{2026, 3, 1};
    Vocabulary m_words;
    std::vector<InventedVacancy> m_vacancies;
};

void TestInventor::initTestCase()
{
    m_words = Vocabulary::load();
    m_vacancies = Inventor(m_words, m_today, amount).invent(amount);
    QCOMPARE(m_vacancies.size(), size_t{amount});
}

void TestInventor::isRepeatable()
{
    const auto again = Inventor(m_words, m_today.addDays(5), amount).invent(amount + 1);
    for (size_t i = 0; i < m_vacancies.size(); ++i) {
        QCOMPARE(again[i].name, m_vacancies[i].name);
        QCOMPARE(again[i].description, m_vacancies[i].description);
        QCOMPARE(again[i].uuid, m_vacancies[i].uuid);
        QCOMPARE(again[i].published, m_vacancies[i].published.addDays(5));
    }
}

void TestInventor::idsAreUnique()
{
    QSet<QString> ids;
    for (const InventedVacancy &vacancy : m_vacancies)
        ids << vacancy.id << vacancy.uuid;
    QCOMPARE(ids.size(), 2 * amount);
}

void TestInventor::datesFillAMonth()
{
    for (size_t i = 1; i < m_vacancies.size(); ++i)
        QVERIFY(m_vacancies[i - 1].published < m_vacancies[i].published);
    QVERIFY(m_vacancies.back().published.date() == m_today.addDays(-1));
    QVERIFY(m_vacancies.front().published.date() <= m_today.addDays(-29));
    QVERIFY(m_vacancies.front().published.date() >= m_today.addDays(-30));
    for (const InventedVacancy &vacancy : m_vacancies)
        QVERIFY(vacancy.created <= vacancy.published);
}

void TestInventor::salariesVary()
{
    QSet<QString> currencies;
    QSet<int> gross;
    int shapes[3] = {};
    qsizetype without = 0;
    for (const InventedVacancy &vacancy : m_vacancies) {
        if (!vacancy.salary) {
            ++without;
            continue;
        }
        const InventedSalary &salary = *vacancy.salary;
        currencies << salary.currency;
        gross << (salary.gross ? int(*salary.gross) : -1);
        QVERIFY(salary.from || salary.to);
        QVERIFY(!salary.from || !salary.to || *salary.from <= *salary.to);
        ++shapes[salary.from && salary.to ? 2 : salary.to ? 1 : 0];
    }
    QVERIFY(without > amount * 2 / 5 && without < amount * 3 / 5);
    QCOMPARE(currencies, (QSet<QString>{u"RUR"_s, u"USD"_s, u"EUR"_s, u"KZT"_s}));
    QCOMPARE(gross, (QSet<int>{-1, 0, 1}));
    QVERIFY(*std::min_element(std::begin(shapes), std::end(shapes)) > 30);
}

void TestInventor::textsAreLongAndTricky()
{
    QString names;
    QString texts;
    for (const InventedVacancy &vacancy : m_vacancies) {
        QVERIFY2(vacancy.description.size() >= 200, qPrintable(vacancy.id));
        QVERIFY2(!vacancy.description.contains(u"%1") && !vacancy.name.trimmed().isEmpty(),
                 qPrintable(vacancy.id));
        names += vacancy.name + u'\n' + vacancy.employerName() + u'\n';
        texts += vacancy.description;
    }
    for (const QString &each :
         {u"\n=SUM("_s, u"\n+7 ("_s, u"\n-30%"_s, u"\n@"_s, u";"_s, u"\""_s, u","_s, u"\t"_s})
        QVERIFY2(names.contains(each), qPrintable(each));
    for (const QString &each :
         {u"<li>"_s, u"<br />"_s, u"&nbsp;"_s, u"&#8212;"_s, u"&#x41f;"_s, u"\n"_s, u"&lt;"_s})
        QVERIFY2(texts.contains(each), qPrintable(each));
}

void TestInventor::somethingIsMissingEverywhere()
{
    const qsizetype english = count([](const InventedVacancy &each) { return each.english; });
    QVERIFY(english > amount / 10 && english < amount / 2);
    const qsizetype placed =
        count([](const InventedVacancy &each) { return each.address && each.address->lat.has_value(); });
    QVERIFY(placed > amount * 2 / 5 && placed < amount * 3 / 5);
    QVERIFY(count([](const InventedVacancy &each) { return each.anonymous; }) > 10);
    QVERIFY(count([](const InventedVacancy &each) { return each.skills.isEmpty(); }) > amount / 10);
    QVERIFY(count([](const InventedVacancy &each) { return each.experience.isEmpty(); }) > 0);
    QVERIFY(count([](const InventedVacancy &each) { return each.schedule.isEmpty(); }) > 0);
    QVERIFY(count([](const InventedVacancy &each) { return each.employment.isEmpty(); }) > 0);
    QVERIFY(count([](const InventedVacancy &each) { return each.workFormats.isEmpty(); }) > 0);
    for (const char *experience : {"noExperience", "between1And3", "between3And6", "moreThan6"}) {
        const QLatin1StringView id(experience);
        QVERIFY(std::any_of(m_vacancies.begin(), m_vacancies.end(),
                            [id](const InventedVacancy &each) { return each.experience == id; }));
    }
}

QTEST_GUILESS_MAIN(TestInventor)
#include "tst_inventor.moc"
