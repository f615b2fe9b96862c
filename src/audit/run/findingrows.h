// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"

#include <functional>

namespace linnet::audit {

/// The columns check, level, url, value, place: findings of a crawl, one row for each row that a rule found.
const table::Schema &findingSchema();

/// Gives the rows of findings that are hits, finding by finding; those of texts in common stand together.
/// `value` is what the first column of the rule has, `place` the line of a link or the group of a page with a
/// text that is nearly that of others. `take` may end it by an error.
Result<void> eachFindingRow(store::RowReader &reader, store::RunId run, const QList<Finding> &findings,
                            const std::function<Result<void>(const table::Cells &row)> &take,
                            const std::stop_token &stop = {});

} // namespace linnet::audit
