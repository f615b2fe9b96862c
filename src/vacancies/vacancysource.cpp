// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

std::vector<Query> VacancySource::split(const Query &query, const QDate &) const
{
    return {query};
}

QStringList VacancySource::ignoredFields(const Query &) const
{
    return {};
}

} // namespace linnet::vacancies
