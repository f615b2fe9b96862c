// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/attempt.h"

namespace linnet::net {

/// A request that has no answer yet: its attempt as far as it has come, and what it waits for.
struct UnderWay
{
    enum class Wait : quint8
    {
        Queue,   ///< its turn: others of its host come first, or a cap is reached
        Limiter, ///< the first of its host, held by pace, pause or breaker
        Retry,   ///< the pause before its next attempt
        Connection,
        Headers,
        Body,
    };

    quint64 id = 0; ///< of the request, which keeps it over its attempts
    /// Before admission only queued, limited (so far) and paused are there; in the pause before a retry,
    /// queued is its beginning.
    Attempt attempt;
    Wait wait = Wait::Queue;
};

} // namespace linnet::net
