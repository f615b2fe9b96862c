// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"
#include "vacancies/vacancy.h"

namespace linnet::vacancies {

/// The query's salary limit taken strictly: a vacancy's highest named amount must reach it, else it is left
/// out by "salary". Amounts that cannot be compared pass, because the source has judged them: of another
/// currency than asked, or for a period that has no months. A vacancy that names no amount passes unless the
/// query asks for those with a salary only ("no_salary"). `ownCurrency` is what the source takes an empty
/// query.currency for, `monthsShare` how much of a month's pay an amount is: 1/12 for a year, 0 = unknown.
/// Empty = it passes.
QLatin1StringView salaryRule(const Vacancy &vacancy, const Query &query, const QString &ownCurrency,
                             double monthsShare);

} // namespace linnet::vacancies
