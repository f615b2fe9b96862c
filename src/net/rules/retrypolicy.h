// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <chrono>
#include <optional>

namespace linnet::net {

/// Which endings of an attempt are worth another one, and after how long. Pure.
class RetryPolicy
{
public:
    /// Transport faults that may pass: name look-up, refused, reset, truncated, silence, an unreadable body.
    static bool passes(Reason reason);
    /// 408, 425, 429, 500, 502, 503 and 504.
    static bool passes(int status);

    /// The wait before retry number `retry` (1 = the first): exponential from 0.5 s up to 30 s, spread by
    /// `chance` (0 to below 1). Transport faults take the whole range from zero; statuses keep at least half
    /// of it, because a server that is overloaded would see all attempts within the same bad moment.
    static std::chrono::nanoseconds backoff(int retry, bool answered, double chance);

    /// The longest Retry-After that is waited for; above it the answer stands and the host rests this long.
    static constexpr std::chrono::seconds LongestWait{3600};
    /// So many answers with a Retry-After do not count as attempts; it is bounded so that a server that
    /// always answers so cannot hold a request for ever.
    static constexpr int FreeWaits = 5;
};

} // namespace linnet::net
