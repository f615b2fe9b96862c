// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacanciespage.h"

#include "gui/appsettings.h"
#include "gui/banner.h"
#include "gui/emptystate.h"
#include "gui/runcontrols.h"
#include "gui/searchform.h"
#include "gui/sourcetermsdialog.h"
#include "session/access.h"
#include "session/practicehost.h"
#include "vacancies/vacancysource.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

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

Reading readingOf(const FormValues &values)
{
    if (FormPresenter::readsEveryAd(values))
        return Reading::Details;
    return values.details && FormPresenter::hasDetails(values) ? Reading::Mixed : Reading::Lists;
}

} // namespace

VacanciesPage::VacanciesPage(const Services &services, const FormPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_presenter(presenter)
    , m_hint(new Banner(this))
    , m_notice(new Banner(this))
    , m_form(new SearchForm(presenter, this))
    , m_centre(new QStackedWidget(this))
    , m_empty(new EmptyState(m_centre))
{
    m_centre->addWidget(m_empty);
    m_notice->setClosable(true);
    m_countdown.setInterval(500ms);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_hint);
    layout->addWidget(m_form);
    layout->addWidget(m_notice);
    layout->addWidget(m_centre, 1);
    setFocusProxy(m_form);

    RunControls &controls = m_form->controls();
    connect(&controls, &RunControls::searchClicked, this, &VacanciesPage::search);
    connect(&controls, &RunControls::pauseClicked, this, [this] { m_handle->pause(); });
    connect(&controls, &RunControls::resumeClicked, this, [this] { m_handle->resume(); });
    connect(&controls, &RunControls::finishClicked, this, &VacanciesPage::finish);
    connect(m_form, &SearchForm::searchRequested, this, &VacanciesPage::search);
    connect(m_form, &SearchForm::changed, this, &VacanciesPage::showForm);
    connect(m_form, &SearchForm::paceChanged, this, [this](std::chrono::milliseconds delay) {
        if (isUnderWay())
            m_services.session.setPace({.delay = delay});
    });
    connect(m_notice, &Banner::actionClicked, this, &VacanciesPage::act);
    connect(m_hint, &Banner::actionClicked, this, &VacanciesPage::connectRequested);
    connect(&m_services.access, &session::Access::changed, this, &VacanciesPage::showForm);
    connect(&m_countdown, &QTimer::timeout, this, &VacanciesPage::showProgress);
    newSearch();
}

FormValues VacanciesPage::values() const
{
    return m_form->values();
}

void VacanciesPage::setValues(const FormValues &values)
{
    m_form->setValues(values);
}

void VacanciesPage::newSearch()
{
    clear();
    FormValues values = FormPresenter::fresh(m_services.access.sourcesWithToken());
    values.delay = std::chrono::milliseconds(setting::DelayMs.read(m_services.settings));
    values.userAgent = setting::UserAgent.read(m_services.settings);
    m_practice = false;
    setValues(values);
}

void VacanciesPage::preparePractice()
{
    newSearch();
    FormValues values = m_form->values();
    values.bases = m_services.practice.addresses();
    values.sources = values.bases.keys();
    values.sources.sort();
    values.delay = 100ms;
    m_practice = true;
    setValues(values);
}

void VacanciesPage::clear()
{
    m_handle = nullptr;
    m_run = 0;
    m_countdown.stop();
    m_notice->say(Banner::Tone::Info, {});
    m_empty->say(
        "search"_L1, tr("Nothing searched yet"),
        tr("Type a position, choose regions if you like, and press Search. The rows appear here while "
           "they come; they can be filtered, sorted and exported at any time."));
    m_centre->setCurrentWidget(m_empty);
    showIdle();
}

void VacanciesPage::setResults(QWidget *results, std::function<void(store::RunId)> show)
{
    m_showRows = std::move(show);
    m_centre->addWidget(results);
}

void VacanciesPage::showRun(const models::RunEntry &run)
{
    const auto search = session::VacancySpec::fromJson(run.info.params["search"_L1].toObject());
    const auto requests = session::RequestSpec::fromJson(run.info.params["requests"_L1].toObject());
    clear();
    if (search && requests) {
        const FormValues values = m_presenter.values(*search, *requests);
        m_practice = !values.bases.isEmpty() && values.bases == m_services.practice.addresses();
        setValues(values);
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
    if (run.isInterrupted()) {
        m_actions = {Action::GoOn};
        m_notice->setActions({tr("Go on")});
        m_notice->say(Banner::Tone::Warning,
                      tr("This search was interrupted: %1 are here, the rest was not asked yet.")
                          .arg(RunPresenter::rowsText(run.rows)));
    }
    if (m_showRows) {
        m_showRows(m_run);
        m_centre->setCurrentIndex(1);
    }
    Q_EMIT runShown(m_run);
    Q_EMIT progressed(stored);
}

void VacanciesPage::follow(session::RunHandle *run)
{
    if (m_handle)
        m_handle->disconnect(this);
    m_handle = run;
    m_run = run->id();
    connect(run, &session::RunHandle::progressed, this, &VacanciesPage::showProgress);
    connect(run, &session::RunHandle::ended, this, &VacanciesPage::showProgress);
    m_notice->say(Banner::Tone::Info, {});
    if (m_showRows) {
        m_showRows(m_run);
        m_centre->setCurrentIndex(1);
    }
    Q_EMIT runShown(m_run);
    showForm();
    showProgress();
}

void VacanciesPage::focusForm()
{
    m_form->focusText();
}

QWidget *VacanciesPage::form() const
{
    return m_form;
}

bool VacanciesPage::isUnderWay() const
{
    return m_handle && !m_handle->isOver();
}

void VacanciesPage::search()
{
    if (isUnderWay())
        return;
    const QList<FormProblem> problems = m_presenter.problems(m_form->values(), QDate::currentDate());
    m_form->showProblems(problems, true);
    if (problems.isEmpty())
        askTerms();
}

void VacanciesPage::askTerms()
{
    const FormValues values = m_form->values();
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        const bool elsewhere = values.bases.contains(id); // not the source itself is asked
        if (!source || elsewhere || SourceTermsDialog::seen(m_services.settings, *source))
            continue;
        auto *dialog = new SourceTermsDialog(*source, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, source] {
            SourceTermsDialog::remember(m_services.settings, *source);
            askTerms();
        });
        dialog->open();
        return;
    }
    begin();
}

