// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/overtimecolumns.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// The columns that a table of changes has before those of its rows.
inline constexpr std::array ChangeColumns{
    Column{.key = "change"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "What happened"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "From the earlier run to the later one. Gone: the later run was complete and would have had it; not seen: that cannot be said"),
     .width = 130, .shown = true, .rank = 1, .facet = 1, .codes = ChangeCodes},
    Column{.key = "fields"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "What differs"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The columns that are not as they were"),
     .width = 140, .shown = true, .rank = 2, .facet = 2},
    Column{.key = "was"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Before"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The values that these columns had in the earlier run"),
     .width = 190, .shown = true, .rank = 3},
};
// clang-format on

/// Positions in the columns of every table of changes.
enum class ChangeColumn : int
{
    Change = 0, ///< code of ChangeCodes
    Fields = 1, ///< keys of the columns that differ
    Was = 2,    ///< a JSON object with their earlier values
};

/// The title that a column has in the tables of changes; "" for a key that is none.
QString changedColumnTitle(const QString &key);
/// Makes the tables call columns that differ by their titles; once, before rows are shown.
void nameChangedColumns();

/// The schema of the changes of another schema's rows between two runs: change, fields, was, then the columns
/// of these rows, in which those that are gone have their earlier values. Its row ids are those of the rows.
/// Null when such rows are not compared.
const Schema *changeSchema(const Schema &rows);
/// The schema whose rows these are; null for any other schema than one of changes.
const Schema *rowsOfChanges(const Schema &schema);

} // namespace linnet::table
