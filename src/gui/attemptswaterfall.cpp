// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/attemptswaterfall.h"

#include "gui/waterfallview.h"
#include "table/requestschema.h"

#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace std::chrono_literals;
using models::Waterfall;
using models::WaterfallBar;

namespace {

Result<std::vector<WaterfallBar>> readBars(store::RowReader &reader, const QList<store::RunId> &runs)
{
    const store::RowQuery query{&table::requestSchema(), runs, {}, {}};
    const auto ids = reader.ids(query);
    if (!ids)
        return std::unexpected(ids.error());
    const auto newest = std::span(*ids).last(std::min(ids->size(), AttemptsWaterfall::MostBars));
    const auto rows = reader.rows(*query.schema, newest);
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<WaterfallBar> bars = Waterfall::bars(*rows, 0);
    const double first = bars.empty() ? 0 : bars.front().begin;
    for (WaterfallBar &bar : bars)
        bar.begin -= first;
    return bars;
}

} // namespace

AttemptsWaterfall::AttemptsWaterfall(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new WaterfallView(WaterfallView::Axis::Visible, this))
    , m_task([this](const Result<std::vector<WaterfallBar>> &bars) {
        if (bars)
            m_view->setGroups({{{}, {}, *bars}});
        else
            qWarning("The requests could not be read: %s", qPrintable(bars.error().detail));
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_rest.setSingleShot(true);
    m_rest.setInterval(1s);
    connect(&m_rest, &QTimer::timeout, this, &AttemptsWaterfall::read);
    connect(&session, &session::Session::projectAboutToClose, this, [this] {
        m_rest.stop();
        m_task.stop();
        m_view->setGroups({});
    });
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
    m_runs = runs;
    read();
}

void AttemptsWaterfall::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void AttemptsWaterfall::read()
{
    if (isVisible() && m_session.hasProject())
        m_task.start(m_session.project().path(),
                     [runs = m_runs](store::RowReader &reader) { return readBars(reader, runs); });
}

} // namespace linnet::gui
