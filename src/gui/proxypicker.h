// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxyuse.h"
#include "proxies/rotation.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QComboBox;
class QMenu;
class QToolButton;

namespace linnet::session {
class ProxyBook;
}

namespace linnet::gui {

/// The choice of proxies that every form offers: as the system does, none, a list that is kept, one proxy;
/// and for a list, in the menu beside it, in which order its proxies are taken and whether each has the whole
/// pace for itself.
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
    QComboBox *box() const { return m_box; }

    /// Fills a menu with them; `chosen` is called with what the user takes.
    static QActionGroup *addRotations(QMenu &menu,
                                      const std::function<void(proxies::Rotation, int every)> &chosen);
    static void check(QActionGroup &rotations, proxies::Rotation rotation, int every);

Q_SIGNALS:
    void changed();
    void listsRequested(); ///< the user wants to see the lists

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeMenu();
    void fill();
    void choose(int index);
    void askOne();
    void showOrder();
    QString nameOfChoice() const;

    session::ProxyBook *m_book = nullptr;
    ProxyUse m_use;
    QComboBox *m_box;
    QToolButton *m_order;
    QActionGroup *m_rotations = nullptr;
    QAction *m_scale = nullptr;
    bool m_filling = false;
};

} // namespace linnet::gui
