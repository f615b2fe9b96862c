// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/address.h"
#include "net/proxykey.h"

#include <chrono>

namespace linnet::net {

/// What a request does after one of its attempts.
struct NextStep
{
    enum class Action : quint8
    {
        Read,         ///< the answer is the result, once it has been read
        Fail,         ///< the error is the result
        Retry,        ///< another attempt, after `wait`
        Follow,       ///< a redirect to `target`
        AskWithGet,   ///< HEAD failed, which says little
        WaitForLogin, ///< its proxy wants one; back into the queue
    };

    Action action = Action::Read;
    Error error = {};
    Address target = {};
    std::chrono::nanoseconds wait{0};
    /// With WaitForLogin: the proxy whose login somebody must be asked for now; else empty.
    ProxyKey asks = {};
    bool wasWrong = false; ///< the login that was given for it is wrong
};

} // namespace linnet::net
