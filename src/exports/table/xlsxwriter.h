// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/table/rowsink.h"
#include "exports/table/xlsxbook.h"

#include <QCoreApplication>
#include <QPair>

#include <functional>

namespace linnet::exports {

namespace formats {
extern const ExportFormat Xlsx;
}

/// Writes a table as an Excel workbook: numbers as numbers, yes and no as booleans, all else as text, never
/// as formula; as shown, times are Excel's dates, in the clock time that the source gave, and web addresses
/// are links, as many as a sheet can hold. The rows are one of Excel's tables, with a bold header that stays
/// in view, filter buttons, and the columns' widths; behind them come the sheets "Summary", "About this data"
/// and "Failures". What Excel cannot hold is said in notices(): longer texts are cut, further rows go on
/// further sheets, control characters are left out.
class XlsxWriter final : public RowSink
{
    Q_DECLARE_TR_FUNCTIONS(linnet::exports::XlsxWriter)

public:
    /// Rows below the header of a sheet (Excel's limit).
    static constexpr qint64 MaxSheetRows = 1'048'575;

    struct Options
    {
        QString sheetName = {}; ///< at most 25 characters; further sheets get a number behind it
        QString tableName = {}; ///< letters; "" = "data"
        /// Lines of the sheet "About this data"; none = no such sheet, unless there are notices.
        QList<QPair<QString, QString>> about = {};
        qint64 sheetRows = MaxSheetRows;
        bool asShown = false; ///< see ExportSpec::asShown
        /// Asked when all rows are written; what it fails with ends the export. Null = no further sheets.
        std::function<Result<FurtherSheets>()> further = {};
    };

    /// See XlsxBook.
    XlsxWriter(const QString &path, Options options);

    Result<void> begin(const QList<const table::Column *> &columns) override;
    Result<void> row(table::CellViews cells) override;
    Result<void> end() override;
    qint64 bytes() const override;
    QStringList notices() const override;

private:
    Result<void> addSheet();
    Result<void> finishSheet();
    Result<void> writeCell(qint64 column, const table::CellView &value);
    Result<void> addSummary();
    Result<void> addFailures();
    Result<void> writeAbout(XlsxSheet &sheet);

    Options m_options;
    XlsxBook m_book;
    QList<const table::Column *> m_columns;
    QStringList m_header;
    FurtherSheets m_further;
    XlsxSheet *m_sheet = nullptr; ///< the last with rows; the book's
    qint64 m_sheetRow = 0;        ///< rows of that sheet, its header included
    int m_rowSheets = 0;
    qint64 m_bytes = 0;
};

} // namespace linnet::exports
