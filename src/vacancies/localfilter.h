// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/foundad.h"
#include "vacancies/textrule.h"
#include "vacancies/vacancysource.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace linnet::vacancies {

/// How a source has to be checked.
struct FilterHabits
{
    QString currency = QStringLiteral("RUR"); ///< what an empty Query::currency means there
    bool searchesText = true;                 ///< false: it was not asked for the words at all
    bool undatedPass = true;                  ///< what names no day, when days are asked for
    bool saysExperience = true; ///< false: none of its records does, so nothing is left out by it
    bool saysEmployment = true; ///< likewise
    bool saysWorkFormat = true; ///< likewise; else what names none is at the employer's
    bool saysPay = true;        ///< false: no amounts are ever named, so none can be compared
};

/// Applies to a record what a query asks for and its source matches loosely, or cannot be asked for. What the
/// record does not say does not pass, except a missing salary (see salaryRule()), a place, and what the
/// habits of the source allow. Words that no reader has understood are asked of the vocabulary that compares
/// sources.
class LocalFilter
{
public:
    /// The query outlives the filter.
    explicit LocalFilter(const Query &query, FilterHabits habits = {});

    /// The rule that leaves the record out; empty when it passes.
    QLatin1StringView leftOutBy(const FoundAd &ad) const;

private:
    bool passesAreas(const FoundAd &ad) const;
    bool passesDates(const FoundAd &ad) const;
    bool passesExperience(const FoundAd &ad) const;
    bool passesEmployment(const FoundAd &ad) const;
    bool passesWorkFormat(const FoundAd &ad) const;

    const Query &m_query;
    FilterHabits m_habits;
    TextRule m_text;
};

/// Puts the records of a page where they belong: kept, left out by a rule, or unreadable with a note.
void takeAds(ListPage &page, const QJsonArray &records, const LocalFilter &filter,
             const std::function<FoundAd(const QJsonObject &)> &read);

} // namespace linnet::vacancies
