// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "session/saved/savedsearch.h"

namespace linnet::session {

/// Writes the rows of a run of the saved search as XLSX into a new file (datedFile()), as the window shows
/// them, with all columns in their order; when the search wants only what is new, the changes of newRows().
/// The path. Reads the project: for the pool.
Result<QString> writeRunFile(const QString &project, RunId run, const SavedSearch &search,
                             const QDateTime &now);

} // namespace linnet::session
