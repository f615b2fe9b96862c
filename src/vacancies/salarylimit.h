// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"
#include "vacancies/vacancy.h"

namespace linnet::vacancies {

/// Whether a vacancy passes the query's salary limit taken strictly: its highest named amount reaches the
/// limit. Amounts that cannot be compared pass, because the source has judged them: of another currency than
/// asked, or not per month. A vacancy that names no amount passes unless the query asks for those with a
/// salary only. `ownCurrency` is what the source takes an empty query.currency for.
bool passesSalary(const Vacancy &vacancy, const Query &query, const QString &ownCurrency, bool perMonth);

} // namespace linnet::vacancies
