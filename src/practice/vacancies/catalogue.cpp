// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"

#include "practice/vacancies/inventor.h"

namespace linnet::practice {

Catalogue::Catalogue(const QDate &today)
    : m_words(Vocabulary::load())
    , m_today(today)
    , m_vacancies(Inventor(m_words, today, size).invent(size + 1))
{
    m_listed.reserve(m_vacancies.size());
    for (auto it = m_vacancies.rbegin() + 1; it != m_vacancies.rend(); ++it)
        m_listed.push_back(&*it);
    for (const InventedVacancy &vacancy : m_vacancies) {
        m_byId.insert(vacancy.id, &vacancy);
        m_byId.insert(vacancy.uuid, &vacancy);
    }
}

const InventedVacancy *Catalogue::find(const QString &id) const
{
    return m_byId.value(id);
}

void Catalogue::letNewcomerIn()
{
    if (m_listed.size() < m_vacancies.size())
        m_listed.insert(m_listed.begin(), &m_vacancies.back());
}

} // namespace linnet::practice
