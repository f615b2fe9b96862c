// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runpage.h"

#include "base/inenglish.h"
#include "gui/insight/insighttab.h"
#include "gui/look/announce.h"
#include "gui/look/focuspass.h"
#include "gui/readonlywords.h"
#include "gui/run/changesview.h"
#include "gui/run/pagescroll.h"
#include "gui/run/proxypicker.h"
#include "gui/run/runcentre.h"
#include "gui/run/runcontrols.h"
#include "gui/run/trendsview.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/openaddress.h"
#include "gui/widgets/retranslate.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/runparams.h"
#include "table/changes/changeschema.h"
#include "table/vacancyschema.h"

#include <QDateTime>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Banner::Tone bannerTone(RunView::Tone tone)
{
    constexpr Banner::Tone Tones[] = {Banner::Tone::Info, Banner::Tone::Good, Banner::Tone::Warning,
                                      Banner::Tone::Bad};
    static_assert(int(RunView::Tone::Bad) == std::size(Tones) - 1);
    return Tones[int(tone)];
}

} // namespace

RunPage::RunPage(const Services &services, Texts texts, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_texts(texts)
    , m_presenter(texts.words())
    , m_hint(new Banner(this))
    , m_notice(new Banner(this))
    , m_wait(new Banner(this))
    , m_news(new Banner(this))
    , m_layout(new QVBoxLayout(new QWidget(this)))
    , m_centre(new RunCentre(this))
    , m_empty(new EmptyState(m_centre))
    , m_results(new ResultsView(services.session, services.settings, services.actions, m_centre))
    , m_changes(new ChangesView(services, texts.tables(), m_results))
    , m_trends(new TrendsView(services, m_results))
    , m_preparing([this](std::any prepared) {
        m_form->setLocked(false);
        std::exchange(m_prepared, {})(prepared);
    })
    , m_confirmed([this](const Result<session::Confirmed> &confirmed) {
        if (confirmed && m_confirming != 0 && m_confirming == m_run)
            m_news->say(Banner::Tone::Info, tr("Asked again: %1").arg(session::confirmedInWords(*confirmed)));
    })
{
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_results);
    m_notice->setClosable(true);
    m_countdown.setInterval(500ms);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_hint);
    m_layout->addWidget(m_notice);
    m_layout->addWidget(m_centre, 1);
    m_layout->addWidget(m_wait);
    m_layout->addWidget(m_news);
    new PageScroll(m_layout->parentWidget(), this);
    addInsight();
    connectChanges();
    for (Banner *banner : {m_notice, m_wait}) {
        connect(banner, &Banner::actionClicked, this, [this](int action) {
            if (const auto act = m_actions.at(size_t(action)).act; act)
                act();
        });
    }
    connect(m_hint, &Banner::actionClicked, this, [this] {
        if (const auto act = m_hintAction; act)
            act();
    });
    connect(&m_countdown, &QTimer::timeout, this, &RunPage::showProgress);
    connect(&services.session.projectSlot(), &session::ProjectSlot::opened, this, &RunPage::showForm);
    connect(&services.session.projectSlot(), &session::ProjectSlot::closed, this, &RunPage::showForm);
    onLanguageChange(this, [this] { retranslate(); });
}

RunPage::~RunPage() = default;

void RunPage::setForm(RunForm *form, RunDecisions &decisions)
{
    m_form = form;
    m_decisions = &decisions;
    m_layout->insertWidget(0, form); // what is said below it comes and goes and must not move it
    passFocus(this, form);
    RunControls &controls = form->controls();
    controls.setStart(words().start, words().startHint, words().startIcon);
    connect(&controls, &RunControls::startClicked, this, &RunPage::start);
    connect(&controls, &RunControls::pauseClicked, this, [this] { m_handle->pause(); });
    connect(&controls, &RunControls::resumeClicked, this, [this] { m_handle->resume(); });
    connect(&controls, &RunControls::finishClicked, this, &RunPage::finish);
    ProxyPicker *picker = form->proxyPicker();
    if (picker) {
        picker->setBook(m_services.access.proxyBook());
        connect(picker, &ProxyPicker::listsRequested, this, &RunPage::proxyListsRequested);
    }
    connect(form, &RunForm::startRequested, this, &RunPage::start);
    connect(form, &RunForm::touched, this, [this] { m_ended.clear(); });
    connect(form, &RunForm::told, this, &RunPage::showForm);
    connect(form, &RunForm::paceChanged, this, [this, picker](std::chrono::milliseconds delay) {
        if (isRunning())
            m_services.session.network().setPace(m_run, (picker ? picker->use() : ProxyUse()).pace(delay));
    });
    newTask();
}

