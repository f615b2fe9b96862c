// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/graphtab.h"

#include "base/errortext.h"
#include "draw/graph/graphfile.h"
#include "gui/crawl/graphlookmenu.h"
#include "gui/crawl/wayview.h"
#include "gui/graph/graphcanvas.h"
#include "gui/graph/graphlegend.h"
#include "gui/look/icons.h"
#include "gui/run/runpage.h"
#include "gui/table/detailpane.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/retranslate.h"
#include "models/table/filterstate.h"
#include "table/pageschema.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolButton>

#include <tuple>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using analysis::Grouping;
using models::GraphLook;

namespace {

constexpr int WholeProgress = 1000;

} // namespace

GraphTab::GraphTab(const Services &services, RunPage &page)
    : QWidget(&page)
    , m_services(services)
    , m_page(page)
    , m_grouping(new QComboBox(this))
    , m_lookButton(new QToolButton(this))
    , m_around(new QPushButton(this))
    , m_wayButton(new QPushButton(this))
    , m_find(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_canvas(new GraphCanvas(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_wayView(new WayView(this))
    , m_legend(new GraphLegend(this))
    , m_sentence(new QLabel(this))
    , m_waySearch([this](const std::vector<quint32> &way) { showWay(way); })
    , m_saving([this](const Result<void> &saved) {
        showState();
        Q_EMIT m_page.results().message(saved ? tr("Saved: %1").arg(m_savedPath)
                                              : ErrorText::sentence(saved.error()));
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_canvas);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_wayView);
    layout->addLayout(middle, 1);
    m_wayView->hide();
    m_wayView->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    auto *legendRow = new QHBoxLayout;
    legendRow->setContentsMargins(12, 4, 12, 0);
    legendRow->addWidget(m_legend);
    layout->addLayout(legendRow);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 2, 12, 4);
    layout->addWidget(m_sentence);
    m_canvas->setDescriber([this](quint32 node) { return m_shown.describe(node); });
    connect(m_canvas, &GraphCanvas::chosenChanged, this, &GraphTab::choose);
    connect(m_canvas, &GraphCanvas::opened, this, &GraphTab::open);
    connect(m_legend, &GraphLegend::changed, this, &GraphTab::hideEntries);
    connect(m_wayView, &WayView::chosen, this, [this](qint64 row) {
        if (const auto node = m_shown.nodeOf(row))
            m_canvas->setChosen({*node});
    });
    connect(m_wayView, &WayView::opened, this, [this](qint64 row) {
        if (const auto node = m_shown.nodeOf(row))
            open(*node);
    });
    connect(&m_finder, &models::GraphFinder::moving, this,
            [this](const std::shared_ptr<const draw::GraphPicture> &picture) {
                m_canvas->setMoving(picture);
                m_wayView->hide();
                showState();
            });
    connect(&m_finder, &models::GraphFinder::found, this, &GraphTab::take);
    connect(&m_finder, &models::GraphFinder::progressed, this, [this](double share) {
        m_progress->setRange(0, WholeProgress);
        m_progress->setValue(int(share * WholeProgress));
    });
    connect(&m_finder, &models::GraphFinder::failed, this, [this](const Error &error) {
        m_shown = {};
        m_canvas->setPicture(nullptr, false);
        findWay();
        m_failure = error.reason == Reason::TooLarge
                        ? tr("%1 pages are too many for one picture. Narrow them with a filter of the table "
                             "of pages.")
                              .arg(QLocale().toString(error.detail.toLongLong()))
                        : ErrorText::sentence(error);
        showState();
    });
    connect(&page, &RunPage::runShown, this, &GraphTab::setRun);
    connect(&page, &RunPage::emptied, this, [this] { setRun(0); });
    connect(&page, &RunPage::progressed, this, [this](const jobs::Progress &progress) {
        if (!progress.isOver())
            return;
        ++m_moment; // while it ran, rows were added
        m_isAsked = false;
        ask();
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        setRun(0);
        m_finder.setProject({});
    });
    ResultsView &results = page.results();
    results.addTab(this, [] { return tr("Graph"); });
    connect(&results, &ResultsView::paneMade, this, &GraphTab::watch);
    keepTranslated(this, [this] {
        m_page.results().setTitle(this, [] { return tr("Graph"); });
        retranslate();
    });
    showState();
}

QWidget *GraphTab::makeBar()
{
    auto *bar = new QWidget(this);
    auto *margins = new QHBoxLayout(bar);
    margins->setContentsMargins(12, 4, 12, 4);
    auto *row = new FlowLayout(8); // large letters need two lines
    margins->addLayout(row, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_grouping, m_lookButton, m_around, m_wayButton,
                                                          m_find, m_progress, m_cancel, m_save})
        row->addWidget(part);
    m_grouping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_lookButton->setPopupMode(QToolButton::InstantPopup);
    m_lookButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_find->setObjectName(u"findNode"_s);
    m_find->setClearButtonEnabled(true);
    m_progress->setTextVisible(false);
    connect(m_grouping, &QComboBox::activated, this, [this](int index) {
        GraphLook look = m_look;
        look.grouping = Grouping(m_grouping->itemData(index).toInt());
        look.isChosen = true;
        look.around = 0;
        setLook(look);
    });
    m_around->setObjectName(u"aroundPage"_s);
    m_around->setCheckable(true);
    connect(m_around, &QPushButton::clicked, this, [this](bool isOn) {
        GraphLook look = m_look;
        look.around =
            isOn && !m_canvas->chosen().empty() ? m_shown.crawl->rows[m_canvas->chosen().front()] : 0;
        setLook(look);
    });
    m_wayButton->setObjectName(u"wayToPage"_s);
    m_wayButton->setCheckable(true);
    connect(m_wayButton, &QPushButton::toggled, this, &GraphTab::findWay);
    connect(m_find, &QLineEdit::textChanged, this, &GraphTab::find);
    connect(m_find, &QLineEdit::returnPressed, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(m_save, &QPushButton::clicked, this, &GraphTab::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_finder.forget();
        if (m_canvas->isMoving())
            m_canvas->setPicture(m_shown.picture, false);
        m_failure = tr("Drawing was stopped. Choose what to show, and it begins again.");
        showState();
    });
    return bar;
}

