// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytestpage.h"

#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytesttask.h"
#include "session/access.h"
#include "session/runparams.h"
#include "table/proxyschema.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QHash<QString, proxies::TestVerdict>> readVerdicts(store::RowReader &reader, store::RunId run)
{
    const store::RowQuery query{&table::proxySchema(), {run}, {}, {}};
    const auto ids = reader.ids(query);
    const auto rows = ids ? reader.rows(*query.schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return std::unexpected(rows.error());
    // Several logins at one address are several proxies.
    const auto keys = reader.keys(*query.schema, *ids);
    if (!keys)
        return std::unexpected(keys.error());
    using Column = table::ProxyColumn;
    QHash<QString, proxies::TestVerdict> verdicts;
    for (qsizetype i = 0; i < keys->size(); ++i) {
        const table::Cells &row = (*rows)[size_t(i)];
        const auto text = [&row](Column column) { return table::toText(row[size_t(column)]); };
        const auto *latency = std::get_if<double>(&row[size_t(Column::Latency)]);
        verdicts.insert(keys->at(i), {text(Column::Status), text(Column::Reason), text(Column::Anonymity),
                                      latency ? *latency : 0});
    }
    return verdicts;
}

} // namespace

ProxyTestPage::ProxyTestPage(const Services &services, QWidget *parent)
    : RunPage(services, {&ProxyTestTask::words, &ProxyTestTask::tables}, parent)
    , m_form(new ProxyTestForm(this))
    , m_verdicts([this](const Result<QHash<QString, proxies::TestVerdict>> &verdicts) {
        if (!verdicts)
            return;
        this->services().access.proxyBook().setVerdicts(*verdicts);
        setOutcome(ProxyTestPresenter::outcome(*verdicts));
    })
{
    connect(this, &RunPage::progressed, this, [this](const jobs::Progress &progress) {
        if (progress.isOver())
            noteVerdicts();
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this,
            [this] { m_verdicts.stop(); });
    setForm(m_form, *this);
}

/// Lists that have these proxies know what came of the test.
void ProxyTestPage::noteVerdicts()
{
    m_verdicts.start(services().session.project().path(),
                     [run = run()](store::RowReader &reader) { return readVerdicts(reader, run); });
}

QVariant ProxyTestPage::freshForm() const
{
    return QVariant::fromValue(ProxyTestValues());
}

void ProxyTestPage::readRun(const store::RunInfo &run)
{
    const auto check = session::RunParams::proxyTest(run.params);
    const auto requests = session::RunParams::requests(run.params);
    if (check && requests)
        m_form->setValues(ProxyTestPresenter::values(*check, *requests));
}

void ProxyTestPage::test(const QList<proxies::Proxy> &list)
{
    if (isUnderWay())
        return;
    ProxyTestValues values = m_form->values();
    newTask();
    values.text.clear();
    values.imported = list;
    m_form->setValues(values);
    start();
}

void ProxyTestPage::startRun()
{
    prepare(
        &ProxyTestPresenter::prepare,
        [this](ProxyTestPresenter::Prepared prepared) { begin(std::move(prepared)); }, m_form->values());
}

void ProxyTestPage::begin(ProxyTestPresenter::Prepared prepared)
{
    if (!prepared.problem.isEmpty()) {
        m_form->showProblem(prepared.field, prepared.problem);
        return;
    }
    services().session.network().addProxies(prepared.proxies);
    RunPage::begin(std::move(prepared.params));
}

} // namespace linnet::gui
