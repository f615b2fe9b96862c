// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/shownvalue.h"

#include "table/codetitle.h"

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

bool isShownOtherwise(const table::Column &column)
{
    return column.type == table::ColumnType::Code || column.type == table::ColumnType::List;
}

table::Value shownValue(const table::Column &column, const table::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    if (!text)
        return value;
    if (column.type == table::ColumnType::Code)
        return table::codeTitle(column, *text);
    if (column.type == table::ColumnType::List)
        return QString(*text).replace(u';', "; "_L1);
    return value;
}

} // namespace linnet::exports
