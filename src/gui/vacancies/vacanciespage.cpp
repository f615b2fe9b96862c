// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciespage.h"

#include "gui/appsettings.h"
#include "gui/readonlywords.h"
#include "gui/run/runcontrols.h"
#include "gui/run/runpresenter.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/employersedit.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/vacanciesform.h"
#include "gui/vacancies/vacanciestask.h"
#include "gui/widgets/duration.h"
#include "gui/widgets/retranslate.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/runparams.h"
#include "session/saved/runagain.h"
#include "table/leftoutschema.h"
#include "table/listingschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString costText(const SearchCost &cost)
{
    const QLocale locale;
    const QString ads =
        cost.reachable < cost.found
            ? VacanciesPage::tr("There are %1 ads, of which this search reads %2.")
                  .arg(locale.toString(cost.found), locale.toString(cost.reachable))
            : VacanciesPage::tr("There are %Ln ad(s).", nullptr, RunPresenter::plural(cost.found));
    const auto time = std::chrono::milliseconds(qint64(cost.seconds * 1000));
    return ads + u' ' +
           VacanciesPage::tr("To read them takes about %1 requests, %2 at this pace.")
               .arg(locale.toString(cost.requests), durationText(time));
}

} // namespace

VacanciesPage::VacanciesPage(const Services &services, QWidget *parent)
    : RunPage(services, {&VacanciesTask::words, &VacanciesTask::tables}, parent)
    , m_presenter(dictionaryNames())
    , m_form(new VacanciesForm(m_presenter, this))
    , m_leftOutRows([this](const Result<qint64> &rows) { countLeftOut(rows.value_or(0)); })
    , m_countRows([this](const Result<SearchCost> &cost) {
        if (cost && run() == m_counting)
            setOutcome({costText(*cost), cost->reachable >= cost->found});
    })
    , m_listOfRun([this](const Result<QString> &list) {
        VacanciesValues now = values();
        if (!list || now.list != u"\n"_s) // the form shows another one by now
            return;
        now.list = *list;
        setValues(now);
    })
{
    connect(this, &RunPage::runShown, this, &VacanciesPage::readLeftOut);
    connect(this, &RunPage::progressed, this, [this](const jobs::Progress &progress) {
        if (isUnderWay() || progress.filtered > 0) // what could not be read is no row
            countLeftOut(progress.filtered - progress.leftOut.value(u"unreadable"_s));
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_leftOutRows.stop();
        m_countRows.stop();
        m_listOfRun.stop();
    });
    connect(&m_form->controls(), &RunControls::secondClicked, this, [this] {
        if (!m_form->refuse())
            askTerms(&VacanciesPage::beginCount);
    });
    keepTranslated(this, [this] {
        m_form->controls().setSecond(tr("How many?"),
                                     tr("Asks only how many ads there are, one request for each search, and "
                                        "says how long it would take to read them"));
    });
    connect(&services.access, &session::Access::changed, this, &VacanciesPage::showForm);
    new SearchSuggestions(services.session.network(), m_form->textField(),
                          [this] { return suggestingSource(); });
    connect(&m_form->employers(), &EmployersEdit::namesWanted, this, &VacanciesPage::suggestEmployers);
    const session::NetworkControl &network = services.session.network();
    connect(&network, &session::NetworkControl::employersSuggested, this,
            [this](const QString &, const QString &typed, const QList<vacancies::KnownEmployer> &employers) {
                m_form->employers().offer(typed, employers);
            });
    connect(&network, &session::NetworkControl::dictionariesRead, this,
            [this] { m_form->refillDictionaries(); });
    connect(m_form, &VacanciesForm::told, this, &VacanciesPage::readDictionaries);
    setForm(m_form, *this);
    connect(&results(), &ResultsView::paneMade, this, [this](ResultsPane *pane) {
        if (&pane->schema().rows() != &table::vacancySchema())
            return;
        connect(pane, &ResultsPane::cellMenuOpening, this, [this, pane](QMenu *menu, int row) {
            if (const table::Cells *cells = pane->model().cells(row))
                addJobActions(*menu, *pane, *cells);
        });
    });
}

