// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changedcells.h"
#include "analysis/comparedcolumns.h"
#include "analysis/movedaddresses.h"
#include "analysis/rowhistory.h"
#include "base/result.h"
#include "store/unit.h"

#include <QMap>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace linnet::analysis {

/// What may be said of a row that the later run does not have.
enum class Absence : quint8
{
    Gone,        ///< the later run was complete and would have had it
    NotSeen,     ///< that is not known
    OutOfWindow, ///< the later run did not ask for it
};

/// Two runs to be compared, and what is known of them besides their rows.
struct ComparisonSpec
{
    QString projectPath;
    const ComparedColumns *columns = nullptr;
    RunId older = 0;
    RunId newer = 0;
    MovedAddresses moved; ///< servers of the earlier run that stand elsewhere now
    /// Of the same task, oldest first, both runs among them: over which it is said when ads were seen. Empty
    /// = it is not said.
    std::vector<DatedRun> over;
    QList<int> judgedBy; ///< columns of the earlier row that the next needs
    /// Of a row that only the earlier run has. Called in several threads at once.
    std::function<Absence(table::CellViews)> absence;
};

/// How many rows changed, and how.
struct ComparisonCounts
{
    QMap<QString, qint64> changes; ///< rows by the code of table::ChangeCodes; those that are none are absent
    QMap<QString, qint64> fields;  ///< rows by the key of a column that differs
    qint64 pay = 0;                ///< rows whose pay differs
    qint64 older = 0;              ///< rows that were compared
    qint64 newer = 0;

    qint64 total() const;
    bool operator==(const ComparisonCounts &) const = default;
};

/// How far a comparison is, for whoever waits for it; any thread.
struct ComparisonProgress
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0; ///< 0 = not known yet
};

/// Compares two runs of a project and writes what changed to a store::ChangeFile at `path`. Takes about 70
/// bytes of memory for each row of both runs, however long the rows are. Ends within some 100 ms with
/// Reason::Cancelled when it is told to stop. Any thread; uses all processors.
Result<ComparisonCounts> compareRuns(const ComparisonSpec &spec, const QString &path,
                                     ComparisonProgress &progress, const std::stop_token &stop);

} // namespace linnet::analysis
