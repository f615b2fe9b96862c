// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "models/waterfall.h"
#include "session/session.h"

#include <QTimer>
#include <QWidget>

namespace linnet::gui {

class WaterfallView;

/// The requests of some runs as a waterfall, live: the newest ten thousand.
class AttemptsWaterfall : public QWidget
{
    Q_OBJECT

public:
    static constexpr size_t MostBars = 10'000;

    /// session outlives the view.
    explicit AttemptsWaterfall(session::Session &session, QWidget *parent = nullptr);

    void showRuns(const QList<store::RunId> &runs);
    WaterfallView &view() const { return *m_view; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();

    session::Session &m_session;
    QList<store::RunId> m_runs;
    WaterfallView *m_view;
    QTimer m_rest;
    models::ReaderTask<std::vector<models::WaterfallBar>> m_task;
};

} // namespace linnet::gui
