// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/file/textoutput.h"
#include "exports/table/rowsink.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat Har;
}

/// Writes the table of requests as HTTP Archive 1.2 (softwareishard.com/blog/har-12-spec). Takes all columns
/// of table::requestSchema(). Headers and cookies are not recorded by the program, so their lists are empty.
/// Times are milliseconds; `blocked` is the time in the program's own queue and before sending. Fields of our
/// own begin with an underscore, as the format asks.
class HarWriter final : public RowSink
{
public:
    /// The device must be open and outlive the writer.
    explicit HarWriter(QIODevice &device);

    Result<void> begin(const QList<const table::Column *> &columns) override;
    Result<void> row(table::CellViews cells) override;
    Result<void> end() override;
    qint64 bytes() const override { return m_out.bytes(); }

private:
    TextOutput m_out;
    bool m_first = true;
};

} // namespace linnet::exports
