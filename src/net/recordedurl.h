// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace linnet::net {

/// An address as it may be kept and shown: without user info, and with "***" for the values of parameters
/// whose names say that they are secrets (token, api_key, password and the like).
QString recordedUrl(const QUrl &url);

} // namespace linnet::net
