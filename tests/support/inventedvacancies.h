// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/vacancyrows.h"

#include <QStringList>

namespace linnet::test {

/// The n-th of an endless row of invented vacancies: titles in two languages, some without salary, two
/// currencies, four experiences, skills in lists. The same n always gives the same row.
inline store::RowWrite inventedVacancy(int n, bool complete = true,
                                       store::RowMode mode = store::RowMode::Keep)
{
    using table::VacancyColumn;
    static const QStringList titles{QStringLiteral("Data analyst"), QStringLiteral("Аналитик данных"),
                                    QStringLiteral("C++ developer"), QStringLiteral("Бухгалтер, первичка"),
                                    QStringLiteral("Учёный секретарь")};
    static const QStringList employers{QStringLiteral("Romashka LLC"), QStringLiteral("ООО «Вектор»"),
                                       QStringLiteral("North Bank"),   QStringLiteral("Tidy Games"),
                                       QStringLiteral("Long Road"),    QStringLiteral("Север Банк"),
                                       QStringLiteral("Clear Data")};
    static const QStringList areas{QStringLiteral("Moscow"), QStringLiteral("Санкт-Петербург"),
                                   QStringLiteral("Kazan")};
    static const QStringList experience{QStringLiteral("none"), QStringLiteral("1–3 years"),
                                        QStringLiteral("3–6 years"), QStringLiteral("over 6 years")};
    static const QStringList skills{QStringLiteral("SQL;Python;A/B tests"), QStringLiteral("SQL;Excel"),
                                    QStringLiteral("C++;Qt"), QStringLiteral("1С"),
                                    QStringLiteral("SQL;Power BI")};
    const QString number = QString::number(n);
    store::RowWrite row = vacancyRow(QStringLiteral("hh:") + number, {}, mode);
    const auto set = [&row](VacancyColumn column, table::Value value) {
        row.cells[size_t(column)] = std::move(value);
    };
    set(VacancyColumn::Vacancy, titles[n % titles.size()] + QLatin1Char(' ') + number);
    set(VacancyColumn::Url, QStringLiteral("https://jobs.example/apply/") + number);
    set(VacancyColumn::AlternateUrl, QStringLiteral("https://jobs.example/vacancy/") + number);
    set(VacancyColumn::Created,
        QStringLiteral("2026-11-%1T14:05:00+0300").arg(1 + n % 28, 2, 10, QLatin1Char('0')));
    set(VacancyColumn::HasTest, n % 7 == 0);
    if (n % 3 != 0) {
        set(VacancyColumn::SalaryFrom, 40'000.0 + double(qint64(n) * 7919 % 200'000));
        set(VacancyColumn::SalaryTo, 260'000.0 + double(qint64(n) * 104'729 % 100'000));
        set(VacancyColumn::Currency, n % 10 == 1 ? QStringLiteral("USD") : QStringLiteral("RUR"));
        set(VacancyColumn::SalaryGross, n % 2 == 0);
    }
    set(VacancyColumn::Experience, experience[n % experience.size()]);
    set(VacancyColumn::Schedule, n % 4 == 0 ? QStringLiteral("Remote") : QStringLiteral("Full day"));
    set(VacancyColumn::WorkFormat, n % 4 == 0 ? QStringLiteral("Remote;Hybrid") : QStringLiteral("On site"));
    set(VacancyColumn::Employer, employers[n % employers.size()]);
    set(VacancyColumn::Area, areas[n % areas.size()]);
    set(VacancyColumn::Source, n % 5 == 0 ? QStringLiteral("trudvsem") : QStringLiteral("hh"));
    set(VacancyColumn::Id, number);
    set(VacancyColumn::FetchedAt, QStringLiteral("2026-11-21T11:30:00Z"));
    set(VacancyColumn::State, complete ? QStringLiteral("complete") : QStringLiteral("listed"));
    if (complete) {
        set(VacancyColumn::Skills, skills[n % skills.size()]);
        set(VacancyColumn::Description,
            QStringLiteral(
                "What to do:\n- build reports on campaigns;\n- answer questions of the team with SQL.\n"
                "Что делать:\n- собирать отчёты.\nMore: https://jobs.example/about?x=1&y=2."));
    }
    return row;
}

/// Rows first..first+count-1 as one unit.
inline store::Unit inventedUnit(store::RunId run, int first, int count, bool complete = true,
                                store::RowMode mode = store::RowMode::Keep)
{
    store::Unit unit;
    unit.run = run;
    for (int n = first; n < first + count; ++n)
        unit.rows.push_back(inventedVacancy(n, complete, mode));
    return unit;
}

} // namespace linnet::test
