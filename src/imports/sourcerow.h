// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QString>

#include <vector>

namespace linnet::imports {

/// A row of a table as it stands in its file.
struct SourceRow
{
    std::vector<table::Value> cells; ///< texts as they were written; numbers, yes/no where the file says so
    qint64 line = 0;                 ///< of a text where it begins, of a sheet its row; from 1, 0 = none
    qint64 byte = 0;                 ///< behind it, where lines say nothing
    QString fault;                   ///< translated: why nothing can be made of it; empty = it is good
    QString remark;                  ///< translated: it is good, but not as it should be

    bool isBlank() const
    {
        for (const table::Value &cell : cells) {
            if (!table::isNull(cell))
                return false;
        }
        return fault.isEmpty();
    }
    table::Value cell(int index) const
    {
        return index >= 0 && size_t(index) < cells.size() ? cells[size_t(index)] : table::Value();
    }
};

} // namespace linnet::imports
