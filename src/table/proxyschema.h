// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// How the test of a proxy ended.
inline constexpr std::array ProxyStatuses{
    Code{"alive"_L1, QT_TRANSLATE_NOOP("linnet::table", "alive")},
    Code{"dead"_L1, QT_TRANSLATE_NOOP("linnet::table", "dead")},
    Code{"unsupported"_L1, QT_TRANSLATE_NOOP("linnet::table", "not supported")},
};

/// What servers learn through a proxy.
inline constexpr std::array ProxyAnonymities{
    Code{"transparent"_L1, QT_TRANSLATE_NOOP("linnet::table", "transparent")},
    Code{"anonymous"_L1, QT_TRANSLATE_NOOP("linnet::table", "anonymous")},
    Code{"elite"_L1, QT_TRANSLATE_NOOP("linnet::table", "elite")},
};

/// net::ProxyFault: why a proxy is dead, or what to beware of.
inline constexpr std::array ProxyReasons{
    Code{"dns"_L1, QT_TRANSLATE_NOOP("linnet::table", "host not found")},
    Code{"refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection refused")},
    Code{"reset"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection broken")},
    Code{"tls"_L1, QT_TRANSLATE_NOOP("linnet::table", "certificate problem")},
    Code{"http_status"_L1, QT_TRANSLATE_NOOP("linnet::table", "error status")},
    Code{"too_large"_L1, QT_TRANSLATE_NOOP("linnet::table", "too large")},
    Code{"unsupported"_L1, QT_TRANSLATE_NOOP("linnet::table", "cannot be used by Linnet, or not for everything")},
    Code{"unreachable"_L1, QT_TRANSLATE_NOOP("linnet::table", "no way to its network")},
    Code{"timeout"_L1, QT_TRANSLATE_NOOP("linnet::table", "does not answer in time")},
    Code{"login_needed"_L1, QT_TRANSLATE_NOOP("linnet::table", "wants a login")},
    Code{"login_refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "refuses the login")},
    Code{"forbidden"_L1, QT_TRANSLATE_NOOP("linnet::table", "forbidden by a rule of the proxy")},
    Code{"target_failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "does not reach the target")},
    Code{"garbage"_L1, QT_TRANSLATE_NOOP("linnet::table", "is no proxy of this kind")},
    Code{"not_echoed"_L1, QT_TRANSLATE_NOOP("linnet::table", "the answer does not come from the judge")},
    Code{"changed"_L1, QT_TRANSLATE_NOOP("linnet::table", "changes what passes through it")},
};

/// The columns of proxySchema(), in the order of files.
inline constexpr std::array ProxyColumns{
    Column{.key = "proxy"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Proxy"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Kind, host and port; logins are never shown"),
     .width = 230, .shown = true},
    Column{.key = "status"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .width = 110, .shown = true, .facet = 1, .codes = ProxyStatuses},
    Column{.key = "exit_address"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Exit address"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address that servers see"),
     .width = 140, .shown = true},
    Column{.key = "anonymity"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Anonymity"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Transparent: tells your address; anonymous: tells that it is a proxy; elite: tells nothing"),
     .width = 120, .shown = true, .facet = 2, .codes = ProxyAnonymities},
    Column{.key = "latency"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Median of whole requests, connection included"),
     .width = 90, .shown = true},
    Column{.key = "reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Reason"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why it is dead, or what to beware of"),
     .width = 180, .shown = true, .facet = 3, .codes = ProxyReasons},
    Column{.key = "latency_p95"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds, 95 %"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "95 of 100 requests are at least so quick"),
     .width = 110, .shown = false},
    Column{.key = "http"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "http"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Passes plain requests on"),
     .width = 70, .shown = true, .facet = 4},
    Column{.key = "connect"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Tunnel"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Opens tunnels (CONNECT), as https needs them"),
     .width = 80, .shown = true, .facet = 5},
    Column{.key = "tls"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "https intact"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Certificates come through unchanged; empty: not tested"),
     .width = 104, .shown = true, .facet = 6},
    Column{.key = "scheme"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Kind"),
     .width = 80, .shown = false, .facet = 7},
    Column{.key = "login"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "With login"),
     .width = 90, .shown = false, .facet = 8},
    Column{.key = "place"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "From"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The list and the line it stands on"),
     .width = 160, .shown = false},
    Column{.key = "detail"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Technical detail"),
     .width = 200, .shown = false},
    Column{.key = "checked_at"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Tested at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "UTC"),
     .width = 150, .shown = false},
};
// clang-format on
static_assert(isSound(ProxyColumns));

/// Positions in proxySchema().columns, for the code that makes and reads rows.
enum class ProxyColumn : int
{
    Proxy = at<ProxyColumns>("proxy"),   ///< scheme://host:port, never a login
    Status = at<ProxyColumns>("status"), ///< code: alive, dead, unsupported
    ExitAddress = at<ProxyColumns>("exit_address"),
    Anonymity = at<ProxyColumns>("anonymity"), ///< code: transparent, anonymous, elite
    Latency = at<ProxyColumns>("latency"),     ///< seconds, median
    Reason = at<ProxyColumns>("reason"),       ///< code: net::proxyFaultCode(); of a live one a warning
    LatencyP95 = at<ProxyColumns>("latency_p95"),
    Http = at<ProxyColumns>("http"),
    Connect = at<ProxyColumns>("connect"),
    Tls = at<ProxyColumns>("tls"),
    Scheme = at<ProxyColumns>("scheme"),
    Login = at<ProxyColumns>("login"),
    Place = at<ProxyColumns>("place"),
    Detail = at<ProxyColumns>("detail"),
    CheckedAt = at<ProxyColumns>("checked_at"),
    Count = int(ProxyColumns.size()),
};

/// Proxies and how they did in a test: the six contract columns first, then Linnet's own.
const Schema &proxySchema();

} // namespace linnet::table
