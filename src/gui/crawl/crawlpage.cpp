// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpage.h"

#include "gui/appsettings.h"
#include "gui/crawl/auditbookdialog.h"
#include "gui/crawl/auditrulesdialog.h"
#include "gui/crawl/completenessview.h"
#include "gui/crawl/crawlform.h"
#include "gui/crawl/crawltask.h"
#include "gui/crawl/graphtab.h"
#include "gui/crawl/linklist.h"
#include "gui/crawl/viewlist.h"
#include "gui/table/cellmenu.h"
#include "gui/table/detailpane.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/retranslate.h"
#include "models/projectmemory.h"
#include "practice/server/practicehost.h"
#include "session/access.h"
#include "session/runparams.h"
#include "table/hreflangschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QTabWidget>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::FindingListModel;
using models::LinkListModel;
using table::LinkColumn;
using table::PageColumn;

namespace {

const Setting<QString> FindingOrder{"crawl/finding_order"_L1, u"worst"_s};

QString text(const table::Cells &cells, auto column)
{
    return size_t(column) < cells.size() ? table::toText(cells[size_t(column)]) : QString();
}

/// Where the practice server was when a crawl asked it, and where it is; both empty for other crawls.
struct Moved
{
    QUrl from;
    QUrl to;
};

/// The start addresses of a run.
Result<CrawlPresenter::List> readStart(store::RowReader &reader, store::RunId run, const QJsonObject &crawl,
                                       qint64 starts, const Moved &moved)
{
    Result<QStringList> list = links::CrawlSpec::oldStart(crawl);
    if (list->isEmpty())
        list = reader.addresses(run, starts);
    if (!list)
        return std::unexpected(list.error());
    for (QString &url : *list)
        url = session::RunParams::movedAddress(url, moved.from, moved.to);
    return CrawlPresenter::readList(list->join(u'\n'));
}

/// Where a row of links, or of versions in other languages, begins and leads to.
std::pair<QString, QString> endsOf(const table::Schema &schema, const table::Cells &cells)
{
    if (&schema.rows() == &table::hreflangSchema())
        return {text(cells, table::HreflangColumn::Url), text(cells, table::HreflangColumn::TargetUrl)};
    return {text(cells, LinkColumn::SourceUrl), text(cells, LinkColumn::ParsedUrl)};
}

} // namespace

