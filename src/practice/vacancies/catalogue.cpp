// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"

#include "practice/vacancies/inventor.h"

#include <QTimeZone>

#include <algorithm>

namespace linnet::practice {

Catalogue::Catalogue(const QDate &today)
    : Catalogue(today, Extent())
{
}

Catalogue::Catalogue(const QDate &today, const Extent &extent)
    : m_words(Vocabulary::load())
    , m_today(today)
    , m_vacancies(Inventor(m_words, today, extent.ads).invent(extent.ads + extent.newcomers))
{
    if (extent.ads != size)
        keepToDaytime();
    makeBurst(std::min(extent.burst, extent.ads));
    m_listed.reserve(m_vacancies.size());
    for (auto it = m_vacancies.rbegin() + extent.newcomers; it != m_vacancies.rend(); ++it)
        m_listed.push_back(&*it);
    for (const InventedVacancy &vacancy : m_vacancies) {
        m_byId.insert(vacancy.id, &vacancy);
        m_byId.insert(vacancy.uuid, &vacancy);
    }
}

/// From eight to eight o'clock.
void Catalogue::keepToDaytime()
{
    constexpr int begin = 8 * 3600;
    for (InventedVacancy &vacancy : m_vacancies) {
        const int second = vacancy.published.time().msecsSinceStartOfDay() / 1000;
        vacancy.published = vacancy.published.addSecs(begin + second / 2 - second);
    }
}

void Catalogue::makeBurst(int count)
{
    constexpr int window = 300;
    const auto first = m_vacancies.begin() + qsizetype(m_vacancies.size() - size_t(count)) / 2;
    const qint64 begin = first->published.toSecsSinceEpoch() / window * window;
    for (auto vacancy = first; vacancy != first + count; ++vacancy) {
        InventedVacancy same = *first;
        same.number = vacancy->number;
        same.id = vacancy->id;
        same.uuid = vacancy->uuid;
        same.published.setSecsSinceEpoch(begin + (vacancy - first) * window / count);
        *vacancy = std::move(same);
    }
}

const InventedVacancy *Catalogue::find(const QString &id) const
{
    return m_byId.value(id);
}

void Catalogue::letNewcomerIn(int most)
{
    if (m_entered >= most || m_listed.size() >= m_vacancies.size())
        return;
    InventedVacancy &next = m_vacancies[m_listed.size()];
    if (most > 1) // they appear while somebody watches
        next.published = QDateTime::currentDateTimeUtc().toTimeZone(next.published.timeZone());
    m_listed.insert(m_listed.begin(), &next);
    ++m_entered;
}

} // namespace linnet::practice