void VacanciesPage::addJobActions(QMenu &menu, ResultsPane &pane, const table::Cells &cells)
{
    const auto cell = [&cells](table::VacancyColumn column) {
        return cells[size_t(std::to_underlying(column))];
    };
    const auto *ads =
        std::get_if<qint64>(&cells[size_t(std::to_underlying(table::VacancyColumn::GroupSize))]);
    if (!ads)
        return;
    const QString key = table::toText(cell(table::VacancyColumn::Source)) + u':' +
                        table::toText(cell(table::VacancyColumn::Id));
    session::AdGrouping &grouping = services().session.adGrouping();
    const QString why = whyReadOnly(services().session.projectSlot());
    const auto forbid = [&menu, &why](QAction *action) {
        menu.setToolTipsVisible(menu.toolTipsVisible() || !why.isEmpty());
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    };
    menu.addSeparator();
    if (*ads == 1) { // it was one of several
        forbid(menu.addAction(tr("Compare with other ads again"), this,
                              [&grouping, key] { grouping.setApart(key, false); }));
        return;
    }
    menu.addAction(tr("Show the %Ln ad(s) of this job", nullptr, RunPresenter::plural(*ads)), this,
                   [&pane, group = cell(table::VacancyColumn::Group)] {
                       pane.filter().clear();
                       pane.filter().keepOnly(std::to_underlying(table::VacancyColumn::Group), group);
                   });
    forbid(menu.addAction(tr("This ad is another job"), this,
                          [&grouping, key] { grouping.setApart(key, true); }));
}

VacanciesValues VacanciesPage::values() const
{
    return m_form->values();
}

void VacanciesPage::setValues(const VacanciesValues &values)
{
    m_form->setValues(values);
}

QVariant VacanciesPage::freshForm() const
{
    VacanciesValues values = VacanciesPresenter::fresh(services().access.sourcesWithToken());
    values.delay = std::chrono::milliseconds(setting::DelayMs.read(services().settings));
    values.userAgent = setting::UserAgent.read(services().settings);
    return QVariant::fromValue(values);
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
    m_listOfRun.forget();
    if (!search || !requests)
        return;
    setValues(m_presenter.values(*search, *requests));
    if (search->list)
        readListOf(run, *search);
}

void VacanciesPage::readListOf(const store::RunInfo &run, const vacancies::SearchSpec &spec)
{
    m_listOfRun.start([run, spec, project = services().session.project().path()]() -> Result<QString> {
        const auto lines = session::firstAddresses(project, run);
        if (!lines)
            return std::unexpected(lines.error());
        return SearchList::ofRun(spec, *lines);
    });
}

void VacanciesPage::startRun()
{
    if (!m_form->refuse())
        askTerms(&VacanciesPage::askWhetherAll);
}

/// What is typed goes only to a source that is to be searched and whose terms were seen, and not past proxies
/// that were chosen for the search.
template <typename Can> std::optional<SearchSuggestions::Place> VacanciesPage::askable(Can can) const
{
    const VacanciesValues values = m_form->values();
    if (values.proxy.choice.mode == jobs::ProxyChoice::Mode::List)
        return std::nullopt;
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        const QString base = values.bases.value(id);
        if (source && can(*source) &&
            (!base.isEmpty() || SourceTermsDialog::seen(services().settings, *source)))
            return SearchSuggestions::Place{id, QUrl(base)};
    }
    return std::nullopt;
}

std::optional<SearchSuggestions::Place> VacanciesPage::suggestingSource() const
{
    return askable([this](const vacancies::VacancySource &source) {
        return !source.suggest(m_form->textField().text(), source.defaultBase()).url.isEmpty();
    });
}

void VacanciesPage::suggestEmployers()
{
    const QString typed = m_form->employers().unknown();
    const auto place = askable([&typed](const vacancies::VacancySource &source) {
        return !source.suggestEmployers(typed, source.defaultBase()).url.isEmpty();
    });
    if (place)
        services().session.network().suggestEmployers(place->sourceId, typed, place->base);
}

