// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/proxypicker.h"

#include "gui/look/focuspass.h"
#include "gui/run/proxydialog.h"
#include "gui/run/proxymenu.h"
#include "gui/widgets/retranslate.h"
#include "session/proxybook.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using Mode = jobs::ProxyChoice::Mode;
using proxies::Rotation;

namespace {

// What an entry of the box stands for; a list stands for itself as "list:ID".
constexpr auto System = "system"_L1;
constexpr auto None = "none"_L1;
constexpr auto List = "list:"_L1;
constexpr auto Named = "named"_L1; ///< proxies by name: one, or those of a stored run
constexpr auto Ask = "ask"_L1;
constexpr auto Manage = "manage"_L1;

} // namespace

ProxyPicker::ProxyPicker(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_order(new QToolButton(this))
    , m_menu(new ProxyMenu(true, this))
{
    m_box->setObjectName(u"proxyBox"_s);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_order->setObjectName(u"proxyOrderButton"_s);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setMenu(m_menu);
    connect(m_menu, &ProxyMenu::changed, this, [this] {
        m_use = m_menu->use();
        showOrder();
        Q_EMIT changed();
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_box);
    layout->addWidget(m_order);
    passFocus(this, m_box);
    connect(m_box, &QComboBox::activated, this, &ProxyPicker::choose);
    keepTranslated(this, [this] {
        m_box->setAccessibleName(tr("Proxy"));
        m_box->setToolTip(
            tr("How requests go out. With a list or a proxy chosen everything goes through it, and "
               "nothing goes directly unless you allow it in the menu beside."));
        m_order->setAccessibleName(tr("How the proxies are used"));
        fill();
    });
}

void ProxyPicker::setBook(session::ProxyBook &book)
{
    m_book = &book;
    connect(&book, &session::ProxyBook::changed, this, [this] {
        fill();
        Q_EMIT changed();
    });
    fill();
}

QString ProxyPicker::nameOfChoice() const
{
    const jobs::ProxyChoice &choice = m_use.choice;
    if (choice.keys.size() == 1 && choice.list.isEmpty())
        return choice.keys.first().section(u'#', 0, 0).section("://"_L1, -1);
    const QString count = tr("%n proxy(s)", nullptr, int(choice.keys.size()));
    return choice.title.isEmpty() ? tr("%1 of that run").arg(count)
                                  : tr("%1, as it was (%2)").arg(choice.title, count);
}

void ProxyPicker::fill()
{
    m_filling = true;
    m_box->clear();
    m_box->addItem(tr("proxy: as the system"), System);
    m_box->addItem(tr("no proxy"), None);
    const jobs::ProxyChoice &choice = m_use.choice;
    if (m_book) {
        for (const proxies::KeptList &list : m_book->lists())
            m_box->addItem(
                tr("%1 (%L2)", "list and number of proxies").arg(list.name).arg(list.proxies.size()),
                List + list.id);
    }
    const bool isList = choice.mode == Mode::List;
    const int listAt = isList ? m_box->findData(List + choice.list) : -1;
    if (isList && listAt < 0)
        m_box->addItem(nameOfChoice(), Named);
    if (m_book) {
        m_box->addItem(tr("one proxy…"), Ask);
        m_box->insertSeparator(m_box->count());
        m_box->addItem(tr("Lists of proxies…"), Manage);
    }
    m_box->setCurrentIndex(!isList       ? m_box->findData(choice.mode == Mode::None ? None : System)
                           : listAt >= 0 ? listAt
                                         : m_box->findData(Named));
    m_filling = false;
    // As wide as what is chosen: forms have little room beside a run's progress.
    constexpr int FrameAndArrow = 40;
    m_box->view()->setMinimumWidth(m_box->sizeHint().width());
    m_box->setMaximumWidth(m_box->fontMetrics().horizontalAdvance(m_box->currentText()) + FrameAndArrow);
    showOrder();
}

void ProxyPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        showOrder();
}

void ProxyPicker::showOrder()
{
    const jobs::ProxyChoice &choice = m_use.choice;
    m_order->setVisible(isEnabled() && choice.mode == Mode::List);
    m_menu->setUse(m_use, choice.list.isEmpty() && choice.keys.size() == 1);
    // Forms have little room; the tool tip has it all.
    constexpr int Widest = 240;
    m_order->setText(m_order->fontMetrics().elidedText(m_menu->text(), Qt::ElideRight, Widest));
    m_order->setToolTip(tr("In which order the proxies are taken, how fast, and what may go past them") +
                        u": "_s + m_menu->text());
}

void ProxyPicker::choose(int index)
{
    if (m_filling)
        return;
    const QString what = m_box->itemData(index).toString();
    if (what == Ask)
        return askOne();
    if (what == Manage) {
        fill();
        Q_EMIT listsRequested();
        return;
    }
    if (what == Named)
        return;
    ProxyUse use;
    use.choice.mode = what == None ? Mode::None : what == System ? Mode::System : Mode::List;
    if (use.choice.mode == Mode::List) {
        const proxies::KeptList *list = m_book->list(what.sliced(List.size()));
        use.choice.list = list->id;
        use.choice.rotation = proxies::rotationName(list->rotation);
        use.choice.every = list->every;
        use.choice.bypass = list->bypass;
        use.choice.allowDirect = list->allowDirect;
    }
    if (use.choice.mode == m_use.choice.mode && use.choice.list == m_use.choice.list)
        return;
    m_use = use;
    fill();
    Q_EMIT changed();
}

void ProxyPicker::askOne()
{
    fill(); // the box goes back to what is chosen
    auto *dialog = new ProxyDialog(*m_book, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const proxies::Proxy proxy = dialog->proxy();
        const proxies::KeptProxy *known = m_book->proxy(proxy.key());
        if (!known || known->proxy != proxy)
            m_book->remember(proxy, tr("Typed in forms"));
        m_use = {};
        m_use.choice.mode = Mode::List;
        m_use.choice.keys = {proxy.key()};
        m_use.choice.rotation = proxies::rotationName(Rotation::Pinned);
        fill();
        Q_EMIT changed();
    });
    dialog->open();
}

ProxyUse ProxyPicker::use() const
{
    ProxyUse use = m_use;
    const proxies::KeptList *list = m_book ? m_book->list(use.choice.list) : nullptr;
    if (use.choice.mode == Mode::List && list) {
        use.choice.title = list->name;
        use.choice.keys = list->enabledKeys();
    }
    const bool isOne =
        use.choice.mode == Mode::List && use.choice.list.isEmpty() && use.choice.keys.size() == 1;
    use.isOff = m_book && isOne && m_book->isSwitchedOff(use.choice.keys.first());
    return use;
}

void ProxyPicker::setUse(const ProxyUse &use)
{
    m_use = use;
    fill();
}

} // namespace linnet::gui
