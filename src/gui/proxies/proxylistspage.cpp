// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxylistspage.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/run/proxymenu.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"
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

void makeMenuButton(QToolButton *button, const QString &text, QLatin1StringView icon, const char *name)
{
    button->setText(text);
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
    , m_edits(m_book)
    , m_title(new QLabel(this))
    , m_summary(new ElidedLabel(this))
    , m_next(new QLabel(this))
    , m_add(new QToolButton(this))
    , m_test(new QPushButton(lineIcon("proxies"_L1), tr("Test"), this))
    , m_sources(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_order(new QToolButton(this))
    , m_menu(new ProxyMenu(false, m_order))
    , m_mine(new QCheckBox(tr("all are my own"), this))
    , m_on(new QPushButton(tr("Switch on"), this))
    , m_off(new QPushButton(tr("Switch off"), this))
    , m_remove(new QPushButton(lineIcon("trash"_L1), tr("Remove"), this))
    , m_notice(new Banner(this))
    , m_centre(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_table(new QTableView(this))
{
    makeHead();
    makeTable();
    layOut();
    connectBook();
    showList({});
    if (m_book.writeError().reason == Reason::BadValue)
        say(int(Banner::Tone::Warning),
            tr("The lists of proxies could not be read. The file was put aside, as %1.")
                .arg(m_book.writeError().detail + ".unreadable"_L1),
            false);
}

void ProxyListsPage::makeHead()
{
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.25);
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_next->setObjectName(u"forecastLabel"_s);
    m_next->setWordWrap(true);
    m_next->setTextFormat(Qt::PlainText);
    makeMenuButton(m_add, tr("Add"), "plus"_L1, "addButton");
    fillAddMenu(*m_add->menu());
    m_test->setObjectName(u"testButton"_s);
    m_test->setToolTip(
        tr("Tests the chosen proxies, or all that are switched on, with the judge of the test's "
           "form"));
    makeMenuButton(m_sources, tr("Sources"), "retry"_L1, "sourcesButton");
    connect(m_sources->menu(), &QMenu::aboutToShow, this, &ProxyListsPage::fillSources);
    m_sources->setToolTip(tr("Where the proxies are from; lists at web addresses can be read again"));
    makeMenuButton(m_more, u"⋯"_s, {}, "listMenuButton");
    m_more->setAccessibleName(tr("More for this list"));
    m_more->setToolTip(tr("Rename, export, delete"));
    fillMoreMenu();
    m_order->setObjectName(u"orderButton"_s);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setAccessibleName(tr("How the proxies are used"));
    m_order->setToolTip(
        tr("In which order the proxies of the list are taken, and what may go past them, unless "
           "a form says otherwise"));
    m_order->setMenu(m_menu);
    connect(m_menu, &ProxyMenu::changed, this, [this] {
        m_edits.change(m_id, tr("The use of the list changed."),
                       [use = m_menu->use().choice](KeptList &list) {
                           list.rotation = proxies::rotationByName(use.rotation).value_or(list.rotation);
                           list.every = use.every;
                           list.bypass = use.bypass;
                           list.allowDirect = use.allowDirect;
                       });
    });
    m_mine->setToolTip(tr("Tokens, cookies and logins go only through proxies that are your own"));
    connect(m_mine, &QCheckBox::clicked, this, [this](bool mine) {
        const KeptList *list = m_book.list(m_id);
        if (!list)
            return;
        m_edits.change(m_id, mine ? tr("All proxies of the list are your own.") : tr("None is your own."),
                       [mine](KeptList &changed) {
                           changed.mine = mine;
                           changed.setAllMine(mine);
                       });
    });
    m_on->setObjectName(u"onButton"_s);
    m_off->setObjectName(u"offButton"_s);
    m_remove->setObjectName(u"removeButton"_s);
    connect(m_test, &QPushButton::clicked, this, &ProxyListsPage::test);
    connect(m_on, &QPushButton::clicked, this, [this] { setEnabled(chosen(), true); });
    connect(m_off, &QPushButton::clicked, this, [this] { setEnabled(chosen(), false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { removeProxies(chosen()); });
}

void ProxyListsPage::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setObjectName(u"proxyTable"_s);
    m_table->setAccessibleName(tr("Proxies of the list"));
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
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(25, fontMetrics().height() + 8));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto &[column, width] :
         {std::pair{ProxyTableModel::Address, 205}, std::pair{ProxyTableModel::State, 190},
          std::pair{ProxyTableModel::Test, 145}, std::pair{ProxyTableModel::Seconds, 75},
          std::pair{ProxyTableModel::Answered, 75}, std::pair{ProxyTableModel::Failed, 70},
          std::pair{ProxyTableModel::Own, 55}, std::pair{ProxyTableModel::From, 110}})
        m_table->setColumnWidth(column, width);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProxyListsPage::showSelection);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProxyListsPage::showMenu);
    const auto key = [this](const QKeySequence &keys, QWidget *where, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_Delete, m_table, [this] { removeProxies(chosen()); });
    key(Qt::CTRL | Qt::Key_Z, this, [this] { undo(); });
}

