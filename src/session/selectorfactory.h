// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/requestspec.h"
#include "net/proxyselector.h"
#include "proxies/proxy.h"

#include <QHash>

#include <memory>

namespace linnet {
class Clock;
}

namespace linnet::session {

/// Proxies with their logins and marks, by Proxy::key(); secrets, never stored with a run.
using KnownProxies = QHash<QString, proxies::Proxy>;

/// The proxies of a choice, with what is known of them; one that is not known has no login.
QList<proxies::Proxy> proxiesOf(const QStringList &keys, const KnownProxies &known);

/// Makes the selector that a run's choice of proxies asks for; null when the run follows the system. The
/// clock outlives it.
std::unique_ptr<net::ProxySelector> makeSelector(const jobs::RequestSpec &requests, const KnownProxies &known,
                                                 const Clock &clock);

} // namespace linnet::session
