// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylistspage.h"

#include "gui/look/focuspass.h"
#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/sortactions.h"
#include "gui/look/style.h"
#include "gui/look/tablescale.h"
#include "gui/look/textscale.h"
#include "gui/run/proxymenu.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/retranslate.h"
#include "models/proxies/poolwords.h"
#include "session/access.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::PoolWords;
using models::ProxyTableModel;
using proxies::KeptList;

namespace {

/// The state in the colour of what it means; the words say it, too.
class StateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Palette &colors = Palette::of(option->palette);
        switch (ProxyTableModel::Tone(index.data(ProxyTableModel::ToneRole).toInt())) {
        case ProxyTableModel::Tone::Muted:
            return option->palette.setColor(QPalette::Text, colors.muted);
        case ProxyTableModel::Tone::Good:
            return option->palette.setColor(QPalette::Text, colors.good);
        case ProxyTableModel::Tone::Warning:
            return option->palette.setColor(QPalette::Text, colors.warning);
        case ProxyTableModel::Tone::Bad:
            return option->palette.setColor(QPalette::Text, colors.bad);
        case ProxyTableModel::Tone::Plain:
            return;
        }
    }
};

void makeMenuButton(QToolButton *button, QLatin1StringView icon, const char *name)
{
    button->setObjectName(QLatin1StringView(name));
    button->setPopupMode(QToolButton::InstantPopup);
    if (!icon.isEmpty()) {
        button->setIcon(lineIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    button->setMenu(new QMenu(button));
}

} // namespace

ProxyListsPage::ProxyListsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_book(services.access.proxyBook())
    , m_actions(new ProxyListActions(m_book, this))
    , m_title(new QLabel(this))
    , m_summary(new ElidedLabel(this))
    , m_next(new QLabel(this))
    , m_add(new QToolButton(this))
    , m_test(new QPushButton(lineIcon("proxies"_L1), {}, this))
    , m_sources(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_order(new QToolButton(this))
    , m_menu(new ProxyMenu(false, m_order))
    , m_mine(new QCheckBox(this))
    , m_on(new QPushButton(this))
    , m_off(new QPushButton(this))
    , m_remove(new QPushButton(lineIcon("trash"_L1), {}, this))
    , m_notice(new Banner(this))
    , m_centre(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_table(new QTableView(this))
{
    makeHead();
    makeTable();
    layOut();
    connectActions();
    keepTranslated(this, [this] { sayTexts(); });
    showList({});
    if (m_book.writeError().reason == Reason::BadValue)
        say(Banner::Tone::Warning,
            tr("The lists of proxies could not be read. The file was put aside, as %1.")
                .arg(m_book.writeError().detail + ".unreadable"_L1),
            {});
}

void ProxyListsPage::makeHead()
{
    keepFont(m_title, 1.25, QFont::DemiBold);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_next->setObjectName(u"forecastLabel"_s);
    m_next->setWordWrap(true);
    m_next->setTextFormat(Qt::PlainText);
    makeMenuButton(m_add, "plus"_L1, "addButton");
    m_test->setObjectName(u"testButton"_s);
    makeMenuButton(m_sources, "retry"_L1, "sourcesButton");
    makeMenuButton(m_more, {}, "listMenuButton");
    m_more->setText(u"⋯"_s);
    m_order->setObjectName(u"orderButton"_s);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setMenu(m_menu);
    m_on->setObjectName(u"onButton"_s);
    m_off->setObjectName(u"offButton"_s);
    m_remove->setObjectName(u"removeButton"_s);
    connect(m_sources->menu(), &QMenu::aboutToShow, this, &ProxyListsPage::fillSources);
    connect(m_menu, &ProxyMenu::changed, this, [this] { m_actions->setUse(m_menu->use().choice); });
    connect(m_mine, &QCheckBox::clicked, m_actions, &ProxyListActions::setAllMine);
    connect(m_test, &QPushButton::clicked, this, &ProxyListsPage::test);
    connect(m_on, &QPushButton::clicked, this, [this] { m_actions->switchOn(chosen(), true); });
    connect(m_off, &QPushButton::clicked, this, [this] { m_actions->switchOn(chosen(), false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_actions->removeProxies(chosen()); });
}

void ProxyListsPage::sayTexts()
{
    m_add->setText(tr("Add"));
    m_test->setText(tr("Test"));
    m_test->setToolTip(
        tr("Tests the chosen proxies, or all that are switched on, with the judge of the test's "
           "form"));
    m_sources->setText(tr("Sources"));
    m_sources->setToolTip(tr("Where the proxies are from; lists at web addresses can be read again"));
    m_more->setAccessibleName(tr("More for this list"));
    m_more->setToolTip(tr("Rename, export, delete"));
    m_order->setAccessibleName(tr("How the proxies are used"));
    m_order->setToolTip(
        tr("In which order the proxies of the list are taken, and what may go past them, unless "
           "a form says otherwise"));
    m_mine->setText(tr("all are my own"));
    m_mine->setToolTip(tr("Tokens, cookies and logins go only through proxies that are your own"));
    m_on->setText(tr("Switch on"));
    m_off->setText(tr("Switch off"));
    m_remove->setText(tr("Remove"));
    m_table->setAccessibleName(tr("Proxies of the list"));
    m_empty->say(
        "proxies"_L1, tr("No proxies yet"),
        tr("Press Add to paste a list, to take it from a file, or to read it from a web address. Forms "
           "then offer the list in their choice of proxies."));
    m_notice->say(Banner::Tone::Info, {}); // it was of the moment
    fillMenus();
    showBook();
}

void ProxyListsPage::fillMenus()
{
    QMenu *add = m_add->menu();
    add->clear();
    add->addAction(tr("Type or paste…"), m_actions, &ProxyListActions::typeProxies);
    add->addAction(lineIcon("open"_L1), tr("From a file…"), m_actions, &ProxyListActions::askFile);
    add->addAction(lineIcon("links"_L1), tr("From a web address…"), m_actions, &ProxyListActions::askAddress);
    QMenu *more = m_more->menu();
    more->clear();
    more->addAction(tr("Choose those that failed the last test"), this, &ProxyListsPage::chooseFailed);
    more->addSeparator();
    more->addAction(tr("Rename…"), m_actions, &ProxyListActions::askName);
    more->addSeparator();
    more->addAction(lineIcon("export"_L1), tr("Export without logins…"), this,
                    [this] { m_actions->askExport(false); });
    more->addAction(tr("Export with logins…"), this, [this] { m_actions->askExport(true); });
    more->addSeparator();
    more->addAction(lineIcon("trash"_L1), tr("Delete the list"), m_actions, &ProxyListActions::removeList);
}

void ProxyListsPage::fillSources()
{
    QMenu *menu = m_sources->menu();
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    const KeptList *list = m_book.list(m_actions->list());
    for (const proxies::ListSource &source : list->sources) {
        QMenu *entry = menu->addMenu(PoolWords::source(*list, source));
        entry->setToolTipsVisible(true);
        if (source.kind == proxies::ListSource::Kind::Web) {
            QAction *read = entry->addAction(lineIcon("retry"_L1), tr("Read again"), this,
                                             [this, source] { m_actions->readAgain(source); });
            read->setEnabled(!m_actions->isReading(source));
        }
        entry->addAction(lineIcon("trash"_L1), tr("Remove its proxies"), this,
                         [this, id = source.id] { m_actions->removeSource(id); });
    }
}

void ProxyListsPage::connectActions()
{
    connect(m_actions, &ProxyListActions::listChanged, this, [this](const QString &listId) {
        showList(listId);
        Q_EMIT shown(listId);
    });
    connect(m_actions, &ProxyListActions::said, this, &ProxyListsPage::say);
    connect(m_actions, &ProxyListActions::written, this,
            [this](const QString &path) { Q_EMIT message(tr("Written: %1").arg(path)); });
    connect(m_notice, &Banner::actionClicked, m_actions, &ProxyListActions::undo);
    connect(&m_book, &session::ProxyBook::changed, this, &ProxyListsPage::showBook);
    connect(&m_services.session.network(), &session::NetworkControl::poolChanged, this,
            &ProxyListsPage::showView);
}

void ProxyListsPage::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setObjectName(u"proxyTable"_s);
    m_table->setItemDelegateForColumn(ProxyTableModel::State, new StateDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as the list has them
    m_table->verticalHeader()->hide();
    keepRowHeight(m_table, 25);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    keepSectionWidths(m_table->horizontalHeader(), {{ProxyTableModel::Address, 205},
                                                    {ProxyTableModel::State, 190},
                                                    {ProxyTableModel::Test, 145},
                                                    {ProxyTableModel::Seconds, 75},
                                                    {ProxyTableModel::Answered, 75},
                                                    {ProxyTableModel::Failed, 70},
                                                    {ProxyTableModel::Own, 55},
                                                    {ProxyTableModel::From, 110}});
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProxyListsPage::showSelection);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProxyListsPage::showMenu);
    const auto key = [this](const QKeySequence &keys, QWidget *where, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_Delete, m_table, [this] { m_actions->removeProxies(chosen()); });
    key(Qt::CTRL | Qt::Key_Z, this, [this] { m_actions->undo(); });
}

void ProxyListsPage::layOut()
{
    auto *head = new QWidget(this);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(16, 12, 16, 10);
    rows->setSpacing(8);
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *first = new FlowLayout(8);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_title, m_summary, m_add, m_test, m_sources, m_more})
        first->addWidget(part);
    auto *space = new QWidget(head);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *second = new FlowLayout(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_order, m_mine, space, m_on, m_off, m_remove})
        second->addWidget(part);
    rows->addLayout(first);
    rows->addLayout(second);
    rows->addWidget(m_next);
    m_notice->setClosable(true);
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_centre, 1);
    passFocus(this, m_table);
}

