// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace linnet::net {

/// Why a proxy did not carry a request. The codes are stored and printed, so they are never renamed.
enum class ProxyFault : quint8
{
    None,
    Unsupported,  ///< SOCKS4, TLS to the proxy; tunnels that Qt cannot use
    Dns,          ///< the proxy's own name is unknown
    Refused,      ///< nothing listens there
    Unreachable,  ///< no way to its network
    Timeout,      ///< silent, before or after the connection
    Reset,        ///< broke off
    LoginNeeded,  ///< wants a login and was given none
    LoginRefused, ///< the login is wrong: 407 with one, 401 as tinyproxy, SOCKS5 status
    Forbidden,    ///< by a rule of the proxy
    TargetFailed, ///< could not reach the target itself: 502 to 504, SOCKS5 replies
    HttpStatus,   ///< any other status than the one expected
    Garbage,      ///< speaks something else
    TooLarge,     ///< more than can be an answer
    Tls,          ///< the tunnel's other end is not who it should be, or no TLS comes through
    NotEchoed,    ///< the answer did not come from the judge
    Changed,      ///< the answer was altered on the way
};

/// "login_needed"; "" for None.
QLatin1StringView proxyFaultCode(ProxyFault fault);

} // namespace linnet::net
