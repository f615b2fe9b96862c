// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/underwayfilter.h"
#include "models/activity/waterfall.h"
#include "models/readertask.h"
#include "models/table/filterstate.h"
#include "session/session.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <map>

namespace linnet::gui {

class ChipBar;
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
    /// Of the table that shows the same requests; null = none. Its conditions are said above the bars.
    void setFilter(models::FilterState *filter);
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

    static Result<Over> readOver(store::RowReader &reader, const store::RowQuery &query);
    table::Filter filter() const;
    void applyFilter();
    void read();
    void takeLive(const QList<net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs);
    void show();

    session::Session &m_session;
    QList<store::RunId> m_runs;
    QPointer<models::FilterState> m_filter;
    models::UnderWayFilter m_liveFilter;
    ChipBar *m_chips = nullptr;
    WaterfallView *m_view;
    QTimer m_rest;
    Over m_over;
    Live m_live;
    Live m_ended; ///< no longer under way, and not read from the project yet
    models::ReaderTask<Over> m_task;
};

} // namespace linnet::gui
