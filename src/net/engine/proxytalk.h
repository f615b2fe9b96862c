// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/transfer.h"

namespace linnet::net {

/// Has the proxy's login sent with the first request, by Basic; Qt then holds none.
void sendLoginAtOnce(Transfer::Order &order);
/// Whether it is the proxy that speaks in an answer, and about whom: then the ending says so.
void hearProxy(Ending &ending);

} // namespace linnet::net
