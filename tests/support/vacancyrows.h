// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"
#include "table/vacancyschema.h"

#include <initializer_list>

namespace linnet::test {

/// A cell of a vacancy to be set, the others stay empty.
struct VacancyCell
{
    table::VacancyColumn column;
    table::Value value;
};

inline table::Cells vacancyCells(std::initializer_list<VacancyCell> cells)
{
    table::Cells result(table::vacancySchema().columns.size());
    for (const VacancyCell &cell : cells)
        result[size_t(cell.column)] = cell.value;
    return result;
}

/// A vacancy row to be written.
inline store::RowWrite vacancyRow(const QString &key, std::initializer_list<VacancyCell> cells,
                                  store::RowMode mode = store::RowMode::Keep)
{
    return {&table::vacancySchema(), key, vacancyCells(cells), mode};
}

} // namespace linnet::test
