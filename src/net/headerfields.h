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

} // namespace linnet::net
