// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/file/textoutput.h"
#include "exports/table/rowsink.h"

namespace linnet::exports {

namespace formats {
extern const ExportFormat Json;
extern const ExportFormat JsonLines;
} // namespace formats

/// Writes a table as JSON (RFC 8259), one object per row and line with the column keys as names: an array, or
/// lines of objects (jsonl). UTF-8 without escapes that are not needed; whole numbers are written whole; null
/// and numbers that are none (NaN, infinite) are null; lists stay one text joined by ";".
class JsonWriter final : public RowSink
{
public:
    enum class Layout : quint8
    {
        Array,
        Lines
    };

    /// The device must be open and outlive the writer.
    JsonWriter(QIODevice &device, Layout layout);

    Result<void> begin(const QList<const table::Column *> &columns) override;
    Result<void> row(table::CellViews cells) override;
    Result<void> flush() override { return m_out.finish(); }
    Result<void> end() override;
    bool takesParts() const override { return m_layout == Layout::Lines; }
    Result<void> takeRows(QByteArrayView written) override;
    qint64 bytes() const override { return m_out.bytes(); }

private:
    void putCell(const table::CellView &cell);
    void putString(QByteArrayView text);

    Layout m_layout;
    TextOutput m_out;
    QList<QByteArray> m_names; ///< quoted, with colon
    bool m_first = true;
};

} // namespace linnet::exports
