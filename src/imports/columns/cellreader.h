// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"
#include "table/value.h"

#include <optional>

namespace linnet::imports {

/// Makes of a cell as people and programs write it what a column of a table holds.
struct CellReader
{
    bool commaIsDecimal = false; ///< "1,234" is a little more than one, not a thousand
    bool guarded = false;        ///< texts that would be formulas have an apostrophe before them
    bool commaParts = false;     ///< items of a list are parted by commas, too

    /// Nothing stays nothing; nullopt: it cannot be read as the column's type.
    std::optional<table::Value> read(const table::Value &cell, const table::Column &column) const;

    /// "1 234,5", "100 000 руб.", "1.5e3"; nullopt when it is no finite number.
    std::optional<double> number(QStringView text) const;
    static std::optional<bool> yesOrNo(QStringView text);
    /// ISO 8601 stays as it is; "24.12.2026 18:30", "24/12/2026" and a number of days as Excel counts them
    /// become it.
    static std::optional<QString> time(const QString &text);
};

} // namespace linnet::imports
