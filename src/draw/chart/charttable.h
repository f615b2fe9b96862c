// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <variant>
#include <vector>

namespace linnet::draw {

/// The data behind a chart, all groups of it: for screen readers, the clipboard and files.
struct ChartTable
{
    struct Column
    {
        QString title;  ///< for people
        QByteArray key; ///< for files: English, different from all others
        bool number = false;
    };
    struct Cell
    {
        QString text; ///< for people
        /// For files: nothing, a number, or a text (dates as ISO 8601).
        std::variant<std::monostate, double, QString> value;

        bool operator==(const Cell &) const = default;
    };

    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< as many cells as columns
};

ChartTable chartTable(const Chart &chart, const QLocale &locale);

} // namespace linnet::draw
