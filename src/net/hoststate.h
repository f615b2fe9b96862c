// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::net {

/// What the engine waits for at a host, in the order of what people should be told first.
struct HostState
{
    QString host; ///< host or host:port
    int queued = 0;
    int inFlight = 0;
    bool paused = false;      ///< by the user or a job
    qint64 pausedUntilNs = 0; ///< Retry-After, monotonic; 0 = none
    bool unreachable = false; ///< it keeps failing, or the network is gone; tried again from time to time
    int overloadStatus = 0;   ///< with what it keeps answering, when that is why: 502, 503 or 504
};

} // namespace linnet::net
