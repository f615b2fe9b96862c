// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/course.h"

#include <QString>

namespace linnet::store {

class Database;

/// Where a project of that version is kept before it is brought up to date: "name.v12.linnet.bak" beside it,
/// or with a number behind the version when there is such a file.
QString backupPath(const QString &project, int version);

/// Copies an open project to a new file, whole or not at all; only its owner may read it. The error names the
/// file: DiskFull and Io for a folder without room, or that cannot be written. Cancelled when it is stopped.
Result<void> backUp(Database &project, const QString &to, const Course &course = {});

} // namespace linnet::store
