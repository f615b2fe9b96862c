// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::store {

/// Removes a project file with the logs that SQLite has beside it.
void removeWithLogs(const QString &path);

/// Puts a complete project file, which nobody has open, in the place of another one or of none: at once or
/// not at all, also when the power goes. The lock of `to` is held. A part that cannot be put there is
/// removed.
Result<void> putInPlace(const QString &part, const QString &to);

} // namespace linnet::store
