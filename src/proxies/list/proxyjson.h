// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"

namespace linnet::proxies {

/// False for lists that only begin with the bracket of an IPv6 address or of a "[http]" line.
bool looksLikeJson(QStringView text);

/// Proxies from JSON (RFC 8259), or from one JSON object a line: texts in any line form, objects with ip and
/// port or proxy (proxyscrape, proxifly, geonode), in arrays at any depth.
ProxyList readProxyJson(QStringView text, ProxyScheme fallback);

} // namespace linnet::proxies
