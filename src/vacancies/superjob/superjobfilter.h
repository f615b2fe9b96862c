// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"
#include "vacancies/superjob/superjobrecord.h"
#include "vacancies/textrule.h"

namespace linnet::vacancies {

/// Applies to a record of SuperJob what the source matches loosely (words), or cannot be asked for without
/// guessing: published clients disagree on the numbers of experience and kinds of work, and a wrong number
/// gives other ads without a word. What the record does not say does not pass, except a missing salary or
/// date, and a place of work, which is then the employer's.
class SuperjobFilter
{
public:
    /// The query outlives the filter.
    explicit SuperjobFilter(const Query &query);

    /// The rule that leaves the record out; empty when it passes.
    QLatin1StringView leftOutBy(const SuperjobRecord &record) const;

private:
    bool passesDates(const Vacancy &vacancy) const;
    bool passesExperience(const SuperjobRecord &record) const;

    const Query &m_query;
    TextRule m_text;
};

} // namespace linnet::vacancies
