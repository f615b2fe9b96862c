// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"

#include <QStringList>

namespace linnet::table {

/// How people read a stored code of a Code column ("listed" is "not read yet"); the code itself when it has
/// no title. What an item of a list says behind a colon stays behind its title. Most titles stand in the
/// declaration of the column (Column::codes).
QString codeTitle(const Column &column, const QString &code);

/// The codes of a column that have titles.
QStringList titledCodes(const Column &column);

/// Codes that only a folder above the tables knows.
struct CodeNames
{
    QStringList (*codes)() = nullptr;
    QString (*title)(const QString &code) = nullptr; ///< null when it has none
};
/// Once for a column, before other threads read titles; further calls for it change nothing.
void setCodeNames(QLatin1StringView column, CodeNames names);

} // namespace linnet::table
