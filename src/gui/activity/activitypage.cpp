// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"

#include "base/errortext.h"
#include "exports/job/exportjob.h"
#include "exports/table/harwriter.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/look/icons.h"
#include "gui/look/tablescale.h"
#include "gui/look/textscale.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/pacetext.h"
#include "gui/widgets/retranslate.h"
#include "gui/widgets/sparkline.h"
#include "table/requestschema.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::HostsModel;

namespace {

constexpr auto SampleEvery = 500ms;
constexpr int HeadHeight = 190;

ResultsTable requestsTable()
{
    ResultsTable table;
    table.schema = &table::requestSchema();
    table.title = ActivityPage::tr("Requests");
    table.nothing = ActivityPage::tr("No request was made yet.");
    table.openText = ActivityPage::tr("Open the address");
    table.facets = false;
    return table;
}

} // namespace

ActivityPage::ActivityPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new QLabel(this))
    , m_results(new ResultsView(services.session, services.settings, services.actions, this))
    , m_waterfall(new AttemptsWaterfall(services.session, this))
{
    m_results->addTab(m_waterfall, [] { return tr("Waterfall"); });
    onLanguageChange(this, [this] {
        m_results->setTitles({requestsTable()});
        m_results->setTitle(m_waterfall, [] { return tr("Waterfall"); });
        setTitle(m_runTitle);
        showChoice();
    });
    connect(m_results, &ResultsView::message, this, &ActivityPage::message);
    connect(m_results, &ResultsView::paneMade, this, [this](ResultsPane *pane) { equip(*pane); });
    connect(m_results, &ResultsView::paneGoing, this, [this] { m_waterfall->setFilter(nullptr); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_results, 1);
    connect(&services.session.network(), &session::NetworkControl::hostsChanged, this,
            [this](const QList<net::HostState> &hosts, qint64 nowNs) {
                const QString chosen = chosenHost();
                m_hosts.setHosts(hosts, nowNs);
                for (int row = 0; row < m_hosts.rowCount() && chosenHost() != chosen; ++row) {
                    if (m_hosts.index(row, 0).data(HostsModel::HostRole).toString() == chosen)
                        m_hostsView->selectRow(row);
                }
                showChoice();
            });
    m_sampling.setInterval(SampleEvery);
    connect(&m_sampling, &QTimer::timeout, this, &ActivityPage::sample);
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, &ActivityPage::clear);
    showRun(0, {});
}

ActivityPage::~ActivityPage() = default;

QWidget *ActivityPage::makeHead()
{
    auto *head = new QWidget(this);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    keepFont(m_title, 1.25, QFont::DemiBold);
    auto *har = new QPushButton(head);
    har->setIcon(lineIcon("save"_L1));
    keepTranslated(this, [har] {
        har->setText(tr("Save as HAR…"));
        har->setToolTip(
            tr("All requests of this run as a HTTP archive, which browsers' developer tools open"));
    });
    connect(har, &QPushButton::clicked, this, &ActivityPage::askHarFile);
    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(har);
    auto *second = new QHBoxLayout;
    second->setSpacing(24);
    second->addWidget(makeHosts(), 3);
    second->addWidget(makePlots(), 1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addLayout(first);
    layout->addLayout(second);
    return head;
}

QWidget *ActivityPage::makeHosts()
{
    auto *box = new QWidget(this);
    m_hostsView = new QTableView(box);
    m_hostsView->setTabKeyNavigation(false); // the Tab key leaves it
    m_hostsView->setModel(&m_hosts);
    m_hostsView->setObjectName(u"hostsView"_s);
    m_hostsView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_hostsView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_hostsView->setShowGrid(false);
    m_hostsView->verticalHeader()->hide();
    keepRowHeight(m_hostsView, 25);
    QHeaderView *head = m_hostsView->horizontalHeader();
    head->setHighlightSections(false);
    head->setResizeContentsPrecision(20); // rows that are in sight
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(HostsModel::Host, QHeaderView::Stretch); // the others are read as a whole
    auto *none = new QLabel(m_hostsView->viewport());
    none->setAlignment(Qt::AlignCenter);
    none->setWordWrap(true);
    none->setForegroundRole(QPalette::PlaceholderText);
    auto *middle = new QVBoxLayout(m_hostsView->viewport());
    middle->addWidget(none);
    connect(&m_hosts, &QAbstractItemModel::modelReset, none,
            [this, none] { none->setVisible(m_hosts.rowCount() == 0); });
    keepScaled(m_hostsView, [this] { m_hostsView->setMaximumHeight(scaled(HeadHeight - 60)); });
    connect(m_hostsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPage::showChoice);
    m_pause = new QPushButton(box);
    m_pause->setObjectName(u"pauseHostButton"_s);
    connect(m_pause, &QPushButton::clicked, this, &ActivityPage::pauseOrResume);
    m_pace = new QPushButton(box);
    m_pace->setObjectName(u"hostPaceButton"_s);
    auto *paces = new QMenu(m_pace);
    m_pace->setMenu(paces);
    keepTranslated(this, [this, paces, none] {
        m_hostsView->setAccessibleName(tr("Hosts"));
        none->setText(tr("No server is being asked just now. Those of a run under way stand here, and each "
                         "can be paused or slowed down."));
        m_pace->setText(tr("Its own pace"));
        paces->clear();
        paces->addAction(tr("as the run says"), this,
                         [this] { m_services.session.network().setHostInterval(chosenHost(), 0ns); });
        for (const auto delay : {1000ms, 2000ms, 5000ms, 10'000ms})
            paces->addAction(PaceText::of(delay), this, [this, delay] {
                m_services.session.network().setHostInterval(chosenHost(), delay);
            });
    });
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addWidget(m_pace);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hostsView, 1);
    layout->addLayout(buttons);
    return box;
}

QWidget *ActivityPage::makePlots()
{
    auto *box = new QWidget(this);
    m_inFlight = new Sparkline(box);
    m_rate = new Sparkline(box);
    m_retries = new Sparkline(box);
    keepTranslated(this, [this] {
        m_inFlight->setTitle(tr("Under way"));
        m_rate->setTitle(tr("Requests a second"));
        m_retries->setTitle(tr("Retries a second"));
    });
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (Sparkline *line : {m_inFlight, m_rate, m_retries}) {
        keepScaled(line, [line] { line->setFixedHeight(scaled(42)); });
        layout->addWidget(line);
    }
    layout->addStretch();
    return box;
}

void ActivityPage::showRun(store::RunId run, const QString &title)
{
    m_run = run;
    m_requests = -1;
    setTitle(title);
    m_isStale = true;
    showChoice();
    if (isVisible())
        showRows();
}

void ActivityPage::setTitle(const QString &title)
{
    m_runTitle = title;
    m_title->setText(title.isEmpty() ? tr("Requests") : tr("Requests of “%1”").arg(title));
}

/// Readers are made only for a page that is looked at.
void ActivityPage::showRows()
{
    if (!std::exchange(m_isStale, false) || !m_services.session.hasProject())
        return;
    if (m_run == 0) {
        m_results->clear();
        return;
    }
    m_results->showTables({requestsTable()}, {m_run});
    m_waterfall->showRuns({m_run});
    if (m_underWay)
        m_underWay->showRuns({m_run});
}

/// What is under way stands beside what is over, and one filter holds for both and for the waterfall.
void ActivityPage::equip(ResultsPane &pane)
{
    m_underWay = new UnderWayView(m_services.session, pane.filter());
    pane.addBesideDetails(m_underWay);
    m_waterfall->setFilter(&pane.filter());
}

void ActivityPage::clear()
{
    m_results->clear();
    showRun(0, {});
}

void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.session.network().watchHosts(true);
    m_sampling.start();
    showRows();
}

void ActivityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_services.session.network().watchHosts(false);
    m_sampling.stop();
}

