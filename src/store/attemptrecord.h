// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/unit.h"

#include <QString>

namespace linnet::store {

/// One request attempt as the project keeps it; times in microseconds after `started`, -1 = did not happen.
struct AttemptRecord
{
    RunId run = 0;
    QString url;
    QString host;
    QString method;
    int number = 1;
    qint64 startedUtcMs = 0; ///< wall clock at admission
    qint64 queuedUs = 0;     ///< time spent in the queue before admission
    qint64 limitedUs = 0;    ///< the part of it in which the limiter held the request
    qint64 pausedUs = 0;     ///< before the queue: the pause between two attempts
    qint64 connectingUs = -1;
    qint64 sentUs = -1;
    qint64 headersUs = -1;
    qint64 doneUs = -1;
    int status = 0;
    Reason reason = Reason::None;
    QString detail;
    QString proxy;
    qint64 bytes = 0;
};

} // namespace linnet::store
