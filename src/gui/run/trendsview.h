// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "gui/table/resultspane.h"
#include "models/backgroundtask.h"
#include "session/changes/runtrends.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace linnet::gui {

class EmptyState;

/// How the search of its page went over all its runs, as a table: stock and flow for each run and each week.
/// Found beside the window when somebody looks.
class TrendsView : public QWidget
{
    Q_OBJECT

public:
    explicit TrendsView(const Services &services, QWidget *parent = nullptr);
    ~TrendsView() override;

    /// The run of the page, which is over; 0 = none. What is known of another one is let go.
    void setRun(store::RunId run);
    /// Finds them, unless that was done or is under way.
    void showWhatThereIs();

    ResultsPane &pane() const { return *m_pane; }

private:
    void letGo();
    void showState();

    Services m_services;
    ResultsPane *m_pane;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QTimer m_look;
    store::RunId m_run = 0;
    QString m_failure;
    std::shared_ptr<const session::RunTrends> m_trends; ///< outlives the readers of the pane
    std::shared_ptr<session::RunTrends::Progress> m_progress;
    std::stop_source m_stop;
    models::BackgroundTask<Result<std::shared_ptr<const session::RunTrends>>> m_task; ///< ends first
};

} // namespace linnet::gui