bool RunPage::lacksOwnProxy(const ProxyUse &use) const
{
    if (use.choice.mode != jobs::ProxyChoice::Mode::List)
        return false;
    const QSet<QString> own = m_services.access.proxyBook().ownKeys();
    return std::ranges::none_of(use.choice.keys, [&own](const QString &key) { return own.contains(key); });
}

RunHint RunPage::ownProxyHint()
{
    return {true,
            tr("Tokens, cookies and logins go only through proxies that are marked as your own, and none of "
               "those chosen is: requests that need one will fail."),
            {tr("Lists of proxies…"), [this] { Q_EMIT proxyListsRequested(); }}};
}

void RunPage::newTask()
{
    clear();
    m_results->clear();
    m_form->setState(m_decisions->freshForm());
    Q_EMIT emptied();
}

/// Of the first table that has questions.
void RunPage::addInsight()
{
    const QList<ResultsTable> tables = m_texts.tables();
    const auto asked = std::ranges::find_if(
        tables, [](const ResultsTable &table) { return InsightTab::isFor(*table.schema); });
    if (asked == tables.end())
        return;
    m_insight = new InsightTab(m_services, *asked->schema, *m_results, m_results);
    m_results->addTab(m_insight, [] { return tr("Insight"); });
    connect(m_insight, &InsightTab::message, m_results, &ResultsView::message);
}

void RunPage::connectChanges()
{
    m_news->setClosable(true);
    m_results->addTab(
        m_trends, [] { return tr("Over time"); }, &m_trends->pane());
    m_results->setTabShown(m_trends, false);
    m_results->addTab(
        m_changes, [] { return tr("What changed"); }, &m_changes->pane());
    m_results->setTabShown(m_changes, false);
    connect(m_changes, &ChangesView::confirmReady, this, [this](const session::RunParams &params) {
        if (isUnderWay())
            return;
        begin(params);
        m_confirming = m_run;
    });
    // Who looks at it is told that there is nothing.
    connect(m_changes, &ChangesView::offered, this, [this](bool isThere) {
        m_results->setTabShown(m_changes, isThere || m_changes->isVisibleTo(m_results));
        m_results->setComparable(isThere);
        const bool isOfAds =
            isThere && table::rowsOfChanges(m_changes->pane().schema()) == &table::vacancySchema();
        m_results->setTabShown(m_trends, isOfAds);
        m_trends->setRun(isOfAds ? m_run : 0);
        if (m_trends->isVisibleTo(m_results))
            m_trends->showWhatThereIs();
        findHistory();
    });
    connect(m_changes, &ChangesView::knownChanged, this, [this] {
        if (!m_changes->known())
            m_results->setComparable(false);
        m_results->setComparison(m_changes->known());
    });
    connect(m_results, &ResultsView::comparisonWanted, this, &RunPage::findHistory);
    connect(m_changes, &ChangesView::found, this, &RunPage::tellChanges);
    connect(m_results, &ResultsView::shownChanged, this, [this] {
        if (m_changes->isVisibleTo(m_results))
            m_changes->showWhatThereIs();
        if (m_trends->isVisibleTo(m_results))
            m_trends->showWhatThereIs();
    });
    connect(m_news, &Banner::actionClicked, this, [this] { showChanges(); });
}

void RunPage::showChanges(store::RunId older)
{
    if (m_run == 0 || isRunning())
        return;
    const bool isThere = m_isNews && older == 0 && m_changes->hasChanges(); // what was told just now
    m_isNews = false;
    m_news->say(Banner::Tone::Info, {});
    if (!isThere)
        findChanges(older, false);
    m_results->setTabShown(m_changes, true);
    m_results->showPage(m_changes);
}

