// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/table/xlsxbook.h"

namespace linnet::exports {

/// Writes small tables below one another into a sheet, each with one of Excel's own charts beside it that
/// shows the cells of the sheet: who changes a number changes the chart.
class XlsxSummary
{
public:
    /// The sheet is in memory, of that name, and of the book; both live longer.
    XlsxSummary(const XlsxBook &book, XlsxSheet &sheet, const QString &name);

    Result<void> add(const SheetTable &table);

private:
    Result<void> addChart(const SheetTable &table, qint64 top, qint64 header);

    const XlsxBook &m_book;
    XlsxSheet &m_sheet;
    QByteArray m_name;
    qint64 m_row = 0; ///< the first that is free
};

} // namespace linnet::exports