CrawlPage::CrawlPage(const Services &services, QWidget *parent)
    : RunPage(services, {&CrawlTask::words, &CrawlTask::tables}, parent)
    , m_form(new CrawlForm(m_presenter, this))
    , m_overview(services.session, models::crawlViews())
    , m_findings(m_overview)
    , m_views(new ViewList(m_findings, this))
    , m_completeness(new CompletenessView(m_overview, this))
    , m_inLinks(new LinkList(LinkListModel::Direction::In, this))
    , m_outLinks(new LinkList(LinkListModel::Direction::Out, this))
    , m_find([this](const Result<qint64> &id) {
        ResultsPane *pane = results().pane(table::pageSchema());
        if (!pane || !id || *id == 0)
            return;
        m_page = *id;
        results().showTable(table::pageSchema());
        if (pane->showRow(*id))
            return;
        pane->filter().clear(); // the page is not among those shown
        pane->showRow(*id);
    })
    , m_versions([this](const Result<qint64> &rows) {
        results().setCount(table::hreflangSchema(), rows.value_or(0));
    })
    , m_stored([this](const Result<CrawlPresenter::List> &stored) {
        if (!stored) {
            qWarning("The list of a crawl could not be read: %s", qPrintable(stored.error().detail));
            return;
        }
        CrawlValues now = values();
        now.addresses = stored->text;
        m_presenter.keep(*stored);
        setValues(now);
        takeSecrets(session::Access::CrawlPrefix + m_presenter.secretHostKey(now)); // if they came first
    })
    , m_segment(services, *m_views)
{
    m_inLinks->hide();
    m_outLinks->hide();
    results().setSide(m_views);
    const models::ReadyView &usual = m_overview.views().front();
    results().setUsual(*usual.schema, {usual.filter, usual.sort});
    new GraphTab(services, *this);
    results().addTab(m_completeness, [] { return tr("Is it complete?"); });
    connect(&results(), &ResultsView::paneMade, this, &CrawlPage::setUpPane);
    connect(&results(), &ResultsView::paneGoing, this, &CrawlPage::takeBack);
    connect(&results(), &ResultsView::shownChanged, this, &CrawlPage::showCurrentView);
    connect(m_views, &ViewList::chosen, this, &CrawlPage::chooseEntry);
    connect(&m_segment, &SegmentChoice::changed, this, &CrawlPage::showSegment);
    connect(m_views, &ViewList::rulesAsked, this, &CrawlPage::askRules);
    connect(m_views, &ViewList::bookAsked, this, &CrawlPage::askBook);
    const auto setOrder = [this](FindingListModel::Order order) {
        m_findings.setOrder(order);
        m_views->setOrder(order);
    };
    setOrder(FindingOrder.read(services.settings) == "group"_L1 ? FindingListModel::Order::ByGroup
                                                                : FindingListModel::Order::WorstFirst);
    connect(m_views, &ViewList::orderChosen, this, [this, setOrder](FindingListModel::Order order) {
        setOrder(order);
        FindingOrder.write(this->services().settings,
                           order == FindingListModel::Order::ByGroup ? u"group"_s : u"worst"_s);
    });
    connect(&services.memory, &models::ProjectMemory::changed, this, &CrawlPage::auditByOtherRules);
    connect(m_completeness, &CompletenessView::chosen, this, &CrawlPage::showPages);
    connect(&m_overview, &models::CrawlOverview::changed, this, &CrawlPage::showCounts);
    for (LinkList *list : {m_inLinks, m_outLinks}) {
        connect(list, &LinkList::pageChosen, this, &CrawlPage::showPageOf);
        connect(list, &LinkList::allChosen, this, &CrawlPage::showLinks);
    }
    connect(this, &RunPage::runShown, this, [this](store::RunId run) {
        m_said.clear();
        m_findings.setFindings({});
        m_kept.clear();
        m_segment.setRun(run);
        m_versions.forget();
        results().setCount(table::hreflangSchema(), 0);
        const bool isOpen = run != 0 && this->services().session.hasProject();
        m_finder.setProject(isOpen ? this->services().session.project().path() : QString());
        m_views->setHasProject(isOpen);
        m_overview.setRun(run);
    });
    connect(this, &RunPage::progressed, this, [this](const jobs::Progress &progress) {
        if (!progress.isOver())
            return;
        sayOutcome();
        m_inLinks->refresh(); // while it ran, more links to the chosen page were found
        m_outLinks->refresh();
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_find.stop();
        m_versions.stop();
        m_segment.stop();
        m_stored.stop();
        m_finder.setProject({});
        showNeighbours({});
    });
    connect(&services.access, &session::Access::changed, this, &CrawlPage::takeSecrets);
    connect(m_form, &RunForm::touched, this, [this] { m_stored.forget(); });
    connect(&m_finder, &models::AuditFinder::found, this, [this](const QList<audit::Finding> &findings) {
        m_findings.setFindings(findings);
        sayOutcome();
        if (const int entry = m_findings.entryOf(std::exchange(m_kept, {})); entry >= 0)
            chooseEntry(entry);
        showCurrentView();
    });
    connect(&m_finder, &models::AuditFinder::counted, this,
            [this](store::RunId run, const QByteArray &counts) {
                if (!isUnderWay() && this->services().session.hasProject())
                    this->services().session.project().writer().postAttachment(
                        run, {0, store::AttachmentWrite::Kind::Counts, counts});
            });
    connect(&m_finder, &models::AuditFinder::failed, this, [](const Error &error) {
        qWarning("A crawl could not be audited: %s", qPrintable(error.detail));
    });
    connect(this, &RunPage::emptied, this, [this] {
        m_finder.setProject({});
        m_findings.setFindings({});
        m_segment.setRun(0);
        m_views->setHasProject(false);
        m_overview.setRun(0);
        m_page = 0;
        showNeighbours({});
    });
    setForm(m_form, *this);
    keepTranslated(this, [this] {
        results().setTitle(m_completeness, [] { return tr("Is it complete?"); });
        m_overview.setTexts(models::crawlViews());
        m_findings.retranslate();
        showCurrentView();
    });
}

CrawlPage::~CrawlPage() = default;

void CrawlPage::takeBack(ResultsPane *pane)
{
    if (&pane->schema().rows() != &table::pageSchema())
        return;
    for (LinkList *list : {m_inLinks, m_outLinks}) {
        list->disconnect(pane->details()->tabs());
        list->setParent(this);
        list->hide();
    }
}

CrawlValues CrawlPage::values() const
{
    return m_form->values();
}

void CrawlPage::setValues(const CrawlValues &values)
{
    m_stored.forget();
    m_form->setValues(values);
}

QVariant CrawlPage::freshForm() const
{
    CrawlValues values;
    values.delay = std::chrono::milliseconds(setting::DelayMs.read(services().settings));
    values.userAgent = setting::UserAgent.read(services().settings);
    return QVariant::fromValue(values);
}

