// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// Where a project keeps the lines that its owner put over the built-in rules of pay (see
/// comparable::readRuleTable); rules that cannot be read are as if there were none.
inline constexpr const char *PayRulesMemo = "pay_rules";

/// A view of the connection's own, with one value, that is read in the place of the memo when there is one.
inline constexpr const char *PayRulesView = "pay_rules";

/// Adds linnet_pay(part, writes, salary_from, salary_to, currency, salary_gross, salary_mode, employment,
/// schedule, created, fetched_at, source): what is comparable of an ad's pay by the rules of the project.
/// part is one of comparable::PayPart; `writes` of the table moment tells it when to read the rules again.
Result<void> addPayFunction(sqlite3 *connection);

} // namespace linnet::store
