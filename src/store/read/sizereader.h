// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"
#include "store/course.h"

#include <QHash>
#include <QString>

namespace linnet::store {

/// What the runs of a project take of its file, and what a compaction would give back.
struct ProjectSizes
{
    qint64 file = 0; ///< bytes, with the log beside it
    qint64 free = 0; ///< bytes of it that nothing stands in
    /// Its share of the rest, indexes included: an estimate from the lengths of what is stored. A text that
    /// several runs have counts for the first of them.
    QHash<RunId, qint64> bytesOfRun;
};

/// Reads everything once: some seconds for a gigabyte. Any thread; Cancelled when it is stopped.
Result<ProjectSizes> readSizes(const QString &project, const Course &course);

} // namespace linnet::store
