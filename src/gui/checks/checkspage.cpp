// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checkspage.h"

#include "gui/appsettings.h"
#include "gui/checks/checksform.h"
#include "gui/checks/checkstask.h"
#include "gui/checks/comparisonview.h"
#include "session/runparams.h"
#include "table/checkschema.h"

#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Addresses of a run's rows, each once, in their order.
Result<QStringList> readAddresses(store::RowReader &reader, store::RunId run, const table::Filter &filter)
{
    const store::RowQuery query{&table::checkSchema(), {run}, filter, {}};
    const auto ids = reader.ids(query);
    const auto rows = ids ? reader.rows(*query.schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return std::unexpected(rows.error());
    QStringList urls;
    for (const table::Cells &row : *rows)
        urls << table::toText(row[size_t(table::CheckColumn::Url)]);
    urls.removeDuplicates();
    return urls;
}

} // namespace

ChecksPage::ChecksPage(const Services &services, QWidget *parent)
    : RunPage(services, ChecksTask::words(), ChecksTask::tables(), parent)
    , m_form(new ChecksForm(this))
    , m_comparison(new ComparisonView(services.session, this))
    , m_addresses([this](const Result<QStringList> &urls) {
        if (!urls || isUnderWay())
            return;
        ChecksValues now = values();
        now.text = urls->join(u'\n');
        setValues(now);
    })
    , m_failed([this](const Result<QStringList> &urls) {
        if (!urls || urls->isEmpty() || isUnderWay())
            return;
        ChecksValues now = values();
        now.text = urls->join(u'\n');
        setValues(now);
        start();
    })
{
    results().addTab(m_comparison, tr("One by one or all at once"));
    connect(m_form, &ChecksForm::changed, this, &ChecksPage::formTouched);
    connect(m_form, &ChecksForm::listRead, this, &ChecksPage::showForm);
    connect(m_form, &ChecksForm::compareRequested, this, &ChecksPage::compare);
    connect(m_form, &ChecksForm::watchRequested, this, &ChecksPage::watch);
    connect(m_form, &ChecksForm::paceChanged, this, [this](std::chrono::milliseconds delay) {
        if (isUnderWay())
            this->services().session.network().setPace(run(), values().proxy.pace(delay));
    });
    connect(this, &RunPage::runShown, m_comparison, &ComparisonView::showRun);
    connect(m_comparison, &ComparisonView::shown, this, [this] { results().showPage(m_comparison); });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_addresses.stop();
        m_failed.stop();
    });
    usePicker(m_form->proxyPicker());
    setForm(m_form, m_form->controls());
}

ChecksValues ChecksPage::values() const
{
    return m_form->values();
}

void ChecksPage::setValues(const ChecksValues &values)
{
    m_form->setValues(values);
}

void ChecksPage::preparePractice(const QUrl &server)
{
    newTask();
    ChecksValues now = values();
    QStringList urls;
    for (const QString &path :
         {u"/wait/600"_s, u"/wait/400"_s, u"/wait/900"_s, u"/wait/300"_s, u"/wait/700"_s})
        urls << server.resolved(QUrl(path)).toString();
    now.text = urls.join(u'\n');
    now.delay = 0ms;
    setValues(now);
}

QVariant ChecksPage::formState() const
{
    return QVariant::fromValue(values());
}

void ChecksPage::setFormState(const QVariant &state)
{
    setValues(state.value<ChecksValues>());
}

void ChecksPage::emptyForm()
{
    ChecksValues fresh;
    fresh.delay = std::chrono::milliseconds(setting::DelayMs.read(services().settings));
    fresh.userAgent = setting::UserAgent.read(services().settings);
    setValues(fresh);
}

void ChecksPage::readRun(const store::RunInfo &run)
{
    const auto spec = session::RunParams::check(run.params);
    const auto requests = session::RunParams::requests(run.params);
    if (!spec || !requests)
        return;
    setValues(ChecksPresenter::values(*spec, *requests));
    m_addresses.start(services().session.project().path(),
                      [id = run.id](store::RowReader &reader) { return readAddresses(reader, id, {}); });
}

void ChecksPage::setFormLocked(bool locked)
{
    m_form->setLocked(locked);
}

QString ChecksPage::summary() const
{
    return m_form->title();
}

void ChecksPage::focusForm()
{
    m_form->focusText();
}

void ChecksPage::start()
{
    startWith(ChecksPresenter::spec(values()));
}

void ChecksPage::compare(int repetitions)
{
    checks::CheckSpec spec = ChecksPresenter::spec(values());
    spec.sequential = false;
    spec.comparisons = repetitions;
    startWith(spec);
}

void ChecksPage::watch(int minutes)
{
    checks::CheckSpec spec = ChecksPresenter::spec(values());
    spec.watchMinutes = minutes;
    startWith(spec);
}

void ChecksPage::startWith(checks::CheckSpec spec)
{
    if (isUnderWay())
        return;
    prepare([this, spec, values = values()]() mutable -> std::function<void()> {
        const checks::CheckInput input = ChecksPresenter::input(values);
        if (const QString problem = ChecksPresenter::problem(values, input); !problem.isEmpty())
            return [this, problem] { m_form->showProblem(problem); };
        spec.title = ChecksPresenter::title(input);
        spec.list = checks::fingerprint(input.addresses);
        return [this,
                params = session::RunParams::of(spec, ChecksPresenter::requests(values),
                                                checks::firstWork(spec, input.addresses, input.refused)),
                compares = spec.comparisons > 0]() mutable {
            begin(std::move(params));
            if (!compares && run() != 0)
                results().showTable(table::checkSchema());
        };
    });
}

void ChecksPage::checkFailedAgain()
{
    const table::Filter failed{{{u"reason"_s, table::FilterOp::Empty, {}, true}}};
    m_failed.start(services().session.project().path(), [id = run(), failed](store::RowReader &reader) {
        return readAddresses(reader, id, failed);
    });
}

void ChecksPage::offerActions(const RunView &view)
{
    if (!isUnderWay() && view.tone == RunView::Tone::Warning)
        offer(tr("Check the failed ones again"), [this] { checkFailedAgain(); });
}

} // namespace linnet::gui
