// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace linnet {

/// The clock that Clock::nowNs() reads, as the type that keeps its moments apart from others.
struct MonotonicClock
{
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<MonotonicClock>;
    static constexpr bool is_steady = true;
};

/// A moment of the monotonic clock; Moment() = it did not come.
using Moment = MonotonicClock::time_point;

constexpr Moment momentAt(qint64 ns)
{
    return Moment(std::chrono::nanoseconds(ns));
}

constexpr qint64 nsOf(Moment moment)
{
    return moment.time_since_epoch().count();
}

} // namespace linnet
