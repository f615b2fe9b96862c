// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

} // namespace linnet::proxies
