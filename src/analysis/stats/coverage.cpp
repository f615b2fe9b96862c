// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/coverage.h"

#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <algorithm>

namespace linnet::analysis {

namespace {

/// Adds to each group how many of its rows have a value in the column.
Result<void> count(store::RowReader &reader, const store::RowQuery &rows, int by, int column,
                   std::vector<Coverage::Group> &groups)
{
    const table::Column *const columns[] = {&rows.schema->columns[size_t(by)],
                                            &rows.schema->columns[size_t(column)]};
    const auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const store::RowGroups group(*selected->columns[0]);
    const store::RowGroups value(*selected->columns[1]);
    const quint32 nothing = value.count() - 1;
    for (Coverage::Group &of : groups)
        of.filled.push_back(0);
    for (size_t place = 0; place < selected->ids->size(); ++place) {
        if (selected->among.isEmpty() || selected->among.testBit(qsizetype(place)))
            groups[group.of(place).front()].filled.back() += value.of(place).front() != nothing;
    }
    return {};
}

Result<void> countLongTexts(store::RowReader &reader, const store::RowQuery &rows, int by, int column,
                            std::vector<Coverage::Group> &groups)
{
    for (Coverage::Group &group : groups) {
        store::RowQuery filled = rows;
        const QString key = rows.schema->columns[size_t(by)].key;
        if (table::isNull(group.of))
            filled.filter.conditions.append({key, table::FilterOp::Empty, {}, false});
        else
            filled.filter.conditions.append({key, table::FilterOp::Equals, {table::toText(group.of)}, false});
        filled.filter.conditions.append(
            {QString(rows.schema->columns[size_t(column)].key), table::FilterOp::Empty, {}, true});
        const Result<qint64> known = group.rows > 0 ? reader.count(filled) : Result<qint64>(0);
        if (!known)
            return std::unexpected(known.error());
        group.filled.push_back(*known);
    }
    return {};
}

} // namespace

Result<Coverage> coverage(store::RowReader &reader, const store::RowQuery &rows, int by,
                          const std::vector<int> &columns, std::stop_token stop)
{
    Coverage result;
    reader.stopOn(stop);
    {
        const table::Column *const column[] = {&rows.schema->columns[size_t(by)]};
        const auto selected = reader.columns(rows, column);
        if (!selected)
            return std::unexpected(selected.error());
        const store::RowGroups group(*selected->columns[0]);
        for (quint32 number = 0; number < group.count(); ++number)
            result.groups.push_back({.of = group.value(number), .filled = {}});
        for (size_t place = 0; place < selected->ids->size(); ++place) {
            if (!selected->among.isEmpty() && !selected->among.testBit(qsizetype(place)))
                continue;
            ++result.rows;
            ++result.groups[group.of(place).front()].rows;
        }
    }
    for (const int column : columns) {
        const bool isLong = rows.schema->columns[size_t(column)].type == table::ColumnType::LongText;
        const Result<void> counted = isLong ? countLongTexts(reader, rows, by, column, result.groups)
                                            : count(reader, rows, by, column, result.groups);
        if (!counted)
            return std::unexpected(counted.error());
    }
    std::erase_if(result.groups, [](const Coverage::Group &group) { return group.rows == 0; });
    std::ranges::stable_sort(result.groups, std::greater(), &Coverage::Group::rows);
    return result;
}

} // namespace linnet::analysis
