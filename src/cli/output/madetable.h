// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/commonoptions.h"
#include "cli/output/console.h"

#include <functional>
#include <vector>

namespace linnet::cli {

/// Writes rows that a command has made, and that stand in no project, wherever the output options say and in
/// every format. Everything that writes rows reads them from a file: a temporary one.
/// `schema`: of Identity::None. The order is that of the rows. Gives their number.
Result<qint64> writeTable(const table::Schema &schema, const std::vector<table::Cells> &rows,
                          const OutputOptions &output, Console &console);

using RowTaker = std::function<Result<void>(const table::Cells &row)>;
/// Gives one row after the other; ends with the error of the taker.
using RowSource = std::function<Result<void>(const RowTaker &take)>;
/// The same of rows that are too many to be held.
Result<qint64> writeTable(const table::Schema &schema, const RowSource &rows, const OutputOptions &output,
                          Console &console);

} // namespace linnet::cli
