// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet::analysis {

/// Of fewer known values no median is told.
inline constexpr qint64 FewestForMedian = 5;
/// What rests on fewer is grey.
inline constexpr qint64 FewestForSure = 10;
/// Of fewer no outer tenth is told.
inline constexpr qint64 FewestForTenths = 30;

/// How many known values it takes to say something; none of the others is below the first.
struct Fewest
{
    qint64 forMedian = FewestForMedian;
    qint64 forSure = FewestForSure;
    qint64 forTenths = FewestForTenths; ///< and for a premium

    bool operator==(const Fewest &) const = default;
};

} // namespace linnet::analysis