void ProxyListsPage::layOut()
{
    auto *head = new QWidget(this);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(16, 12, 16, 10);
    rows->setSpacing(8);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title);
    first->addWidget(m_summary, 1);
    for (QWidget *button : std::initializer_list<QWidget *>{m_add, m_test, m_sources, m_more})
        first->addWidget(button);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_order);
    second->addWidget(m_mine);
    second->addStretch(1);
    for (QWidget *button : std::initializer_list<QWidget *>{m_on, m_off, m_remove})
        second->addWidget(button);
    rows->addLayout(first);
    rows->addLayout(second);
    rows->addWidget(m_next);
    m_notice->setClosable(true);
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_table);
    m_empty->say(
        "proxies"_L1, tr("No proxies yet"),
        tr("Press Add to paste a list, to take it from a file, or to read it from a web address. Forms "
           "then offer the list in their choice of proxies."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_centre, 1);
    setFocusProxy(m_table);
}

void ProxyListsPage::showList(const QString &listId)
{
    const bool other = listId != m_id;
    m_id = m_book.list(listId) ? listId : QString();
    m_model.setList(m_book.list(m_id) ? *m_book.list(m_id) : KeptList());
    m_next->clear();
    if (other)
        m_notice->say(Banner::Tone::Info, {});
    showBook();
    if (isVisible())
        m_services.session.network().watchPool(m_id);
}

void ProxyListsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.session.network().watchPool(m_id);
}

void ProxyListsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_services.session.network().watchPool({});
}

void ProxyListsPage::showBook()
{
    const KeptList *list = m_book.list(m_id);
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
        button->QWidget::setEnabled(some);
}

void ProxyListsPage::showView(const proxies::PoolView &view)
{
    const KeptList *list = m_book.list(m_id);
    if (!list || view.list != m_id)
        return;
    m_model.setView(view);
    m_next->setText(PoolWords::next(view.next));
    Q_EMIT goodCounted(m_id, m_model.goodCount());
}

QString ProxyListsPage::forecast() const
{
    return m_next->text();
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
    const QSet<QString> keys = chosen();
    if (keys.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Switch on"), this, [this, keys] { setEnabled(keys, true); });
    menu->addAction(tr("Switch off"), this, [this, keys] { setEnabled(keys, false); });
    menu->addSeparator();
    menu->addAction(tr("My own: tokens and logins may go through"), this,
                    [this, keys] { setMine(keys, true); });
    menu->addAction(tr("Not my own"), this, [this, keys] { setMine(keys, false); });
    menu->addSeparator();
    menu->addAction(lineIcon("proxies"_L1), tr("Test"), this, &ProxyListsPage::test);
    menu->addAction(lineIcon("trash"_L1), tr("Remove"), this, [this, keys] { removeProxies(keys); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ProxyListsPage::say(int tone, const QString &text, bool undoable)
{
    m_notice->setActions(undoable ? QStringList{tr("Undo")} : QStringList());
    m_notice->say(Banner::Tone(tone), text);
}

} // namespace linnet::gui
