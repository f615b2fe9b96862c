// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// Proxies and how they did in a test: the six contract columns first, then Linnet's own.
const Schema &proxySchema();

/// Positions in proxySchema().columns, for the code that makes rows.
enum class ProxyColumn : int
{
    Proxy,  ///< scheme://host:port, never a login
    Status, ///< code: alive, dead, unsupported
    ExitAddress,
    Anonymity, ///< code: transparent, anonymous, elite
    Latency,   ///< seconds, median
    Reason,    ///< code: net::proxyFaultCode(); of a live one a warning
    LatencyP95,
    Http,
    Connect,
    Tls,
    Scheme,
    Login,
    Place,
    Detail,
    CheckedAt,
    Count,
};

} // namespace linnet::table
