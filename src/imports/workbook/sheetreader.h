// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/recordreader.h"
#include "imports/workbook/safexml.h"
#include "imports/workbook/workbook.h"
#include "imports/workbook/zipentry.h"

#include <QCoreApplication>

namespace linnet::imports {

/// Reads the rows of a sheet one by one; a place is the number of the row before it. Numbers that are shown
/// as dates are ISO 8601 texts, formulas are their last value, merged cells have it in the first of them.
class SheetReader final : public RecordReader
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::SheetReader)

public:
    static constexpr int MostColumns = 16'384;
    static constexpr qint64 LargestRow = 64 * 1024 * 1024; ///< bytes of XML

    /// The book outlives it, and nothing else is read from it meanwhile.
    static Result<std::unique_ptr<SheetReader>> open(Workbook &book, const Workbook::Sheet &sheet,
                                                     const RecordPlace &from);

    Result<bool> next(SourceRow &row) override;
    const RecordPlace &place() const override { return m_place; }
    double fraction() const { return m_entry->fraction(); }

    /// "C12" is 2; -1 when it is none.
    static int columnOf(QStringView reference);
    /// 2 is "C".
    static QString columnName(int column);

private:
    SheetReader(Workbook &book, std::unique_ptr<ZipEntry> entry, const RecordPlace &from);
    void readCells(SourceRow &row);
    void readCell(SourceRow &row, int column);
    table::Value valueOf(SourceRow &row, QStringView type, int style, const QString &text) const;

    const Workbook &m_book;
    std::unique_ptr<ZipEntry> m_entry;
    SafeXml m_xml;
    RecordPlace m_place;
    qint64 m_from;    ///< rows up to this were read before
    qint64 m_row = 0; ///< number of the last
};

} // namespace linnet::imports
