// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/workspace.h"

#include "gui/dictionarychoices.h"
#include "gui/navigatorpanel.h"
#include "gui/problemspage.h"
#include "gui/resultspane.h"
#include "gui/resultsview.h"
#include "gui/runpresenter.h"
#include "gui/startpage.h"
#include "gui/vacanciespage.h"
#include "table/vacancyschema.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::NavigatorModel;
using models::RunEntry;
using Kind = NavigatorModel::Kind;

namespace {

QString stateWords(const RunEntry &run, bool underWay)
{
    if (run.isInterrupted() && !underWay)
        return Workspace::tr("interrupted");
    return RunPresenter::stateText(run.info.state, run.info.counts["stopped_by"_L1].toString());
}

/// Gives the focus to the first part of a pane that takes it.
void focusFirst(QWidget *pane)
{
    for (QWidget *next = pane; next; next = next->nextInFocusChain()) {
        if (next != pane && !pane->isAncestorOf(next))
            break;
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace

Workspace::Workspace(const Services &services, const RecentProjects &recent, const models::RunList &runs,
                     QWidget *parent)
    : QSplitter(parent)
    , m_services(services)
    , m_recent(recent)
    , m_runs(runs)
    , m_presenter(dictionaryNames())
    , m_navigatorModel(
          runs, [this](const store::RunInfo &run) { return runTitle(run); },
          [](const RunEntry &run, bool) { return RunPresenter::rowsText(run.rows); }, stateWords)
{
    makePages();
    connectPages();
}

Workspace::~Workspace()
{
    // Pages that are being taken apart still report; half a workspace must not listen.
    for (QWidget *page : std::initializer_list<QWidget *>{m_navigator, m_vacancies, m_results, m_problems})
        page->disconnect(this);
    delete m_pages;
    delete m_navigator;
}

void Workspace::makePages()
{
    m_navigator = new NavigatorPanel(m_navigatorModel, this);
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(m_recent, m_services.session.unsavedProjects(), m_pages);
    m_vacancies = new VacanciesPage(m_services, m_presenter, m_pages);
    m_results = new ResultsView(m_services.session, m_services.settings, m_vacancies);
    m_problems = new ProblemsPage(m_services.session, m_pages);
    m_vacancies->setResults(m_results,
                            [this](store::RunId run) { m_results->showRuns(table::vacancySchema(), {run}); });
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_vacancies, m_problems})
        m_pages->addWidget(page);
    addWidget(m_navigator);
    addWidget(m_pages);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
}

void Workspace::connectPages()
{
    connect(m_navigator, &NavigatorPanel::chosen, this, &Workspace::navigate);
    connect(m_start, &StartPage::newSearchRequested, this, &Workspace::newSearch);
    connect(m_vacancies, &VacanciesPage::problemsRequested, this, &Workspace::showProblems);
    connect(m_vacancies, &VacanciesPage::runShown, this, [this](store::RunId run) {
        m_navigator->selectRun(run);
        const RunEntry *entry = m_runs.run(run);
        m_problems->showRun(run, entry ? runTitle(entry->info) : m_presenter.summary(m_vacancies->values()));
        Q_EMIT moved();
    });
    connect(m_problems, &ProblemsPage::counted, this,
            [this](qint64 count) { m_navigatorModel.setProblems(count); });
    connect(&m_runs, &models::RunList::changed, this, [this] {
        if (!std::exchange(m_showNewest, false) || m_vacancies->run() != 0)
            return;
        if (m_runs.runs().empty())
            newSearch();
        else
            showRun(m_runs.runs().back().info.id);
    });
}

Workspace::State Workspace::state() const
{
    return {m_vacancies->values(), m_vacancies->run(), m_pages->currentIndex()};
}

void Workspace::restore(const State &state)
{
    if (session::RunHandle *run = m_services.session.handle(state.run))
        m_vacancies->follow(run);
    else
        m_showNewest = state.run != 0;
    m_vacancies->setValues(state.form);
    showPage(m_pages->widget(state.page));
}

void Workspace::navigate(Kind kind, store::RunId run)
{
    switch (kind) {
    case Kind::Start:
        return showStart();
    case Kind::NewSearch:
        return newSearch();
    case Kind::Problems:
        return showProblems();
    case Kind::Search:
    case Kind::Run:
        return showRun(run);
    case Kind::Heading:
        return;
    }
}

void Workspace::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    if (page == m_start)
        m_navigator->selectKind(Kind::Start);
    else if (page == m_problems)
        m_navigator->selectKind(Kind::Problems);
    else if (m_vacancies->run() == 0)
        m_navigator->selectKind(Kind::NewSearch);
    else
        m_navigator->selectRun(m_vacancies->run());
    Q_EMIT moved();
}

void Workspace::showStart()
{
    m_start->refresh();
    showPage(m_start);
}

void Workspace::showVacancies()
{
    showPage(m_vacancies);
}

void Workspace::showProblems()
{
    showPage(m_problems);
}

void Workspace::newSearch()
{
    m_vacancies->newSearch();
    m_problems->showRun(0, {});
    showPage(m_vacancies);
    m_vacancies->focusForm();
}

void Workspace::showRun(store::RunId run)
{
    const RunEntry *entry = m_runs.run(run);
    if (entry && run != m_vacancies->run())
        m_vacancies->showRun(*entry);
    showPage(m_vacancies);
}

void Workspace::showPractice()
{
    m_showNewest = false;
    m_vacancies->preparePractice();
    m_problems->showRun(0, {});
    showPage(m_vacancies);
}

void Workspace::showNewest()
{
    m_showNewest = true;
}

void Workspace::goOn()
{
    if (m_vacancies->run() == 0) {
        const auto unfinished =
            std::find_if(m_runs.runs().rbegin(), m_runs.runs().rend(),
                         [](const RunEntry &run) { return run.info.state != store::RunState::Finished; });
        if (unfinished == m_runs.runs().rend())
            return;
        showRun(unfinished->info.id);
    }
    showPage(m_vacancies);
    m_vacancies->goOn();
}

void Workspace::cyclePanes()
{
    const QList<QWidget *> panes = m_pages->currentWidget() == m_vacancies
                                       ? QList<QWidget *>{m_navigator, m_vacancies->form(), m_results}
                                       : QList<QWidget *>{m_navigator, m_pages->currentWidget()};
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            next = (i + 1) % panes.size();
    }
    focusFirst(panes[next]);
}

void Workspace::letGo()
{
    m_results->clear();
    m_vacancies->clear();
}

bool Workspace::hasRows() const
{
    return !m_results->isEmpty() && m_pages->currentWidget() == m_vacancies;
}

QString Workspace::runTitle(const store::RunInfo &run) const
{
    const auto search = session::VacancySpec::fromJson(run.params["search"_L1].toObject());
    return search ? m_presenter.summary(m_presenter.values(*search, {})) : tr("Search %1").arg(run.id);
}

} // namespace linnet::gui
