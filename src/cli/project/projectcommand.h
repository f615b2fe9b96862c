// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/output/madetable.h"
#include "cli/output/readproject.h"
#include "store/course.h"
#include "store/project/project.h"
#include "store/read/sizereader.h"

#include <QFutureWatcher>

#include <functional>
#include <optional>
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
    struct Step
    {
        QString text; ///< with %1 for how many percents are done
        std::function<Result<Outcome>(const store::Course &course)> work;
    };

    Result<void> readArguments(const Options &options);
    void chooseSteps(const Options &options);
    void list(const Options &options);
    void onSizes(const Result<store::ProjectSizes> &sizes);
    int tellRuns(const Result<store::ProjectSizes> &sizes);
    Result<void> removeRuns(const QList<store::RunId> &runs, int keep);
    void next();
    void onStep(const Result<Outcome> &outcome);

    QString m_project;
    QString m_rescued;
    std::optional<ReadProject> m_read; ///< to be listed
    OutputOptions m_output;
    QList<store::RunId> m_toDelete;
    int m_keep = 0;            ///< 0 = all
    std::vector<Step> m_steps; ///< the next one last
    std::stop_source m_stop;
    bool m_isDamaged = false;
};

} // namespace linnet::cli
