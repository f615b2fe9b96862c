// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/proxyuse.h"
#include "proxies/rotation.h"

#include <QMenu>

class QActionGroup;

namespace linnet::gui {

/// How the chosen proxies are used: in which order, how fast, and what may go past them.
class ProxyMenu : public QMenu
{
    Q_OBJECT

public:
    /// withPace: also offers the whole pace for each proxy.
    explicit ProxyMenu(bool withPace, QWidget *parent = nullptr);

    const ProxyUse &use() const { return m_use; }
    /// isOne: there is no order to choose.
    void setUse(const ProxyUse &use, bool isOne = false);
    /// "in turn, 2 hosts directly"; what the button that opens the menu says.
    QString text() const;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void addRotation(proxies::Rotation rotation, int every = 0);
    void sayTexts();
    void askBypass();

    ProxyUse m_use;
    bool m_isOne = false;
    QActionGroup *m_rotations;
    QAction *m_scale = nullptr;
    QAction *m_bypass;
    QAction *m_direct;
};

} // namespace linnet::gui