void VacanciesPage::begin()
{
    session::Session &session = m_services.session;
    const FormValues values = m_form->values();
    if (!session.hasProject()) {
        if (const Result<void> made = session.newProject(); !made) {
            Q_EMIT failed(made.error());
            return;
        }
    }
    session::RunHandle *run =
        session.startVacancies(m_presenter.spec(values), FormPresenter::requests(values));
    follow(run);
}

void VacanciesPage::showIdle()
{
    m_form->setLocked(false);
    m_form->controls().showIdle(m_presenter.summary(m_form->values()));
}

void VacanciesPage::showForm()
{
    if (!isUnderWay())
        m_form->controls().showIdle(m_presenter.summary(m_form->values()));
    const FormValues now = m_form->values();
    const QString warning = FormPresenter::tokenWarning(now, m_services.access.sourcesWithToken());
    if (m_practice) {
        m_hint->setActions({});
        m_hint->say(Banner::Tone::Info,
                    m_run == 0 ? tr("Practice: the vacancies are invented and come from this computer; "
                                    "nothing goes to the internet. Press Search and watch.")
                               : tr("Practice: the vacancies are invented and come from this computer; "
                                    "nothing goes to the internet."));
    } else {
        const QString limits = warning.isEmpty() ? m_presenter.limits(now) : QString();
        m_hint->setActions(warning.isEmpty() ? QStringList() : QStringList{tr("Connect hh.ru…")});
        m_hint->say(warning.isEmpty() ? Banner::Tone::Info : Banner::Tone::Warning, warning + limits);
    }
}

void VacanciesPage::showProgress()
{
    if (!m_handle)
        return;
    const jobs::Progress &progress = m_handle->progress();
    const RunView view =
        RunPresenter::view(progress, readingOf(m_form->values()), QDateTime::currentMSecsSinceEpoch());
    if (progress.isOver()) {
        showIdle();
    } else {
        m_form->setLocked(true);
        m_form->controls().showRun(view);
    }
    if (progress.hold == jobs::Hold::Server && !m_countdown.isActive())
        m_countdown.start();
    else if (progress.hold != jobs::Hold::Server)
        m_countdown.stop();
    showNotice(progress);
    if (progress.isOver() && progress.rows == 0 && (progress.failed > 0 || view.offersOther)) {
        m_empty->say("warning"_L1, tr("No vacancy could be read"),
                     tr("The message above says why, and what to do."));
        m_centre->setCurrentWidget(m_empty);
    }
    Q_EMIT progressed(progress);
}

void VacanciesPage::showNotice(const jobs::Progress &progress)
{
    const RunView view = RunPresenter::view(progress, Reading::Lists, QDateTime::currentMSecsSinceEpoch());
    m_actions.clear();
    QStringList texts;
    const auto offer = [this, &texts](Action action, const QString &text) {
        m_actions << action;
        texts << text;
    };
    m_captcha = view.captcha;
    if (view.captcha.isValid())
        offer(Action::OpenCaptcha, tr("Open"));
    if (view.canRetryNow)
        offer(Action::TryNow, tr("Try now"));
    if (view.offersOther) {
        offer(Action::SearchElsewhere, tr("Search on Work in Russia instead"));
        offer(Action::Connect, tr("Connect hh.ru…"));
    } else if (view.canGoOn) {
        offer(Action::GoOn, tr("Go on"));
    }
    if (progress.isOver() && progress.failed > 0)
        offer(Action::Problems, tr("Problems"));
    m_notice->setActions(texts);
    m_notice->setClosable(progress.isOver());
    m_notice->say(bannerTone(view.tone), view.notice);
}

void VacanciesPage::act(int action)
{
    switch (m_actions.value(action)) {
    case Action::OpenCaptcha:
        QDesktopServices::openUrl(m_captcha);
        return;
    case Action::TryNow:
        retryNow();
        return;
    case Action::SearchElsewhere:
        searchElsewhere();
        return;
    case Action::Connect:
        Q_EMIT connectRequested();
        return;
    case Action::GoOn:
        goOn();
        return;
    case Action::Problems:
        Q_EMIT problemsRequested();
        return;
    }
}

void VacanciesPage::searchElsewhere()
{
    FormValues values = m_form->values();
    values.sources.clear();
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (!source->needsToken())
            values.sources << source->id();
    }
    setValues(values);
    search();
}

void VacanciesPage::pressMain()
{
    m_form->controls().pressMain();
}

void VacanciesPage::finish()
{
    if (isUnderWay())
        m_handle->finish();
}

void VacanciesPage::retryNow()
{
    if (isUnderWay())
        m_handle->retryNow();
}

void VacanciesPage::goOn()
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
