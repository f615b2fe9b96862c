// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/proxyuse.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace linnet::session {
class ProxyBook;
}

namespace linnet::gui {

class ProxyMenu;

/// The choice of proxies that every form offers: as the system does, none, a list that is kept, one proxy;
/// and in the menu beside it in which order its proxies are taken, whether each has the whole pace for
/// itself, and what may go past them.
class ProxyPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyPicker(QWidget *parent = nullptr);

    /// Where the lists are; outlives the picker. Without, only those ways are offered that need none.
    void setBook(session::ProxyBook &book);
    /// Of a list the proxies that are switched on now.
    ProxyUse use() const;
    void setUse(const ProxyUse &use);
    bool allowsDirect() const
    {
        return m_use.choice.mode == jobs::ProxyChoice::Mode::List && m_use.choice.allowDirect;
    }
    QComboBox *box() const { return m_box; }

Q_SIGNALS:
    void changed();
    void listsRequested(); ///< the user wants to see the lists

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void choose(int index);
    void askOne();
    void showOrder();
    QString nameOfChoice() const;

    session::ProxyBook *m_book = nullptr;
    ProxyUse m_use;
    QComboBox *m_box;
    QToolButton *m_order;
    ProxyMenu *m_menu;
    bool m_filling = false;
};

} // namespace linnet::gui
