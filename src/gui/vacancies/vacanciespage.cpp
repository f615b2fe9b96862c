// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciespage.h"

#include "gui/appsettings.h"
#include "gui/run/runcontrols.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/vacanciesform.h"
#include "gui/vacancies/vacanciestask.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/runparams.h"
#include "vacancies/search/sources.h"

#include <QSettings>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

VacanciesPage::VacanciesPage(const Services &services, QWidget *parent)
    : RunPage(services, VacanciesTask::words(), VacanciesTask::tables(), parent)
    , m_formPresenter(dictionaryNames())
    , m_form(new VacanciesForm(m_formPresenter, this))
{
    connect(m_form, &VacanciesForm::searchRequested, this, &VacanciesPage::start);
    connect(m_form, &VacanciesForm::changed, this, &VacanciesPage::formChanged);
    connect(m_form, &VacanciesForm::paceChanged, this, [this](std::chrono::milliseconds delay) {
        if (isUnderWay())
            this->services().session.network().setPace(run(), values().proxy.pace(delay));
    });
    connect(&services.access, &session::Access::changed, this, &VacanciesPage::formChanged);
    usePicker(m_form->proxyPicker());
    setForm(m_form, m_form->controls());
}

VacanciesValues VacanciesPage::values() const
{
    return m_form->values();
}

void VacanciesPage::setValues(const VacanciesValues &values)
{
    m_form->setValues(values);
}

QVariant VacanciesPage::formState() const
{
    return QVariant::fromValue(values());
}

void VacanciesPage::setFormState(const QVariant &state)
{
    setValues(state.value<VacanciesValues>());
}

void VacanciesPage::emptyForm()
{
    VacanciesValues values = VacanciesPresenter::fresh(services().access.sourcesWithToken());
    values.delay = std::chrono::milliseconds(setting::DelayMs.read(services().settings));
    values.userAgent = setting::UserAgent.read(services().settings);
    setValues(values);
}

void VacanciesPage::preparePractice()
{
    newTask();
    VacanciesValues values = m_form->values();
    values.bases = services().practice.addresses();
    values.sources = values.bases.keys();
    values.sources.sort();
    values.delay = 100ms;
    setValues(values);
}

void VacanciesPage::readRun(const store::RunInfo &run)
{
    const auto search = session::RunParams::search(run.params);
    const auto requests = session::RunParams::requests(run.params);
    if (search && requests)
        setValues(m_formPresenter.values(*search, *requests));
}

void VacanciesPage::setFormLocked(bool locked)
{
    m_form->setLocked(locked);
}

QString VacanciesPage::summary() const
{
    return m_formPresenter.summary(m_form->values());
}

Reading VacanciesPage::reading() const
{
    const VacanciesValues now = m_form->values();
    if (VacanciesPresenter::readsEveryAd(now))
        return Reading::Details;
    return now.details && VacanciesPresenter::hasDetails(now) ? Reading::Mixed : Reading::Lists;
}

void VacanciesPage::focusForm()
{
    m_form->focusText();
}

void VacanciesPage::start()
{
    if (isUnderWay())
        return;
    const QList<VacanciesProblem> problems = m_formPresenter.problems(m_form->values(), QDate::currentDate());
    m_form->showProblems(problems, true);
    if (problems.isEmpty())
        askTerms();
}

void VacanciesPage::askTerms()
{
    const VacanciesValues values = m_form->values();
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        const bool elsewhere = values.bases.contains(id); // not the source itself is asked
        if (!source || elsewhere || SourceTermsDialog::seen(services().settings, *source))
            continue;
        auto *dialog = new SourceTermsDialog(*source, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, source] {
            SourceTermsDialog::remember(services().settings, *source);
            askTerms();
        });
        dialog->open();
        return;
    }
    vacancies::SearchSpec spec = m_formPresenter.spec(values);
    spec.day = QDate::currentDate();
    begin(session::RunParams::of(spec, VacanciesPresenter::requests(values)));
}

RunPage::Hint VacanciesPage::hint()
{
    const VacanciesValues now = m_form->values();
    if (!now.bases.isEmpty() && now.bases == services().practice.addresses())
        return {false,
                run() == 0 ? tr("Practice: the vacancies are invented and come from this computer; "
                                "nothing goes to the internet. Press Search and watch.")
                           : tr("Practice: the vacancies are invented and come from this computer; "
                                "nothing goes to the internet."),
                {},
                {}};
    const bool withToken = std::ranges::any_of(
        now.sources, [this](const QString &id) { return services().access.hasToken(id); });
    if (withToken && lacksOwnProxy(now.proxy))
        return ownProxyHint();
    const QString warning = VacanciesPresenter::tokenWarning(now, services().access.sourcesWithToken());
    if (warning.isEmpty())
        return {false, m_formPresenter.limits(now), {}, {}};
    const QString wanting = VacanciesPresenter::sourceWithoutToken(now, services().access.sourcesWithToken());
    return {true, warning, connectText(wanting), [this, wanting] { Q_EMIT accountRequested(wanting); }};
}

void VacanciesPage::offerActions(const RunView &view)
{
    if (!view.offersOther)
        return;
    offer(tr("Search on %1 instead").arg(VacanciesPresenter::openSources().join(u", "_s)),
          [this] { searchElsewhere(); });
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        if (m_form->values().sources.contains(source->id()))
            offer(connectText(source->id()), [this, id = source->id()] { Q_EMIT accountRequested(id); });
    }
}

QString VacanciesPage::connectText(const QString &source)
{
    const vacancies::VacancySource *known = vacancies::sourceById(source);
    return tr("Connect %1…").arg(known ? known->shortTitle() : source);
}

void VacanciesPage::searchElsewhere()
{
    VacanciesValues values = m_form->values();
    values.sources.clear();
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (!source->needsToken())
            values.sources << source->id();
    }
    setValues(values);
    start();
}

} // namespace linnet::gui