void ProxyListsPage::showList(const QString &listId)
{
    const bool other = listId != m_shown;
    m_actions->setList(listId);
    m_shown = list();
    m_model.setList(m_book.list(m_shown) ? *m_book.list(m_shown) : KeptList());
    m_next->clear();
    if (other)
        m_notice->say(Banner::Tone::Info, {});
    showBook();
    if (isVisible())
        m_services.session.network().watchPool(list());
}

void ProxyListsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.session.network().watchPool(list());
}

void ProxyListsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_services.session.network().watchPool({});
}

void ProxyListsPage::showBook()
{
    const KeptList *list = m_book.list(m_actions->list());
    const bool some = list && !list->proxies.isEmpty();
    m_title->setText(list ? list->name : tr("New list of proxies"));
    m_summary->setText(some ? PoolWords::summary(*list) : QString());
    m_model.setList(list ? *list : KeptList());
    m_centre->setCurrentWidget(some ? static_cast<QWidget *>(m_table) : m_empty);
    m_next->setVisible(some);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_on, m_off, m_remove, m_test, m_order, m_mine})
        widget->setVisible(some);
    m_sources->setVisible(list && !list->sources.isEmpty());
    m_more->setVisible(list);
    if (!list)
        return;
    m_mine->setChecked(list->mine);
    ProxyUse use;
    use.choice.rotation = proxies::rotationName(list->rotation);
    use.choice.every = list->every;
    use.choice.bypass = list->bypass;
    use.choice.allowDirect = list->allowDirect;
    m_menu->setUse(use);
    m_order->setText(m_menu->text());
    showSelection();
}

