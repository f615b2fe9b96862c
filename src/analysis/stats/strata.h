// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/premium.h"
#include "store/read/arrays/rowcolumns.h"

#include <vector>

namespace linnet::analysis {

/// Rows with a number, by what they have in the columns that make them alike.
class Strata
{
public:
    /// alike: arrays of these rows; rows: places in them, in the order of their numbers.
    Strata(std::span<const std::shared_ptr<const store::ColumnArray>> alike, std::span<const size_t> rows,
           std::span<const double> numbers);

    /// some: the rows that have the value, as places among `rows`, rising. Nothing when no stratum has enough
    /// of both.
    std::optional<Premium::Matched> matched(std::span<const quint32> some) const;

private:
    struct Place
    {
        quint32 stratum;
        quint32 place; ///< among the numbers of its stratum
    };

    std::vector<Place> m_places;                ///< of each row
    std::vector<std::vector<double>> m_numbers; ///< of each stratum, rising
};

} // namespace linnet::analysis
