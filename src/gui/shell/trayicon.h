// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace linnet::models {
class SavedSearches;
}

namespace linnet::gui {

class ScheduledRuns;

/// Linnet in the system's tray, while searches of the open project run by themselves: so the window can be
/// closed. On a desktop without a tray there is none, and closing the window ends the program.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QWidget &window);
    ~TrayIcon() override;

    /// Stands there while one of the searches runs by itself, and tells what becomes of it. Both outlive it.
    void follow(const ScheduledRuns &scheduled, const models::SavedSearches &searches);
    /// Keeps the program when the window is to be closed: hides the window. False: there is nothing to wait
    /// for, or no tray.
    bool takeOver();

Q_SIGNALS:
    void quitChosen();

private:
    void setWanted(bool wanted);
    bool isShown() const;
    void tell(const QString &title, const QString &text);
    void make();
    void showWindow();

    QWidget &m_window;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace linnet::gui
