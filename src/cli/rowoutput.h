// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commonoptions.h"
#include "cli/console.h"
#include "store/read/rowreader.h"

namespace linnet::cli {

/// Writes the rows of a query where the output options say: a file, CSV on stdout, or the first rows as a
/// table.
class RowOutput
{
public:
    RowOutput(const OutputOptions &options, Console &console);

    /// Gives the number of rows written (of the whole query, for the table too).
    Result<qint64> write(const QString &projectPath, const store::RowQuery &query);

private:
    Result<qint64> print(store::RowReader &reader, const store::RowQuery &query);
    const OutputOptions &m_options;
    Console &m_console;
};

} // namespace linnet::cli
