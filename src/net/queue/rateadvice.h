// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/response.h"

#include <QDateTime>

#include <chrono>

namespace linnet::net {

/// What a server says about its limit before it is reached: RateLimit-Remaining and -Reset
/// (draft-ietf-httpapi-ratelimit-headers up to 06), the RateLimit field with r and t (from 08 on), and the
/// X-RateLimit fields in use, whose reset is seconds, or seconds or milliseconds of the Unix epoch. Advice
/// only: a Retry-After says more.
struct RateAdvice
{
    std::chrono::nanoseconds rest{0};     ///< nothing is left: wait so long, at most a quarter of an hour
    std::chrono::nanoseconds interval{0}; ///< little is left: spread it, one start in so long
    std::chrono::nanoseconds until{0};    ///< how long the interval is meant for

    bool operator==(const RateAdvice &) const = default;

    static RateAdvice of(const Response &response, const QDateTime &utc);
};

} // namespace linnet::net
