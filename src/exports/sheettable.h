// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace linnet::exports {

/// A column of a SheetTable.
struct SheetColumn
{
    enum class Form : quint8
    {
        Text,
        Count,  ///< a whole number
        Share,  ///< 0 to 1, shown as per cent
        Amount, ///< any number
        Moment, ///< ISO 8601 text, shown as date and time
        Link,   ///< an address; what is none is text
    };

    QString title; ///< for people, with the unit
    Form form = Form::Text;
    int width = 110; ///< pixels
};

/// A table of a workbook beside its rows: plain values for people, made by whoever asks for the export.
struct SheetTable
{
    enum class Chart : quint8
    {
        None,
        Bars,    ///< below one another, for names
        Columns, ///< side by side, for what has an order
    };

    QString title;
    QStringList notes = {}; ///< below the title: what the numbers rest on
    QList<SheetColumn> columns = {};
    std::vector<table::Cells> rows = {};
    Chart chart = Chart::None; ///< of `plotted`, named by the first column
    int plotted = 1;
    QList<int> faint = {}; ///< rows whose amounts rest on few values, shown in grey
};

/// What a workbook has beside its rows.
struct FurtherSheets
{
    std::vector<SheetTable> summary; ///< none = no such sheet
    SheetTable failures;             ///< no rows = no such sheet
    QStringList notices;             ///< translated
};

} // namespace linnet::exports
