// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/storedrunoptions.h"
#include "session/changes/runchanges.h"

#include <optional>
#include <stop_token>

class QTemporaryDir;

namespace linnet::cli {

class ConfirmCommand;

/// "linnet-cli compare": what changed between two runs of a project, which is only read but with --confirm.
class CompareCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    ~CompareCommand() override;

    QString name() const override { return QStringLiteral("compare"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    /// Has ended when something is wrong with them.
    void read(const Options &options);
    Result<void> openProject(const QString &path);
    void compare();
    void write(const session::RunChanges &changes);
    void confirm(const session::RunChanges &changes);

    OutputOptions m_output;
    table::Filter m_filter;
    session::ComparedRuns m_runs;
    session::RunChanges::MovedServers m_moved;
    std::optional<StoredRunOptions> m_confirming; ///< the ads that are missing are asked for
    ConfirmCommand *m_confirm = nullptr;          ///< while they are
    QString m_given;                              ///< the project as it was named
    QString m_project; ///< to be read: the project, or a copy of an older one that is up to date
    std::unique_ptr<QTemporaryDir> m_copy;
    analysis::ComparisonProgress m_progress;
    std::stop_source m_stop;
    bool m_isComparing = false;
};

} // namespace linnet::cli
