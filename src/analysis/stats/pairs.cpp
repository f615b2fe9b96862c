// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/pairs.h"

#include "store/read/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace linnet::analysis {

using store::RowGroups;

namespace {

constexpr size_t BetweenLooks = 4096; ///< rows between two looks at the stop token
/// Pairs of so many of the most frequent items are counted in a square; 4 bytes each.
constexpr quint32 InSquare = 2048;

/// Counts pairs of items. Nearly all are of frequent items, for which a table of a few megabytes is far
/// quicker than looking them up.
class PairCount
{
public:
    /// ranks: of each item, the most frequent is 0.
    explicit PairCount(std::vector<quint32> ranks)
        : m_ranks(std::move(ranks))
        , m_side(std::min(InSquare, quint32(m_ranks.size())))
        , m_square(size_t(m_side) * m_side)
    {
    }

    void add(quint32 one, quint32 other)
    {
        const auto [low, high] = std::minmax(m_ranks[one], m_ranks[other]);
        if (high < m_side)
            ++m_square[size_t(low) * m_side + high];
        else
            ++m_others[quint64(low) << 32 | high];
    }

    /// By ranks.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (quint32 low = 0; low < m_side; ++low) {
            for (quint32 high = low + 1; high < m_side; ++high) {
                if (const quint32 rows = m_square[size_t(low) * m_side + high])
                    visit(low, high, rows);
            }
        }
        for (const auto &[key, rows] : m_others)
            visit(quint32(key >> 32), quint32(key), rows);
    }

private:
    std::vector<quint32> m_ranks;
    quint32 m_side;
    std::vector<quint32> m_square;
    std::unordered_map<quint64, quint32> m_others;
};

} // namespace

Result<PairsAnswer> pairsOf(store::RowReader &reader, const store::RowQuery &rows, int column, qsizetype top,
                            std::stop_token stop)
{
    const table::Column *const columns[] = {&rows.schema->columns[size_t(column)]};
    reader.stopOn(stop);
    const auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const RowGroups items(*selected->columns[0]);
    const quint32 nothing = items.count() - 1;
    const auto forEachRow = [&](auto visit) {
        for (size_t place = 0; place < selected->ids->size(); ++place) {
            if (place % BetweenLooks == 0 && stop.stop_requested())
                return false;
            if (selected->among.isEmpty() || selected->among.testBit(qsizetype(place)))
                visit(items.of(place));
        }
        return true;
    };
    PairsAnswer answer;
    std::vector<qint64> counts(items.count());
    const bool isCounted = forEachRow([&](std::span<const quint32> row) {
        ++answer.rows;
        answer.known += row.front() != nothing;
        for (const quint32 item : row)
            ++counts[item];
    });
    std::vector<quint32> order(nothing);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](quint32 item) { return counts[item]; });
    std::vector<quint32> ranks(nothing);
    for (quint32 rank = 0; rank < nothing; ++rank)
        ranks[order[rank]] = rank;
    PairCount pairs(std::move(ranks));
    const bool isPaired = isCounted && forEachRow([&](std::span<const quint32> row) {
                              for (size_t i = 0; i < row.size(); ++i) {
                                  for (size_t j = i + 1; j < row.size(); ++j)
                                      pairs.add(row[i], row[j]);
                              }
                          });
    if (!isPaired)
        return fail(Reason::Cancelled, QStringLiteral("stopped"));
    struct Counted
    {
        quint32 one;
        quint32 other;
        quint32 rows;
    };
    std::vector<Counted> all;
    pairs.forEach([&](quint32 low, quint32 high, quint32 count) {
        const auto [one, other] = std::minmax(order[low], order[high]);
        all.push_back({one, other, count});
    });
    const auto end = all.begin() + (top > 0 ? std::min(top, qsizetype(all.size())) : qsizetype(all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const Counted &a, const Counted &b) {
        return std::tuple(b.rows, a.one, a.other) < std::tuple(a.rows, b.one, b.other);
    });
    for (auto pair = all.begin(); pair != end; ++pair) {
        const double expected =
            double(counts[pair->one]) * double(counts[pair->other]) / double(answer.known);
        answer.top.push_back({items.value(pair->one), items.value(pair->other), pair->rows,
                              double(pair->rows) / double(answer.rows), double(pair->rows) / expected,
                              counts[pair->one], counts[pair->other]});
    }
    return answer;
}

} // namespace linnet::analysis
