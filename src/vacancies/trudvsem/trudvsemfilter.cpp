// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/trudvsem/trudvsemfilter.h"

#include "base/textfold.h"
#include "vacancies/salarylimit.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

// Both vocabularies were seen in two spellings, so they are told by their stems.
QLatin1StringView employmentCode(const Vacancy &vacancy)
{
    const auto says = [](const QString &text, QStringView stem) { return containsFolded(text, stem); };
    if (says(vacancy.schedule, u"вахт"))
        return "FLY_IN_FLY_OUT"_L1;
    if (says(vacancy.employment, u"частичн") || says(vacancy.employment, u"неполн") ||
        says(vacancy.schedule, u"неполн"))
        return "PART"_L1;
    if (says(vacancy.employment, u"временн") || says(vacancy.employment, u"сезонн"))
        return "PROJECT"_L1;
    // Half of the records name the schedule only.
    if (says(vacancy.employment, u"полн") ||
        (vacancy.employment.isEmpty() && says(vacancy.schedule, u"полн")))
        return "FULL"_L1;
    return {};
}

} // namespace

QString trudvsemRegion(const QString &area)
{
    constexpr int Length = 13;
    return area.size() == 2 ? area.leftJustified(Length, u'0') : area;
}

TrudvsemFilter::TrudvsemFilter(const Query &query)
    : m_query(query)
    , m_text(query)
{
}

QLatin1StringView TrudvsemFilter::leftOutBy(const TrudvsemRecord &record) const
{
    if (!passesRegion(record))
        return "area"_L1;
    if (!passesDates(record))
        return "date"_L1;
    if (const QLatin1StringView rule = salaryRule(record.vacancy, m_query, u"RUR"_s, true); !rule.isEmpty())
        return rule;
    if (!passesExperience(record))
        return "experience"_L1;
    if (!passesEmployment(record.vacancy))
        return "employment"_L1;
    if (!passesWorkFormat(record.vacancy))
        return "work_format"_L1;
    return m_text.leftOutBy(record.vacancy, record.subject);
}

bool TrudvsemFilter::passesRegion(const TrudvsemRecord &record) const
{
    constexpr int SubjectDigits = 2;
    if (m_query.areas.isEmpty() || record.regionCode.isNull())
        return true;
    return std::any_of(m_query.areas.begin(), m_query.areas.end(), [&](const QString &area) {
        return trudvsemRegion(area).left(SubjectDigits) == record.regionCode.left(SubjectDigits);
    });
}

bool TrudvsemFilter::passesDates(const TrudvsemRecord &record) const
{
    if (!m_query.dateFrom.isValid() && !m_query.dateTo.isValid())
        return true;
    return record.modified.isValid() &&
           (!m_query.dateFrom.isValid() || record.modified >= m_query.dateFrom) &&
           (!m_query.dateTo.isValid() || record.modified <= m_query.dateTo);
}

bool TrudvsemFilter::passesExperience(const TrudvsemRecord &record) const
{
    return m_query.experience.isEmpty() ||
           (record.years && m_query.experience.contains(experienceCode(*record.years)));
}

bool TrudvsemFilter::passesEmployment(const Vacancy &vacancy) const
{
    return m_query.employment.isEmpty() || m_query.employment.contains(employmentCode(vacancy));
}

bool TrudvsemFilter::passesWorkFormat(const Vacancy &vacancy) const
{
    // The source marks remote work only; all else is at the employer's as far as it says.
    return m_query.workFormat.isEmpty() ||
           m_query.workFormat.contains(vacancy.workFormat.isEmpty() ? "ON_SITE"_L1 : "REMOTE"_L1);
}

} // namespace linnet::vacancies
