// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"
#include "vacancies/textrule.h"
#include "vacancies/trudvsem/trudvsemrecord.h"

namespace linnet::vacancies {

/// Applies to a record of Trudvsem all that a query asks for: the source itself filters by a loose text
/// match, by region and by date only, and silently ignores what it does not know. What the record does not
/// say does not pass, except a missing salary (see salaryRule()).
class TrudvsemFilter
{
public:
    /// The query outlives the filter.
    explicit TrudvsemFilter(const Query &query);

    /// The rule that leaves the record out; empty when it passes.
    QLatin1StringView leftOutBy(const TrudvsemRecord &record) const;

private:
    bool passesRegion(const TrudvsemRecord &record) const;
    bool passesDates(const TrudvsemRecord &record) const;
    bool passesExperience(const TrudvsemRecord &record) const;
    bool passesEmployment(const Vacancy &vacancy) const;
    bool passesWorkFormat(const Vacancy &vacancy) const;

    const Query &m_query;
    TextRule m_text;
};

/// The source's region id as its 13 digits; two digits are the subject's number.
QString trudvsemRegion(const QString &area);

} // namespace linnet::vacancies
