// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"
#include "vacancies/textmatch.h"
#include "vacancies/vacancy.h"

#include <vector>

namespace linnet::vacancies {

/// The words of a query, those that must not occur too, applied to the text of an ad that it searches. Where
/// the source has searched the whole ad, and the text at hand may be less, only words that must not occur are
/// looked for.
class TextRule
{
public:
    /// isSearched: the source was asked for the words, of the part of ads that the query names.
    explicit TextRule(const Query &query, bool isSearched = true);

    /// "text", "exclude", or empty when the text passes.
    QLatin1StringView leftOutBy(const QString &text) const;
    /// The same for the part of an ad that the query searches. subject: what else the source searches with
    /// all.
    QLatin1StringView leftOutBy(const Vacancy &vacancy, const QString &subject) const;

private:
    bool isEmpty() const { return m_text.isEmpty() && m_excluded.empty(); }
    QString searchedText(const Vacancy &vacancy, const QString &subject) const;

    SearchField m_field;
    bool m_isWhole; ///< the source has searched the whole ad
    TextMatch m_text;
    std::vector<TextMatch> m_excluded;
};

} // namespace linnet::vacancies
