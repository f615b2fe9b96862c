// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/premium.h"

#include "analysis/stats/split.h"
#include "analysis/stats/strata.h"
#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <QtConcurrentMap>

#include <algorithm>
#include <cmath>

namespace linnet::analysis {

Result<std::vector<Premium>> premiums(store::RowReader &reader, const PremiumQuestion &question,
                                      std::stop_token stop)
{
    const table::Schema &schema = *question.rows.schema;
    std::vector<const table::Column *> columns{&schema.columns[size_t(question.of)],
                                               &schema.columns[size_t(question.measure)]};
    for (const int column : question.alike)
        columns.push_back(&schema.columns[size_t(column)]);
    reader.stopOn(stop);
    const auto selected = reader.columns(question.rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const store::ColumnArray &numbers = *selected->columns[1];
    std::vector<std::pair<double, size_t>> known; // with the place of the row
    for (size_t place = 0; place < selected->ids->size(); ++place) {
        const bool isAmong = selected->among.isEmpty() || selected->among.testBit(qsizetype(place));
        const std::optional<double> number = isAmong ? numbers.number(place) : std::nullopt;
        if (number && std::isfinite(*number))
            known.emplace_back(*number, place);
    }
    std::ranges::sort(known);
    const store::RowGroups groups(*selected->columns[0]);
    std::vector<double> sorted;
    std::vector<size_t> inOrder;                              // places of the rows
    std::vector<std::vector<quint32>> places(groups.count()); // of each group, in the order of the numbers
    for (const auto &[number, row] : known) {
        for (const quint32 group : groups.of(row))
            places[group].push_back(quint32(sorted.size()));
        sorted.push_back(number);
        inOrder.push_back(row);
    }
    std::vector<quint32> order;
    for (quint32 group = 0; group < groups.count(); ++group) {
        if (!places[group].empty() && !table::isNull(groups.value(group)))
            order.push_back(group);
    }
    std::ranges::stable_sort(order, std::greater(), [&](quint32 group) { return places[group].size(); });
    if (question.top > 0 && qsizetype(order.size()) > question.top)
        order.resize(size_t(question.top));
    std::optional<Strata> strata;
    if (!question.alike.isEmpty())
        strata.emplace(std::span(selected->columns).subspan(2), inOrder, sorted);
    const auto premiumOf = [&](quint32 group) -> Premium {
        if (stop.stop_requested())
            return {};
        const Split split(sorted, places[group]);
        const auto with = qint64(places[group].size());
        return {groups.value(group),          with,
                qint64(sorted.size()) - with, split.medianOfSome(),
                split.medianOfOthers(),       strata ? strata->matched(places[group]) : std::nullopt};
    };
    // What is drawn at random is so for each by itself: in whatever order, the same comes out.
    auto result = QtConcurrent::blockingMapped<std::vector<Premium>>(order, premiumOf);
    if (stop.stop_requested())
        return fail(Reason::Cancelled, QStringLiteral("stopped"));
    return result;
}

} // namespace linnet::analysis
