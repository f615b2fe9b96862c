// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/table/rowsink.h"
#include "store/rowquery.h"

#include <QIODevice>

#include <memory>
#include <optional>

namespace linnet::exports {

/// An export that is written while its rows come, in order of arrival, each as it is known when it is
/// written. For formats that have a sink (ExportFormat::sink). Used by one thread at a time.
class GrowingExport
{
public:
    /// Of spec the ids do not count: the rows are those of the query. The device is open and outlives it.
    GrowingExport(ExportSpec spec, store::RowQuery query, QIODevice &device);

    /// The rows that were stored since the last time; with the device when this succeeds. Nothing more is
    /// called after an error.
    Result<void> append(const PumpHooks &hooks = {});
    /// Appends the last rows and ends the output. None when a row is missing, by whatever reason: such an
    /// output is not whole.
    Result<std::optional<ExportReport>> end(const PumpHooks &hooks = {});

private:
    Result<void> begin();

    ExportSpec m_spec;
    store::RowQuery m_query;
    std::unique_ptr<RowSink> m_sink;
    bool m_begun = false;
    qint64 m_lastId = 0;
    qint64 m_rows = 0;
};

/// Whether rows are final once they are stored, in these columns (empty = all): nothing in them is made of
/// rows that may come later.
bool areFinal(const table::Schema &schema, const QList<int> &columns);

} // namespace linnet::exports
