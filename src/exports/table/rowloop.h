// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportspec.h"
#include "exports/table/rowsink.h"
#include "store/read/rowcursor.h"

#include <span>

namespace linnet::exports {

/// Gives rows of a project to a sink, some hundred at a time, and counts them. All that is given to it
/// outlives it. Used by one thread.
class RowLoop
{
public:
    RowLoop(const ExportSpec &spec, store::RowCursor &cursor, RowSink &sink, const PumpHooks &hooks);

    /// Rows that are no longer there are left out and counted. Reason::Cancelled when the hooks say so.
    Result<void> put(std::span<const qint64> ids);
    /// Counts what another loop has put into this one's sink.
    void add(const RowLoop &other);
    Result<void> checkCancelled() const;
    void tell(qint64 rows, qint64 total) const;
    ExportReport report() const;

private:
    Result<void> putRow(table::CellViews cells);

    const ExportSpec &m_spec;
    store::RowCursor &m_cursor;
    RowSink &m_sink;
    const PumpHooks &m_hooks;
    qint64 m_rows = 0;
    qint64 m_missing = 0;
};

} // namespace linnet::exports
