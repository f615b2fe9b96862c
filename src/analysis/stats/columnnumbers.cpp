// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/columnnumbers.h"

#include "analysis/stats/chosenrows.h"
#include "store/read/arrays/rowcolumns.h"

#include <cmath>

namespace linnet::analysis {

Result<ColumnNumbers> ColumnNumbers::read(store::RowReader &reader, const store::RowQuery &rows, int column,
                                          std::stop_token stop, const store::IdVectorPtr &among)
{
    reader.stopOn(std::move(stop));
    const table::Column *const columns[] = {&rows.schema->columns[size_t(column)]};
    auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    if (among)
        keepOnly(*selected, *among);
    ColumnNumbers result;
    for (size_t place = 0; place < selected->ids->size(); ++place) {
        if (!selected->among.isEmpty() && !selected->among.testBit(qsizetype(place)))
            continue;
        ++result.rows;
        const std::optional<double> number = selected->columns[0]->number(place);
        if (number && std::isfinite(*number))
            result.numbers.push_back(*number);
    }
    return result;
}

} // namespace linnet::analysis
