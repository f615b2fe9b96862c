// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/attemptswaterfall.h"

#include "gui/table/chipbar.h"
#include "gui/widgets/waterfallview.h"
#include "table/requestschema.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <span>

namespace linnet::gui {

using namespace std::chrono_literals;
using models::Waterfall;
using models::WaterfallBar;

/// Begins of bars are kept relative to the first one, for people count from there.
Result<AttemptsWaterfall::Over> AttemptsWaterfall::readOver(store::RowReader &reader,
                                                            const store::RowQuery &query)
{
    const auto ids = reader.ids(query);
    if (!ids)
        return std::unexpected(ids.error());
    const auto newest = std::span(*ids).last(std::min(ids->size(), MostBars));
    const auto rows = reader.rows(*query.schema, newest);
    if (!rows)
        return std::unexpected(rows.error());
    Over over{Waterfall::bars(*rows, 0), 0};
    if (over.bars.empty())
        return over;
    over.zeroMs = qint64(over.bars.front().begin * 1000);
    for (WaterfallBar &bar : over.bars)
        bar.begin -= double(over.zeroMs) / 1000;
    return over;
}

AttemptsWaterfall::AttemptsWaterfall(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new WaterfallView(WaterfallView::Axis::Visible, this))
    , m_task([this](const Result<Over> &over) {
        if (!over) {
            qWarning("The requests could not be read: %s", qPrintable(over.error().detail));
            return;
        }
        const qint64 before = m_over.zeroMs;
        m_over = *over;
        if (m_over.bars.empty())
            m_over.zeroMs = before;
        for (auto &[key, bar] : m_live)
            bar.begin += double(before - m_over.zeroMs) / 1000;
        m_ended.clear();
        show();
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(1s);
    connect(&m_rest, &QTimer::timeout, this, &AttemptsWaterfall::read);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_rest.stop();
        m_task.stop();
        m_over = {};
        m_live.clear();
        m_ended.clear();
        show();
    });
    connect(&session.network(), &session::NetworkControl::requestsUnderWay, this,
            &AttemptsWaterfall::takeLive);
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        const bool ours = std::ranges::any_of(change.rows, [this](const store::Committed::Rows &rows) {
            return rows.schema == &table::requestSchema() && (m_runs.isEmpty() || m_runs.contains(rows.run));
        });
        if (ours && !m_rest.isActive())
            m_rest.start();
    });
}

void AttemptsWaterfall::showRuns(const QList<store::RunId> &runs)
{
    m_task.forget();
    m_runs = runs;
    m_liveFilter.setRuns(runs);
    m_over = {};
    m_live.clear();
    m_ended.clear();
    show();
    read();
}

void AttemptsWaterfall::setFilter(models::FilterState *filter)
{
    delete std::exchange(m_chips, nullptr);
    m_filter = filter;
    if (filter) {
        m_chips = new ChipBar(*filter, this);
        m_chips->setContentsMargins(12, 6, 12, 6);
        static_cast<QBoxLayout *>(layout())->insertWidget(0, m_chips);
        connect(filter, &models::FilterState::changed, this, &AttemptsWaterfall::applyFilter);
    }
    applyFilter();
}

table::Filter AttemptsWaterfall::filter() const
{
    return m_filter ? m_filter->filter() : table::Filter();
}

void AttemptsWaterfall::applyFilter()
{
    if (m_chips)
        m_chips->setVisible(!filter().isEmpty());
    m_task.forget();
    m_liveFilter.setFilter(filter());
    m_live.clear();
    m_ended.clear();
    read();
}

void AttemptsWaterfall::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Nothing was kept up to date while nobody looked.
    m_live.clear();
    m_ended.clear();
    read();
}

void AttemptsWaterfall::read()
{
    const store::RowQuery query{&table::requestSchema(), m_runs, filter(), {}};
    if (isVisible() && m_session.hasProject())
        m_task.start(m_session.project().path(),
                     [query](store::RowReader &reader) { return readOver(reader, query); });
}

void AttemptsWaterfall::takeLive(const QList<net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs)
{
    if (!isVisible())
        return;
    Live now;
    for (const net::UnderWay &request : requests) {
        if (!m_liveFilter.passes(request))
            continue;
        if (m_over.zeroMs == 0)
            m_over.zeroMs = nowUtcMs - (nowNs - nsOf(request.attempt.queued)) / 1'000'000;
        now[{request.id, request.attempt.number}] = Waterfall::bar(request, nowNs, nowUtcMs, m_over.zeroMs);
    }
    if (now.empty() && m_live.empty())
        return;
    for (const auto &[key, bar] : m_live) {
        if (!now.contains(key) && bar.seconds() > 0)
            m_ended.insert_or_assign(key, bar);
    }
    m_live = std::move(now);
    show();
}

void AttemptsWaterfall::show()
{
    std::vector<WaterfallBar> bars = m_over.bars;
    const auto over = std::ssize(bars);
    for (const Live *more : {&m_ended, &m_live}) {
        for (const auto &[key, bar] : *more)
            bars.push_back(bar);
    }
    std::stable_sort(bars.begin() + over, bars.end(),
                     [](const auto &one, const auto &other) { return one.begin < other.begin; });
    // Who looks at the end goes on looking at the end.
    QScrollBar *place = m_view->verticalScrollBar();
    const bool follows = !m_live.empty() && place->value() == place->maximum();
    m_view->setGroups({{{}, {}, std::move(bars)}});
    if (follows)
        place->setValue(place->maximum());
}

} // namespace linnet::gui
