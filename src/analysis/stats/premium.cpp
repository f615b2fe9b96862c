// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/premium.h"

#include "store/read/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::analysis {

namespace {

/// Numbers in order, and where some of them stand: what is left without those needs no copy.
class Split
{
public:
    Split(const std::vector<double> &sorted, const std::vector<quint32> &some)
        : m_sorted(sorted)
        , m_some(some)
    {
    }

    double medianOfSome() const
    {
        const size_t middle = m_some.size() / 2;
        const double upper = m_sorted[m_some[middle]];
        return m_some.size() % 2 == 1 ? upper : std::midpoint(m_sorted[m_some[middle - 1]], upper);
    }
    std::optional<double> medianOfOthers() const
    {
        const size_t count = m_sorted.size() - m_some.size();
        if (count == 0)
            return std::nullopt;
        const double upper = other(count / 2);
        return count % 2 == 1 ? upper : std::midpoint(other(count / 2 - 1), upper);
    }

private:
    /// Before the number that is sought stand as many of the some as are at places below it.
    double other(size_t index) const
    {
        size_t low = 0;
        size_t high = m_some.size();
        while (low < high) {
            const size_t middle = (low + high) / 2;
            if (m_some[middle] - middle <= index)
                low = middle + 1;
            else
                high = middle;
        }
        return m_sorted[index + low];
    }

    const std::vector<double> &m_sorted;
    const std::vector<quint32> &m_some; ///< places, rising
};

} // namespace

Result<std::vector<Premium>> premiums(store::RowReader &reader, const store::RowQuery &rows, int of,
                                      int measure, qsizetype top, std::stop_token stop)
{
    const table::Column *const columns[] = {&rows.schema->columns[size_t(of)],
                                            &rows.schema->columns[size_t(measure)]};
    reader.stopOn(stop);
    const auto selected = reader.columns(rows, columns);
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
    std::vector<std::vector<quint32>> places(groups.count()); // of each group, in the order of the numbers
    for (const auto &[number, row] : known) {
        for (const quint32 group : groups.of(row))
            places[group].push_back(quint32(sorted.size()));
        sorted.push_back(number);
    }
    std::vector<quint32> order;
    for (quint32 group = 0; group < groups.count(); ++group) {
        if (!places[group].empty() && !table::isNull(groups.value(group)))
            order.push_back(group);
    }
    std::ranges::stable_sort(order, std::greater(), [&](quint32 group) { return places[group].size(); });
    if (top > 0 && qsizetype(order.size()) > top)
        order.resize(size_t(top));
    std::vector<Premium> result;
    for (const quint32 group : order) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled, QStringLiteral("stopped"));
        const Split split(sorted, places[group]);
        const auto with = qint64(places[group].size());
        result.push_back({groups.value(group), with, qint64(sorted.size()) - with, split.medianOfSome(),
                          split.medianOfOthers()});
    }
    return result;
}

} // namespace linnet::analysis
