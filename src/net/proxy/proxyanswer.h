// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace linnet::net {

/// Whether an answer that came through a proxy is the proxy's own and not the origin's: 407, and the error
/// pages of proxies that sign them (squid, tinyproxy, privoxy).
bool isProxysOwnAnswer(int status, const QList<QPair<QByteArray, QByteArray>> &headers);

} // namespace linnet::net
