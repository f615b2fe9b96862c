// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/laneproxy.h"

namespace linnet::net {

void LaneProxy::set(const QNetworkProxy &proxy)
{
    // Told "no proxy", Qt reads the header of every answer byte by byte from the system. "The program's own
    // proxy" is none as well (Engine sees to that), and its connections are read in larger pieces.
    const bool direct = proxy.type() == QNetworkProxy::NoProxy;
    m_proxies = {direct ? QNetworkProxy(QNetworkProxy::DefaultProxy) : proxy};
}

} // namespace linnet::net
