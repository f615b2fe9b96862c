// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/read/rowreader.h"
#include "store/read/sizereader.h"
#include "table/schema.h"

#include <vector>

namespace linnet::cli {

/// The runs of a project as a table: run, kind, name, state, started, ended, rows, bytes, kept.
const table::Schema &runSchema();

struct RunTable
{
    std::vector<table::Cells> rows; ///< of runSchema(), by number of the run
    store::ProjectSizes sizes;
};
/// sizes: of the project that is read.
Result<RunTable> makeRunTable(store::RowReader &reader, store::ProjectSizes sizes);

} // namespace linnet::cli