void CrawlPage::readRun(const store::RunInfo &run)
{
    const QJsonObject crawl = run.params[session::runparam::Crawl].toObject();
    const auto spec = links::CrawlSpec::fromJson(crawl);
    const auto requests = session::RunParams::requests(run.params);
    if (!spec || !requests)
        return;
    m_throughProxy = requests->proxy.mode == jobs::ProxyChoice::Mode::List;
    setValues(CrawlPresenter::values(*spec, *requests));
    const Moved moved{session::RunParams::practice(run.params), services().practice.root()};
    m_stored.start(services().session.project().path(),
                   [crawl, id = run.id, starts = spec->starts, moved](store::RowReader &reader) {
                       return readStart(reader, id, crawl, starts, moved);
                   });
    for (const QString &host : spec->secretHosts)
        services().access.load(session::Access::CrawlPrefix + host);
}

void CrawlPage::startRun()
{
    const CrawlValues now = values();
    prepare(
        &CrawlPresenter::prepare,
        [this, now](CrawlPresenter::Prepared prepared) { begin(std::move(prepared), now); }, now,
        m_presenter.list());
}

void CrawlPage::begin(CrawlPresenter::Prepared prepared, const CrawlValues &values)
{
    m_presenter.keep(std::move(prepared.list));
    m_form->showProblems(prepared.problems);
    if (!prepared.problems.isEmpty())
        return;
    m_throughProxy = values.proxy.choice.mode == jobs::ProxyChoice::Mode::List;
    keepSecrets(values);
    RunPage::begin(std::move(prepared.params));
}

// What was given for an earlier crawl of the host is not sent again unless the form has it.
void CrawlPage::keepSecrets(const CrawlValues &values)
{
    const QString key = session::Access::CrawlPrefix + m_presenter.secretHostKey(values);
    if (CrawlPresenter::hasSecrets(values))
        services().access.setToken(key, CrawlPresenter::secrets(values));
    else
        services().session.setToken(key, {});
}

/// Login, cookies and headers of the crawl that is shown, out of the keychain.
void CrawlPage::takeSecrets(const QString &key)
{
    const CrawlValues now = values();
    if (key == session::Access::CrawlPrefix + m_presenter.secretHostKey(now) &&
        !CrawlPresenter::hasSecrets(now))
        setValues(CrawlPresenter::withSecrets(now, services().access.token(key)));
}

RunHint CrawlPage::hint()
{
    const CrawlValues now = values();
    if (const QString leftOut = m_presenter.leftOut(now); !leftOut.isEmpty())
        return {true, leftOut};
    if (CrawlPresenter::hasSecrets(now) && lacksOwnProxy(now.proxy))
        return ownProxyHint();
    if (now.ignoreRobots)
        return {true,
                tr("The rules of robots.txt will be ignored. Do this only to a site that is yours; it is "
                   "recorded "
                   "with the run.")};
    if (isPractice(now.addresses.trimmed()))
        return {false, tr("Practice: the site is invented and stands on this computer; nothing goes to the "
                          "internet.")};
    if (run() == 0 && now.addresses.trimmed().isEmpty())
        return {
            false,
            tr("No site at hand? There is a small one on this computer, with every defect that Linnet finds; "
               "nothing goes to the internet."),
            {tr("Take the practice site"), [this] { usePracticeSite(); }}};
    return {};
}

void CrawlPage::usePracticeSite()
{
    if (const Result<void> started = services().practice.start(); !started) {
        Q_EMIT failed(started.error());
        return;
    }
    CrawlValues now = values();
    now.addresses = services().practice.site();
    now.delay = std::chrono::milliseconds(0);
    setValues(now);
}

void CrawlPage::setUpPane(ResultsPane *pane)
{
    const table::Schema &schema = pane->schema();
    if (&schema.rows() == &table::pageSchema())
        setUpPages(*pane);
    connect(&pane->filter(), &models::FilterState::changed, this, &CrawlPage::showCurrentView);
    connect(pane, &ResultsPane::cellMenuOpening, this, [this, pane](QMenu *menu, int row) {
        if (const table::Cells *cells = pane->model().cells(row))
            addJumps(*menu, pane->schema(), *cells);
    });
    connect(pane->table(), &QAbstractItemView::doubleClicked, this, [this, pane](const QModelIndex &index) {
        if (const table::Cells *cells = pane->model().cells(index.row()))
            jump(pane->schema(), *cells);
    });
}

