// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace linnet::net {

/// Header fields in their order, names as sent.
using HeaderFields = QList<QPair<QByteArray, QByteArray>>;

/// The first value of a field, its name compared without case; null when it is not there.
QByteArray headerValue(const HeaderFields &headers, QByteArrayView name);

/// "Basic …" (RFC 7617) of a login as it stands in an address: "user:password", percent-encoded. One without
/// a password has an empty one.
QByteArray basicLogin(QByteArrayView login);

} // namespace linnet::net
