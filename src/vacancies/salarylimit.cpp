// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/salarylimit.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView salaryRule(const Vacancy &vacancy, const Query &query, const QString &ownCurrency,
                             double monthsShare)
{
    if (!vacancy.salaryFrom && !vacancy.salaryTo)
        return query.onlyWithSalary ? "no_salary"_L1 : QLatin1StringView();
    const QString asked = currencyCode(query.currency.isEmpty() ? ownCurrency : query.currency);
    if (!query.salary || monthsShare <= 0 || currencyCode(vacancy.currency) != asked)
        return {};
    const double highest = std::max(vacancy.salaryFrom.value_or(0), vacancy.salaryTo.value_or(0));
    return highest * monthsShare >= double(*query.salary) ? QLatin1StringView() : "salary"_L1;
}

} // namespace linnet::vacancies
