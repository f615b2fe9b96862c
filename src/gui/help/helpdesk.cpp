// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpdesk.h"

#include "gui/help/helptopic.h"
#include "gui/help/helpwindow.h"
#include "gui/widgets/actionregistry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

HelpDesk::HelpDesk(ActionRegistry &actions, QMainWindow &window)
    : QObject(&window)
    , m_actions(actions)
    , m_window(window)
{
    actions.provide(u"help.contents"_s, &window, {[this] { openFor(QApplication::focusWidget()); }, {}, {}});
    qApp->installEventFilter(this);
}

HelpDesk::~HelpDesk() = default;

void HelpDesk::open(const QString &topic)
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>(m_actions);
    m_help->showTopic(topic);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

// What has no topic of its own, such as the navigator, is beside the page that it leads to.
void HelpDesk::openFor(const QWidget *widget)
{
    QString topic = helpTopic(widget);
    for (const QWidget *part : m_window.findChildren<QWidget *>()) {
        if (!topic.isEmpty())
            break;
        if (part->isVisible() && part->window() == &m_window)
            topic = helpTopic(part);
    }
    open(topic);
}

// The window's own F1 is an action, which dialogs do not hear.
bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        const QWidget *window = static_cast<const QWidget *>(watched)->window();
        if (key.key() == Qt::Key_F1 && key.modifiers() == Qt::NoModifier && window != &m_window) {
            if (window != m_help.get())
                openFor(static_cast<const QWidget *>(watched));
            return true;
        }
    }
    if (watched == &m_window && event->type() == QEvent::Close && m_help)
        m_help->close();
    return QObject::eventFilter(watched, event);
}

} // namespace linnet::gui
