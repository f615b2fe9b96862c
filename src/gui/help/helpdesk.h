// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QMainWindow;

namespace linnet::gui {

class ActionRegistry;
class HelpWindow;

/// Opens the help where the user needs it: F1 on any page and in any dialog shows the topic that fits what
/// has the focus.
class HelpDesk : public QObject
{
    Q_OBJECT

public:
    /// window is the parent of this object; actions outlive it. Provides "help.contents".
    HelpDesk(ActionRegistry &actions, QMainWindow &window);
    ~HelpDesk() override;

    void open(const QString &topic);                        ///< "page" or "page#heading"
    HelpWindow *helpWindow() const { return m_help.get(); } ///< null before the first time

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openFor(const QWidget *widget);

    ActionRegistry &m_actions;
    QMainWindow &m_window;
    std::unique_ptr<HelpWindow> m_help; ///< has no parent, or a dialog of the window would block it
};

} // namespace linnet::gui
