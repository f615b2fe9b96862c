// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/trayicon.h"

#include "gui/navigator/scheduledruns.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

namespace linnet::gui {

TrayIcon::TrayIcon(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::follow(const ScheduledRuns &scheduled, const models::SavedSearches &searches)
{
    connect(&searches, &models::SavedSearches::changed, this,
            [this, &scheduled] { setWanted(scheduled.isWaiting()); });
    connect(&scheduled, &ScheduledRuns::told, this, &TrayIcon::tell);
}

bool TrayIcon::takeOver()
{
    if (!isShown())
        return false;
    tell(tr("Linnet goes on in the tray"), tr("Saved searches run when they are due."));
    m_window.hide();
    return true;
}

void TrayIcon::setWanted(bool wanted)
{
    if (wanted && !m_icon && QSystemTrayIcon::isSystemTrayAvailable())
        make();
    if (m_icon)
        m_icon->setVisible(wanted);
    QGuiApplication::setQuitOnLastWindowClosed(!isShown());
    if (!isShown() && m_window.isHidden())
        m_window.show(); // else there would be no way to it
}

void TrayIcon::make()
{
    m_icon = std::make_unique<QSystemTrayIcon>(m_window.windowIcon());
    m_icon->setToolTip(QGuiApplication::applicationDisplayName());
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("Open Linnet"), this, &TrayIcon::showWindow);
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitChosen);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    showWindow();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::showWindow);
}

bool TrayIcon::isShown() const
{
    return m_icon && m_icon->isVisible();
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    if (isShown() && !m_window.isActiveWindow())
        m_icon->showMessage(title, text, m_window.windowIcon());
}

void TrayIcon::showWindow()
{
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace linnet::gui
