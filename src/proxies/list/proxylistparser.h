// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"

namespace linnet::proxies {

/// Reads lists of proxies: lines, JSON (also one object a line), tables with column names (CSV, HTML pages of
/// free lists, found by their header texts), text areas of such pages. Any bytes are accepted.
class ProxyListParser
{
public:
    /// fallback: the scheme of proxies that name none; chosen by the user or schemeOfName().
    static ProxyList parse(const QByteArray &bytes, ProxyScheme fallback);
    static ProxyList parse(const QString &text, ProxyScheme fallback);

    /// "…/socks5.txt" holds SOCKS5 proxies; none when a name says nothing.
    static std::optional<ProxyScheme> schemeOfName(const QString &fileNameOrUrl);
};

} // namespace linnet::proxies
