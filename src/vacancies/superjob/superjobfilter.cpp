// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/superjob/superjobfilter.h"

#include "base/textfold.h"
#include "vacancies/salarylimit.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Shifts are full-time work; the stem of "full" is also that of "not full", which goes first.
QLatin1StringView employmentCode(const QString &kindOfWork)
{
    constexpr std::array Codes{std::pair{u"вахт", "FLY_IN_FLY_OUT"_L1}, std::pair{u"частичн", "PART"_L1},
                               std::pair{u"неполн", "PART"_L1},         std::pair{u"временн", "PROJECT"_L1},
                               std::pair{u"проект", "PROJECT"_L1},      std::pair{u"полн", "FULL"_L1},
                               std::pair{u"сменн", "FULL"_L1}};
    for (const auto &[stem, code] : Codes) {
        if (containsFolded(kindOfWork, stem))
            return code;
    }
    return {};
}

} // namespace

SuperjobFilter::SuperjobFilter(const Query &query)
    : m_query(query)
    , m_text(query)
{
}

QLatin1StringView SuperjobFilter::leftOutBy(const SuperjobRecord &record) const
{
    const Vacancy &vacancy = record.vacancy;
    if (!passesDates(vacancy))
        return "date"_L1;
    if (const auto rule = salaryRule(vacancy, m_query, u"RUR"_s, true); !rule.isEmpty())
        return rule;
    if (!passesExperience(record))
        return "experience"_L1;
    if (!m_query.employment.isEmpty() && !m_query.employment.contains(employmentCode(record.kindOfWork)))
        return "employment"_L1;
    const QString format = record.format.isEmpty() ? u"ON_SITE"_s : record.format;
    if (!m_query.workFormat.isEmpty() && !m_query.workFormat.contains(format))
        return "work_format"_L1;
    return m_text.leftOutBy(vacancy, vacancy.roles.join(u'\n'));
}

bool SuperjobFilter::passesDates(const Vacancy &vacancy) const
{
    const QDate day = QDate::fromString(vacancy.created.left(10), Qt::ISODate);
    return !day.isValid() || ((!m_query.dateFrom.isValid() || day >= m_query.dateFrom) &&
                              (!m_query.dateTo.isValid() || day <= m_query.dateTo));
}

bool SuperjobFilter::passesExperience(const SuperjobRecord &record) const
{
    return m_query.experience.isEmpty() ||
           (record.years && m_query.experience.contains(experienceCode(*record.years)));
}

} // namespace linnet::vacancies
