// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/table/xlsxsheet.h"

#include <memory>
#include <vector>

struct lxw_workbook;

namespace linnet::exports {

/// An Excel workbook (ECMA-376) under construction with libxlsxwriter. Rows go to temporary files in the
/// folder of the workbook, so memory does not grow with them.
class XlsxBook
{
public:
    /// The file at `path` is made by close(); what an unsuccessful close() leaves there is the caller's to
    /// remove. cutMark: see XlsxShared.
    XlsxBook(const QString &path, const QString &cutMark);
    ~XlsxBook();
    XlsxBook(const XlsxBook &) = delete;
    XlsxBook &operator=(const XlsxBook &) = delete;

    Result<void> open();
    enum class Rows : quint8
    {
        OnDisk,   ///< any number, from the top
        InMemory, ///< few; charts know their numbers without calculating
    };
    /// A name of at most 31 characters that no other sheet has; the sheet lives as long as the book.
    Result<XlsxSheet *> addSheet(const QString &name, Rows rows = Rows::OnDisk);
    Result<void> close();

    const XlsxShared &shared() const { return m_shared; }
    lxw_workbook *raw() const { return m_book.get(); }

private:
    struct FreeBook
    {
        void operator()(lxw_workbook *book) const;
    };

    Result<void> checkRoom();
    Result<void> checkWritten() const;

    XlsxShared m_shared;
    std::unique_ptr<lxw_workbook, FreeBook> m_book;
    std::vector<std::unique_ptr<XlsxSheet>> m_sheets;
};

} // namespace linnet::exports
