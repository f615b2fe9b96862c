// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"

#include <QString>

#include <atomic>
#include <memory>
#include <stop_token>

class QTemporaryDir;

namespace linnet::session {

/// How a search for vacancies went over its runs, as rows of table::trendSchema(): one for each run and one
/// for each week, oldest first. A file in the temporary folder that is read as the project is, and goes with
/// the last one who holds this. See store::TrendFile.
class RunTrends
{
public:
    /// For whoever waits; any thread.
    struct Progress
    {
        std::atomic<int> done = 0; ///< runs
        std::atomic<int> total = 0;
    };

    /// Of all runs of the task of `run`, which are compared one with the next: takes as long as that. Ends
    /// soon with Reason::Cancelled when it is told to stop. Any thread. Reason::BadValue with a sentence for
    /// people when the run is no search for vacancies.
    static Result<std::shared_ptr<const RunTrends>> find(const QString &projectPath, RunId run,
                                                         Progress &progress, const std::stop_token &stop);
    ~RunTrends();
    Q_DISABLE_COPY_MOVE(RunTrends)

    const QString &path() const { return m_path; } ///< for store::RowReader::open()
    int runs() const { return m_runs; }

private:
    RunTrends();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    int m_runs = 0;
};

} // namespace linnet::session
