// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/linefault.h"
#include "proxies/proxy.h"

namespace linnet::proxies {

/// What one line says. Exactly one of: proxies (one, or several on one line), a fault, nothing (blank line,
/// comment), or a scheme that holds for the lines below.
struct LineReading
{
    QList<Proxy> proxies; ///< with Ambiguous the two readings
    LineFault fault = LineFault::None;
    QString detail; ///< the part at fault, never a login
    std::optional<ProxyScheme> header;
};

/// Reads one line of a list in any of the forms seen in the wild: host:port, [v6]:port, with scheme, with
/// login before or behind (@, :, ##, comma, blanks), clarketm's remarks, proxychains' columns. `fallback` is
/// the scheme of proxies that name none. Pure.
LineReading readProxyLine(QStringView line, ProxyScheme fallback);

/// Checks host and port as a list's columns give them.
LineReading readEndpoint(QStringView host, QStringView port, ProxyScheme scheme);

} // namespace linnet::proxies
