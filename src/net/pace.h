// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace linnet::net {

/// How fast and how wide. Values outside the ranges are clamped.
struct Pace
{
    std::chrono::nanoseconds delay{200'000'000}; ///< between starts to one host, 0 = no pacing
    int perHost = 6;                             ///< in flight per host, 1 to 64
    int total = 64;                              ///< in flight in all, 1 to 256
    int burst = 1;                               ///< starts that may come at once after a rest, 1 to 100
    bool adaptive = false; ///< slower, never faster than `delay`, when the host takes longer to answer
    /// `delay` holds for each proxy, not for all together; not at hosts that have answered 403 or 429.
    bool scaledByProxy = false;

    bool operator==(const Pace &) const = default;
};

/// What satisfies both: the slower and the narrower of each.
Pace strictest(const Pace &one, const Pace &other);

} // namespace linnet::net