/// What another server in the source's place has is not what the source itself has, so that one is not asked.
void VacanciesPage::readDictionaries()
{
    const QDate today = QDate::currentDate();
    if (!isVisible() || m_dictionariesRead == today)
        return;
    const auto place =
        askable([](const vacancies::VacancySource &source) { return !source.facts().dictionaries.empty(); });
    if (!place || !place->base.isEmpty())
        return;
    m_dictionariesRead = today;
    services().session.network().readDictionaries(place->sourceId);
}

void VacanciesPage::showEvent(QShowEvent *event)
{
    RunPage::showEvent(event);
    readDictionaries();
}

void VacanciesPage::askTerms(void (VacanciesPage::*then)())
{
    const VacanciesValues values = m_form->values();
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        const bool elsewhere = values.bases.contains(id); // not the source itself is asked
        if (!source || elsewhere || SourceTermsDialog::seen(services().settings, *source))
            continue;
        auto *dialog = new SourceTermsDialog(*source, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, source, then] {
            SourceTermsDialog::remember(services().settings, *source);
            readDictionaries();
            askTerms(then);
        });
        dialog->open();
        return;
    }
    (this->*then)();
}

void VacanciesPage::askWhetherAll()
{
    if (VacanciesPresenter::emptyQuestion(m_form->values()).isEmpty())
        beginSearch();
    else
        askEmptyText();
}

void VacanciesPage::askEmptyText()
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Search without words?"),
                        VacanciesPresenter::emptyQuestion(m_form->values()), QMessageBox::Cancel, this);
    box->setObjectName(u"emptyTextQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *search = box->addButton(tr("Search all the same"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(search, &QPushButton::clicked, this, &VacanciesPage::beginSearch);
    connect(box, &QDialog::rejected, m_form, &VacanciesForm::focusFirst);
    box->open();
}

vacancies::SearchSpec VacanciesPage::specNow() const
{
    vacancies::SearchSpec spec = m_presenter.spec(m_form->values());
    spec.day = QDate::currentDate();
    return spec;
}

void VacanciesPage::beginSearch()
{
    if (std::exchange(m_counting, 0) != 0)
        results().showTable(table::vacancySchema());
    beginWith(specNow(), nullptr);
}

/// then: after it has begun.
void VacanciesPage::beginWith(const vacancies::SearchSpec &spec, void (VacanciesPage::*then)())
{
    const VacanciesValues now = m_form->values();
    const jobs::RequestSpec requests = VacanciesPresenter::requests(now);
    const auto begun = [this, then](session::RunParams params) {
        begin(std::move(params));
        if (then)
            (this->*then)();
    };
    if (now.list.isEmpty()) {
        begun(session::RunParams::of(spec, requests));
        return;
    }
    prepare(
        &SearchList::prepare,
        [this, begun](SearchList::Prepared prepared) {
            if (prepared.problem.isEmpty())
                begun(std::move(prepared.params));
            else
                m_form->showListProblem(prepared.problem);
        },
        now, spec, requests);
}

void VacanciesPage::beginCount()
{
    vacancies::SearchSpec spec = specNow();
    spec.countOnly = true;
    beginWith(spec, &VacanciesPage::showCounting);
}

void VacanciesPage::showCounting()
{
    session::RunHandle *handle = services().session.handle(run());
    if (!handle)
        return; // it could not begin, and that was said
    m_counting = run();
    results().showTable(table::listingSchema());
    connect(handle, &session::RunHandle::ended, this, [this, id = run()] { sayCount(id); });
}

