// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>

namespace linnet::exports {

/// Where an export goes: a name without ending gets the date and ".csv", "df" becomes "df2026-11-21.csv".
/// Names with an ending, "-" (standard output), pipes and devices, folders ("out/") and the empty name
/// stay as they are.
QString resolvedPath(const QString &path, QDate today);

/// The file behind a path: symbolic links followed to their end, also when nothing is there yet; absolute.
QString finalPath(const QString &path);

/// True for a pipe or a device such as /dev/stdout: written straight, as there is nothing to replace.
bool isSpecialFile(const QString &path);

/// Asked before the first request, so that nobody waits an hour for rows that cannot be saved: the folder
/// exists, a file can be made in it (tried with one that is removed at once), and the path is no folder and
/// no file that is write-protected. Reason::BadValue for no name, else Io or DiskFull. "-" is always fine.
Result<void> checkWritable(const QString &path);

} // namespace linnet::exports
