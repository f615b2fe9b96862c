// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::proxies {

/// How sure a text is a host: an address, a name with dots, or just a word that could as well be a user.
enum class HostShape : quint8
{
    None,
    Word,
    Name,
    Address,
};

struct ProxyHost
{
    HostShape shape = HostShape::None;
    QString name; ///< lower case, ASCII form, IPv6 without brackets
};

/// IPv4 in four decimal parts, [IPv6], a domain name (RFC 1123, also with umlauts or Cyrillic), localhost.
ProxyHost readHost(QStringView text);

/// host:port whose host is an IPv6 address without brackets: nobody can tell where it ends.
bool isBareIpv6(QStringView text);

} // namespace linnet::proxies