void VacanciesPage::sayCount(store::RunId run)
{
    m_countRows.start(
        services().session.project().path(), [run](store::RowReader &reader) -> Result<SearchCost> {
            const auto ids = reader.ids({&table::listingSchema(), {run}, {}, {}});
            const auto rows = ids ? reader.rows(table::listingSchema(), *ids) : std::unexpected(ids.error());
            if (!rows)
                return std::unexpected(rows.error());
            SearchCost cost;
            QHash<QString, double> seconds;
            for (const table::Cells &row : *rows) {
                const auto number = [&row](table::ListingColumn column) {
                    const auto *value = std::get_if<qint64>(&row[size_t(std::to_underlying(column))]);
                    return value ? *value : 0;
                };
                cost.found += number(table::ListingColumn::Found);
                cost.reachable += number(table::ListingColumn::Reachable);
                cost.requests += number(table::ListingColumn::Requests);
                const auto *time =
                    std::get_if<double>(&row[size_t(std::to_underlying(table::ListingColumn::Seconds))]);
                double &ofSource =
                    seconds[table::toText(row[size_t(std::to_underlying(table::ListingColumn::Source))])];
                ofSource += time ? *time : 0;
                cost.seconds = std::max(cost.seconds, ofSource);
            }
            return cost;
        });
}

bool VacanciesPage::asksPractice(const VacanciesValues &values) const
{
    return !values.sources.isEmpty() && std::ranges::all_of(values.sources, [&](const QString &id) {
        return isPractice(values.bases.value(id) + u'/');
    });
}

RunHint VacanciesPage::hint()
{
    const VacanciesValues now = m_form->values();
    if (asksPractice(now))
        return {false, run() == 0 ? tr("Practice: the vacancies are invented and come from this computer; "
                                       "nothing goes to the internet. Press Search and watch.")
                                  : tr("Practice: the vacancies are invented and come from this computer; "
                                       "nothing goes to the internet.")};
    const bool withToken = std::ranges::any_of(
        now.sources, [this](const QString &id) { return services().access.hasToken(id); });
    if (withToken && lacksOwnProxy(now.proxy))
        return ownProxyHint();
    const QString warning = VacanciesPresenter::tokenWarning(now, services().access.sourcesWithToken());
    if (warning.isEmpty() && run() == 0 && services().practice.isRunning() && now.bases.isEmpty())
        return {false,
                tr("This search asks the real source over the internet: %1.")
                    .arg(VacanciesPresenter::sourceTitles(now).join(u", "_s)),
                {tr("Practise with invented data"), [this] { preparePractice(); }}};
    if (warning.isEmpty())
        return {false, m_presenter.limits(now)};
    const QString wanting = VacanciesPresenter::sourceWithoutToken(now, services().access.sourcesWithToken());
    return {true, warning, {connectText(wanting), [this, wanting] { Q_EMIT accountRequested(wanting); }}};
}

void VacanciesPage::countLeftOut(qint64 rows)
{
    m_leftOut = rows;
    results().setCount(table::leftOutSchema(), rows);
}

/// Of a run of earlier; one that is under way says it itself.
void VacanciesPage::readLeftOut()
{
    countLeftOut(0);
    m_leftOutRows.forget();
    if (isUnderWay())
        return;
    m_leftOutRows.start(services().session.project().path(), [run = run()](store::RowReader &reader) {
        return reader.count({&table::leftOutSchema(), {run}, {}, {}});
    });
}

std::vector<RunAction> VacanciesPage::actions(const RunView &view)
{
    std::vector<RunAction> offered;
    if (!isUnderWay() && m_leftOut > 0)
        offered.push_back(
            {tr("Show what was left out"), [this] { results().showTable(table::leftOutSchema()); }});
    if (!view.offersOther)
        return offered;
    offered.push_back({tr("Search on %1 instead").arg(VacanciesPresenter::openSources().join(u", "_s)),
                       [this] { searchElsewhere(); }});
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        if (m_form->values().sources.contains(source->id()))
            offered.push_back(
                {connectText(source->id()), [this, id = source->id()] { Q_EMIT accountRequested(id); }});
    }
    return offered;
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
        if (!source->needsToken() && !source->facts().onRequest)
            values.sources << source->id();
    }
    setValues(values);
    start();
}

} // namespace linnet::gui
