// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/panecycle.h"

#include "gui/look/taborder.h"

#include <QApplication>
#include <QWidget>

namespace linnet::gui {

namespace {

/// Gives the focus to the first part of a pane that takes it.
void focusFirst(const QWidget &pane)
{
    if (const QList<QWidget *> parts = readingOrder(pane); !parts.isEmpty())
        parts.first()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace

void cyclePanes(QList<QWidget *> panes, int by)
{
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible() || pane->size().isEmpty(); });
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            next = (i + by + panes.size()) % panes.size();
    }
    if (panes[next]->focusPolicy() & Qt::TabFocus)
        panes[next]->setFocus(Qt::ShortcutFocusReason); // not the filter row of a table
    else
        focusFirst(*panes[next]);
}

} // namespace linnet::gui
