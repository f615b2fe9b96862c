// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/textrule.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

TextRule::TextRule(const Query &query, bool isSearched)
    : m_field(query.field)
    , m_isWhole(isSearched && query.field == SearchField::Any)
    , m_text(query.text)
{
    for (const QString &words : query.exclude) {
        if (TextMatch match(words); !match.isEmpty())
            m_excluded.push_back(std::move(match));
    }
}

QLatin1StringView TextRule::leftOutBy(const QString &text) const
{
    const bool fits = m_isWhole ? m_text.mayMatch(text) : m_text.matches(text);
    if (!fits)
        return "text"_L1;
    const bool excluded =
        std::ranges::any_of(m_excluded, [&](const TextMatch &words) { return words.matches(text); });
    return excluded ? "exclude"_L1 : QLatin1StringView();
}

QLatin1StringView TextRule::leftOutBy(const Vacancy &vacancy, const QString &subject) const
{
    return isEmpty() ? QLatin1StringView() : leftOutBy(searchedText(vacancy, subject));
}

QString TextRule::searchedText(const Vacancy &vacancy, const QString &subject) const
{
    switch (m_field) {
    case SearchField::Name:
        return vacancy.name;
    case SearchField::Company:
        return vacancy.employer;
    case SearchField::Description:
        return vacancy.description;
    case SearchField::Any:
        break;
    }
    const QStringList all{vacancy.name, vacancy.employer, subject, vacancy.skills.join(u'\n'),
                          vacancy.description};
    return all.join(u'\n');
}

} // namespace linnet::vacancies