/// What the tables ask for is found when the run is over; its end asks for it anyway.
void RunPage::findHistory()
{
    if (m_run != 0 && !isRunning() && m_results->wantsComparison())
        m_changes->findHistory();
}

/// When what the run stored is there, and it is known which ads are one job; then only the latest question is
/// answered.
void RunPage::findChanges(store::RunId older, bool isNews)
{
    if (!m_services.session.hasProject())
        return;
    const auto isLatest = [this, run = m_run, question = ++m_question] {
        return run == m_run && question == m_question && m_services.session.hasProject();
    };
    m_services.session.project().writer().flush(this, [this, older, isNews, isLatest](const Result<void> &) {
        m_services.session.adGrouping().whenDone(this, [this, older, isNews, isLatest] {
            if (!isLatest())
                return;
            m_isNews = isNews;
            m_changes->compare(older, m_run);
        });
    });
}

/// What the ads that were gone turned out to be.
void RunPage::tellConfirmed()
{
    if (m_confirming == 0 || m_confirming != m_run || !m_services.session.hasProject())
        return;
    m_services.session.project().writer().flush(this, [this, run = m_run](const Result<void> &) {
        if (run == m_run && m_services.session.hasProject())
            m_confirmed.start(m_services.session.project().path(),
                              [run](store::RowReader &reader) { return session::confirmedBy(reader, run); });
    });
}

void RunPage::tellChanges()
{
    const QString sentence = m_changes->sentence();
    if (!m_isNews || sentence.isEmpty())
        return;
    m_news->setActions(m_changes->hasChanges() ? QStringList{tr("Show")} : QStringList());
    m_news->say(Banner::Tone::Info, sentence);
}

void RunPage::clear()
{
    m_isNews = false;
    m_confirming = 0;
    m_confirmed.stop();
    m_news->say(Banner::Tone::Info, {});
    m_changes->setRun(0);
    m_trends->setRun(0);
    m_results->setTabShown(m_trends, false);
    if (m_handle)
        m_handle->disconnect(this);
    m_preparing.forget();
    m_prepared = nullptr;
    m_handle = nullptr;
    m_run = 0;
    m_ended.clear();
    m_interruptedAt.reset();
    m_outcome = {};
    m_isNothingRead = false;
    m_countdown.stop();
    m_notice->say(Banner::Tone::Info, {});
    m_wait->say(Banner::Tone::Info, {});
    sayEmpty();
    m_centre->setCurrentWidget(m_empty);
    showIdle();
}

void RunPage::showRun(const models::RunEntry &run)
{
    clear();
    if (const auto import = session::RunParams::import(run.info.params)) {
        m_form->setState(m_decisions->freshForm()); // no form made it
        m_results->showTable(*import->table);
    } else {
        m_decisions->readRun(atPractice(run.info));
    }
    if (session::RunHandle *handle = m_services.session.handle(run.info.id)) {
        follow(handle);
        return;
    }
    m_run = run.info.id;
    jobs::Progress stored; // as far as the file knows it
    stored.run = run.info.id;
    stored.rows = run.rows;
    stored.failed = run.failed;
    if (run.isInterrupted() && !m_services.session.projectSlot().isReadOnly()) // else others may work on it
        showInterrupted(run.rows);
    showRows();
    m_changes->setRun(m_run);
    Q_EMIT runShown(m_run);
    Q_EMIT progressed(stored);
    showHint();
}

// What asked the practice server, which had another port then, can be asked for again.
store::RunInfo RunPage::atPractice(const store::RunInfo &run) const
{
    const QUrl before = session::RunParams::practice(run.params);
    if (before.isEmpty() || !m_services.practice.start())
        return run;
    store::RunInfo now = run;
    now.params = session::RunParams::moved(run.params, before, m_services.practice.root());
    now.params[session::runparam::Practice] = before.toString();
    return now;
}

bool RunPage::isPractice(const QString &address) const
{
    const practice::PracticeHost &practice = m_services.practice;
    return practice.isRunning() && address.startsWith(practice.root().toString(QUrl::RemovePath) + u'/');
}

