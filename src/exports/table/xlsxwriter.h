// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "exports/table/rowsink.h"

#include <QCoreApplication>
#include <QPair>

#include <memory>

namespace linnet::exports {

namespace formats {
extern const ExportFormat Xlsx;
}

/// Writes a table as an Excel workbook (ECMA-376) with libxlsxwriter: numbers as numbers, yes and no as
/// booleans, all else as text, never as formula; as shown, times are Excel's dates, in the clock time that
/// the source gave, and web addresses are links, as many as a sheet can hold; a bold header that stays in
/// view, filter buttons, and the columns' widths. Rows go to temporary files in the folder of the workbook,
/// so memory does not grow with them. What Excel cannot hold is said in notices(): longer texts are cut,
/// further rows go on further sheets, control characters are left out.
class XlsxWriter final : public RowSink
{
    Q_DECLARE_TR_FUNCTIONS(linnet::exports::XlsxWriter)

public:
    /// Rows below the header of a sheet (Excel's limit).
    static constexpr qint64 MaxSheetRows = 1'048'575;

    struct Options
    {
        QString sheetName = {}; ///< at most 25 characters; further sheets get a number behind it
        /// Lines of the last sheet, "About this data"; none = no such sheet, unless there are notices.
        QList<QPair<QString, QString>> about = {};
        qint64 sheetRows = MaxSheetRows;
        bool asShown = false; ///< see ExportSpec::asShown
    };

    /// The file at `path` is made by end(); what an unsuccessful end() leaves there is the caller's to
    /// remove.
    XlsxWriter(const QString &path, Options options);
    ~XlsxWriter() override;

    Result<void> begin(const QList<const table::Column *> &columns) override;
    Result<void> row(table::CellViews cells) override;
    Result<void> end() override;
    qint64 bytes() const override;
    QStringList notices() const override;

private:
    Result<void> addSheet();
    Result<void> addAbout();
    Result<void> checkRoom();
    Result<void> checkWritten() const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::exports
