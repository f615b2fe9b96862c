// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/pace.h"
#include "net/queue/ratelimiter.h"
#include "net/response.h"

namespace linnet::net {

/// Fits a host's pace to how fast it answers, by the rule of Scrapy's AutoThrottle: the interval moves
/// half-way towards the latency, never below the chosen delay, and only good answers may shorten it. Pure.
class AdaptivePace
{
public:
    static std::chrono::nanoseconds next(std::chrono::nanoseconds current, std::chrono::nanoseconds latency,
                                         bool good, std::chrono::nanoseconds shortest);
    /// Sets the host's interval after an answer.
    static void adjust(RateLimiter &limiter, const Pace &pace, const HostKey &host, const Response &response,
                       qint64 nowNs);
};

} // namespace linnet::net