void RunPage::showInterrupted(qint64 rows)
{
    m_interruptedAt = rows;
    m_actions = {{tr("Go on"), [this] { goOn(); }}};
    m_notice->setActions({m_actions.front().text});
    m_notice->say(Banner::Tone::Warning, words().interrupted.arg(words().rows(rows)));
}

void RunPage::sayEmpty()
{
    if (m_isNothingRead)
        m_empty->say("warning"_L1, words().nothingRead, tr("The message above says why, and what to do."));
    else
        m_empty->say(words().startIcon, words().nothingYet, words().nothingYetHint);
}

void RunPage::follow(session::RunHandle *run)
{
    if (m_handle)
        m_handle->disconnect(this);
    m_handle = run;
    m_run = run->id();
    m_ended.clear();
    m_interruptedAt.reset();
    m_outcome = {};
    m_isNothingRead = false;
    m_isEndTold = run->isOver();
    connect(run, &session::RunHandle::progressed, this, &RunPage::showProgress);
    connect(run, &session::RunHandle::ended, this, &RunPage::showProgress);
    connect(run, &session::RunHandle::ended, this, [this] {
        findChanges(0, true);
        tellConfirmed();
    });
    m_confirming = 0;
    m_isNews = false;
    m_news->say(Banner::Tone::Info, {});
    m_changes->setRun(run->isOver() ? m_run : 0);
    if (!run->isOver())
        m_results->setTabShown(m_changes, false);
    m_trends->setRun(0);
    m_results->setTabShown(m_trends, false);
    m_notice->say(Banner::Tone::Info, {});
    m_wait->say(Banner::Tone::Info, {});
    showRows();
    Q_EMIT runShown(m_run);
    showForm();
    showProgress();
}

void RunPage::showRows()
{
    m_results->setComparable(false); // nobody knows yet
    m_results->showTables(m_texts.tables(), {m_run});
    m_centre->setCurrentWidget(m_results);
}

bool RunPage::isUnderWay() const
{
    return m_preparing.isBusy() || isRunning();
}

bool RunPage::isRunning() const
{
    return m_handle && !m_handle->isOver();
}

void RunPage::start()
{
    if (!isUnderWay() && whyReadOnly(m_services.session.projectSlot()).isEmpty())
        m_decisions->startRun();
}

void RunPage::prepareAny(std::function<std::any()> read, std::function<void(std::any &)> then)
{
    m_form->setLocked(true);
    m_prepared = std::move(then);
    m_preparing.start(std::move(read));
}

void RunPage::begin(session::RunParams params)
{
    session::Session &session = m_services.session;
    if (const Result<void> ready = session.projectSlot().ensureWritable(); !ready) {
        Q_EMIT failed(ready.error());
        return;
    }
    m_form->fold(); // the rows need the room now
    follow(session.start(std::move(params)));
}

void RunPage::startImport(const imports::ImportSpec &spec)
{
    begin(session::RunParams::of(spec, {}));
    m_results->showTable(*spec.table);
}

void RunPage::setOutcome(const RunOutcome &outcome)
{
    m_outcome = outcome;
    if (m_handle && m_handle->isOver() && !outcome.text.isEmpty())
        sayProgress();
}

void RunPage::showIdle()
{
    if (!m_form)
        return;
    m_form->setLocked(false);
    m_form->controls().setForbidden(whyReadOnly(m_services.session.projectSlot()));
    m_form->controls().showIdle(m_ended.isEmpty() ? summary() : m_ended, !m_ended.isEmpty());
}

void RunPage::showForm()
{
    if (!isUnderWay())
        showIdle();
    showHint();
}

void RunPage::showHint()
{
    RunHint now = m_decisions->hint();
    const ProxyPicker *picker = m_form->proxyPicker();
    if (!now.isWarning && picker && picker->allowsDirect())
        now = {true, tr("When no proxy works, requests go directly: servers then see your own address.")};
    m_hintAction = std::move(now.action.act);
    m_hint->setActions(now.action.text.isEmpty() ? QStringList() : QStringList{now.action.text});
    m_hint->say(now.isWarning ? Banner::Tone::Warning : Banner::Tone::Info, now.text);
}

void RunPage::showProgress()
{
    if (!m_handle)
        return;
    Q_EMIT progressed(m_handle->progress()); // what is said may depend on it
    if (m_handle)
        sayProgress();
}

