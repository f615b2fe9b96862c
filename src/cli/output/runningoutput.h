// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/commonoptions.h"
#include "cli/output/console.h"
#include "store/project/project.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace linnet::cli {

/// Writes the rows of a run while they come: to "FILE.part" beside the output, where people can look at them,
/// or to standard output when what is written stays true. A thread of its own reads them from the project, a
/// piece every half second or, when that takes long, less often, so that the run does not wait; runs of under
/// two seconds do without. It never keeps the output from being written at the end.
class RunningOutput : public QObject
{
    Q_OBJECT

public:
    /// For a file that can be begun before all rows are known, no pipe or device; for standard output only
    /// with columns that are known with their row.
    static bool isPossible(const OutputOptions &options);

    /// Options, project and console outlive it.
    RunningOutput(const OutputOptions &options, store::Project &project, store::RowQuery query,
                  Console &console);
    /// Removes what is not the output.
    ~RunningOutput() override;

    /// After the run: the rows of the output when it is whole by now; none when it is to be written from the
    /// project as if nothing had been; an error when that could not help. Waits for the disk.
    Result<std::optional<qint64>> end();

private:
    class Work;

    void tick();
    void onPiece();

    const OutputOptions &m_options;
    Console &m_console;
    bool m_isFinal;               ///< what is written need not be written again at the end
    std::shared_ptr<Work> m_work; ///< the pool's while a piece is written
    QTimer m_timer;
    bool m_hasNews = true;
    bool m_isOver = false;
    QElapsedTimer m_pieceTime; ///< since the piece under way began
    std::optional<Error> m_error;
    QThreadPool m_pool;
    QFutureWatcher<Result<void>> m_piece;
};

} // namespace linnet::cli
