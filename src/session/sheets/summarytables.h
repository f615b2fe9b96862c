// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/sheettable.h"
#include "store/read/rowreader.h"

#include <stop_token>

namespace linnet::session {

/// Rows that are summed up.
struct SummaryRows
{
    const table::Schema *schema = nullptr;
    QList<store::RunId> runs; ///< whose rows they are; empty = all
    store::IdVectorPtr ids;   ///< only these; null = all
};

/// There are questions that rows of the schema answer.
bool hasSummary(const table::Schema &schema);

/// What the rows say: how many they are, pay with its basis and the number of ads that it is known of, the
/// most frequent employers, regions and skills; of crawls status, depth and hosts; of checks failures and
/// times. Counted by the code that `stats` and the tab Insight count with. Text for people; any thread,
/// Cancelled soon after a stop. What would take too much memory is left out with a notice.
Result<exports::FurtherSheets> summaryTables(store::RowReader &reader, const SummaryRows &rows,
                                             std::stop_token stop);

} // namespace linnet::session
