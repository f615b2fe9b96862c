// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytestpage.h"

#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytesttask.h"
#include "gui/run/runcontrols.h"
#include "session/access.h"
#include "session/runparams.h"
#include "table/proxyschema.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

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
    : RunPage(services, ProxyTestTask::words(), ProxyTestTask::tables(), parent)
    , m_form(new ProxyTestForm(this))
    , m_verdicts([this](const Result<QHash<QString, proxies::TestVerdict>> &verdicts) {
        if (verdicts)
            this->services().access.proxyBook().setVerdicts(*verdicts);
    })
{
    connect(this, &RunPage::progressed, this, [this](const jobs::Progress &progress) {
        if (progress.isOver())
            noteVerdicts();
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this,
            [this] { m_verdicts.stop(); });
    connect(m_form, &ProxyTestForm::changed, this, &ProxyTestPage::formTouched);
    connect(m_form, &ProxyTestForm::listRead, this, &ProxyTestPage::showForm);
    setForm(m_form, m_form->controls());
}

/// Lists that have these proxies know what came of the test.
void ProxyTestPage::noteVerdicts()
{
    m_verdicts.start(services().session.project().path(),
                     [run = run()](store::RowReader &reader) { return readVerdicts(reader, run); });
}

QVariant ProxyTestPage::formState() const
{
    return QVariant::fromValue(m_form->values());
}

void ProxyTestPage::setFormState(const QVariant &state)
{
    m_form->setValues(state.value<ProxyTestValues>());
}

void ProxyTestPage::emptyForm()
{
    m_form->setValues({});
}

void ProxyTestPage::readRun(const store::RunInfo &run)
{
    const auto check = session::RunParams::proxyTest(run.params);
    const auto requests = session::RunParams::requests(run.params);
    if (!check || !requests)
        return;
    ProxyTestValues values;
    for (const proxies::TestSpec::Item &item : check->items)
        values.imported.append(item.proxy);
    if (check->judges != proxies::TestSpec::defaultJudges())
        values.judge = check->judges.first().toString();
    values.delay = std::chrono::duration_cast<std::chrono::milliseconds>(requests->pace.delay);
    m_form->setValues(values);
}

void ProxyTestPage::setFormLocked(bool locked)
{
    m_form->setLocked(locked);
}

QString ProxyTestPage::summary() const
{
    return tr("%n proxy(s)", nullptr, int(m_form->list().entries.size()));
}

Reading ProxyTestPage::reading() const
{
    return Reading::Lists;
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

void ProxyTestPage::focusForm()
{
    m_form->focusText();
}

void ProxyTestPage::start()
{
    if (isUnderWay())
        return;
    prepare([this, values = m_form->values()]() -> std::function<void()> {
        proxies::TestSpec spec;
        spec.add(ProxyTestForm::listOf(values), {});
        if (spec.items.isEmpty())
            return [this] { m_form->showProblem(tr("There is no proxy to test yet.")); };
        spec.judges = proxies::TestSpec::defaultJudges();
        if (!values.judge.isEmpty())
            spec.judges = {QUrl(values.judge, QUrl::StrictMode)};
        if (!spec.validate()) {
            return [this] {
                m_form->showProblem(tr("The judge is a web address that begins with http:// or https://."));
            };
        }
        QList<proxies::Proxy> list;
        for (const proxies::TestSpec::Item &item : std::as_const(spec.items))
            list.append(item.proxy);
        jobs::RequestSpec requests;
        requests.pace.delay = values.delay;
        requests.timeout = 10s;
        return [this, list, params = session::RunParams::of(spec, requests)] {
            services().session.network().addProxies(list);
            begin(params);
        };
    });
}

} // namespace linnet::gui
