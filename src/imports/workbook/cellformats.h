// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace linnet::imports {

/// Which styles of a workbook show numbers as dates (ECMA-376 part 1, §18.8).
class CellFormats
{
public:
    /// xl/styles.xml. Reason::BadFile.
    static Result<CellFormats> of(const QByteArray &xml);

    bool isDate(int style) const
    {
        return style >= 0 && size_t(style) < m_dates.size() && m_dates[size_t(style)];
    }
    /// Whether a format such as "dd.mm.yyyy" shows a date or a time.
    static bool isDateCode(QStringView code);
    /// Whether a built-in number of a format does.
    static bool isDateId(int id);

    /// A date as its number; date1904: of the system whose day 0 is 1904-01-01. ISO 8601, without a time
    /// when it is midnight, without a date when it is within the first day. Empty when it is none.
    static QString dateText(double serial, bool date1904);

private:
    std::vector<bool> m_dates; ///< by index of the style
};

} // namespace linnet::imports
