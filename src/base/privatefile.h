// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet {

/// Files that may hold what only their owner should read, whatever the umask says: a project has addresses
/// with logins in them. Where a file system knows no owners, nothing is different.

/// Makes an empty file when there is none; what is there stays as it is. False when it could not be made.
bool createPrivateFile(const QString &path);
/// Makes a folder, and those above it, when there is none. False when it could not be made.
bool makePrivateFolder(const QString &path);

} // namespace linnet
