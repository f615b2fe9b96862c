// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"

namespace linnet::net {

/// How often something may start: the generic cell rate algorithm (ITU-T I.371, annex A). A virtual schedule
/// of one start per interval, `burst` of which may come early; idle time earns nothing more. A start that is
/// late by up to one timer tick does not move the schedule, so that the mean rate holds.
class RateCell
{
public:
    static constexpr std::chrono::nanoseconds Tick =
        std::chrono::milliseconds(1); ///< of the program's timers

    void setInterval(std::chrono::nanoseconds interval); ///< 0 = no limit; counted from the last start
    void setBurst(int burst) { m_burst = burst; }

    Moment readyAt() const; ///< in the past when nothing holds it back
    void take(Moment now);
    /// The start taken last reached the wire only now: the next one keeps its distance from this moment.
    void sent(Moment now);
    /// The start taken last will not reach the wire.
    void dropped() { m_unsentSince = {}; }
    bool isIdle(Moment now) const { return m_unsentSince == Moment() && readyAt() <= now; }

private:
    std::chrono::nanoseconds m_interval{0};
    int m_burst = 1;
    Moment m_next;        ///< the theoretical arrival time
    Moment m_last;        ///< when the last start was seen on the wire, or taken
    Moment m_unsentSince; ///< none = the last start is on the wire
};

} // namespace linnet::net
