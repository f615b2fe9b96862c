// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "models/waterfall.h"
#include "session/session.h"

#include <QTimer>
#include <QWidget>

#include <map>

namespace linnet::gui {

class WaterfallView;

/// The requests of some runs as a waterfall, live: the newest ten thousand that are over, below them those
/// under way.
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
    struct Over
    {
        std::vector<models::WaterfallBar> bars;
        qint64 zeroMs = 0; ///< where the axis begins, since 1970
    };
    using Live = std::map<std::pair<quint64, int>, models::WaterfallBar>; ///< by request and attempt

    static Result<Over> readOver(store::RowReader &reader, const QList<store::RunId> &runs);
    void read();
    void takeLive(const QList<net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs);
    void show();

    session::Session &m_session;
    QList<store::RunId> m_runs;
    WaterfallView *m_view;
    QTimer m_rest;
    Over m_over;
    Live m_live;
    Live m_ended; ///< no longer under way, and not read from the project yet
    models::ReaderTask<Over> m_task;
};

} // namespace linnet::gui
