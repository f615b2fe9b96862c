// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/course.h"

#include <QString>

namespace linnet::store {

/// Copies everything committed to a project file to another place, which is replaced at once or not at all;
/// others may go on reading and writing the source. Locked when the target is open. Takes about a second per
/// 200 MB. Cancelled when it is stopped.
Result<void> copyProject(const QString &from, const QString &to, const Course &course = {});

/// The same with the layout of this version, whatever version the source has. The detail of an error names
/// the source.
Result<void> copyUpToDate(const QString &from, const QString &to, const Course &course = {});

} // namespace linnet::store
