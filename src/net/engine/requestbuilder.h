// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/task.h"

#include <QNetworkRequest>

#include <chrono>

namespace linnet::net {

/// What Qt is told for one attempt of a task: headers with credentials only at home, no cookies of its own,
/// no HTTP/2, no automatic redirects, and how long the connection is kept.
QNetworkRequest buildRequest(const Task &task, const QByteArray &userAgent, std::chrono::seconds keepAlive);

} // namespace linnet::net
