// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/request.h"

#include <QString>

namespace linnet::net {

/// The record of one attempt, as the attempt table keeps it. Times are monotonic nanoseconds, 0 = did not
/// happen.
struct Attempt
{
    RunId run = 0;
    QString url; ///< without user info
    QString host;
    Method method = Method::Get;
    int number = 1; ///< 1 = first attempt of its request
    qint64 queuedNs = 0;
    qint64 admittedNs = 0;
    qint64 connectingNs = 0;
    qint64 sentNs = 0;
    qint64 headersNs = 0;
    qint64 doneNs = 0;
    qint64 limitedNs = 0;    ///< while it was queued: how long the limiter held it, HostQueues::heldNs()
    qint64 pausedNs = 0;     ///< before it was queued: the pause between two attempts
    qint64 startedUtcMs = 0; ///< wall clock at admission
    int status = 0;
    Reason reason = Reason::None; ///< None = a whole answer came
    QString detail;
    QString proxy; ///< ProxySelector key
    qint64 bytes = 0;

    bool operator==(const Attempt &) const = default;
};

} // namespace linnet::net
