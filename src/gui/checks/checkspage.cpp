// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checkspage.h"

#include "gui/appsettings.h"
#include "gui/checks/checksform.h"
#include "gui/checks/checkstask.h"
#include "gui/checks/comparisonview.h"
#include "gui/table/resultspane.h"
#include "gui/widgets/retranslate.h"
#include "practice/server/practicehost.h"
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
    : RunPage(services, {&ChecksTask::words, &ChecksTask::tables}, parent)
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
    const auto title = [] { return tr("One by one or all at once"); };
    results().addTab(m_comparison, title);
    keepTranslated(this, [this, title] { results().setTitle(m_comparison, title); });
    connect(m_form, &ChecksForm::compareRequested, this, &ChecksPage::compare);
    connect(m_form, &ChecksForm::watchRequested, this, &ChecksPage::watch);
    connect(this, &RunPage::runShown, m_comparison, &ComparisonView::showRun);
    connect(this, &RunPage::runShown, this, &ChecksPage::orderRows);
    connect(m_comparison, &ComparisonView::shown, this, [this] { results().showPage(m_comparison); });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_addresses.stop();
        m_failed.stop();
    });
    setForm(m_form, *this);
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

QVariant ChecksPage::freshForm() const
{
    ChecksValues fresh;
    fresh.delay = std::chrono::milliseconds(setting::DelayMs.read(services().settings));
    fresh.userAgent = setting::UserAgent.read(services().settings);
    return QVariant::fromValue(fresh);
}

void ChecksPage::readRun(const store::RunInfo &run)
{
    const auto spec = session::RunParams::check(run.params);
    const auto requests = session::RunParams::requests(run.params);
    if (!spec || !requests)
        return;
    m_isWatch = spec->watchMinutes > 0;
    setValues(ChecksPresenter::values(*spec, *requests));
    m_addresses.start(services().session.project().path(),
                      [id = run.id, from = session::RunParams::practice(run.params),
                       to = services().practice.root()](store::RowReader &reader) {
                          Result<QStringList> urls = readAddresses(reader, id, {});
                          for (QString &url : urls ? *urls : QStringList())
                              url = session::RunParams::movedAddress(url, from, to);
                          return urls;
                      });
}

void ChecksPage::startRun()
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

void ChecksPage::startWith(const checks::CheckSpec &spec)
{
    if (isUnderWay())
        return;
    prepare(
        &ChecksPresenter::prepare, [this](ChecksPresenter::Prepared prepared) { begin(std::move(prepared)); },
        values(), spec);
}

void ChecksPage::begin(ChecksPresenter::Prepared prepared)
{
    if (!prepared.problem.isEmpty()) {
        m_form->showProblem(prepared.problem);
        return;
    }
    m_isWatch = prepared.watches;
    RunPage::begin(std::move(prepared.params));
    if (!prepared.compares && run() != 0)
        results().showTable(table::checkSchema());
}

/// As the list has them; of a watch in the order of the changes. What the user has chosen stays.
void ChecksPage::orderRows()
{
    const table::Sort byLine{{u"line"_s, false}};
    ResultsPane *pane = results().pane(table::checkSchema());
    if (pane && (pane->sort().isEmpty() || pane->sort() == byLine))
        pane->setSort(m_isWatch ? table::Sort() : byLine);
}

void ChecksPage::checkFailedAgain()
{
    const table::Filter failed{{{u"reason"_s, table::FilterOp::Empty, {}, true}}};
    m_failed.start(services().session.project().path(), [id = run(), failed](store::RowReader &reader) {
        return readAddresses(reader, id, failed);
    });
}

std::vector<RunAction> ChecksPage::actions(const RunView &view)
{
    if (isUnderWay() || view.tone != RunView::Tone::Warning)
        return {};
    return {{tr("Check the failed ones again"), [this] { checkFailedAgain(); }}};
}

} // namespace linnet::gui
