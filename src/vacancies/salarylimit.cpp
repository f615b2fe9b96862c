// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/salarylimit.h"

#include <algorithm>

namespace linnet::vacancies {

bool passesSalary(const Vacancy &vacancy, const Query &query, const QString &ownCurrency, bool perMonth)
{
    if (!vacancy.salaryFrom && !vacancy.salaryTo)
        return !query.onlyWithSalary;
    const QString &asked = query.currency.isEmpty() ? ownCurrency : query.currency;
    if (!query.salary || !perMonth || vacancy.currency != asked)
        return true;
    const double highest = std::max(vacancy.salaryFrom.value_or(0), vacancy.salaryTo.value_or(0));
    return highest >= double(*query.salary);
}

} // namespace linnet::vacancies
