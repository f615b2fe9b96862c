// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/moment.h"
#include "net/hostkey.h"
#include "net/proxykey.h"
#include "net/request.h"

#include <QString>

namespace linnet::net {

/// The record of one attempt, as the attempt table keeps it. Moment() = that did not happen.
struct Attempt
{
    RunId run = 0;
    QString url; ///< without user info
    HostKey host;
    Method method = Method::Get;
    int number = 1; ///< 1 = first attempt of its request
    Moment queued;
    Moment admitted;
    Moment connecting;
    Moment sent;
    Moment headers;
    Moment done;
    std::chrono::nanoseconds limited{0}; ///< while it was queued: how long the limiter held it
    std::chrono::nanoseconds paused{0};  ///< before it was queued: the pause between two attempts
    std::chrono::sys_time<std::chrono::milliseconds> startedUtc; ///< wall clock at admission
    int status = 0;
    Reason reason = Reason::None; ///< None = a whole answer came
    QString detail;
    ProxyKey proxy;
    qint64 bytes = 0;

    bool operator==(const Attempt &) const = default;
};

} // namespace linnet::net
