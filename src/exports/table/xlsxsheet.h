// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/sheettable.h"
#include "table/cellview.h"
#include "table/column.h"

#include <QStringList>
#include <QStringView>

struct lxw_format;
struct lxw_worksheet;

namespace linnet::exports {

/// What the sheets of a workbook share.
struct XlsxShared
{
    QString path;    ///< for errors
    QString cutMark; ///< stands at the end of a text that was cut
    lxw_format *bold = nullptr;
    lxw_format *heading = nullptr;
    lxw_format *quiet = nullptr;
    lxw_format *wrapped = nullptr; ///< as the next four it begins at the top of its row
    lxw_format *top = nullptr;
    lxw_format *topCount = nullptr;
    lxw_format *topShare = nullptr;
    lxw_format *topLink = nullptr;
    lxw_format *day = nullptr;  ///< a date, as the computer of the reader writes dates
    lxw_format *time = nullptr; ///< the same with hours and minutes
    lxw_format *count = nullptr;
    lxw_format *share = nullptr;
    lxw_format *amount = nullptr;
    lxw_format *faint = nullptr; ///< an amount that rests on few values
    qint64 cutCells = 0;
    qint64 cleanedCells = 0;
    qint64 links = 0; ///< of all sheets; they stand in memory until the book is put together
};

/// One sheet of a workbook under construction. Rows and columns count from 0; a sheet whose rows go to the
/// disk takes them from the top. Text is never a formula.
class XlsxSheet
{
public:
    /// Both live longer.
    XlsxSheet(lxw_worksheet *sheet, XlsxShared &shared)
        : m_sheet(sheet)
        , m_shared(shared)
    {
    }

    Result<void> text(qint64 row, qint64 column, QStringView text, lxw_format *format = nullptr);
    /// Nothing for what is not finite.
    Result<void> number(qint64 row, qint64 column, double number, lxw_format *format = nullptr);
    /// As text beyond what Excel keeps exactly.
    Result<void> whole(qint64 row, qint64 column, qint64 number, lxw_format *format = nullptr);
    Result<void> boolean(qint64 row, qint64 column, bool yes);
    /// An ISO 8601 text as a date in the clock time that it names; what is no date of Excel's as text.
    Result<void> moment(qint64 row, qint64 column, const QString &text);
    /// A web address as a link, as many as a sheet can hold and a book should; else text.
    Result<void> link(qint64 row, qint64 column, const QString &text);
    /// A text that leads to the first cell of another sheet of the book.
    Result<void> linkToSheet(qint64 row, qint64 column, const QString &sheet);
    /// A cell of a table as the table on the screen words it: real dates, links, titles of codes.
    Result<void> shown(qint64 row, qint64 column, const table::Column &described,
                       const table::CellView &value);

    Result<void> header(qint64 row, const SheetTable &table);
    Result<void> line(qint64 row, const SheetTable &table, int line);

    void width(qint64 column, int pixels);
    void freezeHeader();
    /// Makes the rows from the first to `last` one of Excel's tables, whose header, already written, says
    /// these names; they differ. `name` is of letters, and of no other table.
    Result<void> makeTable(const QString &name, const QStringList &header, qint64 last);

    lxw_worksheet *raw() const { return m_sheet; }
    /// The rows that were given so far have come to the disk.
    Result<void> checkRows() const;
    /// The same for all of them; how many bytes they are. 0 for a sheet in memory.
    Result<qint64> flush();
    qint64 bytes() const { return m_bytes; } ///< what flush() said
    void abandon();                          ///< closes its temporary file

private:
    Result<void> checked(int error) const;
    Result<void> cell(qint64 row, qint64 column, const table::Value &value, SheetColumn::Form form,
                      bool isFaint);

    lxw_worksheet *m_sheet;
    XlsxShared &m_shared;
    qint64 m_links = 0;
    qint64 m_bytes = 0;
};

/// The same names, such that no two differ by case alone: Excel wants that of the columns of a table.
QStringList uniqueNames(const QStringList &names);

} // namespace linnet::exports
