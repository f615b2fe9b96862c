// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/vacancies/searchtext.h"

#include <expected>

namespace linnet::practice {

/// The parameters of hh's GET /vacancies that choose among vacancies; unknown names are ignored, as there.
class VacancyFilter
{
public:
    /// Otherwise the names of the parameters that cannot be used. `today` is Moscow's date, for `period`.
    static std::expected<VacancyFilter, QStringList>
    parse(const HttpRequest &request, const Vocabulary &words, const QDate &today, bool knowsDates = true);

    bool matches(const InventedVacancy &vacancy, const Vocabulary &words) const;

private:
    bool matchesWork(const InventedVacancy &vacancy) const;
    bool matchesPay(const InventedVacancy &vacancy, const Vocabulary &words) const;
    bool matchesTime(const InventedVacancy &vacancy) const;

    SearchText m_text;
    std::vector<QString> m_excluded; ///< folded
    TextPlaces m_places;
    QStringList m_areas;
    QStringList m_experience;
    QStringList m_employment;
    QStringList m_employmentForm;
    QStringList m_schedule;
    QStringList m_workFormat;
    QStringList m_roles;
    QStringList m_employers;
    QStringList m_industries;
    QStringList m_labels;
    bool m_onlyWithSalary = false;
    std::optional<double> m_pay; ///< roubles
    QDateTime m_from;            ///< invalid = open
    QDateTime m_to;
};

} // namespace linnet::practice
