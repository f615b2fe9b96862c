// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace linnet {

/// The bytes of a file, or of standard input for "-". The size is not known before: a device may have no end.
/// Reason::Io with the path, or TooLarge when there are more than `largest`; never more is read.
Result<QByteArray> readBounded(const QString &path, qint64 largest);

} // namespace linnet
