// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"
#include "exports/table/rowsink.h"

#include <functional>

namespace linnet::exports {

/// What the one who waits wants of an export under way; called between pages of rows, in the exporting
/// thread.
struct PumpHooks
{
    std::function<bool()> isCancelled;
    std::function<void(qint64 rows, qint64 total)> progressed; ///< at most every 50 ms, and once at the end
};

/// Reads the rows of spec.ids from the project, some hundred at a time, and gives them to the sink: the one
/// loop of all exports. `limit` bounds the rows, -1 = all. Rows that are no longer in the project are left
/// out with a notice.
Result<ExportReport> pumpRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks,
                              qint64 limit = -1);

/// Line breaks, however many in a row, become one blank.
QString withoutLineBreaks(const QString &text);

} // namespace linnet::exports
