// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"

namespace linnet::proxies {

/// Proxies from an HTML page of a free list: its tables whose header texts name address and port, else the
/// lines of its text that are proxies. What is no proxy on a page without such a table is no error: pages say
/// other things too.
ProxyList readProxyPage(QStringView page, ProxyScheme fallback);

} // namespace linnet::proxies