void ActivityPage::sample()
{
    qint64 requests = 0;
    qint64 retries = 0;
    for (const session::RunHandle *run : m_services.session.runsUnderWay()) {
        requests += run->progress().requests;
        retries += run->progress().retries;
    }
    const double perSecond = 1000.0 / double(SampleEvery.count());
    m_inFlight->add(m_hosts.inFlight());
    if (m_requests >= 0) {
        m_rate->add(double(std::max<qint64>(0, requests - m_requests)) * perSecond);
        m_retries->add(double(std::max<qint64>(0, retries - m_retried)) * perSecond);
    }
    m_requests = requests;
    m_retried = retries;
}

QString ActivityPage::chosenHost() const
{
    const QModelIndex index = m_hostsView->currentIndex();
    return index.isValid() ? index.data(HostsModel::HostRole).toString() : QString();
}

void ActivityPage::showChoice()
{
    const QModelIndex index = m_hostsView->currentIndex();
    const bool paused = index.isValid() && index.data(HostsModel::PausedRole).toBool();
    m_pause->setEnabled(index.isValid());
    m_pace->setEnabled(index.isValid());
    m_pause->setText(paused ? tr("Go on with it") : tr("Pause it"));
}

void ActivityPage::pauseOrResume()
{
    const QModelIndex index = m_hostsView->currentIndex();
    if (!index.isValid())
        return;
    if (index.data(HostsModel::PausedRole).toBool())
        m_services.session.network().resumeHost(chosenHost());
    else
        m_services.session.network().pauseHost(chosenHost());
}

void ActivityPage::askHarFile()
{
    if (m_run == 0 || !m_services.session.hasProject())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the requests"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"har"_s);
    dialog->setNameFilter(tr("HTTP archive (*.har)"));
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::saveHar);
    dialog->open();
}

void ActivityPage::saveHar(const QString &path)
{
    // The rows that the table shows, when it is there; the archive takes all of them.
    ResultsPane *pane = m_results->pane(table::requestSchema());
    if (!pane)
        return;
    exports::ExportSpec spec;
    spec.projectPath = m_services.session.project().path();
    spec.schema = &table::requestSchema();
    spec.ids = pane->model().ids();
    spec.format = &exports::formats::Har;
    spec.path = path;
    auto *job = new exports::ExportJob(std::move(spec), this);
    connect(
        job, &exports::ExportJob::done, this, [this, job, path](const Result<exports::ExportReport> &result) {
            job->deleteLater();
            Q_EMIT message(result ? tr("%Ln request(s) saved to %1.", nullptr, int(result->rows)).arg(path)
                                  : ErrorText::sentence(result.error()));
        });
    job->start();
}

} // namespace linnet::gui
