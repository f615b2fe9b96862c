// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/task.h"

#include <QNetworkRequest>

#include <chrono>

namespace linnet::net {

/// What Qt is told for one attempt of a task: headers with credentials only at home, no cookies of its own,
/// no HTTP/2, no automatic redirects, and how long the connection is kept.
QNetworkRequest buildRequest(const Task &task, const QByteArray &userAgent, std::chrono::seconds keepAlive);

/// How long an idle connection to a host is worth its descriptor: until the next start is due, and with many
/// hosts at once not at all unless more waits for this one.
std::chrono::seconds keepAliveFor(std::chrono::nanoseconds interval, bool moreWaits, int recentHosts);

} // namespace linnet::net
