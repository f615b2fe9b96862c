// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/fewest.h"

#include <QString>

namespace linnet::models {

/// The memo of the project with how many known values it takes to say something; none = the usual numbers.
inline constexpr const char *LimitsMemo = "limits";
/// The least that each of them may be, and the most: nothing is said of a single ad.
inline constexpr qint64 LeastLimit = 2;
inline constexpr qint64 MostLimit = 10'000;

/// What cannot be read is as usual; numbers out of bounds are brought into them.
analysis::Fewest limitsFromMemo(const QString &memo);
QString limitsMemo(const analysis::Fewest &limits); ///< "" for the usual ones

} // namespace linnet::models
