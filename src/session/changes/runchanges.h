// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/runcomparison.h"
#include "session/changes/comparedruns.h"

#include <memory>

class QTemporaryDir;

namespace linnet::session {

/// What changed between two runs: a file in the temporary folder that is read as the project is, and goes
/// with the last one who holds this. See store::ChangeFile.
class RunChanges
{
public:
    /// Servers that the earlier run asked and that stand elsewhere for the later one, as roots
    /// "https://staging.example".
    using MovedServers = QList<std::pair<QByteArray, QByteArray>>;

    /// Whether it is also said when ads were seen, which reads all runs of the task.
    enum class History : quint8
    {
        Told,
        LeftOut,
    };

    /// Compares; takes as long as analysis::compareRuns(), and ends as soon when it is told to stop. Any
    /// thread. Errors: of the project; Io or DiskFull of the temporary folder; BadValue when a run was
    /// removed meanwhile.
    static Result<std::shared_ptr<const RunChanges>> find(const QString &projectPath,
                                                          const ComparedRuns &runs, const MovedServers &moved,
                                                          analysis::ComparisonProgress &progress,
                                                          const std::stop_token &stop,
                                                          History history = History::Told);
    ~RunChanges();
    Q_DISABLE_COPY_MOVE(RunChanges)

    const QString &path() const { return m_path; } ///< for store::RowReader::open()
    const table::Schema &schema() const;           ///< of the changes
    const ComparedRuns &runs() const { return m_runs; }
    const analysis::ComparisonCounts &counts() const { return m_counts; }

private:
    RunChanges();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    ComparedRuns m_runs;
    analysis::ComparisonCounts m_counts;
};

} // namespace linnet::session
