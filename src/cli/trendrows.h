// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"

#include <QString>

namespace linnet::store {
class RowReader;
}

namespace linnet::cli {

class Console;
class Options;

/// The run whose task --trends is about: NEW of --runs, by number or last. Reason::BadValue when there is
/// none.
Result<RunId> runOfTrends(store::RowReader &reader, const QString &words);

/// Writes how the run's search went over all its runs, one row for each run and each week. The exit status.
int writeTrends(const Options &options, const QString &project, RunId run, Console &console);

} // namespace linnet::cli
