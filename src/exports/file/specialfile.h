// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

class QFile;

namespace linnet::exports {

/// Opens a pipe or a device for writing. A pipe that nobody reads yet is waited for, until somebody does or
/// isCancelled() says so (Reason::Cancelled); else DiskFull or Io.
Result<void> openSpecialFile(QFile &file, const std::function<bool()> &isCancelled);

} // namespace linnet::exports
