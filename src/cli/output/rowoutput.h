// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/commonoptions.h"
#include "cli/output/console.h"
#include "store/read/rowreader.h"

#include <functional>

namespace linnet::cli {

/// Writes the rows of a query where the output options say: a file, CSV on stdout, or the first rows as a
/// table.
class RowOutput
{
public:
    RowOutput(const OutputOptions &options, Console &console);

    /// Changes the order of the rows before they are written.
    using Arrange = std::function<Result<void>(store::RowReader &reader, store::IdVector &ids)>;
    void arrangeBy(Arrange arrange) { m_arrange = std::move(arrange); }

    /// Gives the number of rows written (of the whole query, for the table too).
    Result<qint64> write(const QString &projectPath, const store::RowQuery &query);

private:
    Result<store::IdVector> ids(store::RowReader &reader, const store::RowQuery &query) const;
    Result<qint64> print(store::RowReader &reader, const store::RowQuery &query);

    const OutputOptions &m_options;
    Console &m_console;
    Arrange m_arrange;
};

} // namespace linnet::cli
