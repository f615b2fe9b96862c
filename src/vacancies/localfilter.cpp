// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/localfilter.h"

#include "comparable/vocabulary.h"
#include "vacancies/salarylimit.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whether the codes of a list, which are parted by ";", have one of these.
bool namesOne(const QByteArray &codes, const QStringList &wanted)
{
    return std::ranges::any_of(codes.split(';'), [&wanted](const QByteArray &code) {
        return !code.isEmpty() && wanted.contains(QLatin1StringView(code));
    });
}

} // namespace

LocalFilter::LocalFilter(const Query &query, FilterHabits habits)
    : m_query(query)
    , m_habits(std::move(habits))
    , m_text(query, m_habits.searchesText)
{
}

QLatin1StringView LocalFilter::leftOutBy(const FoundAd &ad) const
{
    if (!passesAreas(ad))
        return "area"_L1;
    if (!passesDates(ad))
        return "date"_L1;
    if (const QLatin1StringView rule = salaryRule(ad.vacancy, m_query, m_habits.currency, ad.monthsShare);
        !rule.isEmpty())
        return rule;
    if (!passesExperience(ad))
        return "experience"_L1;
    if (!passesEmployment(ad))
        return "employment"_L1;
    if (!passesWorkFormat(ad))
        return "work_format"_L1;
    return m_text.leftOutBy(ad.vacancy, ad.subject);
}

bool LocalFilter::passesAreas(const FoundAd &ad) const
{
    return m_query.areas.isEmpty() || ad.areas.isEmpty() ||
           std::ranges::any_of(ad.areas,
                               [this](const QString &area) { return m_query.areas.contains(area); });
}

bool LocalFilter::passesDates(const FoundAd &ad) const
{
    if (!m_query.dateFrom.isValid() && !m_query.dateTo.isValid())
        return true;
    if (!ad.day.isValid())
        return m_habits.undatedPass;
    return (!m_query.dateFrom.isValid() || ad.day >= m_query.dateFrom) &&
           (!m_query.dateTo.isValid() || ad.day <= m_query.dateTo);
}

bool LocalFilter::passesExperience(const FoundAd &ad) const
{
    if (m_query.experience.isEmpty() || !m_habits.saysExperience)
        return true;
    if (ad.years)
        return m_query.experience.contains(experienceCode(*ad.years));
    return namesOne(comparable::Vocabulary::builtIn().experience(ad.vacancy.experience), m_query.experience);
}

bool LocalFilter::passesEmployment(const FoundAd &ad) const
{
    if (m_query.employment.isEmpty() || !m_habits.saysEmployment)
        return true;
    if (!ad.employment.isNull())
        return m_query.employment.contains(ad.employment);
    return namesOne(comparable::Vocabulary::builtIn().employment(ad.vacancy.employment, ad.vacancy.schedule),
                    m_query.employment);
}

bool LocalFilter::passesWorkFormat(const FoundAd &ad) const
{
    if (m_query.workFormat.isEmpty() || !m_habits.saysWorkFormat)
        return true;
    if (!ad.workFormat.isNull())
        return m_query.workFormat.contains(ad.workFormat);
    if (ad.vacancy.workFormat.isEmpty())
        return m_query.workFormat.contains("ON_SITE"_L1);
    return namesOne(comparable::Vocabulary::builtIn().codesOf(comparable::WordKind::WorkFormat,
                                                              ad.vacancy.workFormat.join(u';')),
                    m_query.workFormat);
}

void takeAds(ListPage &page, const QJsonArray &records, const LocalFilter &filter,
             const std::function<FoundAd(const QJsonObject &)> &read)
{
    int number = 0;
    for (const QJsonValue &value : records) {
        ++number;
        FoundAd ad = read(value.toObject());
        if (ad.vacancy.id.isNull()) {
            ++page.unreadable;
            page.notes.append(u"record %1: no usable id"_s.arg(number));
        } else if (const QLatin1StringView rule = filter.leftOutBy(ad); rule.isEmpty()) {
            page.vacancies.push_back(std::move(ad.vacancy));
        } else {
            page.leftOut.push_back({std::move(ad.vacancy), rule});
        }
    }
}

} // namespace linnet::vacancies
