// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/database.h"
#include "store/unit.h"
#include "store/workitem.h"

#include <functional>

namespace linnet::store {

/// Reads the units of one run, mostly the pending ones for its WorkList.
class WorkReader
{
public:
    WorkReader(QString projectPath, RunId run);

    /// Pending units of a kind at a host with after < id <= upTo, in order, at most limit.
    Result<std::vector<WorkItem>> pending(const QString &kind, const QString &host, qint64 after, qint64 upTo,
                                          int limit);

    /// All units of a kind, ended or not, in the order in which they came up.
    Result<std::vector<WorkItem>> all(const QString &kind);
    /// The same one by one.
    Result<void> forEach(const QString &kind, const std::function<void(WorkItem)> &visit);

    struct Waiting
    {
        QString kind;
        QString host;
        qint64 count = 0;
    };
    struct Backlog
    {
        std::vector<Waiting> waiting;     ///< all pending units, in order of the first one of each place
        qint64 lastId = 0;                ///< highest id of any unit
        std::vector<qint64> stillPending; ///< of the ids asked about
    };
    /// One consistent count.
    Result<Backlog> backlog(const QList<qint64> &ids);

private:
    Result<void> open();

    QString m_path;
    RunId m_run;
    Database m_database;
    Statement m_pending;
};

} // namespace linnet::store
