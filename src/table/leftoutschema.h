// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// Ads that a source gave and Linnet left out: the columns of vacancySchema(), and last `left_out_by`, the
/// code of the rule. A table of its own, so that nothing counts or exports them with the vacancies.
const Schema &leftOutSchema();

} // namespace linnet::table
