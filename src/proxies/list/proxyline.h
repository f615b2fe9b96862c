// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/proxy.h"

namespace linnet::proxies {

/// Why a line of a list cannot be taken.
enum class LineFault : quint8
{
    None,
    NotAProxy, ///< nothing in it looks like host and port
    BadHost,   ///< an address out of range, a name with impossible letters
    NoPort,
    BadPort,       ///< not 1 to 65535
    ThreeParts,    ///< host:port:something
    NeedsBrackets, ///< IPv6 without [ ]
    Ambiguous,     ///< two readings; both are given
    UnknownScheme,
    WebPage,   ///< an address with a path
    ExtraText, ///< something behind the proxy that is no known remark
    TooLong,
    NotText, ///< not UTF-8
    NotJson,
    NoList, ///< a page without a table or text with proxies
};

/// The stored English code, "bad_port".
QLatin1StringView faultCode(LineFault fault);
/// A translated sentence for people.
QString faultText(LineFault fault);

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
