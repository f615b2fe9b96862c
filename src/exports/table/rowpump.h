// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"
#include "exports/table/rowsink.h"

namespace linnet::exports {

/// Reads the rows of spec.ids from the project, some hundred at a time, and gives them to the sink: the one
/// loop of all exports. `limit` bounds the rows, -1 = all. Rows that are no longer in the project are left
/// out with a notice.
Result<ExportReport> pumpRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks,
                              qint64 limit = -1);

/// The same in pieces: the beginning of the output, …
Result<void> beginRows(const ExportSpec &spec, RowSink &sink);
/// … and any number of times the rows of spec.ids, as they are now. The caller ends the sink. The report is
/// of these rows.
Result<ExportReport> appendRows(const ExportSpec &spec, RowSink &sink, const PumpHooks &hooks);

/// ExportFormat::write of a text format, given what makes its sink.
template <auto makeSink>
Result<ExportReport> writeRows(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                               qint64 limit)
{
    auto sink = makeSink(spec, device);
    return pumpRows(spec, *sink, hooks, limit);
}

/// Line breaks, however many in a row, become one blank.
QString withoutLineBreaks(const QString &text);

} // namespace linnet::exports
