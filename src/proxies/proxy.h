// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/proxy/proxyselector.h"

#include <QList>
#include <QString>

#include <optional>

namespace linnet::proxies {

/// How one speaks to a proxy.
enum class ProxyScheme : quint8
{
    Http,   ///< plain requests with absolute addresses, CONNECT for https targets (RFC 9110 §9.3.6)
    Socks5, ///< RFC 1928, with user and password by RFC 1929
    Socks4, ///< listed, not supported: it has no names and no IPv6
    Https,  ///< TLS to the proxy itself; listed, not supported by Qt
};

/// "http", "socks5", …
QLatin1StringView schemeName(ProxyScheme scheme);
/// Also knows socks, socks5h and socks4a; any letter case.
std::optional<ProxyScheme> schemeByName(QStringView name);
/// Could be the scheme of an address, known or not: letters and digits alone.
bool isSchemeWord(QStringView text);

/// One proxy as a list names it.
struct Proxy
{
    ProxyScheme scheme = ProxyScheme::Http;
    QString host; ///< lower case; a name in its ASCII form, or an address without brackets
    quint16 port = 0;
    QString user;
    QString password;  ///< secret
    bool mine = false; ///< the user's own: tokens, cookies and logins may go through it

    bool hasLogin() const { return !user.isEmpty() || !password.isEmpty(); }
    bool isSupported() const { return scheme == ProxyScheme::Http || scheme == ProxyScheme::Socks5; }
    /// scheme://host:port, never a login.
    QString address() const;
    /// What tells proxies apart: the address, and when there is a login a mark of its user name that does not
    /// disclose it.
    QString key() const;
    /// For the engine; only when isSupported().
    net::ProxySelector::Use use() const;

    bool operator==(const Proxy &) const = default;
};

} // namespace linnet::proxies
