// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "net/hostkey.h"

namespace linnet::net {

/// What the engine waits for at a host, in the order of what people should be told first.
struct HostState
{
    HostKey host;
    int queued = 0;
    int inFlight = 0;
    bool paused = false;      ///< by the user or a job
    Moment pausedUntil;       ///< Retry-After; Moment() = none
    bool unreachable = false; ///< it keeps failing, or the network is gone; tried again from time to time
    int overloadStatus = 0;   ///< with what it keeps answering, when that is why: 502, 503 or 504
};

} // namespace linnet::net