void GraphTab::retranslate()
{
    m_grouping->clear();
    for (const auto &[title, grouping] :
         {std::pair(tr("Folders"), Grouping::Folders), std::pair(tr("Hosts"), Grouping::Hosts),
          std::pair(tr("Clicks from the start"), Grouping::Clicks),
          std::pair(tr("All pages"), Grouping::Pages)})
        m_grouping->addItem(title, int(grouping));
    m_grouping->setCurrentIndex(m_grouping->findData(int(m_look.grouping)));
    m_grouping->setAccessibleName(tr("What a dot stands for"));
    m_grouping->setToolTip(tr("What a dot stands for"));
    m_lookButton->setText(tr("Look"));
    m_lookButton->setToolTip(tr("Size, colours and arrangement of the dots"));
    makeLookMenu();
    m_wayButton->setText(tr("How is it reached?"));
    m_wayButton->setToolTip(tr("The fewest clicks from the start to the chosen page"));
    m_around->setText(tr("Around the page"));
    m_around->setToolTip(tr("Only the chosen page, and pages at most two links away"));
    m_find->setPlaceholderText(tr("Find a page"));
    m_find->setAccessibleName(tr("Find a page in the graph"));
    m_save->setText(tr("Save picture…"));
    m_save->setToolTip(tr("Save the whole graph as PNG, SVG or PDF, or with its places for Gephi"));
    m_cancel->setText(tr("Stop"));
    m_cancel->setToolTip(tr("Stop drawing"));
    m_progress->setAccessibleName(tr("Progress of the drawing"));
    m_canvas->setTableHint(tr("The same as a table is in the tabs of pages and links."));
    if (m_shown.picture) // its words, too
        setLook(m_look);
    showState();
}

void GraphTab::makeLookMenu()
{
    QMenu *before = m_lookButton->menu();
    auto *menu = new GraphLookMenu(m_look, m_links, this);
    connect(menu, &GraphLookMenu::lookChosen, this, [this](const GraphLook &chosen) {
        GraphLook look = m_look;
        std::tie(look.size, look.colour, look.layout) = std::tie(chosen.size, chosen.colour, chosen.layout);
        setLook(look);
    });
    connect(menu, &GraphLookMenu::linksChosen, this, [this](GraphLookMenu::Links links) {
        m_links = links;
        m_look.around = 0; // it may be no node there
        m_isAsked = false;
        ask();
    });
    m_lookButton->setMenu(menu);
    if (before)
        before->deleteLater(); // it is being told of the language as well
}

void GraphTab::setLook(const GraphLook &look)
{
    m_look = look;
    m_grouping->setCurrentIndex(m_grouping->findData(int(look.grouping)));
    m_isAsked = false;
    ask();
}

ResultsPane *GraphTab::pages() const
{
    return m_page.results().pane(table::pageSchema());
}

