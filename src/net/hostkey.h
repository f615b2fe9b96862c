// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace linnet::net {

/// The engine's key of a URL's host: lower-case host, with the port when it is not the scheme's.
QString hostKey(const QUrl &url);

/// scheme://host:port in lower case with the port always given: what decides whether credentials may travel
/// (RFC 6454 §4) and which connections a request can share.
QString originKey(const QUrl &url);

/// localhost, *.localhost, 127.0.0.0/8 or ::1. Names are not looked up.
bool isLoopback(const QString &host);
/// The same for a hostKey().
bool isLoopbackKey(const QString &key);

} // namespace linnet::net
