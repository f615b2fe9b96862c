// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/course.h"

#include <QString>

namespace linnet::store {

/// What a compaction has given.
struct CompactReport
{
    qint64 before = 0; ///< bytes, with the log
    qint64 after = 0;
};

/// The room that it takes meanwhile, in bytes, and that there is in the project's folder.
struct CompactNeeds
{
    qint64 bytes = 0;
    qint64 available = 0;

    bool areMet() const { return bytes <= available; }
};
Result<CompactNeeds> compactNeeds(const QString &project);

/// Writes the project anew without what was removed, beside its place, and puts it there in one step: however
/// it ends, the project is whole. Nobody may have it open: Locked. DiskFull, with what is missing, before
/// anything is done. Cancelled when it is stopped.
Result<CompactReport> compactProject(const QString &project, const Course &course);

} // namespace linnet::store
