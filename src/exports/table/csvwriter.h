// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/file/textoutput.h"
#include "exports/table/csvstyle.h"
#include "exports/table/rowsink.h"

#include <QCoreApplication>

#include <array>

namespace linnet::exports {

namespace formats {
extern const ExportFormat Csv; ///< RFC 4180, values unchanged
extern const ExportFormat CsvExcelRu;
extern const ExportFormat CsvExcelEn;
extern const ExportFormat Tsv;
} // namespace formats

/// Writes a table as CSV (RFC 4180) or TSV: a header of column keys, then the rows. Numbers have no grouping,
/// null and numbers that are none (NaN, infinite) are empty fields, yes and no are true and false in every
/// dialect. Only text is guarded against being taken for a formula, never a number.
class CsvWriter final : public RowSink
{
    Q_DECLARE_TR_FUNCTIONS(linnet::exports::CsvWriter)

public:
    /// The device must be open and outlive the writer.
    CsvWriter(QIODevice &device, const CsvStyle &style);

    Result<void> begin(const QList<const table::Column *> &columns) override;
    Result<void> row(table::CellViews cells) override;
    Result<void> flush() override { return m_out.finish(); }
    Result<void> end() override;
    bool takesParts() const override { return true; }
    Result<void> takeRows(QByteArrayView written) override;
    void addCounts(const RowSink &part) override;
    qint64 bytes() const override { return m_out.bytes(); }
    QStringList notices() const override;

private:
    void putField(const table::CellView &cell);
    QByteArray fitted(QByteArrayView text, qsizetype room);
    void putText(QByteArrayView text);
    quint8 kindsIn(QByteArrayView text) const;
    void putReal(double number);
    void endLine();

    CsvStyle m_style;
    std::array<quint8, 256> m_kinds{}; ///< what a byte asks for, see ByteKind
    TextOutput m_out;
    QList<const table::Column *> m_columns;
    qint64 m_guarded = 0; ///< texts with an apostrophe put before them
    qint64 m_cut = 0;
    qint64 m_cleaned = 0;
};

} // namespace linnet::exports