void GraphTab::watch(ResultsPane *pane)
{
    if (&pane->schema().rows() != &table::pageSchema())
        return;
    connect(&pane->filter(), &models::FilterState::changed, this, [this] {
        m_isAsked = false;
        ask();
    });
    connect(pane->details(), &DetailPane::rowShown, this, [this, pane] {
        if (m_isChoosing || !m_shown.picture || !pane->table()->hasFocus())
            return;
        if (const auto node = m_shown.nodeOf(pane->table()->currentId())) {
            m_canvas->setChosen({*node});
            findWay();
        }
    });
}

void GraphTab::setRun(store::RunId run)
{
    m_run = run;
    m_look.around = 0;
    m_isAsked = false;
    m_shown = {};
    m_failure.clear();
    m_canvas->setPicture(nullptr, false);
    findWay();
    const bool isOpen = run != 0 && m_services.session.hasProject();
    m_finder.setProject(isOpen ? m_services.session.project().path() : QString());
    ask();
    showState();
}

void GraphTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_page.isUnderWay()) { // more has come since it was looked at last
        ++m_moment;
        m_isAsked = false;
    }
    ask();
}

/// Only while somebody looks at it.
void GraphTab::ask()
{
    if (m_run == 0 || !isVisible())
        return;
    ResultsPane *pane = pages();
    const analysis::GraphQuestion question{m_run, pane ? pane->filter().filter() : table::Filter(), m_links,
                                           m_moment};
    if (m_isAsked && m_shown.crawl && m_shown.look == m_look)
        return;
    m_isAsked = true;
    m_failure.clear();
    m_progress->setRange(0, 0);
    m_finder.ask(question, m_look);
    showState();
}

void GraphTab::take(const models::CrawlPicture &picture)
{
    const bool isSamePlaces = m_shown.crawl == picture.crawl &&
                              m_shown.look.grouping == picture.look.grouping &&
                              m_shown.look.layout == picture.look.layout;
    m_shown = picture;
    m_look.grouping = picture.look.grouping; // not what was asked for, when that says nothing
    m_grouping->setCurrentIndex(m_grouping->findData(int(m_look.grouping)));
    m_shown.newPlaces.clear();
    m_canvas->setPicture(picture.picture, isSamePlaces);
    m_sentence->setText(picture.sentence());
    m_legend->setEntries(picture.legend, m_canvas->style());
    keepPlaces(picture);
    findWay();
    showState();
    Q_EMIT pictureChanged();
}

void GraphTab::showState()
{
    const bool isBusy = m_finder.isBusy();
    const bool isMoving = m_canvas->isMoving();
    const bool isThere = !isMoving && m_shown.picture && m_shown.picture->size() > 0;
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    m_find->setVisible(!isBusy);
    m_find->setEnabled(isThere);
    m_save->setEnabled(isThere && !isBusy && !m_saving.isBusy());
    const bool isAround = m_look.around != 0;
    m_around->setChecked(isAround);
    m_around->setEnabled(isAround || (isThere && !m_shown.groups && !m_canvas->chosen().empty()));
    m_wayButton->setEnabled(isThere && !m_shown.groups && m_links != GraphLookMenu::Links::Redirects);
    m_legend->setVisible(isThere);
    m_sentence->setVisible(m_shown.picture && !isMoving);
    m_stack->setCurrentWidget(isThere || isMoving ? static_cast<QWidget *>(m_canvas) : m_empty);
    if (isThere || isMoving)
        return;
    if (isBusy)
        m_empty->say("links"_L1, tr("The graph is being drawn…"),
                     tr("Pages are read and laid out; you can work on meanwhile."));
    else if (!m_failure.isEmpty())
        m_empty->say("links"_L1, tr("No picture"), m_failure);
    else if (m_links == GraphLookMenu::Links::Redirects)
        m_empty->say(
            "links"_L1, tr("No redirects to draw"),
            tr("Addresses of the table of pages that lead on to others appear here. Its filter decides "
               "which, the menu Look which links."));
    else
        m_empty->say("links"_L1, tr("No pages to draw"),
                     tr("Pages that were asked appear here, with the links between them. The filter of the "
                        "table of pages decides which."));
}

void GraphTab::hideEntries()
{
    auto picture = std::make_shared<draw::GraphPicture>(*m_shown.picture);
    picture->hidden.resize(picture->size());
    for (quint32 node = 0; node < picture->size(); ++node)
        picture->hidden[node] = m_legend->isHidden(m_shown.entries[node]);
    m_canvas->setPicture(std::move(picture), true);
}

/// So that the site looks the same when the project is opened again.
void GraphTab::keepPlaces(const models::CrawlPicture &picture)
{
    if (picture.newPlaces.isEmpty() || picture.newPlaces == m_keptPlaces ||
        !m_services.session.hasProject() || m_page.isUnderWay())
        return;
    m_keptPlaces = picture.newPlaces;
    m_services.session.project().writer().postAttachment(
        m_run, {picture.placesNumber, store::AttachmentWrite::Kind::Places, picture.newPlaces});
}