void ProxyListsPage::showSelection()
{
    const bool some = m_table->selectionModel()->hasSelection();
    for (QWidget *button : {m_on, m_off, m_remove})
        button->setEnabled(some);
}

void ProxyListsPage::showView(const proxies::PoolView &view)
{
    const KeptList *list = m_book.list(m_actions->list());
    if (!list || view.list != list->id)
        return;
    m_model.setView(view);
    m_next->setText(PoolWords::next(view.next));
    Q_EMIT goodCounted(list->id, m_model.goodCount());
}

QSet<QString> ProxyListsPage::chosen() const
{
    QSet<QString> keys;
    const QItemSelection selection = m_table->selectionModel()->selection();
    keys.reserve(std::accumulate(selection.begin(), selection.end(), qsizetype(0),
                                 [](qsizetype sum, const auto &range) { return sum + range.height(); }));
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            keys.insert(m_model.proxyAt(row).key);
    }
    return keys;
}

void ProxyListsPage::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QSet<QString> keys = chosen(); !keys.isEmpty()) {
        menu->addAction(tr("Switch on"), this, [this, keys] { m_actions->switchOn(keys, true); });
        menu->addAction(tr("Switch off"), this, [this, keys] { m_actions->switchOn(keys, false); });
        menu->addSeparator();
        menu->addAction(tr("My own: tokens and logins may go through"), this,
                        [this, keys] { m_actions->setMine(keys, true); });
        menu->addAction(tr("Not my own"), this, [this, keys] { m_actions->setMine(keys, false); });
        menu->addSeparator();
        menu->addAction(lineIcon("proxies"_L1), tr("Test"), this, &ProxyListsPage::test);
        menu->addAction(lineIcon("trash"_L1), tr("Remove"), this,
                        [this, keys] { m_actions->removeProxies(keys); });
        menu->addSeparator();
    }
    SortActions::addTo(*menu, *m_table);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ProxyListsPage::chooseFailed()
{
    QItemSelection failed;
    const auto hasFailed = [this](int row) {
        const QString &status = m_model.proxyAt(row).verdict.status;
        return !status.isEmpty() && status != "alive"_L1;
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const int first = row;
        while (row < m_model.rowCount() && hasFailed(row))
            ++row;
        if (row > first)
            failed.append(QItemSelectionRange(m_model.index(first, 0), m_model.index(row - 1, 0)));
    }
    m_table->selectionModel()->select(failed,
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->setFocus(Qt::OtherFocusReason);
    if (failed.isEmpty())
        say(Banner::Tone::Info, tr("None has failed a test. Press Test to test them."), {});
}

void ProxyListsPage::test()
{
    const KeptList *list = m_book.list(m_actions->list());
    if (!list)
        return;
    const QSet<QString> keys = chosen();
    QList<proxies::Proxy> tested;
    for (const proxies::KeptProxy &kept : list->proxies) {
        if (keys.isEmpty() ? kept.enabled : keys.contains(kept.key))
            tested.append(kept.proxy);
    }
    Q_EMIT testRequested(tested);
}

void ProxyListsPage::say(Banner::Tone tone, const QString &text, const QString &undo)
{
    m_notice->setActions(undo.isEmpty() ? QStringList() : QStringList{undo});
    m_notice->say(tone, text);
}

} // namespace linnet::gui
