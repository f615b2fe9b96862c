// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QNetworkProxy;

namespace linnet::net {

/// "Basic …" (RFC 7617, in UTF-8) of the login that the proxy is given; empty without one.
QByteArray proxyLogin(const QNetworkProxy &proxy);

/// Has Qt send an HTTP proxy's login with its first CONNECT, as Basic; the proxy then holds none. Left to
/// itself, Qt waits to be asked, and goes on for ever with a proxy that offers NTLM beside Basic.
void sendLoginWithConnect(QNetworkProxy &proxy);

} // namespace linnet::net
