// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::store {

/// Copies everything committed to a project file to another place, which is replaced at once or not at all;
/// others may go on reading and writing the source. Locked when the target is open. Takes about a second per
/// 200 MB.
Result<void> copyProject(const QString &from, const QString &to);

} // namespace linnet::store