void RunPage::sayProgress()
{
    const jobs::Progress &progress = m_handle->progress();
    const RunView view =
        m_presenter.view(progress, m_form->reading(), QDateTime::currentMSecsSinceEpoch(), m_outcome);
    if (progress.isOver()) {
        m_ended = view.quiet ? view.notice : QString();
        showIdle();
    } else {
        m_form->setLocked(true);
        m_form->controls().showRun(view);
    }
    const bool counts = progress.hold == jobs::Hold::Server || progress.hold == jobs::Hold::Round;
    if (counts && !m_countdown.isActive())
        m_countdown.start();
    else if (!counts)
        m_countdown.stop();
    showNotice(view, progress);
    if (!std::exchange(m_isEndTold, progress.isOver()) && progress.isOver())
        announce(*this, view.notice);
    const bool nothing = progress.rows == 0 && (progress.failed > 0 || view.offersOther);
    m_isNothingRead = progress.isOver() && nothing && !words().nothingRead.isEmpty();
    if (m_isNothingRead) {
        sayEmpty();
        m_centre->setCurrentWidget(m_empty);
    }
}

void RunPage::showNotice(const RunView &view, const jobs::Progress &progress)
{
    m_actions.clear();
    if (canOpenAddress(view.captcha))
        m_actions.push_back({tr("Open"), [captcha = view.captcha] { openAddress(captcha); }});
    if (view.canRetryNow)
        m_actions.push_back({tr("Try now"), [this] { retryNow(); }});
    std::ranges::move(m_decisions->actions(view), std::back_inserter(m_actions));
    if (view.canGoOn && !view.offersOther)
        m_actions.push_back({tr("Go on"), [this] { goOn(); }});
    if (progress.isOver() && progress.failed > 0)
        m_actions.push_back({tr("Problems"), [this] { Q_EMIT problemsRequested(); }});
    QStringList texts;
    for (const RunAction &action : m_actions)
        texts << action.text;
    Banner *shown = progress.isOver() ? m_notice : m_wait;
    (progress.isOver() ? m_wait : m_notice)->say(Banner::Tone::Info, {});
    shown->setActions(texts);
    // Good news stands beside the main button: a line of its own would push the rows down under the mouse.
    shown->say(bannerTone(view.tone), view.quiet ? QString() : view.notice);
}

QList<ResultsView::TabName> RunPage::tabNames() const
{
    const InEnglish speech;
    return m_results->tabNames(m_texts.tables());
}

void RunPage::retranslate()
{
    m_presenter = RunPresenter(m_texts.words());
    m_form->controls().setStart(words().start, words().startHint, words().startIcon);
    m_results->setTitles(m_texts.tables());
    if (m_insight) {
        m_results->setTitle(m_insight, [] { return tr("Insight"); });
        m_insight->retranslate();
    }
    m_results->setTitle(m_changes, [] { return tr("What changed"); });
    m_results->setTitle(m_trends, [] { return tr("Over time"); });
    m_changes->retranslate(m_texts.tables());
    if (m_news->isVisibleTo(this))
        tellChanges();
    sayEmpty();
    const bool noticed = m_notice->isVisibleTo(this); // or hidden by the user
    const bool endSaid = !m_ended.isEmpty();
    if (m_interruptedAt)
        showInterrupted(*m_interruptedAt);
    if (m_handle)
        sayProgress();
    if (!endSaid)
        m_ended.clear();
    if (!noticed)
        m_notice->hide();
    showForm();
}

void RunPage::pressMain()
{
    m_form->controls().pressMain();
}

void RunPage::finish()
{
    if (m_preparing.isBusy()) {
        m_preparing.forget();
        m_prepared = nullptr;
        m_form->setLocked(false);
    } else if (isRunning()) {
        m_handle->finish();
    }
}

void RunPage::retryNow()
{
    if (isRunning())
        m_handle->retryNow();
}

void RunPage::goOn()
{
    if (m_run == 0 || isUnderWay())
        return;
    const Result<session::RunHandle *> run = m_services.session.resume(m_run);
    if (run)
        follow(*run);
    else
        Q_EMIT failed(run.error());
}

} // namespace linnet::gui
