// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/resultsview.h"

#include "gui/resultspane.h"

#include <QLabel>

namespace linnet::gui {

namespace {

/// Settings that belong to the view: made before it, deleted with it.
QSettings &ownSettings(QObject *owner)
{
    return *new QSettings(owner);
}

} // namespace

ResultsView::ResultsView(session::Session &session, QWidget *parent)
    : ResultsView(session, ownSettings(&session), parent)
{
}

ResultsView::ResultsView(session::Session &session, QSettings &settings, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_settings(settings)
{
    auto *empty =
        new QLabel(tr("No results yet.\nStart a search, or choose an earlier one on the left."), this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    addWidget(empty);

    connect(&session, &session::Session::projectAboutToClose, this, &ResultsView::clear);
    connect(&session, &session::Session::runStarted, this, &ResultsView::watch);
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        if (m_pane)
            m_pane->commit(change);
    });
    for (session::RunHandle *run : session.runsUnderWay())
        watch(run);
}

// The pane says that it lets go of the project, which must not reach a view that is half gone.
ResultsView::~ResultsView()
{
    if (m_pane)
        m_pane->disconnect(this);
    delete m_pane;
}

void ResultsView::watch(session::RunHandle *run)
{
    connect(run, &session::RunHandle::ended, this, [this, id = run->id()] {
        if (m_pane && (m_runs.isEmpty() || m_runs.contains(id))) {
            m_pane->settle();
            updateRunning();
        }
    });
    updateRunning();
}

void ResultsView::showRuns(const table::Schema &schema, const QList<store::RunId> &runs)
{
    if (!m_session.hasProject()) {
        clear();
        return;
    }
    if (m_pane && &m_pane->schema() != &schema)
        clear();
    if (!m_pane) {
        m_pane = new ResultsPane(schema, m_settings, this);
        connect(m_pane, &ResultsPane::statusChanged, this,
                [this] { Q_EMIT statusChanged(shown(), total(), summary()); });
        connect(m_pane, &ResultsPane::message, this, &ResultsView::message);
        addWidget(m_pane);
    }
    setCurrentWidget(m_pane);
    m_runs = runs;
    m_pane->setProject(m_session.project().path());
    m_pane->setRuns(runs);
    updateRunning();
}

void ResultsView::clear()
{
    if (!m_pane)
        return;
    // The readers must be gone at once; the widgets go when nobody stands in them any more.
    ResultsPane *pane = m_pane;
    m_pane = nullptr;
    m_runs.clear();
    pane->disconnect(this);
    pane->setProject({});
    removeWidget(pane);
    pane->hide();
    pane->deleteLater();
    Q_EMIT statusChanged(0, 0, {});
}

void ResultsView::updateRunning()
{
    if (!m_pane)
        return;
    bool running = false;
    for (const session::RunHandle *run : m_session.runsUnderWay())
        running = running || m_runs.isEmpty() || m_runs.contains(run->id());
    m_pane->setRunning(running);
}

qint64 ResultsView::shown() const
{
    return m_pane ? m_pane->model().rowCount() : 0;
}

qint64 ResultsView::total() const
{
    return m_pane ? m_pane->model().total() : 0;
}

QString ResultsView::summary() const
{
    return m_pane ? m_pane->summary() : QString();
}

void ResultsView::openExport()
{
    if (m_pane)
        m_pane->openExport();
}

void ResultsView::openColumns()
{
    if (m_pane)
        m_pane->openColumns();
}

void ResultsView::focusFilter()
{
    if (m_pane)
        m_pane->focusFilter();
}

void ResultsView::clearFilter()
{
    if (m_pane)
        m_pane->filter().clear();
}

} // namespace linnet::gui
