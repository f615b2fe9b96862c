// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/pool/poolview.h"

#include <functional>

namespace linnet::proxies {

class ProxyPool;

/// When the engine would let a request to the host start through the proxy; monotonic ns.
using HostReadiness = std::function<qint64(const QString &host, const QString &proxyKey)>;

/// What people see of a pool, without PoolView::list and inUse. The next request is one to the host asked
/// last, and the pool would choose as it says; without readiness nothing but the proxies holds it back.
PoolView viewOf(const ProxyPool &pool, qint64 nowNs, const HostReadiness &readiness = {});

} // namespace linnet::proxies
