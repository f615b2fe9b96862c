// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/pairs.h"

#include "store/read/arrays/rowcolumns.h"
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
constexpr quint32 InSquare = MostCrossed;

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

/// Groups of rows by how many rows they have.
struct Ranking
{
    std::vector<quint32> order; ///< the most frequent first
    std::vector<quint32> ranks; ///< the place there, of each group

    /// Without the last group, of rows that have nothing.
    static Ranking of(const std::vector<qint64> &counts);
};

Ranking Ranking::of(const std::vector<qint64> &counts)
{
    Ranking ranking;
    ranking.order.resize(counts.size() - 1);
    std::iota(ranking.order.begin(), ranking.order.end(), 0);
    std::ranges::stable_sort(ranking.order, std::greater(), [&](quint32 group) { return counts[group]; });
    ranking.ranks.resize(ranking.order.size());
    for (quint32 rank = 0; rank < ranking.order.size(); ++rank)
        ranking.ranks[ranking.order[rank]] = rank;
    return ranking;
}

struct Counted
{
    quint32 one; ///< groups
    quint32 other;
    quint32 rows;
};

/// Visits the places of the rows that were asked for; false: a stop was requested.
template <typename Visit>
bool forEachPlace(const store::RowColumns &selected, const std::stop_token &stop, Visit visit)
{
    for (size_t place = 0; place < selected.ids->size(); ++place) {
        if (place % BetweenLooks == 0 && stop.stop_requested())
            return false;
        if (selected.among.isEmpty() || selected.among.testBit(qsizetype(place)))
            visit(place);
    }
    return true;
}

/// The most frequent pairs with what they say.
void tell(PairsAnswer &answer, std::vector<Counted> &all, qsizetype top, const RowGroups &ones,
          const std::vector<qint64> &rowsOfOnes, const RowGroups &others,
          const std::vector<qint64> &rowsOfOthers)
{
    const auto end = all.begin() + (top > 0 ? std::min(top, qsizetype(all.size())) : qsizetype(all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const Counted &a, const Counted &b) {
        return std::tuple(b.rows, a.one, a.other) < std::tuple(a.rows, b.one, b.other);
    });
    for (auto pair = all.begin(); pair != end; ++pair) {
        const double expected =
            double(rowsOfOnes[pair->one]) * double(rowsOfOthers[pair->other]) / double(answer.known);
        answer.top.push_back({ones.value(pair->one), others.value(pair->other), pair->rows,
                              double(pair->rows) / double(answer.rows), double(pair->rows) / expected,
                              rowsOfOnes[pair->one], rowsOfOthers[pair->other]});
    }
}

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
    PairsAnswer answer;
    std::vector<qint64> counts(items.count());
    const bool isCounted = forEachPlace(*selected, stop, [&](size_t place) {
        const auto row = items.of(place);
        ++answer.rows;
        answer.known += row.front() != nothing;
        for (const quint32 item : row)
            ++counts[item];
    });
    const Ranking ranking = Ranking::of(counts);
    PairCount pairs(ranking.ranks);
    const bool isPaired = isCounted && forEachPlace(*selected, stop, [&](size_t place) {
                              const auto row = items.of(place);
                              for (size_t i = 0; i < row.size(); ++i) {
                                  for (size_t j = i + 1; j < row.size(); ++j)
                                      pairs.add(row[i], row[j]);
                              }
                          });
    if (!isPaired)
        return fail(Reason::Cancelled, QStringLiteral("stopped"));
    std::vector<Counted> all;
    pairs.forEach([&](quint32 low, quint32 high, quint32 count) {
        const auto [one, other] = std::minmax(ranking.order[low], ranking.order[high]);
        all.push_back({one, other, count});
    });
    tell(answer, all, top, items, counts, items, counts);
    return answer;
}

Result<PairsAnswer> crossPairsOf(store::RowReader &reader, const store::RowQuery &rows, int column, int other,
                                 qsizetype top, std::stop_token stop)
{
    const table::Column *const columns[] = {&rows.schema->columns[size_t(column)],
                                            &rows.schema->columns[size_t(other)]};
    reader.stopOn(stop);
    const auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const RowGroups ones(*selected->columns[0]);
    const RowGroups others(*selected->columns[1]);
    PairsAnswer answer;
    std::vector<qint64> rowsOfOnes(ones.count());
    std::vector<qint64> rowsOfOthers(others.count());
    const auto areKnown = [&](size_t place) {
        return ones.of(place).front() != ones.count() - 1 && others.of(place).front() != others.count() - 1;
    };
    const bool isCounted = forEachPlace(*selected, stop, [&](size_t place) {
        ++answer.rows;
        if (!areKnown(place))
            return;
        ++answer.known;
        for (const quint32 one : ones.of(place))
            ++rowsOfOnes[one];
        for (const quint32 each : others.of(place))
            ++rowsOfOthers[each];
    });
    const Ranking byOne = Ranking::of(rowsOfOnes);
    const Ranking byOther = Ranking::of(rowsOfOthers);
    const size_t width = std::min<size_t>(MostCrossed, byOther.order.size());
    const size_t height = std::min<size_t>(MostCrossed, byOne.order.size());
    std::vector<quint32> together(width * height);
    const bool isPaired = isCounted && forEachPlace(*selected, stop, [&](size_t place) {
                              if (!areKnown(place))
                                  return;
                              for (const quint32 one : ones.of(place)) {
                                  for (const quint32 each : others.of(place)) {
                                      if (byOne.ranks[one] < height && byOther.ranks[each] < width)
                                          ++together[byOne.ranks[one] * width + byOther.ranks[each]];
                                  }
                              }
                          });
    if (!isPaired)
        return fail(Reason::Cancelled, QStringLiteral("stopped"));
    std::vector<Counted> all;
    for (size_t at = 0; at < together.size(); ++at) {
        if (together[at] > 0)
            all.push_back({byOne.order[at / width], byOther.order[at % width], together[at]});
    }
    tell(answer, all, top, ones, rowsOfOnes, others, rowsOfOthers);
    return answer;
}

} // namespace linnet::analysis
