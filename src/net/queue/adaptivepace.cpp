// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/adaptivepace.h"

#include <algorithm>

namespace linnet::net {

namespace {

constexpr std::chrono::nanoseconds Longest = std::chrono::seconds(60);
/// A host that was not asked for so long starts anew.
constexpr qint64 Memory = 600'000'000'000;

} // namespace

std::chrono::nanoseconds AdaptivePace::next(std::chrono::nanoseconds current,
                                            std::chrono::nanoseconds latency, bool good,
                                            std::chrono::nanoseconds shortest)
{
    // Never slower than the latency asks for in one step, never faster than half-way.
    const std::chrono::nanoseconds target = std::max(latency, (current + latency) / 2);
    if (!good && target < current)
        return current;
    return std::clamp(target, shortest, std::max(shortest, Longest));
}

void AdaptivePace::adjust(RateLimiter &limiter, const Pace &pace, const HostKey &host,
                          const Response &response, qint64 nowNs)
{
    const auto interval =
        next(limiter.interval(host), response.untilHeaders, response.status == 200, pace.delay);
    limiter.advise(host, interval, nowNs + Memory);
}

} // namespace linnet::net