void GraphTab::findWay()
{
    const bool isWanted = m_wayButton->isChecked() && m_shown.picture && !m_shown.groups &&
                          m_links != GraphLookMenu::Links::Redirects;
    m_wayView->setVisible(isWanted);
    m_canvas->setWay({});
    m_waySearch.forget();
    m_wayGraph.reset();
    if (!isWanted || m_canvas->chosen().empty())
        return m_wayView->clear();
    const qint64 row = m_shown.crawl->rows[m_canvas->chosen().front()];
    const auto place = std::ranges::lower_bound(m_shown.whole->rows, row);
    m_wayGraph = m_shown.whole;
    m_wayPage = quint32(place - m_wayGraph->rows.begin());
    m_waySearch.start([crawl = m_wayGraph, page = m_wayPage] { return analysis::wayTo(*crawl, page); });
}

void GraphTab::showWay(const std::vector<quint32> &way)
{
    m_wayView->setWay(m_wayGraph, m_wayPage, way);
    std::vector<quint32> drawn; // what is around one page only may lack some
    for (const quint32 node : way) {
        if (const auto seen = m_shown.nodeOf(m_wayGraph->rows[node]))
            drawn.push_back(*seen);
    }
    m_canvas->setWay(drawn.size() == way.size() ? drawn : std::vector<quint32>());
}

void GraphTab::choose(const std::vector<quint32> &nodes)
{
    showState();
    findWay();
    ResultsPane *pane = pages();
    if (nodes.empty() || m_shown.groups || !pane)
        return;
    m_isChoosing = true; // the table does not choose back
    pane->showRow(m_shown.crawl->rows[nodes.front()]);
    m_isChoosing = false;
}

/// A page's row, or the pages of a group in their table.
void GraphTab::open(quint32 node)
{
    ResultsPane *pane = pages();
    if (!pane)
        return;
    if (m_shown.groups) {
        const QString name = m_shown.groups->names[qsizetype(node)];
        if (name.isEmpty())
            return;
        table::Filter filter = pane->filter().filter();
        const bool isClicks = m_shown.look.grouping == Grouping::Clicks;
        const bool isHost = m_shown.look.grouping == Grouping::Hosts;
        if (isClicks && name.toInt() < 0)
            filter.conditions.append({u"depth"_s, table::FilterOp::Empty, {}, false});
        else if (isClicks)
            filter.conditions.append({u"depth"_s, table::FilterOp::Equals, {double(name.toInt())}, false});
        else
            filter.conditions.append({isHost ? u"host"_s : u"url"_s,
                                      isHost ? table::FilterOp::Equals : table::FilterOp::Contains,
                                      {name},
                                      false});
        pane->filter().setFilter(filter);
    }
    m_page.results().showTable(table::pageSchema());
    if (!m_shown.groups)
        pane->showRow(m_shown.crawl->rows[node]);
}

void GraphTab::find(const QString &text)
{
    if (!m_shown.picture || m_canvas->isMoving())
        return;
    std::vector<quint32> found;
    const QStringList &names = m_shown.groups ? m_shown.picture->names : m_shown.crawl->urls;
    for (const quint32 node : m_shown.picture->heaviest) {
        if (text.trimmed().isEmpty())
            break;
        if (names[qsizetype(node)].contains(text.trimmed(), Qt::CaseInsensitive))
            found.push_back(node);
        constexpr size_t Most = 200;
        if (found.size() >= Most)
            break;
    }
    m_canvas->setChosen(std::move(found));
    findWay();
    showState();
}

void GraphTab::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("Picture, PNG (*.png)"), tr("Drawing that scales, SVG (*.svg)"),
                              tr("Page, PDF (*.pdf)"), tr("Graph for Gephi, GEXF (*.gexf)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"graph"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const QStringList endings{u"png"_s, u"svg"_s, u"pdf"_s, u"gexf"_s};
        dialog->setDefaultSuffix(endings[std::max<qsizetype>(0, filters.indexOf(filter))]);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &GraphTab::saveTo);
    dialog->open();
}

void GraphTab::saveTo(const QString &path)
{
    if (!m_canvas->picture())
        return;
    m_savedPath = path;
    m_saving.start([picture = m_canvas->picture(), style = m_canvas->style(), path] {
        return draw::GraphFile(*picture, style, draw::GraphFile::usualSize()).save(path);
    });
    showState();
}

} // namespace linnet::gui
