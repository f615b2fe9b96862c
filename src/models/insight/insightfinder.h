// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "models/insight/insightanswer.h"
#include "models/insight/insightfigures.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace linnet::models {

/// Answers questions about rows beside the window, one at a time: another one ends the one before. What it
/// has read stays in memory for the next.
class InsightFinder : public QObject
{
    Q_OBJECT

public:
    using Figures = InsightFigures;
    struct Found
    {
        QString question; ///< its key
        Figures figures;
        InsightAnswer answer;
    };

    explicit InsightFinder(QObject *parent = nullptr);
    ~InsightFinder() override;

    /// "" = none; nothing is read any more when it returns, after 100 ms at most.
    void setProject(const QString &path);
    void ask(const InsightQuestion &question, const InsightView &view);
    bool isBusy() const { return m_task.isBusy(); }

Q_SIGNALS:
    void found(const linnet::models::InsightFinder::Found &found);
    void failed(const linnet::Error &error);

private:
    /// The connection, for the thread of the task alone.
    struct Reading
    {
        QString path;
        std::unique_ptr<store::RowReader> reader;
        bool beforeTax = true;
        std::shared_ptr<AdAges> ages; ///< by the same rules

        Result<void> open(bool beforeTax);
        Result<Found> find(const InsightQuestion &question, const InsightView &view, std::stop_token stop);
    };

    std::shared_ptr<Reading> m_reading;
    std::stop_source m_stop;
    BackgroundTask<Result<Found>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::models
