// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QSslCertificate>

namespace linnet::net {

/// The certificates of a PEM file. BadValue when it holds none, Io when it cannot be read.
Result<QList<QSslCertificate>> certificatesIn(const QString &path);

} // namespace linnet::net