void CrawlPage::setUpPages(ResultsPane &pane)
{
    QTabWidget *tabs = pane.details()->tabs();
    const auto add = [tabs](LinkList *list, int place, auto titleOf) {
        tabs->insertTab(place, list, titleOf(list->model().total()));
        const auto say = [tabs, list, titleOf] {
            tabs->setTabText(tabs->indexOf(list), titleOf(list->model().total()));
        };
        connect(list, &LinkList::counted, tabs, say);
        onLanguageChange(tabs, say);
    };
    add(m_inLinks, 0, [](qint64 links) {
        return links < 0 ? tr("Links in") : tr("Links in: %1").arg(QLocale().toString(links));
    });
    add(m_outLinks, 1, [](qint64 links) {
        return links < 0 ? tr("Links out") : tr("Links out: %1").arg(QLocale().toString(links));
    });
    tabs->setCurrentIndex(0);
    connect(pane.details(), &DetailPane::rowShown, this, [this, &pane](const table::Cells &cells) {
        if (pane.table()->hasFocus() || m_page == 0) // not when the table only takes its first row
            m_page = pane.table()->currentId();
        showNeighbours(cells);
    });
}

void CrawlPage::showNeighbours(const table::Cells &cells)
{
    const session::Session &session = services().session;
    const QString url = run() == 0 ? QString() : text(cells, PageColumn::Url);
    const QString path =
        url.isEmpty() || !session.hasProject() ? QString() : services().session.project().path();
    m_inLinks->setPage(path, run(), url);
    m_outLinks->setPage(path, run(), url);
}

void CrawlPage::chooseEntry(int entry)
{
    const models::ReadyView chosen = m_findings.view(entry);
    ResultsPane *pane = chosen.schema ? results().pane(*chosen.schema) : nullptr;
    if (!pane)
        return;
    pane->columns().setExtra(chosen.columns);
    pane->setSort(chosen.sort);
    pane->filter().setFilter(chosen.filter);
    if (&chosen.schema->rows() == &table::pageSchema())
        pane->showRow(m_page); // the chosen page stays the chosen one, where it is among the rows
    results().showTable(*chosen.schema);
}

void CrawlPage::showPages(const table::Filter &filter)
{
    ResultsPane *pane = results().pane(table::pageSchema());
    if (!pane)
        return;
    pane->columns().setExtra({u"why_not_fetched"_s, u"detail"_s});
    pane->filter().setFilter(filter);
    results().showTable(table::pageSchema());
}

void CrawlPage::showLinks(const table::Filter &filter)
{
    ResultsPane *pane = results().pane(table::linkSchema());
    if (!pane)
        return;
    pane->filter().setFilter(filter);
    results().showTable(table::linkSchema());
}

void CrawlPage::showPageOf(const QString &url)
{
    if (url.isEmpty() || run() == 0)
        return;
    m_find.start(
        services().session.project().path(), [run = run(), url](store::RowReader &reader) -> Result<qint64> {
            const auto &schema = table::pageSchema();
            const table::Condition same{schema.columns[0].key, table::FilterOp::Equals, {url}, false};
            const auto ids = reader.ids({&schema, {run}, {{same}}, {}});
            if (!ids)
                return std::unexpected(ids.error());
            const auto rows = reader.rows(schema, *ids);
            if (!rows)
                return std::unexpected(rows.error());
            // Filters make no difference between "/About" and "/about"; servers do.
            const auto found = std::ranges::find(
                *rows, url, [](const table::Cells &cells) { return text(cells, PageColumn::Url); });
            return found == rows->end() ? 0 : (*ids)[size_t(found - rows->begin())];
        });
}

void CrawlPage::addJumps(QMenu &menu, const table::Schema &schema, const table::Cells &cells)
{
    QAction *first = menu.actions().value(0);
    const auto add = [&](const QString &title, auto act) {
        auto *action = new QAction(title, &menu);
        connect(action, &QAction::triggered, this, act);
        menu.insertAction(first, action);
    };
    if (&schema.rows() == &table::pageSchema()) {
        const QString url = text(cells, PageColumn::Url);
        add(tr("Show the links that lead here"),
            [this, url] { showLinks(LinkListModel::filter(LinkListModel::Direction::In, url)); });
        add(tr("Show the links of this page"),
            [this, url] { showLinks(LinkListModel::filter(LinkListModel::Direction::Out, url)); });
    } else {
        const auto [from, to] = endsOf(schema, cells);
        add(tr("Show the page that holds the link"), [this, url = from] { showPageOf(url); });
        add(tr("Show the page it leads to"), [this, url = to] { showPageOf(url); });
    }
    menu.insertSeparator(first);
}

