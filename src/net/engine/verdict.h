// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/address.h"
#include "net/request.h"
#include "net/response.h"

#include <QDateTime>

#include <chrono>

namespace linnet::net {

/// What an attempt's end means for its request: hand it out, ask again, follow. Pure.
struct Verdict
{
    enum class Action : quint8
    {
        Respond, ///< the answer is the result
        Fail,    ///< the error is the result
        Retry,   ///< another attempt, after `wait`
        Follow,  ///< on to `target`
    };

    /// Where the request stands when an attempt ends.
    struct Standing
    {
        const Request &request;
        const QList<Address> &visited;
        int charged;   ///< attempts used up, this one included
        int freeWaits; ///< answers with a Retry-After that were not charged
        QDateTime utc;
        double chance;          ///< 0 to below 1
        bool isStrange = false; ///< see Ending
        bool isDenied = false;  ///< see Ending
    };

    Action action = Action::Respond;
    Error error;
    Address target;
    std::chrono::nanoseconds wait{0};
    std::chrono::nanoseconds rest{0}; ///< nothing may start at the host for so long
    bool free = false;                ///< this attempt does not count

    /// The exchange broke, or its body was not what was asked for.
    static Verdict ofFault(const Error &error, const Standing &standing);
    /// A whole answer came.
    static Verdict ofAnswer(const Response &response, const Standing &standing);

private:
    static Verdict retry(const Standing &standing, bool answered);
    static Verdict ofStatus(const Response &response, const Standing &standing);
};

} // namespace linnet::net
