// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/taborder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTimeEdit>
#include <QHash>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>
#include <functional>

namespace linnet::gui {

namespace {

using Parts = QList<QWidget *>;

/// In groups between which there is a gap, in the order of `from`.
QList<Parts> groups(Parts parts, const std::function<int(const QWidget &)> &from,
                    const std::function<int(const QWidget &)> &to)
{
    std::ranges::stable_sort(parts, {}, [&from](const QWidget *part) { return from(*part); });
    QList<Parts> result;
    int end = 0;
    for (QWidget *part : std::as_const(parts)) {
        if (result.isEmpty() || from(*part) >= end)
            result.append(Parts());
        end = result.last().isEmpty() ? to(*part) : std::max(end, to(*part));
        result.last().append(part);
    }
    return result;
}

QList<Parts> rows(const Parts &parts)
{
    return groups(
        parts, [](const QWidget &part) { return part.y(); },
        [](const QWidget &part) { return part.y() + part.height(); });
}

QList<Parts> columns(const Parts &parts)
{
    QList<Parts> result = groups(
        parts, [](const QWidget &part) { return part.x(); },
        [](const QWidget &part) { return part.x() + part.width(); });
    if (parts.first()->isRightToLeft())
        std::ranges::reverse(result);
    return result;
}

/// Parts of one widget.
Parts inOrder(const Parts &parts)
{
    if (parts.size() < 2)
        return parts;
    QList<Parts> cut = rows(parts);
    if (cut.size() == 1)
        cut = columns(parts);
    Parts result = cut.first();
    if (cut.size() == 1) { // they lie over each other
        std::ranges::stable_sort(result, {}, [](const QWidget *part) { return part->y(); });
        return result;
    }
    result.clear();
    for (const Parts &group : std::as_const(cut))
        result += inOrder(group);
    return result;
}

Parts stopsIn(const QWidget &root)
{
    QHash<QWidget *, Parts> stops;
    Parts parts; // frames and handles would only hide the gaps
    for (QObject *child : root.children()) {
        auto *part = child->isWidgetType() ? static_cast<QWidget *>(child) : nullptr;
        if (!part || part->isWindow() || !part->isVisible())
            continue;
        Parts within = stopsIn(*part);
        if ((part->focusPolicy() & Qt::TabFocus) && part->isEnabled() && !part->focusProxy())
            within.prepend(part);
        if (within.isEmpty())
            continue;
        parts.append(part);
        stops.insert(part, within);
    }
    Parts result;
    for (QWidget *part : inOrder(parts))
        result += stops.value(part);
    return result;
}

/// The Tab key has a meaning of its own there, at least sometimes.
bool takesTab(const QWidget &widget)
{
    const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget);
    const auto *text = qobject_cast<const QTextEdit *>(&widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
    return (plain && !plain->tabChangesFocus()) || (text && !text->tabChangesFocus()) ||
           (view && view->tabKeyNavigation()) || qobject_cast<const QDateTimeEdit *>(&widget);
}

void giveFocus(QWidget &widget, Qt::FocusReason reason)
{
    widget.setFocus(reason);
    for (QWidget *over = widget.parentWidget(); over; over = over->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(over))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

QList<QWidget *> readingOrder(const QWidget &root)
{
    return stopsIn(root);
}

TabOrder::TabOrder(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TabOrder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    auto *widget = static_cast<QWidget *>(watched);
    if (!isTab || key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) ||
        widget != QApplication::focusWidget())
        return false;
    const Parts order = readingOrder(*widget->window());
    const qsizetype at = order.indexOf(widget);
    if (at < 0 || order.size() < 2)
        return false;
    if (takesTab(*widget)) { // it goes on by itself
        for (qsizetype i = 1; i < order.size(); ++i)
            QWidget::setTabOrder(order[i - 1], order[i]);
        return false;
    }
    const bool isBack = key->key() == Qt::Key_Backtab || key->modifiers().testFlag(Qt::ShiftModifier);
    giveFocus(*order[(at + (isBack ? -1 : 1) + order.size()) % order.size()],
              isBack ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    return true;
}

} // namespace linnet::gui
