// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace linnet::analysis {

/// Numbers in order, and where some of them stand: what is left without those needs no copy. Looks at both.
class Split
{
public:
    /// some: places in sorted, rising.
    Split(std::span<const double> sorted, std::span<const quint32> some)
        : m_sorted(sorted)
        , m_some(some)
    {
    }

    size_t countOfSome() const { return m_some.size(); }
    size_t countOfOthers() const { return m_sorted.size() - m_some.size(); }
    double some(size_t index) const { return m_sorted[m_some[index]]; }
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

    double medianOfSome() const
    {
        return median(countOfSome(), [this](size_t index) { return some(index); });
    }
    /// Nothing when there are none.
    std::optional<double> medianOfOthers() const
    {
        if (countOfOthers() == 0)
            return std::nullopt;
        return median(countOfOthers(), [this](size_t index) { return other(index); });
    }

private:
    template <typename At> static double median(size_t count, At at)
    {
        const double upper = at(count / 2);
        return count % 2 == 1 ? upper : std::midpoint(at(count / 2 - 1), upper);
    }

    std::span<const double> m_sorted;
    std::span<const quint32> m_some;
};

} // namespace linnet::analysis
