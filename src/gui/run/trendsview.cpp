// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/trendsview.h"

#include "base/errortext.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/retranslate.h"
#include "session/session.h"
#include "table/changes/trendschema.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

ResultsTable trendsTable()
{
    ResultsTable table;
    table.schema = &table::trendSchema();
    table.title = TrendsView::tr("Over time");
    table.nothing = TrendsView::tr("There are no runs.");
    table.facets = false;
    return table;
}

} // namespace

TrendsView::TrendsView(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_pane(new ResultsPane(trendsTable(), services.settings, services.actions, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_task([this](const Result<std::shared_ptr<const session::RunTrends>> &found) {
        m_look.stop();
        if (found) {
            m_trends = *found;
            m_pane->setProject(m_trends->path());
            m_pane->setRuns({});
        } else {
            const Error &error = found.error();
            m_failure = error.reason == Reason::BadValue ? error.detail : ErrorText::sentence(error);
        }
        showState();
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    m_look.setInterval(200ms);
    connect(&m_look, &QTimer::timeout, this, &TrendsView::showState);
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_stop.request_stop();
        m_task.stop();
        setRun(0);
    });
    keepTranslated(this, [this] {
        m_pane->setTitles(trendsTable());
        showState();
    });
}

TrendsView::~TrendsView()
{
    m_stop.request_stop();
    m_task.stop();
}

void TrendsView::setRun(store::RunId run)
{
    if (run == m_run)
        return;
    m_run = run;
    letGo();
}

/// What reads the trends goes before their file.
void TrendsView::letGo()
{
    m_look.stop();
    m_stop.request_stop();
    m_task.forget();
    m_stop = {};
    m_failure.clear();
    m_pane->setProject({});
    m_trends.reset();
    showState();
}

void TrendsView::showWhatThereIs()
{
    if (m_run == 0 || m_trends || m_task.isBusy() || !m_failure.isEmpty() || !m_services.session.hasProject())
        return;
    m_progress = std::make_shared<session::RunTrends::Progress>();
    m_look.start();
    m_task.start(
        [path = m_services.session.project().path(), run = m_run, progress = m_progress,
         stop = m_stop.get_token()] { return session::RunTrends::find(path, run, *progress, stop); });
    showState();
}

void TrendsView::showState()
{
    m_stack->setCurrentWidget(m_trends ? static_cast<QWidget *>(m_pane) : m_empty);
    if (!m_failure.isEmpty())
        m_empty->say("warning"_L1, m_failure, {});
    else if (m_task.isBusy())
        m_empty->say("hourglass"_L1, tr("Comparing each run with the one before…"),
                     tr("%1 of %2 runs").arg(m_progress->done.load()).arg(m_progress->total.load()));
    else
        m_empty->say("hourglass"_L1, tr("Nothing is known yet."), {});
}

} // namespace linnet::gui
