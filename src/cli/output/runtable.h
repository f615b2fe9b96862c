// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/read/sizereader.h"
#include "table/schema.h"

#include <stop_token>
#include <vector>

namespace linnet::cli {

class Console;

/// The runs of a project as a table: run, kind, name, state, started, ended, rows, bytes, kept.
const table::Schema &runSchema();

struct RunTable
{
    std::vector<table::Cells> rows; ///< of runSchema(), by number of the run
    store::ProjectSizes sizes;
};
/// Reads the whole project once.
Result<RunTable> readRunTable(const QString &project, const std::stop_token &stop, Console &console);

} // namespace linnet::cli
