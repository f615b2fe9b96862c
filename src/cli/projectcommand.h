// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "store/project/project.h"

#include <QFutureWatcher>

#include <functional>
#include <stop_token>

namespace linnet::cli {

/// linnet-cli project: what the runs of a project take, and its care: delete runs, keep some as counts only,
/// compact, check, rescue.
class ProjectCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("project"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    /// What a step in the pool has come to.
    struct Outcome
    {
        QStringList lines; ///< for people
        bool isDamaged = false;
    };
    using Step = std::function<Result<Outcome>(std::stop_token stop)>;

    Result<void> readArguments(const Options &options);
    void chooseSteps(const Options &options);
    int list(const Options &options);
    Result<void> removeRuns(const QList<store::RunId> &runs, int keep);
    void next();
    void onStep(const Result<Outcome> &outcome);

    QString m_project;
    QString m_rescued;
    QList<store::RunId> m_toDelete;
    int m_keep = 0;            ///< 0 = all
    std::vector<Step> m_steps; ///< the next one last
    std::stop_source m_stop;
    bool m_isDamaged = false;
};

} // namespace linnet::cli
