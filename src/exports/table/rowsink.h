// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/cellview.h"
#include "table/column.h"

#include <QList>
#include <QStringList>

namespace linnet::exports {

/// Takes a table row by row and writes it in one format. Used by one thread: begin(), row() for each row,
/// end(); after an error nothing more is called. Destroying it before end() leaves nothing behind but bytes
/// already in a device.
class RowSink
{
public:
    RowSink() = default;
    RowSink(const RowSink &) = delete;
    RowSink &operator=(const RowSink &) = delete;
    virtual ~RowSink() = default;

    /// The columns, at least one; they must outlive the sink.
    virtual Result<void> begin(const QList<const table::Column *> &columns) = 0;
    /// As many cells as columns, in their order; they are good until it returns.
    virtual Result<void> row(table::CellViews cells) = 0;
    /// Between rows: what was given so far is with the device when this succeeds, for sinks that write to
    /// one.
    virtual Result<void> flush() { return {}; }
    /// Everything is with the device or file when this succeeds.
    virtual Result<void> end() = 0;

    /// Whether rows may be written by another sink of the same kind, to a device of its own, and put together
    /// here, byte for byte the same: for formats whose rows stand alone.
    virtual bool takesParts() const { return false; }
    /// Whole rows that another sink has written.
    virtual Result<void> takeRows(QByteArrayView written)
    {
        Q_UNUSED(written)
        Q_UNREACHABLE();
    }
    /// What another sink of the same kind has counted for notices().
    virtual void addCounts(const RowSink &part) { Q_UNUSED(part) }

    virtual qint64 bytes() const = 0;                  ///< of the whole output, after end()
    virtual QStringList notices() const { return {}; } ///< translated, after end()
};

} // namespace linnet::exports
