// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changes/runchanges.h"
#include "store/rowquery.h"

namespace linnet::cli {

/// Whether these columns (none = all that can be had without) or the query ask for what only a comparison
/// with earlier runs says.
bool asksOverTime(const store::RowQuery &query, const QList<int> &columns);

/// The comparison of the query's one run with the last complete one of its task before it, or with itself
/// when there is none: its path is read in the project's place. Reason::BadValue when the query is of several
/// runs.
Result<std::shared_ptr<const session::RunChanges>> comparisonFor(const QString &project,
                                                                 const store::RowQuery &query);

} // namespace linnet::cli
