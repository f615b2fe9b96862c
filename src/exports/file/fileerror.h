// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

class QIODevice;

namespace linnet::exports {

/// What kept a file from being made: DiskFull when the system says so (no space, quota) or the folder's
/// volume has no room left, else Io. `code` is errno right after the failure, 0 when it is not known; the
/// detail is "path: message".
Error fileError(const QString &path, const QString &message, int code);

/// The same for a device that failed; its path when it is a file.
Error deviceError(const QIODevice &device, int code);

} // namespace linnet::exports
