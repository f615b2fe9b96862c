// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancysource.h"

#include "vacancies/hhsource.h"
#include "vacancies/trudvsemsource.h"

namespace linnet::vacancies {

std::vector<Query> VacancySource::split(const Query &query, const QDate &) const
{
    return {query};
}

QStringList VacancySource::ignoredFields(const Query &) const
{
    return {};
}

std::vector<const VacancySource *> allSources()
{
    static const HhSource hh;
    static const TrudvsemSource trudvsem;
    return {&hh, &trudvsem};
}

const VacancySource *sourceById(QStringView id)
{
    for (const VacancySource *source : allSources()) {
        if (source->id() == id)
            return source;
    }
    return nullptr;
}

} // namespace linnet::vacancies
