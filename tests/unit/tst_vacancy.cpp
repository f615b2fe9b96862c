// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/vacancyschema.h"
#include "vacancies/vacancy.h"

#include <QTest>

#include <span>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

class TestVacancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsAllNull();
    void everyColumn();
    void applyUrlGoesFirst();
};

void TestVacancy::emptyIsAllNull()
{
    const table::Cells row = Vacancy().toRow();
    QCOMPARE(row.size(), table::vacancySchema().columns.size());
    for (const table::Value &cell : row)
        QVERIFY(table::isNull(cell));
}

void TestVacancy::everyColumn()
{
    Vacancy vacancy;
    vacancy.source = u"hh"_s;
    vacancy.id = u"7"_s;
    vacancy.name = u"Name"_s;
    vacancy.applyUrl = u"https://a"_s;
    vacancy.alternateUrl = u"https://b"_s;
    vacancy.created = u"2026-01-02T03:04:05+0300"_s;
    vacancy.hasTest = true;
    vacancy.salaryFrom = 100000;
    vacancy.salaryTo = 150000.5;
    vacancy.currency = u"RUR"_s;
    vacancy.salaryGross = false;
    vacancy.salaryMode = u"month"_s;
    vacancy.experience = u"1-3"_s;
    vacancy.schedule = u"day"_s;
    vacancy.skills = {u"SQL"_s, u"Power BI"_s};
    vacancy.employer = u"Employer"_s;
    vacancy.employerId = u"9"_s;
    vacancy.area = u"Area"_s;
    vacancy.description = u"Text"_s;
    vacancy.employment = u"Full"_s;
    vacancy.workFormat = {u"Remote"_s, u"Hybrid"_s};
    vacancy.roles = {u"Analyst"_s};
    vacancy.address = u"Street"_s;
    vacancy.lat = 55.5;
    vacancy.lng = 37.25;
    vacancy.archived = false;
    vacancy.state = u"complete"_s;
    vacancy.fetchedAt = u"2026-11-21T00:00:00Z"_s;
    vacancy.query = u"title"_s;
    vacancy.queries = {u"title"_s};
    vacancy.modified = u"2026-01-05"_s;
    vacancy.firstPublished = u"2025-12-01"_s;
    vacancy.workPlaces = 3;
    vacancy.education = u"Higher"_s;
    vacancy.specialisation = u"Trade"_s;
    vacancy.salaryFrequency = u"daily"_s;
    vacancy.metro = {u"One"_s, u"Two"_s};
    vacancy.employerInn = u"0274"_s;
    vacancy.employerOgrn = u"1027"_s;
    vacancy.accredited = true;
    vacancy.contactName = u"Person"_s;
    vacancy.contactEmails = {u"a@example.org"_s, u"b@example.org"_s};
    vacancy.contactPhones = {u"+7 000"_s};
    QCOMPARE(vacancy.key(), u"hh:7"_s);

    QStringList cells;
    const table::Cells row = vacancy.toRow();
    for (size_t i = 0; i < row.size(); ++i) {
        if (table::isCompared(i) || !table::VacancyColumns[i].isStored())
            QVERIFY(table::isNull(row[i])); // what other ads and people say, and what is reckoned
        else
            cells.append(table::toText(row[i]));
    }
    const QStringList expected{u"Name"_s,
                               u"https://a"_s,
                               u"2026-01-02T03:04:05+0300"_s,
                               u"true"_s,
                               u"100000"_s,
                               u"150000.5"_s,
                               u"RUR"_s,
                               u"1-3"_s,
                               u"day"_s,
                               u"SQL;Power BI"_s,
                               u"Employer"_s,
                               u"Area"_s,
                               u"Text"_s,
                               u"https://b"_s,
                               u"false"_s,
                               u"month"_s,
                               u"Full"_s,
                               u"Remote;Hybrid"_s,
                               u"Analyst"_s,
                               u"Street"_s,
                               u"55.5"_s,
                               u"37.25"_s,
                               u"9"_s,
                               u"false"_s,
                               u"complete"_s,
                               u"hh"_s,
                               u"7"_s,
                               u"2026-11-21T00:00:00Z"_s,
                               u"title"_s,
                               u"title"_s,
                               u"2026-01-05"_s,
                               u"2025-12-01"_s,
                               u"3"_s,
                               u"Higher"_s,
                               u"Trade"_s,
                               u"daily"_s,
                               u"One;Two"_s,
                               u"0274"_s,
                               u"1027"_s,
                               u"true"_s,
                               u"Person"_s,
                               u"a@example.org;b@example.org"_s,
                               u"+7 000"_s};
    QCOMPARE(cells, expected);
}

void TestVacancy::applyUrlGoesFirst()
{
    Vacancy vacancy;
    vacancy.alternateUrl = u"https://page"_s;
    QCOMPARE(table::toText(vacancy.toRow()[std::size_t(table::VacancyColumn::Url)]), u"https://page"_s);
    vacancy.applyUrl = u"https://apply"_s;
    QCOMPARE(table::toText(vacancy.toRow()[std::size_t(table::VacancyColumn::Url)]), u"https://apply"_s);
}

QTEST_GUILESS_MAIN(TestVacancy)
#include "tst_vacancy.moc"
