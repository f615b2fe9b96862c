// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/strata.h"

#include "analysis/stats/fewest.h"
#include "analysis/stats/split.h"
#include "analysis/stats/spread.h"
#include "store/read/rowgroups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace linnet::analysis {

namespace {

constexpr int Draws = 500;
constexpr quint64 Seed = 20'260'101;
constexpr size_t Many = 40; ///< rows, of which the place of the median is as good as normally distributed

/// Normally distributed numbers by chance, the same each time. Each value draws some ten thousands of them,
/// which would be most of its time if it made them itself.
const std::vector<double> &normals()
{
    static const std::vector<double> numbers = [] {
        std::mt19937_64 random{Seed};
        std::normal_distribution<double> normal;
        std::vector<double> drawn(1U << 18);
        std::ranges::generate(drawn, [&] { return normal(random); });
        return drawn;
    }();
    return numbers;
}

/// Medians of rows drawn anew, as many as there are, each time. The k-th smallest of n numbers drawn evenly
/// from 0 to 1 has a beta distribution, which two gamma distributions make; it tells which row is the k-th of
/// a draw, so that nothing needs to be drawn but that one.
class Redrawn
{
public:
    template <typename At> double median(size_t count, At at)
    {
        const auto index = [count](double part) { return std::min(count - 1, size_t(part * double(count))); };
        if (count > Many) {
            const double part = 0.5 + normal() / (2 * std::sqrt(double(count + 2)));
            return at(index(std::clamp(part, 0.0, 1.0)));
        }
        if (count % 2 == 1) {
            const double below = gamma(double(count / 2 + 1));
            const double above = gamma(double(count / 2 + 1));
            return at(index(below / (below + above)));
        }
        const double below = gamma(double(count / 2));
        const double between = gamma(1);
        const double above = gamma(double(count / 2));
        const double all = below + between + above;
        return std::midpoint(at(index(below / all)), at(index((below + between) / all)));
    }

private:
    double normal() { return m_normals[m_next++ % m_normals.size()]; }
    double gamma(double shape) { return std::gamma_distribution<double>(shape, 1)(m_random); }

    std::mt19937_64 m_random{Seed};
    const std::vector<double> &m_normals = normals();
    size_t m_next = 0;
};

/// Of one stratum.
struct Part
{
    Split split;
    double weight;
};

template <typename Median> double weighted(const std::vector<Part> &parts, Median differenceOf)
{
    double sum = 0;
    double weights = 0;
    for (const Part &part : parts) {
        sum += part.weight * differenceOf(part.split);
        weights += part.weight;
    }
    return sum / weights;
}

} // namespace

Strata::Strata(std::span<const std::shared_ptr<const store::ColumnArray>> alike, std::span<const size_t> rows,
               std::span<const double> numbers)
{
    std::vector<store::RowGroups> groups;
    for (const auto &column : alike)
        groups.emplace_back(*column);
    std::map<std::vector<quint32>, quint32> known;
    std::vector<quint32> key(groups.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        for (size_t column = 0; column < groups.size(); ++column)
            key[column] = groups[column].of(rows[i]).front();
        const auto stratum = known.try_emplace(key, quint32(known.size())).first->second;
        if (stratum == m_numbers.size())
            m_numbers.emplace_back();
        m_places.push_back({stratum, quint32(m_numbers[stratum].size())});
        m_numbers[stratum].push_back(numbers[i]);
    }
}

std::optional<Premium::Matched> Strata::matched(std::span<const quint32> some) const
{
    std::map<quint32, std::vector<quint32>> places; // of the some in each stratum
    for (const quint32 row : some)
        places[m_places[row].stratum].push_back(m_places[row].place);
    Premium::Matched result;
    std::vector<Part> parts;
    for (const auto &[stratum, own] : places) {
        const Split split(m_numbers[stratum], own);
        if (qint64(split.countOfSome()) < FewestForMedian || qint64(split.countOfOthers()) < FewestForMedian)
            continue;
        parts.push_back({split, double(own.size())});
        ++result.strata;
        result.with += qint64(split.countOfSome());
        result.without += qint64(split.countOfOthers());
    }
    if (parts.empty())
        return std::nullopt;
    result.difference = weighted(
        parts, [](const Split &split) { return split.medianOfSome() - split.medianOfOthers().value_or(0); });
    Redrawn redrawn;
    std::vector<double> draws;
    for (int i = 0; i < Draws; ++i)
        draws.push_back(weighted(parts, [&redrawn](const Split &split) {
            return redrawn.median(split.countOfSome(), [&](size_t index) { return split.some(index); }) -
                   redrawn.median(split.countOfOthers(), [&](size_t index) { return split.other(index); });
        }));
    std::ranges::sort(draws);
    result.low = quantile(draws, 0.025);
    result.high = quantile(draws, 0.975);
    return result;
}

} // namespace linnet::analysis
