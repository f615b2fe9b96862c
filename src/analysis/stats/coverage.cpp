// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/coverage.h"

#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace linnet::analysis {

namespace {

/// Columns that are read in one look at the rows: more take too much memory at a million rows.
constexpr size_t AtOnce = 8;

/// Adds to each group of how many of its rows these columns are filled. Rows may have come since the groups
/// were made: a group that is not among them is left out.
Result<void> count(store::RowReader &reader, const store::RowQuery &rows, int by,
                   std::span<const int> columns, std::vector<Coverage::Group> &groups)
{
    std::vector<const table::Column *> wanted{&rows.schema->columns[size_t(by)]};
    for (const int column : columns)
        wanted.push_back(&rows.schema->columns[size_t(column)]);
    const auto selected = reader.columns(rows, wanted);
    if (!selected)
        return std::unexpected(selected.error());
    const store::RowGroups group(*selected->columns[0]);
    QHash<QString, size_t> known;
    for (size_t i = 0; i < groups.size(); ++i)
        known.insert(table::toText(groups[i].of), i);
    std::vector<Coverage::Group *> places;
    for (quint32 number = 0; number < group.count(); ++number) {
        const auto place = known.constFind(table::toText(group.value(number)));
        places.push_back(place == known.cend() ? nullptr : &groups[*place]);
    }
    for (size_t i = 1; i < wanted.size(); ++i) {
        const store::RowGroups value(*selected->columns[i]);
        const quint32 nothing = value.count() - 1;
        for (Coverage::Group &of : groups)
            of.filled.push_back(0);
        for (size_t place = 0; place < selected->ids->size(); ++place) {
            if (!selected->among.isEmpty() && !selected->among.testBit(qsizetype(place)))
                continue;
            if (Coverage::Group *of = places[group.of(place).front()])
                of->filled.back() += value.of(place).front() != nothing;
        }
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
    const auto isLong = [&](int column) {
        return rows.schema->columns[size_t(column)].type == table::ColumnType::LongText;
    };
    for (size_t from = 0; from < columns.size();) {
        size_t to = from + 1;
        while (!isLong(columns[from]) && to < columns.size() && to - from < AtOnce && !isLong(columns[to]))
            ++to;
        const Result<void> counted =
            isLong(columns[from])
                ? countLongTexts(reader, rows, by, columns[from], result.groups)
                : count(reader, rows, by, std::span(columns).subspan(from, to - from), result.groups);
        if (!counted)
            return std::unexpected(counted.error());
        from = to;
    }
    std::erase_if(result.groups, [](const Coverage::Group &group) { return group.rows == 0; });
    std::ranges::stable_sort(result.groups, std::greater(), &Coverage::Group::rows);
    return result;
}

} // namespace linnet::analysis