void CrawlPage::jump(const table::Schema &schema, const table::Cells &cells)
{
    if (&schema.rows() == &table::pageSchema())
        showLinks(LinkListModel::filter(LinkListModel::Direction::In, text(cells, PageColumn::Url)));
    else
        showPageOf(endsOf(schema, cells).second);
}

// What the tables have at first.
void CrawlPage::showCounts()
{
    results().setCount(table::pageSchema(), m_overview.count(0));
    results().setCount(table::linkSchema(), m_overview.links());
    if (run() != 0 && services().session.hasProject())
        m_versions.start(services().session.project().path(), [run = run()](store::RowReader &reader) {
            return reader.count({&table::hreflangSchema(), {run}, {}, {}});
        });
    tellPassing();
    sayOutcome();
    if (!isUnderWay())
        m_segment.find();
    audit();
}

/// What is asked last sees all rows.
void CrawlPage::audit()
{
    if (run() == 0 || !m_overview.isKnown() || (isUnderWay() && !m_finder.isDue()))
        return;
    const models::ProjectMemory &memory = services().memory;
    m_rules = memory.text(audit::RuleSet::memoKey());
    const auto [pages, sources] = m_segment.filters();
    m_finder.ask({.run = run(), .throughProxy = m_throughProxy, .pages = pages, .sources = sources},
                 memory.texts());
}

/// The findings and the table follow.
void CrawlPage::showSegment(const table::Filter &before)
{
    const int entry = currentEntry();
    const audit::Finding *finding = m_findings.finding(entry);
    m_kept = finding ? finding->rule.id : QString();
    ResultsPane *pane = results().pane(table::pageSchema());
    const bool showsAll =
        pane && pane == results().pane() && (entry == 0 || pane->filter().filter() == before);
    if (showsAll && !m_segment.chosen().name.isEmpty())
        pane->filter().setFilter(m_segment.chosen().pages);
    else if (showsAll)
        chooseEntry(0);
    m_finder.forget();
    audit();
}

void CrawlPage::auditByOtherRules()
{
    if (m_rules == services().memory.text(audit::RuleSet::memoKey()))
        return;
    m_finder.forget();
    audit();
}

void CrawlPage::askRules()
{
    if (!services().session.hasProject())
        return;
    auto *dialog = new AuditRulesDialog(services(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const audit::Finding *finding = m_findings.finding(currentEntry()))
        dialog->choose(finding->rule.id);
    connect(&services().session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog, &QDialog::reject);
    dialog->open();
}

void CrawlPage::askBook()
{
    const session::Session &session = services().session;
    if (run() == 0 || !session.hasProject() || !m_findings.isJudged())
        return;
    auto *dialog = new AuditBookDialog(session.project().path(), run(), m_findings.findings(), summary(),
                                       services().settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog, [dialog] { delete dialog; });
    dialog->open();
}

void CrawlPage::sayOutcome()
{
    if (!m_overview.isKnown() || !m_findings.isJudged() || isUnderWay() || !m_segment.chosen().name.isEmpty())
        return;
    const QString asked = tr("Asked of the site: %1.").arg(QLocale().toString(m_overview.count(0)));
    const int errors = m_findings.hits(audit::Level::Error);
    const int warnings = m_findings.hits(audit::Level::Warning);
    const QString found = errors + warnings == 0 ? tr("No errors or warnings were found.")
                                                 : tr("%Ln kind(s) of errors", nullptr, errors) + u", "_s +
                                                       tr("%Ln of warnings.", nullptr, warnings);
    const QString text = asked + u' ' + found;
    if (std::exchange(m_said, text) != text)
        setOutcome({text, true});
}

/// The view or finding whose filter the table in front has, however it came there; -1 = none.
int CrawlPage::currentEntry() const
{
    ResultsPane *front = results().pane();
    return front ? m_findings.entryWith(front->schema(), front->filter().filter()) : -1;
}

void CrawlPage::tellPassing()
{
    const int entry = currentEntry();
    if (ResultsPane *front = results().pane())
        front->setPassing(entry < 0 ? -1 : m_findings.count(entry));
}

void CrawlPage::showCurrentView()
{
    const int entry = currentEntry();
    if (ResultsPane *front = results().pane()) {
        const models::ReadyView shown = m_findings.view(entry);
        front->setFilterName(
            m_segment.titleOf(shown.title, m_findings.finding(entry), front->filter().filter()));
        front->setNoneText(entry >= 0
                               ? tr("Nothing of this kind was found.\nOther findings stand on the left.")
                               : QString());
        // A finding's own columns go with it.
        if (entry >= 0 || front->filter().filter().isEmpty())
            front->columns().setExtra(shown.columns);
    }
    tellPassing();
    m_views->setCurrent(entry);
}

} // namespace linnet::gui
