// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changes/runchanges.h"

namespace linnet::session {

/// Those of the changes that a watch tells: new ads; of a crawl, a check and a test of proxies what is newly
/// broken and what is mended.
QStringList newsCodes(const table::Schema &rows);

/// What is new in a run since the last complete one of its task.
struct NewRows
{
    std::shared_ptr<const RunChanges> changes; ///< null: there is nothing before it that it could be new to
    store::RowQuery query;                     ///< of the rows of changes->path()
};

/// Takes as long as RunChanges::find(). Any thread.
Result<NewRows> newRows(const QString &projectPath, RunId run, const std::stop_token &stop = {});

} // namespace linnet::session
