// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/layoutkeys.h"

#include "base/otherlayout.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace linnet::gui {

namespace {

/// The Latin key of a letter pressed with Ctrl in the Russian layout; 0 = it is none.
int latinKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers();
    const bool isLetter = event.key() > 0x400 && event.key() < 0x500;
    if (!isLetter || !modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::AltModifier))
        return 0;
    return QChar(latinOfSameKey(char16_t(event.key()))).toUpper().unicode();
}

} // namespace

LayoutKeys::LayoutKeys(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

// A key that comes here as a press was no shortcut; the parents of the widget get it after it.
bool LayoutKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto &widget = *static_cast<QWidget *>(watched);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool isFirst =
        &widget == QApplication::focusWidget() || (!widget.window()->focusWidget() && widget.isWindow());
    const int latin = isFirst ? latinKey(key) : 0;
    return latin != 0 && press(widget, key, latin);
}

/// As Qt does it: who has the focus may keep the key for himself, then the actions are asked, then it is
/// pressed.
bool LayoutKeys::press(QWidget &widget, const QKeyEvent &event, int latin)
{
    QKeyEvent asked(QEvent::ShortcutOverride, latin, event.modifiers(), QString(), event.isAutoRepeat());
    asked.ignore();
    QCoreApplication::sendEvent(&widget, &asked);
    const QKeySequence keys(latin | int(event.modifiers().toInt()));
    const QList<QAction *> actions = widget.window()->actions();
    const auto meant = std::ranges::find_if(actions, [&keys](const QAction *action) {
        return action->isEnabled() && action->shortcuts().contains(keys);
    });
    if (!asked.isAccepted() && meant != actions.end()) {
        (*meant)->trigger();
        return true;
    }
    QKeyEvent pressed(QEvent::KeyPress, latin, event.modifiers(), QString(), event.isAutoRepeat());
    QCoreApplication::sendEvent(&widget, &pressed);
    return pressed.isAccepted();
}

} // namespace linnet::gui
