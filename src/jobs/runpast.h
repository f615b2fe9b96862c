// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/read/workreader.h"
#include "store/unit.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace linnet::table {
struct Schema;
}

namespace linnet::jobs {

/// What a run had done when it was left, from its project.
struct RunPast
{
    bool hasWork = false; ///< false: it is new
    qint64 rows = 0;
    qint64 pending = 0;
    qint64 done = 0;
    qint64 failed = 0;
    QJsonObject counts;                              ///< as the job stored them
    std::vector<store::WorkReader::Waiting> waiting; ///< what is left to do

    /// Work that nobody would ever take, as takes() says: then Reason::Storage.
    Result<void> check(const std::function<bool(const QString &kind, const QString &host)> &takes) const;

    /// Reads the project; for the pool, it takes long.
    static Result<RunPast> read(const QString &project, store::RunId run, const table::Schema &rows);
};

} // namespace linnet::jobs
