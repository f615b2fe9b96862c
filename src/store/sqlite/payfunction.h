// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// Where a project keeps the lines that its owner put over the built-in rules of pay (see
/// comparable::readRuleTable); rules that cannot be read are as if there were none. A temporary view of that
/// name, with one value, goes before it.
inline constexpr const char *PayRulesMemo = "pay_rules";

/// Adds linnet_pay(part, writes, salary_from, salary_to, currency, salary_gross, salary_mode, employment,
/// schedule, created, fetched_at, source): what is comparable of an ad's pay by the rules of the project.
/// part is one of comparable::PayPart; `writes` of the table moment tells it when to read the rules again.
Result<void> addPayFunction(sqlite3 *connection);

} // namespace linnet::store
