// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/probe/proxyprobe.h"
#include "net/proxy/proxylogins.h"
#include "net/transfer/transfer.h"

namespace linnet::net {

/// Has the proxy's login sent with the first request, by Basic; Qt then holds none.
void sendLoginAtOnce(Transfer::Order &order);
/// The first tunnel through a proxy, opened by hand: a refused login must not come to Qt, which goes on for
/// ever with a proxy that offers NTLM.
bool mustGreet(const Transfer::Order &order, const ProxyLogins &logins);
ProbeOrder greetingOf(const Transfer::Order &order);
/// Whether it is the proxy that speaks in an answer, and about whom: then the ending says so.
void hearProxy(Ending &ending);

} // namespace linnet::net
