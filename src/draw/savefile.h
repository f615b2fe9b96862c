// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace linnet::draw {

/// Replaces the file as a whole or not at all. Io or DiskFull when it cannot be written, with the path and
/// what the system says. Any thread.
Result<void> saveFile(const QString &path, const QByteArray &content);

} // namespace linnet::draw
