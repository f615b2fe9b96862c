// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "session/changes/runchanges.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace linnet::models {

/// Finds beside the window what changed between two runs of a project, and which earlier runs there are to
/// compare with. One comparison at a time: another one ends the one before.
class ChangesFinder : public QObject
{
    Q_OBJECT

public:
    /// What was found; no changes when there is no earlier run.
    struct Found
    {
        std::vector<store::RunInfo> earlier; ///< complete ones of the same task, newest first
        std::shared_ptr<const session::RunChanges> changes;
    };

    explicit ChangesFinder(QObject *parent = nullptr);
    ~ChangesFinder() override;

    /// Only which earlier runs there are.
    void look(const QString &projectPath, store::RunId newer);
    /// older 0 = the last whole run of the task before.
    void compare(const QString &projectPath, store::RunId older, store::RunId newer);
    /// What is under way is not answered any more.
    void cancel() { begin(); }
    /// Nothing is answered any more; returns when the project is not read any more, after 100 ms at most.
    void stop();
    bool isBusy() const { return m_task.isBusy(); }

Q_SIGNALS:
    void found(const linnet::models::ChangesFinder::Found &found);
    void failed(const linnet::Error &error);
    /// 0 to 1, some times a second.
    void progressed(double share);

private:
    void begin();

    std::shared_ptr<analysis::ComparisonProgress> m_progress;
    std::stop_source m_stop;
    QTimer m_look;
    BackgroundTask<Result<Found>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::models
