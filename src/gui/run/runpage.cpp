// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runpage.h"

#include "gui/run/proxypicker.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/openaddress.h"
#include "session/access.h"
#include "session/runparams.h"

#include <QDateTime>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Banner::Tone bannerTone(RunView::Tone tone)
{
    switch (tone) {
    case RunView::Tone::Calm:
        return Banner::Tone::Info;
    case RunView::Tone::Good:
        return Banner::Tone::Good;
    case RunView::Tone::Warning:
        return Banner::Tone::Warning;
    case RunView::Tone::Bad:
        return Banner::Tone::Bad;
    }
    return Banner::Tone::Info;
}

} // namespace

RunPage::RunPage(const Services &services, RunWords words, const QList<ResultsTable> &tables, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_presenter(std::move(words))
    , m_tables(tables)
    , m_hint(new Banner(this))
    , m_notice(new Banner(this))
    , m_wait(new Banner(this))
    , m_layout(new QVBoxLayout(this))
    , m_centre(new QStackedWidget(this))
    , m_empty(new EmptyState(m_centre))
    , m_results(new ResultsView(services.session, services.settings, services.actions, m_centre))
    , m_preparing([this](const std::function<void()> &then) {
        setFormLocked(false);
        then();
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

    for (Banner *banner : {m_notice, m_wait}) {
        connect(banner, &Banner::actionClicked, this, [this](int action) {
            if (const auto act = m_actions.at(size_t(action)); act)
                act();
        });
    }
    connect(m_hint, &Banner::actionClicked, this, [this] {
        if (const auto act = m_hintAction; act)
            act();
    });
    connect(&m_countdown, &QTimer::timeout, this, &RunPage::showProgress);
}

RunPage::~RunPage() = default;

void RunPage::setForm(QWidget *form, RunControls &controls)
{
    m_form = form;
    m_controls = &controls;
    m_layout->insertWidget(1, form);
    setFocusProxy(form);
    controls.setStart(words().start, words().startHint, words().startIcon);
    connect(&controls, &RunControls::startClicked, this, &RunPage::start);
    connect(&controls, &RunControls::pauseClicked, this, [this] { m_handle->pause(); });
    connect(&controls, &RunControls::resumeClicked, this, [this] { m_handle->resume(); });
    connect(&controls, &RunControls::finishClicked, this, &RunPage::finish);
    newTask();
}

void RunPage::usePicker(ProxyPicker &picker)
{
    m_picker = &picker;
    picker.setBook(m_services.access.proxyBook());
    connect(&picker, &ProxyPicker::listsRequested, this, &RunPage::proxyListsRequested);
}

bool RunPage::lacksOwnProxy(const ProxyUse &use) const
{
    if (use.choice.mode != jobs::ProxyChoice::Mode::List)
        return false;
    const QSet<QString> own = m_services.access.proxyBook().ownKeys();
    return std::ranges::none_of(use.choice.keys, [&own](const QString &key) { return own.contains(key); });
}

RunPage::Hint RunPage::ownProxyHint()
{
    return {true,
            tr("Tokens, cookies and logins go only through proxies that are marked as your own, and none of "
               "those chosen is: requests that need one will fail."),
            tr("Lists of proxies…"), [this] { Q_EMIT proxyListsRequested(); }};
}

RunPage::State RunPage::state() const
{
    return {formState(), m_run, m_results->state()};
}

void RunPage::restore(const State &state)
{
    setFormState(state.form);
    m_results->restore(state.results);
}

void RunPage::newTask()
{
    clear();
    m_results->clear();
    emptyForm();
}

void RunPage::clear()
{
    if (m_handle)
        m_handle->disconnect(this);
    m_preparing.forget();
    m_handle = nullptr;
    m_run = 0;
    m_ended.clear();
    m_countdown.stop();
    m_notice->say(Banner::Tone::Info, {});
    m_wait->say(Banner::Tone::Info, {});
    m_empty->say(words().startIcon, words().nothingYet, words().nothingYetHint);
    m_centre->setCurrentWidget(m_empty);
    showIdle();
}

void RunPage::showRun(const models::RunEntry &run)
{
    clear();
    readRun(run.info);
    if (session::RunHandle *handle = m_services.session.handle(run.info.id)) {
        follow(handle);
        return;
    }
    m_run = run.info.id;
    jobs::Progress stored; // as far as the file knows it
    stored.run = run.info.id;
    stored.rows = run.rows;
    stored.failed = run.failed;
    if (run.isInterrupted()) {
        m_actions = {[this] { goOn(); }};
        m_notice->setActions({tr("Go on")});
        m_notice->say(Banner::Tone::Warning, words().interrupted.arg(words().rows(run.rows)));
    }
    showRows();
    Q_EMIT runShown(m_run);
    Q_EMIT progressed(stored);
}

void RunPage::follow(session::RunHandle *run)
{
    if (m_handle)
        m_handle->disconnect(this);
    m_handle = run;
    m_run = run->id();
    m_ended.clear();
    connect(run, &session::RunHandle::progressed, this, &RunPage::showProgress);
    connect(run, &session::RunHandle::ended, this, &RunPage::showProgress);
    m_notice->say(Banner::Tone::Info, {});
    m_wait->say(Banner::Tone::Info, {});
    showRows();
    Q_EMIT runShown(m_run);
    showForm();
    showProgress();
}

void RunPage::showRows()
{
    m_results->showTables(m_tables, {m_run});
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

void RunPage::prepare(std::function<std::function<void()>()> read)
{
    setFormLocked(true);
    m_preparing.start(std::move(read));
}

void RunPage::begin(session::RunParams params)
{
    session::Session &session = m_services.session;
    if (!session.hasProject()) {
        if (const Result<void> made = session.projectSlot().openNew(); !made) {
            Q_EMIT failed(made.error());
            return;
        }
    }
    follow(session.start(std::move(params)));
}

void RunPage::showIdle()
{
    if (!m_controls)
        return;
    setFormLocked(false);
    m_controls->showIdle(m_ended.isEmpty() ? summary() : m_ended, !m_ended.isEmpty());
}

void RunPage::formTouched()
{
    m_ended.clear();
}

void RunPage::formChanged()
{
    formTouched();
    showForm();
}

void RunPage::showForm()
{
    if (!isUnderWay())
        showIdle();
    showHint();
}

void RunPage::showHint()
{
    Hint now = hint();
    if (!now.warning && m_picker && m_picker->allowsDirect())
        now = {true,
               tr("When no proxy works, requests go directly: servers then see your own address."),
               {},
               {}};
    m_hintAction = std::move(now.act);
    m_hint->setActions(now.action.isEmpty() ? QStringList() : QStringList{now.action});
    m_hint->say(now.warning ? Banner::Tone::Warning : Banner::Tone::Info, now.text);
}

void RunPage::showProgress()
{
    if (!m_handle)
        return;
    const jobs::Progress &progress = m_handle->progress();
    const RunView view = m_presenter.view(progress, reading(), QDateTime::currentMSecsSinceEpoch());
    if (progress.isOver()) {
        m_ended = view.quiet ? view.notice : QString();
        showIdle();
    } else {
        setFormLocked(true);
        m_controls->showRun(view);
    }
    const bool counts = progress.hold == jobs::Hold::Server || progress.hold == jobs::Hold::Round;
    if (counts && !m_countdown.isActive())
        m_countdown.start();
    else if (!counts)
        m_countdown.stop();
    showNotice(view, progress);
    const bool nothing = progress.rows == 0 && (progress.failed > 0 || view.offersOther);
    if (progress.isOver() && nothing && !words().nothingRead.isEmpty()) {
        m_empty->say("warning"_L1, words().nothingRead, tr("The message above says why, and what to do."));
        m_centre->setCurrentWidget(m_empty);
    }
    Q_EMIT progressed(progress);
}

void RunPage::offer(const QString &text, std::function<void()> act)
{
    m_actionTexts << text;
    m_actions.push_back(std::move(act));
}

void RunPage::showNotice(const RunView &view, const jobs::Progress &progress)
{
    m_actions.clear();
    m_actionTexts.clear();
    if (canOpenAddress(view.captcha))
        offer(tr("Open"), [captcha = view.captcha] { openAddress(captcha); });
    if (view.canRetryNow)
        offer(tr("Try now"), [this] { retryNow(); });
    offerActions(view);
    if (view.canGoOn && !view.offersOther)
        offer(tr("Go on"), [this] { goOn(); });
    if (progress.isOver() && progress.failed > 0)
        offer(tr("Problems"), [this] { Q_EMIT problemsRequested(); });
    Banner *shown = progress.isOver() ? m_notice : m_wait;
    (progress.isOver() ? m_wait : m_notice)->say(Banner::Tone::Info, {});
    shown->setActions(m_actionTexts);
    // Good news stands beside the main button: a line of its own would push the rows down under the mouse.
    shown->say(bannerTone(view.tone), view.quiet ? QString() : view.notice);
}

void RunPage::pressMain()
{
    m_controls->pressMain();
}

void RunPage::finish()
{
    if (m_preparing.isBusy()) {
        m_preparing.forget();
        setFormLocked(false);
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
